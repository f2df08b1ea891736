"""One version of a contested field: who wrote it, when, the value whole, with what only this version says marked."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QVBoxLayout, QWidget

from hrdesk.desktop.translation.difference_html import difference_html
from hrdesk.desktop.widgets.prose import direction_of
from hrdesk.language.difference import difference
from hrdesk.language.interface import _


class VersionCard(QFrame):
    """A version to choose; its number is its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.choice = QRadioButton(self)
        self.value = QLabel(self)
        self.value.setWordWrap(True)
        self.value.setTextFormat(Qt.TextFormat.RichText)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.value.setContentsMargins(24, 0, 8, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self.choice)
        layout.addWidget(self.value)

    def show_version(self, heading: str, fields: Mapping[str, str], others: Mapping[str, str] | None) -> None:
        """Show a version; ``fields`` are words by label, ``others`` those of the version it is compared with."""
        self.choice.setText(heading)
        parts = []
        for label, text in fields.items():
            before = (others or {}).get(label)
            told = _marked(before, text) if before is not None else escape(text).replace("\n", "<br>")
            side = "rtl" if direction_of(text, self.layoutDirection()) == Qt.LayoutDirection.RightToLeft else "ltr"
            name = f"<b>{escape(label)}</b>" if len(fields) > 1 else ""
            parts.append(f"<p>{name}</p>" * bool(name) + f"<p dir='{side}'>{told or '–'}</p>")
        self.value.setText("".join(parts))
        spoken = ". ".join(_("{what}: {text}", what=label, text=text) for label, text in fields.items())
        self.choice.setAccessibleName(f"{heading}. {spoken}")
        self.choice.setToolTip(_("What only this version says is underlined"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the version wherever it is pointed at."""
        self.choice.setChecked(True)
        self.choice.setFocus()
        super().mouseReleaseEvent(event)


def _marked(before: str, text: str) -> str:
    """Mark what ``text`` says and ``before`` does not."""
    return difference_html(difference(before, text), without="out")
