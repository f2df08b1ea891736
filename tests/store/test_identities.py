"""Protected persons' identities: no line holds them in words, no key but their own opens them, nothing is mixed up."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.records import Person, Withdrawal
from hrdesk.store import backup, driver, identities, vanishing
from hrdesk.store.identity import Profile
from hrdesk.store.verification import verify
from hrdesk.work import COMMANDS

NAME = "Xyzzy Plugh"
FIELDS = st.sampled_from(["name", "function", "affiliation", "mechanism", "consent_note"])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk.create(tmp_path / "one.hrdesk", Profile(tmp_path / "profile"))
    yield made
    made.close()


def add(desk: Desk, **fields: Any) -> str:
    return str(desk.run(COMMANDS["add"], kind="person", **fields)["id"])


def shown(desk: Desk, person: str) -> Person:
    with desk.reading() as reader:
        held = reader.get(Person, person)
    assert held is not None
    return held


def lines(desk: Desk, person: str) -> list[str]:
    with desk.reading() as reader:
        return [str(one.val) for one in reader.changes() if one.record == person]


def heads(desk: Desk, person: str) -> list[str]:
    with desk.reading() as reader:
        return [str(r["val"]) for r in reader.rows("SELECT val FROM change WHERE record = ? AND head <> 0", person)]


@settings(deadline=None, max_examples=50)
@given(person=st.text(max_size=8), other=st.text(max_size=8), field=FIELDS, another=FIELDS, value=st.text(max_size=80))
def test_what_is_sealed_opens_with_its_key_in_its_place_and_nowhere_else(person, other, field, another, value):
    key = identities.new_key()
    told = identities.seal(key, person, field, value)
    assert identities.is_sealed(told)
    assert identities.unseal([identities.new_key(), key], person, field, told) == value
    assert identities.unseal([identities.new_key()], person, field, told) is None
    if (other, another) != (person, field):
        assert identities.unseal([key], other, another, told) is None


def test_lengths_of_names_do_not_show_and_no_two_texts_are_alike():
    key = identities.new_key()
    told = [identities.seal(key, "p", "name", name) for name in ("Li", "Li", "Wolfeschlegelstein")]
    assert len({len(one) for one in told}) == 1
    assert len(set(told)) == 3


@pytest.mark.parametrize("broken", ["sealed:1:", "sealed:1:é", "sealed:1:AAAA", "sealed:1:" + "A" * 90, "sealed:1:~~"])
def test_broken_sealed_text_shows_as_nothing(broken: str):
    assert identities.unseal([identities.new_key()], "p", "name", broken) is None


def test_a_protected_person_is_written_sealed_and_read_here(desk: Desk):
    person = add(desk, name=NAME, affiliation="Union", function="clerk", protected=True, pseudonym="P7")
    assert not any(word in line for line in lines(desk, person) for word in ("Xyzzy", "Union", "clerk"))
    assert (shown(desk, person).name, shown(desk, person).function) == (NAME, "clerk")


def test_protecting_seals_what_stood_in_words_and_later_edits_stay_sealed(desk: Desk):
    person = add(desk, name=NAME, affiliation="Union")
    desk.run(COMMANDS["edit"], id=person, protected=True, pseudonym="P7")
    assert not any(NAME in one or "Union" in one for one in heads(desk, person))
    desk.run(COMMANDS["edit"], id=person, name="Frobozz")
    assert not any("Frobozz" in one for one in lines(desk, person))
    assert (shown(desk, person).name, shown(desk, person).affiliation) == ("Frobozz", "Union")


def test_taking_the_protection_back_writes_the_words_again(desk: Desk):
    person = add(desk, name=NAME, protected=True)
    desk.run(COMMANDS["edit"], id=person, protected=False, reason="asked to be named")
    assert shown(desk, person).name == NAME
    assert any(NAME in one for one in heads(desk, person))


def test_protecting_is_undone_and_done_again(desk: Desk):
    person = add(desk, name=NAME, affiliation="Union")
    desk.run(COMMANDS["edit"], id=person, protected=True)
    for _ in range(3):
        desk.undo()
        assert not shown(desk, person).protected
        assert any(NAME in one for one in heads(desk, person))
        desk.redo()
        assert shown(desk, person).protected
        assert not any(NAME in one or "Union" in one for one in heads(desk, person))
        assert (shown(desk, person).name, shown(desk, person).affiliation) == (NAME, "Union")


def test_a_desk_without_the_key_shows_nothing_and_writes_no_second_name(desk: Desk, tmp_path: Path):
    person = add(desk, name=NAME, protected=True, pseudonym="P7")
    with desk.reading() as reader:
        changes = reader.changes()
    from hrdesk.store.intake import Source

    other = Desk.create(tmp_path / "two.hrdesk", Profile(tmp_path / "other"))
    try:
        other.take_in(changes, Source("00", "x", "y"))
        assert (shown(other, person).name, shown(other, person).pseudonym) == (None, "P7")
        with pytest.raises(Refused, match="no key"):
            other.run(COMMANDS["edit"], id=person, name="Somebody")
        other.run(COMMANDS["edit"], id=person, pseudonym="P8")
        assert shown(other, person).pseudonym == "P8"
    finally:
        other.close()


def test_no_file_of_a_plain_desk_holds_a_protected_name_or_what_opens_it(desk: Desk):
    person = add(desk, name=NAME, affiliation="Frobozz", protected=True, pseudonym="P7")
    desk.run(COMMANDS["edit"], id=person, name="Plover", function="Dungeonmaster")
    made = backup.make(desk.file, "asked")
    with desk.reading() as reader:
        keys = reader.identity_keys(person)
    assert keys
    words = [b"Xyzzy", b"Plugh", b"Plover", b"Frobozz", b"Dungeonmaster", *keys]
    for file in (desk.path, desk.path.with_name(f"{desk.path.name}-wal"), made.path):
        assert [word for word in words if word in file.read_bytes()] == [], file.name
    assert verify(made.path).faults == ()


def test_who_has_the_file_and_not_the_profile_learns_no_protected_name(desk: Desk, tmp_path: Path):
    person = add(desk, name=NAME, protected=True, pseudonym="P7")
    stolen = tmp_path / "stolen.hrdesk"
    stolen.write_bytes(backup.make(desk.file, "asked").path.read_bytes())
    thief = Desk.open(stolen, Profile(tmp_path / "thief"))
    try:
        assert (shown(thief, person).name, shown(thief, person).pseudonym) == (None, "P7")
        with pytest.raises(Refused, match="no key"):
            thief.run(COMMANDS["edit"], id=person, name="Somebody")
    finally:
        thief.close()
    again = Desk.open(stolen, Profile(tmp_path / "profile"))
    try:
        assert shown(again, person).name == NAME
    finally:
        again.close()
    assert verify(stolen).faults == ()


def test_every_way_of_reading_a_desk_opens_what_its_profile_may_know(desk: Desk):
    person = add(desk, name=NAME, protected=True, pseudonym="P7")
    for opening in (desk.reading, desk.looking, desk.reader):
        with opening() as reader:
            held = reader.get(Person, person)
            assert held is not None
            assert held.name == NAME
            assert reader.rows("SELECT name FROM person") == [{"name": None}]


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder's rights count")
def test_a_desk_its_companions_and_backups_are_its_owners_alone(desk: Desk):
    person = add(desk, name=NAME)
    made = backup.make(desk.file, "asked")
    for file in (desk.path, desk.path.with_name(f"{desk.path.name}-wal"), made.path):
        assert file.stat().st_mode & 0o077 == 0, file.name
    backup.restore_open(desk.file, made)
    assert desk.path.stat().st_mode & 0o077 == 0
    assert shown(desk, person).name == NAME


def test_the_key_of_who_was_withdrawn_is_in_no_backup_either_and_restoring_one_brings_it_not_back(desk: Desk):
    person, other = add(desk, name=NAME, protected=True), add(desk, name="Grue", protected=True)
    kept = desk.back_up("asked")
    desk.run(COMMANDS["withdraw"], item=person)
    connection = driver.connect(kept.path)
    assert {row[0] for row in connection.execute("SELECT person FROM identity_key")} == {other}
    connection.close()
    desk.restore(kept)
    with desk.reading() as reader:
        assert reader.identity_keys(person) == []
        assert reader.identity_keys(other)


def test_a_withdrawal_that_names_a_person_and_none_of_the_lines_takes_no_key_away(desk: Desk):
    person = add(desk, name=NAME, protected=True)
    with desk.file.pen() as pen:
        pen.create(Withdrawal, item=person, cause="other", lines="A" * 43, at=pen.now)
    vanishing.clean(desk.file)
    assert shown(desk, person).name == NAME
    with desk.reading() as reader:
        assert reader.identity_keys(person)
