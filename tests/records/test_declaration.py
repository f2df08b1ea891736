"""The nouns: everything else derives from what they declare."""

import dataclasses
import re

import pytest

from hrdesk.records import KINDS, NOUNS, Record
from hrdesk.records.classes import ATTRIBUTION, CONSENT, PROTECTED, SENSITIVITY

EVERY_NOUN = pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.kind)


@EVERY_NOUN
def test_a_noun_is_frozen_and_every_field_may_be_empty(noun: type[Record]):
    held = noun("x")
    assert set(held.values().values()) <= {None}
    with pytest.raises(dataclasses.FrozenInstanceError):
        held.id = "y"


@EVERY_NOUN
def test_the_names_of_a_noun_fit_the_change_line(noun: type[Record]):
    for name in (noun.kind, *noun.cells()):
        assert re.fullmatch("[a-z][a-z0-9_]{0,62}", name)
    assert KINDS[noun.kind] is noun
    assert noun.label
    assert all(info.label for info in noun.declared)


@EVERY_NOUN
def test_a_group_is_named_after_none_of_its_neighbours(noun: type[Record]):
    """A field under the name of a group would write into the cell of the group."""
    for cell, infos in noun.cells().items():
        if infos[0].group:
            assert all(info.group == cell for info in infos)


@EVERY_NOUN
def test_references_name_kinds_that_exist(noun: type[Record]):
    for info in noun.declared:
        assert set(info.refers_to) <= {*KINDS, "*"}
        assert not info.part_of or info.refers_to
        assert info.name != "id"
        assert not info.name.startswith("_")


@EVERY_NOUN
def test_a_confidentiality_travels_alone_and_names_its_order(noun: type[Record]):
    orders = {"sensitivity": SENSITIVITY, "attribution": ATTRIBUTION, "consent": CONSENT, "protected": PROTECTED}
    for info in noun.declared:
        if info.name in orders:
            assert (info.strictness, info.group) == (orders[info.name], "")
            assert info.unsaid in info.strictness
        else:
            assert not info.strictness


def test_no_field_holds_a_list_or_a_float():
    assert {info.type for noun in NOUNS for info in noun.declared} == {"text", "number", "yes_no"}


def test_an_unknown_field_is_said_so():
    with pytest.raises(KeyError):
        NOUNS[0].field("none")
