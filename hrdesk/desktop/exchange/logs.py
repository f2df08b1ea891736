"""Tables of words: what came in, who wrote here, what waits; Enter on a row asks for what stands behind it."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTreeWidget, QTreeWidgetItem, QWidget

from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.language.interface import current
from hrdesk.language.isolation import isolate

KEY = Qt.ItemDataRole.UserRole
FEWEST_ROWS, MOST_ROWS = 2, 9


class Log(QTreeWidget):
    """Rows of words under headings.

    ``opened`` carries the key of a row on which somebody pressed Enter or clicked twice.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._as_high_as_its_rows = False
        self._most = MOST_ROWS
        self.setRootIsDecorated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        make_roomy(self)
        self.itemDoubleClicked.connect(lambda item, _column: self._open(item))

    @property
    def key(self) -> Any:
        """Give the key of the row that has the cursor, or nothing."""
        item = self.currentItem()
        return item.data(0, KEY) if item is not None else None

    @property
    def items(self) -> list[QTreeWidgetItem]:
        """Give the rows."""
        found = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [one for one in found if one is not None]

    def fit_rows(self, most: int = MOST_ROWS) -> None:
        """Stand as high as the rows from now on, up to a few: for a table that is one part of a page."""
        self._as_high_as_its_rows, self._most = True, most
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(
        self,
        name: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        numbers: Sequence[int],
        keys: Sequence[Any] = (),
        *,
        wide: Collection[int] = (0,),
    ) -> None:
        """Show rows; the columns named in ``numbers`` stand at their end, those in ``wide`` share what room is left.

        The cursor stays at its key.
        """
        held = self.key
        self.setAccessibleName(name)
        self.clear()
        self.setColumnCount(len(headings))
        self.setHeaderLabels(list(headings))
        for place, row in enumerate(rows):
            item = QTreeWidgetItem(self)
            for column, text in enumerate(row):
                item.setText(column, isolate(text) if current().right_to_left else text)
                if column in numbers:
                    item.setTextAlignment(column, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            if place < len(keys):
                item.setData(0, KEY, keys[place])
                if held is not None and keys[place] == held:
                    self.setCurrentItem(item)
        if rows and self.currentItem() is None:
            self.setCurrentItem(self.items[0])
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(len(headings)):
            is_wide = column in wide
            mode = QHeaderView.ResizeMode.Stretch if is_wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the height of the rows where that was wished."""
        hint = super().sizeHint()
        if not self._as_high_as_its_rows:
            return hint
        rows = max(FEWEST_ROWS, min(self.topLevelItemCount(), self._most))
        height = self.sizeHintForRow(0) if self.topLevelItemCount() else self.fontMetrics().height() + 8
        return QSize(hint.width(), self.header().sizeHint().height() + rows * height + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """Never be squeezed below what was asked for."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self.sizeHint().height()) if self._as_high_as_its_rows else hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row at the cursor where something stands behind it; else whoever is around hears it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.key is None:
                event.ignore()
            else:
                self._open(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _open(self, item: QTreeWidgetItem | None) -> None:
        key = item.data(0, KEY) if item is not None else None
        if key is not None:
            self.opened.emit(key)
