"""The note as it is being typed: what the line and its fields hold, as text that survives a crash."""

import json
import unicodedata
from dataclasses import dataclass, fields

from hrdesk.notes.rules.marks import read as read_marks
from hrdesk.records import Note


@dataclass(frozen=True)
class NoteDraft:
    """A note in the making. ``cursor`` counts UTF-16 units, as Qt does; ``at`` is the instant of the first key.

    ``tags`` are told as "scheme:name", ``bodies`` by name; ``doubts`` are marks that nobody could read, as typed.
    """

    text: str = ""
    cursor: int = 0
    at: str | None = None
    speaker: str | None = None
    speaker_label: str | None = None
    note_kind: str = "other"
    sensitivity: str | None = None
    language: str | None = None
    question: str | None = None
    interpreted: bool = False
    intervention: str | None = None
    tags: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was typed: neither a text nor a mark."""
        return not (self.text or self.tags or self.bodies or self.doubts)

    def is_kept_as(self, note: Note) -> bool:
        """Tell whether ``note`` is this draft kept: a crash between the keeping and the taking away left both."""
        kept = _plain(note.text or "")
        texts = (self.text, read_marks(self.text).text)
        return bool(self.at) and note.at == self.at and any(_plain(text) == kept for text in texts)


def _plain(text: str) -> str:
    """Give a text as it reads, whatever was tidied in the keeping."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@dataclass(frozen=True)
class Correction:
    """A note whose text is being corrected where it stands; ``stood`` is what stood there, where that is known."""

    note: str
    text: str
    cursor: int
    stood: str | None = None


def written_correction(correction: Correction) -> str:
    """Write a correction as one text."""
    return json.dumps(vars(correction), ensure_ascii=False)


def read_correction(held: str) -> Correction | None:
    """Read a correction again; None when there is none, or none that this version understands."""
    try:
        told = json.loads(held)
        stood = told.get("stood")
        stood = stood if isinstance(stood, str) else None
        return Correction(str(told["note"]), str(told["text"]), int(told["cursor"]), stood)
    except (ValueError, TypeError, KeyError):
        return None


def private_place_of(session: str) -> str:
    """Name the place of the notes on a session that a person keeps alone; drafts never leave the desk."""
    return f"private/{session}"


def place_of(session: str) -> str:
    """Name the place of the line in which notes of a session are typed."""
    return f"note:{session}"


def edit_place_of(session: str) -> str:
    """Name the place of a note of the session that is being corrected."""
    return f"note-edit:{session}"


def aside_of(session: str, draft: NoteDraft | None = None, number: int = 0) -> str:
    """Name the place where a text of the session lies that was refused; without a draft, how all of them begin."""
    return f"note-aside:{session}:{f'{draft.at}:{number}' if draft else ''}"


def session_of(place: str) -> str:
    """Give the session of which a place holds what was typed; nothing for any other place."""
    kind, _colon, rest = place.partition(":")
    return rest.partition(":")[0] if kind in ("note", "note-edit", "note-aside") else ""


def written(draft: NoteDraft) -> str:
    """Write a draft as one text, empty when nothing was typed."""
    return "" if draft.is_empty else json.dumps(vars(draft), ensure_ascii=False)


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
    known["interpreted"] = known.get("interpreted") is True
    for name in ("tags", "bodies", "doubts"):
        told = known.get(name)
        known[name] = tuple(str(one) for one in told) if isinstance(told, list) else ()
    return NoteDraft(**known)
