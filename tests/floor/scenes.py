"""Floors put together record by record, for rooms that read what the floor room wrote."""

from collections.abc import Callable
from typing import Any

from hrdesk.desk import Command
from hrdesk.records import Floor, FloorMark, FloorRequest, Intervention
from hrdesk.records.ids import joined_id
from hrdesk.store.pen import Pen

Run = Callable[..., Any]
"""``desk.run`` of whatever desk."""


def choose(run: Run, session: str, session_format: str) -> str:
    """Give a session a floor of some format."""

    def do(pen: Pen) -> str:
        return pen.create(Floor, joined_id("floor", session), session=session, session_format=session_format)

    return str(run(Command("choose", "choose", do)))


def ask_for_floor(run: Run, session: str, **fields: Any) -> str:
    """Put somebody on the list."""

    def do(pen: Pen) -> str:
        told = {"queue": "floor", "number": 1, "state": "inscribed", **fields}
        return pen.create(FloorRequest, session=session, **told)

    return str(run(Command("ask", "ask", do)))


def speak(run: Run, session: str, request: str, at: str, until: str | None = None, **mark: Any) -> str:
    """Let somebody speak from one instant to another, both in UTC."""

    def do(pen: Pen) -> str:
        made = pen.create(Intervention, session=session, request=request)
        told = {"session": session, "intervention": made, "device": pen.dev, **mark}
        pen.create(FloorMark, mark="start", at=at, **told)
        if until:
            pen.create(FloorMark, mark="stop", at=until, **told)
        return made

    return str(run(Command("speak", "speak", do)))


def stop(run: Run, session: str, intervention: str, at: str) -> None:
    """End an intervention."""

    def do(pen: Pen) -> str:
        return pen.create(FloorMark, session=session, intervention=intervention, mark="stop", at=at, device=pen.dev)

    run(Command("stop", "stop", do))


def strike(run: Run, session: str, at: str) -> None:
    """Strike the gavel as the clock of this desk tells it."""

    def do(pen: Pen) -> str:
        return pen.create(FloorMark, session=session, mark="gavel", at=at, device=pen.dev)

    run(Command("gavel", "gavel", do))
