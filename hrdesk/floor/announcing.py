"""The names that the room was told: they stand in front, in the sequence in which they were told."""

from collections.abc import Sequence

from hrdesk.floor.queries import announced
from hrdesk.records import FloorRequest
from hrdesk.records.ids import between, positions
from hrdesk.store.pen import Pen


def announce(pen: Pen, session: str, requests: Sequence[str]) -> None:
    """Announce requests in the order given, behind those that were announced; who was announced keeps his place."""
    before = announced(pen.read, session)
    key = before[-1].announced if before else None
    for one in requests:
        held = pen.read.get(FloorRequest, one)
        if held is not None and not held.announced:
            key = between(key, None)
            pen.change(FloorRequest, one, announced=key)


def withhold(pen: Pen, request: str) -> None:
    """Take an announcement back."""
    pen.change(FloorRequest, request, announced=None)


def put_in(pen: Pen, request: FloorRequest, before: str) -> None:
    """Let a request stand among those announced, in front of ``before``, which is one of them."""
    others = [one for one in announced(pen.read, request.session or "") if one.id != request.id]
    place = next(index for index, one in enumerate(others) if one.id == before)
    low = others[place - 1].announced if place else None
    high = others[place].announced or ""
    if (low or "") < high:
        pen.change(FloorRequest, request.id, announced=between(low, high))
        return
    # Two desks announced at once and gave the same key: all get new ones, in the order that is shown.
    order = [*others[:place], request, *others[place:]]
    for one, key in zip(order, positions(len(order)), strict=True):
        pen.change(FloorRequest, one.id, announced=key)


def exchange(pen: Pen, one: FloorRequest, other: FloorRequest) -> None:
    """Exchange what two requests were announced as."""
    pen.change(FloorRequest, one.id, announced=other.announced)
    pen.change(FloorRequest, other.id, announced=one.announced)
