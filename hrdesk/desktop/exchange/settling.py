"""Settling one conflict: every version whole, what could unite them, another value, the reason where one is needed."""

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

from hrdesk.desktop.exchange.conflict_words import (
    BRACKETS,
    OTHER,
    SUGGESTION,
    heading_of,
    title_of_conflict,
    words_of,
    words_of_value,
)
from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.exchange.version_card import VersionCard
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.entries import Entry, ReferenceEntry, entry_for
from hrdesk.desktop.widgets.titles import shortened, titles
from hrdesk.exchange.queries import Conflict
from hrdesk.exchange.settling import bracketed, is_deletion, suggested
from hrdesk.language.interface import _
from hrdesk.records import KINDS, Record, Value
from hrdesk.records.protection import lowered

MOST_KEYS = 7
"""Versions that have a key of their own; 8, 9 and 0 are what is none of them."""


def key_of(number: int) -> int:
    """Give the key of a version, counted from 0; one that comes late has none, and a number no key can be."""
    return number + 1 if number < MOST_KEYS else 100 + number


class Settling(QWidget):
    """Shows a conflict until it is settled. ``settled`` says that it was."""

    settled = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._conflict: Conflict | None = None
        self._held: Record | None = None
        self._cards: dict[int, VersionCard] = {}
        self._offers: dict[int, Any] = {}
        self._entries: list[Entry] = []
        self.choices = QButtonGroup(self)
        self.other = QRadioButton(self)
        self.reason = QLineEdit(self)
        self.settle = QPushButton(self)
        self._title, self._base, self._reason_label, self._hint = (QLabel(self) for _part in range(4))
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
        for part in (self._area, self._foot):
            part.setVisible(conflict is not None)
        self._clear()
        if conflict is None:
            return
        noun = KINDS[conflict.kind]
        self._held = self._workplace.ask(lambda reader: reader.get(noun, conflict.record))
        offers = ((SUGGESTION, suggested(conflict)), (BRACKETS, bracketed(conflict)))
        self._offers = {key: value for key, value in offers if value is not None}
        count = len(self._workplace.ask(lambda reader: words_of(conflict, reader)))
        for place, key in enumerate((*map(key_of, range(count)), *self._offers)):
            card = self._cards[key] = VersionCard(self._area.widget())
            self.choices.addButton(card.choice, key)
            self._column.insertWidget(2 + place, card)
        if not is_deletion(conflict):
            self._make_entries(conflict)
        self.other.setVisible(not is_deletion(conflict))
        self._form.setVisible(False)
        self.reason.clear()
        self._area.verticalScrollBar().setValue(0)
        self.retranslate()
        self._allow()

    def choose(self, key: int) -> None:
        """Choose by the figure that stands in front; another value takes the cursor, a reason where one is needed."""
        button = self.choices.button(key)
        if key not in self._cards and (key != OTHER or self.other.isHidden()):
            return
        button.setChecked(True)
        if key == OTHER and self._entries:
            self._entries[0].widget.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._needs_reason():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def do_settle(self) -> None:
        """Settle with what was chosen."""
        conflict, chosen = self._conflict, self.choices.checkedId()
        if conflict is None or not self.settle.isEnabled():
            return
        reason = self.reason.text().strip() or None
        told: dict[str, Any] = {"record": conflict.record, "field": conflict.field, "reason": reason}
        version = self._version(chosen)
        if version is not None:
            told["version"] = version.name
        elif is_deletion(conflict):
            told["value"] = False  # the record stays, although a desk deleted it
        else:
            values = self._values()
            told["value"] = values if len(conflict.fields) > 1 else values[conflict.field]
        if self._workplace.run("settle", **told) is not None:
            self._workplace.kept.emit(_("Conflict settled"))
            self.settled.emit()

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("Versions of the conflict"))
        self.other.setText(_("{number}   Another value", number=OTHER))
        self.settle.setText(_("Settle"))
        self.reason.setAccessibleName(_("Reason"))
        self._hint.setText(
            _(
                "The figure in front chooses, Enter settles, and the next one follows. What only one version says is"
                " underlined. A settled conflict is not undone but settled again."
            )
        )
        for entry in self._entries:
            entry.retranslate()
        conflict = self._conflict
        if conflict is None:
            return
        self._title.setText(title_of_conflict(conflict))
        self._base.setText(self._base_words(conflict))
        self._base.setVisible(bool(self._base.text()))
        versions = self._workplace.ask(lambda reader: words_of(conflict, reader))
        for number, words in enumerate(versions):
            beside = versions[1 if number == 0 else 0] if len(versions) > 1 and not is_deletion(conflict) else None
            self._cards[key_of(number)].show_version(heading_of(conflict, number), words, beside)
        headings = {
            SUGGESTION: _("{number}   Suggestion: they changed different sentences", number=SUGGESTION),
            BRACKETS: _("{number}   Keep both as alternatives in brackets", number=BRACKETS),
        }
        for key, value in self._offers.items():
            words = self._workplace.ask(lambda reader, value=value: words_of_value(conflict, value, reader))  # type: ignore[misc]
            before = self._before(conflict) if key == SUGGESTION else None
            self._cards[key].show_version(headings[key], words, before, with_lost=True)
        self._allow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures choose from any of them; Enter settles."""
        if event.text().isdecimal():
            self.choose(int(event.text()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.do_settle()
        else:
            super().keyPressEvent(event)

    def _base_words(self, conflict: Conflict) -> str:
        """Say from what all of them began."""
        base, words = conflict.base, self._before(conflict)
        if base is None or words is None:
            return ""
        text = shortened(" / ".join(words.values()), 400)
        return _("Before: {text} ({who}, {time})", text=text, who=who(base.by, base.device), time=moment(base.at))

    def _before(self, conflict: Conflict) -> dict[str, str] | None:
        base = conflict.base
        if base is None or is_deletion(conflict):
            return None
        return self._workplace.ask(lambda reader: words_of_value(conflict, base.value, reader))

    def _version(self, key: int) -> Any:
        versions = self._conflict.versions if self._conflict else ()
        return next((one for number, one in enumerate(versions) if key_of(number) == key), None)

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

    def _values(self) -> dict[str, Value]:
        """Give the values that settling would write now."""
        conflict, chosen = self._conflict, self.choices.checkedId()
        if conflict is None or is_deletion(conflict) or chosen < 0:
            return {}
        if chosen == OTHER:
            return {entry.info.name: entry.value() for entry in self._entries}
        version = self._version(chosen)
        value = version.value if version is not None else self._offers[chosen]
        return dict(value) if isinstance(value, dict) else {conflict.fields[0]: value}

    def _needs_reason(self) -> bool:
        return self._held is not None and bool(lowered(self._held, self._values()))

    def _allow(self) -> None:
        """Allow settling when something is chosen and a reason is there if one is needed."""
        needed = self._needs_reason()
        self._reason_label.setText(
            _("Reason (needed: this is less strict):") if needed else _("Reason (if there is something to say):")
        )
        self.settle.setEnabled(self.choices.checkedId() >= 0 and (not needed or bool(self.reason.text().strip())))

    def _on_chosen(self, key: int, is_chosen: bool) -> None:
        if is_chosen:
            self._form.setVisible(key == OTHER)
            self._area.ensureWidgetVisible(self._cards.get(key, self.choices.button(key)))
            self._allow()

    def _clear(self) -> None:
        self._held = None
        self.choices.setExclusive(False)
        for button in self.choices.buttons():
            button.setChecked(False)
        for card in self._cards.values():
            self.choices.removeButton(card.choice)
            card.hide()
            card.deleteLater()
        self.choices.setExclusive(True)
        while self._rows.rowCount():
            self._rows.removeRow(0)
        self._cards, self._offers, self._entries = {}, {}, []

    def _lay_out(self) -> None:
        page = QWidget(self)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 6, 8, 6)
        self._column.setSpacing(10)
        for label in (self._title, self._base, self._hint, self._reason_label):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # what other desks wrote is never markup
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self.choices.addButton(self.other, OTHER)
        self._form = QWidget(page)
        self._rows = QFormLayout(self._form)
        self._rows.setContentsMargins(24, 0, 8, 0)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for widget in (self._title, self._base, self.other, self._form):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        self._foot = QWidget(self)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(6)
        line = QHBoxLayout()
        line.addWidget(self.reason, 1)
        line.addWidget(self.settle)
        self._reason_label.setBuddy(self.reason)
        foot.addWidget(self._reason_label)
        foot.addLayout(line)
        foot.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._foot)
        self._area.hide()
        self._foot.hide()
