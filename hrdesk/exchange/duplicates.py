"""Records that may stand twice for one thing: a person inscribed on two desks, a consultation begun on two.

They are shown with the reasons for the suspicion. Nothing is ever joined by itself, and never because of a name
alone: a person says which record survives. Joining is made of ordinary changes and is undone like any command.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from hrdesk.agenda.commands import living
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.exchange.queries import title_of
from hrdesk.language import N_
from hrdesk.language.folding import fold
from hrdesk.recommendations.queries import kept_apart
from hrdesk.records import NOUNS, Consultation, Link, Mechanism, Person, Record, Tagging, Value, Wording
from hrdesk.records.classes import rank
from hrdesk.records.ids import joined_id
from hrdesk.store.identities import is_sealed
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader

JOINABLE: tuple[type[Record], ...] = (Person, Consultation, Mechanism)

REASONS: Mapping[str, str] = {
    "same_name": N_("the same name"),
    "same_words": N_("the same words in the name, in another order"),
    "longer_name": N_("one name holds the other"),
    "same_affiliation": N_("the same affiliation"),
    "same_function": N_("the same function"),
    "same_mechanism": N_("the same mechanism"),
    "no_name": N_("two entries of one body without a name"),
    "same_title": N_("the same title"),
    "same_dates": N_("the same days"),
    "same_place": N_("the same place"),
    "same_acronym": N_("the same acronym"),
}
"""Why two records are suspected to be one, with words for a person."""

_ABOUT_NAMES = frozenset({"same_name", "same_words", "longer_name", "same_title"})
_STAYING = frozenset({"decision", "withdrawal", "identity_access"})
"""Kinds that go on speaking of the record they were made about: the trail, and keys that open one person's name."""


@dataclass(frozen=True)
class Suspicion:
    """Two records that may be one, and why. ``is_weak``: nothing but the name speaks for it."""

    kind: str
    first: str
    first_title: str
    second: str
    second_title: str
    reasons: tuple[str, ...]

    @property
    def is_weak(self) -> bool:
        """Tell whether nothing but the name speaks for it."""
        return set(self.reasons) <= _ABOUT_NAMES


def duplicates(reader: Reader) -> list[Suspicion]:
    """Give the pairs that may be one, the likeliest first; not those of which a person said that they are two."""
    apart = kept_apart(reader)
    found = [
        Suspicion(first.kind, first.id, title_of(first), second.id, title_of(second), reasons)
        for first, second, reasons in (*_people(reader.every(Person)), *_meetings(reader.every(Consultation)))
        if frozenset((first.id, second.id)) not in apart
    ]
    return sorted(found, key=lambda one: (one.is_weak, -len(one.reasons), one.first_title, one.first, one.second))


def join_records(pen: Pen, survivor: str, other: str) -> dict[str, Any]:
    """Join two records of one kind: what refers to ``other`` refers to ``survivor``, and ``other`` is deleted."""
    kept, gone = living(pen, survivor), living(pen, other)
    if type(kept) is not type(gone) or kept.id == gone.id or type(kept) not in JOINABLE:
        raise Refused(N_("Only two records of one kind, people, consultations or mechanisms, can be joined."))
    if isinstance(kept, Person) and isinstance(gone, Person) and bool(kept.protected) != bool(gone.protected):
        raise Refused(
            N_(
                "One of the two is a protected person. Nothing was changed;"
                " please protect the other as well, or leave them apart."
            )
        )
    moved = _carry_over(pen, kept, gone)
    values = _taken_from(kept, gone)
    if values:
        pen.change(type(kept), kept.id, **values)
    link = joined_id("link", kept.id, gone.id, "joined_into")
    pen.create(Link, link, item=kept.id, source=gone.id, link_kind="joined_into")
    pen.delete(type(gone), gone.id)
    return {"id": kept.id, "joined": gone.id, "carried_over": moved}


