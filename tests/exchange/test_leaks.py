"""Every text of every kind, planted in a confidential consultation, and looked for in what leaves."""

import gzip
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

import pytest

from hrdesk.desk import Command
from hrdesk.exchange.scope import Mode, Scope
from hrdesk.exchange.sending import Wrapping, send
from hrdesk.records import KINDS, NOUNS, Record
from hrdesk.store.pen import Pen
from tests.exchange.rooms import Room

FIRST = (
    "consultation",
    "agenda_item",
    "session",
    "delegation",
    "person",
    "session_format",
    "format_segment",
    "floor_request",
    "intervention",
    "mandate",
    "regional_consultation",
    "document",
    "note",
    "recommendation",
    "guiding_question",
    "seat",
    "tag",
    "expected_output",
    "action",
    "paragraph",
)
"""What others refer to, each after what it refers to itself."""

VOCABULARY = ("mechanism", "mechanism_alias")
"""Bodies: they are in every desk, and a word of them says nothing of anybody."""

CHANGED = (
    "note",
    "paragraph",
    "footnote",
    "wording",
    "decision",
    "tagging",
    "link",
    "officer",
    "floor_request",
    "floor_decision",
    "panel_question",
)
"""What is deleted, restored or written over after it was planted."""

UNPLANTED = {"language", "adopted_language", "device", "position", "key", "recipient", "status"}
KEPT_APART = ("withdrawal", "identity_access", "roster_entry")


class Garden:
    """Plants a word of its own into every text of a record and remembers where."""

    def __init__(self) -> None:
        self.numbers = count()
        self.planted: dict[str, tuple[str, str]] = {}
        self.owners: dict[str, str] = {}

    def plant(self, pen: Pen, noun: type[Record], **more: Any) -> str:
        values: dict[str, Any] = {}
        for info in noun.declared:
            if info.refers_to:
                wanted = ("note",) if info.refers_to == ("*",) else info.refers_to
                values[info.name] = next((self.owners[one] for one in wanted if one in self.owners), None)
            elif info.choices:
                is_class = info.name in ("sensitivity", "attribution", "consent")
                values[info.name] = None if is_class else info.choices[0]
            elif info.type == "text" and info.name not in UNPLANTED:
                word = f"xyzzy{next(self.numbers):03}q"
                self.planted[word] = (noun.kind, info.name)
                values[info.name] = word
        return pen.create(noun, **{**values, **more})

    def fill(self, pen: Pen) -> None:
        self.owners["mechanism"] = pen.create(KINDS["mechanism"], name="Committee")
        for kind in FIRST:
            is_strict = kind in ("consultation", "session", "note", "recommendation")
            more = {"sensitivity": "confidential"} if is_strict else {}
            self.owners[kind] = self.plant(pen, KINDS[kind], **more)
        for noun in NOUNS:
            if noun.kind not in (*FIRST, *VOCABULARY, *KEPT_APART):
                self.plant(pen, noun)


def write(room: Room, what: Callable[[Pen], Any]) -> None:
    def do(pen: Pen) -> None:
        what(pen)

    room.desk.run(Command("write", "write", do))


def leaving(room: Room, scope: Scope, mode: Mode) -> str:
    path = room.desk.path.with_name("a.hrdesk.json.gz")
    send(room.desk, path, scope, mode, Wrapping(compress=True))
    told = gzip.decompress(path.read_bytes()).decode()
    path.unlink()
    return told


@pytest.mark.parametrize("mode", ["history", "heads"])
@pytest.mark.parametrize("then", ["stands", "deleted", "restored", "written over", "undone"])
def test_no_text_of_any_kind_leaves_a_confidential_consultation(room: Room, then: str, mode: Mode):
    session = room.start(sensitivity="public")
    room.note(session, "open", sensitivity="public")
    with room.desk.reading() as reader:
        consultation = str(reader.value("SELECT id FROM consultation"))
    garden = Garden()
    write(room, garden.fill)
    if then == "undone":
        room.desk.undo()
    for kind in CHANGED:
        write(room, partial(change, kind=kind, then=then, garden=garden))
    assert len(garden.planted) > 120
    for sensitivity in ("public", "restricted"):
        for scope in (Scope(sensitivity=sensitivity), Scope(consultation, None, sensitivity), Scope(None, session)):
            told = leaving(room, scope, mode)
            assert "open" in told
            assert {where for word, where in garden.planted.items() if word in told} == set()


