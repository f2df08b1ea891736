"""Setting lines: order, alignment, stretched blanks, words wider than a line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.outcome.document import Note, Run
from hrdesk.outcome.pdf.faces import FontCase
from hrdesk.outcome.pdf.lines import Align, Line, set_lines, set_one
from hrdesk.outcome.pdf.shaping import Shaper
from hrdesk.outcome.pdf.sheet import setting
from hrdesk.outcome.pdf.story import tell
from tests.outcome.pdf.six_documents import LANGUAGES, TEXTS

MEASURE = 300.0
CASE, SHAPER = FontCase(), Shaper()


def lines_of(
    text: str, language: str, align: Align = "justify", measure: float = MEASURE, first: float = 0.0
) -> list[Line]:
    story = tell([Run(text)], setting("body", language), language, CASE)
    return set_lines(story, measure, CASE, SHAPER, align, first)


def shown(line: Line) -> str:
    """Return the text of a line as it stands from left to right."""
    return "".join(glyph.text for placed in line.words for glyph in placed.word.glyphs)


def end_of(line: Line) -> float:
    """Return the right end of a line's last word that is not blank."""
    return max(placed.x + placed.word.width for placed in line.words if not placed.word.blank)


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru"])
def test_justified_lines_end_at_the_measure_and_the_last_one_does_not(language: str):
    lines = lines_of(TEXTS[language]["long"], language)
    assert [round(end_of(line), 1) for line in lines[:-1]].count(MEASURE) >= len(lines) - 2
    assert end_of(lines[-1]) < MEASURE


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_measure_and_no_letter_is_lost(language: str):
    text = TEXTS[language]["long"]
    lines = lines_of(text, language)
    assert all(line.width <= MEASURE + 0.1 for line in lines)
    assert all(min(placed.x for placed in line.words if not placed.word.blank) >= -0.1 for line in lines)
    letters = sorted("".join(shown(line) for line in lines).replace("\u200b", ""))
    assert letters == sorted(text)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ar", "قرار 34/17 (A/HRC/RES/34/17).", ".)A/HRC/RES/34/17( 34/17 رارق"),
        ("ar", "عددها 1 250 رسالة", "ةلاسر 1 250 اهددع"),
        ("en", "the word قرار here", "the word رارق here"),
    ],
)
def test_a_line_of_two_directions_is_in_visual_order(language: str, text: str, wanted: str):
    (line,) = lines_of(text, language)
    assert shown(line) == wanted


def test_a_right_to_left_line_begins_at_the_right():
    (line,) = lines_of("قرار", "ar", "start", first=20)
    assert end_of(line) == pytest.approx(MEASURE - 20)


def test_chinese_lines_are_filled_by_widening_the_gaps_a_little():
    lines = lines_of("人权理事会第六十届会议，讨论了区域机制。" * 6, "zh")
    assert all(end_of(line) == pytest.approx(MEASURE, abs=0.1) for line in lines[:-1])
    assert not any(shown(line)[0] in "，。" for line in lines)


def test_a_line_that_would_be_torn_stays_ragged():
    lines = lines_of("a b c Donaudampfschifffahrtsgesellschaftskapitän und", "en", measure=230)
    assert end_of(lines[0]) < 100


def test_a_word_wider_than_the_line_is_cut():
    lines = lines_of("Donaudampfschifffahrtsgesellschaft" * 3, "en")
    assert len(lines) > 1
    assert "".join(shown(line) for line in lines) == "Donaudampfschifffahrtsgesellschaft" * 3


def test_a_cut_arabic_word_keeps_the_joined_forms():
    whole = {glyph.number for placed in set_one_of("سسسسسس").words for glyph in placed.word.glyphs}
    cut = {glyph.number for line in lines_of("س" * 200, "ar") for placed in line.words for glyph in placed.word.glyphs}
    assert cut == whole


def set_one_of(text: str) -> Line:
    return set_one(tell([Run(text)], setting("body", "ar"), "ar", CASE), CASE, SHAPER)


def test_a_typed_line_end_is_kept():
    assert [shown(line).strip() for line in lines_of("one\ntwo\n\nfour", "en")] == ["one", "two", "", "four"]


def test_a_note_mark_stands_after_its_word_and_is_raised():
    note = Note("12", (Run("See."),))
    story = tell([Run("قرار A/HRC/60.")], setting("body", "ar"), "ar", CASE, [(13, note)])
    (line,) = set_lines(story, MEASURE, CASE, SHAPER)
    assert shown(line) == ".12A/HRC/60 رارق"
    (mark,) = [placed.word for placed in line.words if placed.word.style.note == 0 and placed.word.glyphs]
    assert mark.style.rise > 0
    assert line.notes == (0,)


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=80), st.sampled_from(["en", "ar", "zh"]), st.sampled_from(["justify", "center", "end"]))
def test_any_text_stays_inside_the_measure(text: str, language: str, align: Align):
    for line in lines_of(text, language, align):
        assert line.width <= MEASURE + 0.1
