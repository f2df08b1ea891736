"""Pieces of another direction in a right-to-left line."""

import pytest

from hrdesk.language.isolation import isolate, visible


@pytest.mark.parametrize("text", ["A/HRC/34/23", "2012-12-14", "+41 22 917 12 34", "Tribunal africain"])
def test_a_piece_without_arabic_runs_from_left_to_right(text: str) -> None:
    assert isolate(text) == f"\u2066{text}\u2069"


@pytest.mark.parametrize("text", ["المحكمة", "قرار A/HRC/RES/18/14", "A/HRC/1 بشأن"])
def test_a_piece_with_arabic_finds_its_own_direction(text: str) -> None:
    assert isolate(text) == f"\u2068{text}\u2069"


def test_nothing_is_wrapped_twice_and_nothing_empty_at_all() -> None:
    assert isolate("") == ""
    assert isolate(isolate("A/HRC/1")) == isolate("A/HRC/1")


@pytest.mark.parametrize(
    "text", ["x\u202eevil", "x\u2069\u202eevil", "\u2066\u2069\u202eevil\u2069", "x\u2067evil", "x\u2069"]
)
def test_no_mark_in_a_piece_reaches_beyond_it(text: str) -> None:
    held = isolate(text)
    inner = held[1:-1]
    assert held[0] in "\u2066\u2068"
    assert held[-1] == "\u2069"
    assert inner.count("\u2069") == sum(map(inner.count, "\u2066\u2067\u2068"))
    assert not set(inner) & set("\u202a\u202b\u202c\u202d\u202e")
    assert "\\u20" in inner


def test_what_is_wrapped_inside_stays_wrapped() -> None:
    assert isolate("a \u2066b\u2069 c") == "\u2066a \u2066b\u2069 c\u2069"
    assert isolate("\u2066a\u2069 \u2066b\u2069") == "\u2066\u2066a\u2069 \u2066b\u2069\u2069"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("المحكمة \u200fA/HRC/1", "المحكمة \u200fA/HRC/1"),
        ("a\tb\nc\u00a0d", "a\tb\nc\u00a0d"),
        ("\u202eevil", "\\u202eevil"),
        ("\u2066a\u2069", "\\u2066a\\u2069"),
        ("\x1b[2J\r\x9b", "\\x1b[2J\\x0d\\x9b"),
        ("a\u2028b\u2029", "a\\u2028b\\u2029"),
    ],
)
def test_marks_that_steer_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown
