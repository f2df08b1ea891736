"""What bears on the class of every record, read from the derived tables for ``records.disclosure`` to decide."""

from typing import Any

from hrdesk.records import NOUNS
from hrdesk.records.classes import strictest_sensitivity
from hrdesk.records.disclosure import Classes, Standing
from hrdesk.store.change import unpack_group
from hrdesk.store.merge import from_column
from hrdesk.store.reading import Reader


def read_classes(reader: Reader) -> Classes:
    """Read the classes of all records, deleted ones too: what was confidential does not travel by being deleted."""
    made_from = _sources(reader, "_state <> 1")
    # Undoing takes a record and its links away together: then the links still say where its words came from.
    had_been_made_from = _sources(reader, "_state = 1")
    lowered = _lowered(reader)
    found: dict[str, Standing] = {}
    for noun in NOUNS:
        names = noun.field_names()
        own = '"sensitivity"' if "sensitivity" in names else "NULL"
        sealed = '"protected"' if "protected" in names else "NULL"
        owners = [info.name for info in noun.declared if info.part_of]
        named = "".join(f', "{owner}"' for owner in owners)
        for row in reader.rows(f'SELECT id, {own} AS own, {sealed} AS sealed, _state{named} FROM "{noun.kind}"'):
            record = row["id"]
            sources = made_from.get(record, ())
            if row["_state"]:
                sources = (*sources, *had_been_made_from.get(record, ()))
            one = Standing(
                row["own"],
                tuple(row[owner] for owner in owners if row[owner]),
                tuple(sources),
                lowered.get(record),
                bool(row["sealed"]),
            )
            # One id under two kinds comes from a newer or a hostile desk: what is strict in either counts.
            found[record] = found[record].joined(one) if record in found else one
    return Classes(found)


def read_namings(reader: Reader) -> frozenset[str]:
    """Give the notes whose history holds, beside a speaker who is protected now, a name as it was heard.

    Who is protected may become known only after the name was written, and a bundle carries what stood there before.
    """
    sealed = {row["id"] for row in reader.rows("SELECT id FROM person WHERE protected = 1")}
    spoken: dict[str, list[dict[str, Any]]] = {}
    for row in (
        reader.rows("SELECT record, val FROM change WHERE kind = 'note' AND field = 'speaker'") if sealed else ()
    ):
        spoken.setdefault(row["record"], []).append(unpack_group(from_column(row["val"])))
    return frozenset(
        record
        for record, told in spoken.items()
        if any(one.get("speaker") in sealed for one in told) and any(one.get("speaker_label") for one in told)
    )


def _sources(reader: Reader, condition: str) -> dict[str, list[str]]:
    """Give, for each record, those that it was made from."""
    found: dict[str, list[str]] = {}
    for row in reader.rows(
        f"SELECT item, source FROM link WHERE link_kind IN ('made_from', 'joined_into') AND {condition}"
    ):
        if row["source"]:
            found.setdefault(row["item"], []).append(row["source"])
    return found


def _lowered(reader: Reader) -> dict[str, str]:
    """Give, for each record a person lowered, the strictest class it was lowered from."""
    lowered: dict[str, str] = {}
    for row in reader.rows(
        "SELECT item, before FROM decision"
        " WHERE decision_kind = 'class_lowered' AND subject = 'sensitivity' AND _state <> 1"
    ):
        held = lowered.get(row["item"])
        lowered[row["item"]] = strictest_sensitivity(row["before"], *([held] if held else []))
    return lowered
