"""The paragraphs of material from outside, and below them the text of the one at the cursor, to be split there."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.notes.outside_cells import OutsideCells
from hrdesk.desktop.notes.outside_rows import COLUMNS, OutsideRows
from hrdesk.desktop.notes.outside_words import row_words
from hrdesk.desktop.widgets.prose import Prose
from hrdesk.desktop.widgets.vocabulary import class_word
from hrdesk.language.interface import _
from hrdesk.notes.outside_preview import Known
from hrdesk.notes.rules.outside import Row
from hrdesk.records.classes import SENSITIVITY

WIDTHS = {"place": 130, "speaker": 220, "sensitivity": 140}
AIR = 36
"""Pixels beside the longest word of a column."""
ROW_HEIGHT = 28
"""Pixels."""


class OutsideSheet(QWidget):
    """``told`` carries a sentence for the status line, ``counted`` tells that numbers may have changed."""

    told = Signal(str)
    counted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = -1
        self.rows = OutsideRows(self)
        self.table = QTableView(self)
        self.text = Prose(self, fewest=3, most=7)
        self._remark = QLabel(self)
        self._remark.setWordWrap(True)
        self.joining, self.splitting = QPushButton(self), QPushButton(self)
        self._cells = OutsideCells(self.table)
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.installEventFilter(self)
        self.table.selectionModel().currentChanged.connect(lambda *_places: self._on_current())
        self.rows.arranged.connect(self._on_arranged)
        self.rows.counted.connect(self.counted)
        self.joining.clicked.connect(self.join)
        self.splitting.clicked.connect(self.split)

    def show_rows(self, rows: Iterable[Row], known: Known) -> None:
        """Show other rows; the first gets the cursor."""
        self._at = -1
        self.text.setText("")
        self.rows.show_rows(rows, known)
        self._go_to(0)

    def allow(self, classes: Sequence[str]) -> None:
        """Offer only these classes."""
        self._cells.classes = classes

    def keep(self) -> None:
        """Keep the text that was corrected below the table."""
        if 0 <= self._at < self.rows.rowCount():
            self.rows.write(self._at, self.text.text())

    def join(self) -> None:
        """Make one paragraph of those that are selected, or of the one at the cursor and the next."""
        self.keep()
        places = self._selected()
        if places:
            self.rows.join(places[0], places[-1] if len(places) > 1 else places[0] + 1)

    def split(self) -> None:
        """Split the paragraph where the cursor stands in its text."""
        place, typed = self.text.textCursor().position(), self.text.text()
        lead = len(typed) - len(typed.lstrip())  # blanks in front are not kept
        self.keep()
        if self._at < 0 or not self.rows.part(self._at, max(0, place - lead)):
            self.told.emit(_("Put the cursor into the text, where the next paragraph begins."))

    def classify(self, sensitivity: str) -> None:
        """Give the selected paragraphs a class of their own, where the session allows it."""
        if sensitivity in self._cells.classes:
            self.rows.classify(self._selected(), sensitivity)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.joining.setText(_("&Join"))
        self.joining.setToolTip(_("Join the selected paragraphs, or this one and the next"))
        self.splitting.setText(_("S&plit at the cursor"))
        self.splitting.setToolTip(_("Split the paragraph where the cursor stands in the text below"))
        self.table.setAccessibleName(_("What was understood"))
        self.text.setAccessibleName(_("Text of the paragraph"))
        self.rows.retranslate()
        self._give_room()
        self._show_remark()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks the selected paragraphs, or unticks them where all are ticked; F2 is the table's own."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            places = self._selected()
            self.rows.tick(places, taken=not all(self.rows.rows[at].taken for at in places))
            return True
        return super().eventFilter(watched, event)

    def _selected(self) -> list[int]:
        chosen = self.table.selectionModel().selectedRows()
        return sorted(index.row() for index in chosen)

    def _go_to(self, at: int) -> None:
        if self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(min(at, self.rows.rowCount() - 1), 0))

    def _on_current(self) -> None:
        self.keep()
        self._at = self.table.currentIndex().row()
        self.text.setText(self.rows.rows[self._at].text if self._at >= 0 else "")
        self._show_remark()

    def _show_remark(self) -> None:
        self._remark.setText(row_words(self.rows.rows[self._at]) if self._at >= 0 else "")

    def _on_arranged(self, at: int) -> None:
        self._at = -1  # what stands in the field is no row's any more
        self._go_to(at)
        self.table.setFocus()

    def _give_room(self) -> None:
        """Make a column at least as wide as its heading, and that of the classes as wide as their words."""
        metrics = self.table.fontMetrics()
        for at, column in enumerate(COLUMNS[:-1]):
            words = [str(self.rows.headerData(at, Qt.Orientation.Horizontal))]
            words += [class_word(one) for one in SENSITIVITY] if column == "sensitivity" else []
            widest = max(metrics.horizontalAdvance(word) for word in words)
            self.table.setColumnWidth(at, max(WIDTHS[column], widest + AIR))

    def _lay_out(self) -> None:
        self.table.setModel(self.rows)
        self.table.setItemDelegate(self._cells)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        rows = self.table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.hide()
        below = QHBoxLayout()
        below.addWidget(self._remark, 1)
        below.addWidget(self.joining)
        below.addWidget(self.splitting)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)
        layout.addWidget(self.text)
