"""The fixed words of a masthead and the names of the languages."""

import pytest

from hrdesk.language import LANGUAGES
from hrdesk.language.masthead import (
    distribution_line,
    masthead_block,
    masthead_date,
    official_name,
    original_line,
    version_line,
)
from hrdesk.language.names import language_name, own_name


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", ("Distr.: General", "17 July 2023", "Arabic", "Original: English")),
        ("zh", ("Distr.: General", "17 July 2023", "Chinese", "Original: English")),
        ("en", ("Distr.: General", "17 July 2023", "Original: English")),
        ("fr", ("Distr. générale", "17 juillet 2023", "Français", "Original\u00a0: anglais")),
        ("ru", ("Distr.: General", "17 July 2023", "Russian", "Original: English")),
        ("es", ("Distr. general", "17 de julio de 2023", "Español", "Original: inglés")),
    ],
)
def test_the_block_on_the_right_is_english_in_arabic_chinese_and_russian(
    language: str, expected: tuple[str, ...]
) -> None:
    assert masthead_block(language, "2023-07-17") == expected


def test_the_original_names_itself_once() -> None:
    assert masthead_block("fr", "2023-07-17", original="fr") == (
        "Distr. générale",
        "17 juillet 2023",
        "Original\u00a0: français",
    )
    assert version_line("en", "fr") == "English"
    assert original_line("ru", "fr") == "Original: French"
    assert original_line("es", "ar") == "Original: árabe"


def test_distribution_has_three_kinds() -> None:
    assert distribution_line("limited", "zh") == "Distr.: Limited"
    assert distribution_line("limited", "fr") == "Distr. limitée"
    assert distribution_line("restricted", "es") == "Distr. reservada"
    assert masthead_date("2011-06-14", "ar") == "14 June 2011"


def test_organs_bear_their_official_names() -> None:
    assert official_name("united_nations", "ru") == "Организация Объединенных Наций"
    assert official_name("general_assembly", "fr") == "Assemblée générale"
    assert official_name("human_rights_council", "ar") == "مجلس حقوق الإنسان"
    assert official_name("report", "zh") == "报告"


def test_each_language_has_a_name_in_each() -> None:
    assert [language_name("en", language) for language in LANGUAGES] == [
        "الإنكليزية",
        "英文",
        "English",
        "anglais",
        "английский",
        "inglés",
    ]
    for text_language in LANGUAGES:
        assert len({language_name(language, text_language) for language in LANGUAGES}) == len(LANGUAGES)


def test_a_menu_names_each_language_in_itself() -> None:
    assert [own_name(language) for language in LANGUAGES] == [
        "العربية",
        "中文",
        "English",
        "Français",
        "Русский",
        "Español",
    ]
