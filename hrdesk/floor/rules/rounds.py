"""Who waits in a queue: those of the round that goes on, and behind them those who were put down for a later one."""

from collections.abc import Iterable, Sequence

from hrdesk.floor.rules.order import Asking, Place, Precedence, order
from hrdesk.floor.rules.reasons import Reason
from hrdesk.records.floor import FloorDecision, FloorRequest

ELSEWHERE = frozenset(("later", "not_drawn"))
"""The reasons for which somebody who waits does not speak in this round."""


def waiting(
    askings: Sequence[Asking],
    rules: Precedence,
    decisions: Iterable[FloorDecision],
    *,
    queue: str,
    number: int,
    last: str | None,
) -> list[Place]:
    """Give who waits in a queue, next first; the arguments are those of ``order``, by the round that goes on."""
    rounds = {one.request.number or 1 for one in askings if (one.request.queue or "floor") == queue}
    places: dict[str, Place] = {}
    for each in (number, *sorted(one for one in rounds if one > number)) if rounds else ():
        for place in order(askings, rules, decisions, queue=queue, number=each, last=last):
            places.setdefault(place.request.id, place)
    return list(places.values())


def speaks_in(number: int, request: FloorRequest, reasons: Iterable[Reason]) -> bool:
    """Tell whether somebody who waits is to speak in the round ``number``, if there is time."""
    return (request.number or 1) <= number and ELSEWHERE.isdisjoint([reason.word for reason in reasons])
