"""The window that the hall reads a text under discussion from: the text as large as fits, and where one is.

Black on white in the largest letters that leave nothing out; a text too long for letters a hall can read goes over
several pages. It never takes the keyboard by itself; where it has it, the keys of a clicker turn the pages.
"""

from html import escape

from PySide6.QtCore import QEvent, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.bare_screen import BareScreen
from hrdesk.desktop.floor.screens.colours import INK, QUIET
from hrdesk.desktop.floor.screens.lettering import CHINESE, LEADING, TRAILING, Lettering
from hrdesk.desktop.recommendations.read_out_words import Passage, Shown
from hrdesk.language import N_, RIGHT_TO_LEFT

ONWARD = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return})
BACK = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace})
DARKEN = frozenset({Qt.Key.Key_B, Qt.Key.Key_Period})
"""What presentation clickers send; in a window from right to left the arrows to the sides turn around."""

LARGEST, SMALLEST = 1 / 7, 1 / 22
"""Parts of the height of the text that letters are high: no larger, so that lines hold words; no smaller is read."""

HEAD, FOOT, MARGIN = 0.10, 0.07, 0.035
"""Parts of the height of the screen."""

BRACKET = "#8a0c12"
"""The colour of what is not agreed, seven times darker than the paper; its brackets say it too."""


class PassageBody(QWidget):
    """A text as large as fits. ``pages`` counts those it takes, ``page`` is the one that is shown, from 0."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages, self.page = 1, 0
        self._html, self._language = "", "en"
        self._document: QTextDocument | None = None

    def say(self, html: str, plain: str, language: str) -> None:
        """Show another text; the same costs nothing and stays on its page."""
        if (html, language) == (self._html, self._language):
            return
        self._html, self._language, self.page = html, language, 0
        self.setAccessibleName(plain)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.lay_out()

    def turn(self, way: int) -> bool:
        """Turn a page; False where there is none."""
        if not 0 <= self.page + way < self.pages:
            return False
        self.page += way
        self.update()
        return True

    def lay_out(self) -> None:
        """Find the largest letters in which all of it stands on one page, or the smallest that a hall reads."""
        least, most = max(int(self.height() * SMALLEST), 8), max(int(self.height() * LARGEST), 9)
        document = self._written(least)
        if document.size().height() <= self.height():
            while least < most:
                middle = (least + most + 1) // 2
                tried = self._written(middle)
                if tried.size().height() <= self.height() and tried.idealWidth() <= self.width():
                    least, document = middle, tried
                else:
                    most = middle - 1
            self.pages = 1
        else:
            document.setPageSize(QSizeF(self.width(), self.height()))
            self.pages = max(document.pageCount(), 1)
        self.page = min(self.page, self.pages - 1)
        self._document = document
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew."""
        super().resizeEvent(event)
        self.lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the page; what takes less than the height stands in its middle."""
        if self._document is None:
            return
        painter = QPainter(self)
        height = self._document.size().height()
        top = (self.height() - height) / 2 if self.pages == 1 else -self.page * self.height()
        painter.translate(0, top)
        place = QRectF(0, max(-top, 0), self.width(), self.height())
        self._document.drawContents(painter, place)
        painter.end()

    def _written(self, pixels: int) -> QTextDocument:
        document = QTextDocument()
        font = QFont(self.font())
        font.setFamilies([*font.families(), CHINESE])
        font.setPixelSize(pixels)
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        option = QTextOption()
        is_mirrored = self._language in RIGHT_TO_LEFT
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setHtml(self._html)
        document.setTextWidth(self.width())
        return document


class ReadOutScreen(BareScreen):
    """Shows one passage. ``stepped`` carries 1 or -1; ``dark_requested`` from a clicker."""

    stepped = Signal(int)
    dark_requested = Signal()

    TITLE = N_("Read-out")

    def __init__(self) -> None:
        super().__init__()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(INK))
        self.setPalette(palette)
        self.number = Lettering(self, LEADING, bold=True)
        self.place = Lettering(self, TRAILING, ink=QUIET)
        self.status = Lettering(self, LEADING, ink=QUIET)
        self.page = Lettering(self, TRAILING, ink=QUIET)
        self.body = PassageBody(self)

    def show_passage(self, told: Shown) -> None:
        """Show a passage, or that there is none."""
        mirrored = told.language in RIGHT_TO_LEFT
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        self.number.say(told.number)
        self.place.say(told.place)
        self.status.say(told.status)
        passage = told.passage
        if passage is None:
            self.body.say("", "", told.language)
        else:
            self.body.say(as_html(passage), "\n".join(line.text for line in passage.lines), passage.language)
        self._tell_page()

    def turn(self, way: int) -> bool:
        """Turn to another page of the same passage; False where there is none."""
        turned = self.body.turn(way)
        if turned:
            self._tell_page()
        return turned

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        edge, head, foot = round(height * MARGIN), round(height * HEAD), round(height * FOOT)
        half = (width - 2 * edge) // 2
        near, far = edge, edge + half
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            near, far = far, near
        for top, size, first, second in (
            (edge // 2, head, self.number, self.place),
            (height - foot - edge // 2, foot, self.status, self.page),
        ):
            first.setGeometry(QRect(near, top, half, size))
            second.setGeometry(QRect(far, top, half, size))
        top = edge + head
        self.body.setGeometry(QRect(edge, top, width - 2 * edge, height - top - foot - edge))
        self._tell_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take F11, Escape, and the keys of a clicker."""
        key = Qt.Key(event.key())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if mirrored and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            key = Qt.Key.Key_Right if key == Qt.Key.Key_Left else Qt.Key.Key_Left
        if key == Qt.Key.Key_F11:
            self.turn_full()
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in ONWARD:
            self.stepped.emit(1)
        elif key in BACK:
            self.stepped.emit(-1)
        elif key in DARKEN:
            self.dark_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Turn everything around with the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and hasattr(self, "body"):
            self.resizeEvent(QResizeEvent(self.size(), self.size()))

    def _tell_page(self) -> None:
        many = self.body.pages > 1
        self.page.say(f"{self.body.page + 1} / {self.body.pages}" if many else "")


def as_html(passage: Passage) -> str:
    """Write a passage: the text and its alternatives one under the other, what stands in brackets set off."""
    written = []
    for line in passage.lines:
        side = 'dir="rtl" align="right"' if line.language in RIGHT_TO_LEFT else 'dir="ltr" align="left"'
        words = "".join(
            f'<span style="color:{BRACKET}">{_escaped(piece)}</span>' if is_open else _escaped(piece)
            for piece, is_open in line.pieces
        )
        label = f'<b style="color:{BRACKET}">{escape(line.label)}</b> ' if line.label else ""
        written.append(f'<p {side} style="margin-top:0px; margin-bottom:8px;">{label}{words}</p>')
    return f'<div style="color:{INK}">{"".join(written)}</div>'


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")
