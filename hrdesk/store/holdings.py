"""What a desk holds, as the exchange asks for it: numbers by device, records, the lines that stand in a field.

Numbers are kept as spans (first, last), so that a desk of a million lines is told in a few of them.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hrdesk.records import KINDS
from hrdesk.store.change import line_hash
from hrdesk.store.journal import change_number, changes_numbered
from hrdesk.store.reading import Reader

Span = tuple[int, int]


@dataclass
class Numbers:
    """Numbers of lines by device, in spans; growing by the next number is the common case and costs nothing."""

    spans: dict[str, list[Span]] = field(default_factory=dict)

    def holds(self, device: str, number: int) -> bool:
        """Tell whether a number is in it."""
        held = self.spans.get(device, ())
        place = bisect_right(held, number, key=lambda span: span[0]) if held else 0
        return place > 0 and number <= held[place - 1][1]

    def add(self, device: str, number: int) -> None:
        """Put a number in."""
        held = self.spans.setdefault(device, [])
        if held and held[-1][1] + 1 == number:
            held[-1] = (held[-1][0], number)
        elif not held or number > held[-1][1]:
            held.append((number, number))
        elif not self.holds(device, number):
            held.append((number, number))
            self.spans[device] = joined(held)

    def count(self) -> int:
        """Count the numbers."""
        return sum(last - first + 1 for held in self.spans.values() for first, last in held)


@dataclass(frozen=True)
class Written:
    """What a desk holds of one incarnation: how many lines, the highest number, and the latest time it told."""

    count: int
    highest: int
    latest: str


def joined(spans: Iterable[Span]) -> list[Span]:
    """Put spans in order and join those that touch."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def missing(spans: Iterable[Span], highest: int) -> list[Span]:
    """Give the spans from 1 to ``highest`` that are not in ``spans``."""
    found, start = [], 1
    for first, last in joined(spans):
        if first > highest:
            break
        if first > start:
            found.append((start, first - 1))
        start = last + 1
    return [*found, (start, highest)] if start <= highest else found


def written(reader: Reader) -> dict[str, Written]:
    """Give what is held of every incarnation."""
    rows = reader.rows(
        "SELECT d.dev AS dev, count(*) AS count, max(c.id) & 1099511627775 AS highest, max(c.at) AS latest"
        " FROM change c JOIN device d ON d.n = c.id >> 40 GROUP BY c.id >> 40"
    )
    return {row["dev"]: Written(row["count"], row["highest"], row["latest"]) for row in rows}


def is_empty(reader: Reader) -> bool:
    """Tell whether a desk holds nothing at all."""
    return reader.value("SELECT 1 FROM change LIMIT 1") is None


def held_of(reader: Reader, device: str) -> list[Span]:
    """Give the numbers held of one incarnation."""
    n = reader.value("SELECT n FROM device WHERE dev = ?", device)
    if n is None:
        return []
    rows = reader.rows("SELECT id FROM change WHERE id BETWEEN ? AND ? ORDER BY id", n << 40, (n + 1 << 40) - 1)
    return joined((row["id"] & (1 << 40) - 1,) * 2 for row in rows)


