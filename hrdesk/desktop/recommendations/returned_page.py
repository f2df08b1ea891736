"""A draft that came back in Word: every change and comment is looked at before anything of it is taken in."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.cards import CardDelegate
from hrdesk.desktop.recommendations.returned_model import ReturnedModel, asides_html, change_html
from hrdesk.desktop.shell.action import undo_key
from hrdesk.desktop.shell.hall_words import hidden_words
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.progress import Progress, Report
from hrdesk.files.returned import ReturnedFile, read_returned
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import isolate
from hrdesk.recommendations.returned import look
from hrdesk.recommendations.returned_changes import ReturnedChange, ReturnedDraft
from hrdesk.records.classes import UNSAID_SENSITIVITY

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CONCERNED = ("recommendation", "amendment", "alternative", "wording_version", "consultation", "delegation")


@dataclass(frozen=True)
class Found:
    """A file that was read, and what it proposes on this desk now."""

    name: str
    file: ReturnedFile
    draft: ReturnedDraft


class ReturnedPage(QWidget):
    """Asks for a file, shows what it proposes, takes in what is chosen. ``closed`` comes with Escape."""

    closed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._found: Found | None = None
        self._folder = ""
        self._hidden = 0
        self._is_due = False
        self.model = ReturnedModel(self)
        self.list = CardList(self._on_key)
        self.told, self._keys, self.detail = QLabel(self), QLabel(self), QLabel(self)
        self._scroll = QScrollArea(self)
        self.take, self.take_all = QPushButton(self), QPushButton(self)
        self.choose, self.back = QPushButton(self), QPushButton(self)
        self.progress = Progress(workplace, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def draft(self) -> ReturnedDraft | None:
        """Give what was read, None before anything was."""
        return self._found.draft if self._found else None

    def ask(self) -> None:
        """Ask for the file that came back and read it."""
        kinds = _("Word document") + " (*.docx)"
        name, _kind = QFileDialog.getOpenFileName(self, _("Returned draft"), self._folder, kinds)
        if name:
            self._folder = str(Path(name).parent)
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a file in another thread."""

        def work(report: Report) -> Found | None:
            file = read_returned(path)
            if not report(0, 0):
                return None
            with self._workplace.desk.reader() as reader:
                return Found(path.name, file, look(reader, file))

        self.progress.run(lambda: _("Reading the returned draft"), work, self._on_read, self._on_failed)

    def retranslate(self) -> None:
        """Set the words anew."""
        self.list.setAccessibleName(_("Proposals of the returned draft"))
        self._keys.setText(
            _("Enter takes in what is selected. Nothing is applied by it: each proposal waits at its text.")
        )
        self.take.setText(_("&Take in what is selected"))
        self.take_all.setText(_("Take in &all"))
        self.choose.setText(_("Choose a &file…"))
        self.back.setText(_("&Back"))
        self.progress.retranslate()
        self._show_found()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was out of sight."""
        super().showEvent(event)
        if self._is_due:
            self._look_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(self.list, most=2))
        self.list.setEditTriggers(CardList.EditTrigger.NoEditTriggers)
        for label in (self.told, self._keys, self.detail):
            label.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.RichText)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.detail.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._scroll.setWidget(self.detail)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = FlowLayout()
        for button in (self.take, self.take_all, self.choose, self.back):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(self.told)
        layout.addWidget(self.list, 3)
        layout.addWidget(self._scroll, 2)
        layout.addWidget(self._keys)
        layout.addLayout(line)
        layout.addWidget(self.progress)
        layout.addStretch()  # takes room only where nothing was read yet

    def _connect(self) -> None:
        self.take.clicked.connect(self._on_take)
        self.take_all.clicked.connect(lambda: self._take(self.model.changes))
        self.choose.clicked.connect(self.ask)
        self.back.clicked.connect(self.closed)
        self.list.selectionModel().selectionChanged.connect(lambda *_told: self._show_detail())
        self._workplace.changed.connect(self._on_changed)
        self._workplace.hall.changed.connect(lambda _on: self._show_found())
        self.setFocusProxy(self.list)

    def _show_found(self) -> None:
        """Show what was read, as far as the hall may see it."""
        hall, draft = self._workplace.hall, self.draft
        changes = draft.changes if draft else ()
        seen = [one for one in changes if hall.may_show(one.sensitivity)]
        self._hidden = len(changes) - len(seen)
        if seen != self.model.changes:
            row = max(self.list.currentIndex().row(), 0)
            self.model.show_changes(seen)
            if seen:
                self.list.setCurrentIndex(self.model.index(min(row, len(seen) - 1)))
        self.told.setText(self._words())
        for part in (self.list, self._keys):
            part.setVisible(bool(seen))
        self._scroll.setVisible(draft is not None)
        self._show_detail()

    def _words(self) -> str:
        """Say what was read, and what is missing in it."""
        if self._found is None:
            return _("Choose the Word file that came back: every change and comment in it is shown before it is kept.")
        draft = self._found.draft
        count = plural_("{number} proposal", "{number} proposals", len(draft.changes))
        name = isolate(self._found.name)
        lines = [
            _("{file} ({version}): {count}.", file=name, version=draft.version, count=count)
            if draft.version
            else _("{file}: {count}.", file=name, count=count)
        ]
        if not draft.changes:
            lines.append(_("Nobody changed or remarked anything."))
        if draft.missing:
            lines.append(
                plural_(
                    "⚠ {number} text under negotiation is nowhere in the file.",
                    "⚠ {number} texts under negotiation are nowhere in the file.",
                    draft.missing,
                )
            )
        if self._hidden:
            lines.append(hidden_words(self._hidden))
        return "\n".join(lines)

    def _show_detail(self) -> None:
        chosen = self._chosen()
        one = chosen[0] if chosen else None
        asides = self.draft.asides if self.draft and self._workplace.hall.may_show(UNSAID_SENSITIVITY) else ()
        self.detail.setText((change_html(one) if one else "") + asides_html(asides))
        self.detail.setAccessibleName(self.model.spoken(one) if one else _("Nothing is chosen"))
        self._allow()

    def _allow(self) -> None:
        is_free = not self.progress.is_busy
        self.take.setEnabled(is_free and any(not one.is_taken_in for one in self._chosen()))
        self.take_all.setEnabled(is_free and any(not one.is_taken_in for one in self.model.changes))
        for part in (self.take, self.take_all):
            part.setVisible(bool(self.model.changes))

    def _chosen(self) -> list[ReturnedChange]:
        rows = [self.model.row_of(record) for record in self.list.selected_records()]
        return [self.model.changes[row] for row in rows if row >= 0]

    def _on_take(self) -> None:
        self._take(self._chosen())

    def _take(self, changes: list[ReturnedChange]) -> None:
        """Take proposals in, in one step, in the thread that writes."""
        draft = self.draft
        told = [one.told(draft.origin) for one in changes if not one.is_taken_in] if draft else []
        if told:
            self._workplace.keep("take-returned-draft", {"changes": told}, self._on_taken, lambda _error: None)

    def _on_taken(self, made: dict[str, list[str]]) -> None:
        self._workplace.kept.emit(
            plural_(
                "{number} proposal taken in. {key} takes it back.",
                "{number} proposals taken in. {key} takes them back.",
                len(made["ids"]),
                key=undo_key(self._workplace.settings.keys),
            )
        )

    def _on_changed(self, announcement: Announcement) -> None:
        """Look anew at the file that is shown: what was taken in is told, what was undone waits again."""
        self._is_due = self._is_due or announcement.concerns(*CONCERNED)
        if self._is_due and self.isVisible():
            self._look_anew()

    def _look_anew(self) -> None:
        found, self._is_due = self._found, False
        if found is None:
            return
        self._workplace.read(
            lambda reader: Found(found.name, found.file, look(reader, found.file)),
            lambda anew: self._on_read(anew) if self._found is found else None,
        )

    def _on_read(self, found: Found | None) -> None:
        if found is not None:
            self._found = found
        self._show_found()

    def _on_failed(self, error: Exception) -> None:
        self._show_found()
        self._workplace.refused.emit(error)

    def _on_key(self, key: int) -> bool:
        if key in ENTER:
            self._on_take()
            return True
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        return False
