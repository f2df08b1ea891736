"""The notes of one session in a list: read in another thread, corrected in place, followed note by note."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.notes.note_delegate import NoteDelegate
from hrdesk.desktop.notes.note_draft import Correction, edit_place_of, read_correction, written_correction
from hrdesk.desktop.notes.note_model import NoteModel
from hrdesk.desktop.notes.sitting import Sitting
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language.interface import _
from hrdesk.notes.queries import NoteLine, note_lines, note_lines_of, times_used
from hrdesk.records import Tagging
from hrdesk.store.reading import Reader


class SessionNotes(QWidget):
    """A list of notes. ``counted`` tells that there are more or fewer, ``reached`` that the cursor moved."""

    counted = Signal()
    reached = Signal()

    def __init__(self, workplace: Workplace, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._drafts = drafts
        self._sitting: Sitting | None = None
        self._is_loading = self._is_stale = self.only_unresolved = False
        self._wanted: str | None = None
        self.hidden: set[str] = set()
        """The notes of the session that the hall may not see."""
        self.model = NoteModel(self)
        self.list = CardList(self._on_key)
        self.delegate = NoteDelegate(self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setEditTriggers(CardList.EditTrigger.EditKeyPressed | CardList.EditTrigger.DoubleClicked)
        self._to_end = QTimer(self, singleShot=True, interval=0)
        self._to_end.timeout.connect(self.list.scrollToBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.delegate.typed.connect(self._on_typed)
        self.delegate.corrected.connect(self._on_corrected)
        self.delegate.left_alone.connect(lambda _note: self._drop_correction())
        self.delegate.escape_asked.connect(self._on_escape_asked)
        self.list.selectionModel().currentChanged.connect(lambda *_told: self.reached.emit())

    def open(self, sitting: Sitting) -> None:
        """Show the notes of a session; the same one is read anew and the cursor stays."""
        if self._sitting is None or self._sitting.session.id != sitting.session.id:
            self.model.show_lines([], sitting.zone)
        self._sitting = sitting
        self._load()

    @property
    def is_loading(self) -> bool:
        """Tell whether the list is being read in another thread."""
        return self._is_loading

    def show_note(self, note: str) -> None:
        """Put the cursor on a note, at once or when the list has been read."""
        self._wanted = note
        if not self._is_loading:
            self._go_to_wanted()

    def put(self, changed: set[str]) -> None:
        """Show some notes anew; while the list is being read, have it read once more."""
        self._is_stale = self._is_loading
        found = {line.note.id: line for line in self._workplace.ask(lambda reader: note_lines_of(reader, changed))}
        for note in changed:
            line = found.get(note)
            self.hidden.discard(note)
            is_here = line is not None and self._sitting is not None and line.note.session == self._sitting.session.id
            if line is not None and is_here and self._may_stand(line):
                self.model.put(line)
            else:
                self.model.take(note)
        self.counted.emit()

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
        if only_unresolved != self.only_unresolved:
            self.only_unresolved = only_unresolved
            self._load()

    def show_end(self) -> None:
        """Go to the end once what is waiting has been done: laying the list out takes its time, and keys come first."""
        self._to_end.start()

    def count_uses(self) -> None:
        """Mark anew from which notes recommendations were made."""
        self.model.count_uses(self._workplace.ask(times_used))

    def retranslate(self) -> None:
        """Set the words anew."""
        self.list.setAccessibleName(_("Notes of the session"))
        self.model.retranslate()

    def correct(self) -> None:
        """Open the note that has the cursor, else the last one, where it stands."""
        row = self.list.currentIndex().row()
        self._open(row if row >= 0 else self.model.rowCount() - 1)

    def leave(self) -> None:
        """Keep the correction that is being typed."""
        self.delegate.keep()

    def _open(self, row: int) -> None:
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.edit(self.model.index(row))

    def _load(self) -> None:
        if self._sitting is None:
            return
        session, self._is_loading, self._is_stale = self._sitting.session.id, True, False
        is_filtered = self.only_unresolved

        def question(reader: Reader) -> list[NoteLine]:
            return note_lines(reader, session, unresolved=is_filtered)

        self._workplace.read(question, lambda lines: self._on_loaded(session, lines))

    def _on_loaded(self, session: str, lines: list[NoteLine]) -> None:
        if self._sitting is None or self._sitting.session.id != session:
            return
        self._is_loading = False
        if self._is_stale:
            self._load()
            return
        was_at = self.list.current_record()
        self.hidden.clear()
        lines = [line for line in lines if self._may_stand(line)]
        if lines != self.model.lines:
            self.delegate.keep()
            self.model.show_lines(lines, self._sitting.zone)
            self.list.scrollToBottom()
        self._wanted = self._wanted or was_at
        self._go_to_wanted()
        self._take_up_correction()
        self.counted.emit()

    def _may_stand(self, line: NoteLine) -> bool:
        """Tell whether a note may stand on the window now; in hall mode the others are counted."""
        may = self._workplace.hall.may_show(line.sensitivity)
        if not may:
            self.hidden.add(line.note.id)
        return may

    def _go_to_wanted(self) -> None:
        row = self.model.row_of(self._wanted) if self._wanted else -1
        self._wanted = None
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    def _take_up_correction(self) -> None:
        """Open again what was being corrected when the program ended, or what was refused."""
        held = self._drafts.held(edit_place_of(self._sitting.session.id)) if self._sitting else ""
        if (told := read_correction(held)) is None:
            return
        row = self.model.row_of(told.note)
        if row < 0 or self.model.lines[row].note.text == told.text:
            self._drop_correction()
            return
        self.delegate.open_with(told.text, told.cursor)
        self._open(row)

    def _drop_correction(self) -> None:
        if self._sitting is not None:
            self._drafts.drop(edit_place_of(self._sitting.session.id))

    def _on_typed(self, note: str, text: str, cursor: int) -> None:
        if self._sitting is not None:
            told = Correction(note, text, cursor)
            self._drafts.hold(edit_place_of(self._sitting.session.id), written_correction(told))

    def _on_corrected(self, note: str, text: str) -> None:
        """Keep a corrected text; an emptied one is no correction, and a refused one is opened again."""
        row = self.model.row_of(note)
        before = self.model.lines[row].note.text if row >= 0 else None
        if not text.strip():
            self._workplace.kept.emit(_("A note keeps its text. Delete in the list takes the note away."))
        elif text.strip() != before and self._workplace.run("edit", id=note, text=text.strip()) is None:
            QTimer.singleShot(0, self, self._take_up_correction)
            return
        self._drop_correction()

    def _on_escape_asked(self) -> None:
        self._workplace.kept.emit(_("Press Esc again to leave the note as it was."))

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
            self._workplace.kept.emit(_("Deleted. Ctrl+Z brings it back."))
        return True
