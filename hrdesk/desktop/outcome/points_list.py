"""The points of the rapporteur's report: which are told, and in which order; what stands first is said aloud."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate
from hrdesk.outcome.material import Material
from hrdesk.outcome.queries import material
from hrdesk.outcome.report_points import parts_of_report
from hrdesk.outcome.report_rules import PARTS, PartOfReport, in_short
from hrdesk.records.disclosure import may_be_found
from hrdesk.store.reading import Reader

RECORD = int(Qt.ItemDataRole.UserRole)
TALL = 180
"""Pixels that the list takes at least, so that a few points are in sight."""


@dataclass(frozen=True)
class Told:
    """What the list shows: the parts of the report, the titles of sessions and the words of points by id."""

    parts: tuple[PartOfReport, ...]
    titles: dict[str, str]
    words: dict[str, str]


class PointsList(QWidget):
    """Sessions, kinds, points. A point is ticked while the report tells it; Alt and the arrows move it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._asked = 0
        self._told: Told | None = None
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self.tree = _Tree(self)
        self.up, self.down = QToolButton(self), QToolButton(self)
        self.up.setArrowType(Qt.ArrowType.UpArrow)
        self.down.setArrowType(Qt.ArrowType.DownArrow)
        side = QVBoxLayout()
        side.addWidget(self.up)
        side.addWidget(self.down)
        side.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.tree, 1)
        row.addLayout(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._hint)
        layout.addLayout(row)
        self.tree.itemChanged.connect(self._on_ticked)
        self.up.clicked.connect(lambda: self.move_point(down=False))
        self.down.clicked.connect(lambda: self.move_point(down=True))
        workplace.hall.changed.connect(self._on_hall)

    def show_points(self, wanted: bool) -> None:
        """Show the points of the desk as they are now, or nothing."""
        was_hidden = self.isHidden()
        self.setVisible(wanted)
        if wanted and (was_hidden or self._told is None):
            self.refresh()

    def refresh(self) -> None:
        """Read the points anew, in another thread."""
        if self.isHidden():
            return
        self._asked += 1
        number, audience = self._asked, self._workplace.hall.audience
        self._workplace.read(lambda reader: _read(reader, audience), lambda told: self._on_read(told, number))

    def retranslate(self) -> None:
        """Set the words anew."""
        self._hint.setText(
            _keys_kept(_("What is ticked is told; what stands first of a kind is said aloud (Alt+↑, Alt+↓)."))
        )
        self.tree.setAccessibleName(_("Points of the report"))
        for button, words in ((self.up, _("Move up (Alt+↑)")), (self.down, _("Move down (Alt+↓)"))):
            button.setToolTip(_keys_kept(words))
            button.setAccessibleName(words)
        if self._told is not None:
            self._fill(self._told)

    def point(self) -> str:
        """Give the point that is chosen, or nothing."""
        chosen = self.tree.currentItem()
        return str(chosen.data(0, RECORD) or "") if chosen is not None else ""

    def move_point(self, *, down: bool) -> None:
        """Move the chosen point one place up or down among those of its kind and session."""
        record = self.point()
        part = next((one for one in self._told.parts if record in one.points), None) if self._told else None
        if part is None:
            return
        at = part.points.index(record)
        beyond = part.points[at + 2 : at + 3] if down else part.points[max(at - 1, 0) : at]
        if (down and at + 1 == len(part.points)) or (not down and not at):
            return
        self._workplace.run("move-in-report", item=record, before=beyond[0] if beyond else None)

    def _on_hall(self, _on: bool) -> None:
        """Take the points away at once, and read anew those that may be seen now."""
        self._told = None
        self.tree.clear()
        self.refresh()

    def _on_ticked(self, item: QTreeWidgetItem) -> None:
        record = str(item.data(0, RECORD) or "")
        if record:
            left_out = item.checkState(0) == Qt.CheckState.Unchecked
            self._workplace.run("leave-out-of-report", item=record, left_out=left_out)

    def _on_read(self, told: Told, number: int) -> None:
        if number == self._asked:
            self._fill(told)

    def _fill(self, told: Told) -> None:
        """Show the points; the one that was chosen stays chosen, wherever it stands now."""
        held, self._told = self.point(), told
        self.tree.blockSignals(True)
        self.tree.clear()
        session: QTreeWidgetItem | None = None
        place = None
        for part in told.parts:
            if session is None or part.session != place:
                place = part.session
                title = told.titles.get(part.session) or (
                    _("Session without a title") if part.session else _("Other recommendations")
                )
                session = _item(self.tree.invisibleRootItem(), title)
            kind = _item(session, _(PARTS[part.kind]))
            for record in part.points:
                self._add(kind, record, told.words[record], is_told=record not in part.left_out, chosen=held)
        self.tree.expandAll()
        self.tree.blockSignals(False)

    def _add(self, kind: QTreeWidgetItem, record: str, words: str, *, is_told: bool, chosen: str) -> None:
        item = _item(kind, words)
        item.setToolTip(0, words)
        item.setData(0, RECORD, record)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if is_told else Qt.CheckState.Unchecked)
        if record == chosen:
            self.tree.setCurrentItem(item)


class _Tree(QTreeWidget):
    """Hands Alt and the arrows to the list: in the outline they move paragraphs."""

    def __init__(self, points: PointsList) -> None:
        super().__init__(points)
        self._points = points
        self.setHeaderHidden(True)
        self.setMinimumHeight(TALL)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def event(self, event: QEvent) -> bool:
        """Claim Alt and an arrow before the action of the room gets it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _moves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen point by Alt and an arrow."""
        if _moves(event):
            self._points.move_point(down=event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)


def _keys_kept(words: str) -> str:
    """Keep each key in one piece: in a line from right to left its arrow would change sides with its letters."""
    for key in ("Alt+↑", "Alt+↓"):
        words = words.replace(key, isolate(key)) if current().right_to_left else words
    return words


def _moves(event: QKeyEvent) -> bool:
    is_arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    return is_arrow and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def _item(parent: QTreeWidgetItem, words: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, [isolate(words) if current().right_to_left else words])
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


def _read(reader: Reader, audience: str) -> Told:
    """Read what ``audience`` may see of the report; nothing confidential is a point of it."""
    whole = material(reader)
    parts = [_seen(part, whole, audience) for part in parts_of_report(reader, whole)]
    notes = {one.id: one for one in whole.notes}
    words = {}
    for record in (one for part in parts for one in part.points):
        held = whole.recommendations.get(record)
        text = (held.adopted_text or held.text) if held else notes[record].text
        words[record] = in_short(text or "")
    titles = {one.id: one.title or "" for one in whole.sessions}
    return Told(tuple(part for part in parts if part.points), titles, words)


def _seen(part: PartOfReport, whole: Material, audience: str) -> PartOfReport:
    return replace(part, points=tuple(one for one in part.points if may_be_found(whole.classes.of(one), audience)))
