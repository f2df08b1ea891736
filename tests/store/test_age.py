"""Encrypting bytes and streams: what goes in comes out for whom it is for, and errors keep their cause."""

from io import BytesIO, RawIOBase
from pathlib import Path

import pytest

from hrdesk.errors import Refused
from hrdesk.store import age
from hrdesk.store.age import CannotOpen, Opener
from hrdesk.store.identity import Profile
from tests.store import passphrases


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return Profile(tmp_path_factory.mktemp("ours"))


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return Profile(tmp_path_factory.mktemp("theirs"))


def opened(data: bytes, opener: Opener) -> bytes:
    parts = []
    with age.open_stream(BytesIO(data), data[:256], opener) as stream:
        while part := stream.read(10_000):
            parts.append(part)
    return b"".join(parts)


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 1_000_000])
def test_what_goes_in_comes_out(ours: Profile, size: int):
    told = bytes(number % 251 for number in range(size))
    sealed = BytesIO()
    with age.seal_stream(sealed, (ours.recipient,)) as stream:
        for start in range(0, size, 77_777):
            stream.write(told[start : start + 77_777])
    assert age.is_age(sealed.getvalue())
    assert opened(sealed.getvalue(), Opener(ours)) == told
    assert age.open_bytes(sealed.getvalue(), Opener(ours)) == told
    assert age.open_bytes(age.seal_bytes(told, (ours.recipient,)), Opener(ours)) == told


def closed(data: bytes, passphrase: str) -> bytes:
    sealed = BytesIO()
    with age.seal_stream(sealed, passphrase=passphrase) as stream:
        stream.write(data)
    assert age.needs_passphrase(sealed.getvalue())
    return sealed.getvalue()


def test_a_passphrase_opens_what_it_closed_and_is_made_hard_to_guess():
    sealed = closed(b"told", "correct horse")
    work_factor = int(sealed.splitlines()[1].split()[-1])
    assert work_factor >= 15
    assert opened(sealed, Opener(None, "correct horse")) == b"told"


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_no_other_passphrase_opens_it_and_damage_is_told_as_damage(monkeypatch: pytest.MonkeyPatch, size: int):
    passphrases.spare(monkeypatch)
    sealed = closed(b"x" * size, "correct horse")
    assert opened(sealed, Opener(None, "correct horse")) == b"x" * size
    for data, opener, why in (
        (sealed, Opener(), age.NO_PASSPHRASE),
        (sealed, Opener(None, "x"), age.WRONG_PASSPHRASE),
        (sealed[:-1], Opener(None, "correct horse"), age.DAMAGED),
    ):
        with pytest.raises(CannotOpen) as refusal:
            age.open_bytes(data, opener)
        assert refusal.value.why == why


def test_nobody_else_opens_it_and_damage_is_told_as_damage(ours: Profile, theirs: Profile):
    sealed = age.seal_bytes(b"told" * 50_000, (ours.recipient,))
    for data, opener, why in (
        (sealed, Opener(theirs), age.NOT_OURS),
        (sealed, Opener(), age.NOT_OURS),
        (sealed[:-1], Opener(ours), age.DAMAGED),
        (sealed[:70_000] + b"x" + sealed[70_001:], Opener(ours), age.DAMAGED),
    ):
        for way in (age.open_bytes, opened):
            with pytest.raises(CannotOpen) as refusal:
                way(data, opener)
            assert refusal.value.why == why


def test_a_stick_that_is_full_is_told_as_it_is(ours: Profile):
    class Full(RawIOBase):
        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

    def fill() -> None:
        with age.seal_stream(Full(), (ours.recipient,)) as stream:  # type: ignore[arg-type]
            for _ in range(200):
                stream.write(b"x" * 100_000)

    with pytest.raises(OSError, match="No space"):
        fill()


def test_who_stops_reading_or_writing_half_way_is_not_held_up(ours: Profile):
    sealed = age.seal_bytes(b"x" * 5_000_000, (ours.recipient,))
    with age.open_stream(BytesIO(sealed), sealed[:256], Opener(ours)) as stream:
        assert stream.read(10) == b"x" * 10

    def give_up() -> None:
        with age.seal_stream(BytesIO(), (ours.recipient,)) as stream:
            stream.write(b"x")
            raise ValueError("enough")

    with pytest.raises(ValueError, match="enough"):
        give_up()


def test_an_address_is_looked_at(ours: Profile, tmp_path: Path):
    assert age.check_recipient(f" {ours.recipient}\n") == ours.recipient
    for bad in ("", "age1", ours.recipient[:-1], "ssh-ed25519 AAAA"):
        with pytest.raises(Refused, match="no address"):
            age.check_recipient(bad)
