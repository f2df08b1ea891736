"""Tests of where the Tab key stops."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.widgets.tab_stops import tab_stops


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


def names(part):
    return [one.accessibleName() for one in tab_stops(part)]


def named(part, name):
    part.setAccessibleName(name)
    return part


def test_what_is_made_later_is_reached_where_it_stands(page):
    column = QVBoxLayout(page)
    for name in ("second", "third"):
        column.addWidget(named(QLineEdit(page), name))
    column.insertWidget(0, named(QPushButton(page), "first"))
    page.show()
    assert names(page) == ["first", "second", "third"]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_row_is_read_from_where_reading_begins(page, direction):
    page.setLayoutDirection(direction)
    row = QHBoxLayout(page)
    for name in ("first", "second", "third"):
        row.addWidget(named(QPushButton(page), name))
    page.show()
    assert names(page) == ["first", "second", "third"]


def test_columns_beside_each_other_are_read_one_after_the_other(page):
    halves = QSplitter(page)
    for side in ("left", "right"):
        part = QWidget(halves)
        form = QFormLayout(part)
        for number in range(3):
            form.addRow(QLabel(f"{number}"), named(QLineEdit(part), f"{side} {number}"))
    QVBoxLayout(page).addWidget(halves)
    page.show()
    assert names(page) == [f"{side} {number}" for side in ("left", "right") for number in range(3)]


def test_tabs_come_before_the_page_that_is_shown_and_no_other_page_is_met(page):
    tabs = QTabWidget(page)
    tabs.tabBar().setAccessibleName("tabs")
    for number in range(2):
        area = QScrollArea(tabs)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(area)
        QVBoxLayout(inside).addWidget(named(QCheckBox(inside), f"page {number}"))
        area.setWidget(inside)
        tabs.addTab(area, str(number))
    QVBoxLayout(page).addWidget(tabs)
    page.show()
    assert names(page) == ["tabs", "page 0"]
    tabs.setCurrentIndex(1)
    QApplication.processEvents()
    assert names(page) == ["tabs", "page 1"]


def test_what_is_shut_hidden_or_hands_the_keys_on_is_no_stop(page):
    column = QVBoxLayout(page)
    shut, hidden, text = (named(one(page), "no") for one in (QPushButton, QLineEdit, QWidget))
    inner = named(QTextEdit(text), "text")
    text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    text.setFocusProxy(inner)
    QVBoxLayout(text).addWidget(inner)
    for one in (shut, hidden, text):
        column.addWidget(one)
    shut.setEnabled(False)
    hidden.hide()
    page.show()
    assert names(page) == ["text"]
