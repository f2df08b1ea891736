"""What a change says that it has seen: the changes of its field that its author knew, and what those had seen."""

from collections.abc import Mapping, Sequence

from hrdesk.records import FieldInfo, Value
from hrdesk.store.change import MOST_SEEN, Change, unpack_group
from hrdesk.store.derivation import heads

Known = Sequence[tuple[int, Change]]
"""Changes of one field, with their numbers in this desk."""


def context(dev: str, known: Known) -> dict[str, int]:
    """Say what ``dev`` had seen: the changes themselves and what their authors had seen, so that it holds on.

    A line has room for so many devices: those whose changes stand come first, the others are covered by them.
    """
    seen: dict[str, int] = {}
    for _, one in known:
        for author, seq in ((one.dev, one.seq), *one.seen.items()):
            if author != dev:
                seen[author] = max(seen.get(author, 0), seq)
    if len(seen) <= MOST_SEEN:
        return seen
    by_field: dict[str, list[tuple[int, Change]]] = {}
    for change in known:
        by_field.setdefault(change[1].field, []).append(change)
    stand = {one.dev for cell in by_field.values() for _, one in heads(cell)}
    return {author: seen[author] for author in sorted(seen, key=lambda one: (one not in stand, one))[:MOST_SEEN]}


def known_when(dev: str, known: Known, infos: Sequence[FieldInfo], stood: Mapping[str, Value]) -> Known:
    """Give what somebody at ``dev`` had seen who saw the values ``stood``; all, where no change ever wrote them.

    ``infos`` are the fields that travel in the one of the journal that ``known`` are changes of. What ``dev`` itself
    wrote it has seen, whatever it saw last.
    """
    asked = [info.name for info in infos if info.name in stood]
    if not asked:
        return known
    read = [one for one in known if all(_says(one[1], infos[0].group, name) == (stood[name] or None) for name in asked)]
    if not read:
        return known
    base = max(read, key=lambda one: one[1].precedence)
    return [one for one in known if one is base or one[1].dev == dev or base[1].covers(one[1])]


def _says(change: Change, group: str, name: str) -> Value:
    return (unpack_group(change.val).get(name) if group else change.val) or None
