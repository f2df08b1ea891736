"""The ways to a desk: new from a note, new by hand, joined, opened, the sample; and the seat one takes there.

Loaded after the first paint, because everything here needs the store.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from hrdesk.agenda.queries import consultation
from hrdesk.desk import SUFFIX, Desk, system_clock
from hrdesk.desktop.shell.commands_later import CommandsLater
from hrdesk.desktop.shell.file_name import file_name
from hrdesk.desktop.shell.first_room import first_room
from hrdesk.desktop.shell.jobs import Jobs
from hrdesk.desktop.shell.joining import Joining, is_bundle_name
from hrdesk.desktop.shell.joining import kinds as starter_kinds
from hrdesk.desktop.shell.page import ReadingPage
from hrdesk.desktop.shell.rooms import Room
from hrdesk.desktop.shell.seating import seat_here, seat_lines, sit_with_staff
from hrdesk.desktop.shell.window import Window
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.store.file_check import Locked
from hrdesk.store.identity import Profile

if TYPE_CHECKING:
    from hrdesk.desktop.shell.choosing import FileChooser
    from hrdesk.desktop.shell.safekeeping import Safekeeping
    from hrdesk.desktop.shell.seat_page import SeatPage

NOTE_SUFFIXES = (".docx", ".txt", ".text", ".md")


@dataclass(frozen=True)
class Parts:
    """What ``app`` hands in: the rooms, the page that reads a note, and what makes the sample desk."""

    rooms: Sequence[Room]
    note_page: Callable[[Jobs], ReadingPage]
    sample: Callable[[Path], Path]


class Entrance(QObject):
    """Fulfils the wishes of the start page and the file menu."""

    def __init__(self, window: Window, profile: Profile, parts: Parts, chooser: FileChooser | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._profile = profile
        self._parts = parts
        self._given_chooser = chooser
        self._jobs = Jobs(self)
        self._commands = CommandsLater()
        self._note: ReadingPage | None = None
        self._seats: SeatPage | None = None
        self._is_busy = self._is_new = False
        window.attended.connect(self._on_attended)
        window.note_requested.connect(self.choose_note)
        window.hand_requested.connect(self.new_by_hand)
        window.join_requested.connect(self.choose_starter)
        window.open_requested.connect(self.choose_desk)
        window.recent_requested.connect(lambda told: self.open(Path(told)))
        window.sample_requested.connect(self.open_sample)
        window.seat_requested.connect(self.ask_seat)
        window.start_requested.connect(self.close_desk)
        window.files_dropped.connect(self.take_files)
        window.closing.connect(self._close)

    @cached_property
    def _chooser(self) -> FileChooser:
        from hrdesk.desktop.shell.choosing import FileChooser

        return self._given_chooser or FileChooser()

    @cached_property
    def safekeeping(self) -> Safekeeping:
        """Give what locks, encrypts and backs up, loaded when a desk stands on the screen or wants its passphrase."""
        from hrdesk.desktop.shell.safekeeping import Safekeeping

        return Safekeeping(self._window, self._profile, self._begin, self._leave, lambda: self._chooser)

    @cached_property
    def joining(self) -> Joining:
        """Give what makes a desk from a starter bundle; then one chooses one's seat."""
        words = N_("Joining the consultation …")
        return Joining(
            self._window, self._profile, self._jobs, self._where, lambda work: self._begin(work, words, new=True)
        )

    def open(self, path: Path) -> None:
        """Open a desk file."""
        self._begin(lambda: Desk.open(path, self._profile, system_clock), N_("Opening the desk …"))

    def open_sample(self) -> None:
        """Open the sample, made anew where it was never looked at."""

        def work() -> Desk:
            desk = Desk.open(self._parts.sample(self._profile.folder), self._profile, system_clock)
            sit_with_staff(desk, self._commands)
            return desk

        self._begin(work, N_("Preparing the sample …"), remember=False)

    def choose_desk(self) -> None:
        """Ask which desk to open."""
        path = self._chooser.to_open(self._window, _("Open a desk"), [(_("Desks"), f"*{SUFFIX}")])
        if path:
            self.open(path)

    def new_by_hand(self, title: str) -> None:
        """Make a desk with a title and one session."""
        path = self._where(title)
        if path:
            self._begin(lambda: self._made(path, "new-consultation", title=title), N_("Making the desk …"), new=True)

    def choose_note(self) -> None:
        """Ask which concept note to read."""
        kinds = [(_("Concept notes"), " ".join(f"*{suffix}" for suffix in NOTE_SUFFIXES))]
        path = self._chooser.to_open(self._window, _("New from a concept note"), kinds)
        if path:
            self.read_note(path)

    def read_note(self, path: Path) -> None:
        """Read a concept note and show what was understood beside it; nothing is saved yet."""
        if self._note is None:
            self._note = self._parts.note_page(self._jobs)
            self._note.kept.connect(self._on_note)
            self._note.given_up.connect(self._window.show_desk_or_start)
            self._note.failed.connect(self._fail)
        self._note.read(path)
        self._window.show_page(self._note)

    def choose_starter(self) -> None:
        """Ask which starter bundle to join with, and where the new desk goes."""
        path = self._chooser.to_open(self._window, _("Join from a starter bundle"), starter_kinds())
        if path:
            self.joining.join(path)

    def take_files(self, files: list[Path]) -> None:
        """Take dropped files: a desk is opened, a bundle joined or handed to a room, a note read."""
        rooms = self._window.rooms
        first = files[0]
        if first.suffix == SUFFIX:
            self.open(first)
        elif rooms is not None and any(panel.take_files(files) for panel in [rooms.panel(rooms.current), *rooms.all()]):
            return
        elif is_bundle_name(first.name):
            self.joining.join(first)
        elif first.suffix.lower() in NOTE_SUFFIXES:
            self.read_note(first)
        else:
            sentence = N_("{name} is neither a desk nor a bundle nor a concept note. Nothing was changed.")
            self._window.notices.tell(Refused(sentence, name=first.name))

    def ask_seat(self) -> None:
        """Ask which desk this is."""
        place = self._window.workplace
        if place is None:
            return
        from hrdesk.desktop.shell.seat_page import SeatPage

        if self._seats is None:
            self._seats = SeatPage(self._window)
            self._seats.taken.connect(self._on_seat)
            self._seats.later.connect(self._window.show_desk_or_start)
            self._seats.later.connect(self._propose)
        self._window.notices.clear()
        self._seats.ask(seat_lines(place), self._window.settings.name, self._window.settings.role)
        self._window.show_page(self._seats)

    def close_desk(self) -> None:
        """Close the desk and show the start page; a room may hold it."""
        if self._depart():
            self._window.show_start()

    def _begin(self, work: Callable[[], Desk], words: str, *, new: bool = False, remember: bool = True) -> None:
        """Close what is open, do ``work`` in another thread, show the desk it gives."""
        if self._is_busy or not self._depart():
            return
        self._is_busy = True
        self._window.show_waiting(lambda: _(words))

        def opened(desk: Desk) -> None:
            self._is_busy = False
            if remember:
                self._window.settings.remember(desk.path)
                self._window.keep_settings()
            self._show(desk, new=new)

        self._jobs.start(work, opened, self._fail)

    def _made(self, path: Path, command: str, **arguments: Any) -> Desk:
        from hrdesk.desktop.shell.making import make_desk

        return make_desk(path, self._profile, self._commands, self._window.settings, command, **arguments)

    def _show(self, desk: Desk, *, new: bool) -> None:
        place = Workplace(desk, self._commands, self._window.settings, self, self._window.hall)
        seat = seat_here(place)
        role = (seat.role if seat else None) or self._window.settings.role
        self._window.show_desk(place, self._parts.rooms, first_room(role, place))
        place.changed.connect(lambda announcement: announcement.concerns("seat") and self._show_seat(place))
        self._is_new = new

    def _on_attended(self) -> None:
        """Say who works at the desk that was opened, or ask; load what writes before the first Enter asks for it."""
        self._jobs.start(self._commands.load, lambda _done: None, self._window.notices.tell)
        place = self._window.workplace
        if place is None:
            return
        if self._show_seat(place):
            self._propose()
        elif self._is_new:
            self.ask_seat()
        elif place.ask(consultation) is not None:
            self._window.notices.inform(
                lambda: _("Nobody has said whose desk this is. Notes carry the name of the desk they were taken at."),
                (lambda: _("Take a seat…"), self.ask_seat),
            )
        self.safekeeping.attend(place)

    def _show_seat(self, place: Workplace) -> str:
        """Say on the status line who works here, and give the role."""
        seat = seat_here(place)
        if seat is None:
            self._window.status.show_seat("")
            return ""
        role = seat.role or ""
        self._window.status.show_seat(_("{name}, {role}", name=seat.name or "", role=choice_word(role, "role")))
        return role

    def _where(self, title: str) -> Path | None:
        """Ask where a new desk goes; its file is named after the consultation unless the person says otherwise."""
        return self._chooser.to_save(
            self._window, _("Where shall the new desk be kept?"), file_name(title, SUFFIX), (_("Desks"), f"*{SUFFIX}")
        )

    def _depart(self) -> bool:
        """Leave the desk for good, unless a room says that something should happen first."""
        rooms = self._window.rooms
        return (rooms is None or rooms.close_up()) and self._leave()

    def _leave(self) -> bool:
        rooms = self._window.rooms
        if rooms is not None and not rooms.leave():
            return False
        self._close()
        return True

    def _close(self) -> None:
        """Take the rooms away and close the desk, once nothing works on it any more."""
        place = self._window.workplace
        self._window.leave_desk()
        self._jobs.finish()
        if place is not None:
            place.finish()
            place.desk.close()
            place.deleteLater()

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        if isinstance(error, Locked):
            self.safekeeping.locking.ask(error)
            return
        self._window.show_desk_or_start()
        self._window.notices.tell(error)

    def _on_note(self, found: list[dict[str, Any]]) -> None:
        path = self._where(self._note.title) if self._note is not None else None
        if path:
            self._begin(lambda: self._made(path, "take-concept-note", found=found), N_("Making the desk …"), new=True)

    def _on_seat(self, name: str, role: str, seat: str) -> None:
        place, settings = self._window.workplace, self._window.settings
        if place is None or place.run("take-seat", name=name, role=role, seat=seat or None) is None:
            return
        settings.name, settings.role = name, role
        self._window.keep_settings()
        self._show_seat(place)
        self._window.show_desk_or_start()
        self._window.open_room(first_room(role, place))
        self._propose()

    def _propose(self) -> None:
        """Propose once to encrypt a desk that was just made."""
        if self._is_new:
            self._is_new = False
            self.safekeeping.propose_for_new()
