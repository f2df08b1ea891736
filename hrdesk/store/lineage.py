"""The classes of a few records: what bears on them is read upward from them, and nothing of the rest of the desk.

``standings`` reads the same of all records at once; of the fifty that a search found that would take a hundred times
as long. A test holds the two together.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache

from hrdesk.records import KINDS
from hrdesk.records.classes import SENSITIVITY, is_milder, strictest_sensitivity
from hrdesk.records.disclosure import Classes, Standing
from hrdesk.store.reading import Reader

_AMONG = "IN (SELECT value FROM json_each(?))"


def read_classes_of(reader: Reader, records: Iterable[str]) -> Classes:
    """Read the classes of some records; of any other the answer says nothing."""
    return Lineage(reader).classes_of(records)


class Lineage:
    """The classes of records that are asked for page by page, in one state of the desk.

    What pages have in common, the sessions of their notes above all, is read once. It may live no longer than the
    transaction of its reader: what was read is never read again.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._held: dict[str, Standing] = {}
        self._least: dict[str, str] = {}

    def classes_of(self, records: Iterable[str]) -> Classes:
        """Read the classes of some records; of any other the answer says nothing."""
        found = self._upward(records)
        return Classes({record: one for record, one in found.items() if one is not _NOTHING})

    def without_the_stricter(self, kind: str, records: Collection[str], limit: str) -> set[str]:
        """Leave out of ``records`` those that are stricter than ``limit`` for certain, by a look that costs little.

        What they were made from is not asked, nor whether another kind claims them: all that can only make them
        stricter still. Of those that are left nothing is known, and ``classes_of`` must be asked.
        """
        rows = list(self._reader.each(_question(kind), json.dumps(sorted(records))))
        owners = {owner for _, _, _, _, *above in rows for owner in above if owner} - self._least.keys()
        if owners:
            self._learn_the_least(owners)
        within = {one for one in SENSITIVITY if not is_milder(limit, one)}
        least = self._least
        return {
            record
            for record, own, sealed, _, *above in rows
            if (SENSITIVITY[-1] if sealed else own or SENSITIVITY[0]) in within
            and all(least[owner] in within for owner in above if owner)
        }

    def _learn_the_least(self, owners: Collection[str]) -> None:
        """Read how strict each of these makes its parts: one of which nobody said anything does not, so it is mild."""
        said = {record: replace(one, own=one.own or SENSITIVITY[0]) for record, one in self._upward(owners).items()}
        classes = Classes(said)
        self._least |= {owner: classes.of(owner) for owner in owners}

    def _upward(self, records: Iterable[str]) -> dict[str, Standing]:
        """Read what bears on these records, and on all that this names."""
        told: dict[str, Standing] = {}
        due = set(records)
        while due:
            if unread := [one for one in due if one not in self._held]:
                self._held |= dict.fromkeys(unread, _NOTHING) | _standings(self._reader, unread)
            found = {record: self._held[record] for record in due}
            told |= found
            due = {above for one in found.values() for above in (*one.parts_of, *one.made_from)} - told.keys()
        return told


_NOTHING = Standing(None)


def _standings(reader: Reader, records: Collection[str]) -> dict[str, Standing]:
    """Read what bears on the class of these records, each for itself."""
    named = json.dumps(sorted(records))
    by_kind: dict[str, list[str]] = {}
    # Of every record, whatever a caller may know of it: one id may be held under two kinds, by a hostile desk.
    for record, kind in reader.each(
        "SELECT DISTINCT c.record, c.kind FROM json_each(?) j"
        " CROSS JOIN change c INDEXED BY change_cell ON c.record = j.value",
        named,
    ):
        by_kind.setdefault(kind, []).append(record)
    sources = _sources(reader, named)
    lowered = _lowered(reader, named)
    found: dict[str, Standing] = {}
    for kind in by_kind.keys() & KINDS.keys():
        for record, own, sealed, state, *owners in reader.each(_question(kind), json.dumps(by_kind[kind])):
            one = Standing(
                own,
                tuple(filter(None, owners)),
                # Links that are gone still say where the words of a record came from that is gone with them.
                tuple(source for source, gone in sources.get(record, ()) if state or not gone),
                lowered.get(record),
                bool(sealed),
            )
            found[record] = found[record].joined(one) if record in found else one
    return found


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
