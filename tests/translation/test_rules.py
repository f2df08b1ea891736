"""Numbers and document symbols of a source and its wording."""

import pytest

from hrdesk.translation.rules import Mismatch, mismatch


@pytest.mark.parametrize(
    ("source", "wording"),
    [
        ("Some 8,500 words", "Quelque 8 500 mots"),
        ("Some 8,500 words", "Unas 8.500 palabras"),
        ("Within 24 hours, A/HRC/RES/12/2", "خلال 24 ساعة، A/HRC/RES/12/2"),
        ("Within 24 hours", "خلال ٢٤ ساعة"),
        ("On 10 June 2026", "2026年6月10日"),
        ("2.5 per cent", "2,5 %"),
        ("Resolution 12/2", "Résolution 12/2"),
    ],
)
def test_the_same_numbers_in_another_dress_are_the_same(source, wording):
    assert not mismatch(source, wording)


def test_a_number_that_was_left_out_is_told():
    assert mismatch("12 months and 24 hours", "12 mois") == Mismatch(("24",), ())


def test_a_number_that_was_mistyped_is_told_on_both_sides():
    assert mismatch("by 2027", "d’ici à 2028") == Mismatch(("2027",), ("2028",))


def test_a_symbol_counts_as_one_mark_and_its_figures_do_not_count_again():
    assert mismatch("see A/HRC/RES/12/2", "voir A/HRC/RES/12/3") == Mismatch(("A/HRC/RES/12/2",), ("A/HRC/RES/12/3",))


def test_a_symbol_written_with_blanks_is_the_same_symbol():
    assert not mismatch("see A/HRC/28/31", "voir A / HRC / 28 / 31")
