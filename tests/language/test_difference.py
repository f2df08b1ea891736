"""What changed between two texts, word by word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.language.difference import Piece, difference

TEXTS = st.text(st.sampled_from("ab c.,/1\n年人权ابج"), max_size=30)


def told(before, after):
    return [(piece.change, piece.text) for piece in difference(before, after)]


def test_a_changed_word_goes_out_and_comes_in():
    assert told("States should report", "States could report") == [
        ("same", "States "),
        ("out", "should"),
        ("in", "could"),
        ("same", " report"),
    ]


def test_neighbouring_words_change_together():
    changes = [change for change, _text in told("one two three four", "one 2 3 four")]
    assert changes == ["same", "out", "in", "same"]


def test_a_symbol_stays_whole():
    assert ("out", "A/HRC/RES/12/2") in told("see A/HRC/RES/12/2.", "see A/HRC/RES/18/14.")


def test_chinese_is_compared_by_character():
    assert told("各国应报告", "各国可报告") == [("same", "各国"), ("out", "应"), ("in", "可"), ("same", "报告")]


def test_equal_texts_differ_in_nothing():
    assert difference("same text", "same text") == [Piece("same", "same text")]


@given(TEXTS, TEXTS)
@settings(max_examples=150)
def test_both_texts_can_be_read_off_the_difference(before, after):
    pieces = difference(before, after)
    assert "".join(piece.text for piece in pieces if piece.change != "in") == before
    assert "".join(piece.text for piece in pieces if piece.change != "out") == after
