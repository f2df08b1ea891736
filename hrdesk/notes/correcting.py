"""Correcting a note where it stands: its text, and what the marks say that came into it, in one step."""

from typing import Any

from hrdesk.agenda.commands import edit
from hrdesk.desk import Command
from hrdesk.errors import MEANWHILE, Refused
from hrdesk.language import N_
from hrdesk.notes.rules.sittings import class_of_note
from hrdesk.notes.tagging import put_tags, tags_of
from hrdesk.records import Consultation, Note, Session
from hrdesk.records.classes import SENSITIVITY
from hrdesk.store.pen import Pen


def correct_note(
    pen: Pen,
    note: str,
    text: str,
    tags: list[str] | None = None,
    bodies: list[str] | None = None,
    unresolved: list[str] | None = None,
    question: str | None = None,
    note_kind: str | None = None,
    stood: str | None = None,
) -> dict[str, Any]:
    """Give a note another text; tags and bodies come to those it has, question and kind take the place of its own.

    ``unresolved`` are marks that nobody could read: with any the note is confidential until they are looked at.
    ``stood`` is the text that was corrected: what came meanwhile from another desk is not written over.
    """
    held = pen.read.get(Note, note)
    if held is None:
        raise Refused(N_("There is no note “{id}” here. Nothing was changed."), id=note)
    if not text.strip():
        raise Refused(N_("There is no text to keep. Nothing was changed."))
    told: dict[str, Any] = {"text": text.strip()}
    told |= {name: value for name, value in (("question", question), ("note_kind", note_kind)) if value}
    if doubt := "\n".join(unresolved or ()).strip():
        session = pen.read.get(Session, held.session)
        counts = class_of_note(held, session, pen.read.get(Consultation, held.consultation))
        told["meant_sensitivity"] = held.meant_sensitivity or counts
        told["unresolved"] = "\n".join(one for one in (held.unresolved, doubt) if one)
        told["sensitivity"] = SENSITIVITY[-1]
    edited = edit(pen, note, stood=None if stood is None else {"text": stood}, **told)
    put_tags(pen, note, tags_of(pen, tags or (), bodies or ()))
    return {"id": note} | {name: True for name in (MEANWHILE,) if edited.get(name)}


COMMANDS = (Command("correct-note", N_("Correct note"), correct_note),)
