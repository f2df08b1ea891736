"""How near the end is, in a shape and in words together, and the bar of what is left of the time."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.clock_face import WHOLE
from hrdesk.desktop.floor.screens.colours import BAR_GROUND, BAR_USUAL, STAGE_COLOURS
from hrdesk.desktop.floor.screens.lettering import LEADING, Lettering

_OCTAGON = tuple((x, y) for x, y in ((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3)))
_TRIANGLE = ((0.5, 0.02), (1, 0.95), (0, 0.95))
_DIAMOND = ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))


class StageBand(QWidget):
    """A shape and words on the colour of the stage."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = "idle"
        self.words = Lettering(self, LEADING, bold=True)

    @property
    def stage(self) -> str:
        """Give the stage that is shown."""
        return self._stage

    def show_stage(self, stage: str, words: str) -> None:
        """Show another stage, in the words for it."""
        self.words.say(words)
        if stage != self._stage:
            self._stage = stage
            self.words.colour(None, STAGE_COLOURS[stage][1])
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words beside the shape, on the side where the language continues."""
        self._lay_out()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Change sides with the direction of the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the shape."""
        painter = QPainter(self)
        ground, ink = STAGE_COLOURS[self._stage]
        painter.fillRect(self.rect(), QColor(ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_shape(painter, self._stage, QRectF(self._shape()), QColor(ink), QColor(ground))
        painter.end()

    def _lay_out(self) -> None:
        side = self.height()
        words = QRect(side + side // 4, 0, self.width() - side - side // 2, side)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words.moveLeft(side // 4)
        self.words.setGeometry(words)

    def _shape(self) -> QRect:
        side = self.height()
        inset = side // 8
        left = self.width() - side if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        return QRect(left + inset, inset, side - 2 * inset, side - 2 * inset)


class TimeBar(QWidget):
    """What is left of the time as the length of a bar, which shortens towards where the language begins."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share: int | None = None
        self._colours = BAR_GROUND, BAR_USUAL

    def show_share(self, share: int | None) -> None:
        """Show what is left in thousandths, painting only the stretch that changed."""
        if share == self._share:
            return
        before, self._share = self._full(), share
        after = self._full()
        if before.isNull() or after.isNull():
            self.update()
            return
        ends = (before.left(), after.left()) if self._mirrored() else (before.right(), after.right())
        low, high = min(ends), max(ends)
        self.update(QRect(low - 1, 0, high - low + 3, self.height()))

    def colour(self, ground: str, ink: str) -> None:
        """Show the bar in other colours."""
        if (ground, ink) != self._colours:
            self._colours = ground, ink
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and what is left."""
        painter = QPainter(self)
        ground, ink = self._colours
        if self._share is None:
            painter.end()
            return
        painter.fillRect(event.rect(), QColor(ground))
        painter.fillRect(self._full().intersected(event.rect()), QColor(ink))
        painter.end()

    def _full(self) -> QRect:
        if self._share is None:
            return QRect()
        width = self.width() * self._share // WHOLE
        return QRect(self.width() - width if self._mirrored() else 0, 0, width, self.height())

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _paint_shape(painter: QPainter, stage: str, place: QRectF, ink: QColor, ground: QColor) -> None:
    """Paint the shape of a stage: each is another one, so that it is known without its colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if stage == "running":
        painter.drawEllipse(_inside(place, 5))
    elif stage == "called":
        painter.drawEllipse(place)
        painter.setBrush(ground)
        painter.drawEllipse(_inside(place, 7))
    elif stage in ("warned", "urged", "over"):
        outline = {"warned": _TRIANGLE, "urged": _DIAMOND, "over": _OCTAGON}[stage]
        painter.drawPolygon(_within(outline, place))
        painter.setBrush(ground)
        middle, top, high = place.center().x(), place.top(), place.height()
        thick = place.width() / 9
        painter.drawRect(QRectF(middle - thick / 2, top + high * 0.34, thick, high * 0.32))
        painter.drawRect(QRectF(middle - thick / 2, top + high * 0.73, thick, thick))
    elif stage in ("paused", "unsure"):
        wide = place.width() / 4
        for left in (place.left() + wide / 2, place.right() - wide * 1.5):
            painter.drawRect(QRectF(left, place.top(), wide, place.height()))
    elif stage in ("ended", "ended_over"):
        painter.drawRect(_inside(place, 8))


def _inside(place: QRectF, part: int) -> QRectF:
    """Give a place without a ``part``-th on each side."""
    inset = place.width() / part
    return place.adjusted(inset, inset, -inset, -inset)


def _within(outline: tuple[tuple[float, float], ...], place: QRectF) -> QPolygonF:
    points = [QPointF(place.left() + x * place.width(), place.top() + y * place.height()) for x, y in outline]
    return QPolygonF(points)
