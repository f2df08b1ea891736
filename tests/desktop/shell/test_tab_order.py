"""Tests of a window through which Tab goes as the eye does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.shell.tab_order import InReadingOrder


class Lines(InReadingOrder):
    """Three lines; the last that was made stands first."""

    def __init__(self):
        super().__init__()
        middle = QWidget(self)
        self.lines = [QLineEdit(middle) for _number in range(3)]
        column = QVBoxLayout(middle)
        for line in reversed(self.lines):
            column.addWidget(line)
        self.setCentralWidget(middle)


@pytest.fixture
def window(qtbot):
    made = Lines()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_tab_goes_down_the_window_and_round(window, qtbot):
    window.lines[2].setFocus()
    for following in (1, 0, 2):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is window.lines[following]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is window.lines[0]


def test_what_lies_over_the_window_is_gone_round_alone(window, qtbot):
    over = QFrame(window)
    column = QVBoxLayout(over)
    buttons = [QPushButton(over) for _number in range(2)]
    for button in buttons:
        column.addWidget(button)
    over.setGeometry(20, 20, 200, 200)
    over.show()
    buttons[0].setFocus()
    for following in (1, 0, 1):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is buttons[following]
