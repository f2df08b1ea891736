"""Where the Tab key stops: in the order in which the eye meets what is shown, whenever that was made."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QScrollArea, QTabBar, QWidget

Span = tuple[int, int]


class Box(NamedTuple):
    """A part of a widget with the stops that are in it: where it begins and ends down the page and across it."""

    down: Span
    across: Span
    stops: list[QWidget]


class InOwnOrder:
    """A widget whose stops have an order that their places do not tell."""

    def stops(self) -> list[QWidget]:
        """Give them, the first first."""
        raise NotImplementedError


def tab_stops(part: QWidget) -> list[QWidget]:
    """Give ``part`` and what is inside it, as far as it is shown and takes keys, in reading order.

    Qt's own order is that in which parts were made; chips, rows and forms that are made later would all come last.
    Read off from places, not from layouts: what PySide hands out of a layout goes when the layout's own wrapper does.
    """
    if part.isHidden():
        return []
    own = [part] if takes_tab(part) else []
    if isinstance(part, InOwnOrder):
        return own + [one for one in part.stops() if takes_tab(one)]
    is_closed = isinstance(part, QAbstractScrollArea) and not isinstance(part, QScrollArea)
    if is_closed or isinstance(part, QTabBar | QComboBox):
        return own  # lists, texts and their like are one stop
    boxes = []
    for child in part.children():
        if isinstance(child, QWidget) and not child.isWindow() and (stops := tab_stops(child)):
            place = child.geometry()
            left, right = place.x(), place.x() + place.width()
            across = (-right, -left) if part.isRightToLeft() else (left, right)
            boxes.append(Box((place.y(), place.y() + place.height()), across, stops))
    return own + in_reading_order(boxes)


def in_reading_order(boxes: Sequence[Box]) -> list[QWidget]:
    """Give the stops of some boxes: row by row, and where columns stand beside each other column by column."""
    if len(boxes) <= 1:
        return [stop for box in boxes for stop in box.stops]
    for name in ("down", "across"):
        groups = _parted(boxes, name)
        if len(groups) > 1:
            return [stop for group in groups for stop in in_reading_order(group)]
    return [stop for box in sorted(boxes, key=lambda box: (box.down, box.across)) for stop in box.stops]


def takes_tab(part: QWidget) -> bool:
    """Tell whether Tab stops here; what hands the keys on to a part of itself is no stop of its own."""
    takes = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and part.focusProxy() is None and part.isEnabled() and part.isVisible()


def stop_at(part: QWidget, *, forward: bool) -> None:
    """Go to a stop, and bring it into sight."""
    part.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
        above = above.parentWidget()


def _parted(boxes: Sequence[Box], name: str) -> list[list[Box]]:
    """Part boxes wherever a straight line goes between them: lying for "down", standing for "across"."""
    groups: list[list[Box]] = []
    end = 0
    for box in sorted(boxes, key=lambda box: getattr(box, name)):
        begins, ends = getattr(box, name)
        if not groups or begins >= end:
            groups.append([])
            end = ends
        groups[-1].append(box)
        end = max(end, ends)
    return groups
