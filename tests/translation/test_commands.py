"""Wordings in other languages: made from a source as it reads now, passed as reviewed, stale when the source moves on."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.records import Wording
from hrdesk.translation.queries import segments, wording_id
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    do(held, "new-consultation", title="Workshop", language="en", sensitivity="public")
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def standings(desk: MemoryDesk, language: str = "fr") -> dict[str, str]:
    return {one.source.text: one.standing for one in segments(desk.reader, language)}


def test_a_wording_goes_from_empty_over_draft_to_reviewed_and_gets_stale(desk: MemoryDesk):
    made = do(desk, "make-recommendation", notes=[], text="Act.")["id"]
    assert standings(desk)["Act."] == "empty"
    do(desk, "translate", item=made, language="fr", text="Agir.")
    assert standings(desk)["Act."] == "draft"
    do(desk, "review-wording", item=made, language="fr")
    assert standings(desk)["Act."] == "reviewed"
    do(desk, "edit", id=made, text="Act now.")
    assert standings(desk)["Act now."] == "stale"
    do(desk, "review-wording", item=made, language="fr")
    assert standings(desk)["Act now."] == "reviewed"
    assert standings(desk, "es")["Act now."] == "empty"
    assert "Act now." not in standings(desk, "en")


def test_two_desks_word_one_text_in_one_record(desk: MemoryDesk):
    other = MemoryDesk(1)
    made = do(desk, "make-recommendation", notes=[], text="Act.")["id"]
    other.take(desk.changes())
    for one, text in ((desk, "Agir."), (other, "Agissez.")):
        do(one, "translate", item=made, language="fr", text=text)
    desk.take(other.changes())
    [held] = desk.reader.every(Wording)
    assert held.id == wording_id(made, "text", "fr")
    assert desk.reader.value("SELECT count(*) FROM change WHERE head = 2") == 2
    other.close()


def test_an_adopted_text_is_what_is_translated(desk: MemoryDesk):
    made = do(desk, "make-recommendation", notes=[], text="Act.")["id"]
    do(desk, "adopt", recommendation=made)
    do(desk, "translate", item=made, language="fr", text="Agir.", status="reviewed")
    assert standings(desk)["Act."] == "reviewed"


@pytest.mark.parametrize(
    "wrong",
    [
        {"item": "none"},
        {"language": "de"},
        {"language": "en"},
        {"field": "status"},
        {"field": "none"},
        {"status": "perfect"},
    ],
)
def test_what_cannot_be_translated_is_refused(desk: MemoryDesk, wrong: dict[str, str]):
    made = do(desk, "make-recommendation", notes=[], text="Act.")["id"]
    with pytest.raises(Refused):
        do(desk, "translate", **{"item": made, "language": "fr", "text": "Agir.", **wrong})
    with pytest.raises(Refused):
        do(desk, "review-wording", item=made, language="fr")
    assert desk.reader.every(Wording) == []


def test_a_wording_is_not_bent_to_another_text(desk: MemoryDesk):
    made = do(desk, "make-recommendation", notes=[], text="Act.")["id"]
    wording = do(desk, "translate", item=made, language="fr", text="Agir.")["id"]
    for field, value in (("item", "other"), ("language", "es"), ("item_field", "theme")):
        with pytest.raises(Refused):
            do(desk, "edit", id=wording, **{field: value})
    do(desk, "edit", id=wording, text="Agissez.")
