"""One field in the form of a record: its label, its control, and what may have to be said or asked below that."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hrdesk.desktop.widgets.entries import ChoiceEntry, Entry, LanguageEntry, NumberEntry, YesNoEntry
from hrdesk.desktop.widgets.reason import ReasonLine
from hrdesk.records import FieldInfo, Value

LABEL_WIDTH = 190
"""Pixels; longer labels wrap, so that the fields get the room."""

NARROW = 2 * LABEL_WIDTH + 80
"""Pixels; in a narrower form every label stands above its field, which else would be shorter than the label."""

MARGINS = 40
"""Pixels left free beside a label that stands above its field."""


@dataclass
class FormRow:
    """The parts of a row; ``shown`` is what the record held when it was shown last."""

    info: FieldInfo
    label: QLabel
    entry: Entry
    versions: QToolButton
    problem: QLabel
    reason: ReasonLine | None
    column: QVBoxLayout
    shown: Value = None


def made_row(page: QWidget, info: FieldInfo, entry: Entry) -> FormRow:
    """Make the row of a field around its control; what is short does not take the whole line."""
    label = QLabel(page)
    label.setBuddy(entry.widget)
    label.setWordWrap(True)
    versions = QToolButton(page)
    versions.setAutoRaise(True)
    versions.hide()
    problem = QLabel(page)
    problem.setWordWrap(True)
    problem.hide()
    reason = ReasonLine(page) if info.strictness else None
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(entry.widget, 1)
    line.addWidget(versions)
    if isinstance(entry, NumberEntry | ChoiceEntry | YesNoEntry | LanguageEntry):
        entry.widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        entry.widget.setMinimumWidth(120 if isinstance(entry, NumberEntry) else 220)
        entry.widget.setMaximumWidth(140 if isinstance(entry, NumberEntry) else 420)
        line.addStretch(1)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addLayout(line)
    column.addWidget(problem)
    if reason is not None:
        column.addWidget(reason)
    return FormRow(info, label, entry, versions, problem, reason, column)


def give_room(label: QLabel, above: int | None) -> None:
    """Let a label above its field be nearly as wide as the form, ``above``, and one beside it as wide as the others."""
    label.setFixedWidth(LABEL_WIDTH if above is None else max(above - MARGINS, MARGINS))
