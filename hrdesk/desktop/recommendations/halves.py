"""The two halves of the room: what narrows the list and the list on one side, what is looked at on the other."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget


def halves(room: QWidget, above: Sequence[QWidget], under: QWidget, beside: QWidget) -> None:
    """Lay a room out: ``above`` and ``under`` them in a column, and ``beside`` it the wider half."""
    left = QWidget(room)
    column = QVBoxLayout(left)
    column.setContentsMargins(2, 0, 2, 0)  # a mirrored QSplitter cuts one pixel off its first part
    for part in above:
        column.addWidget(part)
    column.addWidget(under, 1)
    splitter = QSplitter(room)
    splitter.addWidget(left)
    splitter.addWidget(beside)
    splitter.setChildrenCollapsible(False)
    splitter.setStretchFactor(0, 2)
    splitter.setStretchFactor(1, 3)
    splitter.setSizes([480, 740])
    layout = QVBoxLayout(room)
    layout.setContentsMargins(12, 10, 12, 8)
    layout.addWidget(splitter, 1)
