"""What the last session looks at."""

from collections.abc import Iterator

import pytest

from hrdesk.recommendations.wrap_up import theme_tally, wrap_up_suggestions
from tests.recommendations.bench import do
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def test_the_recommended_theme_is_the_first_choice_and_ranks_follow(desk: MemoryDesk):
    africa = do(desk, "add", kind="regional_consultation", region="Africa", recommended_theme="Torture")["id"]
    for theme, rank in (("Migration", 7), ("Women", 2), ("Last", None)):
        do(desk, "add", kind="theme_preference", regional_consultation=africa, theme=theme, rank=rank)
    do(desk, "add", kind="regional_consultation", title="Briefing in Europe")
    asia = do(desk, "add", kind="regional_consultation", title="Consultation in Asia")["id"]
    do(desk, "add", kind="theme_preference", regional_consultation=asia, theme="women", rank=1)
    assert [(one.theme, one.points, one.regions) for one in theme_tally(desk.reader)] == [
        ("Women", 7, (("Africa", 2), ("Consultation in Asia", 1))),
        ("Torture", 4, (("Africa", 1),)),
        ("Migration", 2, (("Africa", 3),)),
        ("Last", 1, (("Africa", 4),)),
    ]


def test_suggestions_come_in_the_order_in_which_they_were_made(desk: MemoryDesk):
    session = do(desk, "new-consultation", title="W", language="en")["session"]
    for text, kind in (("b", "suggestion"), ("x", "key_issue"), ("a", "suggestion")):
        do(desk, "keep-note", session=session, text=text, note_kind=kind)
    assert [one.text for one in wrap_up_suggestions(desk.reader)] == ["b", "a"]
