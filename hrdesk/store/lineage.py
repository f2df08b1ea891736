"""The classes of a few records: what bears on them is read upward from them, and nothing of the rest of the desk.

``standings`` reads the same of all records at once; of the fifty that a search found that would take a hundred times
as long. A test holds the two together.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

from hrdesk.records import KINDS
from hrdesk.records.classes import SENSITIVITY, is_milder, strictest_sensitivity
from hrdesk.records.disclosure import Classes, Standing
from hrdesk.store.reading import Reader

_AMONG = "IN (SELECT value FROM json_each(?))"


def read_classes_of(reader: Reader, records: Iterable[str]) -> Classes:
    """Read the classes of some records; of any other the answer says nothing."""
    return Lineage(reader).classes_of(tuple(records))


class Lineage:
    """The classes of records that are asked for page by page, in one state of the desk.

    What pages have in common, the sessions of their notes above all, is read once. It may live no longer than the
    transaction of its reader: what was read is never read again.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._rows: dict[str, dict[str, _Row]] = {}
        self._held: dict[str, Standing] = {}
        self._least: dict[str, str] = {}
        self._looked_at: dict[str, dict[_Row, bool]] = {}

    def classes_of(self, records: Collection[str], kinds: Mapping[str, str] = MappingProxyType({})) -> Classes:
        """Read the classes of some records; of any other the answer says nothing.

        ``kinds`` names the kinds that some of them are of, where the caller knows that: then it costs less.
        """
        strictest = self._strictest_of(kinds)
        found = self._upward((one for one in records if one not in strictest), kinds)
        return Classes(
            {record: one for record, one in found.items() if one is not _NOTHING} | dict.fromkeys(strictest, _STRICTEST)
        )

    def without_the_stricter(self, kind: str, records: Collection[str], limit: str) -> set[str]:
        """Leave out of ``records`` those that are stricter than ``limit`` for certain, by a look that costs little.

        What they were made from is not asked, nor whether another kind claims them: all that can only make them
        stricter still. Of those that are left nothing is known, and ``classes_of`` must be asked.
        """
        rows = self._rows_of(kind, records)
        known = self._looked_at.setdefault(limit, {})  # most records look as others of their session do
        if unknown := {*rows.values()} - known.keys():
            known |= self._look(unknown, limit)
        return {record for record, row in rows.items() if known[row]}

    def _strictest_of(self, kinds: Mapping[str, str]) -> set[str]:
        """Give those that are of the strictest class for certain: nothing else needs to be asked of them."""
        by_kind: dict[str, list[str]] = {}
        for record, kind in kinds.items():
            by_kind.setdefault(kind, []).append(record)
        return {
            record
            for kind, these in by_kind.items()
            for record in self._rows_of(kind, these).keys() - self.without_the_stricter(kind, these, SENSITIVITY[-2])
        }

    def _look(self, rows: Collection["_Row"], limit: str) -> dict["_Row", bool]:
        """Tell of rows whether they may be no stricter than ``limit``."""
        owners = {owner for _, _, _, *above in rows for owner in above if owner} - self._least.keys()
        if owners:
            self._learn_the_least(owners)
        within = {one for one in SENSITIVITY if not is_milder(limit, one)}
        least = self._least
        return {
            (own, sealed, state, *above): (SENSITIVITY[-1] if sealed else own or SENSITIVITY[0]) in within
            and all(least[owner] in within for owner in above if owner)
            for own, sealed, state, *above in rows
        }

    def _learn_the_least(self, owners: Collection[str]) -> None:
        """Read how strict each of these makes its parts: one of which nobody said anything does not, so it is mild."""
        said = {record: replace(one, own=one.own or SENSITIVITY[0]) for record, one in self._upward(owners).items()}
        classes = Classes(said)
        self._least |= {owner: classes.of(owner) for owner in owners}

    def _upward(self, records: Iterable[str], kinds: Mapping[str, str] = MappingProxyType({})) -> dict[str, Standing]:
        """Read what bears on these records, and on all that this names."""
        told: dict[str, Standing] = {}
        due = set(records)
        while due:
            if unread := [one for one in due if one not in self._held]:
                self._held |= dict.fromkeys(unread, _NOTHING) | self._standings(unread, kinds)
            found = {record: self._held[record] for record in due}
            told |= found
            due = {above for one in found.values() for above in (*one.parts_of, *one.made_from)} - told.keys()
        return told

    def _standings(self, records: Collection[str], kinds: Mapping[str, str]) -> dict[str, Standing]:
        """Read what bears on the class of these records, each for itself."""
        named = json.dumps(sorted(records))
        sources = _sources(self._reader, named)
        lowered = _lowered(self._reader, named)
        found: dict[str, Standing] = {}
        plain: dict[_Row, Standing] = {}  # as above: one that is known is quicker than one more
        for kind, these in _by_kind(self._reader, records, kinds).items():
            for record, row in self._rows_of(kind, these).items():
                if record in sources or record in lowered:
                    one = _standing(row, sources.get(record, ()), lowered.get(record))
                elif (known := plain.get(row)) is None:
                    one = plain[row] = _standing(row)
                else:
                    one = known
                found[record] = found[record].joined(one) if record in found else one
        return found

    def _rows_of(self, kind: str, records: Collection[str]) -> dict[str, "_Row"]:
        """Give what the table of a kind holds of these records that bears on their class."""
        held = self._rows.setdefault(kind, {})
        if unread := [one for one in records if one not in held]:
            held |= {row[0]: row[1:] for row in self._reader.each(_question(kind), json.dumps(unread))}
        return {one: held[one] for one in records if one in held}


