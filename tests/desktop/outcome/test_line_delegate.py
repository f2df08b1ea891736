"""A line of the document leaves to its words what its own remark leaves free."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from hrdesk.desktop.outcome.line_delegate import ASIDE, LineDelegate

WORDS = "The workshop brought together participants of regional and subregional mechanisms " * 3


@pytest.fixture
def tree(qtbot):
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setItemDelegate(LineDelegate(tree))
    for _row in range(2):
        tree.addTopLevelItem(QTreeWidgetItem([WORDS]))
    tree.resize(500, 200)
    qtbot.addWidget(tree)
    tree.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    with qtbot.waitExposed(tree):
        tree.show()
    return tree


def picture_of_row(tree, row):
    return tree.viewport().grab(tree.visualItemRect(tree.topLevelItem(row))).toImage()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_long_remark_takes_no_room_from_another_line(tree, direction):
    tree.setLayoutDirection(direction)
    tree.topLevelItem(0).setData(0, ASIDE, "Footnote")
    before = picture_of_row(tree, 0)
    tree.topLevelItem(1).setData(0, ASIDE, "◐ Restricted  ·  ⚠ a source was made stricter")
    assert picture_of_row(tree, 0) == before


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_remark_stands_where_the_line_ends(tree, direction):
    tree.setLayoutDirection(direction)
    tree.topLevelItem(0).setText(0, "Words")  # short: what follows does not end at the remark
    plain = picture_of_row(tree, 0)
    tree.topLevelItem(0).setData(0, ASIDE, "Footnote")
    told = picture_of_row(tree, 0)
    width, height = told.width(), told.height()
    differs = [x for x in range(width) if any(told.pixel(x, y) != plain.pixel(x, y) for y in range(height))]
    is_mirrored = direction == Qt.LayoutDirection.RightToLeft
    assert max(differs) < width // 2 if is_mirrored else min(differs) > width // 2
