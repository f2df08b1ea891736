"""What bears on the class of every record, read from the desk for ``records.disclosure`` to decide.

``read_standings`` reads how things stand; ``read_past`` reads how they ever stood, from every line of the journal:
a value that was written while a record was confidential stays confidential, whatever the record became.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from sys import intern
from typing import Any

from hrdesk.records import KINDS, NOUNS, Person
from hrdesk.records.classes import UNSAID_SENSITIVITY, strictest_sensitivity
from hrdesk.records.disclosure import Classes, Standing
from hrdesk.store.change import decode, unpack_group
from hrdesk.store.journal import from_column
from hrdesk.store.reading import Reader

_SOURCES = ("made_from", "joined_into", "split_from")


def read_classes(reader: Reader) -> Classes:
    """Read the classes of all records, deleted ones too: what was confidential does not travel by being deleted."""
    return Classes(read_standings(reader))


def read_standings(reader: Reader) -> dict[str, Standing]:
    """Read what bears on the class of each record as things stand."""
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
        for row in reader.each(f'SELECT id, {own} AS own, {sealed} AS sealed, _state{named} FROM "{noun.kind}"'):
            record = intern(row["id"])
            sources = made_from.get(record, ())
            if row["_state"]:
                sources = (*sources, *had_been_made_from.get(record, ()))
            one = Standing(
                row["own"],
                tuple(intern(row[owner]) for owner in owners if row[owner]),
                tuple(sources),
                lowered.get(record),
                bool(row["sealed"]),
            )
            # One id under two kinds comes from a newer or a hostile desk: what is strict in either counts.
            found[record] = found[record].joined(one) if record in found else one
    return found


def read_strangers(reader: Reader) -> dict[str, Standing]:
    """Read what bears on records of kinds that this version does not know.

    Any id among their values may be what they are a part of, and they are restricted at the least.
    """
    marked = ", ".join("?" * len(KINDS))
    told: dict[str, tuple[list[Any], set[str]]] = {}
    for row in reader.rows(f"SELECT record, field, val FROM change WHERE kind NOT IN ({marked})", *KINDS):
        own, ids = told.setdefault(row["record"], ([], set()))
        value = from_column(row["val"])
        if row["field"] == "sensitivity":
            own.append(value)
        elif isinstance(value, str):
            ids |= {value, *(one for one in unpack_group(value).values() if isinstance(one, str))}
    return {
        record: Standing(strictest_sensitivity(UNSAID_SENSITIVITY, *own), tuple(sorted(ids)))
        for record, (own, ids) in told.items()
    }


@dataclass
class _Past:
    """All that was ever said of one record."""

    own: set[Any] = field(default_factory=set)
    parts_of: set[str] = field(default_factory=set)
    made_from: set[str] = field(default_factory=set)
    sealed: bool = False


def read_past(reader: Reader, standings: Mapping[str, Standing]) -> dict[str, Standing]:
    """Read the strictest that ever bore on each record; ``standings`` say how things stand now.

    No decision makes the past milder. A record whose class was said after it was made had none until then.
    """
    past: dict[str, _Past] = {}
    links: dict[str, dict[str, set[Any]]] = {}
    decisions: dict[str, dict[str, set[Any]]] = {}
    for kind, record, name, value in _telling(reader):
        held = standings.get(record)
        if held and (value == held.own if name == "sensitivity" else value in held.parts_of) and kind in _PLAIN:
            continue  # as it stands now: nothing of the past, and nearly all there is
        if name == "sensitivity":
            past.setdefault(record, _Past()).own.add(value)
        elif kind == Person.kind and name == "protected":
            if value not in (None, False):
                past.setdefault(record, _Past()).sealed = True
        elif kind == "link":
            links.setdefault(record, {}).setdefault(name, set()).add(value)
        elif kind == "decision" and name != "item":
            decisions.setdefault(record, {}).setdefault(name, set()).add(value)
        if isinstance(value, str) and name in _owners(kind):
            past.setdefault(record, _Past()).parts_of.add(value)
            if kind == "decision":
                decisions.setdefault(record, {}).setdefault("item", set()).add(value)
    for told in links.values():
        if told.get("link_kind", set()) & set(_SOURCES):
            for item in told.get("item", ()):
                past.setdefault(str(item), _Past()).made_from |= {str(one) for one in told.get("source", ()) if one}
    for told in decisions.values():
        if "class_lowered" in told.get("decision_kind", ()) and "sensitivity" in told.get("subject", ()):
            for item in told.get("item", ()):
                past.setdefault(str(item), _Past()).own |= told.get("before", set())
    for record in _said_later(reader):
        past.setdefault(record, _Past()).own.add(UNSAID_SENSITIVITY)
    found = {record: replace(one, lowered_from=None) if one.lowered_from else one for record, one in standings.items()}
    for record, one in past.items():
        held = found.get(record) or Standing(None)
        own = [*one.own, *([held.own] if held.own else [])]
        found[record] = Standing(
            strictest_sensitivity(*own) if own else None,
            tuple({*held.parts_of, *one.parts_of}),
            tuple({*held.made_from, *one.made_from}),
            None,
            held.sealed or one.sealed,
        )
    return found


def read_labels(reader: Reader) -> dict[str, bool]:
    """Give the notes and requests for the floor that hold a speaker in words, and ever named a protected one.

    A delegation beside a person on the list of speakers says who it is as well. The value tells whether the words
    stand there still; of the others only the history holds them.
    """
    sealed = {
        row["record"]
        for row in reader.rows("SELECT DISTINCT record, val FROM change WHERE kind = 'person' AND field = 'protected'")
        if from_column(row["val"]) not in (None, False)
    }
    spoken: dict[str, list[tuple[dict[str, Any], int]]] = {}
    for row in (
        reader.rows(
            "SELECT record, val, head FROM change WHERE kind IN ('note', 'floor_request') AND field = 'speaker'"
        )
        if sealed
        else ()
    ):
        spoken.setdefault(row["record"], []).append((unpack_group(from_column(row["val"])), row["head"]))
    return {
        record: any(_in_words(one) and head for one, head in told)
        for record, told in spoken.items()
        if any(not sealed.isdisjoint((one.get("speaker"), one.get("person"))) for one, _ in told)
        and any(_in_words(one) for one, _ in told)
    }


def _in_words(told: Mapping[str, Any]) -> bool:
    return bool(told.get("speaker_label") or told.get("delegation"))


def _owners(kind: str) -> tuple[str, ...]:
    return _OWNERS.get(kind, ())


_OWNERS = {noun.kind: tuple(info.name for info in noun.declared if info.part_of) for noun in NOUNS}
_PLAIN = frozenset(_OWNERS) - {"link", "decision"}
_TELLING = sorted(
    {"sensitivity", "protected", "source", "link_kind", "before", "subject", "decision_kind"}.union(*_OWNERS.values())
)


def _telling(reader: Reader) -> Iterator[tuple[str, str, str, Any]]:
    """Give kind, record, field and value of every line that ever said something of a class, forked ones too."""
    marked = ", ".join("?" * len(_TELLING))
    for row in reader.each(f"SELECT kind, record, field, val FROM change WHERE field IN ({marked})", *_TELLING):
        yield row[0], row[1], row[2], from_column(row[3])
    for row in reader.rows("SELECT line FROM fork"):
        one = decode(bytes(row["line"]))
        if one.field in _TELLING:
            yield one.kind, one.record, one.field, one.val


def _said_later(reader: Reader) -> list[str]:
    """Give the records that were there before anybody said how sensitive they are.

    Said at once means: by the device that made the record, with nothing but this record's lines in between.
    """
    rows = reader.each(
        "WITH said AS (SELECT record, min(lam) AS said FROM change WHERE field = 'sensitivity' GROUP BY record)"
        " SELECT s.record AS record, s.said AS said, min(c.lam) AS first, sum(c.lam <= s.said) AS between_them,"
        " count(DISTINCT CASE WHEN c.lam <= s.said THEN c.id >> 40 END) AS devices"
        " FROM said s CROSS JOIN change c INDEXED BY change_cell ON c.record = s.record GROUP BY s.record"
        " HAVING devices <> 1 OR between_them <> s.said - first + 1"
    )
    return [row[0] for row in rows]


def _sources(reader: Reader, condition: str) -> dict[str, list[str]]:
    """Give, for each record, those that it was made from."""
    found: dict[str, list[str]] = {}
    for row in reader.rows(
        f"SELECT item, source FROM link WHERE link_kind IN ('made_from', 'joined_into', 'split_from') AND {condition}"
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
