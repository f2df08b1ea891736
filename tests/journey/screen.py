"""What somebody sees who has no pointing device: the words on the screen, and where the keys go.

Only what every Qt program has is read here (labels, buttons, lines, lists), never a part of the program itself.
"""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QTreeView,
    QWidget,
)

from tests.journey.window_driver import Missing, Part, press

UNSEEN = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that say in which direction words run; nobody sees them."""

MOST_ROWS = 80
"""Rows of a list that are read; nobody looks at more at once."""

MOST_STEPS = 60
"""Arrow keys after which what is looked for is not in a list."""

MOST_ROUNDS, PAUSE = 3, 0.2
"""How often one goes round the window for a control, and the seconds one waits before going round again."""

LOOK = 0.015
"""Seconds between two looks at the screen."""

PATIENCE = 30.0
"""Seconds after which what should be seen is missing."""


def plain(told: str) -> str:
    """Give words without what nobody sees of them."""
    return told.translate(UNSEEN)


def windows() -> list[QWidget]:
    """Give the windows that are open; a menu is none."""
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowType() in kinds]


def words() -> Iterator[str]:
    """Give every text that stands on the screen, and what a screen reader says of what is painted."""
    popup = QApplication.activePopupWidget()
    for top in [popup, *windows()] if popup is not None else windows():
        yield from words_in(top)


def words_in(window: QWidget) -> Iterator[str]:
    """Give every text that stands in one window."""
    for one in (window, *window.findChildren(QWidget)):
        if one.isVisible() and not one.visibleRegion().isEmpty():
            yield from (plain(told) for told in _words_of(one))


def _words_of(one: QWidget) -> Iterator[str]:
    match one:
        case QLabel() | QAbstractButton() | QLineEdit():
            yield one.text()
        case QPlainTextEdit() | QTextEdit():
            yield one.toPlainText()
        case QComboBox():
            yield one.currentText()
        case QMenu():
            yield from (action.text().replace("&", "") for action in one.actions())
        case QTabBar():
            yield from (one.tabText(place) for place in range(one.count()))
        case QAbstractItemView() if one.model() is not None:
            yield from rows(one)
        case _:
            yield one.accessibleName()


def rows(view: QAbstractItemView) -> list[str]:
    """Give the rows of a list, a table or what is open of a tree, as they are spoken."""
    found: list[str] = []
    _gather(view, view.model(), view.rootIndex(), found)
    return found


def rows_of(name: str) -> list[str]:
    """Give the rows of the list of that name, wherever the keys go."""
    views = (one for top in QApplication.topLevelWidgets() for one in top.findChildren(QAbstractItemView))
    view = next((one for one in views if one.isVisible() and one.accessibleName() == name), None)
    return rows(view) if view is not None else []


def lists(name: str, *wanted: str) -> Part:
    """Wait until the list of that name has so many rows, each with the words that are told of it."""

    def is_so() -> bool:
        told = rows_of(name)
        return len(told) == len(wanted) and all(plain(one) in row for one, row in zip(wanted, told, strict=True))

    yield from happens(is_so, f"{name} with {wanted}")


def tells(name: str, *wanted: str) -> Part:
    """Wait until a row of the list of that name says all of these."""
    yield from happens(lambda: _is_told(name, wanted), f"{wanted} in {name}")


def tells_no_more(name: str, *wanted: str) -> Part:
    """Wait until no row of the list of that name says all of these."""
    yield from happens(lambda: not _is_told(name, wanted), f"{wanted} gone from {name}")


def _is_told(name: str, wanted: tuple[str, ...]) -> bool:
    return any(all(plain(one) in row for one in wanted) for row in rows_of(name))


def stands_at(*wanted: str) -> Part:
    """Wait until the row that has the cursor says all of these."""
    yield from happens(lambda: all(plain(one) in row_at_cursor() for one in wanted), f"the cursor at {wanted}")


def empty() -> Part:
    """Wait until nothing stands where the cursor is."""
    yield from happens(lambda: not typed(), "nothing typed")


def _gather(view: QAbstractItemView, model: QAbstractItemModel, under: QModelIndex, found: list[str]) -> None:
    for row in range(min(model.rowCount(under), MOST_ROWS)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(under)
        cells = [model.index(row, column, under) for column in range(columns)]
        told = (cell.data(Qt.ItemDataRole.AccessibleTextRole) or cell.data() for cell in cells)
        found.append(plain(" | ".join(str(one) for one in told if one)))
        if isinstance(view, QTreeView) and cells and view.isExpanded(cells[0]):
            _gather(view, model, cells[0], found)


def sees(*wanted: str) -> bool:
    """Tell whether all of these stand on the screen."""
    left = {plain(one) for one in wanted}
    for told in words():
        left = {one for one in left if one not in told}
        if not left:
            return True
    return False


def appears(*wanted: str) -> Part:
    """Wait until all of these stand on the screen."""
    yield from happens(lambda: sees(*wanted), f"{wanted} on the screen")


def goes(wanted: str) -> Part:
    """Wait until this stands on the screen no more."""
    yield from happens(lambda: not sees(wanted), f"{wanted!r} gone from the screen")


def happens(is_so: Callable[[], object], what: str) -> Part:
    """Look at the screen again and again until something is so; what never comes is told with all that is seen."""
    ends = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > ends:
            raise Missing(f"{what}: never. Seen: {[told for told in words() if told]}")
        rests = time.monotonic() + LOOK
        yield lambda rests=rests: time.monotonic() > rests  # type: ignore[misc]
    yield lambda: True


def focused() -> QWidget:
    """Give what the keys go to."""
    focus = QApplication.focusWidget()
    if focus is None:
        raise Missing("Nothing has the focus.")
    return focus


def typed() -> str:
    """Give the text where the cursor is."""
    match focused():
        case QLineEdit() as line:
            return line.text()
        case QPlainTextEdit() | QTextEdit() as field:
            return field.toPlainText()
        case QComboBox() as box:
            return box.currentText()
    return ""


def row_at_cursor() -> str:
    """Give the row that has the cursor, as it is spoken."""
    view = focused()
    if not isinstance(view, QAbstractItemView):
        return ""
    at = view.currentIndex()
    return plain(str(at.data(Qt.ItemDataRole.AccessibleTextRole) or at.data() or ""))


def menu_key() -> Part:
    """Press the key that opens a menu; Qt hears of it from the system, which is not there without a screen."""
    yield lambda: QTimer.singleShot(0, _ask_for_menu)
    yield from happens(QApplication.activePopupWidget, "a menu")


def _ask_for_menu() -> None:
    focus = focused()
    place = focus.rect().center()
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, focus.mapToGlobal(place))
    QApplication.sendEvent(focus, by_key)


def choose_in_menu(wanted: str) -> Part:
    """Go down in an open menu to what begins with these words, and take it."""
    yield from happens(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "a menu")
    for _step in range(MOST_STEPS):
        if _in_menu().startswith(plain(wanted)):
            yield from press("Return")
            return
        yield from press("Down")
    raise Missing(f"{wanted!r} stands in no menu: {list(words())[:20]}")


def _in_menu() -> str:
    menu = QApplication.activePopupWidget()
    action = menu.activeAction() if isinstance(menu, QMenu) else None
    return plain(action.text().replace("&", "")) if action is not None else ""


def choose(wanted: str) -> Part:
    """Walk with the arrows through a list that is closed, until it shows these words."""
    yield from press("Home")
    for _step in range(MOST_STEPS):
        if plain(wanted) in plain(typed()):
            return
        yield from press("Down")
    raise Missing(f"{wanted!r} is not offered by {focused().accessibleName()!r}: {typed()!r}")


def go_to_row(wanted: str, after: str = "") -> Part:
    """Walk down a list to the row with these words, the first behind the row that begins with ``after``."""
    told = rows(_view())
    first = next((at for at, one in enumerate(told) if one.startswith(plain(after))), len(told)) + bool(after)
    place = next((at for at, one in enumerate(told) if at >= first and wanted in one), None)
    if place is None:
        raise Missing(f"{wanted!r} after {after!r} is in no row: {told}")
    yield from press("Home", *["Down"] * place)
    yield from happens(lambda: wanted in row_at_cursor(), f"the cursor at {wanted!r}")


def _view() -> QAbstractItemView:
    view = focused()
    if not isinstance(view, QAbstractItemView):
        raise Missing(f"{type(view).__name__} is no list.")
    return view


def name() -> str:
    """Say what has the focus: its name, or for want of one what a screen reader would say first."""
    focus = QApplication.focusWidget()
    return next((one for one in _names(focus) if one), "") if focus is not None else ""


def _names(one: QWidget) -> tuple[str, str]:
    spoken = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
    return plain(one.accessibleName()), plain(spoken)


def is_at(wanted: str) -> bool:
    """Tell whether the keys go to a control whose name, or what it says first, begins with these words."""
    focus = QApplication.focusWidget()
    return focus is not None and any(one.startswith(plain(wanted)) for one in _names(focus))


def reach(wanted: str, key: str = "Tab") -> Part:
    """Go with Tab until the control of that name has the focus; where it is met in no round, it is not there.

    What was pressed before may take a moment to change what is shown, so that one goes round again.
    """
    met: list[str] = []
    yield from happens(QApplication.focusWidget, "a focus")
    begun, rounds = QApplication.focusWidget(), 1
    while not is_at(wanted):
        if len(met) > MOST_STEPS * rounds or (met and QApplication.focusWidget() is begun):
            if rounds == MOST_ROUNDS:
                raise Missing(f"No control called {wanted!r} is reached by {key}: {met}")
            rests, begun, rounds = time.monotonic() + PAUSE, QApplication.focusWidget(), rounds + 1
            yield lambda rests=rests: time.monotonic() > rests  # type: ignore[misc]
        met.append(f"{type(focused()).__name__} {name()}")
        yield from press(key)


def at(wanted: str) -> Part:
    """Wait until the control of that name has the focus without a key having been pressed for it."""
    yield from happens(lambda: is_at(wanted), f"the focus at {wanted!r} (it is at {name()!r})")
