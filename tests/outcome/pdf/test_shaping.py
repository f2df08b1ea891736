"""Glyphs and the text they stand for."""

from hrdesk.outcome.pdf.faces import FontCase, Wanted
from hrdesk.outcome.pdf.shaping import Shaper

ARABIC = FontCase().chain(Wanted("ar"))[0]
SERIF = FontCase().chain(Wanted("en"))[0]


def test_arabic_letters_are_joined_and_stand_from_right_to_left():
    alone = Shaper().shape(ARABIC, "م", 0, 1, True, "ar")
    word = Shaper().shape(ARABIC, "ممم", 0, 3, True, "ar")
    assert [glyph.text for glyph in word] == ["م", "م", "م"]
    assert len({glyph.number for glyph in (*word, *alone)}) == 4


def test_a_piece_of_a_word_is_joined_to_what_stands_beside_it():
    whole = Shaper().shape(ARABIC, "ممم", 0, 3, True, "ar")
    pieces = [Shaper().shape(ARABIC, "ممم", at, at + 1, True, "ar") for at in (2, 1, 0)]
    assert tuple(glyph for piece in pieces for glyph in piece) == whole


def test_lam_and_alef_are_drawn_as_one_and_kept_as_two():
    pair = Shaper().shape(ARABIC, "لا", 0, 2, True, "ar")
    assert [glyph.text for glyph in pair] == ["ا", "ل"]
    joined = Shaper().shape(ARABIC, "لم", 0, 2, True, "ar")
    assert pair[1].number != joined[1].number


def test_a_ligature_stands_for_its_letters():
    glyphs = Shaper().shape(SERIF, "ffi", 0, 3, False, "en")
    assert "".join(glyph.text for glyph in glyphs) == "ffi"


def test_marks_keep_their_own_text():
    glyphs = Shaper().shape(ARABIC, "عُ", 0, 2, True, "ar")
    assert {glyph.text for glyph in glyphs} == {"ع", "\u064f"}


def test_brackets_are_mirrored_and_keep_their_text():
    left = Shaper().shape(SERIF, "(", 0, 1, False, "en")[0]
    right_to_left = Shaper().shape(SERIF, ")", 0, 1, True, "ar")[0]
    assert left.number == right_to_left.number
    assert right_to_left.text == ")"


def test_unbreakable_blanks_are_found_again_as_blanks():
    assert [glyph.text for glyph in Shaper().shape(SERIF, "\u00a0\u202f", 0, 2, False, "fr")] == [" ", " "]
