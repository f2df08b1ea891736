"""Two letters find a speaker."""

import pytest

from hrdesk.desktop.notes.speaker_field import SpeakerField, found_names
from hrdesk.records import Person

NAMES = ["African Union", "Delegation of a State", "Délégation du Tchad", "Inter-American Commission on Human Rights"]


@pytest.fixture
def field(qtbot):
    made = SpeakerField()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("a", []),
        ("af", ["African Union"]),
        ("union", ["African Union"]),
        ("deleg", ["Delegation of a State", "Délégation du Tchad"]),
        ("com hum", ["Inter-American Commission on Human Rights"]),
        ("xy", []),
    ],
)
def test_two_letters_of_any_word_are_enough_and_accents_do_not_matter(typed, found):
    assert found_names(NAMES, typed) == found


def test_two_people_of_one_name_stay_two(field):
    field.offer([Person("a", name="Same"), Person("b", name="Same")])
    field.setCurrentIndex(0)
    first = field.speaker()
    field.setCurrentIndex(1)
    assert {first, field.speaker()} == {("a", None), ("b", None)}


def test_a_protected_person_is_offered_by_pseudonym_only(field):
    field.offer([Person("a", name="Real name", affiliation="Real body", protected=True, pseudonym="Witness 1")])
    assert [field.itemText(place) for place in range(field.count())] == ["Witness 1"]
    field.setEditText("Witness 1")
    assert field.speaker() == ("a", None)


def test_what_was_typed_stays_when_people_arrive(field):
    field.setEditText("Somebody")
    field.offer([Person("a", name="Anybody")])
    assert field.speaker() == (None, "Somebody")


def test_case_and_spaces_do_not_make_another_speaker(field):
    field.offer([Person("a", affiliation="African Union")])
    field.setEditText("  african   union ")
    assert field.speaker() == ("a", None)
