"""Rules of the notes: what class a note takes, which sitting goes on, who was speaking when it was taken."""
