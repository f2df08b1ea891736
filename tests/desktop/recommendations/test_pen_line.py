"""Who holds the pen is said where one writes; another's pen warns softly and holds nobody up."""

import pytest

from hrdesk.agenda.queries import sessions
from hrdesk.desktop.recommendations.pen_line import PenLine
from hrdesk.records.ids import joined_id


@pytest.fixture
def session(workplace) -> str:
    return workplace.ask(sessions)[0].id


@pytest.fixture
def line(qtbot, workplace, session):
    """Give the line of a session, at a desk with a seat."""
    workplace.run("take-seat", name="Rapporteur", role="rapporteur")
    made = PenLine(workplace)
    qtbot.addWidget(made)
    workplace.changed.connect(made.hear)
    made.show_item(session)
    return made


def other_holds(workplace, session: str) -> None:
    """Let another desk hold the pen, as a bundle would bring it."""
    seat = workplace.run("add", kind="seat", name="Desk 2", role="rapporteur")["id"]
    workplace.run("edit", id=joined_id("pen_holder", session), seat=seat)


def test_the_pen_is_taken_and_laid_down(line):
    assert line.isHidden()
    line.toggle()
    assert not line.isHidden()
    assert "You hold the pen" in line.told.text()
    line.toggle()
    assert line.isHidden()


def test_anothers_pen_warns_once_before_the_first_letter_and_may_be_taken(line, workplace, session):
    told: list[str] = []
    workplace.kept.connect(told.append)
    line.toggle()
    line.warn()
    assert told == [], "nobody is warned of their own pen"
    other_holds(workplace, session)
    assert line.is_held_by_another
    assert "Desk 2 holds the pen" in line.told.text()
    line.warn()
    line.warn()
    assert len(told) == 1
    assert "What you type is kept" in line.told.text()
    line.toggle()
    assert not line.is_held_by_another


def test_typing_where_another_holds_the_pen_is_kept(qtbot, panel, made, workplace, session):
    workplace.run("take-seat", name="Rapporteur", role="rapporteur")
    qtbot.waitUntil(lambda: panel.sheet.record == made[0])
    panel.doing.pen.toggle()
    other_holds(workplace, session)
    with qtbot.waitSignal(panel.doing.pen.warned):
        panel.sheet.wording.text.setPlainText("Appoint them.")
    assert panel.sheet.leave()
    panel.doing.pen.refresh()
    assert panel.sheet.wording.text.text() == "Appoint them."
