"""What changed between two texts, word by word."""

import time

import pytest
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


def long_text(words: int) -> str:
    """Give a text of many sentences in which common words come again and again."""
    return " ".join(f"The State of word{number} should report on the law." for number in range(words // 9))


def test_a_long_text_is_compared_at_once_and_still_word_by_word():
    before = long_text(9_000)
    after = before.replace("word500 should", "word500 must")
    start = time.perf_counter()
    found = difference(before, after)
    assert time.perf_counter() - start < 2
    assert [piece for piece in found if piece.change != "same"] == [Piece("out", "should"), Piece("in", "must")]


def test_a_long_text_without_any_sentence_is_compared_too():
    before = "same " * 20_000
    start = time.perf_counter()
    found = difference(before, before + "more")
    assert time.perf_counter() - start < 2
    assert "".join(piece.text for piece in found if piece.change != "out") == before + "more"


@settings(deadline=None, max_examples=100)
@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_pieces_however_they_were_cut(before, after):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hrdesk.language.difference.MOST_PAIRS", 2)
        found = difference(before, after)
    assert "".join(piece.text for piece in found if piece.change != "in") == before
    assert "".join(piece.text for piece in found if piece.change != "out") == after
