"""A list of thousands of cards: only what is seen is laid out, and keys, mouse and screen reader find all of it."""

import pytest
from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyledItemDelegate

from hrdesk.desktop.notes.card_list import CardList

MANY = 3_000


class Counting(QStyledItemDelegate):
    """A delegate that counts how often it is asked, of cards 30 to 90 pixels high."""

    def __init__(self, parent):
        super().__init__(parent)
        self.asked = 0

    def sizeHint(self, option, index):  # noqa: N802 - Qt's name
        self.asked += 1
        size = super().sizeHint(option, index)
        size.setHeight(30 + index.row() % 4 * 20)
        return size


@pytest.fixture
def cards(qtbot):
    made = CardList()
    qtbot.addWidget(made)
    made.setItemDelegate(Counting(made))
    made.setModel(QStringListModel([f"Card {number}" for number in range(MANY)], made))
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def counted(qtbot, cards):
    qtbot.waitUntil(lambda: cards._heights.next_uncounted() < 0)
    return cards


def top_of(cards, row: int) -> int:
    return cards.visualRect(cards.model().index(row)).top()


def test_a_card_that_comes_has_only_itself_and_what_is_seen_counted(qtbot, cards):
    counted(qtbot, cards).itemDelegate().asked = 0
    cards.model().insertRow(MANY)
    cards.scrollToBottom()
    counted(qtbot, cards)
    assert cards.itemDelegate().asked == 1


def test_what_is_seen_stays_where_it_is_while_the_rest_is_counted(qtbot, cards):
    cards.scrollTo(cards.model().index(2_000), CardList.ScrollHint.PositionAtTop)
    place = top_of(cards, 2_000)
    assert 0 <= place < 10
    counted(qtbot, cards)
    assert top_of(cards, 2_000) == place
    assert cards.verticalScrollBar().value() == sum(30 + row % 4 * 20 for row in range(2_000)) - place


def test_the_end_is_the_end_before_and_after_all_is_counted_and_in_another_size(qtbot, cards):
    last = cards.model().index(MANY - 1)
    cards.scrollToBottom()
    assert cards.visualRect(last).bottom() + 1 == cards.viewport().height()
    counted(qtbot, cards)
    assert cards.visualRect(last).bottom() + 1 == cards.viewport().height()
    cards.resize(400, 220)
    assert cards.visualRect(last).bottom() + 1 == cards.viewport().height()


def test_every_place_is_the_card_that_is_painted_there(qtbot, cards):
    counted(qtbot, cards)
    cards.verticalScrollBar().setValue(1_234)
    for y in range(0, cards.viewport().height(), 7):
        index = cards.indexAt(QPoint(10, y))
        assert cards.visualRect(index).contains(10, y)


@pytest.mark.parametrize(
    ("key", "row"),
    [
        (Qt.Key.Key_Down, 101),
        (Qt.Key.Key_Up, 99),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, MANY - 1),
        (Qt.Key.Key_PageDown, 105),
        (Qt.Key.Key_PageUp, 95),
    ],
)
def test_keys_go_from_card_to_card_and_bring_it_into_view(qtbot, cards, key, row):
    counted(qtbot, cards)
    cards.setCurrentIndex(cards.model().index(100))
    QTest.keyClick(cards, key)
    assert cards.currentIndex().row() == pytest.approx(row, abs=1 if abs(row - 100) == 5 else 0)
    place = cards.visualRect(cards.currentIndex())
    assert place.top() >= 0
    assert place.bottom() < cards.viewport().height()


def test_several_cards_are_chosen_with_the_mouse_and_with_keys(qtbot, cards):
    counted(qtbot, cards)
    at = [cards.visualRect(cards.model().index(row)).center() for row in range(3)]
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=at[0])
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at[2])
    assert sorted(one.row() for one in cards.selectedIndexes()) == [0, 1, 2]
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at[1])
    assert sorted(one.row() for one in cards.selectedIndexes()) == [0, 2]
    QTest.keyClick(cards, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(cards.selectedIndexes()) == MANY
    # A plain click last: Qt goes on believing that Ctrl is held, in every test that comes after.
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=at[0])
    assert [one.row() for one in cards.selectedIndexes()] == [0]


def test_a_screen_reader_finds_a_list_and_the_words_of_each_card(qtbot, cards):
    counted(qtbot, cards)
    told = QAccessible.queryAccessibleInterface(cards)
    assert told.role() == QAccessible.Role.List
    assert told.childCount() == MANY
    assert told.child(2_345).text(QAccessible.Text.Name) == "Card 2345"


def test_cards_that_go_leave_no_gap_and_none_is_left_over(qtbot, cards):
    counted(qtbot, cards)
    cards.model().removeRows(0, 8)
    counted(qtbot, cards)
    assert top_of(cards, 0) == -cards.verticalScrollBar().value()
    assert [cards.visualRect(cards.model().index(row)).height() for row in range(4)] == [30, 50, 70, 90]
    cards.model().setStringList([])
    assert not cards.indexAt(QPoint(5, 5)).isValid()
    cards.grab()
