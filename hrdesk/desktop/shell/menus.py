"""Menus, shortcuts, the finder and the sheet of keys: all made from the one table of actions."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from hrdesk.desktop.shell.action import Action, from_the_left, keys_in_use, native
from hrdesk.desktop.shell.finder import Choice
from hrdesk.language import N_
from hrdesk.language.interface import _

MENUS = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "room": N_("&Room"),
    "view": N_("&View"),
    "help": N_("&Help"),
}
"""The menus in their order; what names no other stands in that of its room."""


class Menus(QObject):
    """Holds the table of the window and that of the room now shown, and the Qt actions made from both."""

    def __init__(self, bar: QMenuBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._menus: dict[str, QMenu] = {name: bar.addMenu("") for name in MENUS}
        self._table: list[tuple[Action, QAction]] = []
        self._room: list[tuple[Action, QAction]] = []
        self._submenus: list[tuple[str, QMenu]] = []
        self._within: dict[str, QMenu] = {}
        self._chosen: Mapping[str, str] = {}

    @property
    def actions(self) -> list[Action]:
        """Give the window's own table."""
        return [action for action, _made in self._table]

    def use_keys(self, chosen: Mapping[str, str]) -> None:
        """Give every action the keys that a person chose for it, else its own."""
        self._chosen = chosen
        for action, made in (*self._table, *self._room):
            made.setShortcuts(self._sequences(action))
            made.setText(_beside_its_keys(made.text(), made))

    def menu(self, name: str) -> QMenu:
        """Give one of the menus."""
        return self._menus[name]

    def put(self, actions: Sequence[Action]) -> None:
        """Put actions of the window into the table, each at the end of its menu."""
        for action in actions:
            self._table.append((action, self._made(action, self._menus[action.menu or "room"])))

    def part(self, menu: str) -> None:
        """Draw a line at the end of a menu."""
        self._menus[menu].addSeparator()

    def submenu(self, menu: str, label: str) -> QMenu:
        """Put a menu into a menu; ``label`` is marked."""
        made = self._menus[menu].addMenu(_(label))
        self._submenus.append((label, made))
        return made

    def choices(self, menu: QMenu, actions: Sequence[Action], chosen: str) -> QActionGroup:
        """Put actions of which one is always chosen into ``menu``; labels that are names of languages stay."""
        group = QActionGroup(menu)
        for action in actions:
            made = self._made(action, menu)
            made.setCheckable(True)
            made.setChecked(action.name == chosen)
            group.addAction(made)
            self._table.append((action, made))
        return group

    def show_room(self, title: str, actions: Sequence[Action]) -> None:
        """Show the actions of another room; keys of the room before no longer do anything."""
        menu = self._menus["room"]
        for _told, made in self._room:
            for holder in made.associatedObjects():
                if isinstance(holder, QMenu):
                    holder.removeAction(made)
            made.deleteLater()
        for within in self._within.values():
            menu.removeAction(within.menuAction())
            within.deleteLater()
        self._room, self._within = [], {}
        for action in actions:
            place = action.menu if action.menu in MENUS else "room"
            holder = self._under(action.under) if action.under and place == "room" else self._menus[place]
            self._room.append((action, self._made(action, holder)))
        menu.setTitle(title.replace("&", "&&"))
        menu.menuAction().setVisible(bool(actions))

    def qt_action(self, name: str) -> QAction:
        """Give the Qt action made from the action ``name``."""
        return next(made for action, made in (*self._table, *self._room) if action.name == name)

    def room_actions(self) -> list[QAction]:
        """List the Qt actions of the room now shown."""
        return [made for _told, made in self._room]

    def retranslate(self) -> None:
        """Set every word anew; the room's own menu is named by the room."""
        for name, menu in self._menus.items():
            if name != "room":
                menu.setTitle(_(MENUS[name]))
        for label, menu in (*self._submenus, *self._within.items()):
            menu.setTitle(_(label))
        for action, made in (*self._table, *self._room):
            made.setText(_beside_its_keys(_(action.label), made))
            made.setToolTip(_(action.hint) if action.hint else "")

    def found(self) -> list[Choice]:
        """List what can be done now, for the finder."""
        return [
            Choice(full_words(action, made.text()), keys_of(made), made.trigger)
            for action, made in (*self._room, *self._table)
            if made.isEnabled() and made.isVisible()
        ]

    def sheet(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """List menus with what has keys, for the sheet of keys."""
        parts = []
        for name, menu in self._menus.items():
            lines = [
                (full_words(action), keys_of(made))
                for action, made in (*self._table, *self._room)
                if (action.menu if action.menu in MENUS else "room") == name and made.shortcuts()
            ]
            parts.append((plain(menu.title()), lines))
        return parts

    def _under(self, label: str) -> QMenu:
        """Give a menu within that of the room; it stands where its first action would."""
        if label not in self._within:
            self._within[label] = self._menus["room"].addMenu(_(label))
        return self._within[label]

    def _made(self, action: Action, menu: QMenu) -> QAction:
        made = QAction(menu)
        made.setShortcuts(self._sequences(action))
        made.setText(_beside_its_keys(_(action.label), made))
        made.setObjectName(action.name)
        made.setMenuRole(QAction.MenuRole.NoRole)
        made.triggered.connect(lambda: action.do())
        menu.addAction(made)
        return made

    def _sequences(self, action: Action) -> list[QKeySequence]:
        return [QKeySequence(keys) for keys in keys_in_use(action, self._chosen)]


def plain(words: str) -> str:
    """Take the marks of mnemonics out of a menu's words; Chinese has its letter in brackets behind them."""
    bare = re.sub(r"\(&\w\)", "", words.partition("\t")[0].replace("&&", "\0"))
    return bare.replace("&", "").replace("\0", "&").removesuffix("…")


def full_words(action: Action, words: str = "") -> str:
    """Name an action where its menu is not seen; ``words`` are those that it has there now, if others than its own."""
    named = plain(words or _(action.label))
    return f"{plain(_(action.under))}  ·  {named}" if action.nameless else named


def keys_of(made: QAction) -> str:
    """Give the keys as the system writes them."""
    return " / ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in made.shortcuts())


def _beside_its_keys(words: str, made: QAction) -> str:
    """Give the words of a menu; Qt writes the keys beside them, and from right to left turns a sign at their end."""
    words = words.partition("\t")[0]
    keys = native(made.shortcut().toString())
    return words if not keys or keys[-1].isalnum() else f"{words}\t{from_the_left(keys)}"
