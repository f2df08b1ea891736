"""Notes to the clipboard, which other programs read and some systems remember: their words, and nothing confidential.

Who spoke does not go along: a text that is pasted somewhere no longer says how it may be attributed.
"""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from hrdesk.language.interface import _, plural_
from hrdesk.notes.queries import NoteLine
from hrdesk.records.disclosure import may_appear


def copy_notes(chosen: Sequence[NoteLine]) -> str:
    """Copy the texts of the chosen notes that may leave the desk, and say in a sentence what was done."""
    leaving = [line.note.text or "" for line in chosen if may_appear(line.sensitivity)]
    if leaving:
        QGuiApplication.clipboard().setText("\n\n".join(leaving))
    if kept_back := len(chosen) - len(leaving):
        return plural_(
            "{number} confidential note was not copied: other programs read the clipboard. It stays here.",
            "{number} confidential notes were not copied: other programs read the clipboard. They stay here.",
            kept_back,
        )
    return (
        plural_(
            "{number} note copied, without its speaker", "{number} notes copied, without their speakers", len(leaving)
        )
        if leaving
        else _("No note is chosen.")
    )
