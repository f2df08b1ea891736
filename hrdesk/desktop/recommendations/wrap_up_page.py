"""What feeds the last session: the experts' suggestions for the wrap-up, and the themes that the regions prefer."""

from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.agenda.queries import consultation
from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.cards import CardDelegate
from hrdesk.desktop.notes.note_model import NoteModel
from hrdesk.desktop.notes.sitting import zone_of
from hrdesk.desktop.recommendations.theme_table import ThemeTable
from hrdesk.desktop.shell.hall_words import hidden_words
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language.interface import _
from hrdesk.notes.queries import NoteLine, note_lines_of
from hrdesk.recommendations.wrap_up import ThemeCount, theme_tally, wrap_up_suggestions
from hrdesk.store.reading import Reader


class WrapUpPage(QWidget):
    """``made`` carries the recommendation that a suggestion became; ``closed`` comes with Escape."""

    made = Signal(str)
    closed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._hidden = 0
        self.model = NoteModel(self)
        self.list = CardList(self._on_key)
        self.themes = ThemeTable(self)
        self.make, self.back = QPushButton(self), QPushButton(self)
        self._suggestions, self._themes_told = QLabel(self), QLabel(self)
        self._lay_out()
        self.make.clicked.connect(self._on_make)
        self.back.clicked.connect(self.closed)
        self.list.selectionModel().selectionChanged.connect(lambda *_told: self._allow())
        workplace.hall.changed.connect(self._on_hall)
        self.setFocusProxy(self.list)
        self.retranslate()

    def refresh(self) -> None:
        """Read in another thread what there is."""
        self._workplace.read(_read, lambda told: self._on_read(*told))

    def retranslate(self) -> None:
        """Set the words anew."""
        has_any = bool(self.model.rowCount())
        told = (
            _("Suggestions for the wrap-up. Enter makes a recommendation of what is selected.")
            if has_any
            else _("No note is a suggestion for the wrap-up yet; the kind of a note says so.")
        )
        self._suggestions.setText(" ".join(part for part in (told, hidden_words(self._hidden)) if part))
        self._themes_told.setText(
            _("Themes in order of preference, over all regional consultations")
            if self.themes.themes.rowCount()
            else _("No regional consultation has said yet which theme it prefers.")
        )
        self.themes.setVisible(bool(self.themes.themes.rowCount()))
        self.list.setVisible(has_any)
        self.list.setAccessibleName(_("Suggestions for the wrap-up"))
        self.make.setText(_("Make a &recommendation"))
        self.make.setToolTip(_("Enter"))
        self.back.setText(_("&Back"))
        self.model.retranslate()
        self.themes.retranslate()
        self._allow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for label, part in ((self._suggestions, self.list), (self._themes_told, self.themes)):
            label.setWordWrap(True)
            label.setBuddy(part)
        line = QHBoxLayout()
        line.addWidget(self.make)
        line.addWidget(self.back)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(self._suggestions)
        layout.addWidget(self.list, 3)
        layout.addLayout(line)
        layout.addWidget(self._themes_told)
        layout.addWidget(self.themes, 2)
        layout.addStretch()  # takes room only where neither list is there

    def _on_hall(self, _on: bool) -> None:
        """Take the suggestions away at once, and read anew those that may be seen now."""
        if self.model.lines:
            self.model.show_lines([], None)
            self.retranslate()
            self.refresh()

    def _on_read(self, notes: list[NoteLine], zone: tzinfo | None, themes: list[ThemeCount]) -> None:
        hall = self._workplace.hall
        seen = [one for one in notes if hall.may_show(one.sensitivity)]
        if hall.is_on:
            seen = [replace(one, speaker="") for one in seen]  # names are no affair of a hall
        self._hidden = len(notes) - len(seen)
        if seen != self.model.lines:
            self.model.show_lines(seen, zone)
        self.themes.show_themes(themes)
        if seen and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.retranslate()

    def _allow(self) -> None:
        self.make.setEnabled(bool(self.list.selected_records()))

    def _on_make(self) -> None:
        """Make one recommendation of what is selected."""
        chosen = self.list.selected_records()
        if chosen:
            made = self._workplace.run("make-recommendation", notes=chosen)
            if made is not None:
                self.closed.emit()
                self.made.emit(str(made["id"]))

    def _on_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_make()
            return True
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        return False


def _read(reader: Reader) -> tuple[list[NoteLine], tzinfo | None, list[ThemeCount]]:
    notes = [one.id for one in wrap_up_suggestions(reader)]
    return list(note_lines_of(reader, notes)), zone_of(consultation(reader)), list(theme_tally(reader))
