"""The room of the floor: who waits, who speaks, for how long, and whether it fits. All of it by keyboard."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.floor.asked_line import AskedLine
from hrdesk.desktop.floor.buttons import SpareSpace
from hrdesk.desktop.floor.chair_keys import ChairKeys
from hrdesk.desktop.floor.clock_keys import ClockKeys
from hrdesk.desktop.floor.clock_side import ClockSide
from hrdesk.desktop.floor.covering import covered
from hrdesk.desktop.floor.doing import Doing
from hrdesk.desktop.floor.finding import Known, known
from hrdesk.desktop.floor.floor_bar import FloorBar
from hrdesk.desktop.floor.inscribe_line import InscribeLine
from hrdesk.desktop.floor.keys import BUTTONS, actions
from hrdesk.desktop.floor.list_keys import ListKeys
from hrdesk.desktop.floor.proposal_bar import ProposalBar
from hrdesk.desktop.floor.queues import PLACEHOLDERS, Queues
from hrdesk.desktop.floor.screen_keys import ScreenKeys
from hrdesk.desktop.floor.screens.clock_face import time_text
from hrdesk.desktop.floor.screens.stage import Stage
from hrdesk.desktop.floor.segment_strip import SegmentStrip
from hrdesk.desktop.floor.telling import speaker_name
from hrdesk.desktop.floor.told_keys import told_key
from hrdesk.desktop.floor.watch import KINDS, View, Watch
from hrdesk.desktop.shell.hall_words import sessions_for
from hrdesk.desktop.shell.panel import Action, Panel
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.titles import person_title
from hrdesk.floor.picture import Picture
from hrdesk.floor.reckoning import list_is_due
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.records import Person


class FloorPanel(Panel):
    """The floor of one session at a time; the screens belong to ``window`` and go when the room goes."""

    ROOM = "floor"
    TITLE = N_("The floor")
    HIDES = True

    def __init__(self, workplace: Workplace, window: QWidget | None = None) -> None:
        super().__init__(workplace)
        self.picture: Picture | None = None
        self.known = Known()
        self._view: View | None = None
        self._shown: Picture | None = None
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._show_lists)
        self.watch = Watch(workplace, self)
        self.stage = Stage(workplace, window or self)
        doing = Doing(workplace, self)
        self._doing = doing
        self.clock_keys, self.list_keys = ClockKeys(self, doing), ListKeys(self, doing)
        self.chair_keys, self.screen_keys = ChairKeys(self, doing), ScreenKeys(self, doing)
        self._actions = actions(self.clock_keys, self.list_keys, self.chair_keys, self.screen_keys)
        named = {action.name: action for action in self._actions}
        self.bar = FloorBar(workplace.settings.keys, self)
        self.strip = SegmentStrip(self.watch.now, self)
        self.format_wanted = ProposalBar(self.chair_keys.choose_format, self)
        self.late = ProposalBar(self.list_keys.accept_late, self)
        self.elapsed = ProposalBar(self.clock_keys.confirm_elapsed, self)
        self.closing = ProposalBar(self.chair_keys.open_or_close, self)
        self.line = InscribeLine(self)
        self.asked = AskedLine(self)
        self.queues = Queues(self._name_of_person, workplace.settings.keys, self)
        self.side = ClockSide(self.watch.now, [named[name] for name in BUTTONS], workplace.settings.keys, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def actions_of_room(self) -> list[Action]:
        """Give the actions of this room."""
        return self._actions

    @property
    def is_running(self) -> bool:
        """Tell whether somebody has the floor or a segment goes on: the desk is not locked then."""
        seen = self.picture
        return seen is not None and (seen.current is not None or seen.running is not None)

    def refresh(self) -> None:
        """Read the sessions and open one: that of before, else the one that goes on, else the first."""
        found = self.workplace.ask(lambda reader: sessions_for(self.workplace.hall, reader))
        here = self._doing.session
        if here not in {one.id for one in found}:
            now = self.watch.now().at
            going_on = next((one.id for one in found if _goes_on(one.starts, one.ends, now)), "")
            here = going_on or (found[0].id if found else "")
        self.bar.show_sessions(found, here)
        self.open_session(here)
        self.workplace.read(known, self._on_known)

    def open_session(self, session: str) -> None:
        """Show the floor of another session."""
        self._doing.session = session
        self.setEnabled(bool(session))
        self.watch.follow(session)

    def show_request(self, request: str) -> None:
        """Go to a request."""
        self.queues.show_request(request)

    def hear(self, announcement: Announcement) -> None:
        """Look anew at what changed."""
        if announcement.concerns("session", "consultation"):
            self.refresh()
        elif announcement.concerns(*KINDS):
            self.watch.look()
        if announcement.concerns("person", "delegation", "wording"):
            self.workplace.read(known, self._on_known)

    def retranslate(self) -> None:
        """Set every text anew."""
        for part in (self.bar, self.strip, self.line, self.asked, self.queues, self.side, self.stage):
            part.retranslate()
        self.line.set_queue(PLACEHOLDERS[self.queues.queue])
        if self._view is not None:
            self._show(self._view)
            self.watch.look()

    def go_across(self) -> None:
        """Go from the line to the list that is shown, and from anywhere else to the line."""
        if self.line.line.hasFocus():
            self.queues.focus_list()
        else:
            self.line.line.setFocus()

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(2, 0, 4, 0)  # a mirrored QSplitter cuts one pixel off its first part
        column.setSpacing(6)
        for part in (self.format_wanted, self.elapsed, self.closing, self.late, self.line, self.asked):
            column.addWidget(part)
        column.addWidget(self.queues, 1)
        halves = QSplitter(self)
        halves.addWidget(left)
        halves.addWidget(self.side)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(0, 4)
        halves.setStretchFactor(1, 3)
        halves.setSizes([740, 560])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 6)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addWidget(self.strip)
        layout.addWidget(halves, 1)
        self.setFocusProxy(self.line.line)
        self._space = SpareSpace(self)
        self._space.watch(self)

    def _connect(self) -> None:
        self.watch.seen.connect(self._on_seen)
        self.bar.chosen.connect(self.open_session)
        self.bar.format_requested.connect(self.chair_keys.choose_format)
        self.bar.list_requested.connect(self.chair_keys.open_or_close)
        self.bar.segment_requested.connect(self.chair_keys.next_segment)
        self.bar.room_requested.connect(self.screen_keys.toggle_room)
        self.line.entered.connect(self.list_keys.inscribe)
        self.asked.given_up.connect(self.line.line.setFocus)
        self.queues.queue_changed.connect(lambda queue: self.line.set_queue(PLACEHOLDERS[queue]))
        self.queues.questions.answered.connect(self.chair_keys.answer)
        self.side.fit.picked.connect(self.chair_keys.pick)
        self.side.fit.left.connect(self.line.line.setFocus)
        self.destroyed.connect(self.stage.close)
        self.stage.room_shown.connect(self.bar.show_room)
        self.stage.advance_requested.connect(self.clock_keys.go_on)
        self.stage.pause_requested.connect(self.clock_keys.pause_or_resume)
        self.stage.hall_changed.connect(self._on_hall)

    def _on_known(self, found: Known) -> None:
        self.known = found
        self.line.offer(found.for_hall() if self.stage.hall.is_on else found)

    def _on_hall(self, _on: bool) -> None:
        """Show anew: the hall may see less than the desk."""
        self._on_known(self.known)
        if self._view is not None:
            self._show(self._view)

    def _on_seen(self, view: View) -> None:
        self._view, self.picture = view, view.picture
        self.stage.show_picture(view.picture)
        self._show(view)

    def _show(self, view: View) -> None:
        """Show a view; while the hall sees this window it shows what the room may see."""
        picture = covered(view.picture) if self.stage.hall.is_on else view.picture
        self.side.show_view(View(picture, view.balance))
        self.strip.show_stretches(picture.stretches)
        self._propose(picture)
        self._shown = picture
        self._rest.start()  # the clock first; the lists come when the keys that wait were heard

    def _show_lists(self) -> None:
        """Show the lists of the last view."""
        if self._shown is not None:
            self.bar.show_picture(self._shown)
            self.queues.show_picture(self._shown)

    def _propose(self, picture: Picture) -> None:
        """Propose what one key accepts: a format, the late dignitary, the time after a restart."""
        wants = picture.format is None
        self.format_wanted.propose(
            _("This session has no format yet: segments, limits and who goes first.") if wants else "",
            _("Choose a format ({key})", key=self._key("format")),
        )
        late = picture.proposed
        self.late.propose(
            _("{who} came late and may speak next.", who=speaker_name(late.speaker)) if late else "",
            _("Put next ({key})", key=self._key("late")),
        )
        minutes = picture.format.closes_after if picture.format and list_is_due(picture, self.watch.now()) else None
        self.closing.propose(
            _("By the format the list closes now, {minutes} minutes after the discussion began.", minutes=str(minutes))
            if minutes is not None
            else "",
            _("Close the list ({key})", key=self._key("list")),
        )
        turn, sentence = picture.current, ""
        if turn is not None and not (reading := turn.clock.read(self.watch.now())).certain and reading.running:
            sentence = _(
                "The machine was restarted. By the time of day {who} has spoken for {time}.",
                who=speaker_name(turn.speaker),
                time=time_text(reading.used // 1000),
            )
        self.elapsed.propose(sentence, _("That is so ({key})", key=self._key("confirm_time")))

    def _key(self, name: str) -> str:
        return told_key(self.workplace.settings.keys, name)

    def _name_of_person(self, person: str) -> str:
        held = self.workplace.ask(lambda reader: reader.get(Person, person)) if person else None
        return person_title(held) if held else ""


def _goes_on(starts: str | None, ends: str | None, now: datetime) -> bool:
    """Tell whether a session goes on, by times that name their zone."""
    try:
        begin, end = datetime.fromisoformat(starts or ""), datetime.fromisoformat(ends or "")
    except ValueError:
        return False
    return begin.tzinfo is not None and end.tzinfo is not None and begin <= now <= end
