"""The buttons of the clock, each with its key on it; a click leaves the keys to the room, Tab still reaches them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QToolButton, QWidget

from hrdesk.desktop.shell.action import Action, key_word
from hrdesk.desktop.shell.menus import plain
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.language.interface import _


class ClockButtons(QWidget):
    """Buttons side by side, made from lines of the table of actions."""

    def __init__(self, actions: Sequence[Action], chosen: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._made: list[tuple[QToolButton, Action]] = []
        layout = FlowLayout(self, gap=4)
        for action in actions:
            button = QToolButton(self)
            button.setObjectName(f"button-{action.name}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, do=action.do: do())
            self._made.append((button, action))
            layout.addWidget(button)

    def button(self, name: str) -> QToolButton:
        """Give the button of an action."""
        return next(button for button, action in self._made if action.name == name)

    def retranslate(self) -> None:
        """Set the words anew."""
        for button, action in self._made:
            words, keys = plain(_(action.label)), key_word(self._chosen, action.name, action.keys)
            button.setText(f"{words} ({keys})")
            button.setAccessibleName(words)


class SpareSpace(QObject):
    """Leaves the space bar to a button or a list of choices that has the focus; everywhere else it is the clock's."""

    def watch(self, place: QWidget) -> None:
        """Watch the buttons and choices of a part of the window."""
        for kind in (QAbstractButton, QComboBox):
            for one in place.findChildren(kind):
                one.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the space bar before a shortcut does."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Space:  # type: ignore[attr-defined]
            event.accept()
        return False
