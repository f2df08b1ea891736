"""The pages of a document on the screen: drawn when they come into sight, at the screen's own scale."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from hrdesk.desktop.outcome.pages import Pages

GAP = 14
"""Pixels between pages and around them."""
FIT_WIDTH = 0.0
SMALLEST, LARGEST = 0.4, 4.0
STEP = 1.2
"""One step of the zoom."""
MOST_PICTURES = 24
"""Pictures that are remembered: those in sight and their neighbours, not a whole long report."""

Start = Callable[[Callable[[], QImage], Callable[[QImage], None], Callable[[Exception], None]], None]
"""Does work in another thread and gives what came of it, or went wrong, in the window's."""


class Preview(QAbstractScrollArea):
    """Shows pages one below another.

    ``pointed`` carries a page and points below its top, ``looked`` the page in sight.
    """

    pointed = Signal(int, float)
    looked = Signal(int)
    zoomed = Signal()

    def __init__(self, start: Start, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = start
        self._pages: Pages | None = None
        self._zoom = FIT_WIDTH
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._is_drawing = False
        self._mark: tuple[int, float] | None = None
        self._page = -1
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.viewport().setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.setMinimumSize(240, 160)

    @property
    def page(self) -> int:
        """Give the page in sight, counted from 0; -1 while there is none."""
        return self._page

    @property
    def page_count(self) -> int:
        """Count the pages."""
        return len(self._pages.sizes) if self._pages else 0

    @property
    def percent(self) -> int:
        """Give the size of the pages against paper, at the resolution of this screen."""
        return round(self._scale() * 72 / self.logicalDpiY() * 100)

    def show_pages(self, pages: Pages) -> None:
        """Show another state of the document and stay at the place that is being read."""
        place = self._place()
        before, self._pages = self._pages, pages
        # The old pictures stand until the new ones are drawn: no flicker while somebody types.
        self._pictures = {page: (0.0, picture) for page, (_, picture) in self._pictures.items()}
        self._mark = None
        self._measure()
        if before is not None:
            self._go(*place)
        self._on_scrolled()
        self.viewport().update()

    def show_place(self, page: int, down: float, *, going_there: bool) -> None:
        """Mark a place, and bring it into sight if one is going there."""
        self._mark = (page, down)
        if not going_there:
            self.viewport().update()
            return
        top = self._top(page) + down * self._scale()
        bar = self.verticalScrollBar()
        if not bar.value() + GAP <= top <= bar.value() + self.viewport().height() * 0.8:
            bar.setValue(round(top - self.viewport().height() / 4))
        self.viewport().update()

    def show_page(self, page: int) -> None:
        """Go to the top of a page."""
        if self.page_count:
            self._go(max(0, min(page, self.page_count - 1)), 0.0)

    def zoom(self, steps: int) -> None:
        """Make the pages larger or smaller; 0 makes them as wide as the window."""
        place = self._place()
        self._zoom = max(SMALLEST, min(LARGEST, self._scale() * STEP**steps)) if steps else FIT_WIDTH
        self._measure()
        self._go(*place)
        self.viewport().update()
        self.zoomed.emit()

    def sizeHint(self) -> QSize:
        """Ask for a page at a readable size."""
        return QSize(620, 700)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages, Home and End go to the ends, + - 0 zoom; arrows scroll as everywhere."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self.show_page(self._page + 1)
            case Qt.Key.Key_PageUp:
                self.show_page(self._page - 1 if self._place()[1] < GAP else self._page)
            case Qt.Key.Key_Home:
                self.show_page(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1)
            case Qt.Key.Key_Minus:
                self.zoom(-1)
            case Qt.Key.Key_0:
                self.zoom(0)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say which place was pointed at."""
        for page in range(self.page_count):
            place = self._rect(page)
            if place.contains(event.position()):
                self.pointed.emit(page, (event.position().y() - place.top()) / self._scale())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place that is being read when the pages grow with the window."""
        place = self._place()
        super().resizeEvent(event)
        self._measure()
        self._go(*place)
        self.zoomed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight; a page that is not drawn yet is white paper."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._in_sight(event.rect()):
            place = self._rect(page)
            painter.fillRect(place, Qt.GlobalColor.white)
            held = self._pictures.get(page)
            if held is not None:
                painter.drawImage(place, held[1])
            painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
            painter.drawRect(place)
        if self._mark is not None and self._mark[0] < self.page_count:
            self._paint_mark(painter, *self._mark)
        painter.end()
        self._draw_next()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """Paint anew: the pages are pictures."""
        self.viewport().update()

    def _paint_mark(self, painter: QPainter, page: int, down: float) -> None:
        """Point at the place of the paragraph that is being edited with a bar in the margin."""
        place, scale = self._rect(page), self._scale()
        middle = place.top() + (down + 5) * scale
        side = 7.0
        left = place.left() + 8
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        painter.drawRect(QRectF(left, middle - side, 4, 2 * side))

    def _scale(self) -> float:
        """Give the pixels of the window for a point of the page."""
        if self._zoom != FIT_WIDTH:
            return self._zoom
        widest = max((size.width for size in self._pages.sizes), default=595.0) if self._pages else 595.0
        return max(0.2, (self.viewport().width() - 2 * GAP) / widest)

    def _top(self, page: int) -> float:
        """Give where a page begins, in pixels below the top of the first one's gap."""
        heights = [size.height for size in self._pages.sizes[:page]] if self._pages else []
        return GAP + sum(heights) * self._scale() + GAP * len(heights)

    def _rect(self, page: int) -> QRectF:
        """Give where a page stands in the viewport."""
        assert self._pages is not None
        size, scale = self._pages.sizes[page], self._scale()
        width = size.width * scale
        spare = self.viewport().width() - width
        left = spare / 2 if spare >= 0 else GAP - self.horizontalScrollBar().value()
        top = self._top(page) - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), width, size.height * scale)

    def _in_sight(self, area: QRect) -> list[int]:
        return [page for page in range(self.page_count) if self._rect(page).intersects(QRectF(area))]

    def _place(self) -> tuple[int, float]:
        """Give the page at the upper edge and how many points of it are above."""
        value = self.verticalScrollBar().value()
        for page in reversed(range(self.page_count)):
            if self._top(page) - GAP <= value:
                return page, (value - self._top(page)) / self._scale()
        return 0, 0.0

    def _go(self, page: int, down: float) -> None:
        self.verticalScrollBar().setValue(round(self._top(page) + down * self._scale()) if page or down > 0 else 0)

    def _measure(self) -> None:
        height = round(self._top(self.page_count)) if self._pages else 0
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, height - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(40)
        widest = max((size.width for size in self._pages.sizes), default=0.0) if self._pages else 0.0
        width = widest * self._scale() + 2 * GAP
        self.horizontalScrollBar().setRange(0, max(0, round(width - view.width())))
        self.horizontalScrollBar().setPageStep(view.width())

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = next((at for at in reversed(range(self.page_count)) if self._top(at) <= middle), self.page_count and 0)
        if page != self._page:
            self._page = page
            self.looked.emit(page)

    def _draw_next(self) -> None:
        """Draw one page that is in sight, or next to it, and is not drawn at this scale yet."""
        if self._pages is None or self._is_drawing:
            return
        scale = self._scale() * self.devicePixelRatioF()
        seen = self._in_sight(self.viewport().rect())
        near = (*seen, *(page + 1 for page in seen[-1:]), *(page - 1 for page in seen[:1]))
        missing = [
            page for page in near if 0 <= page < self.page_count and self._pictures.get(page, (0.0, None))[0] != scale
        ]
        if not missing:
            return
        pages, page = self._pages, missing[0]
        self._is_drawing = True
        self._start(
            lambda: pages.picture(page, scale),
            lambda picture: self._on_drawn(pages, page, scale, picture),
            self._on_failed,
        )

    def _on_failed(self, _error: Exception) -> None:
        self._is_drawing = False  # the page stays white paper; the next painting tries again

    def _on_drawn(self, pages: Pages, page: int, scale: float, picture: QImage) -> None:
        self._is_drawing = False
        if pages is self._pages and not picture.isNull():
            self._pictures.pop(page, None)
            self._pictures[page] = (scale, picture)
            while len(self._pictures) > MOST_PICTURES:
                self._pictures.pop(next(iter(self._pictures)))
        self.viewport().update()
