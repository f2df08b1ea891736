"""The note as it is being typed: what the line and its fields hold, as text that survives a crash."""

import json
import unicodedata
from dataclasses import dataclass, fields

from hrdesk.records import Note


@dataclass(frozen=True)
class NoteDraft:
    """A note in the making. ``cursor`` counts UTF-16 units, as Qt does; ``at`` is the instant of the first key."""

    text: str = ""
    cursor: int = 0
    at: str | None = None
    speaker: str | None = None
    speaker_label: str | None = None
    note_kind: str = "other"
    sensitivity: str | None = None
    language: str | None = None
    question: str | None = None

    def is_kept_as(self, note: Note) -> bool:
        """Tell whether ``note`` is this draft kept: a crash between the keeping and the taking away left both."""
        return bool(self.at) and note.at == self.at and _plain(note.text or "") == _plain(self.text)


def _plain(text: str) -> str:
    """Give a text as it reads, whatever was tidied in the keeping."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@dataclass(frozen=True)
class Correction:
    """A note whose text is being corrected where it stands."""

    note: str
    text: str
    cursor: int


def written_correction(correction: Correction) -> str:
    """Write a correction as one text."""
    return json.dumps(vars(correction), ensure_ascii=False)


def read_correction(held: str) -> Correction | None:
    """Read a correction again; None when there is none, or none that this version understands."""
    try:
        told = json.loads(held)
        return Correction(str(told["note"]), str(told["text"]), int(told["cursor"]))
    except (ValueError, TypeError, KeyError):
        return None


def place_of(session: str) -> str:
    """Name the place of the line in which notes of a session are typed."""
    return f"note:{session}"


def edit_place_of(session: str) -> str:
    """Name the place of a note of the session that is being corrected."""
    return f"note-edit:{session}"


def aside_of(session: str, draft: NoteDraft | None = None, number: int = 0) -> str:
    """Name the place where a text of the session lies that was refused; without a draft, how all of them begin."""
    return f"note-aside:{session}:{f'{draft.at}:{number}' if draft else ''}"


def written(draft: NoteDraft) -> str:
    """Write a draft as one text, empty when nothing was typed."""
    return json.dumps(vars(draft), ensure_ascii=False) if draft.text else ""


def read(held: str) -> NoteDraft | None:
    """Read a draft again; one that is damaged or from another version is taken for the typed text itself."""
    if not held:
        return None
    try:
        told = json.loads(held)
        known = {one.name: told[one.name] for one in fields(NoteDraft) if one.name in told}
    except (ValueError, TypeError):
        return NoteDraft(text=held, cursor=len(held))
    if not isinstance(known.get("text"), str) or not isinstance(known.get("cursor", 0), int):
        return NoteDraft(text=held, cursor=len(held))
    return NoteDraft(**known)
