"""The agenda."""

from tests.agenda.concept_note.reading_notes import every, left, note, of


def test_panels_have_numbers_titles_questions_and_minutes() -> None:
    read = note("""
        Workshop
        Concept note

        Topics

        Panel 1: Taking stock of developments since the workshop of 2014
        (4 October, 10:00–11:30)
        Panellists will review what became of the recommendations.
        Possible questions: What has been achieved? What is still open?

        Panel 2: Access of civil society to regional and
        United Nations mechanisms
        Discussions could focus on:
        • Participation in sessions
        • Observer status

        Panel 8: Way forward and adoption of recommendations
        """)
    assert every(read, "agenda_item", "number") == ["1", "2", "8"]
    assert every(read, "agenda_item", "title") == [
        "Taking stock of developments since the workshop of 2014",
        "Access of civil society to regional and United Nations mechanisms",
        "Way forward and adoption of recommendations",
    ]
    assert every(read, "agenda_item", "minutes") == [90, None, None]
    assert every(read, "agenda_item", "item_kind") == ["panel", "panel", "way_forward"]
    assert every(read, "guiding_question", "text") == ["What has been achieved?", "What is still open?"]
    assert every(read, "guiding_question", "owner") == ["agenda_item-1"] * 2
    assert every(read, "subtopic", "text") == ["Participation in sessions", "Observer status"]
    assert not left(read)


def test_a_broken_title_is_joined_to_its_next_line() -> None:
    read = note(
        "Workshop\nConcept note\n\nAgenda\n\nPanel 1: “Reprisals against those who\nCooperate with mechanisms”\n\nPanel 2: Remedies for\n\nvictims in the region\n"
    )
    assert every(read, "agenda_item", "title") == [
        "Reprisals against those who Cooperate with mechanisms",
        "Remedies for victims in the region",
    ]


def test_a_title_may_stand_on_the_line_below_the_number() -> None:
    read = note(
        "Workshop\nConcept note\n\nProgramme\n\nSession I\nLessons from practice\nThe session will look at practice in all regions.\nSession II\nNext steps for mechanisms\n"
    )
    assert every(read, "agenda_item", "title") == ["Lessons from practice", "Next steps for mechanisms"]
    assert every(read, "agenda_item", "number") == ["I", "II"]


def test_the_number_of_the_next_section_ends_the_agenda() -> None:
    read = note("""
        WORKSHOP
        CONCEPT NOTE
        3. PANELS
        1. Taking stock of progress. What has been done? What remains?
        2. Groups in focus
        The declaration addresses discrimination against migrants, refugees, minorities and other groups.
        3. Another area would be making the link between development and rights, with all partners.
        4. EXPECTED OUTCOME
        A report of recommendations.
        """)
    assert every(read, "agenda_item", "number") == ["1", "2", "3"]
    assert every(read, "agenda_item", "title") == ["Taking stock of progress.", "Groups in focus", None]
    assert every(read, "subtopic", "text") == ["migrants", "refugees", "minorities", "other groups"]
    assert len(of(read, "expected_output")) == 1


def test_items_have_objectives_and_lettered_questions_of_their_own() -> None:
    read = note("""
        Workshop
        Concept note

        II. Objectives

        A. Take stock;
        B. Share practices.

        IV. Agenda

        Agenda item 1: Opening
        Objective: To set the scene.

        Agenda item 2: Developments since 2019
        Objective: To review progress.
        Guiding questions:
        a) What progress has been made?
        b) Which obstacles remain?

        V. Languages

        English only.
        """)
    assert every(read, "agenda_item", "objective") == ["To set the scene.", "To review progress."]
    assert every(read, "guiding_question", "owner") == ["agenda_item-2"] * 2
    assert every(read, "objective", "text") == ["Take stock;", "Share practices."]
    assert every(read, "agenda_item", "item_kind")[0] == "opening"


def test_numbered_questions_under_numbered_items_are_no_items() -> None:
    read = note(
        "Workshop\nConcept note\n\nProgramme\n1. Opening session (30 minutes)\n2. The charter and standards\n(a) What are the gaps?\n(b) Which body should act?\n3. Closing\n"
    )
    assert every(read, "agenda_item", "title") == ["Opening session", "The charter and standards", "Closing"]
    assert every(read, "agenda_item", "minutes") == [30, None, None]
    assert len(of(read, "guiding_question")) == 2


def test_a_programme_by_the_hour_gives_minutes() -> None:
    read = note(
        "Workshop\nConcept note\n\nProvisional programme\n\n10:00 – 10:30 Opening session\n10:30 – 12:00 Reprisals and remedies\n12:00 – 13:00 Closing session\n"
    )
    assert every(read, "agenda_item", "title") == ["Opening session", "Reprisals and remedies", "Closing session"]
    assert every(read, "agenda_item", "minutes") == [30, 90, 60]


def test_a_sentence_that_says_how_discussions_are_organised_gives_items_by_area() -> None:
    read = note(
        "Workshop\nConcept note\n\nRationale\n\nThe discussions will be organized as follows:\n\n· Information sharing: prevention of torture\n· Joint activities: women’s rights\n· Follow up to recommendations: the rights of the child\n"
    )
    assert every(read, "agenda_item", "area") == ["information_sharing", "joint_activities", "follow_up"]
    assert every(read, "agenda_item", "theme") == ["prevention of torture", "women’s rights", "the rights of the child"]


def test_a_sentence_about_a_panel_is_no_panel() -> None:
    read = note(
        "Workshop\nConcept note\n\nBackground\n\nPanel 1 will discuss what was done and panel 2 will look ahead to the coming years.\n"
    )
    assert not of(read, "agenda_item")


def test_questions_outside_the_agenda_are_the_consultations() -> None:
    read = note("Panel\nConcept note\n\nGuiding questions\n\n1. What works?\n2. What does not?\n")
    assert every(read, "guiding_question", "owner") == ["consultation", "consultation"]


def test_possible_outcomes_of_a_panel_are_recommendations_to_come() -> None:
    read = note(
        "Workshop\nConcept note\n\nAgenda\n\nPanel 1: Reprisals\nPossible outcomes:\n- Focal points meet each year;\nPanel 2: Remedies\n"
    )
    assert every(read, "expected_output", "output_kind") == ["recommendations"]
