"""Objectives and expected output."""

from tests.agenda.concept_note.reading_notes import every, note, of


def test_bullets_of_every_shape_are_stripped_and_kept_as_numbering() -> None:
    read = note(
        "Workshop\nConcept note\n\nOBJECTIVES\n\n· To learn;\n• To share;\n- To plan;\no\tTo agree; and\n(a) To act.\n"
    )
    assert every(read, "objective", "text") == ["To learn;", "To share;", "To plan;", "To agree; and", "To act."]
    assert every(read, "objective", "numbering") == ["·", "•", "-", "o", "(a)"]


def test_roman_numbers_that_restart_stay_with_their_section() -> None:
    read = note(
        "Workshop\nConcept note\n\nI. Objectives\n\nI. To learn more from each other\nII. To share what was learned\n\nII. Participants\n\nStates and observers\n"
    )
    assert every(read, "objective", "numbering") == ["I.", "II."]


def test_letters_number_objectives_after_an_introduction() -> None:
    read = note(
        "Workshop\nConcept note\n\nObjectives\n\nThe workshop aims to:\nA. Take stock of developments;\nB. Share good practices.\n"
    )
    assert every(read, "objective", "level") == ["specific", "specific"]
    assert every(read, "objective", "numbering") == ["A.", "B."]


def test_a_list_inside_a_sentence_is_taken_apart() -> None:
    read = note(
        "Workshop\nConcept note\n\nObjectives\n\nThe workshop seeks to: (i) take stock of progress; (ii) share practices; and (iii) agree on steps.\n"
    )
    assert every(read, "objective", "text") == ["take stock of progress;", "share practices; and", "agree on steps."]


def test_overall_and_specific_objectives_are_told_apart() -> None:
    read = note(
        "Workshop\nConcept note\n\n3. Objectives\n\nThe overall objective of the workshop is to strengthen cooperation.\nSpecifically, it seeks to:\n· Take stock;\n· Share.\n"
    )
    assert every(read, "objective", "level") == ["overall", "specific", "specific"]


def test_the_single_text_of_a_label_is_the_header_objective() -> None:
    read = note("Workshop\nConcept note\n\n\tObjectives\n\tTo strengthen cooperation.\n\n\tVenue\n\tGeneva\n")
    assert every(read, "objective", "level") == ["header"]


def test_elements_hang_on_the_output_that_announces_them() -> None:
    read = note(
        "Panel\nConcept note\n\tOutcome:\n\t· The main elements of systems:\n1) Mechanisms for reporting;\n2) Plans;\n· Examples of practice;\nA summary report will be submitted to the Human Rights Council at its 34th session.\n"
    )
    assert every(read, "expected_output", "parent") == [None, "expected_output-1", "expected_output-1", None, None]
    assert every(read, "expected_output", "output_kind") == ["elements", "other", "other", "other", "report"]
    assert of(read, "expected_output")[-1].values["council_session"] == 34


def test_the_report_to_the_council_is_found_with_session_and_month() -> None:
    read = note(
        "Workshop\nConcept note\n\nEXPECTED OUTCOME\nA report will be presented at the Human Rights Council 43rd Session in March 2020.\n"
    )
    output = of(read, "expected_output")[0].values
    assert (output["output_kind"], output["council_session"], output["due"]) == ("report", 43, "2020-03")


def test_the_report_is_found_in_the_text_when_no_part_speaks_of_output() -> None:
    read = note(
        "Workshop\nConcept note\n\nBackground\n\nThe High Commissioner will present a report on the workshop to the Human Rights Council at its fifty-third session.\n"
    )
    assert every(read, "expected_output", "council_session") == [53]


def test_a_plan_of_action_among_the_objectives_is_an_output_too() -> None:
    read = note(
        "Workshop\nConcept note\n\nObjectives\n\n· To take stock;\n· To outline a plan of action for all mechanisms.\n"
    )
    assert every(read, "expected_output", "output_kind") == ["plan_of_action"]
