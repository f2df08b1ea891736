"""What a desk knows of devices: their keys, what a person decided about them, and the roster that staff wrote.

This is the desk's own knowledge and never travels, but for the roster, which is written as records. It decides at
the door whose lines are taken in; what is in the journal then counts, whoever wrote it.
"""

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hrdesk.records import Record, RosterEntry, Seat, Value
from hrdesk.records.ids import joined_id
from hrdesk.store.change import DELETED, Change, line_hash
from hrdesk.store.derivation import heads
from hrdesk.store.identity import device_name
from hrdesk.store.reading import Reader

ROOT = "root"
"""Under this name a desk remembers the device that wrote the starter bundle it was joined from."""

COMPARED, FIRST_USE, KEPT_OUT, REVOKED = "compared", "first_use", "kept_out", "revoked"
"""What a person may have decided about a device; ``first_use`` is what merging decides when nobody objects."""

ASKED = "unknown"
"""What merging decides where a withdrawal is held: the key is remembered, and the device is as unknown as before."""


@dataclass(frozen=True)
class Stance:
    """What this desk decided about a device, or about one incarnation of it when named in full.

    ``until`` is the last number that is taken in; nothing means that no number is too high.
    """

    device: str
    key: bytes | None
    level: str
    until: int | None
    at: str


@dataclass(frozen=True)
class Entry:
    """A line of the roster that counts here: the device, whose it is, and the last number where it was revoked."""

    device: str
    key: bytes | None
    name: str
    role: str
    recipient: str
    until: int | None


def is_device(told: str) -> bool:
    """Tell whether ``told`` is the name of a device without its incarnation."""
    return re.fullmatch("[a-z2-7]{16}", told) is not None


def base_of(device: str) -> str:
    """Give the device without its incarnation."""
    return device.partition(".")[0]


def entry_id(device: str) -> str:
    """Give the id of the roster's line about ``device``."""
    return joined_id(RosterEntry.kind, device)


def to_key(told: object, device: str) -> bytes | None:
    """Read a key as records hold it, if it is the one that ``device`` is named after."""
    if not isinstance(told, str):
        return None
    try:
        key = base64.urlsafe_b64decode(told + "=" * (-len(told) % 4))
    except (binascii.Error, ValueError):
        return None
    return key if device_name(key) == base_of(device) else None


def pin_root(connection: Any, device: str) -> None:
    """Remember whose roster counts at this desk; nobody's when ``device`` is empty."""
    connection.execute("REPLACE INTO meta VALUES (?, ?)", (ROOT, base_of(device)))


def root_of(reader: Reader, own: str) -> str:
    """Give the device whose roster counts: the one this desk was joined from; a desk made here is its own root."""
    pinned = reader.value("SELECT value FROM meta WHERE key = ?", ROOT)
    return base_of(own) if pinned is None else str(pinned)


def decide(connection: Any, device: str, level: str, at: str, *, until: int | None = None) -> None:
    """Keep what a person decided about a device; its key, once seen, is kept as it is."""
    connection.execute(
        "INSERT INTO trust (device, level, until, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (device) DO UPDATE SET level = excluded.level, until = excluded.until, at = excluded.at",
        (device, level, until, at),
    )


def forget(connection: Any, device: str) -> None:
    """Forget what was decided about the incarnations of a device."""
    connection.execute("DELETE FROM trust WHERE device LIKE ?", (f"{base_of(device)}.%",))


def meet(connection: Any, keys: Mapping[str, bytes | None], at: str, level: str = FIRST_USE) -> None:
    """Remember devices whose lines are taken in for the first time, with the key their seals were true to.

    ``level`` is ASKED where only a part of them was taken in, and a person is still to say something.
    """
    connection.executemany(
        "INSERT INTO trust (device, key, level, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (device) DO UPDATE SET key = coalesce(key, excluded.key),"
        f" level = CASE level WHEN '{ASKED}' THEN excluded.level ELSE level END",
        [(base_of(device), key, level, at) for device, key in keys.items()],
    )


def stances(reader: Reader) -> dict[str, Stance]:
    """Give everything that was decided here, by device or by its full name."""
    rows = reader.rows("SELECT device, key, level, until, at FROM trust")
    return {row["device"]: Stance(**row) for row in rows}


def keys_in_seats(reader: Reader) -> dict[str, bytes]:
    """Give the keys that seats tell, each true to the name of its device."""
    found: dict[str, bytes] = {}
    for seat in reader.every(Seat):
        key = to_key(seat.key, seat.device or "")
        if key:
            found[base_of(seat.device or "")] = key
    return found


def roster(reader: Reader, own: str) -> dict[str, Entry]:
    """Give the roster as the root wrote it: nobody else's lines count, nor any that do not bear its seal."""
    root = root_of(reader, own)
    found: dict[str, Entry] = {}
    for row in reader.rows(f'SELECT id FROM "{RosterEntry.kind}"'):
        told = {
            name: value
            for name in (DELETED, *RosterEntry.field_names())
            if (value := _said_by(reader, root, own, RosterEntry, row["id"], name)) is not None
        }
        device = str(told.get("device") or "")
        if told.get(DELETED) is True or row["id"] != entry_id(device):
            continue
        until = told.get("until")
        found[device] = Entry(
            device,
            to_key(told.get("key"), device),
            str(told.get("name") or ""),
            str(told.get("role") or ""),
            str(told.get("recipient") or ""),
            until if isinstance(until, int) else None,
        )
    return found


def staff_seats(reader: Reader, own: str, staff: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Map the devices of ``staff`` to name and address for encryption, as the device itself or the root wrote them.

    Anybody may write into a seat; an address that another desk put there would open everything to that desk.
    """
    wanted, root = set(staff), root_of(reader, own)
    found: dict[str, tuple[str, str]] = {}
    for seat in reader.every(Seat):
        device = base_of(seat.device or "")
        if device not in wanted:
            continue
        told = _said_by(reader, device, own, Seat, seat.id, "recipient") or _said_by(
            reader, root, own, Seat, seat.id, "recipient"
        )
        if isinstance(told, str) and told == seat.recipient:
            found[device] = (seat.name or "", told)
    return found


def is_sealed(reader: Reader, change: Change) -> bool:
    """Tell whether a seal of its author that is kept here is true to ``change``."""
    rows = reader.rows(
        "SELECT lo, hashes FROM seal WHERE dev = ? AND lo <= ? AND hi >= ?", change.dev, change.seq, change.seq
    )
    told = line_hash(change)
    places = ((row["hashes"], (change.seq - row["lo"]) * 32) for row in rows)
    return any(bytes(hashes[at : at + 32]) == told for hashes, at in places)


def _said_by(reader: Reader, device: str, own: str, noun: type[Record], record: str, field: str) -> Value:
    """Give what ``device`` last said of a field, under its seal; its own words need none on its own desk."""
    found = reader.cell(record, field)
    said = [one for one in found if base_of(one[1].dev) == device and one[1].kind == noun.kind]
    if device != base_of(own):
        said = [one for one in said if is_sealed(reader, one[1])]
    return heads(said)[0][1].val if said else None
