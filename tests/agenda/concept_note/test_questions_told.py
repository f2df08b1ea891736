"""Guiding questions told in one sentence."""

from tests.agenda.concept_note.reading_notes import every, note

TOLD = """
    Workshop
    Concept note

    Background

    Participants discussed, among others, {list}.
    """


def test_each_question_of_a_sentence_that_lists_them_is_one() -> None:
    read = note(TOLD.format(list="the possibility of a register; how to share calendars; and how to protect sources"))
    assert every(read, "guiding_question", "text") == [
        "the possibility of a register",
        "how to share calendars",
        "how to protect sources",
    ]


def test_two_things_discussed_are_no_list_of_questions() -> None:
    assert not every(
        note(TOLD.format(list="how to share calendars; how to protect sources")), "guiding_question", "text"
    )


def test_topics_that_ask_nothing_are_no_questions() -> None:
    read = note(TOLD.format(list="how to share calendars; the budget; and the next session"))
    assert not every(read, "guiding_question", "text")
