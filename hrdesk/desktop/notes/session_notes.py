"""The notes of one session in a list: read in another thread, corrected in place, followed note by note."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.copying import copy_notes
from hrdesk.desktop.notes.correcting import Correcting
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.notes.narrow_bar import NarrowBar
from hrdesk.desktop.notes.note_delegate import NoteDelegate
from hrdesk.desktop.notes.note_pages import PAGE
from hrdesk.desktop.notes.session_model import SessionModel
from hrdesk.desktop.notes.sitting import Sitting
from hrdesk.desktop.shell.action import undo_key
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language.interface import _
from hrdesk.notes.narrowing.queries import (
    EVERYTHING,
    Offers,
    Standing,
    Wanted,
    count_notes,
    last_note,
    offers,
    standing,
    those_wanted,
)
from hrdesk.notes.queries import NoteLine, note_lines_of, times_used
from hrdesk.records import Note, Tagging
from hrdesk.store.reading import Reader

MANY = 200
"""Notes that change at once, above which the list is read anew in another thread: material came in, or went."""


class SessionNotes(QWidget):
    """A list of notes. ``counted`` tells that there are more or fewer, ``reached`` that the cursor moved."""

    counted = Signal()
    reached = Signal()

    def __init__(self, workplace: Workplace, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sitting: Sitting | None = None
        self._is_loading = self._is_stale = False
        self._go_to: str | None = None
        self._wanted = EVERYTHING
        self.count = 0
        """All notes of the session, also those that are not wanted."""
        self.hidden: set[str] = set()
        """The notes of the session that the hall may not see."""
        self.model = SessionModel(self._read, self)
        self.bar = NarrowBar(self)
        self.list = CardList(self._on_key)
        self.list.copy = self._copy
        self.delegate = NoteDelegate(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setEditTriggers(CardList.EditTrigger.EditKeyPressed | CardList.EditTrigger.DoubleClicked)
        self._to_end = QTimer(self, singleShot=True, interval=0)
        self._to_end.timeout.connect(self.list.scrollToBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.bar.changed.connect(self._narrow)
        self.bar.left.connect(self.list.setFocus)
        self.correcting = Correcting(workplace, drafts, self.model, self.delegate, lambda: self._sitting)
        self.correcting.reopened.connect(self._open)
        workplace.hall.changed.connect(self._on_hall)
        self.list.selectionModel().currentChanged.connect(lambda *_told: self.reached.emit())

    def open(self, sitting: Sitting) -> None:
        """Show the notes of a session; the same one is read anew and the cursor stays."""
        if self._sitting is None or self._sitting.session.id != sitting.session.id:
            self.model.show(Standing([], set(), set()), sitting.zone)
            self._wanted = replace(EVERYTHING, unresolved=self._wanted.unresolved)
            self.bar.clear()
            self.bar.hide()
        self._sitting = sitting
        self._load()

    @property
    def is_loading(self) -> bool:
        """Tell whether the list is being read in another thread."""
        return self._is_loading

    def show_note(self, note: str) -> None:
        """Put the cursor on a note, at once or when the list has been read; one that is not wanted is wanted then."""
        self._go_to = note
        if self._is_loading:
            return
        if self._wanted != EVERYTHING and self.model.row_of(note) < 0:
            self.bar.hide()
            self.bar.clear()
            return
        self._go_there()

    def look_for(self) -> None:
        """Show the bar that narrows the list."""
        self.bar.open()
        self._load()

    def last(self) -> Note | None:
        """Give the last note of the session that may stand on the window, wanted or not."""
        if (sitting := self._sitting) is None:
            return None
        return self._workplace.ask(lambda reader: last_note(reader, sitting.session.id, self._workplace.hall.may_show))

    def put(self, changed: set[str]) -> None:
        """Show some notes anew; while the list is being read, have it read once more. Of many all of it is read."""
        if len(changed) > MANY:
            self._load()
            return
        self._is_stale = self._is_loading
        wanted = self._those_wanted(changed)
        found = {line.note.id: line for line in self._workplace.ask(lambda reader: note_lines_of(reader, changed))}
        session = self._sitting.session.id if self._sitting is not None else None
        for note in changed:
            line = found.get(note)
            self.hidden.discard(note)
            if line is None or line.note.session != session or not self._may_stand(line) or note not in wanted:
                self.model.take(note)
            else:
                self.model.put(self._as_seen(line))
        self._tell_count()

    def put_tagged(self, taggings: set[str]) -> None:
        """Show the notes anew on which tags were put or from which they were taken; without ids all of them."""

        def notes_of(reader: Reader) -> set[str]:
            found = (reader.get(Tagging, one) for one in taggings)
            return {one.item for one in found if one is not None and one.item and self.model.row_of(one.item) >= 0}

        known = self._workplace.ask(notes_of)
        if len(known) < len(taggings) or not taggings:  # one was taken away: it no longer says from which note
            self._load()
        elif known:
            self.put(known)

    def filter(self, *, only_unresolved: bool) -> None:
        """Show only the notes with marks that somebody must look at, or all."""
        self._want(replace(self._wanted, unresolved=only_unresolved))

    def show_end(self) -> None:
        """Go to the end once what is waiting has been done: laying the list out takes its time, and keys come first."""
        self._to_end.start()

    def count_uses(self) -> None:
        """Mark anew from which notes recommendations were made."""
        held = self.model.held
        self.model.count_uses(self._workplace.ask(lambda reader: times_used(reader, held)))

    def retranslate(self) -> None:
        """Set the words anew."""
        self.list.setAccessibleName(_("Notes of the session"))
        self.model.retranslate()
        self.bar.retranslate()

    def correct(self) -> None:
        """Open the note that has the cursor, else the last one, where it stands."""
        row = self.list.currentIndex().row()
        self._open(row if row >= 0 else self.model.rowCount() - 1)

    def leave(self) -> None:
        """Keep the correction that is being typed."""
        self.delegate.keep()

    def _open(self, row: int) -> None:
        if row >= 0 and self.model.line_at(row) is not None:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.edit(self.model.index(row))

    def _on_hall(self) -> None:
        """Read anew what may be seen now; first the note with the cursor, so that a hidden one is not corrected."""
        self.bar.forget_speakers()
        self.model.forget()
        self.model.line_of(self.list.current_record() or "")

    def _load(self) -> None:
        if self._sitting is None:
            return
        session, self._is_loading, self._is_stale = self._sitting.session.id, True, False
        wanted, is_open, hall = self._wanted, not self.bar.isHidden(), self._workplace.hall
        audience = hall.audience

        def question(reader: Reader) -> tuple[Standing, Offers | None]:
            found = offers(reader, session, hall.may_show) if is_open else None
            return standing(reader, session, wanted, hall.may_show), found

        self._workplace.read(question, lambda told: self._on_loaded(session, audience, *told))

    def _on_loaded(self, session: str, audience: str, told: Standing, found: Offers | None) -> None:
        if self._sitting is None or self._sitting.session.id != session:
            return
        was_at, is_same = self.list.current_record(), self.model.is_as(told)
        if not is_same:
            self.delegate.keep()  # what that changes makes what was read stale
        if self._is_stale or audience != self._workplace.hall.audience:
            self._load()
            return
        self._is_loading = False
        self.hidden = told.hidden
        if is_same:
            self.model.renew(told, self._sitting.zone)
        else:
            self.model.show(told, self._sitting.zone)
            self.list.scrollToBottom()
        if found is not None:
            self.bar.offer(found, self._sitting.questions)
        self._go_to = self._go_to or was_at
        self._go_there()
        if self.list.state() != CardList.State.EditingState:  # whoever is correcting goes on
            self.correcting.take_up()
        self._tell_count()

    def _narrow(self, wanted: Wanted) -> None:
        self._want(replace(wanted, unresolved=self._wanted.unresolved))

    def _want(self, wanted: Wanted) -> None:
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if self._is_loading:
            self._is_stale = True
        else:
            self._load()

    def _those_wanted(self, notes: set[str]) -> set[str]:
        """Give those of some notes that the list is narrowed to."""
        sitting, wanted = self._sitting, self._wanted
        if sitting is None or wanted == EVERYTHING:
            return notes
        return self._workplace.ask(lambda reader: those_wanted(reader, sitting.session.id, wanted, notes))

    def _tell_count(self) -> None:
        self.count = shown = self.model.rowCount()
        if self._sitting is not None and self._wanted != EVERYTHING:
            session = self._sitting.session.id
            self.count = self._workplace.ask(lambda reader: count_notes(reader, session)) - len(self.hidden)
        self.bar.say(shown, self.count)
        self.counted.emit()

    def _copy(self) -> None:
        """Copy the chosen notes as the desk holds them; of many most are not at hand and are read elsewhere."""
        chosen = self.list.selected_records()

        def question(reader: Reader) -> list[NoteLine]:
            return note_lines_of(reader, chosen)

        def copy(lines: list[NoteLine]) -> None:
            self._workplace.kept.emit(copy_notes(lines))

        if len(chosen) > PAGE:
            self._workplace.read(question, copy)
        else:
            copy(self._workplace.ask(question))

    def _read(self, notes: Sequence[str]) -> list[NoteLine]:
        """Read a page of what the list shows, as it may stand on the window now."""
        lines = self._workplace.ask(lambda reader: note_lines_of(reader, notes))
        return [self._as_seen(line) for line in lines if self._workplace.hall.may_show(line.sensitivity)]

    def _may_stand(self, line: NoteLine) -> bool:
        """Tell whether a note may stand on the window now; in hall mode the others are counted."""
        may = self._workplace.hall.may_show(line.sensitivity)
        if not may:
            self.hidden.add(line.note.id)
        return may

    def _as_seen(self, line: NoteLine) -> NoteLine:
        is_seen = self._workplace.hall.is_on and self._sitting is not None
        return self._sitting.told_to_hall(line) if is_seen and self._sitting is not None else line

    def _go_there(self) -> None:
        row = self.model.row_of(self._go_to) if self._go_to else -1
        self._go_to = None
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    def _on_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.correct()
            return True
        if key != Qt.Key.Key_Delete:
            return False
        chosen = self.list.selected_records()
        for note in chosen:
            self._workplace.run("delete", id=note)
        if chosen:
            self._workplace.kept.emit(_("Deleted. {key} brings it back.", key=undo_key(self._workplace.settings.keys)))
        return True
