"""The classes of a few records: what bears on them is read upward from them, and nothing of the rest of the desk.

``standings`` reads the same of all records at once; of the fifty that a search found that would take a hundred times
as long. A test holds the two together.
"""

import json
from collections.abc import Collection, Iterable

from hrdesk.records import KINDS
from hrdesk.records.classes import strictest_sensitivity
from hrdesk.records.disclosure import Classes, Standing
from hrdesk.store.reading import Reader

_AMONG = "IN (SELECT value FROM json_each(?))"


def read_classes_of(reader: Reader, records: Iterable[str]) -> Classes:
    """Read the classes of some records; of any other the answer says nothing."""
    held: dict[str, Standing] = {}
    due = set(records)
    while due:
        found = _standings(reader, due)
        held |= {record: found.get(record, Standing(None)) for record in due}
        due = {above for one in found.values() for above in (*one.parts_of, *one.made_from)} - held.keys()
    return Classes({record: one for record, one in held.items() if one != Standing(None)})


def _standings(reader: Reader, records: Collection[str]) -> dict[str, Standing]:
    """Read what bears on the class of these records, each for itself."""
    named = json.dumps(sorted(records))
    by_kind: dict[str, list[str]] = {}
    for row in reader.rows(
        "SELECT DISTINCT c.record AS record, c.kind AS kind FROM json_each(?) j"
        " CROSS JOIN change c INDEXED BY change_cell ON c.record = j.value",
        named,
    ):
        by_kind.setdefault(row["kind"], []).append(row["record"])
    sources = _sources(reader, named)
    lowered = _lowered(reader, named)
    found: dict[str, Standing] = {}
    for kind in by_kind.keys() & KINDS.keys():
        noun = KINDS[kind]
        names = noun.field_names()
        own = '"sensitivity"' if "sensitivity" in names else "NULL"
        sealed = '"protected"' if "protected" in names else "NULL"
        owners = [info.name for info in noun.declared if info.part_of]
        told = "".join(f', "{owner}"' for owner in owners)
        sql = f'SELECT id, {own} AS own, {sealed} AS sealed, _state{told} FROM "{kind}" WHERE id {_AMONG}'
        for row in reader.rows(sql, json.dumps(by_kind[kind])):
            record = row["id"]
            one = Standing(
                row["own"],
                tuple(row[owner] for owner in owners if row[owner]),
                # Links that are gone still say where the words of a record came from that is gone with them.
                tuple(source for source, gone in sources.get(record, ()) if row["_state"] or not gone),
                lowered.get(record),
                bool(row["sealed"]),
            )
            found[record] = found[record].joined(one) if record in found else one
    return found


def _sources(reader: Reader, named: str) -> dict[str, list[tuple[str, bool]]]:
    """Give, for each of these records, those that it was made from, and whether the link to it is gone."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for row in reader.rows(
        "SELECT l.item AS item, l.source AS source, l._state = 1 AS gone FROM json_each(?) j"
        " CROSS JOIN link l INDEXED BY link_of_item ON l.item = j.value"
        " WHERE l.link_kind IN ('made_from', 'joined_into', 'split_from')",
        named,
    ):
        if row["source"]:
            found.setdefault(row["item"], []).append((row["source"], bool(row["gone"])))
    return found


def _lowered(reader: Reader, named: str) -> dict[str, str]:
    """Give, for each of these records that a person lowered, the strictest class it was lowered from."""
    found: dict[str, str] = {}
    for row in reader.rows(
        "SELECT d.item AS item, d.before AS before FROM json_each(?) j"
        " CROSS JOIN decision d INDEXED BY decision_of_item ON d.item = j.value"
        " WHERE d.decision_kind = 'class_lowered' AND d.subject = 'sensitivity' AND d._state <> 1",
        named,
    ):
        held = found.get(row["item"])
        found[row["item"]] = strictest_sensitivity(row["before"], *([held] if held else []))
    return found
