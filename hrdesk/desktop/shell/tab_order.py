"""Lets the Tab key go through the window as the eye does."""

from PySide6.QtWidgets import QMainWindow, QStatusBar, QWidget


class InReadingOrder(QMainWindow):
    """A window whose parts are reached in reading order; what lies over it, such as the search, is gone round alone."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own word
        """Go to the next stop, after the last one to the first."""
        from hrdesk.desktop.widgets.tab_stops import stop_at, tab_stops  # nobody presses Tab before the first paint

        focus: QWidget | None = self.focusWidget()
        stops = tab_stops(self._part_with(focus))
        if focus is None or focus not in stops:
            return super().focusNextPrevChild(next)
        stop_at(stops[(stops.index(focus) + (1 if next else -1)) % len(stops)], forward=next)
        return True

    def _part_with(self, focus: QWidget | None) -> QWidget:
        """Give what lies over the window and holds the focus, else the window."""
        part = focus
        while part is not None and part.parentWidget() is not self:
            part = part.parentWidget()
        is_own = part is self.centralWidget() or isinstance(part, QStatusBar)
        return self if part is None or is_own else part
