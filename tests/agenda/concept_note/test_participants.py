"""Categories of participants and how many are expected."""

import pytest

from tests.agenda.concept_note.reading_notes import consultation, every, note, of


def test_a_list_between_semicolons_gives_one_category_each() -> None:
    read = note(
        "Workshop\nConcept note\n\n\tParticipants\n\tRepresentatives of the various regional, subregional and interregional mechanisms, as well as their respective secretariats; Governments; NHRIs’ representatives; and OHCHR staff. \n\n\tVenue\n\tGeneva\n"
    )
    assert every(read, "participant_category", "text") == [
        "Representatives of the various regional, subregional and interregional mechanisms, as well as their respective secretariats",
        "Governments",
        "NHRIs’ representatives",
        "OHCHR staff",
    ]


def test_adjectives_before_one_noun_are_not_taken_apart() -> None:
    read = note(
        "Workshop\nConcept note\n\n\tParticipants\n\tMembers of regional, sub-regional and national mechanisms, treaty bodies, NHRIs and academia\n\n\tVenue\n\tGeneva\n"
    )
    assert every(read, "participant_category", "text") == [
        "Members of regional, sub-regional and national mechanisms",
        "treaty bodies",
        "NHRIs",
        "academia",
    ]


def test_names_with_and_inside_stay_whole() -> None:
    read = note(
        "Workshop\nConcept note\n\n\tParticipants\n\tThe African Court on Human and Peoples’ Rights, the Council of Europe and the League of Arab States\n\n\tVenue\n\tGeneva\n"
    )
    assert every(read, "participant_category", "text") == [
        "The African Court on Human and Peoples’ Rights",
        "the Council of Europe",
        "the League of Arab States",
    ]


def test_who_is_invited_is_told_from_who_takes_part() -> None:
    read = note(
        "Workshop\nConcept note\n\nParticipants\n\nApproximately 100 participants are expected, including treaty bodies, NHRIs and academia. Member States and observers are also invited to attend.\n"
    )
    assert every(read, "participant_category", "status") == ["participant"] * 3 + ["invited"] * 2
    assert (consultation(read)["expected_count"], consultation(read)["count_as_written"]) == (
        100,
        "Approximately 100 participants",
    )


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("some 150 participants", 150),
        ("up to 60 participants", 60),
        ("about fifty participants", 50),
        ("60 to 80 participants", None),
    ],
)
def test_the_number_is_kept_as_written_and_a_span_is_no_number(written: str, count: int | None) -> None:
    read = consultation(
        note(
            f"Workshop\nConcept note\n\nParticipants\n\nThe workshop will bring together {written} from all regions.\n"
        )
    )
    assert (read["count_as_written"], read.get("expected_count")) == (written, count)


def test_a_category_may_have_a_number_of_its_own() -> None:
    read = note(
        "Workshop\nConcept note\n\nPARTICIPANTS\n- 20 representatives of national institutions\n- League of Arab States (5)\n- States\n"
    )
    assert every(read, "participant_category", "count") == [20, 5, None]
    assert [found.values.get("count_as_written") for found in of(read, "participant_category")] == ["20", "5", None]
