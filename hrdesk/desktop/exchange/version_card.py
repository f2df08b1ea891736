"""One version of a contested field: who wrote it, when, the value whole, with what only this version says marked."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QVBoxLayout, QWidget

from hrdesk.desktop.widgets.difference_html import difference_html
from hrdesk.desktop.widgets.prose import direction_of
from hrdesk.language.difference import difference
from hrdesk.language.interface import _, context_

_TIGHT = "margin-top: 2px; margin-bottom: 2px"


class ValueCard(QFrame):
    """A value whole, under a heading that says who wrote it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.value = QLabel(self)
        self.value.setWordWrap(True)
        self.value.setTextFormat(Qt.TextFormat.RichText)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self._head())
        layout.addWidget(self.value)

    def show_version(
        self, heading: str, fields: Mapping[str, str], others: Mapping[str, str] | None, *, with_lost: bool = False
    ) -> None:
        """Show a version; ``fields`` are words by label, ``others`` those of the version it is compared with.

        ``with_lost`` also shows, struck through, what the other says and this one does not.
        """
        parts, only_here = [], []
        for label, text in fields.items():
            before = (others or {}).get(label)
            told = escape(text).replace("\n", "<br>")
            if before is not None:
                pieces = difference(before, text)
                told = difference_html(pieces, without=None if with_lost else "out")
                only_here += [one.text.strip() for one in pieces if one.change == "in" and one.text.strip()]
            side = "rtl" if direction_of(text, self.layoutDirection()) == Qt.LayoutDirection.RightToLeft else "ltr"
            name = f"<p style='{_TIGHT}'><b>{escape(label)}</b></p>" if len(fields) > 1 else ""
            parts.append(f"{name}<p dir='{side}' style='{_TIGHT}'>{told or '–'}</p>")
        self.value.setText("".join(parts))
        spoken = [_("{what}: {text}", what=label, text=text) if label else text for label, text in fields.items()]
        words = context_("between the parts of a list", ", ").join(only_here)
        only = _("Only this version says: {words}", words=words) if words else ""
        self._say(heading, f"{heading}. {'. '.join(spoken)}", only)

    def _head(self) -> QWidget:
        """Make what stands above the value."""
        self.heading = QLabel(self)
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        return self.heading

    def _say(self, heading: str, spoken: str, only: str) -> None:
        """Show the heading, and let a screen reader say what the eye sees."""
        del only
        self.heading.setText(heading)
        self.setAccessibleName(spoken)


class VersionCard(ValueCard):
    """A version to choose; its number is its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value.setContentsMargins(24, 0, 8, 4)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the version wherever it is pointed at."""
        self.choice.setChecked(True)
        self.choice.setFocus()
        super().mouseReleaseEvent(event)

    def _head(self) -> QWidget:
        self.choice = QRadioButton(self)
        return self.choice

    def _say(self, heading: str, spoken: str, only: str) -> None:
        self.choice.setText(heading)
        self.choice.setAccessibleName(spoken)
        self.choice.setAccessibleDescription(only)
        self.choice.setToolTip(_("What only this version says is underlined"))
