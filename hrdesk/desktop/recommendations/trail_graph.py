"""The trail drawn as a small graph: notes, recommendations, their later texts, what was adopted, printed, worded."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QToolButton, QWidget

from hrdesk.desktop.recommendations.recommendation_model import status_word
from hrdesk.desktop.widgets.tab_stops import InOwnOrder
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate
from hrdesk.language.names import language_name
from hrdesk.recommendations.graph import Step, TrailGraph, Way

WIDTH, GAP, ROW = 146, 32, 8
"""Pixels: of a step, between two stages, between two steps of a stage."""

HEAD = 6
"""Pixels of the head of an arrow."""

INSIDE = 20
"""Pixels of a step that its words leave free."""


class StepButton(QToolButton):
    """One step: what it is and how its text begins. ``walked`` carries the key of an arrow that was pressed on it."""

    walked = Signal(int)

    def __init__(self, step: Step, is_centre: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        word = _kind_word(step)
        text = " ".join(step.text.split())
        metrics, room = self.fontMetrics(), WIDTH - INSIDE
        lines = [_short_word(step), text] if text else [_short_word(step)]
        self.setText("\n".join(isolate(metrics.elidedText(one, Qt.TextElideMode.ElideRight, room)) for one in lines))
        self.setToolTip(text)
        self.setAccessibleName(_("{what}: {text}", what=word, text=text) if text else word)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(True)
        self.setChecked(is_centre)
        self.setAutoRaise(False)

    def nextCheckState(self) -> None:
        """Stay marked or unmarked: the mark says where one is, not what was pressed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, go there with Enter."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class _Canvas(QWidget, InOwnOrder):
    """The steps in columns, one for each stage, and the ways painted between them; mirrored from right to left."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: dict[str, StepButton] = {}
        self._ways: tuple[Way, ...] = ()

    def show_graph(self, graph: TrailGraph) -> None:
        walking = next((one for one, button in self.buttons.items() if button.hasFocus()), None)
        old = list(self.buttons.values())
        self.buttons = {step.id: self._made(step, step.id == graph.centre) for step in graph.steps}
        self._ways = graph.ways
        self.place()
        if walking is not None and (button := self.buttons.get(walking) or self.buttons.get(graph.centre)) is not None:
            button.setFocus()  # who walks the trail stays on it when it is drawn anew
        for button in old:
            button.hide()
            button.deleteLater()

    def stops(self) -> list[QWidget]:
        """Give the steps as the work went: stage by stage."""
        return [*self.buttons.values()]

    def place(self) -> None:
        """Place the steps: what came first stands where reading begins."""
        height = self.fontMetrics().lineSpacing() * 2 + 14
        columns = self._columns()
        width = max(len(columns) * (WIDTH + GAP) - GAP, 1)
        tallest = max((len(column) for column in columns), default=0) * (height + ROW)
        self.setFixedSize(width + 4, max(tallest, 1))
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for stage, column in enumerate(columns):
            left = width - stage * (WIDTH + GAP) - WIDTH if is_mirrored else stage * (WIDTH + GAP)
            top = (tallest - len(column) * (height + ROW)) // 2
            for row, button in enumerate(column):
                button.setGeometry(QRect(QPoint(left + 2, top + row * (height + ROW)), QSize(WIDTH, height)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an arrow for each way, from the side where one ends to the side where the other begins."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
        for way in self._ways:
            source, item = self.buttons[way.source].geometry(), self.buttons[way.item].geometry()
            forward = 1 if item.left() > source.left() else -1
            start = QPointF(source.right() if forward > 0 else source.left(), source.center().y())
            end = QPointF(item.left() if forward > 0 else item.right(), item.center().y())
            is_split = way.kind == "split_from"
            painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DashLine if is_split else Qt.PenStyle.SolidLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            path = QPainterPath(start)
            bend = QPointF(forward * GAP / 2, 0)
            path.cubicTo(start + bend, end - bend, end)
            painter.drawPath(path)
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            back = end - QPointF(forward * HEAD, 0)
            painter.drawPolygon(QPolygonF([end, back + QPointF(0, HEAD / 2), back - QPointF(0, HEAD / 2)]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the direction and the font of the window."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self.place()

    def _columns(self) -> list[list[StepButton]]:
        stages = sorted({button.step.stage for button in self.buttons.values()})
        return [[one for one in self.buttons.values() if one.step.stage == stage] for stage in stages]

    def _made(self, step: Step, is_centre: bool) -> StepButton:
        button = StepButton(step, is_centre, self)
        button.clicked.connect(lambda: self.chosen.emit(step))
        button.walked.connect(lambda key: self._on_walked(step, key))
        button.show()
        return button

    def _on_walked(self, step: Step, key: int) -> None:
        """Go along a way, or to the neighbour in the column."""
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            column = next(one for one in self._columns() if any(button.step is step for button in one))
            place = [button.step.id for button in column].index(step.id) + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= place < len(column):
                column[place].setFocus()
            return
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        onward = (key == Qt.Key.Key_Right) != is_mirrored
        others = [way.item if onward else way.source for way in self._ways if _end(way, is_item=not onward) == step.id]
        if others:
            self.buttons[others[0]].setFocus()


class TrailGraphView(QScrollArea):
    """Shows one trail. The signals carry the record of the step that was chosen, and of a wording its language."""

    note_requested = Signal(str)
    recommendation_requested = Signal(str)
    paragraph_requested = Signal(str)
    wording_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._graph = TrailGraph("")
        self._canvas = _Canvas(self)
        self._canvas.chosen.connect(self._on_chosen)
        self.setWidget(self._canvas)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def buttons(self) -> Sequence[StepButton]:
        """Give the steps that are shown, in order."""
        return list(self._canvas.buttons.values())

    def show_graph(self, graph: TrailGraph) -> None:
        """Draw another trail; of a record that came from nothing and led to nothing there is nothing to draw."""
        if graph != self._graph:
            self._graph = graph
            self._draw()

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("The trail, from notes to what was adopted"))
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the one that is looked at in sight."""
        super().resizeEvent(event)
        self._see_centre()

    def _draw(self) -> None:
        self._canvas.show_graph(self._graph)
        self.setVisible(len(self._graph.steps) > 1)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(min(self._canvas.height() + bar, 210))
        self._see_centre()

    def _see_centre(self) -> None:
        centre = self._canvas.buttons.get(self._graph.centre)
        if centre is not None:
            self.ensureWidgetVisible(centre)

    def _on_chosen(self, step: Step) -> None:
        if step.kind == "note":
            self.note_requested.emit(step.owner)
        elif step.kind == "paragraph":
            self.paragraph_requested.emit(step.owner)
        elif step.kind == "wording":
            self.wording_requested.emit(step.owner, step.language)
        else:
            self.recommendation_requested.emit(step.owner)


