"""What may not simply be edited."""

from typing import Any

import pytest

from hrdesk.records import Note, Person, Recommendation, Value
from hrdesk.records.protection import FIXED_BY_ADOPTION, adopted_way, is_adopted_text, lowered


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


@pytest.mark.parametrize("status", ["adopted", "adopted_ad_referendum"])
@pytest.mark.parametrize("name", sorted(FIXED_BY_ADOPTION))
def test_an_adopted_text_is_not_touched(name: str, status: str):
    held = Recommendation("x", status=status, text="a", language="en")
    assert is_adopted_text(held, {name: "other"})
    assert not is_adopted_text(held, {"text": "a", "theme": "water"})
    assert not is_adopted_text(Recommendation("x", status="noted"), {name: "other"})
    assert not is_adopted_text(Note("x"), {name: "other"})


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ({"status": "adopted"}, "consensus"),
        ({"status": "adopted_ad_referendum"}, "ad_referendum"),
        ({"status": "noted"}, ""),
        ({"status": "noted", "adopted_text": "a"}, "consensus"),
        ({"status": "adopted", "adopted_text": "a", "adopted_way": "ad_referendum"}, "ad_referendum"),
        ({}, ""),
    ],
)
def test_the_way_of_adoption_travels_with_the_adopted_text(held: dict[str, Any], told: str):
    assert adopted_way(Recommendation("x", **held)) == told
