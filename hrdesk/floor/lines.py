"""Makes the lines of the queues from requests, format and decisions: who waits, in which order, who has spoken."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from hrdesk.floor.clocks import Form
from hrdesk.floor.picture import Line, Picture, Speaker
from hrdesk.floor.rules import order as ordering
from hrdesk.floor.rules.limits import limits
from hrdesk.floor.rules.order import Asking
from hrdesk.floor.rules.rounds import waiting
from hrdesk.floor.who import Company
from hrdesk.records import FloorRequest

OVER = ("spoke", "absent", "withdrawn", "not_reached")
"""The states in which a request no longer waits."""


class Listing:
    """Makes the lines of the queues."""

    def __init__(
        self,
        seen: Picture,
        form: Form,
        requests: Mapping[str, FloorRequest],
        speakers: Mapping[str, Speaker],
        company: Company,
        stage: str | None,
    ) -> None:
        self._seen = seen
        self._speakers = speakers
        self._requests = requests
        self._askings = {one.id: company.asking(one) for one in requests.values()}
        running = seen.running.segment.id if seen.running else None
        self._going = seen.current.intervention.request if seen.current else None
        self._limits = limits(form.classes, stage, seen.decisions)
        self._limits_now = limits(form.classes, running, seen.decisions)
        self._precedence = ordering.precedence(form.made, form.segments, form.classes, stage)
        self._twice = _twice(self._askings.values())

    def waiting(self, queue: str) -> tuple[Line, ...]:
        """Give who waits in a queue; behind them who was put down for a later round."""
        turn = self._seen.current or self._seen.last
        places = waiting(
            list(self._askings.values()),
            self._precedence,
            self._seen.decisions,
            queue=queue,
            number=self._seen.round,
            last=turn.intervention.request if turn else None,
        )
        return tuple(self._line(one, place) for place, one in enumerate(places, 1))

    def done(self, taken: Mapping[str, int]) -> tuple[Line, ...]:
        """Give who has spoken, in the order in which they did, and behind them who will not.

        ``taken`` says how many milliseconds each intervention took.
        """
        used: dict[str, int] = {}
        allowed: dict[str, int | None] = {}
        for turn in self._seen.turns:
            request = turn.intervention.request or ""
            used[request] = used.get(request, 0) + taken.get(turn.intervention.id, 0)
            allowed[request] = turn.clock.seconds
        ranked = {one: rank for rank, one in enumerate(used)}
        ended = sorted(
            (one for one in self._requests.values() if self._is_over(one)),
            key=lambda one: (ranked.get(one.id, len(ranked)), one.position or "", one.id),
        )
        return tuple(
            Line(
                self._speakers[one.id],
                seconds=allowed.get(one.id, self._limits.of(one.speaker_class)),
                used=used.get(one.id, 0),
                twice=self._twice.get(one.id, ()),
            )
            for one in ended
        )

    def _is_over(self, request: FloorRequest) -> bool:
        """Tell whether somebody neither waits nor has the floor, also if another desk said so: nobody is lost."""
        return request.state in OVER or not (request.state in (*ordering.WAITING, None) or request.id == self._going)

    def _line(self, one: ordering.Place, place: int) -> Line:
        request = one.request
        return Line(
            self._speakers[request.id],
            place,
            one.reasons,
            (self._limits if (request.queue or "floor") == "floor" else self._limits_now).of(request.speaker_class),
            is_proposed=one.is_proposed,
            twice=self._twice.get(request.id, ()),
        )


def _twice(askings: Iterable[Asking]) -> dict[str, tuple[str, ...]]:
    """Give for each request the others of the same speaker in the same round and queue, of those that count."""
    alike: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for one in askings:
        request = one.request
        if one.speaker and request.state not in ("withdrawn", "absent", "not_reached"):
            alike[one.speaker, request.queue or "floor", request.number or 1].append(request.id)
    same = [ids for ids in alike.values() if len(ids) > 1]
    return {one: tuple(other for other in ids if other != one) for ids in same for one in ids}
