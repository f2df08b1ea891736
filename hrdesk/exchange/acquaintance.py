"""Who wrote into a desk and what a person decides about them: words compared, kept out, let in again, revoked."""

from dataclasses import dataclass

from hrdesk.desk import Announcement, Desk
from hrdesk.errors import Refused
from hrdesk.exchange.rostering import COMMANDS as ROSTERING
from hrdesk.exchange.trust import OWN, Author, check_words, trust_at
from hrdesk.language import N_
from hrdesk.store import trust as store
from hrdesk.store.holdings import Span, forked_devices, latest_name, limits, sealed_spans, time_told, written
from hrdesk.store.identity import Profile
from hrdesk.store.knowledge import held
from hrdesk.store.reading import Reader
from hrdesk.store.trust import base_of

_REVOKE = next(one for one in ROSTERING if one.name == "revoke-in-roster")
_RESTORE = next(one for one in ROSTERING if one.name == "restore-in-roster")


@dataclass(frozen=True)
class Acquaintance:
    """A device as one desk knows it: who it is, how much of it is held, and how much of that bears its seal.

    ``incarnations`` counts the names it wrote under, ``last`` is the highest number of the latest one; ``until``
    gives, by full name, the last number that comes in of a revoked device; ``is_forked`` says that two different lines
    were found under one number.
    """

    author: Author
    changes: int = 0
    sealed: int = 0
    incarnations: int = 0
    last: int = 0
    latest: str = ""
    is_forked: bool = False
    until: dict[str, int] | None = None


def acquaintances(reader: Reader, profile: Profile) -> list[Acquaintance]:
    """Give every device that wrote into this desk, is on the roster, or was decided about; this one first."""
    trust, here, forked = trust_at(reader, profile), written(reader), forked_devices(reader)
    spans, seals = held(reader), sealed_spans(reader)
    bases = {trust.own, *map(base_of, (*here, *trust.stances, *trust.roster))}
    found = []
    for base in sorted(bases, key=lambda one: (one != trust.own, one)):
        names = [name for name in here if base_of(name) == base]
        author = trust.author(base)
        count = sum(here[name].count for name in names)
        until = {name: limit for name in names if (limit := trust.limit(name)) is not None}
        found.append(
            Acquaintance(
                author,
                count,
                count if base == trust.own else sum(_shared(spans.get(one, []), seals.get(one, [])) for one in names),
                len(names),
                here[newest].highest if (newest := latest_name(reader, base)) in here else 0,
                max((here[name].latest for name in names), default=""),
                any(base_of(name) == base for name in forked),
                until or None,
            )
        )
    return found


def time_of_number(reader: Reader, device: str, number: int) -> str:
    """Give the time told by a line of the latest incarnation of a device: numbers say nothing to a person."""
    return time_told(reader, latest_name(reader, base_of(device)), number)


def compare(desk: Desk, device: str, words: str) -> Author:
    """Note that a person compared the six words of a device; refused when they are others."""
    base = _named(device)
    with desk.reader() as reader:
        author = trust_at(reader, desk.file.profile).author(base)
    if author.level in {store.KEPT_OUT, store.REVOKED}:
        raise Refused(N_("This device is kept out or revoked. Nothing was changed; please let it in first."))
    check_words(author.key, words)
    with desk.file.writing() as connection:
        store.meet(connection, {base: author.key}, desk.file.now())
    return _decided(desk, base, store.COMPARED)


def keep_out(desk: Desk, device: str) -> Author:
    """Take nothing more in that a device wrote; what was taken in before stays."""
    return _decided(desk, _other(desk, device), store.KEPT_OUT)


def let_in(desk: Desk, device: str) -> Author:
    """Let a device in again that was kept out or revoked here; its words still want comparing."""
    base = _other(desk, device)
    with desk.reader() as reader:
        trust = trust_at(reader, desk.file.profile)
    if trust.root == trust.own and base in trust.roster:
        desk.run(_RESTORE, device=base)
    with desk.file.writing() as connection:
        store.forget(connection, base)
    return _decided(desk, base, store.FIRST_USE)


def revoke(desk: Desk, device: str, after: int) -> Author:
    """Take nothing in beyond number ``after`` of a device; at staff's desk the roster tells it to all the others.

    ``after`` is meant for the incarnation that is named in full, else for the latest. Of the device's other
    incarnations nothing comes in that is not held already.
    """
    base = _other(desk, device)
    if after < 0:
        raise Refused(N_("The number must not be below zero. Nothing was changed."))
    with desk.reader() as reader:
        until, trust = limits(reader, device, after), trust_at(reader, desk.file.profile)
    if trust.root == trust.own:
        desk.run(_REVOKE, device=device, after=after)
    with desk.file.writing() as connection:
        for name, number in until.items():
            store.decide(connection, name, store.REVOKED, desk.file.now(), until=number)
    return _decided(desk, base, store.REVOKED, until=0)


def _decided(desk: Desk, base: str, level: str, until: int | None = None) -> Author:
    with desk.file.writing() as connection:
        store.decide(connection, base, level, desk.file.now(), until=until)
    desk.announce(Announcement("trust", frozenset()))
    with desk.reader() as reader:
        return trust_at(reader, desk.file.profile).author(base)


def _other(desk: Desk, device: str) -> str:
    base = _named(device)
    with desk.reader() as reader:
        if trust_at(reader, desk.file.profile).level(base) == OWN:
            raise Refused(N_("This is the desk's own device. Nothing was changed."))
    return base


def _named(device: str) -> str:
    """Give the device without its incarnation; refuse what is no device's name."""
    base = base_of(device)
    if not store.is_device(base):
        raise Refused(
            N_("“{device}” is no name of a device: it has 16 letters and digits. Nothing was changed."), device=device
        )
    return base


def _shared(spans: list[Span], others: list[Span]) -> int:
    """Count the numbers that lie in both; ``others`` do not overlap each other."""
    return sum(
        max(0, min(last, other_last) - max(first, other_first) + 1)
        for first, last in spans
        for other_first, other_last in others
    )
