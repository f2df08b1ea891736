"""The names that must not leave: what protected persons were ever called in the journal of this desk."""

from typing import Any

from msgspec import structs

from hrdesk.store.change import Change, unpack_group
from hrdesk.store.identities import is_sealed, unseal
from hrdesk.store.journal import from_column
from hrdesk.store.reading import Reader


def read_protected(reader: Reader) -> frozenset[str]:
    """Give the persons whom anybody ever called protected."""
    rows = reader.rows("SELECT DISTINCT record, val FROM change WHERE kind = 'person' AND field = 'protected'")
    return frozenset(row["record"] for row in rows if from_column(row["val"]) not in (None, False))


def read_keys(reader: Reader, person: str) -> list[bytes]:
    """Give the keys this desk holds of a person's identity, the newest first."""
    return reader.identity_keys(person)


def opened(reader: Reader, change: Change) -> Change:
    """Give a line with what is sealed in it opened, or with nothing in its place where this desk has no key."""
    if not is_sealed(change.val):
        return change
    value = unseal(read_keys(reader, change.record), change.record, change.field, change.val)
    return structs.replace(change, val=value)


def read_names(reader: Reader, persons: frozenset[str]) -> dict[str, frozenset[str]]:
    """Give every name under which ``persons`` ever stood here, opened where this desk has the key."""
    found: dict[str, set[str]] = {}
    if not persons:
        return {}
    for row in reader.each("SELECT record, val FROM change WHERE kind = 'person' AND field = 'name'"):
        if row[0] in persons:
            value = from_column(row[1])
            if is_sealed(value):
                value = unseal(read_keys(reader, row[0]), row[0], "name", value)
            _add(found, row[0], unpack_group(value).get("name"))
    for row in reader.each("SELECT val FROM change WHERE kind IN ('note', 'floor_request') AND field = 'speaker'"):
        told = unpack_group(from_column(row[0]))
        speaker = told.get("speaker") or told.get("person")
        if speaker in persons:
            _add(found, str(speaker), told.get("speaker_label"))
    for row in reader.each("SELECT person, as_written FROM officer"):
        if row[0] in persons:
            _add(found, row[0], row[1])
    return {person: frozenset(names) for person, names in found.items()}


def read_common_words(reader: Reader) -> list[str]:
    """Give the texts whose words name bodies and subjects, so that one such word alone gives nobody away."""
    found: list[str] = []
    # Not the tags that people made: one may be called after somebody.
    tags = "SELECT name FROM tag WHERE scheme IS NOT 'free'"
    # Nor the delegations that they added: those of the shipped vocabulary have a code.
    delegations = "SELECT name FROM delegation WHERE code IS NOT NULL"
    for sql in ("SELECT name FROM mechanism", tags, delegations, "SELECT title FROM consultation"):
        found += [row[0] for row in reader.each(sql) if row[0]]
    return found


def _add(found: dict[str, set[str]], person: str, name: Any) -> None:
    if isinstance(name, str) and name.strip():
        found.setdefault(person, set()).add(name)
