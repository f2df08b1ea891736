"""Numbers given more than once."""

import pytest

from hrdesk.language import LANGUAGES
from hrdesk.language.repeated_numbers import repeated, repeated_number


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["3 bis.", "3 ter.", "3 quater."]),
        ("fr", ["3 bis.", "3 ter.", "3 quater."]),
        ("es", ["3 bis.", "3 ter.", "3 quater."]),
        ("ru", ["3 бис.", "3 тер.", "3 кватер."]),
        ("ar", ["3 مكررا-", "3 مكررا ثانيا-", "3 مكررا ثالثا-"]),
        ("zh", ["3之二.", "3之三.", "3之四."]),
    ],
)
def test_a_number_is_repeated_as_the_language_does_it(language: str, told: list[str]):
    assert [repeated_number(3, turn, language) for turn in (2, 3, 4)] == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_turns_are_called_alike_and_the_first_has_no_word(language: str):
    assert len({repeated(turn, language) for turn in range(2, 30)}) == 28
    with pytest.raises(ValueError, match="first text"):
        repeated(1, language)
