"""Heights of cards: guessed until they are counted, and always in step with the rows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.desktop.notes.heights import FIRST_GUESS, Heights

TRUE_HEIGHTS = st.lists(st.integers(20, 300), min_size=1, max_size=40)


def counted(heights: list[int]) -> Heights:
    made = Heights()
    made.begin(len(heights))
    for row in range(len(heights)):
        made.count(row, heights.__getitem__)
    return made


def test_what_was_not_counted_is_guessed():
    heights = Heights()
    heights.begin(3)
    assert heights.whole == 3 * FIRST_GUESS
    assert heights.count(1, lambda _row: 100)
    assert heights.top(2) == FIRST_GUESS + 100
    assert heights.next_uncounted() == 0


@settings(deadline=None, max_examples=50)
@given(TRUE_HEIGHTS)
def test_every_pixel_belongs_to_the_card_that_is_there(true_heights):
    heights = counted(true_heights)
    owners = [row for row, height in enumerate(true_heights) for _pixel in range(height)]
    assert [heights.row_at(place) for place in range(heights.whole)] == owners
    assert heights.row_at(-1) == heights.row_at(heights.whole) == -1


@settings(deadline=None, max_examples=50)
@given(TRUE_HEIGHTS, st.data())
def test_cards_that_come_and_go_move_the_others_and_are_counted_alone(true_heights, data):
    heights = counted(true_heights)
    place = data.draw(st.integers(0, len(true_heights)))
    heights.insert(place, 2)
    after = [*true_heights[:place], 77, 78, *true_heights[place:]]
    asked: list[int] = []

    def height_of(row: int) -> int:
        asked.append(row)
        return after[row]

    while (row := heights.next_uncounted()) >= 0:
        heights.count(row, height_of)
    assert asked == [place, place + 1]
    assert [heights.height(row) for row in range(len(heights))] == after
    heights.remove(place, 2)
    assert [heights.height(row) for row in range(len(heights))] == true_heights
    assert heights.whole == sum(true_heights)


def test_a_card_in_doubt_keeps_its_height_until_it_is_counted_again():
    heights = counted([50, 60, 70])
    heights.doubt([1])
    assert (heights.whole, heights.next_uncounted()) == (180, 1)
    assert not heights.count(1, lambda _row: 60)
    heights.doubt()
    assert heights.next_uncounted() == 0
