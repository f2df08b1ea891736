"""Cards have the height of their text, and rows of buttons wrap like words."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from hrdesk.desktop.notes.cards import laid_out
from hrdesk.desktop.widgets.flow_layout import FlowLayout

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("text", ["word " * 60, "代表团建议" * 60, "قالت البعثة " * 60, "x" * 400])
def test_no_line_is_wider_than_the_card(qapp, text):
    layout = laid_out(text, QFont(), 200, 40, LEFT)
    assert layout.lineCount() > 1
    assert all(layout.lineAt(number).naturalTextWidth() <= 201 for number in range(layout.lineCount()))


def test_a_long_text_ends_in_an_ellipsis_after_its_lines(qapp):
    layout = laid_out("word " * 60, QFont(), 200, 2, LEFT)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")


def test_arabic_begins_at_the_right_in_an_english_window(qapp):
    layout = laid_out("قالت", QFont(), 300, 5, LEFT)
    assert layout.lineAt(0).naturalTextRect().right() == pytest.approx(300, abs=1)


@pytest.mark.parametrize("direction", [LEFT, RIGHT])
def test_parts_that_do_not_fit_begin_a_new_row(qtbot, direction):
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayoutDirection(direction)
    layout = FlowLayout(holder, gap=10)
    for _number in range(5):
        part = QLabel(holder)
        part.setFixedSize(100, 20)
        layout.addWidget(part)
    layout.setGeometry(QRect(0, 0, 330, 100))
    places = [(part.x(), part.y()) for part in holder.findChildren(QLabel)]
    mirrored = [(330 - 100 - x, y) for x, y in places] if direction == RIGHT else places
    assert mirrored == [(0, 0), (110, 0), (220, 0), (0, 30), (110, 30)]
    assert layout.heightForWidth(330) == 50
    assert layout.heightForWidth(100) == 5 * 20 + 4 * 10
