"""Pieces of another direction in a right-to-left line."""

import pytest

from hrdesk.language.isolation import isolate


@pytest.mark.parametrize("text", ["A/HRC/34/23", "2012-12-14", "+41 22 917 12 34", "Tribunal africain"])
def test_a_piece_without_arabic_runs_from_left_to_right(text: str) -> None:
    assert isolate(text) == f"\u2066{text}\u2069"


@pytest.mark.parametrize("text", ["المحكمة", "قرار A/HRC/RES/18/14", "A/HRC/1 بشأن"])
def test_a_piece_with_arabic_finds_its_own_direction(text: str) -> None:
    assert isolate(text) == f"\u2068{text}\u2069"


def test_nothing_is_wrapped_twice_and_nothing_empty_at_all() -> None:
    assert isolate("") == ""
    assert isolate(isolate("A/HRC/1")) == isolate("A/HRC/1")
