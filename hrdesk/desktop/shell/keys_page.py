"""The page of keys: every action of the window and its rooms, found by words, and given another key by pressing it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from hrdesk.desktop.shell.action import from_the_left, keys_in_use, native
from hrdesk.desktop.shell.asking_page import AskingPage
from hrdesk.desktop.shell.key_catcher import KeyCatcher
from hrdesk.desktop.shell.key_rules import why_not
from hrdesk.desktop.shell.key_table import Line, Place, given, holder, lines, taken_from
from hrdesk.desktop.shell.menus import full_words
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.language.interface import _, context_

WORDS_WIDTH = 460
"""Pixels of the column of actions."""


class KeysPage(AskingPage):
    """``chosen_keys`` carries what a person chose, all of it, whenever that changes; ``left`` goes back."""

    chosen_keys = Signal(dict)

    def __init__(self, places: Callable[[], Sequence[Place]], chosen: Mapping[str, str]) -> None:
        super().__init__()
        self._read_places = places
        self._places: Sequence[Place] = ()
        self._chosen = dict(chosen)
        self._wanted: Line | None = None
        self._contested = ""
        self._back, self.change, self.none, self.own, self.all_own = (QPushButton(self) for _number in range(5))
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.list = QTreeWidget(self)
        self.catcher = KeyCatcher(self)
        self.told = QLabel(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def open(self, chosen: Mapping[str, str]) -> None:
        """Show every action anew; ``chosen`` are the keys that a person chose."""
        self._chosen = dict(chosen)
        self._wanted = None
        self.told.clear()
        self.words.clear()
        self._places = self._read_places()
        self._fill()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._back.setText(_("Back"))
        self.change.setText(_("Change the key…"))
        self.none.setText(_("No key"))
        self.own.setText(_("As it was shipped"))
        self.all_own.setText(_("All keys as they were shipped"))
        self.words.setPlaceholderText(_("Find an action or a key"))
        self.words.setAccessibleName(_("Find an action or a key"))
        self.list.setAccessibleName(_("Actions and their keys"))
        self.list.setHeaderLabels([context_("what the program does at a key", "Action"), _("Keys")])
        if self._places:
            self._places = self._read_places()
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter changes the key of the action at the cursor, Delete takes it away."""
        if self.list.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask()
        elif self.list.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self._take_away()
        else:
            super().keyPressEvent(event)

    def ask(self) -> None:
        """Wait for the new key of the action at the cursor."""
        line = self._line()
        if line is None:
            return
        self._wanted, self._contested = line, ""
        self.told.clear()
        self.catcher.say(_("Press the new key for “{action}”. Esc leaves it as it was.", action=_words(line)))
        self.catcher.show()
        self.catcher.setFocus()

    def _lay_out(self) -> None:
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.catcher.hide()
        self.list.setColumnCount(2)
        self.list.setColumnWidth(0, WORDS_WIDTH)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        make_roomy(self.list)
        first = QHBoxLayout()
        first.addWidget(self._back)
        first.addWidget(self.words, 1)
        buttons = FlowLayout(gap=8)
        for button in (self.change, self.none, self.own, self.all_own):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(first)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.catcher)
        layout.addWidget(self.told)
        layout.addLayout(buttons)
        self.setFocusProxy(self.words)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.words.textChanged.connect(lambda _text: self._fill())
        # Once that key is done with: it would go on to the page and ask for a new key of the first that was found.
        self.words.returnPressed.connect(self.list.setFocus, Qt.ConnectionType.QueuedConnection)
        self.change.clicked.connect(self.ask)
        self.none.clicked.connect(self._take_away)
        self.own.clicked.connect(self._as_shipped)
        self.all_own.clicked.connect(self._all_as_shipped)
        self.list.itemDoubleClicked.connect(lambda _item, _column: self.ask())
        self.list.currentItemChanged.connect(lambda *_told: self._allow())
        self.catcher.caught.connect(self._on_caught)
        self.catcher.left.connect(self._stop_waiting)

    def _fill(self) -> None:
        """Show what the words find, each place under its title; the cursor stays."""
        line = self._line()
        held = line.action.name if line else ""
        wanted = self.words.text().casefold().split()
        self.list.clear()
        for place in self._places:
            found = [line for line in lines([place]) if all(word in self._text(line) for word in wanted)]
            if found:
                head = QTreeWidgetItem(self.list, [place.title, ""])
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                font = head.font(0)
                font.setBold(True)
                head.setFont(0, font)
                for one in found:
                    self._show(head, one, held)
                head.setExpanded(True)
        if self.list.currentItem() is None and (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first.child(0) or first)
        self._allow()

    def _show(self, head: QTreeWidgetItem, line: Line, held: str) -> None:
        keys = self._keys(line)
        item = QTreeWidgetItem(
            head, [_words(line), f"{from_the_left(keys)}   ✎" if self._is_chosen(line) else from_the_left(keys)]
        )
        item.setData(0, Qt.ItemDataRole.UserRole, line)
        told = _("{keys}, changed", keys=keys or _("No key")) if self._is_chosen(line) else keys
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, told)
        if line.action.name == held:
            self.list.setCurrentItem(item)

    def _line(self) -> Line | None:
        item = self.list.currentItem()
        held = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return held if isinstance(held, Line) else None

    def _keys(self, line: Line) -> str:
        return " / ".join(native(keys) for keys in keys_in_use(line.action, self._chosen))

    def _text(self, line: Line) -> str:
        return f"{_words(line)} {self._keys(line)}".casefold()

    def _is_chosen(self, line: Line) -> bool:
        return line.action.name in self._chosen

    def _allow(self) -> None:
        line = self._line()
        self.change.setEnabled(line is not None)
        self.none.setEnabled(line is not None and bool(self._keys(line)))
        self.own.setEnabled(line is not None and self._is_chosen(line))
        self.all_own.setEnabled(bool(self._chosen))

    def _on_caught(self, keys: str, on_pad: bool) -> None:
        """Give the key to the action, or say why not; a key that another has is taken from it when pressed again."""
        if (line := self._wanted) is None:
            return
        is_own = keys in line.action.keys.split()
        if why := "" if is_own else why_not(keys, from_pad=on_pad):
            self._contested = ""
            self.catcher.say(f"{native(keys)}: {_(why)}")
            return
        other = holder(self._places, line, keys, self._chosen)
        if other is not None and keys != self._contested:
            self._contested = keys
            told = _(
                "“{other}” has {keys} already ({place}). Press it once more to take it from there, or another key.",
                other=_words(other),
                keys=native(keys),
                place=other.place.title,
            )
            self.catcher.say(told)
            return
        chosen = self._chosen
        while (other := holder(self._places, line, keys, chosen)) is not None:
            chosen = taken_from(chosen, other.action, keys)
        self._stop_waiting()
        said = _("“{action}” has the key {keys} now.", action=_words(line), keys=native(keys))
        self._choose(given(chosen, line.action, [keys]), said)

    def _take_away(self) -> None:
        if (line := self._line()) is not None and self._keys(line):
            said = _("“{action}” has no key now; the menu still does it.", action=_words(line))
            self._choose(given(self._chosen, line.action, []), said)

    def _as_shipped(self) -> None:
        """Give an action its own keys back, and take them from whoever has them now."""
        if (line := self._line()) is None:
            return
        chosen = given(self._chosen, line.action, line.action.keys.split())
        for keys in line.action.keys.split():
            while (other := holder(self._places, line, keys, chosen)) is not None:
                chosen = taken_from(chosen, other.action, keys)
        self._choose(chosen, _("“{action}” has its own keys again.", action=_words(line)))

    def _all_as_shipped(self) -> None:
        self._choose({}, _("Every action has its own keys again."))

    def _choose(self, chosen: dict[str, str], said: str) -> None:
        self._chosen = chosen
        self.chosen_keys.emit(chosen)
        self._fill()
        self.told.setText(said)
        self.told.setAccessibleName(said)
        self.list.setFocus()

    def _stop_waiting(self) -> None:
        if self._wanted is not None:
            self._wanted = None
            self.catcher.hide()
            self.list.setFocus()


def _words(line: Line) -> str:
    return full_words(line.action)
