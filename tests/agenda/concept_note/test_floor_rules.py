"""Rules for the floor."""

import pytest

from tests.agenda.concept_note.reading_notes import every, note, of


def test_the_format_of_a_panel_becomes_rules_and_an_agenda() -> None:
    read = note("""
        Panel discussion
        Concept note
        \tFormat:
        \tOpening statements and first presentations (estimated to take up to 1 hour) will be followed by a discussion. The list of speakers will be established at the beginning of the discussion and, as per practice, statements by dignitaries and groups will be moved to the beginning of the list. States and observers take the floor for a 2-minute intervention each (total 45 minutes), followed by 15 minutes for panellists to respond. A second round of interventions from the floor (45 minutes) will be followed by responses and concluding remarks from the panellists (15 minutes). Speakers are encouraged to focus their interventions on the themes of the panel.
        """)
    assert every(read, "time_rule", "rule") == ["list_opens", "priority", "speaking_time", "round", "round", "content"]
    priority, speaking, first, second = (found.values for found in of(read, "time_rule")[1:5])
    assert (
        priority["text"]
        == "as per practice, statements by dignitaries and groups will be moved to the beginning of the list"
    )
    assert (speaking["seconds"], speaking["applies_to"]) == (120, "States and observers")
    assert (first["number"], first["floor_minutes"], first["reply_minutes"]) == (1, 45, 15)
    assert (second["number"], second["floor_minutes"], second["reply_minutes"]) == (2, 45, 15)
    assert every(read, "agenda_item", "minutes") == [60, 45, 15, 45, 15]
    assert every(read, "agenda_item", "title")[-1] == "Responses and concluding remarks from the panellists"


def test_two_slots_are_two_rounds() -> None:
    read = note(
        "Panel\nConcept note\nFormat:\tThe discussion will be divided into two slots of 60 minutes each: 45 minutes for comments and questions from the floor, followed by 15 minutes for comments and replies by panellists.\n"
    )
    assert every(read, "time_rule", "number") == [1, 2]
    assert every(read, "time_rule", "reply_minutes") == [15, 15]


@pytest.mark.parametrize(
    ("sentence", "seconds", "whom"),
    [
        ("Interventions from the floor will be limited to two minutes.", 120, "Interventions from the floor"),
        ("Panellists will deliver three-minute statements.", 180, "Panellists"),
        ("Presentations should not exceed 5 minutes.", 300, "Presentations"),
        ("The speaking time is two minutes for all speakers.", 120, "all speakers"),
        ("Each delegation may speak for up to 90 seconds.", 90, "Each delegation"),
        ("Panellists will have ten minutes each.", 600, "Panellists"),
    ],
)
def test_speaking_time_is_read_in_seconds(sentence: str, seconds: int, whom: str) -> None:
    read = note(f"Panel\nConcept note\nFormat:\t{sentence}\n")
    rule = of(read, "time_rule")[0].values
    assert (rule["rule"], rule["seconds"], rule["applies_to"]) == ("speaking_time", seconds, whom)


def test_each_group_has_its_own_time() -> None:
    read = note(
        "Panel\nConcept note\nSpeaking time: 3 minutes for member States and 2 minutes for observers and other participants.\n"
    )
    assert every(read, "time_rule", "seconds") == [180, 120]
    assert every(read, "time_rule", "applies_to")[0] == "member States"


def test_a_span_of_minutes_gives_no_number() -> None:
    read = note("Panel\nConcept note\nFormat:\tEach panellist will have 7 to 10 minutes.\n")
    rule = of(read, "time_rule")[0].values
    assert rule["rule"] == "speaking_time"
    assert "seconds" not in rule


def test_minutes_for_questions_are_a_segment_and_no_speaking_time() -> None:
    read = note("Panel\nConcept note\nFormat:\tThere will be 30 minutes for questions and answers.\n")
    assert every(read, "time_rule", "rule") == ["segment"]
    assert every(read, "time_rule", "minutes") == [30]


def test_a_list_that_closes_is_a_rule_too() -> None:
    read = note("Panel\nConcept note\nFormat:\tThe list of speakers will be closed fifteen minutes after the start.\n")
    assert every(read, "time_rule", "rule") == ["list_closes"]


def test_a_format_without_numbers_is_kept_in_its_words() -> None:
    read = note(
        "Workshop\nConcept note\n\nFormat\n\nA moderator will facilitate the discussions and will be assisted by rapporteurs.\n"
    )
    assert every(read, "time_rule", "rule") == ["format"]
