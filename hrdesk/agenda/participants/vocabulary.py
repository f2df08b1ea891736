"""The shipped vocabulary of States and bodies, as a desk knows it: its own names and delegations win.

Names in English follow the lists of Member and Non-Member States that the United Nations publishes; what stands of
the rest is said in resources/vocabularies/SOURCES.md.
"""

import csv
from functools import cache

from hrdesk.agenda.participants.rules.directory import MOST, Directory, Entry
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_, SOURCE_LANGUAGE
from hrdesk.paths import resources_folder
from hrdesk.records import Consultation, Delegation, Mechanism, Wording
from hrdesk.records.ids import joined_id
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader

UNKNOWN = N_("“{code}” is no delegation that is known here. Nothing was changed; please choose one from the list.")


def delegation_id(code: str) -> str:
    """Give the id that the record of a shipped delegation has in every desk."""
    return joined_id("delegation", code)


@cache
def shipped() -> Directory:
    """Give the vocabulary as it is shipped."""
    path = resources_folder() / "vocabularies" / "delegations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return Directory(tuple(_entry(row) for row in csv.DictReader(file)))


def of_desk(reader: Reader) -> Directory:
    """Give the vocabulary as this desk knows it: with the delegations it made and the names it was given.

    Takes some milliseconds: whoever looks up names while somebody types keeps it until a delegation or a wording
    changes.
    """
    held = {one.id: one for one in reader.every(Delegation)}
    if not held:
        return shipped()
    worded: dict[str, dict[str, str]] = {}
    for wording in reader.every(Wording, item_field="name"):
        if wording.item in held and wording.text and wording.language in LANGUAGES:
            worded.setdefault(wording.item, {})[wording.language] = wording.text
    consultations = reader.every(Consultation)
    own_language = (consultations[0].language if consultations else None) or SOURCE_LANGUAGE
    known = shipped()
    entries = [
        _overlaid(entry, held[entry.record], worded.get(entry.record, {})) if entry.record in held else entry
        for entry in known.entries
    ]
    own = [one for one in held.values() if known.get(one.id) is None]
    entries += [_own(one, worded.get(one.id, {}), own_language) for one in own]
    return Directory(tuple(entries))


def find(words: str, language: str, reader: Reader | None = None, most: int = MOST) -> list[Entry]:
    """Give the States and bodies that typed letters can mean, the likeliest first; two letters are enough."""
    return (of_desk(reader) if reader else shipped()).find(words, language, most)


def name_of(code: str | None, language: str, reader: Reader | None = None) -> str:
    """Give the name behind a code or the id of a delegation; nothing where nobody knows it."""
    return (of_desk(reader) if reader else shipped()).name(code, language)


def ensure(pen: Pen, code: str) -> str:
    """Give the id of a delegation, making its record where the desk has none yet.

    ``code`` is one of the shipped vocabulary, or the id of a delegation of this desk.
    """
    entry = shipped().get(code)
    if entry is None:
        if pen.read.get(Delegation, code) is None:
            raise Refused(UNKNOWN, code=code)
        return code
    if pen.read.get(Delegation, entry.record) is not None:
        return entry.record
    return pen.create(
        Delegation,
        entry.record,
        name=entry.names[SOURCE_LANGUAGE],
        code=entry.code,
        category=entry.category,
        regional_group=entry.regional_group or None,
        country=entry.country or None,
        mechanism=_mechanism(pen.read, entry),
        a_status=entry.a_status,
    )


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        code=row["code"],
        record=delegation_id(row["code"]),
        category=row["category"],
        names={language: row[language] for language in LANGUAGES},
        regional_group=row["regional_group"],
        country=row["country"] or (row["code"] if row["category"] in ("state", "observer_state") else ""),
        acronyms=tuple(name for name in row["acronyms"].split(";") if name),
        other_names=tuple(name for name in row["other_names"].split(";") if name),
    )


def _overlaid(entry: Entry, held: Delegation, worded: dict[str, str]) -> Entry:
    """Put what a desk says of a shipped delegation over what is shipped; the shipped names still find it."""
    names = {**entry.names, **({SOURCE_LANGUAGE: held.name} if held.name else {}), **worded}
    replaced = [name for language, name in entry.names.items() if names[language] != name]
    return Entry(
        entry.code,
        entry.record,
        held.category or entry.category,
        names,
        held.regional_group or entry.regional_group,
        held.country or entry.country,
        entry.acronyms,
        (*entry.other_names, *replaced),
        held.a_status if held.a_status is not None else entry.a_status,
    )


def _own(held: Delegation, worded: dict[str, str], language: str) -> Entry:
    names = {**({language: held.name} if held.name else {}), **worded}
    acronyms = (held.code,) if held.code else ()
    return Entry(
        held.id,
        held.id,
        held.category or "other",
        names,
        held.regional_group or "",
        held.country or "",
        acronyms,
        a_status=held.a_status,
    )


def _mechanism(reader: Reader, entry: Entry) -> str | None:
    """Give the mechanism of this desk that a body is, by its acronym, if exactly one has it."""
    if entry.category in ("state", "observer_state", "group"):
        return None
    shorts = {short.casefold() for short in (entry.code, *entry.acronyms)}
    found = [one.id for one in reader.every(Mechanism) if (one.acronym or "").casefold() in shorts]
    return found[0] if len(found) == 1 else None
