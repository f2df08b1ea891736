"""What a reader takes for the same letter becomes the same letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.language.folding import fold


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("الإنسان", "الانسان"),
        ("المحكمة", "المحكمه"),
        ("حُقُوقُ", "حقوق"),
        ("حقـــوق", "حقوق"),
        ("مستوى", "مستوي"),
        ("مسؤول", "مسوول"),
        ("آذار", "اذار"),
        ("١٢ ديسمبر", "12 ديسمبر"),
        ("ещё ЧЁТКО", "еще четко"),
        ("cœur", "COEUR"),
        ("Éducation", "education"),
        ("l’homme", "L'Homme"),
        ("niños", "NINOS"),
        ("straße", "STRASSE"),
        ("ＨＲ１２", "hr12"),
        ("co\u00adope\u200bration", "cooperation"),
        ("\u2066A/HRC/34/23\u2069", "a/hrc/34/23"),
        ("  two \u00a0 words\n", "two words"),
        ("人权", "人权"),
    ],
)
def test_the_two_spellings_fall_together(written: str, searched: str) -> None:
    assert fold(written) == fold(searched)


@pytest.mark.parametrize(("one", "other"), [("мой", "мои"), ("йод", "иод"), ("人权", "人"), ("ا", "ب"), ("e", "o")])
def test_two_letters_stay_two_letters(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_both_ways_of_writing_a_letter_are_one() -> None:
    assert fold("и\u0306") == fold("й") == fold("Й") == "й"
    assert fold("e\u0301") == fold("é") == "e"


@settings(deadline=None, max_examples=300)
@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="aé'’ иЙй\u0306œ أةىـ١", min_size=1))
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())


def test_traditional_chinese_is_the_same_as_simplified() -> None:
    assert fold("聯合國人權機制") == fold("联合国人权机制") == "联合国人权机制"


def test_folding_twice_changes_no_chinese_character() -> None:
    every = "".join(map(chr, range(0x4E00, 0xA000)))
    assert fold(fold(every)) == fold(every)
    assert len(fold(every)) == len(every)
