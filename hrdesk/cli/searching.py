"""The command that searches a desk by words, narrowed by session, speaker, kind, class, tag and time."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import tzinfo
from typing import Any, TypeVar

from hrdesk.cli.answers import Action, answer
from hrdesk.cli.unlocking import reading
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.folding import fold
from hrdesk.language.interface import _
from hrdesk.records import KINDS, Record
from hrdesk.records.disclosure import is_own
from hrdesk.store.finding import MOST, Found, find
from hrdesk.store.fitting import noun_of
from hrdesk.store.narrowing import Narrowing, as_instant
from hrdesk.store.offers import called, read_offers
from hrdesk.store.reading import Reader

R = TypeVar("R", bound=Record)

MARK = "*"
"""Stands before and after what was found: a terminal's colours do not survive being copied."""


def search_desk(chosen: Namespace) -> Any:
    """Find records by words; nothing found is an empty list and no refusal."""
    kinds = [noun_of(kind).kind for kind in chosen.kind] if chosen.kind else None
    words = " ".join(chosen.words)
    most = MOST if chosen.limit is None else chosen.limit
    with reading(chosen) as reader:
        narrowing = _narrowing(reader, chosen)
        found = find(reader, words, chosen.audience, kinds=kinds, narrowing=narrowing, limit=most)
    if not chosen.json:
        return "\n".join(_line(one) for one in found) or _("Nothing was found.")
    return answer("search", words=words, audience=chosen.audience, found=[asdict(one) for one in found])


def _narrowing(reader: Reader, chosen: Namespace) -> Narrowing:
    """Read what is wanted: sessions, speakers and tags by id or by words of their names."""
    if chosen.speaker and not is_own(chosen.audience):
        raise Refused(
            N_("Who spoke is told to the desk's own people alone. Nothing was searched; leave --speaker out.")
        )
    offers = read_offers(reader, chosen.audience)
    return Narrowing(
        session=_one_of(chosen.session, offers.sessions, lambda one: one.title or ""),
        speaker=_one_of(chosen.speaker, offers.speakers, called),
        note_kind=chosen.note_kind or "",
        sensitivity=chosen.sensitivity or "",
        tag=_one_of(chosen.tag, offers.tags, lambda one: one.name or ""),
        since=_instant(chosen.since, offers.zone, is_end=False),
        until=_instant(chosen.until, offers.zone, is_end=True),
    )


def _one_of(told: str | None, offered: Sequence[R], name_of: Callable[[R], str]) -> str:
    """Give the id of the one record that is meant, by its id, its whole name, or words that only its name has."""
    if not told:
        return ""
    wanted = fold(told)
    ways: tuple[Callable[[R], bool], ...] = (
        lambda one: one.id == told,
        lambda one: fold(name_of(one)) == wanted,
        lambda one: set(wanted.split()) <= set(fold(name_of(one)).replace(",", " ").split()),
    )
    for way in ways:
        found = [one.id for one in offered if way(one)]
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(
                N_('{number} are called "{name}". Nothing was searched; give more of the name, or the id.'),
                number=len(found),
                name=told,
            )
    raise Refused(N_('There is nothing called "{name}" here. Nothing was searched.'), name=told)


def _instant(told: str | None, zone: tzinfo | None, *, is_end: bool) -> str:
    """Read a day or a time by the clock of the venue as an instant in UTC, or refuse it."""
    try:
        return as_instant(told or "", zone, is_end=is_end)
    except ValueError as error:
        raise Refused(
            N_("“{time}” is no time. Nothing was searched; write 2012-12-12 or 2012-12-12T09:30."), time=told
        ) from error


def _line(one: Found) -> str:
    text = one.text
    for start, end in reversed(one.marks):
        text = f"{text[:start]}{MARK}{text[start:end]}{MARK}{text[end:]}"
    return f"{one.shows}  {_(KINDS[one.kind].label)}: {text}"


ACTIONS: dict[str, Action] = {"search": search_desk}
