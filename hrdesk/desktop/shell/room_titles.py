"""The rooms of the window in the order of the work, with their titles."""

from hrdesk.language import N_

ROOMS = (
    ("agenda", N_("Agenda")),
    ("floor", N_("The floor")),
    ("notes", N_("Notes")),
    ("recommendations", N_("Recommendations")),
    ("outcome", N_("Outcome document")),
    ("translation", N_("Translation")),
    ("exchange", N_("Exchange")),
)
"""Those that have their furniture; the titles are marked."""
