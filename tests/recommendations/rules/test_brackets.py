"""Square brackets inside a text: found, numbered, settled; whatever signs a text holds, no word is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.recommendations.rules.brackets import has_brackets, pieces, places, settled


def options(text: str) -> list[tuple[str, ...]]:
    return [one.options for one in places(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("States [shall] [should] act.", [("shall", "should")]),
        ("States [shall]/[should] act [now].", [("shall", "should"), ("now",)]),
        ("States [shall [urgently]] act.", [("shall [urgently]",)]),
        ("各国［应］［可］采取行动。", [("应", "可")]),
        ("يتعين [على الدول] أن تعمل", [("على الدول",)]),
        ("no brackets", []),
        ("one [open", []),
        ("one] closed", []),
        ("a [b] c]", [("b",)]),
        ("[a [b] c", [("b",)]),
        ("as quoted [...] and [sic] and […]", []),
        ("[]", [("",)]),
    ],
)
def test_open_places_are_found(text: str, found: list[tuple[str, ...]]):
    assert options(text) == found


@pytest.mark.parametrize(
    ("text", "choices", "told"),
    [
        ("States [shall] [should] act.", [1], "States shall act."),
        ("States [shall] [should] act.", [2], "States should act."),
        ("States [shall] [should] act.", [None], "States [shall] [should] act."),
        ("States should act [, where possible].", [0], "States should act."),
        ("States should act [, where possible].", [1], "States should act, where possible."),
        ("[All] States [and bodies] act.", [0, 0], "States act."),
        ("States [shall [urgently]] act.", [1], "States shall [urgently] act."),
        ("各国［应］［可］采取行动。", [2], "各国可采取行动。"),
        ("a [b] c [d]", [None, 1], "a [b] c d"),
        ("a\n\n[b]\n\nc", [1], "a\n\nb\n\nc"),
    ],
)
def test_brackets_are_settled(text: str, choices: list[int | None], told: str):
    assert settled(text, choices) == told


@pytest.mark.parametrize("choices", [[3], [-1], [1, 1]])
def test_a_choice_that_is_not_there_is_refused(choices: list[int | None]):
    with pytest.raises(Refused):
        settled("States [shall] [should] act.", choices)


def test_a_sign_without_its_partner_is_still_a_bracket_and_an_editors_is_none():
    assert has_brackets("one [open")
    assert has_brackets("a [b] c")
    assert has_brackets("］")
    assert not has_brackets("as quoted [...], [sic]")


BRACKETED = st.text(alphabet="[]［］ab ,.\n", max_size=30)


@given(BRACKETED)
@settings(max_examples=150, deadline=None)
def test_the_pieces_give_the_text_again_and_settling_all_first_options_loses_no_letter(text: str):
    assert "".join(one.text for one in pieces(text)) == text
    found = places(text)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    one_each = [one.number for one in found if len(one.options) == 1]
    told = settled(text, [1 if number in one_each else None for number in range(1, len(found) + 1)])
    assert [sign for sign in told if sign in "ab"] == [sign for sign in text if sign in "ab"]


@given(BRACKETED)
@settings(max_examples=100, deadline=None)
def test_settling_comes_to_an_end_with_no_open_place_left(text: str):
    for _ in range(len(text) + 1):
        found = places(text)
        if not found:
            break
        text = settled(text, [1] * len(found))
    assert not places(text)
