"""Which keys an action may have: such as every keyboard has, in every layout, and that no text needs for itself.

Where a layout has no Latin letters, the letter that the same key has on a Latin keyboard is meant: Windows tells it by
itself, and on Linux the place of the key does.
"""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from hrdesk.language import N_

_Key, _Held = Qt.Key, Qt.KeyboardModifier

MODIFIERS = frozenset(
    {_Key.Key_Control, _Key.Key_Shift, _Key.Key_Alt, _Key.Key_AltGr, _Key.Key_Meta, _Key.Key_Super_L, _Key.Key_Super_R}
    | {_Key.Key_CapsLock, _Key.Key_NumLock, _Key.Key_ScrollLock, _Key.Key_unknown}
)
"""What is held down, or says nothing: the key itself is still to come."""

TYPING = frozenset({_Key.Key_Escape, _Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Backspace})
"""Keys that every field needs, whatever is held down with them."""

GOING = frozenset({_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End})
LONE = frozenset({_Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Insert})
"""Keys that may stand alone, beside the function keys."""

LATIN_LETTERS = range(_Key.Key_A, _Key.Key_Z + 1)

OTHERS = GOING | LONE | {_Key.Key_Return, _Key.Key_Delete, _Key.Key_Space}

EDITING = frozenset({"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Alt+F4"})
"""What copies, cuts, pastes, chooses all and closes the window everywhere."""

NUMBER_PAD = N_("Many laptops have no number pad. Please press another key.")
LETTERS = N_("That key types a sign. Please hold Ctrl with it, or press a function key.")
FIELDS = N_("Every field needs that key for itself. Please press another one.")
LAYOUTS = N_("That key is not on every keyboard. Please take a letter, a figure or a function key.")
ALT_LETTERS = N_("Alt and a letter open a menu. Please hold Ctrl, or press a function key.")
ALT_GR = N_("Ctrl and Alt together type signs on many keyboards. Please hold one of them alone.")

ROWS = ((10, "1234567890"), (24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM"))
"""The code of the first key of a row under X11 and Wayland, and what its keys are on a Latin keyboard."""


def is_still_to_come(key: int) -> bool:
    """Tell whether only something is held down so far."""
    return key in MODIFIERS


def pressed(event: QKeyEvent) -> str:
    """Give in Qt's portable words what was pressed, by the Latin letter of its key."""
    latin = latin_key(event.key(), event.nativeVirtualKey(), event.nativeScanCode())
    held = event.modifiers() & ~_Held.KeypadModifier & ~_Held.GroupSwitchModifier
    return QKeySequence(latin | held.value).toString(QKeySequence.SequenceFormat.PortableText)


def latin_key(key: int, virtual: int, code: int, platform: str = sys.platform) -> int:
    """Give the Latin letter or figure of a key that a layout gave another sign; the key itself where none is known."""
    if _is_latin(key) or key > 0xFFFF or key == _Key.Key_Space:
        return int(key)
    if platform == "win32":
        return virtual if _is_latin(virtual) else int(key)
    if platform.startswith("linux"):
        return next((ord(row[code - at]) for at, row in ROWS if at <= code < at + len(row)), int(key))
    return int(key)


def why_not(keys: str, *, from_pad: bool = False) -> str:
    """Say why an action cannot have these keys, marked for translation; nothing where it can."""
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # Qt gives it, its stubs do not know
    held = combination.keyboardModifiers()
    key = combination.toCombined() & ~held.value  # as a number: no name stands for the letters of every script
    has_ctrl, has_alt = bool(held & _Held.ControlModifier), bool(held & _Held.AltModifier)
    is_function = _Key.Key_F1 <= key <= _Key.Key_F12
    rules = (
        (from_pad, NUMBER_PAD),
        (key in TYPING or keys in EDITING, FIELDS),
        (not (is_function or key in OTHERS or key < 0x80), LAYOUTS),
        (is_function or (key in LONE and not held), ""),
        (has_ctrl and has_alt, ALT_GR),
        (not has_ctrl and not has_alt, FIELDS if key in OTHERS - {_Key.Key_Space} else LETTERS),
        (key in GOING and has_ctrl, FIELDS),
        (key in OTHERS, ""),
        (not _is_latin(key), LAYOUTS),
        (has_alt and key in LATIN_LETTERS, ALT_LETTERS),
    )
    return next((why for holds, why in rules if holds), "")


def _is_latin(key: int) -> bool:
    return key < 0x80 and chr(key).isalnum()
