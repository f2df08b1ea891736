"""The resolutions a note rests on and cites."""

from tests.agenda.concept_note.reading_notes import consultation, every, note, of


def test_the_resolution_that_asks_for_this_event_is_its_mandate_and_the_others_are_cited() -> None:
    read = note("""
        Workshop on regional arrangements
        Concept note

        1. Background

        HRC resolutions 6/20 of 2007 and 12/15 of 2009 requested OHCHR to hold international workshops.
        In its resolution 30/3 of 1 October 2015, the Human Rights Council requested the High Commissioner to hold in 2016 a fourth workshop on regional arrangements, and to present to the Council, at its thirty-fourth session, a report on it.
        """)
    assert every(read, "mandate", "symbol") == ["A/HRC/RES/30/3", "A/HRC/RES/6/20", "A/HRC/RES/12/15"]
    assert every(read, "mandate", "role") == ["mandate", "cited", "cited"]
    mandate = of(read, "mandate")[0].values
    assert (mandate["symbol_as_written"], mandate["date_as_written"]) == ("resolution 30/3", "1 October 2015")
    assert mandate["requested_session"] == 34
    assert consultation(read)["ordinal"] == 4


def test_a_symbol_in_a_footnote_of_the_request_is_the_mandate() -> None:
    read = note("""
        Workshop on regional arrangements
        Concept note

        Background

        In 2017, the HRC[footnoteRef:1] requested OHCHR to hold a workshop in 2019 on racism.  [1:  HRC/RES/34/17]
        """)
    mandate = of(read, "mandate")[0].values
    assert (mandate["symbol_as_written"], mandate["symbol"], mandate["role"]) == (
        "HRC/RES/34/17",
        "A/HRC/RES/34/17",
        "mandate",
    )
    assert mandate["date_as_written"] == "2017"


def test_paragraphs_quoted_with_their_number_hang_on_the_mandate() -> None:
    read = note("""
        Panel discussion on follow-up
        Concept note
        \tMandate:
        \tOn 2 October 2015, the Human Rights Council adopted resolution 30/25 by which it requested the High Commissioner to organize a half-day panel discussion, during the twenty-sixth session of the Working Group on the Universal Periodic Review, to share practices (paragraph 4).
        The Council also requested the High Commissioner to continue to provide technical assistance (paragraph 3).
        """)
    assert every(read, "mandate_paragraph", "number") == ["4", "3"]
    assert every(read, "mandate_paragraph", "text")[1] == "to continue to provide technical assistance (paragraph 3)"
    assert of(read, "mandate")[0].values["adopted"] == "2015-10-02"
    assert (
        consultation(read)["held_during"]
        == "twenty-sixth session of the Working Group on the Universal Periodic Review"
    )
    assert consultation(read)["half_days"] == 1


def test_reports_are_no_mandates() -> None:
    read = note(
        "Workshop\nConcept note\n\nBackground\n\nThe report of the workshop (A/HRC/15/56) was presented to the Human Rights Council.\n"
    )
    assert not of(read, "mandate")


def test_a_decision_of_the_council_to_convene_makes_it_the_organiser() -> None:
    read = note(
        "Panel discussion on prevention\nConcept note\n\nMandate and background: In its resolution 24/16, the Human Rights Council decided to convene, at its twenty-seventh session, a panel discussion on prevention.\n"
    )
    assert every(read, "organiser", "name") == ["Human Rights Council"]
    assert every(read, "mandate", "role") == ["mandate"]
