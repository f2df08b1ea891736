"""Officers and panellists."""

from tests.agenda.concept_note.reading_notes import every, left, note, of


def test_honorific_name_function_and_affiliation_are_told_apart_in_order() -> None:
    read = note("""
        Panel discussion
        Concept note
        \tChair:
        \tH.E. Mr. Adé Ọlá, President of the Human Rights Council
        \tPanellists:
        \t· H.E. Ms. Zoë Núñez de la Cruz, Minister of Justice, Ecuador
        · Dr. Li Wei – Director, Centre for Prevention
        · Judge Ann O’Hara (Registrar, Regional Court)
        """)
    assert every(read, "person", "honorific") == ["H.E. Mr.", "H.E. Ms.", "Dr.", "Judge"]
    assert every(read, "person", "name") == ["Adé Ọlá", "Zoë Núñez de la Cruz", "Li Wei", "Ann O’Hara"]
    assert every(read, "person", "function") == [
        "President of the Human Rights Council",
        "Minister of Justice, Ecuador",
        "Director, Centre for Prevention",
        "Registrar, Regional Court",
    ]
    assert every(read, "person", "affiliation") == [None, "Ecuador", "Centre for Prevention", "Regional Court"]
    assert every(read, "officer", "part") == ["chair", "panellist", "panellist", "panellist"]


def test_nobody_is_made_of_a_place_kept_free() -> None:
    read = note(
        "Panel discussion\nConcept note\nModerator:\tTo be confirmed\nOpening remarks:\tMs Ada Ray, Deputy High Commissioner (tbc)\n"
    )
    assert every(read, "person", "name") == ["Ada Ray"]
    assert every(read, "person", "function") == ["Deputy High Commissioner"]
    assert "To be confirmed" in left(read)


def test_a_body_that_sends_somebody_is_a_function_without_a_name() -> None:
    read = note(
        "Panel discussion\nConcept note\nPanellists:\n- Representative of the African Commission on Human and Peoples’ Rights (TBC)\n"
    )
    person = of(read, "person")[0].values
    assert "name" not in person
    assert person["function"] == "Representative of the African Commission on Human and Peoples’ Rights"


def test_a_sentence_under_presenters_names_nobody() -> None:
    read = note(
        "Workshop\nConcept note\n\nPresenters\n\nRepresentatives of mechanisms are invited to share their experience with all participants.\n"
    )
    assert not of(read, "person")


def test_speakers_under_a_panel_belong_to_it() -> None:
    read = note(
        "Workshop\nConcept note\n\nAgenda\n\nPanel 1: Reprisals\nModerator: Ms. Ada Ray, Chief, OHCHR\nSpeakers: Mr. Bo Lin, Commissioner, Regional Commission; Ms. Cy Mun, Registrar, Regional Court\nPanel 2: Remedies\n"
    )
    assert every(read, "officer", "part") == ["moderator", "speaker", "speaker"]
    assert every(read, "officer", "agenda_item") == ["agenda_item-1"] * 3
