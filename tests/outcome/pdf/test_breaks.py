"""Line breaks: the official cases of Unicode 15.0.0, and what each of our languages asks beyond them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.outcome.pdf.breaks import Chance, chances, tailored
from hrdesk.outcome.pdf.characters import break_class
from tests.outcome.pdf.test_bidi import lines_of


def pieces(text: str, language: str, least: Chance = Chance.ALLOWED) -> list[str]:
    """Cut a text wherever its line may end."""
    result = [""]
    for character, chance in zip(text, tailored(text, language), strict=True):
        if chance >= least:
            result.append("")
        result[-1] += character
    return result


def test_all_official_cases():
    failed = []
    count = 0
    for line in lines_of("LineBreakTest.txt.xz"):
        parts = line.split()
        text = "".join(chr(int(code, 16)) for code in parts[1::2])
        wanted = [mark == "÷" for mark in parts[0::2]][:-1]
        count += 1
        if [chance > Chance.NEVER for chance in chances([break_class(character) for character in text])] != wanted:
            failed.append(line)
    assert count == 7_654
    assert not failed[:5]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "see A/HRC/RES/18/14, para.", ["see ", "A/HRC/RES/18/14, ", "para."]),
        ("en", "A/HRC/60/CRP.4", ["A/HRC/60/CRP.4"]),
        ("en", "24-25 May", ["24-25 ", "May"]),
        ("en", "word—word (a) “b c” 45% $ 5", ["word—", "word ", "(a) ", "“b ", "c” ", "45% ", "$ ", "5"]),
        ("fr", "l’homme «\u202foui\u202f» 45\u00a0%", ["l’homme ", "«\u202foui\u202f» ", "45\u00a0%"]),
        ("es", "¿Cómo? ¡Ya! –dos– tres", ["¿Cómo? ", "¡Ya! ", "–dos– ", "tres"]),
        ("ru", "он\u00a0— это «да»", ["он\u00a0— ", "это ", "«да»"]),
        ("ar", "قرار 34/17 (A/HRC/RES/34/17).", ["قرار ", "34/17 ", "(A/HRC/RES/34/17)."]),
        ("zh", "会议，《宪章》——以及", ["会", "议，", "《宪", "章》", "——", "以", "及"]),
        ("zh", "第34/17号2025年“协调人”", ["第34/17号", "2025年", "“协", "调", "人”"]),
        ("zh", "答复（见Add.1）……。", ["答", "复", "（见", "Add.1）……。"]),
    ],
)
def test_lines_end_where_the_language_allows(language: str, text: str, wanted: list[str]):
    assert pieces(text, language) == wanted


def test_a_symbol_is_broken_after_its_slashes_as_a_last_resort():
    assert pieces("A/HRC/RES/18/14", "en", Chance.LAST_RESORT) == ["A/", "HRC/", "RES/", "18/14"]


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=40), st.sampled_from(["en", "zh", "ar"]))
def test_no_line_ends_before_a_blank_or_at_the_start(text: str, language: str):
    found = tailored(text, language)
    assert len(found) == len(text)
    assert all(chance is not Chance.ALLOWED for chance, character in zip(found, text, strict=True) if character == " ")
    assert not found or found[0] is Chance.NEVER
