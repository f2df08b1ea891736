"""Blanks and unprintable characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.outcome.pdf.typography import cleaned, spaced


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "fr",
            "Que faire ? Ceci : « oui » ; 1 250",
            "Que faire\u202f? Ceci\u00a0: «\u202foui\u202f»\u202f; 1\u202f250",
        ),
        ("ru", "он — это, № 5, п. 7", "он\u00a0— это, №\u00a05, п.\u00a07"),
        ("en", "see para. 7 and 12 others", "see para.\u00a07 and 12 others"),
        ("ar", "الفقرة 7 و1 250", "الفقرة\u00a07 و1\u202f250"),
        ("zh", "第 1 250 号", "第 1 250 号"),
    ],
)
def test_blanks_that_must_not_end_a_line_are_unbreakable(language: str, text: str, wanted: str):
    assert spaced(text, language) == wanted


@settings(deadline=None, max_examples=60)
@given(st.text(), st.sampled_from(["fr", "ru", "es", "ar", "en", "zh"]))
def test_spacing_changes_blanks_only_and_no_length(text: str, language: str):
    found = spaced(text, language)
    assert len(found) == len(text)
    assert all(a == b or (a in " \u00a0" and b in "\u00a0\u202f") for a, b in zip(text, found, strict=True))


def test_control_characters_and_broken_letters_are_cleaned():
    assert cleaned("a\x00b\x1b\tc\r\nd\ud800e\uffff\xadf") == "ab c\u2028d\ufffde\ufffdf"


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.characters()))
def test_cleaned_text_can_be_written(text: str):
    cleaned(text).encode("utf-16")
