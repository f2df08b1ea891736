"""The list from which the class of confidentiality is chosen: in words, with a shape, never milder than it may be."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hrdesk.desktop.widgets.list_box import ListBox
from hrdesk.desktop.widgets.vocabulary import class_word
from hrdesk.language.interface import _
from hrdesk.records.classes import SENSITIVITY


class ClassBox(ListBox):
    """The classes that may be chosen, mildest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._allowed: tuple[str, ...] = SENSITIVITY
        self._fill()

    def allow(self, classes: Sequence[str]) -> None:
        """Offer only these classes."""
        held = self.sensitivity()
        self._allowed = tuple(classes)
        self._fill()
        self.show_sensitivity(held)

    def sensitivity(self) -> str:
        """Give the class that is chosen."""
        return str(self.currentData())

    def show_sensitivity(self, value: str) -> None:
        """Choose a class; one that may not be chosen gives way to the strictest."""
        place = self.findData(value)
        self.setCurrentIndex(place if place >= 0 else self.count() - 1)

    def cycle(self) -> None:
        """Go to the next stricter class, and from the strictest back to the mildest."""
        self.setCurrentIndex((self.currentIndex() + 1) % self.count())

    def retranslate(self) -> None:
        """Set the words anew."""
        held = self.sensitivity()
        self.blockSignals(True)
        self._fill()
        self.show_sensitivity(held)
        self.blockSignals(False)
        self.setAccessibleName(_("Sensitivity"))
        self.setToolTip(_("How sensitive the note is"))

    def _fill(self) -> None:
        self.clear()
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(class_word(one)) for one in SENSITIVITY)
        self.setMinimumContentsLength(-(-widest // metrics.horizontalAdvance("X")))  # a class is seen in full
        for one in self._allowed:
            self.addItem(class_word(one), one)
