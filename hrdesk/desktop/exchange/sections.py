"""The list of sections at the left and the one page that is shown at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.language.interface import _

LEAST_WIDTH = 170


class SectionList(QListWidget):
    """``entered`` says that somebody wants to go over to the page."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes over to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Be as wide as the words."""
        width = max(self.sizeHintForColumn(0) + 2 * self.frameWidth() + 12, LEAST_WIDTH)
        return QSize(width, super().sizeHint().height())


class Sections(QWidget):
    """Shows one section at a time; its number of waiting things stands behind its name."""

    shown = Signal()

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = list(sections)
        self.list = SectionList(self)
        self._title = QLabel(self)
        self._pages = QStackedWidget(self)
        for section in sections:
            QListWidgetItem("", self.list)
            self._pages.addWidget(section if section.SCROLLS_ITSELF else _scrolled(section))
            section.counted.connect(lambda _number: self._name())
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_row)
        self.list.entered.connect(self.go_in)
        self.list.setCurrentRow(0)

    @property
    def current(self) -> Section:
        """Give the section that is shown."""
        return self._sections[max(self.list.currentRow(), 0)]

    def show_section(self, section: Section) -> None:
        """Show another section."""
        self.list.setCurrentRow(self.place_of(section))

    def place_of(self, section: Section) -> int:
        """Give the place of a section in the list, counted from 0."""
        return self._sections.index(section)

    def go_in(self) -> None:
        """Put the cursor where the work of the section is: its own first place, else the first that takes keys."""
        section = self.current
        if section.focusProxy() is not None:
            section.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        place = section.nextInFocusChain()
        while place is not None and section.isAncestorOf(place):
            if place.isVisible() and place.isEnabled() and place.focusPolicy() & Qt.FocusPolicy.TabFocus:
                place.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            place = place.nextInFocusChain()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.list.setAccessibleName(_("Parts of the exchange"))
        for section in self._sections:
            section.retranslate()
        self._name()

    def _name(self) -> None:
        for place, section in enumerate(self._sections):
            title = _(section.TITLE)
            number = f"{section.waiting:,}"
            words = _("{room} ({number})", room=title, number=number) if section.waiting else title
            item = self.list.item(place)
            item.setText(words)
            font = item.font()
            font.setBold(bool(section.waiting))
            item.setFont(font)
        self._title.setText(_(self.current.TITLE))
        self.list.updateGeometry()

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._pages.setCurrentIndex(row)
            self._title.setText(_(self.current.TITLE))
            self.shown.emit()

    def _lay_out(self) -> None:
        make_roomy(self.list)
        self.list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self._title.setFont(font)
        right = QVBoxLayout()
        right.setContentsMargins(14, 0, 0, 0)
        right.setSpacing(10)
        right.addWidget(self._title)
        right.addWidget(self._pages, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)


def _scrolled(section: Section) -> QWidget:
    """Let a page that is higher than the window be scrolled."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(section)
    return area
