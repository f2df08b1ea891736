"""The parts of the story of two laptops, each played at a window of its own: ``python -m tests.journey.two_laptops``."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from hrdesk.desktop.exchange.panel import ExchangePanel
from hrdesk.desktop.notes.panel import NotesPanel
from hrdesk.desktop.outcome.panel import OutcomePanel
from hrdesk.desktop.recommendations.panel import RecommendationsPanel
from hrdesk.desktop.shell.encryption_page import EncryptionPage
from hrdesk.desktop.shell.window import Window
from hrdesk.exchange.bundle import SUFFIX
from hrdesk.records import Note, Recommendation
from tests.journey.window_driver import Part, answer, at, press, reach, sit_down, tell, until, write

PROPOSAL = "Mechanisms should warn each other in time."

NOTES = {
    "left": ("Warnings reach the wrong desk.", "قالت البعثة إن الشهود يحتاجون إلى حماية."),
    "right": ("La protection cesse avec le mandat.", "代表团建议每年举行一次联席会议。"),
}
MADE = {
    "left": "ينبغي للدول أن تحمي الشهود.",
    "right": "各机制应指定联络人。",
}
CHANGED = {
    "left": "Mechanisms should warn each other within a day.",
    "right": "Mechanisms should warn each other without delay.",
}

P = TypeVar("P")


def panel(window: Window, room: type[P]) -> P:
    """Give the panel of a room that has been opened."""
    assert window.rooms is not None
    found = window.rooms.panel(str(room.ROOM))  # type: ignore[attr-defined]
    assert isinstance(found, room)
    return found


def is_open(window: Window) -> bool:
    """Tell whether a desk is open and followed."""
    return window.rooms is not None and window.status.text != ""


def staff_prepares(stick: Path, window: Window) -> Part:
    """Staff reads the concept note into a new desk, puts in what came by letter, writes the starter bundle."""
    yield from reach("Rapporteur")
    yield from press("Down", "Down", "Space")
    yield from reach("Name of your desk")
    yield from write("Secretariat")
    yield from press("Ctrl+N")
    yield from answer(stick / "concept-note.txt")
    yield from at("What was understood")
    yield from reach("Keep as a new desk")
    yield from press("Space")
    yield from answer(stick / "staff.hrdesk")
    yield from until(partial(is_open, window))
    yield from press("Ctrl+3")
    notes = panel(window, NotesPanel)
    yield from until(notes.entry.line.hasFocus)
    yield from write(PROPOSAL)
    yield from press("Ctrl+R")
    yield from until(lambda: notes.notes.model.rowCount() == 1)
    yield from press("Ctrl+7")
    exchange = panel(window, ExchangePanel)
    yield from reach("Parts of the exchange")
    yield from press("Home")
    for _section in range(exchange.sections.place_of(exchange.giving)):
        yield from press("Down")
    yield from reach("Starter bundle")
    yield from press("Space")
    yield from answer(stick / f"starter{SUFFIX}")
    yield from until(lambda: exchange.giving.told.text().startswith("✓"))
    tell(told=exchange.giving.told.text(), sessions=len(asked(window, Note, "session")))


def rapporteur(stick: Path, name: str, window: Window) -> Part:
    """A rapporteur joins, takes notes in two scripts, makes and words recommendations, writes a bundle."""
    yield from press("Ctrl+K")
    yield from answer(stick / f"starter{SUFFIX}")
    yield from answer(stick / f"{name}.hrdesk")
    yield from until(partial(is_open, window))
    yield from reach("Seats")
    yield from press("End")
    yield from reach("Name of your desk")
    yield from press("Ctrl+A")
    yield from write(f"Desk {name}")
    yield from press("Return")
    yield from until(lambda: isinstance(window.stack.currentWidget(), EncryptionPage))
    yield from press("Escape")  # not now
    yield from until(lambda: window.rooms is not None and window.rooms.current == "notes")
    notes = panel(window, NotesPanel)
    yield from until(notes.entry.line.hasFocus)
    plain, other = NOTES[name]
    yield from write(plain)
    yield from press("Alt+3", "Return")
    yield from until(lambda: notes.entry.line.text() == "")
    yield from press("Ctrl+L")
    yield from write("Delegation of a State")
    yield from press("Return")
    yield from write(other)
    yield from press("Return")
    yield from until(lambda: notes.entry.line.text() == "")
    yield from write(MADE[name])
    yield from press("Ctrl+R")
    yield from until(lambda: len(asked(window, Recommendation, "text")) == 2)
    yield from press("Ctrl+4")
    room = panel(window, RecommendationsPanel)
    yield from until(lambda: len(room.model.lines) == 2)
    yield from reach("Recommendations")
    yield from press("Home")
    yield from until(lambda: room.sheet.wording.text.text() == PROPOSAL)
    yield from press("F2", "Ctrl+A")
    yield from write(CHANGED[name])
    yield from press("F6")
    yield from until(lambda: CHANGED[name] in asked(window, Recommendation, "text"))
    yield from press("Ctrl+7")
    exchange = panel(window, ExchangePanel)
    yield from press("Ctrl+B")
    yield from answer(stick / f"{name}{SUFFIX}")
    yield from until(lambda: exchange.giving.told.text().startswith("✓"))
    tell(notes=asked(window, Note, "text"), speakers=asked(window, Note, "speaker_label"))


def staff_gathers(stick: Path, window: Window) -> Part:
    """Staff merges both bundles, settles what they wrote differently, composes the document and writes it as PDF."""
    yield from until(partial(is_open, window))
    yield from press("Ctrl+7")
    exchange = panel(window, ExchangePanel)
    for count, name in enumerate(("left", "right"), 1):
        yield from press("Ctrl+M")
        yield from answer(stick / f"{name}{SUFFIX}")
        yield from until(partial(_are_looked_at, exchange, count))
    yield from reach("Merge 2 bundles")
    yield from press("Space")
    yield from until(lambda: exchange.conflicts == 1)
    assert window.rooms is not None
    tab = window.rooms.tabText(6)
    yield from press("Ctrl+L")
    yield from until(exchange.to_settle.list.hasFocus)
    yield from press("2", "Return")
    yield from until(lambda: exchange.conflicts == 0)
    settled = asked(window, Recommendation, "text")
    yield from press("Ctrl+5")
    room = panel(window, OutcomePanel)
    yield from reach("Compose the document")
    yield from press("Space")
    yield from until(lambda: any(one.role == "recommendation" for one in room.tree.lines()))
    yield from press("Ctrl+Shift+S")
    yield from answer(stick / "outcome.pdf")
    yield from until(lambda: room.pane.export.told.text())
    tell(tab=tab, settled=settled, told=room.pane.export.told.text(), calm=window.rooms.tabText(6))


def _are_looked_at(exchange: ExchangePanel, count: int) -> bool:
    return len(exchange.taking.sound) == count


def asked(window: Window, noun: type[Any], name: str) -> list[Any]:
    """Ask the open desk for one field of every record of a kind."""
    assert window.workplace is not None
    return [getattr(one, name) for one in window.workplace.ask(lambda reader: reader.every(noun))]


PARTS: dict[str, Callable[[Path, Window], Part]] = {
    "staff-prepares": staff_prepares,
    "left": lambda stick, window: rapporteur(stick, "left", window),
    "right": lambda stick, window: rapporteur(stick, "right", window),
    "staff-gathers": staff_gathers,
}


def main(part: str, stick: Path) -> int:
    """Play a part; the second time staff opens its desk by its name, as a person would."""
    return sit_down(partial(PARTS[part], stick), stick / "staff.hrdesk" if part == "staff-gathers" else None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
