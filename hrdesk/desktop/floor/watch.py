"""Keeps the picture of one floor fresh: asked for in another thread after each change, and while time runs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.floor.picture import Line, Picture
from hrdesk.floor.queries import picture
from hrdesk.floor.reckoning import balance_of
from hrdesk.floor.rules.balance import Balance
from hrdesk.language.interface import current
from hrdesk.records import Session
from hrdesk.records.moment import Moment
from hrdesk.store.reading import Reader

AGAIN = 5_000
"""Milliseconds after which the picture is asked for again while a segment runs: what fits gets less by itself."""

PACE = 120
"""Milliseconds between two questions: who types name after name is shown all of them a moment later."""

KINDS = (
    "floor",
    "floor_request",
    "floor_mark",
    "floor_decision",
    "intervention",
    "panel_question",
    "session_format",
    "format_segment",
    "format_class",
    "delegation",
    "person",
    "session",
    "consultation",
)
"""What a picture is made of."""


@dataclass(frozen=True)
class View:
    """A picture, and how the floor was shared by then."""

    picture: Picture
    balance: Balance


class Watch(QObject):
    """``seen`` carries a View. One question at a time: what changes meanwhile is asked for after it."""

    seen = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._session = ""
        self._before: Picture | None = None
        self._is_asking = self._is_stale = False
        self._again = QTimer(self, interval=AGAIN)
        self._again.timeout.connect(self.look)
        self._asked = QElapsedTimer()
        self._pace = QTimer(self, singleShot=True)
        self._pace.timeout.connect(self.look)
        workplace.refused.connect(self._on_refused)

    def now(self) -> Moment:
        """Give the present instant by the desk's clock."""
        return self._workplace.desk.moment()

    def follow(self, session: str) -> None:
        """Follow the floor of another session."""
        self._session = session
        self.look()

    @property
    def is_waiting(self) -> bool:
        """Tell whether a picture is awaited."""
        return self._is_asking or self._pace.isActive()

    def look(self) -> None:
        """Ask for the picture, as soon as the answer to the last question is there and was there for a moment."""
        if not self._session or self._pace.isActive():
            return
        if not self._is_asking and self._asked.isValid() and self._asked.elapsed() < PACE:
            self._pace.start(PACE - self._asked.elapsed())
            return
        if self._is_asking:
            self._is_stale = True
            return
        self._is_asking, self._is_stale = True, False
        self._asked.start()
        session, moment, language, before = self._session, self.now(), current().language, self._before

        def look(reader: Reader) -> View | None:
            if reader.get(Session, session) is None:
                return None
            seen = with_known(picture(reader, session, moment, language), before)
            return View(seen, balance_of(seen, moment))

        self._workplace.read(look, self._on_answered)

    def _on_answered(self, seen: View | None) -> None:
        self._is_asking = False
        is_of_here = seen is not None and seen.picture.session.id == self._session
        if seen is not None and is_of_here:
            is_running = seen.picture.running is not None
            if is_running != self._again.isActive():
                (self._again.start if is_running else self._again.stop)()
            self._before = seen.picture
            self.seen.emit(seen)
        if self._is_stale or (seen is not None and not is_of_here):
            self.look()

    def _on_refused(self, _error: object) -> None:
        """Ask again at the next change; a question that failed has no answer to wait for."""
        self._is_asking = False


def with_known(seen: Picture, before: Picture | None) -> Picture:
    """Give a picture in which every line that is as it was is the same object: whoever shows it need not compare."""
    if before is None:
        return seen
    known = {line.speaker.request.id: line for line in (*before.waiting, *before.replies, *before.rights, *before.done)}

    def kept(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(
            one if (held := known.get(one.speaker.request.id)) != one or held is None else held for one in lines
        )

    return replace(
        seen,
        waiting=kept(seen.waiting),
        replies=kept(seen.replies),
        rights=kept(seen.rights),
        done=kept(seen.done),
    )
