"""Sessions, agenda items, lists and paragraph marks in six languages, letter by letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.language import LANGUAGES
from hrdesk.language.numbers import (
    LETTERED,
    NUMBERED,
    SECTION,
    agenda_items,
    council_session,
    heading_number,
    list_text,
    paragraph_number,
    roman,
    subparagraph,
)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", "الدورة الرابعة والثلاثون"),
        ("zh", "第三十四届会议"),
        ("en", "Thirty-fourth session"),
        ("fr", "Trente-quatrième session"),
        ("ru", "Тридцать четвертая сессия"),
        ("es", "34º período de sesiones"),
    ],
)
def test_the_thirty_fourth_session_stands_as_on_its_masthead(language: str, expected: str) -> None:
    assert council_session(34, language) == expected


@pytest.mark.parametrize(
    ("language", "sessions"),
    [
        (
            "en",
            {
                1: "First", 3: "Third", 11: "Eleventh", 12: "Twelfth", 20: "Twentieth", 21: "Twenty-first",
                22: "Twenty-second", 40: "Fortieth", 99: "Ninety-ninth", 100: "One hundredth",
                114: "One hundred and fourteenth", 200: "200th", 201: "201st", 211: "211th",
            },
        ),
        (
            "fr",
            {
                1: "Première", 2: "Deuxième", 4: "Quatrième", 5: "Cinquième", 9: "Neuvième", 11: "Onzième",
                19: "Dix-neuvième", 20: "Vingtième", 21: "Vingt et unième", 22: "Vingt-deuxième", 30: "Trentième",
                70: "Soixante-dixième", 71: "Soixante et onzième", 72: "Soixante-douzième", 80: "Quatre-vingtième",
                81: "Quatre-vingt-unième", 91: "Quatre-vingt-onzième", 99: "Quatre-vingt-dix-neuvième",
                100: "Centième", 101: "Cent unième", 114: "Cent quatorzième", 205: "205e",
            },
        ),
        (
            "ru",
            {
                1: "Первая", 3: "Третья", 10: "Десятая", 13: "Тринадцатая", 20: "Двадцатая", 23: "Двадцать третья",
                40: "Сороковая", 41: "Сорок первая", 52: "Пятьдесят вторая", 90: "Девяностая", 100: "Сотая",
                101: "Сто первая", 205: "205-я",
            },
        ),
    ],
)  # fmt: skip
def test_a_session_is_counted_in_words(language: str, sessions: dict[int, str]) -> None:
    noun = "сессия" if language == "ru" else "session"
    for number, words in sessions.items():
        assert council_session(number, language) == f"{words} {noun}"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "الأولى"),
        (2, "الثانية"),
        (10, "العاشرة"),
        (11, "الحادية عشرة"),
        (12, "الثانية عشرة"),
        (18, "الثامنة عشرة"),
        (20, "العشرون"),
        (21, "الحادية والعشرون"),
        (52, "الثانية والخمسون"),
        (65, "الخامسة والستون"),
        (99, "التاسعة والتسعون"),
        (100, "المائة"),
        (114, "الرابعة عشرة بعد المائة"),
        (200, "200"),
    ],
)
def test_an_arabic_session_is_counted_in_the_feminine(number: int, expected: str) -> None:
    assert council_session(number, "ar") == f"الدورة {expected}"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (31, "三十一"), (99, "九十九"), (100, "一百"),
        (101, "一百零一"), (110, "一百一十"), (114, "一百一十四"), (1000, "1000"),
    ],
)  # fmt: skip
def test_a_chinese_session_is_a_chinese_numeral(number: int, expected: str) -> None:
    assert council_session(number, "zh") == f"第{expected}届会议"


def test_a_spanish_session_is_in_words_up_to_the_tenth() -> None:
    assert council_session(5, "es") == "Quinto período de sesiones"
    assert council_session(7, "es") == "Séptimo período de sesiones"
    assert council_session(10, "es") == "Décimo período de sesiones"
    assert council_session(11, "es") == "11º período de sesiones"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sessions_have_the_same_name(language: str) -> None:
    assert len({council_session(number, language) for number in range(1, 1200)}) == 1199
    with pytest.raises(ValueError, match="0"):
        council_session(0, language)


@pytest.mark.parametrize(
    ("language", "one", "two", "three"),
    [
        ("ar", "البند 3 من جدول الأعمال", "البندان 2 و3 من جدول الأعمال", "البنود 2 و3 و10 من جدول الأعمال"),
        ("zh", "议程项目3", "议程项目2和3", "议程项目2、3和10"),
        ("en", "Agenda item 3", "Agenda items 2 and 3", "Agenda items 2, 3 and 10"),
        (
            "fr",
            "Point 3 de l’ordre du jour",
            "Points 2 et 3 de l’ordre du jour",
            "Points 2, 3 et 10 de l’ordre du jour",
        ),
        ("ru", "Пункт 3 повестки дня", "Пункты 2 и 3 повестки дня", "Пункты 2, 3 и 10 повестки дня"),
        ("es", "Tema 3 de la agenda", "Temas 2 y 3 de la agenda", "Temas 2, 3 y 10 de la agenda"),
    ],
)
def test_agenda_items_are_named_as_on_the_masthead(language: str, one: str, two: str, three: str) -> None:
    assert agenda_items([3], language) == one
    assert agenda_items([2, 3], language) == two
    assert agenda_items([2, 3, 10], language) == three
    assert agenda_items(["3"], language) == one
    assert agenda_items([], language) == ""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", "الدول والهيئات والمنظمات"),
        ("zh", "الدول、الهيئات和المنظمات"),
        ("en", "الدول, الهيئات and المنظمات"),
        ("ru", "الدول, الهيئات и المنظمات"),
    ],
)
def test_a_list_is_joined_in_the_manner_of_its_language(language: str, expected: str) -> None:
    parts = ["الدول", "الهيئات", "المنظمات"]
    assert list_text(parts, language) == expected
    assert list_text(parts[:1], language) == parts[0]
    assert list_text([], language) == ""


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Italia", "Chile e Italia"),
        ("índices", "Chile e índices"),
        ("historia", "Chile e historia"),
        ("hielo", "Chile y hielo"),
        ("IIDH", "Chile y IIDH"),
        ("Yemen", "Chile y Yemen"),
        ("Perú", "Chile y Perú"),
    ],
)
def test_the_spanish_and_gives_way_to_the_sound_of_i(last: str, expected: str) -> None:
    assert list_text(["Chile", last], "es") == expected


def test_roman_numerals_are_the_old_ones() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40, 90, 400, 1990, 2026, 3999)] == [
        "I", "IV", "IX", "XIV", "XL", "XC", "CD", "MCMXC", "MMXXVI", "MMMCMXCIX",
    ]  # fmt: skip
    for number in (0, 4000):
        with pytest.raises(ValueError, match=str(number)):
            roman(number)


@settings(deadline=None, max_examples=200)
@given(st.integers(1, 3999))
def test_a_roman_numeral_adds_up_to_its_number(number: int) -> None:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[letter] for letter in roman(number)]
    following = [*values[1:], 0]
    assert sum(-value if value < after else value for value, after in zip(values, following, strict=True)) == number


@pytest.mark.parametrize(
    ("language", "section", "lettered", "numbered"),
    [
        ("ar", "ثانياً -", "باء -", "2 -"),
        ("zh", "二.", "B.", "2."),
        ("en", "II.", "B.", "2."),
        ("fr", "II.", "B.", "2."),
        ("ru", "II.", "B.", "2."),
        ("es", "II.", "B.", "2."),
    ],
)
def test_headings_are_counted_in_three_ways(language: str, section: str, lettered: str, numbered: str) -> None:
    assert heading_number(SECTION, 2, language) == section
    assert heading_number(LETTERED, 2, language) == lettered
    assert heading_number(NUMBERED, 2, language) == numbered


def test_an_arabic_heading_beyond_the_words_is_a_figure() -> None:
    assert heading_number(SECTION, 11, "ar") == "حادي عشر -"
    assert heading_number(SECTION, 20, "ar") == "20 -"
    assert heading_number(LETTERED, 28, "ar") == "غين -"
    assert heading_number(LETTERED, 29, "ar") == "29 -"


def test_paragraphs_have_the_same_figures_in_all_languages() -> None:
    assert [paragraph_number(12, language) for language in LANGUAGES] == ["12-", "12.", "12.", "12.", "12.", "12."]


@pytest.mark.parametrize(
    ("language", "first", "second", "below"),
    [
        ("ar", "(أ)", "(ب)", "'2'"),
        ("zh", "(a)", "(b)", "(二)"),
        ("en", "(a)", "(b)", "(ii)"),
        ("fr", "a)", "b)", "ii)"),
        ("ru", "a)", "b)", "ii)"),
        ("es", "a)", "b)", "ii)"),
    ],
)
def test_subparagraphs_have_the_marks_of_their_language(language: str, first: str, second: str, below: str) -> None:
    assert subparagraph(1, language) == first
    assert subparagraph(2, language) == second
    assert subparagraph(2, language, depth=2) == below


def test_after_the_last_letter_they_begin_again_doubled() -> None:
    assert [subparagraph(number, "en") for number in (26, 27, 28, 53)] == ["(z)", "(aa)", "(bb)", "(aaa)"]
    assert subparagraph(5, "ar") == "(هـ)"
    assert subparagraph(29, "ar") == "(أأ)"
    with pytest.raises(ValueError, match="0"):
        subparagraph(0, "en")
