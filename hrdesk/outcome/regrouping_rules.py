"""Which recommendation of a section stands under which sentence once more was decided: pure, over ids and keys.

As little as possible moves: a sentence goes on to say what is true of all that stand under it, and a recommendation
goes to the end of those that were decided on as it was. Everything else in the section stays where it is.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hrdesk.outcome.rules import LEADS


@dataclass(frozen=True)
class Group:
    """A sentence with the paragraphs under it that print recommendations; ``key`` is that of ``LEADS``.

    ``is_edited`` says that a person changed the words of the sentence, in whatever language.
    """

    lead: str
    key: str
    members: tuple[str, ...]
    is_edited: bool = False


@dataclass(frozen=True)
class Regrouped:
    """What a section needs: sentences that say another thing now, what goes, and the order of all that stays.

    In ``order`` a new sentence stands by its key, which is in ``new``. ``moved`` are the recommendations that go to
    another place.
    """

    order: tuple[str, ...]
    said: Mapping[str, str] = field(default_factory=dict)
    new: frozenset[str] = frozenset()
    gone: tuple[str, ...] = ()
    moved: frozenset[str] = frozenset()


def misplaced(group: Group, wanted: Mapping[str, str]) -> tuple[str, ...]:
    """Name the recommendations of which the sentence over them is not true; ``wanted`` maps them to their keys."""
    return tuple(one for one in group.members if wanted[one] != group.key)


def regrouped(siblings: Sequence[str], groups: Sequence[Group], wanted: Mapping[str, str]) -> Regrouped:
    """Put the recommendations of a section under the sentences that are true of them.

    ``siblings`` are the paragraphs of the section in their order, ``groups`` those that may be touched. What is wanted
    nowhere (its key is empty) goes.
    """
    said = _said(groups, wanted)
    of_key: dict[str, Group] = {}
    for group in groups:
        of_key.setdefault(said[group.lead], group)
    own = {one: said[group.lead] for group in groups for one in group.members}
    gone = [one for one in own if not wanted[one]]
    moved = [one for one in own if wanted[one] and wanted[one] != own[one]]
    gone += [group.lead for group in groups if not said[group.lead]]
    order = [one for one in siblings if one not in {*gone, *moved}]
    new = [key for key in LEADS if key not in of_key and key in {wanted[one] for one in moved}]
    standing = {group.lead: said[group.lead] for group in groups if said[group.lead]}
    tails = {
        said[group.lead]: next((one for one in reversed(group.members) if one in order), group.lead)
        for group in reversed(groups)
        if said[group.lead]
    }
    for key in new:
        order.insert(_place(order, key, standing, tails), key)
        standing[key] = tails[key] = key
    for one in moved:
        key = wanted[one]
        order.insert(order.index(tails[key]) + 1, one)
        tails[key] = one
    changed = {group.lead: said[group.lead] for group in groups if said[group.lead] not in ("", group.key)}
    return Regrouped(tuple(order), changed, frozenset(new), tuple(gone), frozenset(moved))


def _said(groups: Sequence[Group], wanted: Mapping[str, str]) -> dict[str, str]:
    """Give the key that each sentence has from now on, nothing where it is needed no more.

    One that nothing stood under stays as it is: somebody may have put it there for what follows further down.
    """
    said: dict[str, str] = {}
    for group in groups:
        true_of = {wanted[one] for one in group.members}
        said[group.lead] = group.key if group.key in true_of or not group.members else ""
    for group in groups:
        if said[group.lead]:
            continue
        counted = Counter(wanted[one] for one in group.members if wanted[one] not in {"", *said.values()})
        said[group.lead] = max(counted, key=lambda key: (counted[key], -list(LEADS).index(key)), default="")
    return said


def _place(order: Sequence[str], key: str, standing: Mapping[str, str], tails: Mapping[str, str]) -> int:
    """Give the place of a new sentence: before the first that comes after it in ``LEADS``, else after all of them."""
    rank = list(LEADS).index
    later = [order.index(one) for one, other in standing.items() if rank(other) > rank(key)]
    return min(later) if later else max(order.index(one) for one in tails.values()) + 1
