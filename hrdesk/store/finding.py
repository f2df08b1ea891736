"""Finding records by their words, for an audience: the desk's own people, or those who may see only milder classes.

To others a record is found by what they may see of it and by nothing else: who spoke is no text to them, and what
names a protected person is withheld whole, or the finding itself would tell.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from hrdesk.language.analysis import Term, marks, terms
from hrdesk.language.excerpt import excerpt
from hrdesk.language.person_names import Names
from hrdesk.records import KINDS, Person, Record, Tag, Tagging, Wording
from hrdesk.records.disclosure import Classes, attribution, is_own, may_be_found, tells_who
from hrdesk.store import search
from hrdesk.store.namings import read_common_words, read_names
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes

MOST = search.MOST


@dataclass(frozen=True)
class Found:
    """A record that was found: the field that shows why, a stretch of its text, and the places marked in that.

    ``shows`` is the record to go to: of a translation the record that was translated.
    """

    kind: str
    record: str
    shows: str
    field: str
    text: str
    marks: tuple[tuple[int, int], ...]


def find(
    reader: Reader,
    words: str,
    audience: str,
    *,
    kinds: Collection[str] | None = None,
    limit: int = MOST,
    typing: bool = False,
) -> list[Found]:
    """Give what holds all of ``words`` and may be shown to ``audience``, the best first.

    ``audience`` is the strictest class that may be shown; "confidential" means the desk's own people. ``typing`` says
    that the last word may be unfinished. No words are an error, and none at all find nothing.
    """
    wanted = terms(words, typing=typing)
    if not wanted or limit < 1:
        return []
    if is_own(audience):
        found = _sealed(reader, wanted) if kinds is None or Person.kind in kinds else []
        for hit in reader.search(wanted, limit=limit, kinds=kinds):
            record = reader.get(KINDS[hit.kind], hit.record)
            if record is not None and not any(one.record == hit.record for one in found):
                found.append(_shown(record, _texts(record), wanted, reader.contested_texts(hit.kind, hit.record)))
        return found[:limit]
    told: list[Found] = []
    for one in _for_others(reader, wanted, audience, kinds):
        told.append(one)
        if len(told) == limit:
            break
    return told


def _sealed(reader: Reader, wanted: Sequence[Term]) -> list[Found]:
    """Find protected persons, whose names are in no index, where this desk holds the key to them."""
    found = []
    for person in reader.every(Person, protected=1):
        texts = _texts(person)
        if _holds(texts, wanted):
            found.append(_shown(person, texts, wanted))
    return found


def _for_others(
    reader: Reader, wanted: Sequence[Term], audience: str, kinds: Collection[str] | None
) -> Iterator[Found]:
    classes = read_classes(reader)
    secret = _secret_names(reader)
    beyond, page = 0, MOST * 2
    while hits := reader.search(wanted, limit=page, kinds=kinds, beyond=beyond):
        beyond += len(hits)
        for hit in hits:
            record = reader.get(KINDS[hit.kind], hit.record)
            if record is None or not _may_see(reader, record, classes, audience):
                continue
            texts = _texts_for_others(reader, record)
            if _holds(texts, wanted) and not any(map(secret.stand_in, texts.values())):
                yield _shown(record, texts, wanted)


def _may_see(reader: Reader, record: Record, classes: Classes, audience: str) -> bool:
    """Tell whether an audience may see a record; a tag that only stricter records bear tells what they are about."""
    tag = reader.get(Tag, record.item) if isinstance(record, Wording) else record
    uses = reader.every(Tagging, tag=tag.id) if isinstance(tag, Tag) else []
    if uses and not any(may_be_found(classes.of(use.id), audience) for use in uses):
        return False
    return may_be_found(classes.of(record.id), audience)


def _texts(record: Record) -> dict[str, str]:
    """Give the texts by which a record is found."""
    held = ((one.name, getattr(record, one.name)) for one in record.declared if one.searchable)
    return {name: text for name, text in held if isinstance(text, str) and text}


def _texts_for_others(reader: Reader, record: Record) -> dict[str, str]:
    """Give what others may see of a record: no speakers; of a person the words it may be named by."""
    if isinstance(record, Person):
        named = attribution("public", (), record, None)
        return {"name": named} if named else {}
    if isinstance(record, Wording):
        translated = reader.find(record.item)
        if translated is None or isinstance(translated, Person) or not _is_open(translated, record.item_field):
            return {}
    return {name: text for name, text in _texts(record).items() if not tells_who(record.field(name))}


def _is_open(record: Record, field: str | None) -> bool:
    return field in record.field_names() and not tells_who(record.field(str(field)))


def _secret_names(reader: Reader) -> Names:
    """Give what protected persons were ever called: one telling word of it is enough to withhold a text."""
    sealed = frozenset(one.id for one in reader.every(Person, protected=1))
    return Names(read_names(reader, sealed), read_common_words(reader)) if sealed else Names({})


def _holds(texts: dict[str, str], wanted: Sequence[Term]) -> bool:
    """Tell whether every term stands in one of the texts."""
    return all(any(marks(text, [term]) for text in texts.values()) for term in wanted)


def _shown(record: Record, texts: dict[str, str], wanted: Sequence[Term], contested: Sequence[str] = ()) -> Found:
    """Show the text that holds most of what was looked for, what is contested of it only where nothing else does."""
    best = ""
    places: list[tuple[int, int]] = []
    for name, text in texts.items():
        found = marks(text, wanted)
        if not best or len(found) > len(places):
            best, places = name, found
    shown = texts.get(best, "")
    for text in contested:
        found = marks(text, wanted)
        if len(found) > len(places):
            shown, places = text, found
    text, marked = excerpt(shown, places)
    shows = record.item if isinstance(record, Wording) and record.item else record.id
    return Found(record.kind, record.id, shows, best, text, marked)
