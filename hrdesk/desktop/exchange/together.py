"""Settling many conflicts of a kind alike: one rule, a list of what it would write, one reason, one command."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.exchange.conflict_words import title_of_conflict, words_of_value
from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.exchange.logs import Log
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.exchange.queries import Conflict, Version
from hrdesk.exchange.settling import TAKES, version_taken
from hrdesk.language.interface import _, plural_
from hrdesk.records import KINDS
from hrdesk.records.protection import lowered


class Together(QWidget):
    """Shows what a rule would settle, ticked; ``left`` says that it was done or given up."""

    settled = Signal(list)
    left = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._conflicts: list[Conflict] = []
        self._rows: list[tuple[QTreeWidgetItem, Conflict, Version]] = []
        self._is_busy = False
        self._title = QLabel(self)
        self.takes = QButtonGroup(self)
        self.desks = ListBox(self)
        self.list = Log(self)
        self.reason = QLineEdit(self)
        self._reason_label, self._left_open = QLabel(self), QLabel(self)
        self.settle, self.back = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.takes.idToggled.connect(lambda _id, on: self._fill() if on else None)
        self.desks.setMinimumContentsLength(24)
        self.desks.activated.connect(self._on_desk)
        self.list.itemChanged.connect(lambda _item: self._allow())
        self.reason.textChanged.connect(lambda _text: self._allow())
        self.reason.returnPressed.connect(self.do_settle)
        self.settle.clicked.connect(self.do_settle)
        self.back.clicked.connect(self.left)

    @property
    def take(self) -> str:
        """Give the rule that is chosen."""
        return TAKES[max(self.takes.checkedId(), 0)]

    @property
    def chosen(self) -> list[Conflict]:
        """Give the conflicts that are ticked."""
        return [conflict for item, conflict, _version in self._rows if item.checkState(0) == Qt.CheckState.Checked]

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Begin with these conflicts; confidentialities begin with the strictest, which is never wrong to take."""
        self._conflicts = list(conflicts)
        strict = bool(conflicts) and all(_is_strict(one) for one in conflicts)
        self.takes.button(TAKES.index("strictest")).setEnabled(any(_is_strict(one) for one in conflicts))
        devices = {one.device.split(".")[0]: who(one.by, one.device) for each in conflicts for one in each.versions}
        self.desks.clear()
        for device, name in sorted(devices.items(), key=lambda one: one[1]):
            self.desks.addItem(name, device)
        self.takes.button(TAKES.index("strictest" if strict else "later")).setChecked(True)
        self.reason.clear()
        self.retranslate()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def do_settle(self) -> None:
        """Settle what is ticked, in another thread: thousands take a while."""
        chosen = self.chosen
        if not self.settle.isEnabled():
            return
        desk, command = self._workplace.desk, self._workplace.commands["settle-many"]
        told: dict[str, Any] = {
            "conflicts": [f"{one.record} {one.field}" for one in chosen],
            "take": self.take,
            "desk": str(self.desks.currentData() or ""),
            "reason": self.reason.text().strip() or None,
        }
        self._is_busy = True
        self._allow()
        self._workplace.start(
            lambda: desk.run(command, **told), lambda _done: self._on_settled(chosen), self._on_failed
        )

    def retranslate(self) -> None:
        """Set every word anew."""
        count = len(self._conflicts)
        self._title.setText(plural_("Settle {number} conflict alike", "Settle {number} conflicts alike", count))
        for take, words in zip(
            TAKES,
            (
                _("Take the later one (by the times shown)"),
                _("Take the strictest"),
                _("Take what this desk wrote:"),
            ),
            strict=True,
        ):
            self.takes.button(TAKES.index(take)).setText(words)
        self.desks.setAccessibleName(_("Desk whose versions are taken"))
        self.reason.setAccessibleName(_("Reason"))
        self.back.setText(_("Back"))
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter settles, Escape goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.do_settle()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_settled(self, chosen: list[Conflict]) -> None:
        self._is_busy = False
        number = len(chosen)
        self._workplace.kept.emit(plural_("{number} conflict settled", "{number} conflicts settled", number))
        self.settled.emit(chosen)
        self.left.emit()

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self._allow()
        self._workplace.refused.emit(error)

    def _fill(self) -> None:
        """List what the rule would write; where it says nothing the conflict stays open."""
        unticked = {one.record + one.field for one in self._conflicts} - {one.record + one.field for one in self.chosen}
        was_shown = {conflict.record + conflict.field for _item, conflict, _version in self._rows}
        desk = str(self.desks.currentData() or "")
        found = [(one, version_taken(one, self.take, desk)) for one in self._conflicts]
        taken = [(one, version) for one, version in found if version is not None]
        self.list.blockSignals(True)
        self.list.show_rows(
            _("What would be written"),
            (_("Conflict"), _("Would be written"), _("By"), _("Time")),
            [
                (title_of_conflict(one), self._words(one, version), who(version.by, version.device), moment(version.at))
                for one, version in taken
            ],
            (),
            wide=(0, 1),
        )
        self._rows = []
        for item, (conflict, version) in zip(self.list.items, taken, strict=True):
            key = conflict.record + conflict.field
            is_off = key in unticked and key in was_shown
            item.setCheckState(0, Qt.CheckState.Unchecked if is_off else Qt.CheckState.Checked)
            self._rows.append((item, conflict, version))
        if self._rows:
            self.list.setCurrentItem(self._rows[0][0])
        self.list.blockSignals(False)
        left = len(found) - len(taken)
        self._left_open.setText(
            plural_(
                "{number} conflict is not settled by this and stays open.",
                "{number} conflicts are not settled by this and stay open.",
                left,
            )
        )
        self._left_open.setVisible(bool(left))
        self._allow()

    def _words(self, conflict: Conflict, version: Version) -> str:
        words = self._workplace.ask(lambda reader: words_of_value(conflict, version.value, reader))
        return shortened(" / ".join(words.values()), 60)

    def _allow(self) -> None:
        needed = self._needs_reason()
        self._reason_label.setText(
            _("Reason for all of them (needed: some become less strict):")
            if needed
            else _("Reason for all of them (if there is something to say):")
        )
        count = len(self.chosen)
        self.settle.setText(plural_("Settle {number} conflict", "Settle {number} conflicts", count))
        is_told = not needed or bool(self.reason.text().strip())
        self.settle.setEnabled(bool(count) and is_told and not self._is_busy)

    def _needs_reason(self) -> bool:
        chosen = {one.record + one.field for one in self.chosen}
        for _item, conflict, version in self._rows:
            if conflict.record + conflict.field in chosen and _is_strict(conflict):
                noun = KINDS[conflict.kind]
                held = self._workplace.ask(lambda reader, noun=noun, record=conflict.record: reader.get(noun, record))  # type: ignore[misc]
                if held is not None and lowered(held, {conflict.fields[0]: version.value}):
                    return True
        return False

    def _on_desk(self, _place: int) -> None:
        button = self.takes.button(TAKES.index("desk"))
        if button.isChecked():
            self._fill()
        button.setChecked(True)

    def _lay_out(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        for label in (self._title, self._reason_label, self._left_open):
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        for number, take in enumerate(TAKES):
            button = QRadioButton(self)
            self.takes.addButton(button, number)
            if take != "desk":
                layout.addWidget(button)
                continue
            line = QHBoxLayout()
            line.addWidget(button)
            line.addWidget(self.desks)
            line.addStretch(1)
            layout.addLayout(line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._left_open)
        layout.addWidget(self._reason_label)
        self._reason_label.setBuddy(self.reason)
        foot = QHBoxLayout()
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.settle)
        foot.addWidget(self.back)
        layout.addLayout(foot)


def _is_strict(conflict: Conflict) -> bool:
    noun = KINDS[conflict.kind]
    return conflict.fields[0] in noun.field_names() and bool(noun.field(conflict.fields[0]).strictness)
