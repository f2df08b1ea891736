"""Tabs that share a narrow place fairly: short names are seen whole, and only the longest are cut."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QTabBar, QWidget

LEAST = 40
"""Pixels of a tab that are asked for at least."""

AIR = 12
"""Pixels beside the name of a tab, half of them on each side."""


def fair_widths(wanted: Sequence[int], room: int) -> list[int]:
    """Give each what it wants where there is room for all; else the same most to all that want more than that."""
    given, left = [0] * len(wanted), room
    for done, at in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[at] = min(wanted[at], left // (len(wanted) - done))
        left -= given[at]
    return given


class _Close(QProxyStyle):
    """Draws as the window does, the names nearer to one another."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Give the air beside a name."""
        return AIR if metric == QStyle.PixelMetric.PM_TabBarTabHSpace else super().pixelMetric(metric, option, widget)


class FairTabs(QTabBar):
    """Never wider than what it stands in; a name that was cut keeps its end, where a number may stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self._close = _Close()
        self._close.setParent(self)
        self.setStyle(self._close)
        self._place = parent
        parent.installEventFilter(self)

    def tabSizeHint(self, index: int) -> QSize:
        """Give a tab its share."""
        size = super().tabSizeHint(index)
        room = self._place.width()
        shown = [place for place in range(self.count()) if self.isTabVisible(place)]
        if index not in shown:
            return size
        wanted = [super(FairTabs, self).tabSizeHint(place).width() for place in shown]
        return QSize(fair_widths(wanted, room)[shown.index(index)], size.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Keep no place wide: whatever it is, the tabs share it."""
        return QSize(LEAST, super().minimumTabSizeHint(index).height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share anew when what the tabs stand in has another size: Qt asks for the sizes of tabs when they change."""
        if watched is self._place and event.type() == QEvent.Type.Resize:
            self.setIconSize(self.iconSize())
        return super().eventFilter(watched, event)
