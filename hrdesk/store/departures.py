"""What left this desk: every bundle that was written, the records in it, and which desks are known to hold what.

Nobody can call a stick back. What this table is for: a record that got stricter, or was withdrawn, after it had left
is followed to where it went.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from sys import intern
from typing import Any

from hrdesk.records import Value
from hrdesk.records.classes import CONSENT, SENSITIVITY, is_milder
from hrdesk.records.disclosure import Classes
from hrdesk.store.change import Change
from hrdesk.store.journal import from_column
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Departure:
    """A bundle that was written: its hash, when, its file's name, how far it reached, for whom.

    ``highest`` gives, for each device, the highest number that was in it. ``recipients`` are addresses; none means
    that anybody can read it, or whoever has the passphrase (then the one recipient is ``passphrase``).
    """

    hash: str
    at: str
    name: str
    scope: Mapping[str, str | None]
    mode: str
    recipients: tuple[str, ...] = ()
    highest: Mapping[str, int] = ()  # type: ignore[assignment]


def note(connection: Any, departure: Departure, records: Mapping[str, str]) -> None:
    """Note a bundle that leaves, with its records and the class each of them had; inside the caller's transaction."""
    connection.execute(
        "REPLACE INTO departure (hash, at, name, scope, mode, recipients, highest) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            departure.hash,
            departure.at,
            departure.name,
            json.dumps(dict(departure.scope), sort_keys=True),
            departure.mode,
            json.dumps(list(departure.recipients)),
            json.dumps(dict(departure.highest or {}), sort_keys=True),
        ),
    )
    connection.executemany(
        "REPLACE INTO departed (hash, record, class) VALUES (?, ?, ?)",
        [(departure.hash, record, told) for record, told in records.items()],
    )


def name_finished(connection: Any, before: str, after: str) -> None:
    """Give a departure that was noted before its file was whole the hash it got."""
    connection.execute("DELETE FROM departed WHERE hash = ?", (after,))
    connection.execute("DELETE FROM departure WHERE hash = ?", (after,))
    connection.execute("UPDATE departure SET hash = ? WHERE hash = ?", (after, before))
    connection.execute("UPDATE departed SET hash = ? WHERE hash = ?", (after, before))


_SHOWING = frozenset({"lines", "protected", "sensitivity", "consent"})
"""The fields that ``watched`` looks for: most lines are of other ones."""


def watched(changes: Iterable[Change], shown: set[str]) -> Iterator[Change]:
    """Give ``changes``, noting in ``shown`` the lines that withdraw something or make it strict."""
    for change in changes:
        if change.field in _SHOWING and (change.kind == "withdrawal" or makes_strict(change.field, change.val)):
            shown.add(f"{change.dev}:{change.seq}")
        yield change


def makes_strict(name: str, value: Value) -> bool:
    """Tell whether a value of a field says that its record is confidential, or that somebody is not to be named."""
    if name == "protected":
        return value not in (None, False)
    if name == "sensitivity":
        return isinstance(value, str) and value not in SENSITIVITY[:-1]
    return name == "consent" and value in CONSENT[-2:]


def keep_holder(connection: Any, sender: str, shown: Iterable[str]) -> None:
    """Note that whoever wrote a bundle holds these lines; inside the caller's transaction."""
    device = sender.split(".")[0]
    connection.executemany(
        "INSERT OR IGNORE INTO holder (device, line) VALUES (?, ?)", [(device, one) for one in shown]
    )


def departures(reader: Reader) -> list[Departure]:
    """Give every bundle that left, the latest first."""
    return [_departure(row) for row in reader.rows("SELECT * FROM departure ORDER BY at DESC, hash")]


def reached(reader: Reader, record: str) -> list[Departure]:
    """Give the bundles in which a record left, the latest first."""
    rows = reader.rows(
        "SELECT d.* FROM departed r JOIN departure d ON d.hash = r.hash WHERE r.record = ? ORDER BY d.at DESC", record
    )
    return [_departure(row) for row in rows]


def departures_of(reader: Reader, records: Collection[str]) -> dict[str, list[Departure]]:
    """Give, for each of ``records``, the bundles in which it left, the latest first."""
    known = {one.hash: one for one in departures(reader)}
    found: dict[str, list[Departure]] = {}
    for row in reader.each("SELECT record, hash FROM departed"):
        if row[0] in records and row[1] in known:
            found.setdefault(row[0], []).append(known[row[1]])
    return {record: sorted(held, key=lambda one: one.at, reverse=True) for record, held in found.items()}


@dataclass
class MadeStrict:
    """What other desks must hear of a record: the lines that say it, since when, and who is known to hold it."""

    lines: set[str]
    at: str
    authors: set[str]
    is_consent: bool = False


def read_withdrawn(reader: Reader) -> dict[str, MadeStrict]:
    """Give the records that were withdrawn whole, with the lines of their withdrawals."""
    found: dict[str, MadeStrict] = {}
    rows = reader.rows(
        "SELECT w.item, c.id & 1099511627775 AS seq, d.dev, c.at FROM withdrawal w"
        " CROSS JOIN change c INDEXED BY change_cell ON c.record = w.id AND c.field = 'lines'"
        " CROSS JOIN device d ON d.n = c.id >> 40 WHERE w.item IS NOT NULL AND w.only_part IS NOT 1"
    )
    for row in rows:
        one = found.setdefault(row["item"], MadeStrict(set(), row["at"], set()))
        one.lines.add(f"{row['dev']}:{row['seq']}")
        one.at = max(one.at, row["at"])
    owners = reader.rows(
        "SELECT DISTINCT w.item, x.dev FROM withdrawn x JOIN withdrawal w ON w.id = x.withdrawal"
        " WHERE x.dev IS NOT NULL"
    )
    for row in owners:
        if row["item"] in found:
            found[row["item"]].authors.add(row["dev"].split(".")[0])
    return found


