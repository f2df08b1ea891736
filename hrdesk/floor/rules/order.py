"""Who is next, and why: a pure function of requests, format and the chair's decisions.

No number of the list is kept. Precedence, lots and inscription give the order; the decisions of the chair are replayed
on it in the order in which they were taken, over all requests of the round, also those that no longer wait: a name
that leaves the list moves nobody. What was announced stands in front as it was announced.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from hrdesk.floor.rules.lots import lots_of
from hrdesk.floor.rules.reasons import Reason, reason
from hrdesk.floor.rules.replay import Decided, in_order_of_time, replayed
from hrdesk.language.folding import fold
from hrdesk.records.floor import FloorDecision, FloorRequest, FormatClass, FormatSegment, SessionFormat
from hrdesk.records.people import Delegation

FIRST = ("dignitary", "group")
"""Classes that are moved to the front of the list "as per practice" (concept note of the panel of 2016)."""

WAITING = ("inscribed", "confirmed")

AT_THE_FLOOR = ("called", "speaking")

SPOKEN = ("speaking", "spoke")

STATES = ("dignitary", "concerned_state", "state", "observer_state")
"""Classes in which a State speaks that its national institution follows."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A request with what the order must know of who asks: ``speaker`` is the same for the same one, empty: unknown."""

    request: FloorRequest
    speaker: str = ""
    country: str = ""
    a_status: bool = False


@dataclass(frozen=True)
class Precedence:
    """Which classes go first.

    ``ranks`` maps a class to its stage, how many segments on it speaks, and its rank there; ``unnamed`` is where a
    class stands that the format does not name.
    """

    ranks: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    unnamed: tuple[int, int] = (0, 0)
    first_timers_first: bool = False
    nhri_after_state: bool = False

    @cached_property
    def tells_classes_apart(self) -> bool:
        """Tell whether the class says anything about the place."""
        return len(set(self.ranks.values())) > 1

    def of(self, request: FloorRequest) -> tuple[int, int]:
        """Give stage and rank of a request; a late dignitary or group stands with the last, until accepted."""
        if self.is_late(request):
            return (0, max((rank for stage, rank in (*self.ranks.values(), self.unnamed) if stage == 0), default=0))
        return self.ranks.get(request.speaker_class or "other", self.unnamed)

    def is_late(self, request: FloorRequest) -> bool:
        """Tell whether a request would stand in front by its class, but came after the discussion began."""
        return bool(request.late) and request.speaker_class in FIRST and request.speaker_class in self.ranks


