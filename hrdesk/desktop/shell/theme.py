"""How the window looks: light, dark or as the system is, and how large its text stands.

The only place where colours are named. Windows and macOS keep their own style; elsewhere Fusion is given two calm
palettes, because a bare desktop has none to follow.
"""

import sys
from typing import Literal

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Theme = Literal["", "light", "dark"]
"""As the system is, or one of the two whatever the system is."""

BASE_POINTS = 11.5
"""Readable at arm's length on a laptop of 14 inches; the person's own step comes on top."""
SMALLEST_STEP, LARGEST_STEP = -3, 8

_LIGHT = {
    QPalette.ColorRole.Window: "#f4f5f6",
    QPalette.ColorRole.WindowText: "#1b2024",
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.AlternateBase: "#f1f4f6",
    QPalette.ColorRole.ToolTipBase: "#fffbe8",
    QPalette.ColorRole.ToolTipText: "#1b2024",
    QPalette.ColorRole.Text: "#1b2024",
    QPalette.ColorRole.Button: "#e9ecee",
    QPalette.ColorRole.ButtonText: "#1b2024",
    QPalette.ColorRole.BrightText: "#a4262c",
    QPalette.ColorRole.Highlight: "#1f5f8b",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Link: "#1f5f8b",
    QPalette.ColorRole.PlaceholderText: "#5d666d",
    QPalette.ColorRole.Light: "#ffffff",
    QPalette.ColorRole.Midlight: "#eef0f2",
    QPalette.ColorRole.Mid: "#c3c9ce",
    QPalette.ColorRole.Dark: "#98a1a8",
    QPalette.ColorRole.Shadow: "#6b747b",
    QPalette.ColorRole.Accent: "#1f5f8b",
}
_DARK = {
    QPalette.ColorRole.Window: "#1f2326",
    QPalette.ColorRole.WindowText: "#e7eaec",
    QPalette.ColorRole.Base: "#2a2f33",
    QPalette.ColorRole.AlternateBase: "#262b2f",
    QPalette.ColorRole.ToolTipBase: "#3a3a2c",
    QPalette.ColorRole.ToolTipText: "#f1f1e6",
    QPalette.ColorRole.Text: "#e7eaec",
    QPalette.ColorRole.Button: "#363c41",
    QPalette.ColorRole.ButtonText: "#e7eaec",
    QPalette.ColorRole.BrightText: "#ff9a94",
    QPalette.ColorRole.Highlight: "#2f77a8",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Link: "#7fbde6",
    QPalette.ColorRole.PlaceholderText: "#a4aeb5",
    QPalette.ColorRole.Light: "#434a50",
    QPalette.ColorRole.Midlight: "#32383c",
    QPalette.ColorRole.Mid: "#454c52",
    QPalette.ColorRole.Dark: "#0f1112",
    QPalette.ColorRole.Shadow: "#08090a",
    QPalette.ColorRole.Accent: "#2f77a8",
}
_MARK = {QPalette.ColorRole.Base: "#69737b"}
"""What is to be ticked stands out three times from the dark: Fusion draws its rim darker than the window."""
_RIM = {QPalette.ColorRole.Window: "#99a5ae"}
"""Fusion draws the rim of a field darker than its window: from this colour one comes out that is seen in the dark."""
_FIELD = _RIM | {QPalette.ColorRole.Highlight: "#7fbde6", QPalette.ColorRole.HighlightedText: "#0f1112"}
"""The rim of the field that has the cursor comes out of the colour of what is selected in it."""
_DARK_PARTS = {
    "QRadioButton": _MARK,
    "QCheckBox": _MARK,
    "QLineEdit": _FIELD,
    "QPlainTextEdit": _FIELD,
    "QTextEdit": _FIELD,
    "QComboBox": _RIM,
    "QAbstractItemView": _RIM,
}
"""The parts that have colours of their own in the dark."""
_FADED = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


def is_dark() -> bool:
    """Tell whether the window is dark now, for what is drawn by hand."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def first_colours(app: QApplication, theme: str) -> None:
    """Choose the colours of the first paint by what is known without asking; ``apply_theme`` follows it."""
    if not _follows_itself():
        _use_palette(app, dark=theme == "dark" or (theme != "light" and is_dark()))
    elif theme:
        apply_theme(app, theme)


def apply_theme(app: QApplication, theme: str) -> None:
    """Make the window light, dark, or as the system is."""
    from PySide6.QtCore import Qt  # the largest of Qt's names, and not needed for the first paint

    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(schemes.get(theme, Qt.ColorScheme.Unknown))
    if not _follows_itself():
        if app.style().name().lower() != "fusion":
            app.setStyle("Fusion")
        dark = theme == "dark" or (theme != "light" and hints.colorScheme() == Qt.ColorScheme.Dark)
        _use_palette(app, dark=dark)


def apply_text_size(app: QApplication, step: int) -> None:
    """Set the size of all text, in steps of a point around the one that is meant for a laptop."""
    font = app.font()
    font.setPointSizeF(BASE_POINTS + max(SMALLEST_STEP, min(LARGEST_STEP, step)))
    app.setFont(font)


def _follows_itself() -> bool:
    """Tell whether the platform's own style draws the window, light and dark."""
    return sys.platform in ("win32", "darwin")


def _use_palette(app: QApplication, *, dark: bool) -> None:
    wanted = _palette(_DARK if dark else _LIGHT)
    if app.palette().color(QPalette.ColorRole.Window) != wanted.color(QPalette.ColorRole.Window):
        app.setPalette(wanted)
        for kind, colours in _DARK_PARTS.items() if dark else ():
            own = QPalette(wanted)
            for role, colour in colours.items():
                own.setColor(role, QColor(colour))
            app.setPalette(own, kind)  # type: ignore[arg-type]  # PySide6 6.11 declares bytes and takes text


def _palette(colours: dict[QPalette.ColorRole, str]) -> QPalette:
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    faded = QColor(colours[QPalette.ColorRole.PlaceholderText])
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, QColor(colours[QPalette.ColorRole.Window]))
    return palette
