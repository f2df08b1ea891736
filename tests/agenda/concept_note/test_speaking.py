"""How long one speaker may speak, in the ways in which notes say it."""

import pytest

from hrdesk.agenda.concept_note.speaking import limits


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("States: 3 minutes; observers: 2 minutes.", [(180, "States"), (120, "observers")]),
        ("Interventions from the floor – 3 minutes", [(180, "Interventions from the floor")]),
        (
            "Oral statements must not exceed five minutes for States parties and three minutes for all others.",
            [(300, "States parties"), (180, "all others")],
        ),
        ("Delegates may take the floor for three minutes.", [(180, "Delegates")]),
        ("Presentations of seven minutes by each panellist open the debate.", [(420, "each panellist")]),
        (
            "The list of speakers will be set up online and States and observers will have two minutes each.",
            [(120, "States and observers")],
        ),
        ("States and observers, who may speak for 1 minute 30 seconds each.", [(90, "States and observers")]),
        ("Temps de parole : 5 minutes par orateur.", [(300, "orateur")]),
        ("Las intervenciones no excederán de tres minutos.", [(180, "Las intervenciones")]),
    ],
)
def test_a_limit_is_read_with_those_to_whom_it_applies(sentence: str, wanted: list[tuple[int, str]]) -> None:
    assert [(limit.seconds, limit.applies_to) for limit in limits(sentence, labelled=True)] == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "A rapporteur will report back within five minutes.",
        "At least forty-five minutes remain for discussion.",
        "The film lasts ten minutes.",
    ],
)
def test_other_lengths_are_no_limits(sentence: str) -> None:
    assert list(limits(sentence, labelled=False)) == []
