"""The stretch of a text that shows why it was found."""

from hypothesis import given
from hypothesis import strategies as st

from hrdesk.language.excerpt import CUT, LENGTH, excerpt

LONG = "The State should adopt a law on access to water. " * 8 + "Remedies for victims come last."


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("Access to water", [(10, 15)]) == ("Access to water", ((10, 15),))


def test_a_long_text_is_cut_between_words_around_what_was_found() -> None:
    place = LONG.index("victims")
    text, marks = excerpt(LONG, [(place, place + 7)])
    assert text.startswith(CUT)
    assert text[1] != " "
    assert LONG.find(text.strip(CUT)) > 0
    assert [text[start:end] for start, end in marks] == ["victims"]


def test_lines_become_one() -> None:
    assert excerpt("a\nb", [(2, 3)]) == ("a b", ((2, 3),))


@given(st.text(), st.integers(0, 300), st.integers(1, 30))
def test_marks_move_along_with_the_text(text: str, start: int, size: int) -> None:
    text = "word " * 60 + text
    start = min(start, len(text) - 1)
    shown, marks = excerpt(text, [(start, min(start + size, len(text)))])
    assert len(shown) <= LENGTH + 2
    assert [shown[low:high].split() for low, high in marks] == [text[start : start + size].split()]
