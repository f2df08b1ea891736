"""What a desk has: a small signed file, given first, so that a bundle leaves out what the other desk holds already.

It is laid out like a bundle: ``{``, one line that says what is held, the close, ``}``. Numbers are told as intervals
for each device; what was withdrawn counts as held.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import layout
from hrdesk.exchange.bundle.layout import canonical
from hrdesk.exchange.bundle.streams import Lines, clear
from hrdesk.language import N_
from hrdesk.store.change import Device, Instant
from hrdesk.store.identity import Profile
from hrdesk.store.knowledge import held
from hrdesk.store.placing import placed
from hrdesk.store.reading import Reader

SUFFIX = ".hrdesk-have.json"
FORMAT = "hrdesk-have"
VERSION = 1
SIGNED = b"hrdesk have 1\n"
MOST_INTERVALS = 500_000
"""A desk that holds more pieces tells of the widest: to say less only makes the other's bundle larger."""
_TOLD = b'"have":'

Held = Mapping[str, Sequence[tuple[int, int]]]


@dataclass(frozen=True)
class Have:
    """What a desk held when it wrote this, signed by it; ``hash`` names the file like that of a bundle."""

    path: Path
    device: str
    desk: str
    created: str
    held: dict[str, list[tuple[int, int]]]
    hash: str


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    created: Instant
    desk: layout.Id
    device: Device
    format: str
    held: dict[Device, list[tuple[int, int]]]
    version: Annotated[int, msgspec.Meta(ge=1, le=layout.LARGEST)]


def holds(told: Held, dev: str, seq: int) -> bool:
    """Tell whether the line ``seq`` of ``dev`` is among what is held."""
    intervals = told.get(dev, ())
    before = bisect_right(intervals, seq, key=lambda one: one[0])
    return bool(before) and seq <= intervals[before - 1][1]


def write_have(reader: Reader, target: Path, signer: Profile, now: str) -> Have:
    """Write what this desk holds into ``target``, read it again and check it before saying so."""
    told = _Line(
        created=now,
        desk=reader.desk,
        device=signer.writes_as(reader.desk),
        format=FORMAT,
        held=_widest(held(reader)),
        version=VERSION,
    )
    body = layout.OPENING + _TOLD + canonical(told) + b",\n"
    data = body + layout.close_line(sha256(body).digest(), signer, SIGNED) + layout.ENDING
    with placed(target) as file:
        file.write(data)
    return read_have(target)


def _widest(told: Held) -> dict[str, list[tuple[int, int]]]:
    if sum(map(len, told.values())) > MOST_INTERVALS:
        widths = sorted((hi - lo for spans in told.values() for lo, hi in spans), reverse=True)
        least = widths[MOST_INTERVALS - 1] + 1
        told = {dev: [span for span in spans if span[1] - span[0] >= least] for dev, spans in told.items()}
    return {dev: list(spans) for dev, spans in told.items() if spans}


def read_have(path: Path) -> Have:
    """Read such a file suspiciously; Refused with one sentence."""
    with clear(path, None) as source:
        lines = Lines(source, path, longest=layout.LONGEST_HAVE)
        if lines.line() != layout.OPENING:
            raise _none(path)
        line = lines.line()
        if not (line.startswith(_TOLD) and line.endswith(b",\n")):
            raise _none(path)
        try:
            told = _read(line[len(_TOLD) : -2])
            digest = lines.digest.digest()
            layout.check_close(lines.line(counts=False), digest, told.device, SIGNED)
        except layout.Newer as newer:
            raise layout.from_newer(path, newer.version, VERSION) from None
        except (ValueError, RecursionError) as error:
            raise layout.forged(path, lines.number, str(error)) from None
        if lines.line(counts=False) != layout.ENDING or not lines.is_at_end():
            raise layout.broken(path, lines.number)
        return Have(path, told.device, told.desk, told.created, told.held, digest.hex())


def is_have(path: Path) -> bool:
    """Tell by its first bytes whether a file says what a desk has."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_TOLD) + 2) == layout.OPENING + _TOLD
    except OSError:
        return False


def _read(told: bytes) -> _Line:
    first = msgspec.json.decode(told, type=layout.Told)
    if first.format != FORMAT:
        raise ValueError("another format")
    if first.version > VERSION:
        raise layout.Newer(first.version)
    line = msgspec.json.decode(told, type=_Line)
    if canonical(line) != told:
        raise ValueError("it is not in canonical form")
    if len(line.held) > layout.MOST_DEVICES or sum(map(len, line.held.values())) > MOST_INTERVALS:
        raise ValueError("it tells of too many devices or intervals")
    for spans in line.held.values():
        last = -1
        for lo, hi in spans:
            if not max(1, last + 2) <= lo <= hi < 2**40:
                raise ValueError("its intervals are not in order")
            last = hi
    return line


def _none(path: Path) -> Refused:
    return Refused(N_("{path} does not say what a desk has. Nothing was changed."), path=str(path))
