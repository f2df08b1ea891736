"""The tabs: what was decided, the last first."""

import pytest

from hrdesk.desktop.floor.queues import DECISIONS, Queues
from hrdesk.floor.picture import Picture
from hrdesk.records import FloorDecision, Session


def decided(*texts: str) -> tuple[FloorDecision, ...]:
    return tuple(FloorDecision(f"{text}", decision="other", text=text) for text in texts)


@pytest.fixture
def queues(qtbot) -> Queues:
    made = Queues(lambda person: person, {})
    qtbot.addWidget(made)
    return made


def shown(queues: Queues) -> list[str]:
    return [queues.decisions.item(row).text() for row in range(queues.decisions.count())]


@pytest.mark.parametrize(
    "steps",
    [
        [("a",), ("a", "b", "c")],
        [("a", "b"), ("b",)],
        [("a", "b"), ("c", "a", "b")],
        [("a",), (), ("b",)],
    ],
)
def test_decisions_stand_as_they_were_taken_the_last_first(queues, steps):
    for texts in steps:
        queues.show_picture(Picture(Session("session"), decisions=decided(*texts)))
        found = shown(queues)
        assert len(found) == len(texts)
        assert all(text in words for text, words in zip(reversed(texts), found, strict=True))
        number = f"({len(texts)})"
        assert (number in queues.tabText(DECISIONS)) is bool(texts)


def test_what_is_shown_already_is_not_made_anew(queues):
    queues.show_picture(Picture(Session("session"), decisions=decided("a")))
    first = queues.decisions.item(0)
    queues.show_picture(Picture(Session("session"), decisions=decided("a", "b")))
    assert queues.decisions.item(1) is first
