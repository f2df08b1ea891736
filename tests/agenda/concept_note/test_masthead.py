"""The title of a note."""

import pytest

from tests.agenda.concept_note.reading_notes import consultation, every, left, note


def test_organ_title_and_the_day_of_the_draft_are_told_apart() -> None:
    read = note(
        "Human Rights Council\n\nPanel discussion on the right to peace\nConcept note (as of 8 November 2016)\n"
    )
    said = consultation(read)
    assert (said["title"], said["event_kind"]) == ("Panel discussion on the right to peace", "panel")
    assert (said["document_type"], said["as_of"]) == ("Concept note", "2016-11-08")
    assert every(read, "organiser", "name") == ["Human Rights Council"]


def test_a_title_broken_over_two_lines_is_joined() -> None:
    read = note("WORKSHOP ON COOPERATION BETWEEN THE UNITED NATIONS AND\nREGIONAL MECHANISMS\n\nCONCEPT NOTE\n")
    assert consultation(read)["title"] == "WORKSHOP ON COOPERATION BETWEEN THE UNITED NATIONS AND REGIONAL MECHANISMS"


def test_a_framed_line_is_the_subtitle() -> None:
    said = consultation(
        note(
            "CONCEPT NOTE\n\nStrengthening regional courts and commissions\n\n–INTERNATIONAL WORKSHOP– \n\nVenue: Nairobi\n"
        )
    )
    assert (said["title"], said["subtitle"], said["event_kind"]) == (
        "Strengthening regional courts and commissions",
        "INTERNATIONAL WORKSHOP",
        "workshop",
    )


def test_a_quoted_line_is_the_theme() -> None:
    said = consultation(
        note(
            "Workshop on Regional Arrangements\n“Building back with rights for all”\n18-19 October 2022\nConcept Note\n"
        )
    )
    assert (said["theme"], said["start"]) == ("Building back with rights for all", "2022-10-18")


def test_kind_of_document_and_title_may_share_a_line() -> None:
    said = consultation(note("Concept note: Regional consultation on access to justice\nGeneva, 3 May 2021\n"))
    assert (said["title"], said["event_kind"]) == ("Regional consultation on access to justice", "consultation")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Expert meeting on statistics", "expert_meeting"),
        ("High-level panel discussion on racism", "panel"),
        ("Forum on minority issues", "forum"),
        ("Briefing for permanent missions", "briefing"),
        ("Atelier sur les mécanismes régionaux", "workshop"),
        ("Consulta regional sobre defensores", "consultation"),
    ],
)
def test_the_kind_of_event_is_what_the_title_names_first(title: str, kind: str) -> None:
    assert consultation(note(f"{title}\nConcept note\n"))["event_kind"] == kind


def test_an_ordinal_in_the_title_places_the_event_in_its_series() -> None:
    assert consultation(note("Fifth international workshop on regional arrangements\nConcept note\n"))["ordinal"] == 5


def test_a_masthead_that_holds_only_logos_gives_no_title() -> None:
    read = note("UNITED NATIONS\nNATIONS UNIES\n\nConcept note\n\nVenue: Geneva\n")
    assert "title" not in consultation(read)
    assert not left(read)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("The workshop will look at the role of the courts and of the commissions.", "en"),
        ("L’atelier porte sur le rôle des cours et des commissions dans la région.", "fr"),
        ("El taller trata de la función de los tribunales y de las comisiones en la región.", "es"),
    ],
)
def test_the_language_is_told_by_its_commonest_words(line: str, language: str) -> None:
    assert consultation(note(f"Concept note\n\n{line}\n"))["language"] == language