_Row = tuple[Any, ...]
"""Of a record its own class, whether it is sealed, its state, and what it is a part of."""

_NOTHING = Standing(None)
_STRICTEST = Standing(SENSITIVITY[-1])


def _standing(row: _Row, sources: Iterable[tuple[str, bool]] = (), lowered: str | None = None) -> Standing:
    own, sealed, state, *owners = row
    # Links that are gone still say where the words of a record came from that is gone with them.
    made_from = tuple(source for source, gone in sources if state or not gone)
    return Standing(own, tuple(filter(None, owners)), made_from, lowered, bool(sealed))


def _by_kind(reader: Reader, records: Collection[str], kinds: Mapping[str, str]) -> dict[str, list[str]]:
    """Give the records of each kind that this version knows.

    The journal is asked of every record, whatever a caller may know of it: one id may be held under two kinds, by a
    hostile desk.
    """
    told: dict[str, list[str]] = {}
    for record in records:
        told.setdefault(kinds.get(record, ""), []).append(record)
    for known, these in list(told.items()):
        for record, kind in reader.each(
            "SELECT DISTINCT c.record, c.kind FROM json_each(?) j"
            " CROSS JOIN change c INDEXED BY change_cell ON c.record = j.value WHERE c.kind <> ?",
            json.dumps(these),
            known,
        ):
            told.setdefault(kind, []).append(record)
    return {kind: these for kind, these in told.items() if kind in KINDS}


@cache
def _question(kind: str) -> str:
    """Write the question for what bears on records of a kind: own class, protection, state, what they are part of."""
    noun = KINDS[kind]
    names = noun.field_names()
    own = '"sensitivity"' if "sensitivity" in names else "NULL"
    sealed = '"protected"' if "protected" in names else "NULL"
    owners = "".join(f', "{info.name}"' for info in noun.declared if info.part_of)
    return f'SELECT id, {own}, {sealed}, _state{owners} FROM "{kind}" WHERE id {_AMONG}'


def _sources(reader: Reader, named: str) -> dict[str, list[tuple[str, bool]]]:
    """Give, for each of these records, those that it was made from, and whether the link to it is gone."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for item, source, gone in reader.each(
        "SELECT l.item, l.source, l._state = 1 FROM json_each(?) j"
        " CROSS JOIN link l INDEXED BY link_of_item ON l.item = j.value"
        " WHERE l.link_kind IN ('made_from', 'joined_into', 'split_from')",
        named,
    ):
        if source:
            found.setdefault(item, []).append((source, bool(gone)))
    return found


def _lowered(reader: Reader, named: str) -> dict[str, str]:
    """Give, for each of these records that a person lowered, the strictest class it was lowered from."""
    found: dict[str, str] = {}
    for item, before in reader.each(
        "SELECT d.item, d.before FROM json_each(?) j"
        " CROSS JOIN decision d INDEXED BY decision_of_item ON d.item = j.value"
        " WHERE d.decision_kind = 'class_lowered' AND d.subject = 'sensitivity' AND d._state <> 1",
        named,
    ):
        held = found.get(item)
        found[item] = strictest_sensitivity(before, *([held] if held else []))
    return found
