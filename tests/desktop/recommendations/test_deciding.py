"""The ways of deciding are said in the language of the window."""

import pytest

from hrdesk.desktop.recommendations.deciding import CLOSED, OPEN, PROVISIONAL, WAYS, Deciding
from hrdesk.language import LANGUAGES, interface


@pytest.fixture
def spoken():
    yield
    interface.use("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ways", [OPEN, PROVISIONAL, CLOSED])
def test_no_way_of_deciding_is_told_by_the_name_it_has_inside(qtbot, spoken, language, ways):
    interface.use(language)
    box = Deciding()
    qtbot.addWidget(box)
    box.offer(ways)
    assert [box.way.itemData(place) for place in range(box.way.count())] == list(ways)
    assert not set(WAYS) & {box.way.itemText(place) for place in range(box.way.count())}