def holds_all(reader: Reader, numbers: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether lines with these ascending numbers, by incarnation, are all in the journal."""
    for device, told in numbers.items():
        n = reader.value("SELECT n FROM device WHERE dev = ?", device)
        if n is None:
            return False
        bounds = (change_number(n, told[0]), change_number(n, told[-1]))
        if reader.value("SELECT count(*) FROM change WHERE id BETWEEN ? AND ?", *bounds) <= told[-1] - told[0]:
            held = {row[0] for row in reader.each("SELECT id FROM change WHERE id BETWEEN ? AND ?", *bounds)}
            if not held.issuperset(change_number(n, number) for number in told):
                return False
    return True


def hashes_held(reader: Reader, device: str, numbers: Iterable[int]) -> dict[int, bytes]:
    """Give the hashes of those lines of an incarnation that are held; of a fork of the line that counts."""
    n = reader.value("SELECT n FROM device WHERE dev = ?", device)
    if n is None:
        return {}
    wanted = [change_number(n, number) for number in numbers]
    found = changes_numbered(reader._connection, wanted)  # noqa: SLF001 - the store reads its own reader
    return {change.seq: line_hash(change) for change in found.values()}


def known_devices(reader: Reader) -> list[str]:
    """Name every incarnation that ever wrote something which came here."""
    return [row["dev"] for row in reader.rows("SELECT dev FROM device")]


def own_names(reader: Reader, device: str) -> list[str]:
    """Give the full names under which a device wrote into this desk."""
    rows = reader.rows("SELECT dev FROM device WHERE dev LIKE ? ORDER BY dev", f"{device}.%")
    return [row["dev"] for row in rows]


def count_after(reader: Reader, device: str, number: int) -> int:
    """Count the lines held of an incarnation with a higher number."""
    n = reader.value("SELECT n FROM device WHERE dev = ?", device)
    low, high = (n << 40) + number, (n + 1 << 40) - 1
    return int(reader.value("SELECT count(*) FROM change WHERE id > ? AND id <= ?", low, high))


def lines_of(reader: Reader, devices: Iterable[str]) -> dict[str, int]:
    """Count the lines held of some devices, without their incarnations."""
    wanted, found = set(devices), dict.fromkeys(sorted(devices), 0)
    for row in reader.rows("SELECT n, dev FROM device"):
        base = row["dev"].partition(".")[0]
        if base in wanted:
            low, high = row["n"] << 40, (row["n"] + 1 << 40) - 1
            found[base] += reader.value("SELECT count(*) FROM change WHERE id BETWEEN ? AND ?", low, high)
    return found


def records_by_kind(reader: Reader) -> dict[str, int]:
    """Count the records of every kind, deleted ones too."""
    return {kind: reader.value(f'SELECT count(*) FROM "{kind}"') for kind in KINDS}


def vanished(reader: Reader) -> list[bytes]:
    """Give the hashes of the lines that were here once and were withdrawn."""
    return [bytes(row["hash"]) for row in reader.rows("SELECT hash FROM withdrawn WHERE dev IS NOT NULL")]


def limits(reader: Reader, device: str, after: int) -> dict[str, int]:
    """Say, for each incarnation of ``device`` held here, the last number that counts once it is revoked.

    ``after`` is meant for the incarnation that is named in full, else for the latest one; of the others counts what is
    held now.
    """
    base, _, number = device.partition(".")
    held = {dev: told.highest for dev, told in written(reader).items() if dev.partition(".")[0] == base}
    latest = max(held, key=lambda dev: int(dev.partition(".")[2]), default="")
    return {**held, **({device if number else latest: after} if number or latest else {})}


def latest_name(reader: Reader, device: str) -> str:
    """Give the full name of the latest incarnation of a device that is known here, or nothing."""
    names = own_names(reader, device)
    return max(names, key=lambda name: int(name.partition(".")[2]), default="")


def time_told(reader: Reader, device: str, number: int) -> str:
    """Give the time that the line ``number`` of an incarnation tells, or nothing where it is not held."""
    n = reader.value("SELECT n FROM device WHERE dev = ?", device)
    at = reader.value("SELECT at FROM change WHERE id = ?", (n << 40) + number) if n is not None else None
    return str(at or "")


def told_numbers(reader: Reader) -> dict[str, int]:
    """Give the highest number of every incarnation that some seal or some author's context speaks of."""
    found: dict[str, int] = {}
    for row in reader.rows("SELECT dev, max(hi) AS hi FROM seal GROUP BY dev"):
        found[row["dev"]] = row["hi"]
    for row in reader.rows("SELECT DISTINCT seen FROM change WHERE seen <> '{}'"):
        for device, number in json.loads(row["seen"]).items():
            found[device] = max(found.get(device, 0), number)
    return found


def sealed_spans(reader: Reader) -> dict[str, list[Span]]:
    """Give the numbers of every incarnation that seals kept here cover."""
    found: dict[str, list[Span]] = {}
    for row in reader.rows("SELECT dev, lo, hi FROM seal ORDER BY dev, lo"):
        found.setdefault(row["dev"], []).append((row["lo"], row["hi"]))
    return {dev: joined(spans) for dev, spans in found.items()}


def records_here(reader: Reader, records: Iterable[str]) -> set[str]:
    """Give those of ``records`` that this desk holds any line of."""
    wanted = sorted(set(records))
    found: set[str] = set()
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        rows = reader.rows(
            "SELECT DISTINCT c.record AS record FROM json_each(?) a CROSS JOIN change c INDEXED BY change_cell"
            " ON c.record = a.value",
            json.dumps(part),
        )
        found |= {row["record"] for row in rows}
    return found


def contested_cells(reader: Reader) -> set[tuple[str, str]]:
    """Give the fields that are contested now, as (record, field), and deletions that somebody edited against."""
    rows = reader.rows("SELECT DISTINCT record, field FROM change INDEXED BY change_contested WHERE head = 2")
    found = {(row["record"], row["field"]) for row in rows}
    for kind in KINDS:
        found |= {(row["id"], "_del") for row in reader.rows(f'SELECT id FROM "{kind}" WHERE _state = 2')}
    return found


def forked_devices(reader: Reader) -> set[str]:
    """Name the incarnations under whose name two different lines were given one number."""
    return {row["dev"] for row in reader.rows("SELECT dev FROM device WHERE forked = 1")}


def taken_whole(reader: Reader) -> set[str]:
    """Give the hashes of the bundles of which every line was taken in: once more they bring nothing."""
    rows = reader.rows(
        "SELECT hash FROM bundle_log WHERE told IS NOT NULL"
        " AND told NOT LIKE '%\"left_out\"%' AND told NOT LIKE '%\"held\"%'"
    )
    return {row["hash"] for row in rows}


def merged_before(reader: Reader) -> Mapping[str, str]:
    """Map the hashes of the bundles that were taken in to the time of it."""
    return {row["hash"]: row["merged_at"] for row in reader.rows("SELECT hash, merged_at FROM bundle_log")}