def _people(people: Sequence[Person]) -> Iterator[tuple[Person, Person, tuple[str, ...]]]:
    """Compare people who share two words of the name, or all of it, or a body without a name; no protected ones."""
    told = {one.id: one for one in people if not one.protected and not is_sealed(one.name)}
    words = {key: tuple(fold(one.name or "").replace(",", " ").split()) for key, one in told.items()}
    meeting: dict[Any, list[str]] = defaultdict(list)
    for key, name in words.items():
        for pair in {tuple(sorted(two)) for two in combinations(dict.fromkeys(name), 2)} or {name}:
            meeting[pair or ("", fold(told[key].affiliation or ""))].append(key)
    pairs = {two for keys in meeting.values() if len(keys) < 50 for two in combinations(sorted(keys), 2)}
    for first, second in sorted(pairs):
        reasons = _alike(told[first], told[second], words[first], words[second])
        if reasons:
            yield told[first], told[second], reasons


def _alike(first: Person, second: Person, words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    beside = [
        reason
        for reason, name in (("same_affiliation", "affiliation"), ("same_function", "function"))
        if _same(getattr(first, name), getattr(second, name))
    ]
    if first.mechanism and first.mechanism == second.mechanism:
        beside.append("same_mechanism")
    if not words and not others:
        return ("no_name", *beside) if "same_affiliation" in beside and first.category == second.category else ()
    if words == others:
        return ("same_name", *beside)
    if sorted(words) == sorted(others):
        return ("same_words", *beside)
    shorter, longer = sorted((set(words), set(others)), key=len)
    # Half a name says little: it counts where something else speaks for it as well.
    return ("longer_name", *beside) if len(shorter) > 1 and shorter < longer and beside else ()


def _meetings(held: Sequence[Consultation]) -> Iterator[tuple[Consultation, Consultation, tuple[str, ...]]]:
    for first, second in combinations(held, 2):
        if not _same(first.title, second.title):
            continue
        reasons = ["same_title"]
        if first.start and (first.start, first.end) == (second.start, second.end):
            reasons.append("same_dates")
        if _same(first.city or first.venue_as_written, second.city or second.venue_as_written):
            reasons.append("same_place")
        yield first, second, tuple(reasons)


def _same(first: str | None, second: str | None) -> bool:
    return bool(first and second) and not is_sealed(first) and fold(first or "") == fold(second or "")


def _carry_over(pen: Pen, kept: Record, gone: Record) -> int:
    """Let everything that refers to ``gone`` refer to ``kept``, and count it."""
    moved = 0
    for noun in NOUNS:
        if noun.kind in _STAYING:
            continue
        names = [info.name for info in noun.declared if {gone.kind, "*"} & set(info.refers_to)]
        for name in names:
            for held in pen.read.every(noun, **{name: gone.id}):
                if isinstance(held, Link | Tagging | Wording):
                    _make_anew(pen, held, name, kept.id)
                elif held.id != kept.id:
                    pen.change(noun, held.id, **{name: kept.id})
                moved += 1
    return moved


def _make_anew(pen: Pen, held: Record, name: str, kept: str) -> None:
    """Replace what has its id from the records it joins; what is there already stays as it is."""
    values = {**held.values(), name: kept}
    parts = {
        "link": ("item", "source", "link_kind"),
        "tagging": ("item", "tag"),
        "wording": ("item", "item_field", "language"),
    }[held.kind]
    made = joined_id(held.kind, *(str(values[part] or "") for part in parts))
    if pen.read.get(type(held), made) is None and values.get("item") != values.get("source"):
        pen.create(type(held), made, **{key: value for key, value in values.items() if value is not None})
    pen.delete(type(held), held.id)


def _taken_from(kept: Record, gone: Record) -> dict[str, Value]:
    """Give what the survivor takes over: fields that are empty in it, and of a confidentiality the stricter one."""
    found: dict[str, Value] = {}
    is_protected = isinstance(kept, Person) and kept.protected
    for infos in type(kept).cells().values():
        values = {info.name: getattr(gone, info.name) for info in infos}
        strict = infos[0].strictness
        if strict:
            name, unsaid = infos[0].name, infos[0].unsaid
            if values[name] is not None and rank(strict, unsaid, values[name]) > rank(
                strict, unsaid, getattr(kept, name)
            ):
                found[name] = values[name]
        elif not is_protected and all(getattr(kept, info.name) is None for info in infos):
            found |= {key: value for key, value in values.items() if value not in {None, kept.id}}
    return found


COMMANDS = (Command("join-records", N_("Join records"), join_records),)
