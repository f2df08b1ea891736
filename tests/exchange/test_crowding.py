"""Crowds: whoever brings devices by the thousand makes no desk unable to pass anything on."""

from pathlib import Path

import pytest

from hrdesk.exchange import crowding
from hrdesk.exchange.bundle.seals import Author
from hrdesk.exchange.crowding import MOST_SEALED, MOST_UNSEALED, Crowd
from hrdesk.exchange.merging import merge
from hrdesk.store.change import encode
from hrdesk.store.identity import Profile
from tests.exchange.making import body, bundle, change, closed, header, written
from tests.exchange.rooms import Room

SEALED, BARE = Author(1, 0, b"k" * 32), Author(0, 1, None)


def names(base: str, count: int) -> dict[str, Author]:
    return {f"{base * 16}.{number}": SEALED for number in range(1, count + 1)}


def devices(room: Room) -> set[str]:
    with room.desk.reading() as reader:
        return {dev for dev, _ in reader.dots()}


def test_of_one_key_only_so_many_incarnations_come_in(room: Room, tmp_path: Path):
    stranger = Profile(tmp_path / "stranger")
    wrote = sorted(
        (change(f"{stranger.device}.{number}", 1, lam=1) for number in range(1, 151)), key=lambda one: one.dev
    )
    path = written(tmp_path / "many.hrdesk.json", bundle(stranger, wrote))
    done = merge(room.desk, [path])
    assert (done.new, done.left_out) == (MOST_SEALED, 50)
    again = merge(room.desk, [path])
    assert (again.new, again.left_out) == (0, 50)


def test_who_writes_without_a_seal_in_anothers_name_uses_up_none_of_the_others_room(
    room: Room, other: Room, tmp_path: Path
):
    forger, base = Profile(tmp_path / "forger"), other.desk.file.profile.device
    lines = sorted((change(f"{base}.{number}", 1, lam=1) for number in range(100, 300)), key=lambda one: one.dev)
    path = tmp_path / "forged.hrdesk.json"
    path.write_bytes(closed(body(header(forger, len(lines)), [encode(one) for one in lines], []), forger))
    assert merge(room.desk, [path]).new == MOST_UNSEALED
    other.start()
    assert merge(room.desk, [other.write()]).left_out == 0
    assert other.desk.file.device in devices(room)


def test_several_bundles_of_one_merge_are_counted_together():
    crowd = Crowd("o" * 16)
    assert len(crowd.too_many(names("a", 60))) == 0
    assert len(crowd.too_many({f"{'a' * 16}.{number}": SEALED for number in range(61, 121)})) == 20


def test_what_the_desk_knows_and_what_its_own_key_sealed_always_comes_in(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(crowding, "MOST_DEVICES", 2)
    crowd = Crowd("o" * 16, {f"{'a' * 16}.1", f"{'b' * 16}.1"}, {f"{'a' * 16}.1"})
    assert not crowd.too_many({f"{'a' * 16}.1": SEALED, f"{'b' * 16}.1": BARE, f"{'o' * 16}.7": SEALED})
    assert crowd.too_many({f"{'c' * 16}.1": SEALED, f"{'o' * 16}.8": BARE}) == {f"{'c' * 16}.1", f"{'o' * 16}.8"}
