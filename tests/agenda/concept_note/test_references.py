"""Footnotes in every encoding, background documents, languages, earlier workshops, attached meetings, mechanisms."""

from tests.agenda.concept_note.reading_notes import consultation, every, left, note, of


def test_footnotes_inside_the_paragraph_leave_the_text() -> None:
    read = note(
        "Workshop\nConcept note\n\nBackground\n\nThe Council asked for views[footnoteRef:1] and for reports[footnoteRef:2].  [1:  See A/HRC/RES/6/20 [annex].\n]  [2: See http://www.un.org/a.shtml]\n"
    )
    assert every(read, "footnote", "text") == ["See A/HRC/RES/6/20 [annex].", "See http://www.un.org/a.shtml"]
    assert every(read, "footnote", "anchor") == [
        "The Council asked for views",
        "The Council asked for views and for reports",
    ]
    assert every(read, "footnote", "url")[1] == "http://www.un.org/a.shtml"
    assert every(read, "footnote", "symbol")[0] == "A/HRC/RES/6/20"


def test_lost_calls_are_found_where_lines_are_broken() -> None:
    read = note(
        "Workshop\nConcept note\n\nBackground\n\nThe United Nations values regional arrangements\n in the promotion of rights. This was confirmed in several resolutions\n . \nMore follows.\n\n\ufffd They include subregional ones.\n\n\n\ufffd For example A/RES/63/170. \n"
    )
    assert every(read, "footnote", "anchor") == [
        "The United Nations values regional arrangements",
        "This was confirmed in several resolutions",
    ]
    assert every(read, "footnote", "mark") == ["1", "2"]


def test_bare_and_superscript_numbers_at_the_end_are_footnotes_when_the_text_calls_them() -> None:
    bare = note(
        "Workshop\nConcept note\n\nBackground\n\nStates agreed on arrangements1 and on reports.2\n\n1 They include others.\n2 See A/HRC/15/56.\n"
    )
    raised = note(
        "Workshop\nConcept note\n\nBackground\n\nStates agreed on arrangements¹ and on reports.²\n\n¹ They include others.\n² See A/HRC/15/56.\n"
    )
    assert (
        every(bare, "footnote", "text")
        == every(raised, "footnote", "text")
        == ["They include others.", "See A/HRC/15/56."]
    )
    assert every(bare, "footnote", "anchor") == [
        "States agreed on arrangements",
        "States agreed on arrangements and on reports",
    ]


def test_numbered_lines_at_the_end_that_nobody_calls_are_no_footnotes() -> None:
    assert not of(note("Workshop\nConcept note\n\nOutcome\n\n1 report to the Council\n2 plans\n"), "footnote")


def test_codes_of_word_fields_are_no_text() -> None:
    read = note('Workshop\nConcept note\n\nWebcast\n\nSee  HYPERLINK "http://webtv.un.org" \\h http://webtv.un.org.\n')
    assert consultation(read)["webcast"] == "http://webtv.un.org"


def test_background_documents_keep_symbol_address_and_date() -> None:
    read = note(
        "Panel\nConcept note\n\nBackground documents:\n· Human Rights Council resolution 30/25 (2 October 2015) on follow-up\n· Leaflet, https://www.ohchr.org/leaflet.pdf\n"
    )
    assert every(read, "background_document", "symbol") == ["A/HRC/RES/30/25", None]
    assert every(read, "background_document", "date") == ["2015-10-02", None]
    assert every(read, "background_document", "url") == [None, "https://www.ohchr.org/leaflet.pdf"]


def test_languages_are_told_by_use() -> None:
    read = note(
        "Workshop\nConcept note\n\nLanguage\n\nSimultaneous interpretation in Arabic, English and French will be provided. Documents will be available in English only.\n"
    )
    assert every(read, "service_language", "language") == ["ar", "en", "fr", "en"]
    assert every(read, "service_language", "use") == ["interpretation"] * 3 + ["documents"]


