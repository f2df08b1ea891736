"""What a person can do with recommendations: make them from notes, describe and tag them."""

from typing import Any

from hrdesk.agenda.by_decision import refuse_status_by_hand
from hrdesk.agenda.commands import delete_link, living
from hrdesk.agenda.queries import next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.notes.tagging import pass_on, tag_called
from hrdesk.recommendations.adopting import COMMANDS as ADOPTING
from hrdesk.recommendations.joining import COMMANDS as JOINING
from hrdesk.recommendations.negotiated import recommendation_of
from hrdesk.recommendations.negotiating import COMMANDS as NEGOTIATING
from hrdesk.recommendations.own_words import COMMANDS as OWN_WORDS
from hrdesk.recommendations.rules.inheriting import class_from
from hrdesk.recommendations.strengthening import COMMANDS as STRENGTHENING
from hrdesk.recommendations.strengthening import finding
from hrdesk.recommendations.taking_returned import COMMANDS as TAKING_RETURNED
from hrdesk.records import Addressee, Consultation, Link, Note, Recommendation, Tagging, Value
from hrdesk.records.classes import is_milder
from hrdesk.records.ids import joined_id
from hrdesk.store.pen import Pen
from hrdesk.store.standings import read_classes


def make_recommendation(
    pen: Pen, notes: list[str], text: str | None = None, language: str | None = None, **fields: Any
) -> dict[str, str]:
    """Make a recommendation from one or more notes, or from none; it is as strict as its strictest source."""
    sources = [_note(pen, note) for note in notes]
    words = (text or "\n".join(note.text or "" for note in sources)).strip()
    if not words:
        raise Refused(N_("There is no text to recommend. Nothing was changed."))
    if language is not None and language not in LANGUAGES:
        raise Refused(N_("“{language}” is none of the six languages. Nothing was changed."), language=language)
    classes = read_classes(pen.read)
    if sources:
        inherited = class_from([classes.of(note.id) for note in sources])
        if is_milder(fields.setdefault("sensitivity", inherited), inherited):
            raise Refused(
                N_(
                    "A recommendation is at least as strict as its notes. Nothing was changed;"
                    " lower its class afterwards, with a reason."
                )
            )
    held = pen.read.every(Consultation)
    given: dict[str, Value] = {
        "consultation": sources[0].consultation if sources else (held[0].id if held else None),
        "session": sources[0].session if sources else None,
        "status": "proposed",
        "position": next_position(pen.read, Recommendation),
    }
    spoken = sources[0].language if sources else (held[0].language if held else None)
    refuse_status_by_hand(Recommendation, fields)
    if "strength" not in fields:
        given |= finding(words, language or spoken or "en")
    made = pen.create(Recommendation, text=words, language=language or spoken or "en", **{**given, **fields})
    for note in sources:
        _link(pen, made, note.id)
    pass_on(pen, [note.id for note in sources], made)
    return {"id": made}


def link_note(pen: Pen, recommendation: str, note: str) -> dict[str, str]:
    """Add a note to those a recommendation was made from; a stricter note makes the recommendation stricter."""
    held = recommendation_of(pen, recommendation)
    source = _note(pen, note)
    strictness = read_classes(pen.read).of(source.id)
    if is_milder(held.sensitivity, strictness):
        pen.change(Recommendation, recommendation, sensitivity=strictness)
    return {"id": _link(pen, recommendation, note)}


def unlink_note(pen: Pen, recommendation: str, note: str) -> dict[str, str]:
    """Take a note away from those a recommendation was made from; its class stays as it is."""
    link = joined_id("link", recommendation, note, "made_from")
    held = pen.read.get(Link, link)
    if held is None:
        raise Refused(N_("The recommendation was not made from that note. Nothing was changed."))
    delete_link(pen, held)
    return {"id": link}


def tag(pen: Pen, item: str, name: str, scheme: str = "free") -> dict[str, str]:
    """Tag any record with a word of a scheme; a word of the shipped vocabularies in any of the six languages."""
    living(pen, item)
    word = " ".join(name.split())
    if not word:
        raise Refused(N_("There is no word to tag with. Nothing was changed."))
    made = tag_called(pen, scheme, word)
    tagging = pen.create(Tagging, joined_id("tagging", item, made), item=item, tag=made)
    return {"id": tagging, "tag": made}


def tag_several(pen: Pen, items: list[str], name: str, scheme: str = "free") -> dict[str, list[str]]:
    """Tag several records with one word, in one step."""
    return {"ids": [tag(pen, item, name, scheme)["id"] for item in items]}


def untag(pen: Pen, item: str, tag: str) -> dict[str, str]:
    """Take a tag off a record."""
    tagging = joined_id("tagging", item, tag)
    pen.delete(Tagging, tagging)
    return {"id": tagging}


def address(pen: Pen, recommendation: str, name: str, part: str = "addressee", implied: bool = False) -> dict[str, str]:
    """Name a body that a recommendation addresses, that is responsible for it, or that is a partner in it."""
    recommendation_of(pen, recommendation)
    made = pen.create(
        Addressee,
        recommendation=recommendation,
        name=name,
        part=part,
        implied=implied,
        position=next_position(pen.read, Addressee),
    )
    return {"id": made}


def _link(pen: Pen, recommendation: str, note: str) -> str:
    made = joined_id("link", recommendation, note, "made_from")
    return pen.create(Link, made, item=recommendation, source=note, link_kind="made_from")


def _note(pen: Pen, note: str) -> Note:
    held = pen.read.get(Note, note)
    if held is None:
        raise Refused(N_("There is no note “{id}” here. Nothing was changed."), id=note)
    return held


COMMANDS = (
    Command("make-recommendation", N_("Make recommendation"), make_recommendation),
    Command("link-note", N_("Link note"), link_note),
    Command("unlink-note", N_("Unlink note"), unlink_note),
    Command("tag", N_("Tag"), tag),
    Command("tag-several", N_("Tag several"), tag_several),
    Command("untag", N_("Remove tag"), untag),
    Command("address", N_("Name addressee"), address),
    *STRENGTHENING,
    *JOINING,
    *OWN_WORDS,
    *NEGOTIATING,
    *ADOPTING,
    *TAKING_RETURNED,
)
