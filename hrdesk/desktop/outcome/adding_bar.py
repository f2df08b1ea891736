"""The buttons over the outline by which a document grows: a paragraph, a heading, what is missing in it."""

from PySide6.QtWidgets import QToolButton, QWidget

from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.language.interface import _, plural_


class AddingBar(QWidget):
    """Three buttons; that for missing recommendations is there only while some are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing = 0
        self.paragraph, self.heading, self.missing = QToolButton(self), QToolButton(self), QToolButton(self)
        line = FlowLayout(self)
        for button in (self.paragraph, self.heading, self.missing):
            line.addWidget(button)

    def count_missing(self, count: int) -> None:
        """Say how many recommendations the document does not print yet."""
        self._missing = count
        self.missing.setVisible(bool(count))
        words = plural_("+ {number} missing recommendation", "+ {number} missing recommendations", count)
        self.missing.setText(words)
        self.missing.setToolTip(_("Recommendations that the document does not print yet, added at its end"))
        self.missing.setAccessibleName(words)

    def retranslate(self) -> None:
        """Set the words anew."""
        for button, words, hint in (
            (self.paragraph, _("+ Paragraph"), _("New paragraph after the chosen one (Ctrl+Enter)")),
            (self.heading, _("+ Heading"), _("New heading after the chosen section (Ctrl+Shift+Enter)")),
        ):
            button.setText(words)
            button.setToolTip(hint)
            button.setAccessibleName(hint)
        self.count_missing(self._missing)
