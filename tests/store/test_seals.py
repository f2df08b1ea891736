"""Seals in a desk: own ones made anew each time and the same, others' kept, and nothing vouched for that is not ours."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.store import seals
from hrdesk.store.change import Change, encode, line_hash
from hrdesk.store.identity import Profile
from hrdesk.store.intake import Source
from hrdesk.store.seals import HASH, Seal, contradicted, keep, seal, seals_for
from hrdesk.work import COMMANDS

SOURCE = Source("0" * 64, "x", "aaaaaaaaaaaaaaaa.1")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk.create(tmp_path / "a.hrdesk", Profile(tmp_path / "profile"))
    yield made
    made.close()


@pytest.fixture
def author(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "author")


def line(dev: str, seq: int, val: str = "x") -> Change:
    return Change(
        at="2026-11-20T10:11:12.123Z",
        dev=dev,
        field="text",
        kind="note",
        lam=seq,
        n="AAAAAAAAAAA",
        record="r",
        seen={},
        seq=seq,
        sv=1,
        val=val,
    )


def hashes(*changes: Change) -> bytes:
    return b"".join(map(line_hash, changes))


def made_for(desk: Desk, *going: Change) -> list[Seal]:
    """Give the seals for these lines."""
    told: dict[str, tuple[list[int], bytes]] = {}
    for one in sorted(going, key=lambda one: (one.dev, one.seq, line_hash(one))):
        numbers, held = told.get(one.dev, ([], b""))
        told[one.dev] = ([*numbers, one.seq], held + line_hash(one))
    with desk.reading() as reader:
        return list(seals_for(reader, desk.file.profile, told))


def own_lines(desk: Desk, count: int = 3) -> list[Change]:
    for number in range(count):
        desk.run(COMMANDS["add"], kind="lesson", text=f"{number}")
    with desk.reading() as reader:
        return list(reader.changes())


def test_the_same_lines_give_the_same_seals(desk: Desk):
    mine = own_lines(desk)
    assert made_for(desk, *mine) == made_for(desk, *mine)
    (one,) = made_for(desk, mine[1])
    assert (one.lo, one.hashes) == (1, hashes(*mine)), "its neighbours are sealed by their hash"
    assert seals.is_true(one.key, one.signed, one.sig)


def test_nobody_seals_lines_of_others(desk: Desk, author: Profile):
    mine = own_lines(desk)
    theirs = line(f"{author.device}.1", 1)
    desk.take_in([theirs], SOURCE)
    assert {one.dev for one in made_for(desk, *mine, theirs)} == {desk.file.device}


def test_what_somebody_else_wrote_under_our_name_is_not_sealed(desk: Desk):
    mine = own_lines(desk)
    forged = line(desk.file.device, mine[-1].seq + 1)
    desk.take_in([forged], SOURCE)
    (one,) = made_for(desk, *mine, forged)
    assert one.hi == mine[-1].seq
    assert one.hashes == hashes(*mine)


def test_where_a_line_is_missing_the_seal_is_divided(desk: Desk):
    mine = own_lines(desk, 5)
    with desk.file.writing() as connection:
        connection.execute("DELETE FROM change WHERE id & 1099511627775 = 3")
    left = [one for one in mine if one.seq != 3]
    found = made_for(desk, *left)
    assert [(one.lo, one.hi) for one in found] == [(1, 2), (4, mine[-1].seq)]


def test_a_withdrawn_line_keeps_its_place_in_the_seal(desk: Desk):
    mine = own_lines(desk, 4)
    before = made_for(desk, *mine)
    gone = mine[1]
    with desk.file.writing() as connection:
        connection.execute("DELETE FROM change WHERE id & 1099511627775 = ?", (gone.seq,))
        connection.execute(
            "INSERT INTO withdrawn (hash, dev, seq) VALUES (?, ?, ?)", (line_hash(gone), gone.dev, gone.seq)
        )
    assert made_for(desk, *(one for one in mine if one is not gone)) == before


def test_a_longer_seal_takes_the_place_of_a_shorter_one_in_any_order(desk: Desk, author: Profile):
    dev = f"{author.device}.1"
    lines = [line(dev, number) for number in range(1, 6)]
    made = [seal(author, dev, 1, hashes(*lines[:count])) for count in (2, 5, 3)]
    for order in (made, made[::-1]):
        with desk.file.writing() as connection:
            connection.execute("DELETE FROM seal")
            keep(connection, order)
        desk.take_in(lines, SOURCE)
        assert made_for(desk, lines[0]) == [made[1]]
        with desk.reading() as reader:
            assert reader.value("SELECT count(*) FROM seal") == 1


def test_seals_that_disagree_are_both_kept_and_the_author_is_flagged(desk: Desk, author: Profile):
    dev = f"{author.device}.1"
    here, there = line(dev, 1, "here"), line(dev, 1, "there")
    desk.take_in([here, there], SOURCE)
    both = [seal(author, dev, 1, hashes(one)) for one in (here, there)]
    with desk.file.writing() as connection:
        keep(connection, both)
        keep(connection, both)
    with desk.reading() as reader:
        assert reader.value("SELECT forked FROM device WHERE dev = ?", dev) == 1
    assert made_for(desk, here, there) == sorted(both)


def test_a_seal_that_a_line_contradicts_stays_behind(desk: Desk, author: Profile):
    dev = f"{author.device}.1"
    true, forged = line(dev, 1), line(dev, 1, "what nobody said")
    desk.take_in([true, forged], SOURCE)
    with desk.file.writing() as connection:
        keep(connection, [seal(author, dev, 1, hashes(true))])
    assert made_for(desk, true, forged) == []
    assert len(made_for(desk, true)) == 1


def test_a_line_that_a_seal_kept_here_contradicts_is_named(desk: Desk, author: Profile):
    dev = f"{author.device}.1"
    lines = [line(dev, number) for number in range(1, 4)]
    with desk.file.writing() as connection:
        keep(connection, [seal(author, dev, 1, hashes(*lines))])
    told = {dev: {1: line_hash(lines[0]), 2: hashlib.sha256(encode(line(dev, 2, "forged"))).digest(), 9: b"h" * HASH}}
    with desk.reading() as reader:
        assert contradicted(reader, told) == {(dev, 2)}
        assert contradicted(reader, {}) == set()


def test_an_ocean_of_seals_that_disagree_is_not_kept(desk: Desk, author: Profile):
    dev = f"{author.device}.1"
    with desk.file.writing() as connection:
        keep(connection, [seal(author, dev, 1, bytes([number]) * HASH) for number in range(60)])
    with desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM seal") == seals.MOST_KEPT
