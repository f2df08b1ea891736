"""The button that adds a record beside the one at the cursor; what can be added under it stands in its menu."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QTreeView, QWidget


class AddButton(QToolButton):
    """Opens its menu with the arrow that points down, as a list does: Qt leaves that to the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setMenu(QMenu(self))

    def serve(self, tree: QTreeView) -> None:
        """Open the menu at the line with the cursor as well, where the key for menus or the other mouse button asks."""

        def open_there() -> None:
            line, wide = tree.visualRect(tree.currentIndex()), self.menu().sizeHint().width()
            below = line.bottomRight() - QPoint(wide, 0) if tree.isRightToLeft() else line.bottomLeft()
            self.menu().popup(tree.viewport().mapToGlobal(below))

        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(lambda _place: open_there())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu with the arrow."""
        if event.key() == Qt.Key.Key_Down:
            self.showMenu()
            return
        super().keyPressEvent(event)
