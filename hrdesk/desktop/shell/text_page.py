"""A page to read: the sheet of keys, the guide, what hrdesk is. It stands where a room stands, not in a dialog."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from hrdesk.desktop.shell.page import PageWithBack
from hrdesk.language.interface import _


class TextPage(PageWithBack):
    """Shows a text made anew for each language; Escape goes back to where one was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make: Callable[[], str] = str
        self._markdown = False
        self._ways: list[tuple[str, QPushButton]] = []
        self._back = QPushButton(self)
        self._back.clicked.connect(self.left)
        self._text = QTextBrowser(self)
        self._text.setOpenLinks(False)
        line = self._line = QHBoxLayout()
        line.addWidget(self._back)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(line)
        layout.addWidget(self._text)
        self.setFocusProxy(self._text)
        self.retranslate()

    def show_text(
        self, make: Callable[[], str], ways: Sequence[tuple[str, Callable[[], None]]] = (), *, markdown: bool = False
    ) -> None:
        """Show what ``make`` writes, as HTML or as Markdown; ``ways`` are what can be done with it, words marked."""
        self._make, self._markdown = make, markdown
        for _label, button in self._ways:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._ways = [(label, self._way(do)) for label, do in ways]
        self.retranslate()

    def retranslate(self) -> None:
        """Write the text anew."""
        self._back.setText(_("Back"))
        self._text.setAccessibleName(_("Text"))
        for label, button in self._ways:
            button.setText(_(label))
        if self._markdown:
            self._text.setMarkdown(self._make())
            self._turn_tables()
        else:
            self._text.setHtml(self._make())

    def _turn_tables(self) -> None:
        """Let tables of a text from right to left begin at the right: Markdown cannot say so."""
        frames = self._text.document().rootFrame().childFrames() if self.isRightToLeft() else ()
        for table in frames:
            if isinstance(table, QTextTable):
                form = table.format()
                form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                form.setAlignment(Qt.AlignmentFlag.AlignRight)
                table.setFormat(form)

    def _way(self, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(self)
        button.clicked.connect(lambda: do())
        self._line.addWidget(button)
        return button
