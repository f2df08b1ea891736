"""Results as a list: what it is and where it stands; under that the text, what was found in it bold and underlined."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

RESULT = Qt.ItemDataRole.UserRole
_AIR = 6
"""Pixels around the text of a row."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Result:
    """One row: the words for it, the text with its marks, and where to go."""

    heading: str
    text: str
    marks: tuple[tuple[int, int], ...]
    room: str
    record: str


class ResultList(QListWidget):
    """Shows results, each as high as its text needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Rows(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def show_results(self, results: list[Result]) -> None:
        """Show other results, the first of them chosen."""
        self.clear()
        for result in results:
            item = QListWidgetItem(f"{result.heading}, {result.text}", self)
            item.setData(RESULT, result)
        self.setCurrentRow(0)
        self.scrollToTop()

    def chosen(self) -> Result | None:
        """Give the result at the cursor."""
        found = self.currentIndex().data(RESULT)
        return found if isinstance(found, Result) else None


class _Rows(QStyledItemDelegate):
    """Draws a row as the style does, and the two parts of its text over it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        style = shown.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        context = QAbstractTextDocumentLayout.PaintContext()
        is_chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        context.palette.setColor(QPalette.ColorRole.Text, shown.palette.color(role))
        place = shown.rect.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        painter.save()
        painter.translate(place.topLeft())
        for document in self._documents(shown, index, place.width()):
            document.documentLayout().draw(painter, context)
            painter.translate(0, document.size().height())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give a row the height of its text at the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, ResultList) else option.rect.width()
        documents = self._documents(option, index, max(120, width - 2 * _AIR))
        height = sum(document.size().height() for document in documents)
        return QSize(width, int(QRectF(0, 0, width, height).height()) + 2 * _AIR)

    def _documents(self, option: QStyleOptionViewItem, index: Index, width: int) -> list[QTextDocument]:
        result: Result = index.data(RESULT)
        return [
            _document(f"<small>{escape(result.heading)}</small>", option, width, option.direction),
            _document(marked_html(result.text, result.marks), option, width, Qt.LayoutDirection.LayoutDirectionAuto),
        ]


def marked_html(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    """Write a text with what was found in bold and underlined: no colour alone tells it."""
    told, at = "", 0
    for start, end in marks:
        told += f"{escape(text[at:start])}<b><u>{escape(text[start:end])}</u></b>"
        at = end
    return told + escape(text[at:])


def _document(html: str, option: QStyleOptionViewItem, width: int, direction: Qt.LayoutDirection) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(option.font)
    document.setDocumentMargin(0)
    told = QTextOption()
    told.setTextDirection(direction)
    told.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(told)
    document.setHtml(html)
    document.setTextWidth(width)
    return document
