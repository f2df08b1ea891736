"""Which face prints which character."""

import pytest

from hrdesk.outcome.pdf.characters import bidi_class, break_class
from hrdesk.outcome.pdf.faces import FontCase, Wanted


def names(text: str, wanted: Wanted) -> list[str]:
    return [face.name for face in FontCase().choose(text, 0, len(text), wanted)]


def test_a_symbol_in_arabic_text_is_of_one_face():
    assert set(names("A/HRC/60/CRP.4", Wanted("ar"))) == {"NotoSerif-Regular"}


def test_digits_and_brackets_in_arabic_text_are_those_of_its_symbols():
    assert set(names("34/17()", Wanted("ar"))) == {"NotoSerif-Regular"}


@pytest.mark.parametrize(
    ("wanted", "character", "name"),
    [
        (Wanted("en", bold=True, italic=True), "a", "NotoSerif-BoldItalic"),
        (Wanted("ru"), "я", "NotoSerif-Regular"),
        (Wanted("ar", bold=True), "ع", "NotoNaskhArabic-Bold"),
        (Wanted("ar", italic=True), "(", "NotoSerif-Regular"),
        (Wanted("zh", bold=True), "人", "NotoSansSC-Bold"),
        (Wanted("zh", bold=True), "喆", "NotoSansSC-Regular"),
        (Wanted("zh"), "A", "NotoSansSC-Regular"),
        (Wanted("en", italic=True), "人", "NotoSansSC-Regular"),
    ],
)
def test_each_character_finds_its_face(wanted: Wanted, character: str, name: str):
    assert names(character, wanted) == [name]


def test_a_mark_is_set_in_the_face_of_its_letter():
    assert len(set(names("a\u0301", Wanted("zh")))) == 1


def test_what_no_face_has_is_counted():
    case = FontCase()
    case.report("aกกb\u200b", Wanted("en"))
    assert case.missing == {"ก": 2}


def test_every_ideograph_of_gbk_has_a_glyph():
    case = FontCase()
    for code in range(0x4E00, 0x9FA6):
        assert case.find(Wanted("zh"), chr(code)), hex(code)


@pytest.mark.parametrize(
    ("character", "bidi", "breaks"),
    [
        ("a", "L", "AL"),
        ("ع", "AL", "AL"),
        ("1", "EN", "NU"),
        ("中", "L", "ID"),
        ("（", "ON", "op"),
        ("\u0e01", "L", "AL"),
    ],
)
def test_the_shipped_table_knows_the_classes(character: str, bidi: str, breaks: str):
    assert (bidi_class(character), break_class(character)) == (bidi, breaks)
