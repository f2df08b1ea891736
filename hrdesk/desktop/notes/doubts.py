"""Notes whose marks nobody could read: how many there are, only these in the list, and the line that settles one.

The line holds the marks as they were typed and is read as marks again: put right or left as they are, Enter settles.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.notes.mark_words import MarkWords
from hrdesk.desktop.notes.session_notes import SessionNotes
from hrdesk.desktop.notes.told_keys import told_key
from hrdesk.desktop.notes.typing_line import TypingLine
from hrdesk.desktop.shell.action import undo_key
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.ticked_button import TickedButton
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.language.interface import _, plural_
from hrdesk.notes.rules.marks import Known, read
from hrdesk.records import Note

LONGEST = 80
"""Letters of the note that are shown beside its marks."""


class Doubts(QFrame):
    """A bar above the list, hidden while every mark was read. ``done`` tells that nothing is left to look at."""

    done = Signal()

    def __init__(self, workplace: Workplace, notes: SessionNotes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._notes = notes
        self._words = MarkWords()
        self._note: Note | None = None
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._of = QLabel(self)
        self._of.setWordWrap(True)
        self.only = TickedButton(self)
        self._next = QPushButton(self)
        self.line = TypingLine(self, fewest=1, most=3)
        self._settle = QPushButton(self)
        self._lay_out()
        self._notes.counted.connect(self._count)
        workplace.hall.changed.connect(self._on_hall)
        self.only.toggled.connect(lambda is_on: self._notes.filter(only_unresolved=is_on))
        self._next.clicked.connect(self.look)
        self._settle.clicked.connect(self.settle)
        self.line.entered.connect(self.settle)
        self.line.escaped.connect(self._leave)
        self._show(None)
        self.hide()

    def know(self, words: MarkWords) -> None:
        """Know other words."""
        self._words = words

    def look(self) -> bool:
        """Look at the chosen note, else at the first with marks to look at; False where there is none."""
        model = self._notes.model
        chosen = self._notes.list.current_record() or ""
        first = chosen if chosen in model.unresolved else min(model.unresolved, key=model.row_of, default="")
        if (line := model.line_of(first)) is None:
            return False
        self._notes.show_note(first)
        self._show(line.note)
        self.line.setFocus()
        return True

    def settle(self) -> None:
        """Settle the note with the marks as they stand in the line, and go on to the next."""
        if self._note is None:
            return
        told = read(self.line.text(), Known(self._words.is_body))
        tags = [self._words.tag(mark.name) for mark in told.marks if mark.kind == "tag"]
        bodies = [self._words.body(mark.name) or mark.name for mark in told.marks if mark.kind == "body"]
        if self._workplace.run("settle-marks", note=self._note.id, tags=tags, bodies=bodies) is None:
            return
        key = undo_key(self._workplace.settings.keys)
        self._workplace.kept.emit(_("Settled. {key} takes it back.", key=key))
        self._show(None)
        if not self.look():
            self.done.emit()

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("Marks to look at"))
        self.only.say(_("Only these"))
        self.only.setToolTip(_("Show only the notes with marks to look at"))
        self._next.setText(_("Look at them"))
        self._next.setToolTip(told_key(self._workplace.settings.keys, "marks"))
        self._settle.setText(_("They are right"))
        self._settle.setToolTip(_("The marks are right as they stand here; the note takes the class meant for it"))
        self.line.setAccessibleName(_("Marks of the note, to put right"))
        self._count()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self._told, 1)
        first.addWidget(self.only)
        first.addWidget(self._next)
        second = QHBoxLayout()
        second.addWidget(self._of, 1)
        second.addWidget(self.line, 1)
        second.addWidget(self._settle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addLayout(first)
        layout.addLayout(second)

    def _show(self, note: Note | None) -> None:
        self._note = note
        for part in (self._of, self.line, self._settle):
            part.setVisible(note is not None)
        self._of.setText(shortened(note.text or "", LONGEST) if note is not None else "")
        text = " ".join((note.unresolved or "").splitlines()) if note is not None else ""
        self.line.put(text, len(text))

    def _on_hall(self) -> None:
        """Say no more of the note at once, before the list is read anew for whoever sees it now."""
        self._show(None)

    def _leave(self) -> None:
        self._show(None)
        self.done.emit()

    def _count(self) -> None:
        waiting = self._notes.model.unresolved
        if self._note is not None and self._note.id not in waiting:
            self._show(None)
        if not waiting and self.only.isChecked() and not self._notes.is_loading:
            self.only.setChecked(False)
        self.setVisible(bool(waiting))
        self._told.setText(
            plural_(
                "⚠ {number} note has marks that nobody could read; it stays confidential until you look at it.",
                "⚠ {number} notes have marks that nobody could read; they stay confidential until you look at them.",
                len(waiting),
            )
        )
