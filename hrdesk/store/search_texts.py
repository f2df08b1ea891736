"""The texts by which records are found: what is declared searchable of living records, and what is contested of it.

A value that does not count meanwhile is as much somebody's words as the one that does: both are found.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from hrdesk.records import KINDS, Record
from hrdesk.records.disclosure import tells_who
from hrdesk.store.change import unpack_group
from hrdesk.store.identities import is_sealed

FEW = 32
"""So few records are asked for by their ids, however small their table."""


@dataclass(frozen=True)
class Entry:
    """A record and its texts, each with its language where that is known."""

    record: str
    kind: str
    language: tuple[str | None, ...]
    texts: tuple[str, ...]

    @property
    def mark(self) -> int:
        """Give a number that changes with what is to be found."""
        told = repr((self.language, self.texts)).encode()
        return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), signed=True)


@cache
def searchable() -> dict[str, tuple[tuple[str, str | None], ...]]:
    """Map the kinds that can be found to their fields, each with the field that names its language."""
    found = {}
    for kind, noun in KINDS.items():
        fields = tuple((one.name, _language_of(noun, one.group)) for one in noun.declared if one.searchable)
        if fields:
            found[kind] = fields
    return found


def texts_of(
    connection: Any, kind: str, chosen: frozenset[str] | None = None, *, with_contested: bool = True
) -> Iterator[Entry]:
    """Read the texts of the living records of a kind: of all, or of those that are chosen.

    ``with_contested`` is for whoever does not know that nothing of them is contested.
    """
    sql, count = _selected(kind)
    if chosen is None:
        rows = connection.execute(f"{sql} ORDER BY id")
    elif len(chosen) > FEW and _is_smaller(connection, kind, len(chosen)):
        rows = (row for row in connection.execute(sql) if row[0] in chosen)
    else:
        rows = connection.execute(f"{sql} AND id IN (SELECT value FROM json_each(?))", (json.dumps(list(chosen)),))
    contested = _contested(connection, kind, chosen) if with_contested else {}
    for row in rows:
        texts = tuple("" if text is None or is_sealed(text) else str(text) for text in row[1 : 1 + count])
        spoken = tuple(row[1 + count :])
        for language, text in contested.get(row[0], ()):
            if text not in texts:
                texts, spoken = (*texts, text), (*spoken, language)
        if any(texts):
            yield Entry(row[0], kind, spoken, texts)


@cache
def _selected(kind: str) -> tuple[str, int]:
    """Give what every question for texts begins with, and how many texts a record of the kind has."""
    fields = searchable()[kind]
    told = [_readable(kind, name) for name, _ in fields] + [f'"{one}"' if one else "NULL" for _, one in fields]
    return f'SELECT id, {", ".join(told)} FROM "{kind}" WHERE _state <> 1', len(fields)


def contested_texts(connection: Any, kind: str, record: str) -> list[str]:
    """Give the texts of a record between which nobody has chosen yet, the one that counts meanwhile too."""
    return [text for _, text in _contested(connection, kind, frozenset((record,))).get(record, ())]


def _contested(connection: Any, kind: str, chosen: frozenset[str] | None) -> dict[str, list[tuple[str | None, str]]]:
    """Give the contested texts of records of a kind, with their languages, in the same order on every desk."""
    sql = "SELECT record, field, val FROM change INDEXED BY change_contested WHERE head = 2 AND kind = ?"
    if chosen is None:
        rows = connection.execute(sql, (kind,))
    else:
        named = json.dumps(list(chosen))
        rows = connection.execute(f"{sql} AND record IN (SELECT value FROM json_each(?))", (kind, named))
    found: dict[str, set[tuple[str | None, str]]] = {}
    noun = KINDS[kind]
    is_of_people = "protected" in noun.field_names()
    for record, field, value in rows:
        for name, spoken in searchable()[kind]:
            info = noun.field(name)
            if field != (info.group or name) or (is_of_people and tells_who(info)):
                continue
            held = unpack_group(value) if info.group else {name: value}
            text, language = held.get(name), held.get(spoken) if spoken else None
            if isinstance(text, str) and text:
                found.setdefault(record, set()).add((language if isinstance(language, str) else None, text))
    return {record: sorted(told, key=lambda one: (one[0] or "", one[1])) for record, told in found.items()}


def _language_of(noun: type[Record], group: str) -> str | None:
    """Name the field that says in which language the fields of ``group`` are written, if one says so."""
    if not group:
        return None
    beside = [one.name for one in noun.declared if one.group == group and one.name.endswith("language")]
    if not beside and group == "wording" and "language" in noun.field_names():
        return "language"
    return beside[0] if beside else None


def _readable(kind: str, name: str) -> str:
    """Write how a field is read: who a protected person is stands in no index, even where this desk may know it."""
    noun = KINDS[kind]
    if "protected" in noun.field_names() and tells_who(noun.field(name)):
        return f'CASE WHEN "protected" THEN NULL ELSE "{name}" END'
    return f'"{name}"'


def _is_smaller(connection: Any, kind: str, than: int) -> bool:
    """Tell whether it is quicker to read all of a table than to ask it for each of ``than`` records."""
    count = connection.execute(f'SELECT count(*) FROM (SELECT 1 FROM "{kind}" LIMIT ?)', (than,)).fetchone()[0]
    return bool(count < than)
