"""What the keys of the chair do: decisions, segments, replies, the message and the format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from hrdesk.desktop.floor.finding import panellists
from hrdesk.desktop.floor.format_menu import format_menu
from hrdesk.desktop.floor.hands import Hands
from hrdesk.desktop.floor.sentences import sentence_of
from hrdesk.language.interface import _
from hrdesk.records import SessionFormat

if TYPE_CHECKING:
    from hrdesk.floor.rules.fit import Option


class ChairKeys(Hands):
    """What the chair decides, and what follows from it."""

    def open_options(self) -> None:
        """Open or close what else the chair may decide."""
        self._room.side.fit.toggle()

    def pick(self, option: Option) -> None:
        """Decide what an option says; it is recorded with its sentence."""
        seen = self._seen()
        if seen is None:
            return
        said = sentence_of(seen, option, self._room.watch.now())
        number = option.fit if option.kind == "draw" else None
        self._doing.of_session(
            "pick-option",
            lambda _told: self._tell(_("Recorded as a decision of the chair.")),
            kind=option.kind,
            seconds=option.seconds,
            number=number,
            text=said.english,
        )
        self._room.line.line.setFocus()

    def draw_lots(self) -> None:
        """Draw lots among those who wait."""
        self._doing.of_session("draw-lots")

    def open_or_close(self) -> None:
        """Open or close the list."""
        seen = self._seen()
        if seen is not None:
            self._doing.of_session("close-list" if seen.list_is_open else "open-list")

    def end_list(self) -> None:
        """Say of all who still wait in the list that is shown that they were not reached."""
        self._doing.of_session("end-list", queue=self._room.queues.queue)

    def next_segment(self) -> None:
        """Begin the next segment; after the last one end it."""
        seen = self._seen()
        if seen is not None:
            has_next = any(one.state == "to_come" for one in seen.stretches)
            self._doing.clock("segment", "begin-segment" if has_next else "end-segment")

    def pause_segment(self) -> None:
        """Pause the clock of the segment, or let it go on."""
        running = (seen := self._seen()) and seen.running
        if running:
            goes_on = running.clock.read(self._room.watch.now()).running
            self._doing.clock("break", "pause-session" if goes_on else "resume-session")

    def gavel(self) -> None:
        """Strike the gavel: the same stroke on another laptop tells how far apart their clocks are."""
        if not self._doing.is_twice("gavel"):
            self._doing.of_session("gavel", lambda _told: self._tell(_("The gavel was struck.")))

    def ask_panellist(self) -> None:
        """Ask for a question to a panellist."""
        seen = self._seen()
        if seen is None:
            return
        asker = seen.current.speaker.request.id if seen.current else None

        def give(text: str, panellist: str) -> None:
            self._doing.of_session("ask-panellist", panellist=panellist, text=text, request=asker)

        self._room.asked.ask(_("Question to a panellist"), give, "", self._panellists())

    def begin_reply(self) -> None:
        """Ask which panellist gets the floor."""
        if self._seen() is not None:
            self._room.asked.ask(
                _("Which panellist has the floor?"),
                lambda _text, person: self._doing.clock("reply", "begin-reply", person=person, after=self._last()),
                "",
                self._panellists(),
                may_be_empty=True,
            )

    def answer(self, question: str, answered: bool) -> None:
        """Say that a question was answered, or that it was not."""
        self._doing.run("answer-question", question=question, answered=answered)

    def write_message(self) -> None:
        """Ask for the message of the chair; an empty one takes it from the screens."""
        seen = self._seen()
        if seen is not None:
            text = (seen.floor.message or "") if seen.floor else ""
            self._room.asked.ask(
                _("Message on the screens; empty takes it away"),
                lambda told, _choice: self._doing.of_session("set-floor", message=told),
                text,
                may_be_empty=True,
            )

    def choose_format(self) -> None:
        """Open the menu of formats under its button."""
        seen, button = self._seen(), self._room.bar.format
        if seen is None:
            return
        own = self._room.workplace.ask(lambda reader: reader.every(SessionFormat))
        menu = format_menu(
            own, seen.format, lambda told: self._doing.of_session("choose-format", format=told), self._copy, button
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setActiveAction(menu.actions()[0])

    def _panellists(self) -> list[tuple[str, str]]:
        session = self._doing.session
        return self._room.workplace.ask(lambda reader: panellists(reader, session))

    def _copy(self, held: SessionFormat) -> None:
        def give(name: str, _choice: str) -> None:
            def made(told: dict[str, str]) -> None:
                self._doing.of_session("choose-format", format=told["id"])

            self._doing.run("copy-format", made, format=held.id, name=name)

        self._room.asked.ask(_("Name of the copy"), give, held.name or "")
