"""A closed list says where it is cut; an open one shows all of its words, on the side where it began."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.widgets.list_box import ListBox, _kept_together
from hrdesk.language.isolation import isolate

LONG = "Workshop on regional arrangements for the promotion and protection of human rights"


@pytest.fixture
def holder(qtbot):
    """Give a window, which lives as long as the test."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def box(holder, request):
    """Give a short list in a wide window, mirrored or not."""
    holder.setLayoutDirection(request.param)
    holder.resize(780, 300)
    made = ListBox(holder)
    made.setAccessibleName("Session")
    made.addItems([LONG, "Opening"])
    mirrored = request.param == Qt.LayoutDirection.RightToLeft
    made.setGeometry(620 if mirrored else 10, 10, 150, 28)
    holder.show()
    return made


def test_an_open_list_is_as_wide_as_its_words_and_reaches_away_from_its_side(box):
    box.showPopup()
    opened = box.view().window()
    assert opened.width() > box.fontMetrics().horizontalAdvance(LONG)
    left, right = (box.mapToGlobal(QPoint(x, 0)).x() for x in (0, box.width()))
    is_mirrored = box.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert abs(opened.x() + opened.width() - right if is_mirrored else opened.x() - left) <= 2
    box.hidePopup()


def test_an_open_list_is_named_after_what_it_belongs_to(box):
    box.showPopup()
    assert box.view().accessibleName() == "Session"
    box.hidePopup()


def test_an_open_list_of_short_words_is_hardly_wider_than_a_closed_one(box):
    box.clear()
    box.addItem("x")
    box.showPopup()
    assert box.view().minimumWidth() < box.width() * 1.2
    box.hidePopup()


def test_parts_that_are_wrapped_each_follow_the_line_and_what_was_cut_is_closed():
    parts = f"{isolate('1.')}  {isolate('حلقة عمل')}"
    assert _kept_together(parts) == parts
    cut = f"{parts.removesuffix(chr(0x2069))}…"
    assert _kept_together(cut) == f"{cut}\u2069"
    assert _kept_together("A/HRC/34/23 (2)") == "\u2066A/HRC/34/23 (2)\u2069"
