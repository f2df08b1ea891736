"""Set the consultation up: concept note in, programme, people, and the editing of any record by hand."""