def test_six_official_languages_are_six() -> None:
    read = note(
        "Workshop\nConcept note\n\nLanguages: Interpretation into the six official languages of the United Nations will be available.\n"
    )
    assert every(read, "service_language", "language") == ["ar", "zh", "en", "fr", "ru", "es"]


def test_where_nothing_is_interpreted_no_language_is() -> None:
    assert not of(
        note("Workshop\nConcept note\n\nLanguage\n\nNo interpretation into French will be provided.\n"),
        "service_language",
    )


def test_earlier_workshops_come_from_lists_sentences_and_mentions() -> None:
    read = note("""
        Workshop
        Concept note
        Date: 3 May 2016

        Background

        The workshops were held in November 2008 and May 2010. The second workshop, held in 2010, named areas. OHCHR presented a report of this workshop to the Council (A/HRC/15/56).
        This workshop takes stock of developments since the 2014 workshop.
        """)
    assert every(read, "previous_workshop", "year") == [2008, 2010, 2014]
    assert every(read, "previous_workshop", "month") == [11, 5, None]


def test_a_list_of_workshops_gives_their_themes() -> None:
    read = note(
        "Workshop\nConcept note\n\nBackground\n\nThe previous workshops discussed:\nI. Good practices and challenges (2008); \nII. Strengthening cooperation (2010).\n"
    )
    assert every(read, "previous_workshop", "theme") == [
        "Good practices and challenges (2008);",
        "Strengthening cooperation (2010).",
    ]


def test_a_meeting_after_the_workshop_is_attached_to_it() -> None:
    read = note(
        "Workshop\nConcept note\n\nBackground\n\nOHCHR will host the first meeting of focal points immediately after the workshop, on 14 December 2012 (afternoon). The meeting will allow them to outline a work plan.\n"
    )
    meeting = of(read, "attached_meeting")[0].values
    assert (meeting["title"], meeting["date"], meeting["when"], meeting["host"]) == (
        "first meeting of focal points",
        "2012-12-14",
        "afternoon",
        "OHCHR",
    )
    assert meeting["purpose"] == "The meeting will allow them to outline a work plan."


def test_only_bodies_that_the_note_spells_out_are_mechanisms() -> None:
    read = note(
        "Workshop\nConcept note\n\nBackground\n\nThe African Commission on Human and Peoples’ Rights (ACHPR), the EU Fundamental Rights Agency (FRA) and the National Human Rights Institutions (NHRIs) met under the Sustainable Development Goals (SDGs).\n"
    )
    assert every(read, "mechanism", "acronym") == ["ACHPR", "FRA", "NHRI"]
    assert every(read, "mechanism", "name")[1] == "EU Fundamental Rights Agency"
    assert every(read, "mechanism", "region") == ["Africa", "Europe", None]


def test_dated_deeds_under_good_practices_are_good_practices() -> None:
    read = note(
        "Workshop\nConcept note\n\nAnnex\n\nGOOD PRACTICES OF COOPERATION\n\nIn January 2012, OHCHR organized a dialogue of mandate holders in Addis Ababa, Ethiopia. Cooperation matters.\n"
    )
    practice = of(read, "good_practice")[0].values
    assert (practice["actor"], practice["date"], practice["place"]) == ("OHCHR", "2012-01", "Addis Ababa, Ethiopia")
    assert len(of(read, "good_practice")) == 1


def test_challenges_and_lessons_are_read_from_lists_under_their_headings() -> None:
    read = note(
        "Workshop\nConcept note\n\nChallenges\n\n- Limited resources\n- Different methods\n\nLessons learned\n\n- Meet early\n"
    )
    assert every(read, "lesson", "lesson_kind") == ["challenge", "challenge", "lesson"]


def test_words_of_a_picture_at_the_end_are_left_over() -> None:
    read = note(
        "Workshop\nConcept note\n\nExpected outcome\n\nA report of recommendations.\n\n******\nimage1.png\nUNITED NATIONS\nOFFICE OF THE HIGH COMMISSIONER\n"
    )
    assert len(of(read, "expected_output")) == 1
    assert "OFFICE OF THE HIGH COMMISSIONER" in left(read)
