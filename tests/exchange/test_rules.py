"""What is suggested where desks wrote different texts: sentences of theirs, the same whoever is asked first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.exchange.rules import MOST_SENTENCES, alternatives, suggestion
from hrdesk.language.sentences import sentences

BASE = "The State should act. It should report. It should pay."
NOTES = st.lists(st.sampled_from(["One.", "Two.", "Three.", "各国应报告。", "نعم؟", "Six!"]), max_size=6)


def text(parts: list[str]) -> str:
    return " ".join(parts)


def told(words: str) -> list[str]:
    return [one.text for one in sentences(words)]


def test_edits_of_different_sentences_are_united():
    one = "The State must act. It should report. It should pay."
    other = "The State should act. It should report. It should pay in full."
    assert suggestion(BASE, (one, other)) == "The State must act. It should report. It should pay in full."


def test_edits_of_neighbouring_sentences_are_united():
    assert suggestion("A acts. B acts.", ("A must act. B acts.", "A acts. B must act.")) == "A must act. B must act."


def test_three_desks_are_united_too():
    found = suggestion("A acts. B acts. C acts.", ("A2. B acts. C acts.", "A acts. B2. C acts.", "A acts. B acts. C2."))
    assert found == "A2. B2. C2."


def test_a_sentence_added_by_one_and_another_changed_by_the_other_are_united():
    one = "New. The State should act. It should report. It should pay."
    other = "The State should act. It should report. It must pay."
    assert suggestion(BASE, (one, other)) == "New. The State should act. It should report. It must pay."


@pytest.mark.parametrize(
    ("base", "one", "other"),
    [
        (
            "The State should adopt a law on access to water.",
            "The State must adopt a law on water by 2027.",
            "The State should consider adopting guidelines on access to water.",
        ),
        ("A acts. B acts.", "A acts.", "A acts. B must act."),
        ("A acts.", "A acts. B acts.", "A acts. C acts."),
        ("A acts.", "", "A must act."),
        ("One. Two. One.", "One. Two.", "Two. One."),
    ],
)
def test_what_meets_in_one_place_is_left_to_a_person(base: str, one: str, other: str):
    assert suggestion(base, (one, other)) is None
    assert suggestion(base, (other, one)) is None


def test_without_a_common_past_nothing_is_suggested():
    assert suggestion(None, ("A acts.", "A acts. B acts.")) is None
    assert suggestion(None, ("A acts.", "A acts.")) == "A acts."


def test_a_text_too_long_to_compare_gets_no_suggestion():
    long = "A acts. " * (MOST_SENTENCES + 1)
    assert suggestion(long, (long + "B acts.", "B acts. " + long)) is None


def test_chinese_sentences_are_joined_without_a_blank():
    assert suggestion("甲。乙。", ("甲一。乙。", "甲。乙二。")) == "甲一。乙二。"


def test_paragraphs_stay_paragraphs():
    found = suggestion("A acts.\n\nB acts.", ("A must act.\n\nB acts.", "A acts.\n\nB acts.\n\nC acts."))
    assert found == "A must act.\n\nB acts.\n\nC acts."


def test_alternatives_stand_in_brackets_once_each():
    assert alternatives(("must act", "should act", "must act")) == "[must act] [should act]"


@settings(deadline=None, max_examples=300)
@given(NOTES, NOTES, NOTES)
def test_the_order_says_nothing_and_no_sentence_is_made_or_lost(base: list[str], one: list[str], other: list[str]):
    first, second = text(one), text(other)
    found = suggestion(text(base), (first, second))
    assert found == suggestion(text(base), (second, first))
    if found is None:
        return
    assert set(told(found)) <= set(told(first)) | set(told(second))
    for sentence in set(told(first)) & set(told(second)):
        assert told(found).count(sentence) >= min(told(first).count(sentence), told(second).count(sentence))


@settings(deadline=None, max_examples=50)
@given(NOTES, st.text(max_size=40))
def test_equal_texts_suggest_themselves(base: list[str], words: str):
    assert suggestion(text(base), (words, words)) == words


@settings(deadline=None, max_examples=50)
@given(NOTES, NOTES)
def test_where_one_desk_changed_nothing_the_other_is_suggested(base: list[str], one: list[str]):
    found = suggestion(text(base), (text(base), text(one)))
    assert found is None or told(found) == told(text(one))
