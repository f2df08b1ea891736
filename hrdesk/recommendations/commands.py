"""What a person can do with recommendations: make them from notes, describe, tag and adopt them."""

from typing import Any

from hrdesk.agenda.commands import delete_link, living, refuse_adoption_by_hand
from hrdesk.agenda.queries import next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.notes.tagging import pass_on
from hrdesk.notes.terms import term_called
from hrdesk.recommendations.joining import COMMANDS as JOINING
from hrdesk.recommendations.rules.inheriting import class_from
from hrdesk.recommendations.strengthening import COMMANDS as STRENGTHENING
from hrdesk.recommendations.strengthening import finding
from hrdesk.records import Addressee, Consultation, Decision, Link, Note, Recommendation, Tag, Tagging, Value
from hrdesk.records.classes import is_milder
from hrdesk.records.ids import joined_id, tag_id
from hrdesk.records.protection import is_adopted
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
    refuse_adoption_by_hand(Recommendation, fields)
    if "strength" not in fields:
        given |= finding(words, language or spoken or "en")
    made = pen.create(Recommendation, text=words, language=language or spoken or "en", **{**given, **fields})
    for note in sources:
        _link(pen, made, note.id)
    pass_on(pen, [note.id for note in sources], made)
    return {"id": made}


def link_note(pen: Pen, recommendation: str, note: str) -> dict[str, str]:
    """Add a note to those a recommendation was made from; a stricter note makes the recommendation stricter."""
    held = _recommendation(pen, recommendation)
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
    term = term_called(scheme, word)
    word, made = (term.key, term.tag) if term else (word, tag_id(scheme, word))
    if pen.read.get(Tag, made) is None:
        pen.create(Tag, made, scheme=scheme, name=word)
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
    _recommendation(pen, recommendation)
    made = pen.create(
        Addressee,
        recommendation=recommendation,
        name=name,
        part=part,
        implied=implied,
        position=next_position(pen.read, Addressee),
    )
    return {"id": made}


def adopt(pen: Pen, recommendation: str) -> dict[str, str]:
    """Adopt a recommendation: the exact text and its language are kept as adopted, and documents print that."""
    held = _recommendation(pen, recommendation)
    if is_adopted(held):
        raise Refused(N_("The recommendation is already adopted. Nothing was changed."))
    if not held.text:
        raise Refused(N_("There is no text to adopt yet. Nothing was changed."))
    pen.change(
        Recommendation,
        recommendation,
        status="adopted",
        adopted_text=held.text,
        adopted_language=held.language,
        adopted_at=pen.now,
    )
    pen.create(
        Decision,
        item=recommendation,
        decision_kind="adopted",
        subject="status",
        before=held.status,
        after="adopted",
        at=pen.now,
    )
    return {"id": recommendation}


def adopt_several(pen: Pen, recommendations: list[str]) -> dict[str, list[str]]:
    """Adopt several recommendations in one step; those already adopted stay as they are."""
    open_ones = [one for one in recommendations if not is_adopted(_recommendation(pen, one))]
    if not open_ones:
        raise Refused(N_("All of these are already adopted. Nothing was changed."))
    return {"ids": [adopt(pen, one)["id"] for one in open_ones]}


def reopen(pen: Pen, recommendation: str, reason: str) -> dict[str, str]:
    """Open an adopted recommendation again, by a new and visible decision."""
    held = _recommendation(pen, recommendation)
    if not is_adopted(held):
        raise Refused(N_("The recommendation is not adopted. Nothing was changed."))
    if not reason.strip():
        raise Refused(N_("Opening an adopted text again needs a reason. Nothing was changed; please give one."))
    pen.change(
        Recommendation,
        recommendation,
        status="under_negotiation",
        adopted_text=None,
        adopted_language=None,
        adopted_at=None,
    )
    pen.create(
        Decision,
        item=recommendation,
        decision_kind="adopted",
        subject="status",
        before="adopted",
        after="under_negotiation",
        reason=reason,
        at=pen.now,
    )
    return {"id": recommendation}


def _link(pen: Pen, recommendation: str, note: str) -> str:
    made = joined_id("link", recommendation, note, "made_from")
    return pen.create(Link, made, item=recommendation, source=note, link_kind="made_from")


def _note(pen: Pen, note: str) -> Note:
    held = pen.read.get(Note, note)
    if held is None:
        raise Refused(N_("There is no note “{id}” here. Nothing was changed."), id=note)
    return held


def _recommendation(pen: Pen, recommendation: str) -> Recommendation:
    held = pen.read.get(Recommendation, recommendation)
    if held is None:
        raise Refused(N_("There is no recommendation “{id}” here. Nothing was changed."), id=recommendation)
    return held


COMMANDS = (
    Command("make-recommendation", N_("Make recommendation"), make_recommendation),
    Command("link-note", N_("Link note"), link_note),
    Command("unlink-note", N_("Unlink note"), unlink_note),
    Command("tag", N_("Tag"), tag),
    Command("tag-several", N_("Tag several"), tag_several),
    Command("untag", N_("Remove tag"), untag),
    Command("address", N_("Name addressee"), address),
    Command("adopt", N_("Adopt"), adopt),
    Command("adopt-several", N_("Adopt several"), adopt_several),
    Command("reopen", N_("Reopen"), reopen),
    *STRENGTHENING,
    *JOINING,
)
