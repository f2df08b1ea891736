"""What is taken in of a list: one step, nobody twice, nothing that nobody should keep."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.agenda.participants import vocabulary
from hrdesk.agenda.participants.importing import preview_pasted, read_known
from hrdesk.errors import Refused
from hrdesk.records import Delegation, Person, Wording
from hrdesk.records.wording import standing
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk

LIST = (
    "Title\tName\tFunction\tCountry/Organization\tCategory\tGender\tE-mail\n"
    "Ms.\tDelegate One\tMinister\tKenya\tState\tF\tone@example.org\n"
    "Mr.\tDelegate Two\tAttaché\tKenya\t\t\t\n"
    "\tExpert Three\tDirector\tRights Now\tNGO\t\t\n"
    "\t\t\tFrance\t\t\t\n"
)


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def understood(desk: MemoryDesk, text: str = LIST) -> list[dict[str, Any]]:
    found = preview_pasted(text, "list", read_known(desk.reader))
    return [row.handed_over() for row in found.reading.rows if row.taken]


def take(desk: MemoryDesk, found: list[dict[str, Any]]) -> dict[str, int]:
    made: dict[str, int] = desk.run(COMMANDS["take-participants"], found=found)
    return made


def test_a_list_becomes_people_in_their_delegations(desk):
    desk.run(COMMANDS["new-consultation"], title="W", language="fr")
    assert take(desk, understood(desk)) == {"people": 3, "delegations": 3, "already": 0}
    first = next(one for one in desk.reader.every(Person) if one.name == "Delegate One")
    assert first.delegation == vocabulary.delegation_id("KEN")
    assert (first.honorific, first.function, first.category, first.gender) == ("Ms.", "Minister", "state", "woman")
    assert first.affiliation == "Kenya"
    own = next(one for one in desk.reader.every(Delegation) if one.name == "Rights Now")
    assert (own.category, own.code) == ("ngo", None)
    assert not any("example.org" in str(change.val) for change in desk.changes())


def test_taking_a_list_is_one_step_of_undo(desk):
    take(desk, understood(desk))
    desk.undo()
    assert desk.reader.every(Person) == []
    assert desk.reader.every(Delegation) == []
    desk.redo()
    assert len(desk.reader.every(Person)) == 3


def test_the_same_list_again_brings_nobody(desk):
    take(desk, understood(desk))
    assert [one for one in understood(desk) if one.get("name")] == []
    rows = understood(MemoryDesk(1))
    assert take(desk, rows) == {"people": 0, "delegations": 0, "already": 3}


def test_who_is_ticked_although_he_is_here_comes_a_second_time(desk):
    take(desk, [{"name": "Delegate One", "delegation": "KEN"}])
    assert take(desk, [{"name": "Delegate One", "delegation": "KEN", "again": True}])["people"] == 1


def test_somebody_who_was_written_with_a_body_in_words_is_recognised(desk):
    desk.run(COMMANDS["add"], kind="person", name="Expert Three", affiliation="Rights Now")
    found = preview_pasted(LIST, "list", read_known(desk.reader))
    assert [row.state for row in found.reading.rows if row.name == "Expert Three"] == ["here"]


def test_two_desks_that_take_the_same_list_make_the_same_delegations(desk):
    other = MemoryDesk(1)
    take(desk, understood(desk))
    take(other, understood(other))
    desk.take(other.changes())
    assert sorted(one.name for one in desk.reader.every(Delegation)) == ["France", "Kenya", "Rights Now"]
    other.close()


def test_the_id_of_a_person_says_nothing_of_the_name(desk):
    other = MemoryDesk(1)
    take(desk, [{"name": "Delegate One", "delegation": "KEN"}])
    take(other, [{"name": "Delegate One", "delegation": "KEN"}])
    assert desk.reader.every(Person)[0].id != other.reader.every(Person)[0].id
    other.close()


def test_a_delegation_that_was_renamed_is_not_taken_for_the_old_name(desk):
    made = desk.run(COMMANDS["add-delegation"], name="Rights Now")["id"]
    desk.run(COMMANDS["edit"], id=made, name="Rights Tomorrow")
    again = desk.run(COMMANDS["add-delegation"], name="Rights Now")["id"]
    assert again != made
    assert desk.reader.get(Delegation, made).name == "Rights Tomorrow"


def test_a_delegation_added_by_a_name_that_is_known_is_the_known_one(desk):
    assert desk.run(COMMANDS["add-delegation"], name="Kenia")["id"] == vocabulary.delegation_id("KEN")
    assert desk.reader.every(Delegation)[0].category == "state"


@pytest.mark.parametrize(
    "row",
    [
        {"name": 7},
        {"name": "Delegate One", "email": "one@example.org"},
        {"name": "Delegate One", "category": "visitor"},
        {"name": "Delegate One", "gender": "f"},
        {"name": "Delegate One", "delegation": "XXX"},
        {"name": "Delegate One", "again": "yes"},
    ],
)
def test_a_row_that_is_none_is_refused_and_nothing_is_kept(desk, row):
    with pytest.raises(Refused):
        take(desk, [{"name": "Delegate Two", "delegation": "KEN"}, row])
    assert desk.changes() == []


def test_names_of_an_export_are_put_over_the_shipped_ones_as_reviewed(desk):
    table = (
        "English Short\tEnglish Formal\tFrench Short\tRussian Short\tArabic Short\tChinese Short\n"
        "Türkiye *\tthe Republic of Türkiye\tTürkiye (la) [fém.]\tТюркие\tتركيا\t土耳其\n"
        "Kenya\tthe Republic of Kenya\tKenya (le) [masc.]\tКения\tكينيا\t肯尼亚\n"
        "Atlantis\t\tAtlantide\tАтлантида\t\t\n"
        "France\t\tFrance\tFrance\tفرنسا\t法国\n"
    )
    found = preview_pasted(table, "list", read_known(desk.reader)).names
    assert found is not None
    assert [(row.code, dict(row.names)) for row in found.rows] == [("TUR", {"ru": "Тюркие"})]
    assert (found.same, found.odd, [text for _number, text in found.unknown]) == (2, 1, ["Atlantis"])
    taken = [{"code": row.code, "names": dict(row.names)} for row in found.rows]
    assert desk.run(COMMANDS["take-names"], found=taken) == {"delegations": 1, "names": 1}
    wording = desk.reader.every(Wording)[0]
    assert standing(wording, "Türkiye") == "reviewed"
    assert vocabulary.name_of("TUR", "ru", desk.reader) == "Тюркие"
    desk.undo()
    assert vocabulary.name_of("TUR", "ru", desk.reader) == "Турция"


@pytest.mark.parametrize(
    "one", [{"code": "KEN"}, {"code": "KEN", "names": {"de": "Kenia"}}, {"code": "KEN", "names": {"ru": ""}}]
)
def test_names_that_are_none_are_refused(desk, one):
    with pytest.raises(Refused):
        desk.run(COMMANDS["take-names"], found=[one])
    assert desk.changes() == []


def test_lines_of_a_text_are_people_with_commas_between(desk):
    found = preview_pasted(
        "AFGHANISTAN\nMs. Delegate One, Minister, Head of delegation\nALBANIA\nMr. Delegate Two, Attaché\n"
        "Expert Three, Director, Iran (Islamic Republic of)\n",
        "list",
        read_known(desk.reader),
    )
    assert [(row.name, row.function, row.delegation) for row in found.reading.rows] == [
        ("Delegate One", "Minister, Head of delegation", "AFG"),
        ("Delegate Two", "Attaché", "ALB"),
        ("Expert Three", "Director", "IRN"),
    ]
