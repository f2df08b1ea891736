"""Strictness follows a record to where it went: what of it, and of what makes it strict, must go for that."""

from collections.abc import Iterable, Mapping

from hrdesk.records import KINDS
from hrdesk.records.disclosure import Classes, Standing
from hrdesk.store.whereabouts import Whereabouts


def followed(
    stricter: Iterable[str],
    kinds: Mapping[str, tuple[str, ...]],
    placed: Mapping[str, Whereabouts],
    standings: Mapping[str, Standing],
    classes: Classes,
) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Give what must go so that records count as strict where they went: they, and what makes them strict.

    Of what makes them strict goes its class; and that they hang on it, which are ids alone.
    """
    links: dict[str, list[tuple[str, str]]] = {}
    for record, one in placed.items():
        if one.kind == "link" and not one.is_gone and len(one.owners) == 1 and len(one.others) == 1:
            links.setdefault(one.owners[0], []).append((record, one.others[0]))
    notices: set[str] = set(stricter)
    bound: dict[str, frozenset[str]] = {}
    due = list(notices)
    while due:
        record = due.pop()
        held = standings.get(record)
        above = {
            one
            for one in ((*held.parts_of, *held.made_from) if held else ())
            if classes.of(one) == classes.of(record) and one in standings
        }
        if not above:
            continue
        bound[record] = frozenset(
            info.name
            for kind in kinds.get(record, ())
            if kind in KINDS
            for info in KINDS[kind].declared
            if info.part_of
        )
        for link, source in links.get(record, ()):
            if source in above:
                bound[link] = frozenset({"item", "source", "link_kind"})
        due += above - notices
        notices |= above
    return frozenset(notices), bound
