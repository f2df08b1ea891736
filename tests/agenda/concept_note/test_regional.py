"""Regional consultations and briefings."""

from tests.agenda.concept_note.reading_notes import every, note, of


def test_a_consultation_under_its_own_heading_has_place_date_bodies_and_themes_in_order() -> None:
    read = note("""
        Workshop
        Concept note

        1. Background

        A. Consultation in the Americas

        The consultation, with the participation of the Inter-American Commission (IACHR), was held in Washington D.C. on 30 November 2011. It was recommended that the theme of the next workshop be prevention of torture, taking into account that it is a cross cutting issue. Other themes proposed were (in order of preference): women’s rights, defenders and the rights of the child.

        B. Briefing for States

        On 25 April 2012, OHCHR organized a briefing session for States in Geneva to share the outcomes.
        """)
    first, second = (found.values for found in of(read, "regional_consultation"))
    assert (first["region"], first["place"], first["start"], first["purpose"]) == (
        "Americas",
        "Washington D.C.",
        "2011-11-30",
        "theme",
    )
    assert (first["recommended_theme"], first["reason"]) == ("prevention of torture", "it is a cross cutting issue")
    assert every(read, "theme_preference", "theme") == ["women’s rights", "defenders", "the rights of the child"]
    assert every(read, "theme_preference", "rank") == [1, 2, 3]
    assert (second["purpose"], second["place"], second["start"]) == ("briefing", "Geneva", "2012-04-25")


def test_key_points_and_the_outcome_document_belong_to_their_consultation() -> None:
    read = note("""
        Workshop
        Concept note

        B.1 Regional consultation in Africa

        The Regional Consultation in Africa was held in Addis Ababa, Ethiopia, from 6 to 7 February 2012. Participants included representatives from Governments, the ACHPR, the African Court on Human and Peoples’ Rights; OHCHR staff; NHRIs, NPMs; and civil society organizations. The AICHR was invited to learn from it.

        The proposals are contained in an outcome document validated by participants. The following are some of the key points:
        · Information can be shared.
        · Focal points should meet.
        """)
    found = of(read, "regional_consultation")[0].values
    assert (found["start"], found["end"], found["dates_as_written"]) == (
        "2012-02-06",
        "2012-02-07",
        "from 6 to 7 February 2012",
    )
    assert (found["place"], found["validation"], found["purpose"]) == (
        "Addis Ababa, Ethiopia",
        "validated",
        "substance",
    )
    assert every(read, "key_point", "text") == ["Information can be shared.", "Focal points should meet."]
    assert every(read, "participant_category", "text") == [
        "Governments",
        "ACHPR",
        "African Court on Human and Peoples’ Rights",
        "OHCHR staff",
        "NHRIs",
        "NPMs",
        "civil society organizations",
        "AICHR",
    ]
    assert every(read, "participant_category", "status")[-1] == "invited"


def test_a_list_may_miss_a_day_and_stand_inside_another_event() -> None:
    read = note("""
        Workshop
        Concept note

        Background

        OHCHR organised regional consultations with regional mechanisms:
        - On 18 March 2016, a consultation was held in Strasbourg with the Council of Europe (CoE).
        - On April 2016, within the framework of the African Union panel on defenders, a consultation took place in Banjul with the African Commission on Human and Peoples’ Rights (ACHPR).
        """)
    assert every(read, "regional_consultation", "start") == ["2016-03-18", "2016-04"]
    assert every(read, "regional_consultation", "dates_as_written") == ["18 March 2016", "On April 2016"]
    assert every(read, "regional_consultation", "place") == ["Strasbourg", "Banjul"]
    assert every(read, "organiser", "name")[-1] == "African Commission on Human and Peoples’ Rights (ACHPR)"


def test_one_sentence_may_tell_of_several_virtual_consultations() -> None:
    read = note(
        "Workshop\nConcept note\n\nBackground\n\nIn preparation, OHCHR held three virtual regional consultations: with the Inter-American Commission on Human Rights on 5 May 2022, with the African Commission on Human and Peoples’ Rights on 12 May 2022 and with the Council of Europe on 19 May 2022.\n"
    )
    assert every(read, "regional_consultation", "region") == ["Americas", "Africa", "Europe"]
    assert every(read, "regional_consultation", "virtual") == [True] * 3
    assert every(read, "regional_consultation", "start") == ["2022-05-05", "2022-05-12", "2022-05-19"]


def test_consultations_without_dates_are_known_by_place_and_partner() -> None:
    read = note(
        "Workshop\nConcept note\n\nBackground\n\nPrior to this workshop, OHCHR held regional consultations in Washington DC with the Inter American Commission on Human Rights and in Banjul with the African Commission on Human and People Rights.\n"
    )
    assert every(read, "regional_consultation", "place") == ["Washington DC", "Banjul"]
    assert every(read, "regional_consultation", "start") == [None, None]


def test_a_consultation_mentioned_in_passing_is_not_one_of_this_workshops() -> None:
    read = note(
        "Workshop\nConcept note\n\nBackground\n\nThe focal point attended a regional consultation organized by OHCHR on the Inter-American system in December 2009.\n"
    )
    assert not of(read, "regional_consultation")


def test_themes_without_a_stated_order_have_no_rank() -> None:
    read = note(
        "Workshop\nConcept note\n\nRegional consultation in Europe\n\nThe consultation was held in Geneva, on 16 December 2011. Other themes proposed were: trafficking and education.\n"
    )
    assert every(read, "theme_preference", "rank") == [None, None]
