"""Finding records by their words, for an audience: the desk's own people, or those who may see only milder classes.

To others a record is found by what they may see of it and by nothing else: who spoke is no text to them, and what
names a protected person is withheld whole, or the finding itself would tell.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from hrdesk.language.analysis import Term, marks, may_meet, terms
from hrdesk.language.excerpt import excerpt
from hrdesk.language.person_names import Names
from hrdesk.records import KINDS, Person, Record, Tag, Tagging, Wording
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import Classes, attribution, is_own, may_be_found, tells_who
from hrdesk.store import search
from hrdesk.store.lineage import Lineage
from hrdesk.store.namings import read_common_words, read_names
from hrdesk.store.narrowing import EVERYTHING, Narrowing
from hrdesk.store.ranking import Hit
from hrdesk.store.reading import Reader

MOST = search.MOST

_MANY = 1000
"""Hits of the first page where their classes decide: to ask the index twice costs more than to have it name so many."""

_ALL = 1 << 31
"""More than any desk holds; of more the database cannot count on."""

_CLASSED_AT_ONCE = 100
"""Hits whose classes are read together: mostly there are enough among a few hundred, and no more is read."""


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
    narrowing: Narrowing = EVERYTHING,
    limit: int = MOST,
    typing: bool = False,
) -> list[Found]:
    """Give what holds all of ``words`` and may be shown to ``audience``, the best first.

    ``audience`` is the strictest class that may be shown; "confidential" means the desk's own people. ``typing`` says
    that the last word may be unfinished. No words are an error, and none at all find nothing; others find nothing by
    who spoke.
    """
    wanted = terms(words, typing=typing)
    limit = min(limit, _ALL)
    if not wanted or limit < 1:
        return []
    if is_own(audience):
        found = _for_us(reader, wanted, kinds, narrowing, limit)
    elif narrowing.tells_who:
        return []
    else:
        found = _for_others(reader, wanted, audience, kinds, narrowing)
    return list(islice(found, limit))


def _for_us(
    reader: Reader, wanted: Sequence[Term], kinds: Collection[str] | None, narrowing: Narrowing, limit: int
) -> Iterator[Found]:
    told: set[str] = set()
    if (kinds is None or Person.kind in kinds) and not narrowing.is_of_the_database:
        for one in _sealed(reader, wanted):
            if narrowing.sensitivity in ("", SENSITIVITY[-1]):
                told.add(one.record)
                yield one
    is_contested = _is_anything_contested(reader)
    hits = reader.ranked(
        wanted, first=max(limit, _MANY) if narrowing.sensitivity else limit, kinds=kinds, narrowing=narrowing
    )
    if narrowing.sensitivity:
        hits = (
            hit
            for hit, classes in _classed(reader, hits, narrowing.sensitivity)
            if classes.of(hit.record) == narrowing.sensitivity
        )
    for hit in hits:
        record = reader.get(KINDS[hit.kind], hit.record)
        if record is not None and hit.record not in told:
            contested = reader.contested_texts(hit.kind, hit.record) if is_contested else ()
            yield _shown(record, _texts(record), wanted, contested)


def _classed(reader: Reader, hits: Iterator[Hit], limit: str) -> Iterator[tuple[Hit, Classes]]:
    """Give hits with the classes of their records, but for many that are stricter than ``limit``."""
    lineage = Lineage(reader)
    while some := list(islice(hits, _CLASSED_AT_ONCE)):
        if limit != SENSITIVITY[-1]:
            some = _without_the_stricter(lineage, some, limit)
        classes = lineage.classes_of(_bearing(reader, some), {hit.record: hit.kind for hit in some})
        for hit in some:
            yield hit, classes


def _without_the_stricter(lineage: Lineage, hits: Sequence[Hit], limit: str) -> list[Hit]:
    by_kind: dict[str, list[str]] = {}
    for hit in hits:
        by_kind.setdefault(hit.kind, []).append(hit.record)
    left = {kind: lineage.without_the_stricter(kind, records, limit) for kind, records in by_kind.items()}
    return [hit for hit in hits if hit.record in left[hit.kind]]


def _bearing(reader: Reader, hits: Sequence[Hit]) -> list[str]:
    """Name what was found, and what bears the tags among it."""
    tags = {hit.record for hit in hits if hit.kind == Tag.kind}
    for hit in hits:
        if hit.kind == Wording.kind and (wording := reader.get(Wording, hit.record)) and reader.get(Tag, wording.item):
            tags.add(str(wording.item))
    uses = [use.id for tag in sorted(tags) for use in reader.every(Tagging, tag=tag)]
    return [*(hit.record for hit in hits), *uses]


def _is_anything_contested(reader: Reader) -> bool:
    """Tell whether anything on the desk is contested: mostly nothing is, and it is asked once and not of every hit."""
    return bool(reader.value("SELECT 1 FROM change INDEXED BY change_contested WHERE head = 2 LIMIT 1"))


def _sealed(reader: Reader, wanted: Sequence[Term]) -> list[Found]:
    """Find protected persons, whose names are in no index, where this desk holds the key to them."""
    found = []
    for person in reader.every(Person, protected=1):
        texts = _texts(person)
        if _holds(texts, wanted):
            found.append(_shown(person, texts, wanted))
    return found


def _for_others(
    reader: Reader, wanted: Sequence[Term], audience: str, kinds: Collection[str] | None, narrowing: Narrowing
) -> Iterator[Found]:
    secret = _secret_names(reader)
    is_contested = _is_anything_contested(reader)
    hits = reader.ranked(wanted, first=_MANY, kinds=kinds, narrowing=narrowing)
    for hit, classes in _classed(reader, hits, audience):
        told = classes.of(hit.record)
        if not may_be_found(told, audience) or (narrowing.sensitivity and told != narrowing.sensitivity):
            continue
        record = reader.get(KINDS[hit.kind], hit.record)
        if record is None or not _is_borne_openly(reader, record, classes, audience):
            continue
        texts = _texts_for_others(reader, record)
        is_found_by_it = not is_contested and _is_found_by(texts, _texts(record), wanted)
        if (is_found_by_it or _holds(texts, wanted)) and not any(map(secret.stand_in, texts.values())):
            yield _shown(record, texts, wanted)


def _is_borne_openly(reader: Reader, record: Record, classes: Classes, audience: str) -> bool:
    """Tell whether a record is no tag that only stricter records bear: that would tell what they are about."""
    tag = reader.get(Tag, record.item) if isinstance(record, Wording) else record
    uses = reader.every(Tagging, tag=tag.id) if isinstance(tag, Tag) else []
    return not uses or any(may_be_found(classes.of(use.id), audience) for use in uses)


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


def _is_found_by(texts: dict[str, str], everything: dict[str, str], wanted: Sequence[Term]) -> bool:
    """Tell for certain that a record was found by ``texts``: no word looked for may stand in what else there is of it.

    To look at the little that is kept from others costs less than to read the rest once more.
    """
    kept = [text for name, text in everything.items() if texts.get(name) != text]
    return texts.items() <= everything.items() and not any(may_meet(text, wanted) for text in kept)


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
