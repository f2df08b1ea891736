"""What stands by a recommendation on the page: brackets, alternatives, reservations, and the way it was decided."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.language import LANGUAGES
from hrdesk.outcome.composition import compose
from hrdesk.outcome.document import Paragraph
from hrdesk.outcome.queries import material
from hrdesk.records import Consultation
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


def make(desk: MemoryDesk, text: str, **fields: Any) -> str:
    given = {"sensitivity": "public", "language": "en", **fields}
    return str(do(desk, "make-recommendation", notes=[], text=text, **given)["id"])


def lines(desk: MemoryDesk, language: str = "en") -> list[str]:
    blocks = compose(material(desk.reader), language).document.blocks
    return [
        " ".join(part for part in (one.number, "".join(run.text for run in one.runs)) if part)
        for one in blocks
        if isinstance(one, Paragraph)
    ]


def test_each_way_of_deciding_has_its_sentence(desk: MemoryDesk):
    made = {text: make(desk, text) for text in ("one", "two", "three", "four", "five", "six")}
    do(desk, "adopt", recommendation=made["one"])
    do(desk, "adopt", recommendation=made["two"], way="ad_referendum")
    do(desk, "note-recommendation", recommendation=made["three"])
    do(desk, "open-negotiation", recommendation=made["four"])
    do(desk, "not-adopt", recommendation=made["six"])
    assert lines(desk)[1:] == [
        "2. Participants adopted the following recommendations by consensus:",
        "3. one",
        "4. Participants adopted the following recommendations ad referendum:",
        "5. two",
        "6. Participants took note of the following recommendations:",
        "7. three",
        "8. The following recommendations are still under negotiation; words in square brackets are not agreed:",
        "9. four",
        "10. The following recommendations were proposed:",
        "11. five",
    ]


@pytest.mark.parametrize("is_made", [False, True])
def test_alternatives_stand_in_brackets_under_the_number_of_the_text(desk: MemoryDesk, is_made: bool):
    made = make(desk, "States should act.")
    for text in ("States must act.", "States may act."):
        do(desk, "propose-alternative", recommendation=made, text=text)
    after = make(desk, "Bodies should act.")
    do(desk, "open-negotiation", recommendation=after)
    if is_made:
        do(desk, "compose-outcome")
    assert lines(desk)[-4:] == [
        "3. [States should act.]",
        "3 bis. [States must act.]",
        "3 ter. [States may act.]",
        "4. Bodies should act.",
    ]
    do(desk, "choose-alternative", recommendation=made)
    assert lines(desk)[-2:] == ["3. States should act.", "4. Bodies should act."]


@pytest.mark.parametrize(
    ("sensitivity", "attribution", "told"),
    [
        ("public", "attributed", ["Reservation (Kenya): not us", "Objection (A network)"]),
        ("public", "affiliation", ["Reservation (Kenya): not us", "Objection"]),
        ("public", "chatham_house", ["Reservation: not us", "Objection"]),
        ("restricted", "attributed", ["Reservation: not us", "Objection"]),
        ("confidential", "attributed", []),
    ],
)
def test_who_reserved_is_told_as_far_as_may_be(desk: MemoryDesk, sensitivity: str, attribution: str, told: list[str]):
    [consultation] = [one.id for one in desk.reader.every(Consultation)]
    if attribution != "attributed":
        do(desk, "edit", id=consultation, attribution=attribution)
    made = make(desk, "States should act.", sensitivity=sensitivity)
    do(desk, "adopt", recommendation=made)
    kenya = do(desk, "add", kind="delegation", name="Kenya", code="KEN")["id"]
    do(desk, "record-reservation", recommendation=made, delegation=kenya, text="not us", language="en")
    do(desk, "record-reservation", recommendation=made, reservation_kind="objection", body="A network")
    found = lines(desk)
    assert [one for one in found if "not us" in one or "bjection" in one] == told
    if sensitivity != "confidential":
        assert found[-3] == "3. States should act."


def test_a_body_that_is_a_protected_person_is_not_named(desk: MemoryDesk):
    do(desk, "add", kind="person", name="Nomen Nescio", protected=True, pseudonym="Speaker 7")
    made = make(desk, "States should act.")
    do(desk, "record-reservation", recommendation=made, body="Nomen Nescio", text="not us")
    assert lines(desk)[-1] == "Reservation: not us"


def test_delegations_are_named_in_the_language_of_the_page(desk: MemoryDesk):
    made = make(desk, "States should act.")
    switzerland = do(desk, "add", kind="delegation", name="Switzerland", code="CHE")["id"]
    do(desk, "record-reservation", recommendation=made, delegation=switzerland)
    assert "Suisse" in lines(desk, "fr")[-1]
    assert "瑞士" in lines(desk, "zh")[-1]


def test_a_validated_document_says_so_as_long_as_it_reads_the_same(desk: MemoryDesk):
    made = make(desk, "States should act.")
    head = do(desk, "compose-outcome")["id"]
    before = lines(desk)
    do(desk, "validate", item=head, validated_by="the plenary")
    [told] = lines(desk)[len(before) :]
    assert told == "The text of this document was validated on 20 November 2026. Validated by: the plenary."
    for language in LANGUAGES:
        assert len(lines(desk, language)) == len(before) + 1
    do(desk, "edit", id=made, text="States must act.")
    assert len(lines(desk)) == len(before)
    desk.undo()
    assert len(lines(desk)) == len(before) + 1


def test_who_validated_is_not_told_where_nobody_may_be_named(desk: MemoryDesk):
    make(desk, "States should act.")
    head = do(desk, "compose-outcome")["id"]
    [consultation] = desk.reader.every(Consultation)
    do(desk, "edit", id=consultation.id, attribution="chatham_house")
    do(desk, "validate", item=head, validated_by="the plenary")
    assert lines(desk)[-1] == "The text of this document was validated on 20 November 2026."
