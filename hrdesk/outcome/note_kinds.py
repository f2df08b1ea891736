"""The kinds of notes as the papers of the rapporteur head them, in their order."""

from collections.abc import Iterable

from hrdesk.language import N_
from hrdesk.records import Note

HEADINGS = {
    "key_issue": N_("Key issues"),
    "good_practice": N_("Good practices"),
    "challenge": N_("Challenges"),
    "lesson_learned": N_("Lessons learned"),
    "recommendation": N_("Recommendations"),
    "suggestion": N_("Suggestions for the wrap-up"),
    "disagreement": N_("Disagreements"),
    "quotation": N_("Quotations"),
    "other": N_("Other points"),
}
"""What issue papers ask for first: key issues, good practices, challenges, lessons, recommendations."""


def by_kind(notes: Iterable[Note]) -> list[tuple[str, list[Note]]]:
    """Give the notes of each kind that has any under the word for it, in the order in which they came."""
    found: dict[str, list[Note]] = {kind: [] for kind in HEADINGS}
    for note in notes:
        found[note.note_kind if note.note_kind in found else "other"].append(note)
    return [(HEADINGS[kind], held) for kind, held in found.items() if held]