def read_made_strict(reader: Reader, own: str) -> dict[str, MadeStrict]:
    """Give the records that became confidential, protected or without consent after another desk got them."""
    left = {row[0] for row in reader.each("SELECT DISTINCT record FROM departed")}
    since: dict[str, MadeStrict] = {}
    first: dict[str, int] = {}
    rows = reader.each(
        "SELECT c.record, c.field, c.val, c.lam, c.id & 1099511627775, d.dev, c.at, c.kind FROM change c"
        " JOIN device d ON d.n = c.id >> 40 WHERE c.head <> 0 AND c.field IN ('sensitivity', 'protected', 'consent')"
    )
    for row in rows:
        value = from_column(row[2])
        if not makes_strict(row[1], value):
            continue
        held = since.setdefault(row[0], MadeStrict(set(), row[6], set(), is_consent=True))
        held.lines.add(f"{row[5]}:{row[4]}")
        held.at = max(held.at, row[6])
        held.is_consent = held.is_consent and row[1] == "consent"
        first[row[0]] = min(row[3], first.get(row[0], row[3]))
    milder = _departed_milder(reader, since)
    found: dict[str, MadeStrict] = {}
    for record, one in since.items():
        wrote = reader.rows(
            "SELECT DISTINCT d.dev AS dev FROM change c INDEXED BY change_cell JOIN device d ON d.n = c.id >> 40"
            " WHERE c.record = ? AND c.lam < ?",
            record,
            first[record],
        )
        others = {row["dev"].split(".")[0] for row in wrote} - {own, *(line.split(".")[0] for line in one.lines)}
        if others or (record in left and record in milder):
            found[record] = one
    return found


def _departed_milder(reader: Reader, since: Mapping[str, MadeStrict]) -> set[str]:
    """Give the records that left before the line that makes them strict was written here, by the class they had."""
    found: set[str] = set()
    for row in reader.each("SELECT r.record, r.class, d.highest FROM departed r JOIN departure d ON d.hash = r.hash"):
        if row[0] not in since:
            continue
        highest = json.loads(row[2] or "{}")
        lines = [line.rsplit(":", 1) for line in since[row[0]].lines]
        if any(int(seq) > highest.get(dev, 0) for dev, seq in lines):
            found.add(row[0])
    return found


def read_holders(reader: Reader) -> dict[str, set[str]]:
    """Give, for each device, the lines of that sort that its bundles showed."""
    found: dict[str, set[str]] = {}
    for row in reader.each("SELECT device, line FROM holder"):
        found.setdefault(row[0], set()).add(row[1])
    return found


def authors_of(reader: Reader, records: Collection[str]) -> dict[str, frozenset[str]]:
    """Give, for each of ``records``, the devices that wrote a line of it and so hold it."""
    found: dict[str, set[str]] = {}
    for row in reader.each(
        "SELECT DISTINCT c.record, d.dev FROM json_each(?) a CROSS JOIN change c INDEXED BY change_cell"
        " ON c.record = a.value CROSS JOIN device d ON d.n = c.id >> 40",
        json.dumps(sorted(records)),
    ):
        found.setdefault(row[0], set()).add(row[1].split(".")[0])
    return {record: frozenset(devices) for record, devices in found.items()}


def read_got_stricter(reader: Reader, classes: Classes, own: str) -> tuple[set[str], frozenset[str]]:
    """Give the records that are stricter now than when another desk got them, and all that other desks know.

    Another desk got what left in a bundle, and what it wrote itself: there the line that made a record strict must
    have been written after, and by somebody else.
    """
    left: dict[str, str] = {}
    for row in reader.each("SELECT record, class FROM departed"):
        held = left.get(row[0])
        left[row[0]] = row[1] if held is None or is_milder(row[1], held) else held
    stricter = {record for record, told in left.items() if is_milder(told, classes.of(record))}
    devices = {row["n"]: row["dev"].split(".")[0] for row in reader.rows("SELECT n, dev FROM device")}
    # Of what one device alone wrote nobody else can be behind, so that most records need not be looked at.
    first: dict[str, dict[str, int]] = {}
    known: set[str] = set()
    before = ("", 0, 0)
    for row in reader.each(
        "SELECT record, id >> 40, min(lam) FROM change INDEXED BY change_cell GROUP BY record, id >> 40"
    ):
        if devices[row[1]] != own:
            known.add(intern(row[0]))
        if row[0] == before[0]:
            for record, number, lam in (before, tuple(row)):
                told = first.setdefault(intern(record), {})
                told[devices[number]] = min(lam, told.get(devices[number], lam))
        before = tuple(row)
    since: dict[str, tuple[int, str]] = {}
    for row in reader.each(
        "SELECT record, field, val, lam, id FROM change WHERE field IN ('sensitivity', 'protected') ORDER BY lam"
    ):
        value = from_column(row[2])
        is_strict = value is True or (row[1] == "sensitivity" and value == classes.of(row[0]) != SENSITIVITY[0])
        if is_strict and row[0] in first:
            since.setdefault(row[0], (row[3], devices[row[4] >> 40]))
    for record, (lam, author) in since.items():
        if any(device not in (author, own) and wrote < lam for device, wrote in first[record].items()):
            stricter.add(record)
    return stricter, frozenset(known | left.keys())


def _departure(row: Mapping[str, Any]) -> Departure:
    return Departure(
        row["hash"],
        row["at"],
        row["name"],
        json.loads(row["scope"] or "{}"),
        row["mode"],
        tuple(json.loads(row["recipients"] or "[]")),
        json.loads(row["highest"] or "{}"),
    )
