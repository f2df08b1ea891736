"""Takes codes and coded passages of another program in: codes become tags, passages become notes, in one step.

The rows are plain data, so that a script can hand them over; what they are here is recognized again when they come.
Nothing here is overwritten: a note that left and comes back gets the codes it was given outside, and keeps its words.
"""

import unicodedata
from typing import Any

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.exchange.tools.recognizing import (
    NEW,
    RENAMED,
    CodeMatch,
    PassageMatch,
    match_codes,
    match_passages,
)
from hrdesk.files.qda import ForeignCode, ForeignPassage, ForeignProject
from hrdesk.language import LANGUAGES, N_
from hrdesk.notes.rules.sittings import is_too_mild
from hrdesk.notes.terms import term_of
from hrdesk.records import Consultation, Note, OutsideSource, Session, Tag, Tagging
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.ids import joined_id
from hrdesk.records.recommendation import TAG_SCHEMES
from hrdesk.store.pen import Pen

NOT_CODES = N_("A codebook is a list of {{guid, name, codable, above}}. Nothing was changed.")
NOT_PASSAGES = N_("Coded passages are a list of {{guid, text, codes, source, source_guid}}. Nothing was changed.")


def code_rows(project: ForeignProject) -> list[dict[str, Any]]:
    """Give the codes of a file as the commands take them."""
    return [
        {"guid": one.guid, "name": one.name, "codable": one.is_codable, "above": " ".join(one.above)}
        for one in project.codes
    ]


def passage_rows(project: ForeignProject) -> list[dict[str, Any]]:
    """Give the passages of a file as the commands take them."""
    return [
        {
            "guid": one.guid,
            "text": one.text,
            "codes": " ".join(one.codes),
            "source": one.source,
            "source_guid": one.source_guid,
        }
        for one in project.passages
    ]


def take_codebook(pen: Pen, codes: list[dict[str, Any]], scheme: str = "free", rename: bool = True) -> dict[str, Any]:
    """Make tags of the codes of another program; ``scheme`` is where new ones go, ``rename`` takes new names over."""
    return _counts(_take_codes(pen, codes, scheme, rename=rename))


def take_passages(
    pen: Pen,
    codes: list[dict[str, Any]],
    passages: list[dict[str, Any]],
    session: str,
    sensitivity: str = SENSITIVITY[-1],
    language: str | None = None,
    scheme: str = "free",
    rename: bool = True,
) -> dict[str, Any]:
    """Make notes of a session of the coded passages of another program, with their codes as tags."""
    held = pen.read.get(Session, session)
    if held is None:
        raise Refused(N_("There is no session “{id}” here. Nothing was changed; please choose a session."), id=session)
    consultation = pen.read.get(Consultation, held.consultation)
    if sensitivity not in SENSITIVITY:
        raise Refused(N_("“{value}” is no class of confidentiality. Nothing was changed."), value=sensitivity)
    if is_too_mild(sensitivity, held, consultation):
        raise Refused(N_("The session is stricter than “{wanted}”. Nothing was changed."), wanted=sensitivity)
    if language is not None and language not in LANGUAGES:
        raise Refused(N_("“{language}” is none of the six languages. Nothing was changed."), language=language)
    spoken = language or (consultation.language if consultation else None) or "en"
    matched = _take_codes(pen, codes, scheme, rename=rename)
    made, tagged, known = [], [], 0
    found = match_passages(pen.read, [_passage(one) for one in passages], matched, session)
    for one in found:
        if one.record:
            known += not one.coming
            if one.coming:
                _tag(pen, one.record, one.coming)
                tagged.append(one.record)
            continue
        if pen.read.get(Note, one.note) is not None:  # the same passage twice in one file
            _tag(pen, one.note, one.tags)
            continue
        _make(pen, one, held, sensitivity, spoken)
        made.append(one.note)
    return {"notes": made, "tagged": tagged, "known": known, **_counts(matched)}


def _take_codes(pen: Pen, codes: list[dict[str, Any]], scheme: str, *, rename: bool) -> list[CodeMatch]:
    if scheme not in TAG_SCHEMES:
        raise Refused(
            N_("“{scheme}” is no scheme of tags; choose one of {schemes}. Nothing was changed."),
            scheme=scheme,
            schemes=", ".join(TAG_SCHEMES),
        )
    found = match_codes(pen.read, [_code(one) for one in codes], scheme)
    for one in found:
        if one.how == NEW:
            pen.create(Tag, one.tag, scheme=one.scheme, name=one.name)
        elif one.how == RENAMED and rename:
            pen.change(Tag, one.tag, name=one.name)
    return found


def _counts(found: list[CodeMatch]) -> dict[str, Any]:
    return {
        "tags": [one.tag for one in found if one.how == NEW],
        "renamed": [one.tag for one in found if one.how == RENAMED],
    }


def _make(pen: Pen, one: PassageMatch, session: Session, sensitivity: str, language: str) -> None:
    source = joined_id("outside", session.id, one.source_guid or one.source)
    if pen.read.get(OutsideSource, source) is None:
        pen.create(
            OutsideSource,
            source,
            consultation=session.consultation,
            session=session.id,
            source_kind="notes",
            title=one.source or None,
            sensitivity=sensitivity,
            at=pen.now,
        )
    pen.create(
        Note,
        one.note,
        consultation=session.consultation,
        session=session.id,
        text=one.text,
        language=language,
        note_kind=one.kind or "other",
        sensitivity=sensitivity,
        at=pen.now,
        source=source,
    )
    _tag(pen, one.note, one.tags)


def _tag(pen: Pen, record: str, tags: tuple[str, ...]) -> None:
    for tag in tags:
        term = term_of(tag)
        if term is not None and pen.read.get(Tag, tag) is None:
            pen.create(Tag, tag, scheme=term.scheme, name=term.key)
        pen.create(Tagging, joined_id("tagging", record, tag), item=record, tag=tag)


def _code(one: dict[str, Any]) -> ForeignCode:
    guid, name, above, codable = (one.get(key) for key in ("guid", "name", "above", "codable"))
    if not isinstance(guid, str) or not isinstance(name, str) or not isinstance(above or "", str) or not name.strip():
        raise Refused(NOT_CODES)
    told = unicodedata.normalize("NFC", " ".join(name.split()))
    return ForeignCode(guid, told, codable is not False, tuple(str(above or "").split()))


def _passage(one: dict[str, Any]) -> ForeignPassage:
    told = [one.get(key) for key in ("guid", "text", "codes", "source", "source_guid")]
    if not all(isinstance(each or "", str) for each in told) or not str(told[1] or "").strip():
        raise Refused(NOT_PASSAGES)
    guid, text, codes, source, source_guid = (str(each or "") for each in told)
    return ForeignPassage(guid, text.strip(), tuple(codes.split()), source, source_guid, 0)


COMMANDS = (
    Command("take-codebook", N_("Take a codebook in"), take_codebook),
    Command("take-passages", N_("Take coded notes in"), take_passages),
)
