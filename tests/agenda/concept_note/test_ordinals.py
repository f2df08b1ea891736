"""Ordinals of sessions in three languages."""

import pytest

from hrdesk.agenda.concept_note.ordinals import ordinal_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("34th", 34),
        ("thirty-fourth", 34),
        ("twentieth", 20),
        ("quarante-troisième", 43),
        ("vingt et unième", 21),
        ("trentième", 30),
        ("43º", 43),
        ("cuadragésimo tercer", 43),
        ("often", None),
    ],
)
def test_an_ordinal_is_its_number(text: str, number: int | None) -> None:
    assert ordinal_number(text) == number
