"""What each column of a list holds, above the list: recognised by its heading, corrected by a person."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.language.isolation import isolate

MEANINGS = {
    "": N_("Left out"),
    "name": N_("Name"),
    "given": N_("Given name"),
    "family": N_("Family name"),
    "honorific": N_("Form of address"),
    "function": N_("Function"),
    "delegation": N_("Delegation"),
    "country": N_("Country"),
    "category": N_("Category"),
    "gender": N_("Gender"),
    "email": N_("E-mail: not kept"),
    "private": N_("Private: not kept"),
}

LONGEST = 24
"""Characters of a heading; the whole is told on closer look."""


class ColumnsBar(QWidget):
    """One list for each column. ``changed`` carries the meanings of all columns after a person chose one."""

    changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: list[ListBox] = []
        self._headings: tuple[str, ...] = ()
        self._flow = FlowLayout(self)

    @property
    def columns(self) -> tuple[str, ...]:
        """Give what each column holds, as it is shown."""
        return tuple(str(box.currentData()) for box in self._boxes)

    def show_columns(self, columns: tuple[str, ...], headings: tuple[str, ...]) -> None:
        """Show what the columns hold."""
        if len(columns) == len(self._boxes) and headings == self._headings:
            for box, meaning in zip(self._boxes, columns, strict=True):
                box.setCurrentIndex(box.findData(meaning))
            return
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._boxes, self._headings = [], headings
        for at, meaning in enumerate(columns):
            self._flow.addWidget(self._make(at, meaning))

    def retranslate(self) -> None:
        """Set every word anew."""
        columns, headings = self.columns, self._headings
        self._headings = ("",)  # so that all are made anew
        self.show_columns(columns, headings)

    def _make(self, at: int, meaning: str) -> QWidget:
        heading = self._headings[at] if at < len(self._headings) else ""
        named = heading or _("Column {number}", number=str(at + 1))
        part = QFrame(self)
        label = QLabel(named if len(named) <= LONGEST else named[: LONGEST - 1] + "…", part)
        label.setToolTip(named)
        box = ListBox(part)
        for value, words in MEANINGS.items():
            box.addItem(_(words), value)
        box.setMinimumContentsLength(max(len(_(words)) for words in MEANINGS.values()))
        box.setCurrentIndex(box.findData(meaning))
        box.setAccessibleName(_("What the column {name} holds", name=isolate(named)))
        box.activated.connect(partial(self._on_activated))
        label.setBuddy(box)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(label)
        row.addWidget(box)
        self._boxes.append(box)
        return part

    def _on_activated(self, _place: int) -> None:
        self.changed.emit(self.columns)