def _end(way: Way, *, is_item: bool) -> str:
    return way.item if is_item else way.source


def _kind_word(step: Step) -> str:
    if step.kind == "note":
        return _("Note")
    if step.kind == "paragraph":
        return choice_word("paragraph")
    if step.kind == "adopted":
        return _("Text as adopted")
    if step.kind == "amended":
        return (
            _("Later text, {cause}", cause=choice_word(step.status, "replaced_by")) if step.status else _("Later text")
        )
    if step.kind == "wording":
        name = _language(step)
        return _("{language}, {status}", language=name, status=choice_word(step.status)) if step.status else name
    return _("Recommendation, {status}", status=status_word(step.status)) if step.status else _("Recommendation")


def _short_word(step: Step) -> str:
    """Give what stands on a step: of a recommendation, which most are, only how far it has come."""
    if step.kind == "recommendation" and step.status:
        return status_word(step.status)
    if step.kind == "amended" and step.status:
        return choice_word(step.status, "replaced_by")
    return _language(step) if step.kind == "wording" else _kind_word(step)


def _language(step: Step) -> str:
    """Name the language of a wording in that of the window."""
    if step.language not in LANGUAGES:
        return step.language or _("Translation")
    name = language_name(step.language, current().language)
    return name[:1].upper() + name[1:]
