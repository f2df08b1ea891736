"""The text field of several lines: direction by its own letters, height by its text, Tab moves on."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrdesk.desktop.widgets.prose import Prose, direction_of

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("حقوق الإنسان", RIGHT),
        ("Rights", LEFT),
        ("1. حقوق", RIGHT),
        ("(2) Права", LEFT),
        ("人权", LEFT),
        ("123", RIGHT),
        ("", RIGHT),
    ],
)
def test_a_text_runs_as_its_first_letter_does_and_else_as_the_window(text, direction):
    assert direction_of(text, RIGHT) == direction


def test_arabic_typed_in_an_english_window_runs_from_the_right(qtbot):
    prose = Prose()
    qtbot.addWidget(prose)
    prose.setText("حقوق")
    assert prose.document().defaultTextOption().textDirection() == RIGHT
    prose.setText("Rights")
    assert prose.document().defaultTextOption().textDirection() == LEFT


def test_the_field_grows_with_its_text_up_to_a_bound(qtbot):
    prose = Prose(fewest=1, most=4)
    qtbot.addWidget(prose)
    prose.resize(300, 50)
    prose.show()
    heights = []
    for lines in (1, 3, 4, 9):
        prose.setText("\n".join(["line"] * lines))
        heights.append(prose.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_tab_leaves_the_field_and_says_so(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    prose, other = Prose(), Prose()
    layout.addWidget(prose)
    layout.addWidget(other)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    prose.setFocus()
    with qtbot.waitSignal(prose.left):
        qtbot.keyClick(prose, Qt.Key.Key_Tab)
    assert other.hasFocus()


def test_pasting_takes_plain_text_without_control_characters(qtbot):
    prose = Prose(one_paragraph=True)
    qtbot.addWidget(prose)
    told = QMimeData()
    told.setHtml("<b>Rights</b>")
    told.setText("Human\x07\nrights")
    prose.insertFromMimeData(told)
    assert prose.text() == "Human rights"
