"""The log of the bundles that came in, and who wrote into this desk."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.language.interface import current
from hrdesk.language.isolation import isolate


class Log(QTreeWidget):
    """Rows of words under headings; the first column takes the room that is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        make_roomy(self)

    def show_rows(
        self, name: str, headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]
    ) -> None:
        """Show rows; the columns named in ``numbers`` stand at their end."""
        self.setAccessibleName(name)
        self.clear()
        self.setColumnCount(len(headings))
        self.setHeaderLabels(list(headings))
        for row in rows:
            item = QTreeWidgetItem(self)
            for column, text in enumerate(row):
                item.setText(column, isolate(text) if current().right_to_left else text)
                if column in numbers:
                    item.setTextAlignment(column, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(len(headings)):
            mode = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
