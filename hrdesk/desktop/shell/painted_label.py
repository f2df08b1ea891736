"""A label that says when it was painted: by it the window knows that it stands on the screen.

A window itself is not told: where its children cover it, Qt does not paint it at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class PaintedLabel(QLabel):
    """Says so each time; who listens counts."""

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and say so."""
        super().paintEvent(event)
        self.painted.emit()
