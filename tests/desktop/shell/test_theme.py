"""In the dark what can be typed into, chosen or ticked has a rim that is seen."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QPlainTextEdit

RIM = 140
"""By how much per cent Fusion draws a rim darker than the window."""


def contrast(one: QColor, other: QColor) -> float:
    """Give how far two colours stand from one another, as WCAG 2.2 counts it."""

    def light(colour: QColor) -> float:
        given = (colour.redF(), colour.greenF(), colour.blueF())
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in given]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    first, second = sorted((light(one), light(other)))
    return (second + 0.05) / (first + 0.05)


@pytest.mark.parametrize("made", [QLineEdit, QPlainTextEdit, QComboBox, QListWidget])
def test_the_rim_of_a_field_is_seen_in_the_dark_and_forgotten_in_the_light(qtbot, window, made):
    if window._app.style().name().lower() != "fusion":
        pytest.skip("the system draws the window")
    part = made()
    qtbot.addWidget(part)
    part.show()
    window.use_theme("dark")
    QApplication.processEvents()
    around = window.palette().color(QPalette.ColorRole.Window)
    assert contrast(part.palette().color(QPalette.ColorRole.Window).darker(RIM), around) >= 3
    window.use_theme("light")
    QApplication.processEvents()
    assert part.palette().color(QPalette.ColorRole.Window) == window.palette().color(QPalette.ColorRole.Window)


def test_what_is_selected_in_a_field_is_read_in_the_dark(qtbot, window):
    part = QLineEdit()
    qtbot.addWidget(part)
    part.show()
    window.use_theme("dark")
    QApplication.processEvents()
    colours = part.palette()
    assert contrast(colours.color(QPalette.ColorRole.Highlight), colours.color(QPalette.ColorRole.HighlightedText)) >= 7
    window.use_theme("light")
