"""Notes that may be of an intervention kept on another laptop: shown with every doubt, confirmed many at once."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.cards import ASIDE, BODY, FOOT, RECORD, STRONG, CardDelegate, Index
from hrdesk.desktop.notes.note_model import clock_of
from hrdesk.desktop.notes.sitting import Sitting
from hrdesk.desktop.notes.told_keys import told_key
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.beside import beside
from hrdesk.language.interface import _, plural_
from hrdesk.notes.queries import ToConfirm, to_confirm
from hrdesk.notes.rules.spoken import DOUBTS

ALIKE = 100
"""Milliseconds: clocks that are no further apart agree."""

MOST_LINES = 3
"""Lines of a note that are shown here; the list of notes shows all."""

SETTLED = 2_000
"""Milliseconds after the last change of the floor or of a note until it is asked anew what there is to confirm."""


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: list[ToConfirm] = []
        self._zone: tzinfo | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the suggestions."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the parts of a card, and the whole of it as one sentence to a screen reader."""
        one = self.found[index.row()]
        head = beside(clock_of(one.note.at, self._zone), one.speaker or _("Speaker not known here"), gap="   ")
        doubts = " ".join(_(DOUBTS[word]) for word in one.suggestion.doubts)
        if role == RECORD:
            return one.note.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = (head, one.note.text, offset_words(one.suggestion.offset), doubts)
            return ", ".join(part for part in told if part)
        said = {STRONG: head, ASIDE: offset_words(one.suggestion.offset), BODY: one.note.text or ""}
        if role in (FOOT, Qt.ItemDataRole.ToolTipRole):
            return f"⚠ {doubts}" if doubts else None
        return said.get(role)

    def show(self, found: Sequence[ToConfirm], zone: tzinfo | None) -> None:
        """Show other suggestions."""
        self.beginResetModel()
        self.found, self._zone = list(found), zone
        self.endResetModel()


class ToConfirmList(QWidget):
    """A list of suggestions. ``counted`` carries the title of the list, ``gone_to`` a note to look at.

    Those without a doubt are chosen from the start; the others wait until a person chooses them.
    """

    counted = Signal(str)
    gone_to = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sitting: Sitting | None = None
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self._look)
        self._model = _Model(self)
        self.list = CardList(self._on_key)
        self.list.setModel(self._model)
        self.list.setItemDelegate(CardDelegate(self.list, MOST_LINES, has_foot=True))
        self.list.doubleClicked.connect(lambda index: self.gone_to.emit(str(index.data(RECORD))))
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._told.setMargin(10)
        self._told.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.confirm)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.addWidget(self._told)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        self.setFocusProxy(self.list)
        self.list.selectionModel().selectionChanged.connect(lambda *_told: self._name_button())

    @property
    def title(self) -> str:
        """Give the title of the list, with the number of suggestions where there are any."""
        count = len(self._model.found)
        return _("To confirm ({number})", number=count) if count else _("To confirm")

    def look(self, sitting: Sitting) -> None:
        """Look for suggestions in a session, in another thread."""
        if self._sitting is None or self._sitting.session.id != sitting.session.id:
            self.show_suggestions([], sitting.zone)
        self._sitting = sitting
        self._look()

    def hear(self, announcement: Announcement) -> None:
        """Look again soon after the floor or a note changed, while somebody looks on."""
        if self.isVisible() and announcement.concerns("floor_mark", "note"):
            self._settled.start()

    def show_suggestions(self, found: Sequence[ToConfirm], zone: tzinfo | None) -> None:
        """Show other suggestions, those without a doubt chosen; what is there already stays as it is."""
        if list(found) == self._model.found:
            return
        self._model.show(found, zone)
        chosen = self.list.selectionModel()
        for row, one in enumerate(found):
            if not one.suggestion.doubts:
                chosen.select(self._model.index(row), QItemSelectionModel.SelectionFlag.Select)
        self.retranslate()
        self.counted.emit(self.title)

    def confirm(self) -> None:
        """Confirm what is chosen, all of it in one step."""
        chosen = set(self.list.selected_records())
        pairs = [f"{one.note.id}:{one.suggestion.intervention}" for one in self._model.found if one.note.id in chosen]
        if pairs and self._workplace.run("confirm-spoken", pairs=pairs) is not None:
            self._workplace.kept.emit(plural_("{number} note confirmed", "{number} notes confirmed", len(pairs)))
            self._look()

    def retranslate(self) -> None:
        """Set the words anew."""
        self.list.setAccessibleName(_("Notes to confirm"))
        self._told.setText(self._introduction())
        self.list.setVisible(bool(self._model.found))
        self.button.setVisible(bool(self._model.found))
        if self._model.found:
            self._model.dataChanged.emit(self._model.index(0), self._model.index(len(self._model.found) - 1))
        self._name_button()

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew: while the list was hidden nobody asked."""
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        if (sitting := self._sitting) is None:
            return

        def show(found: list[ToConfirm]) -> None:
            if self._sitting is not None and self._sitting.session.id == sitting.session.id:
                # Names of speakers are no affair of a hall, and confirming can wait until it no longer looks on.
                self.show_suggestions([] if self._workplace.hall.is_on else found, sitting.zone)

        self._workplace.read(lambda reader: to_confirm(reader, sitting.session.id), show)

    def _introduction(self) -> str:
        if not self._model.found:
            return _("There is no note here whose speaker the floor could tell.")
        told = [_("By their time these notes belong to what was said from the floor. Please confirm what is right.")]
        if any("not_compared" in one.suggestion.doubts for one in self._model.found):
            keys = told_key(self._workplace.settings.keys, "gavel")
            told.append(
                _("To compare the clocks, strike the gavel ({keys}) on both laptops at the same stroke.", keys=keys)
            )
        return "\n".join(told)

    def _name_button(self) -> None:
        number = len(self.list.selectionModel().selectedRows())
        chosen = plural_("Confirm {number} note", "Confirm {number} notes", number)
        self.button.setText(chosen if number else _("Confirm"))
        self.button.setToolTip(_("Enter, or {keys}", keys=told_key(self._workplace.settings.keys, "confirm")))
        self.button.setEnabled(number > 0)

    def _on_key(self, key: int) -> bool:
        if key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if self.list.selected_records():
            self.confirm()
        elif self.list.currentIndex().isValid():  # the next Enter confirms what this one chose
            self.list.selectionModel().select(self.list.currentIndex(), QItemSelectionModel.SelectionFlag.Select)
        return True


def offset_words(offset: int | None) -> str:
    """Say how far the clock of the notes was from that of the floor; nothing where nobody measured it."""
    if offset is None:
        return ""
    if abs(offset) <= ALIKE:
        return _("clocks agree")
    seconds = f"{abs(offset) / 1000:.1f}"
    if offset > 0:
        return _("clock {seconds} s ahead", seconds=seconds)
    return _("clock {seconds} s behind", seconds=seconds)
