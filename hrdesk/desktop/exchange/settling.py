"""Settling one conflict: every version whole, another value, the reason where one is needed, and the button."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.exchange.conflict_words import heading_of, is_deletion, title_of_conflict, words_of
from hrdesk.desktop.exchange.version_card import VersionCard
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.entries import Entry, ReferenceEntry, entry_for
from hrdesk.desktop.widgets.titles import titles
from hrdesk.exchange.queries import Conflict
from hrdesk.language.interface import _
from hrdesk.records import KINDS, Record, Value
from hrdesk.records.protection import lowered

OTHER = 99
"""The number of the choice that is none of the versions."""


class Settling(QScrollArea):
    """Shows a conflict until it is settled. ``settled`` says that it was."""

    settled = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._conflict: Conflict | None = None
        self._held: Record | None = None
        self._cards: list[VersionCard] = []
        self._entries: list[Entry] = []
        self.choices = QButtonGroup(self)
        self.other = QRadioButton(self)
        self.reason = QLineEdit(self)
        self.settle = QPushButton(self)
        self._title, self._reason_label, self._hint = QLabel(self), QLabel(self), QLabel(self)
        self._lay_out()
        self.choices.idToggled.connect(self._on_chosen)
        self.reason.textChanged.connect(lambda _text: self._allow())
        self.reason.returnPressed.connect(self.do_settle)
        self.settle.clicked.connect(self.do_settle)

    @property
    def conflict(self) -> Conflict | None:
        """Give the conflict that is shown."""
        return self._conflict

    def show_conflict(self, conflict: Conflict | None) -> None:
        """Show another conflict; one that has not changed stays with what was chosen and typed."""
        if conflict == self._conflict and conflict is not None:
            return
        self._conflict = conflict
        self._page.setVisible(conflict is not None)
        self._clear()
        if conflict is None:
            return
        noun = KINDS[conflict.kind]
        self._held = self._workplace.ask(lambda reader: reader.get(noun, conflict.record))
        for number in range(len(self._versions())):
            card = VersionCard(self._page)
            self._cards.append(card)
            self.choices.addButton(card.choice, number)
            self._column.insertWidget(1 + number, card)
        if not is_deletion(conflict):
            self._make_entries(conflict)
        self.other.setVisible(not is_deletion(conflict))
        self._form.setVisible(False)
        self.reason.clear()
        self.retranslate()
        self._allow()

    def choose(self, number: int) -> None:
        """Choose a version by its number, counted from 0."""
        button = self.choices.button(number)
        if button is not None:
            button.setChecked(True)
            (self.reason if self._needs_reason() else self.settle).setFocus(Qt.FocusReason.OtherFocusReason)

    def do_settle(self) -> None:
        """Settle with what was chosen."""
        conflict, chosen = self._conflict, self.choices.checkedId()
        if conflict is None or not self.settle.isEnabled():
            return
        reason = self.reason.text().strip() or None
        told: dict[str, Any] = {"record": conflict.record, "field": conflict.field, "reason": reason}
        if chosen == OTHER:
            values = self._typed()
            told["value"] = values if len(values) > 1 else next(iter(values.values()))
        elif chosen < len(conflict.versions):
            told["version"] = conflict.versions[chosen].name
        else:
            told["value"] = False  # the record stays, although a desk deleted it
        if self._workplace.run("settle", **told) is not None:
            self._workplace.kept.emit(_("Conflict settled"))
            self.settled.emit()

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("Versions of the conflict"))
        self.other.setText(_("Another value"))
        self.settle.setText(_("Settle"))
        self.reason.setAccessibleName(_("Reason"))
        self._hint.setText(
            _(
                "Keys 1, 2, … choose a version, Enter settles. What only one version says is underlined. A settled"
                " conflict is not undone but settled again."
            )
        )
        for entry in self._entries:
            entry.retranslate()
        conflict = self._conflict
        if conflict is None:
            return
        self._title.setText(title_of_conflict(conflict))
        versions = self._versions()
        for number, (card, words) in enumerate(zip(self._cards, versions, strict=True)):
            beside = versions[1 if number == 0 else 0] if len(versions) > 1 else None
            card.show_version(heading_of(conflict, number), words, beside)
        self._allow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures choose a version from any of them; Enter settles."""
        if event.text().isdigit() and 1 <= int(event.text()) <= len(self._cards):
            self.choose(int(event.text()) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.do_settle()
        else:
            super().keyPressEvent(event)

    def _versions(self) -> list[dict[str, str]]:
        """Give the words of every version, by the labels of its fields."""
        conflict = self._conflict
        assert conflict is not None
        return self._workplace.ask(lambda reader: words_of(conflict, reader))

    def _make_entries(self, conflict: Conflict) -> None:
        noun = KINDS[conflict.kind]
        counting = conflict.versions[0].value if conflict.versions else None
        for name in conflict.fields:
            info = noun.field(name)
            entry = entry_for(info, self._form)
            entry.retranslate()
            if isinstance(entry, ReferenceEntry):
                entry.offer(self._workplace.ask(lambda reader, kinds=info.refers_to: titles(reader, *kinds)))  # type: ignore[misc]
            entry.show_value(counting.get(name) if isinstance(counting, dict) else counting)
            entry.widget.setAccessibleName(_(info.label))
            entry.left.connect(self._allow)
            self._entries.append(entry)
            label = QLabel(_(info.label), self._form)
            label.setBuddy(entry.widget)
            self._rows.addRow(label, entry.widget)

    def _typed(self) -> dict[str, Value]:
        return {entry.info.name: entry.value() for entry in self._entries}

    def _values(self) -> dict[str, Value]:
        """Give the values that settling would write now."""
        conflict, chosen = self._conflict, self.choices.checkedId()
        if conflict is None or is_deletion(conflict) or chosen < 0:
            return {}
        if chosen == OTHER:
            return self._typed()
        value = conflict.versions[chosen].value
        return dict(value) if isinstance(value, dict) else {conflict.field: value}

    def _needs_reason(self) -> bool:
        return self._held is not None and bool(lowered(self._held, self._values()))

    def _allow(self) -> None:
        """Allow settling when something is chosen and a reason is there if one is needed."""
        needed = self._needs_reason()
        self._reason_label.setText(
            _("Reason (needed: this is less strict):") if needed else _("Reason (if there is something to say):")
        )
        self.settle.setEnabled(self.choices.checkedId() >= 0 and (not needed or bool(self.reason.text().strip())))

    def _on_chosen(self, number: int, is_chosen: bool) -> None:
        if is_chosen:
            self._form.setVisible(number == OTHER)
            if number == OTHER and self._entries and self.other.hasFocus():
                self._entries[-1 if len(self._entries) == 1 else 0].widget.setFocus()
            self._allow()

    def _clear(self) -> None:
        self._held = None
        self.choices.setExclusive(False)
        for button in self.choices.buttons():
            button.setChecked(False)
        for card in self._cards:
            self.choices.removeButton(card.choice)
            card.hide()
            card.deleteLater()
        self.choices.setExclusive(True)
        while self._rows.rowCount():
            self._rows.removeRow(0)
        self._cards, self._entries = [], []

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = self._page = QWidget(self)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 6, 8, 6)
        self._column.setSpacing(10)
        for label in (self._title, self._hint, self._reason_label):
            label.setWordWrap(True)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self.choices.addButton(self.other, OTHER)
        self._form = QWidget(page)
        self._rows = QFormLayout(self._form)
        self._rows.setContentsMargins(24, 0, 8, 0)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._reason_label.setBuddy(self.reason)
        line = QHBoxLayout()
        line.addWidget(self.reason, 1)
        line.addWidget(self.settle)
        for widget in (self._title, self.other, self._form, self._reason_label):
            self._column.addWidget(widget)
        self._column.addLayout(line)
        self._column.addWidget(self._hint)
        self._column.addStretch(1)
        self.setWidget(page)
        page.hide()
