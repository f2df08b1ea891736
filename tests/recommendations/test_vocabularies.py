"""The areas of cooperation that are shipped (the words of strength are tried by ``rules/test_strengths.py``)."""

from hrdesk.language import LANGUAGES
from hrdesk.recommendations.vocabularies import areas
from hrdesk.records.programme import AREAS


def test_the_areas_are_those_of_the_field():
    assert tuple(one.key for one in areas()) == AREAS
    assert all(set(one.words) == set(LANGUAGES) for one in areas())