NO_PRECEDENCE = Precedence()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request stands; the first place is next. ``is_later``: its class does not speak in this segment."""

    request: FloorRequest
    reasons: tuple[Reason, ...] = ()
    is_proposed: bool = False
    is_later: bool = False


def precedence(
    made: SessionFormat | None,
    segments: Iterable[FormatSegment],
    classes: Iterable[FormatClass],
    running: str | None = None,
) -> Precedence:
    """Read the precedence of a format from the segment that goes on; without one, from the first segment.

    A segment that names classes of its own is closed to all others; classes of one order key have one rank.
    """
    if made is None:
        return NO_PRECEDENCE
    found = sorted(segments, key=lambda one: (one.position or "", one.id))
    here = next((index for index, one in enumerate(found) if one.id == running), 0)
    held = list(classes)
    general = _ranked([one for one in held if not one.segment])
    ranks: dict[str, tuple[int, int]] = {}
    stages = [_ranked([one for one in held if one.segment == segment.id]) or general for segment in found[here:]]
    for stage, named in enumerate([one for one in stages if one] or [general]):
        for name, rank in named.items():
            ranks.setdefault(name, (stage, rank))
    stage, rank = max(ranks.values(), default=(0, -1))
    return Precedence(
        ranks,
        (0, 0) if not ranks else (stage, rank + 1) if general else (stage + 1, 0),
        bool(made.first_timers_first),
        bool(made.nhri_after_state),
    )


def asking(request: FloorRequest, delegation: Delegation | None = None) -> Asking:
    """Say who asks: the delegation counts as one speaker, whoever speaks for it, but apart from a group it speaks for.

    ``delegation`` is that of the request, or of its person where that is not protected.
    """
    body = request.delegation or (delegation.id if delegation else "")
    who = body or request.person or fold(request.speaker_label or "")
    if who and request.statement == "group":
        who = f"{who} for {fold(request.on_behalf_of or '')}"
    country = (delegation.country or delegation.code or "") if delegation else ""
    return Asking(request, who, country, bool(delegation and delegation.a_status))


def order(
    askings: Iterable[Asking],
    rules: Precedence = NO_PRECEDENCE,
    decisions: Iterable[FloorDecision] = (),
    *,
    queue: str = "floor",
    number: int = 1,
    last: str | None = None,
) -> tuple[Place, ...]:
    """Give who waits in a queue, next first, and why.

    ``askings`` are all requests of the session, ``number`` is the round (who was left over from an earlier one waits
    too), ``last`` the request that has the floor or had it last.
    """
    decided = in_order_of_time(decisions)
    every = _with_lots(askings, decided)
    if queue != "floor":
        rules = NO_PRECEDENCE
    again = _again(every) if rules.first_timers_first else frozenset()
    pool = sorted(in_round(every, queue, number), key=lambda one: _by_rule(one, rules, again))
    following = _following(pool, last) if rules.nhri_after_state else {}
    line, done = replayed([one.request for one in pool], following, decided)
    held = {one.request.id: one for one in pool}
    waiting = [held[one] for one in line if held[one].request.state in (*WAITING, None)]
    at_once = {one for one, state in done.following.items() if _has_had_the_floor(held[state].request)}
    ranked = sorted(enumerate(waiting), key=lambda pair: _told(pair[0], pair[1].request, at_once))
    return tuple(_place(one, rules, again, done) for _, one in ranked)


def in_round(askings: Iterable[Asking], queue: str, number: int) -> list[Asking]:
    """Give the requests of a queue up to a round; a right of reply waits for the end, whatever its number."""
    return [
        one
        for one in askings
        if (one.request.queue or "floor") == queue
        and (queue == "right_of_reply" or (one.request.number or 1) <= number)
    ]


def is_open(decisions: Iterable[FloorDecision]) -> bool:
    """Tell whether the list is open: as the chair said last, open until something was said."""
    said = [one.decision for one in in_order_of_time(decisions) if one.decision in ("open_list", "close_list")]
    return not said or said[-1] == "open_list"


def twice(askings: Iterable[Asking], of: Asking) -> tuple[str, ...]:
    """Give the other requests of the same speaker that wait, speak or spoke in the same queue and round.

    Two persons of one delegation, both told, are two speakers here.
    """
    return tuple(
        one.request.id
        for one in askings
        if of.speaker
        and one.speaker == of.speaker
        and one.request.id != of.request.id
        and (one.request.person == of.request.person or not one.request.person or not of.request.person)
        and (one.request.queue or "floor") == (of.request.queue or "floor")
        and (one.request.number or 1) == (of.request.number or 1)
        and (one.request.state or WAITING[0]) in (*WAITING, *AT_THE_FLOOR, *SPOKEN)
    )


def _with_lots(askings: Iterable[Asking], decided: Sequence[FloorDecision]) -> list[Asking]:
    """Give each the lot of the last draw that it took part in: two desks that drew before they met hold some of both.

    Who has no lot was put back since and takes none.
    """
    lots: dict[str, int] = {}
    for one in decided:
        if one.decision == "draw" and one.seed and one.drawn_from:
            lots |= lots_of(one.seed, one.drawn_from, one.amount)
    return [
        replace(one, request=replace(one.request, lot=lots[one.request.id]))
        if one.request.lot is not None and lots.get(one.request.id, one.request.lot) != one.request.lot
        else one
        for one in askings
    ]


def _ranked(classes: Sequence[FormatClass]) -> dict[str, int]:
    keys = sorted({one.position or "" for one in classes})
    return {one.speaker_class or "other": keys.index(one.position or "") for one in classes}


def _inscription(request: FloorRequest) -> tuple[str, str]:
    return request.position or "", request.id


def _by_rule(one: Asking, rules: Precedence, again: Collection[str]) -> tuple[object, ...]:
    """Order by segment, who has not spoken, who was drawn, class, lot and inscription."""
    request = one.request
    stage, rank = rules.of(request)
    lot = request.lot
    return (
        stage,
        request.id in again,
        lot == 0,
        rank,
        lot is None,
        lot or 0,
        *_inscription(request),
    )


def _again(askings: Sequence[Asking]) -> frozenset[str]:
    """Give the requests of those who have spoken from the floor before, in any round."""
    first: dict[str, FloorRequest] = {}
    for one in askings:
        request = one.request
        if one.speaker and request.state in SPOKEN and (request.queue or "floor") == "floor":
            known = first.setdefault(one.speaker, request)
            if _inscription(request) < _inscription(known):
                first[one.speaker] = request
    return frozenset(one.request.id for one in askings if first.get(one.speaker, one.request) is not one.request)


def _following(pool: Sequence[Asking], last: str | None) -> dict[str, str]:
    """Map each national institution of A status that waits to the request of its State that waits or just spoke.

    Council resolution 16/21, annex, paragraph 28: that of the country concerned speaks directly after the country.
    """
    states: dict[str, str] = {}
    for one in pool:
        request = one.request
        counts = request.state in (*WAITING, *AT_THE_FLOOR, None) or request.id == last
        if one.country and request.speaker_class in STATES and counts:
            states.setdefault(one.country, request.id)
    return {
        one.request.id: states[one.country]
        for one in pool
        if one.request.speaker_class == "nhri" and one.a_status and one.country in states
        if one.request.state in (*WAITING, None)
    }


def _has_had_the_floor(request: FloorRequest) -> bool:
    return request.state not in (*WAITING, None)


def _told(index: int, request: FloorRequest, at_once: Collection[str]) -> tuple[object, ...]:
    """Put what was announced in front in its own sequence, then the institution whose State has the floor."""
    return (0, request.announced, index) if request.announced else (1 if request.id in at_once else 2, "", index)


def _place(one: Asking, rules: Precedence, again: Collection[str], done: Decided) -> Place:
    request = one.request
    stage, _ = rules.of(request)
    reasons = [reason("announced")] if request.announced else []
    if request.id in done.why:
        reasons.append(reason(*done.why[request.id]))
    if request.id in done.following:
        reasons.append(reason("after_state", done.following[request.id]))
    is_late = rules.is_late(request)
    if is_late and done.why.get(request.id, ("",))[0] != "late_first":
        reasons.append(reason("late", request.speaker_class or ""))
    if request.id in again:
        reasons.append(reason("again"))
    if request.lot is not None:
        reasons.append(reason("lot", str(request.lot)) if request.lot else reason("not_drawn"))
    if stage:
        reasons.append(reason("later"))
    elif rules.tells_classes_apart and not is_late:
        reasons.append(reason("class", request.speaker_class or "other"))
    return Place(
        request,
        (*reasons, reason("inscription")),
        is_proposed=is_late and not request.announced and request.id not in done.why,
        is_later=stage > 0,
    )
