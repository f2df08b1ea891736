"""Tests of the button that adds a record, and of its menu."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from hrdesk.desktop.agenda.add_button import AddButton


@pytest.fixture
def outline(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    tree, button = QTreeWidget(window), AddButton(window)
    tree.setCurrentItem(QTreeWidgetItem(tree, ["Session"]))
    column = QVBoxLayout(window)
    column.addWidget(button)
    column.addWidget(tree)
    button.menu().addAction("under it")
    button.serve(tree)
    window.show()
    yield tree, button
    button.menu().close()


def test_the_key_for_menus_opens_it_at_the_line(outline):
    tree, button = outline
    place = tree.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, tree.mapToGlobal(place))
    QApplication.sendEvent(tree, asked)
    assert button.menu().isVisible()


def test_the_arrow_that_points_down_opens_it_on_the_button(outline, qtbot):
    _tree, button = outline
    button.menu().aboutToShow.connect(lambda: QTimer.singleShot(0, button.menu().close))
    with qtbot.waitSignal(button.menu().aboutToShow):
        qtbot.keyClick(button, Qt.Key.Key_Down)
