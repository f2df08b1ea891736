"""The outline as a tree: headings with counts, records under them, moved and deleted by keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from hrdesk.desktop.agenda.outline import ALWAYS_UNDER, HEADINGS, Branch
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.language.interface import _

KIND, RECORD = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
OPEN_AT_FIRST = ("consultation", "session", "agenda_item")


class OutlineTree(QTreeWidget):
    """Shows an outline; ``chosen`` (kind, record or "") follows the cursor."""

    chosen = Signal(str, str)
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIndentation(16)
        make_roomy(self)
        self._is_first = True
        self.currentItemChanged.connect(self._on_current)

    @property
    def kind(self) -> str:
        """Give the kind at the cursor."""
        item = self.currentItem()
        return str(item.data(0, KIND)) if item else ""

    @property
    def record(self) -> str:
        """Give the record at the cursor, or nothing on a heading."""
        item = self.currentItem()
        return str(item.data(0, RECORD) or "") if item else ""

    def siblings(self) -> list[str]:
        """List the records beside the one at the cursor that are of its kind, itself included, in order."""
        item = self.currentItem()
        above = item.parent() if item else None
        if item is None or above is None:
            return []
        beside = [above.child(at) for at in range(above.childCount())]
        return [str(one.data(0, RECORD)) for one in beside if one is not None and one.data(0, KIND) == self.kind]

    def owner(self) -> tuple[str, str]:
        """Give kind and record of what the record at the cursor hangs under; ("", "") under a heading."""
        item = self.currentItem()
        above = item.parent() if item else None
        if above is None or not above.data(0, RECORD):
            return "", ""
        return str(above.data(0, KIND)), str(above.data(0, RECORD))

    def show_outline(self, outline: Mapping[str, Sequence[Branch]]) -> None:
        """Show an outline; what was open stays open and the cursor stays where it was."""
        opened = self._opened() if not self._is_first else {("", kind) for kind in OPEN_AT_FIRST}
        at = (self.kind, self.record)
        self.blockSignals(True)
        self.clear()
        for kind, heading in HEADINGS.items():
            branches = outline.get(kind, ())
            if kind in ALWAYS_UNDER and not branches:
                continue
            words = _("{heading} ({number})", heading=_(heading), number=len(branches)) if branches else _(heading)
            top = self._item(words, kind, "")
            if not branches:
                top.setForeground(0, self.palette().placeholderText())
            else:
                font = top.font(0)
                font.setBold(True)
                top.setFont(0, font)
            self.addTopLevelItem(top)
            self._fill(top, branches)
        self._open(opened)
        self.blockSignals(False)
        self._is_first = False
        beginning = self._top(at[0]) or self.topLevelItem(0)
        if not self.select(at[1]) and beginning is not None:
            self.setCurrentItem(beginning if at[0] else beginning.child(0) or beginning)

    def select(self, record: str) -> bool:
        """Put the cursor on a record; False when it is not here."""
        for item in self._items():
            if record and item.data(0, RECORD) == record:
                self.setCurrentItem(item)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The Delete key deletes only while the tree itself has the focus."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.record:
            self.delete_requested.emit()
            return
        super().keyPressEvent(event)

    def _fill(self, top: QTreeWidgetItem, branches: Sequence[Branch]) -> None:
        for branch in branches:
            item = self._item(branch.title, branch.kind, branch.record)
            if top.data(0, RECORD) and branch.kind != top.data(0, KIND):
                item.setToolTip(0, f"{_(HEADINGS[branch.kind])}: {branch.title}")
            else:
                item.setToolTip(0, branch.title)
            top.addChild(item)
            self._fill(item, branch.under)

    def _item(self, words: str, kind: str, record: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words])
        item.setData(0, KIND, kind)
        item.setData(0, RECORD, record)
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        return [item for top in tops if top is not None for item in _with_all_under(top)]

    def _opened(self) -> set[tuple[str, str]]:
        return {(item.data(0, RECORD), item.data(0, KIND)) for item in self._items() if item.isExpanded()}

    def _open(self, opened: set[tuple[str, str]]) -> None:
        for item in self._items():
            item.setExpanded((item.data(0, RECORD), item.data(0, KIND)) in opened)

    def _top(self, kind: str) -> QTreeWidgetItem | None:
        tops = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        return next((top for top in tops if top is not None and top.data(0, KIND) == kind), None)

    def _on_current(self) -> None:
        if self.currentItem() is not None:
            self.chosen.emit(self.kind, self.record)


def _with_all_under(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """List an item and everything below it, in the order in which they are seen."""
    below = [item.child(at) for at in range(item.childCount())]
    return [item, *(one for child in below if child is not None for one in _with_all_under(child))]