def change(pen: Pen, kind: str, then: str, garden: Garden) -> None:
    noun = KINDS[kind]
    for held in pen.read.every(noun):
        if "open" in repr(held):
            continue
        if then == "written over":
            texts = [info.name for info in held.declared if (held.kind, info.name) in garden.planted.values()]
            pen.change(noun, held.id, **dict.fromkeys(texts, "other words"))
        if then in ("deleted", "restored"):
            pen.delete(noun, held.id)
        if then == "restored":
            pen.restore(noun, held.id)


def test_who_spoke_only_where_nobody_may_look_is_not_told(room: Room):
    session = room.start(sensitivity="public")
    closed = room.add("session", title="closed", sensitivity="confidential")
    witness, chair, guest = (room.add("person", name=one) for one in ("Xyzzy", "Plugh", "Frobozz"))
    room.note(closed, "said", speaker=witness)
    room.add("officer", session=closed, person=chair, part="chair", as_written="Plugh of the closed session")
    told = room.write().read_text("utf-8")
    assert [one in told for one in ("Xyzzy", "Plugh", "Frobozz")] == [False, False, True]
    room.note(session, "said", speaker=witness)
    assert "Xyzzy" in room.write().read_text("utf-8")
    assert guest in room.write().read_text("utf-8")


def test_that_somebody_takes_consent_back_follows_a_name_that_left_and_stays_now(room: Room, other: Room):
    session = room.start(sensitivity="public")
    witness = room.add("person", name="Xyzzy", consent="report")
    note = room.note(session, "said", speaker=witness)
    other.take(room)
    path = room.desk.path.with_name("b.hrdesk.json")
    send(room.desk, path)
    path.unlink()
    room.do("edit", id=note, sensitivity="confidential")
    room.do("edit", id=witness, consent="withdrawn", name="Plugh")
    send(room.desk, path)
    told = path.read_text("utf-8")
    assert "withdrawn" in told
    assert "Plugh" not in told


@pytest.mark.parametrize("mode", ["history", "heads"])
def test_what_was_opened_takes_neither_reasons_nor_translations_of_its_closed_time_along(room: Room, mode: Mode):
    session = room.start(sensitivity="public")
    note = room.note(session, "open", sensitivity="public")
    made = room.recommend(note, text="xyzzy1", sensitivity="confidential", language="en")
    old = room.do("translate", item=made, language="fr", text="xyzzy2")["id"]
    room.do("adopt", recommendation=made)
    room.do("reopen", recommendation=made, reason="xyzzy3")
    room.do("edit", id=made, text="open")
    new = room.do("translate", item=made, language="es", text="abierto")["id"]
    room.do("edit", id=made, sensitivity="public", reason="xyzzy4")
    for sensitivity in ("public", "restricted"):
        told = leaving(room, Scope(sensitivity=sensitivity), mode)
        assert "xyzzy" not in told
        assert (new in told, old in told) == (True, False)
    assert "xyzzy4" in leaving(room, Scope(sensitivity="confidential"), mode)
    room.do("translate", item=made, language="fr", text="ouvert")
    assert "ouvert" in leaving(room, Scope(sensitivity="public"), mode)


def test_the_public_is_not_told_who_a_lesson_was_heard_from(room: Room):
    room.start(sensitivity="public")
    room.add("lesson", text="ask early", said_by="Xyzzy")
    told = {one: leaving(room, Scope(sensitivity=one), "history") for one in ("public", "restricted")}
    assert ["ask early" in one for one in told.values()] == [True, True]
    assert ["Xyzzy" in one for one in told.values()] == [False, True]


def test_the_public_is_not_told_who_proposed_reserved_or_validated_what(room: Room):
    session = room.start(sensitivity="public")
    made = room.recommend(text="open", session=session, sensitivity="public", language="en")
    room.do("propose-amendment", recommendation=made, text="wide open", proposed_by="Xyzzy1", reason="Xyzzy2")
    room.do("propose-alternative", recommendation=made, text="open or shut", proposed_by="Xyzzy3")
    room.do("record-reservation", recommendation=made, reservation_kind="reservation", text="within law", body="Xyzzy4")
    room.do("validate", item=made, validated_by="Xyzzy5")
    told = {one: leaving(room, Scope(sensitivity=one), "history") for one in ("public", "restricted")}
    assert all(word in told["public"] for word in ("wide open", "open or shut", "within law"))
    assert [told["public"].count("Xyzzy"), *(f"Xyzzy{number}" in told["restricted"] for number in range(1, 6))] == [
        0, True, True, True, True, True,
    ]  # fmt: skip
