"""What may not simply be edited."""

import pytest

from hrdesk.records import Note, Person, Recommendation, Value
from hrdesk.records.protection import is_adopted_text, lowered


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"sensitivity": "public"}, ("sensitivity",)),
        ({"sensitivity": None}, ("sensitivity",)),
        ({"sensitivity": ""}, ("sensitivity",)),
        ({"sensitivity": "confidential"}, ()),
        ({"attribution": "affiliation", "text": "x"}, ("attribution",)),
        ({"attribution": None, "sensitivity": "restricted"}, ("attribution", "sensitivity")),
        ({"text": "x"}, ()),
    ],
)
def test_what_is_made_milder_is_named(values: dict[str, Value], found: tuple[str, ...]):
    held = Note("x", sensitivity="confidential", attribution="chatham_house")
    assert set(lowered(held, values)) == set(found)


def test_consent_and_protection_are_lowered_like_a_class():
    held = Person("x", protected=True, consent="withdrawn")
    assert lowered(held, {"protected": False, "consent": "press"}) == ("protected", "consent")
    assert lowered(held, {"protected": None}) == ("protected",)


def test_saying_something_for_the_first_time_lowers_nothing():
    assert lowered(Note("x"), {"sensitivity": "public"}) == ()


@pytest.mark.parametrize("name", ["text", "language", "adopted_text", "adopted_language", "adopted_at", "status"])
def test_an_adopted_text_is_not_touched(name: str):
    held = Recommendation("x", status="adopted", text="a", language="en")
    assert is_adopted_text(held, {name: "other"})
    assert not is_adopted_text(held, {"text": "a", "theme": "water"})
    assert not is_adopted_text(Recommendation("x", status="noted"), {name: "other"})
    assert not is_adopted_text(Note("x"), {name: "other"})
