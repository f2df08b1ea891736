"""The bar above the rooms that says what was refused or what went wrong, without stopping anybody's work."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.shell.sentence import report_of, sentence_of
from hrdesk.errors import Refused
from hrdesk.language.interface import _

REPORT = 76
"""Pixels of a report that are seen at once; a low window needs the room for what is being typed."""


class NoticeBar(QFrame):
    """One notice at a time; Escape closes it, and the next thing that is kept does too when it was a refusal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._told: BaseException | None = None
        self._say: Callable[[], str] = str
        self._offer: tuple[Callable[[], str], Callable[[], None]] | None = None
        self._sign = QLabel("⚠", self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act = QPushButton(self)
        self._act.clicked.connect(self._on_act)
        self._copy = QPushButton(self)
        self._copy.clicked.connect(self._on_copy)
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.clear)
        self._report = QPlainTextEdit(self)
        self._report.setReadOnly(True)
        self._report.setMaximumHeight(REPORT)
        self._report.setTabChangesFocus(True)
        self._report.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._sign)
        line.addWidget(self._text, 1)
        line.addWidget(self._act)
        line.addWidget(self._copy)
        line.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addLayout(line)
        layout.addWidget(self._report)
        self.clear()
        self.retranslate()

    @property
    def text(self) -> str:
        """Give what the bar says now; nothing while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, error: BaseException) -> None:
        """Tell what went wrong: a refusal by its sentence, anything else as a mistake of ours with its report."""
        self._told = error
        self._offer = None
        if isinstance(error, Refused):
            refusal = error
            self._say = lambda: sentence_of(refusal)
        else:
            self._say = lambda: _(
                "Something went wrong in hrdesk itself. What the status line called kept is safe; please go on, and"
                " send the report below to whoever looks after hrdesk. It holds nothing of your desk."
            )
            self._report.setPlainText(report_of(error))
        self._show("⚠")

    def inform(
        self,
        say: Callable[[], str],
        offer: tuple[Callable[[], str], Callable[[], None]] | None = None,
    ) -> None:
        """Say something that is no fault, with something to do about it; the words are asked for in each language."""
        self._told = None
        self._say, self._offer = say, offer
        self._show("ℹ")

    def clear(self) -> None:
        """Close the bar."""
        self.hide()
        self._told = None
        self._report.hide()
        self._copy.hide()

    def clear_refusal(self) -> None:
        """Close the bar when it told a refusal: the person has gone on."""
        if isinstance(self._told, Refused):
            self.clear()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(_("Notice"))
        self._close.setAccessibleName(_("Close the notice"))
        self._close.setToolTip(_("Close the notice"))
        self._copy.setText(_("Copy the report"))
        self._report.setAccessibleName(_("Report"))
        if not self.isHidden():
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            return
        super().keyPressEvent(event)

    def _show(self, sign: str) -> None:
        self._sign.setText(sign)
        is_ours = self._told is not None and not isinstance(self._told, Refused)
        self._report.setVisible(is_ours)
        self._copy.setVisible(is_ours)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, palette.color(QPalette.ColorRole.ToolTipBase))
        palette.setColor(QPalette.ColorRole.WindowText, palette.color(QPalette.ColorRole.ToolTipText))
        self.setPalette(palette)
        self.show()
        self._fill()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _fill(self) -> None:
        self._text.setText(self._say())
        self._text.setAccessibleName(self._text.text())
        self.setAccessibleDescription(self._text.text())
        self._act.setVisible(self._offer is not None)
        if self._offer is not None:
            self._act.setText(self._offer[0]())

    def _on_act(self) -> None:
        if self._offer is not None:
            act = self._offer[1]
            self.clear()
            act()

    def _on_copy(self) -> None:
        self._report.selectAll()
        self._report.copy()
