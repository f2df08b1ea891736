"""The tree of the document: head, headings, numbered paragraphs, recommendations, their class where not public."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from hrdesk.desktop.outcome.line_delegate import ASIDE, LineDelegate
from hrdesk.desktop.widgets.vocabulary import choice_word, class_word
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate
from hrdesk.outcome.tree import TreeLine
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import may_appear

LINE = Qt.ItemDataRole.UserRole + 1
LONGEST = 200
"""Characters of a text that a line holds; the rest is never seen there."""

LONGEST_TIP = 600
"""Characters of a text that are shown over its line."""
RECOMMENDATION = "❖"
"""Stands before a recommendation, whose words are edited elsewhere."""


class DocumentTree(QTreeWidget):
    """Shows the lines of a document. ``chosen`` carries the line; the others are wishes by key on the tree."""

    chosen = Signal(object)
    edit_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._closed: set[str] = set()
        self._pens: dict[str, str] = {}
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(LineDelegate(self))
        self.currentItemChanged.connect(self._on_current)
        self.itemCollapsed.connect(lambda item: self._closed.add(item.data(0, LINE).record))
        self.itemExpanded.connect(lambda item: self._closed.discard(item.data(0, LINE).record))
        self.itemActivated.connect(lambda _item, _column: self.edit_requested.emit())

    def line(self) -> TreeLine | None:
        """Give the line that is chosen."""
        item = self.currentItem()
        return item.data(0, LINE) if item else None

    def lines(self) -> list[TreeLine]:
        """Give all lines in their order."""
        return [item.data(0, LINE) for item in self._items.values()]

    def show_lines(self, lines: Sequence[TreeLine], wanted: str | None) -> None:
        """Show other lines, the one of the record ``wanted`` chosen, without telling anybody."""
        before = self.line()
        wanted = wanted or (before.record if before else None)
        self.blockSignals(True)
        if [(one.record, one.depth) for one in lines] == [(one.record, one.depth) for one in self.lines()]:
            self._reword(lines)
        else:
            scrolled = self.verticalScrollBar().value()
            self._build(lines)
            self.verticalScrollBar().setValue(scrolled)
        chosen = self._items.get(wanted or "") or self.topLevelItem(0)
        if chosen is not None and chosen is not self.currentItem():
            self.setCurrentItem(chosen)
            self.scrollToItem(chosen)
        self.blockSignals(False)

    def keep_only(self, may_show: Callable[[str], bool]) -> bool:
        """Take away at once what others may not see, for reading anew may take its time; tell whether anything was."""
        lines = self.lines()
        seen = [one for one in lines if one.role == "document" or may_show(one.sensitivity)]
        if len(seen) < len(lines):
            self.show_lines(seen, None)
        return len(seen) < len(lines)

    def show_pens(self, pens: dict[str, str]) -> None:
        """Show at the headings who writes on their sections: ``pens`` holds the names by heading."""
        if pens != self._pens:
            self._pens = pens
            self.retranslate()

    def choose(self, record: str) -> bool:
        """Choose the line of a record; False when it has none."""
        item = self._items.get(record)
        if item is not None:
            self.setCurrentItem(item)
        return item is not None

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("Outline of the document"))
        for item in self._items.values():
            self._word(item, item.data(0, LINE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete wishes to delete; Enter and F2 wish to edit."""
        if event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.delete_requested.emit()
            return
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit()
            return
        super().keyPressEvent(event)

    def _build(self, lines: Sequence[TreeLine]) -> None:
        """Make all items anew; they are worded before the view holds them, which is ten times quicker."""
        self.clear()
        self._items = {}
        above: list[QTreeWidgetItem] = []
        tops: list[QTreeWidgetItem] = []
        for line in lines:
            item = QTreeWidgetItem()
            if 0 < line.depth <= len(above):
                above[line.depth - 1].addChild(item)
            else:
                tops.append(item)
            del above[line.depth :]
            above.append(item)
            self._word(item, line)
            self._items[line.record] = item
        self.addTopLevelItems(tops)
        self.expandAll()
        for record, item in self._items.items():
            if record in self._closed:
                item.setExpanded(False)

    def _reword(self, lines: Sequence[TreeLine]) -> None:
        """Word anew what has changed."""
        for line in lines:
            item = self._items[line.record]
            if item.data(0, LINE) != line:
                self._word(item, line)

    def _word(self, item: QTreeWidgetItem, line: TreeLine) -> None:
        pen = self._pens.get(line.record, "")
        aside = "  ·  ".join(part for part in (f"✎ {isolate(pen)}" if pen else "", aside_of(line)) if part)
        words = " ".join(line.text.split())[:LONGEST] or _("(no text)")
        marked = f"{RECOMMENDATION} {words}" if line.role == "recommendation" else words
        told = [isolate(part) if current().right_to_left else part for part in (line.number, marked) if part]
        role = choice_word("recommendation") if line.role == "recommendation" else ""
        text = line.text if len(line.text) <= LONGEST_TIP else line.text[:LONGEST_TIP] + "…"
        spoken = ", ".join(part for part in (line.number, role, words, aside) if part)
        font = QFont(self.font())
        font.setBold(line.role in ("heading", "document"))
        font.setItalic(not line.text)
        item.setData(0, LINE, line)
        item.setText(0, "  ".join(told))
        item.setData(0, ASIDE, aside)
        item.setFont(0, font)
        item.setToolTip(0, f"{role}\n{text}" if role else text)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(0, LINE))


def aside_of(line: TreeLine) -> str:
    """Say what a line is where that is not plain, and its class where it is not public."""
    words = {
        "document": _("Head of the document"),
        "document_agenda_item": _("Agenda item"),
        "footnote": _("Footnote"),
        "summary": choice_word("summary"),
    }
    told = [words[line.role]] if line.role in words else []
    if not may_appear(line.sensitivity):
        told.append(_("{sensitivity}: left out", sensitivity=class_word(line.sensitivity)))
    elif line.sensitivity != SENSITIVITY[0]:
        told.append(class_word(line.sensitivity))
    if line.has_risen:
        told.append(_("⚠ a source was made stricter"))
    return "  ·  ".join(told)
