"""The room of recommendations on the small desk, with three recommendations made from two notes."""

import pytest

from hrdesk.agenda.queries import sessions
from hrdesk.desktop.recommendations.panel import RecommendationsPanel
from hrdesk.desktop.shell.workplace import Workplace


@pytest.fixture
def made(workplace: Workplace) -> list[str]:
    """Make three recommendations, the first two from notes, and give their ids in order."""
    session = workplace.ask(sessions)[0].id
    notes = [
        workplace.run("keep-note", session=session, text=text, sensitivity=sensitivity)["id"]
        for text, sensitivity in (("Focal points are missing.", "restricted"), ("A case was named.", "confidential"))
    ]
    return [
        workplace.run("make-recommendation", notes=notes[:1], text="Appoint focal points.", area="follow_up")["id"],
        workplace.run("make-recommendation", notes=notes, text="Protect those who report.")["id"],
        workplace.run("make-recommendation", notes=[], text="Hold joint meetings.", sensitivity="public")["id"],
    ]


@pytest.fixture
def refused(workplace: Workplace) -> list[object]:
    """Collect what a person would have to read."""
    told: list[object] = []
    workplace.refused.connect(told.append)
    return told


@pytest.fixture
def panel(qtbot, workplace: Workplace, made: list[str]):
    """Give the room, shown and filled, with the first recommendation on its sheet."""
    room = RecommendationsPanel(workplace)
    qtbot.addWidget(room)
    workplace.changed.connect(room.hear)
    room.resize(1200, 700)
    room.show()
    room.refresh()
    qtbot.waitUntil(lambda: room.sheet.record == made[0] and not room._is_loading)
    yield room
    room.leave()
    workplace.finish()
