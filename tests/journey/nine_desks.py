"""The parts of the story of nine sticks, each played at a window of its own: ``python -m tests.journey.nine_desks``.

What nine desks wrote is made beforehand without windows; what is told here is what staff does with it, by keys.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QListWidget

from hrdesk.desktop.exchange.panel import ExchangePanel
from hrdesk.desktop.shell.window import Window
from hrdesk.exchange.bundle import SUFFIX
from hrdesk.records import Note
from tests.journey.two_laptops import asked, is_open, panel
from tests.journey.window_driver import Part, answer, answer_all, at, press, reach, sit_down, tell, until, write

DESKS = 9
CONFLICTS = 40


class KeyCounter(QObject):
    """Counts the keys that reach the window."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name that Qt calls
        """Count every key once, at the widget it is meant for."""
        if event.type() == QEvent.Type.KeyPress and watched is QApplication.focusWidget():
            self.pressed += 1
        return False


def names() -> list[str]:
    """Name the files on the sticks: nine true ones and one that somebody altered."""
    return [*(f"{number}{SUFFIX}" for number in range(1, DESKS + 1)), f"forged{SUFFIX}"]


def staff_gathers(stick: Path, window: Window) -> Part:
    """Staff takes nine bundles in by one action, a forged one is refused, and settles forty conflicts."""
    yield from until(partial(is_open, window))
    yield from press("Ctrl+7")
    exchange = panel(window, ExchangePanel)
    yield from press("Ctrl+M")
    yield from answer_all([stick / name for name in names()])
    yield from until(lambda: len(exchange.taking.sound) == DESKS)
    yield from until(exchange.taking.merge.hasFocus)
    pane = exchange.taking.pane
    seen = {"files": len(pane.files.items), "bad": pane.bad.text(), "brings": pane.brings.text()}
    seen["roll"] = [item.text(1) for item in pane.roll.items]
    yield from press("Space")
    yield from until(lambda: exchange.conflicts == CONFLICTS)
    seen["told"] = exchange.taking.told.text()
    yield from press("Ctrl+L")
    yield from until(exchange.to_settle.list.hasFocus)
    counter = KeyCounter()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(counter)
    for left in range(CONFLICTS, 0, -1):
        yield from until(lambda left=left: exchange.conflicts == left and exchange.to_settle.list.count() == left)  # type: ignore[misc]
        yield from press("2", "Return")
    yield from until(lambda: exchange.conflicts == 0)
    application.removeEventFilter(counter)
    seen["keys"] = counter.pressed
    texts = asked(window, Note, "text")
    tell(**seen, notes=len(texts), settled=sum("staff" in (text or "") or "desk" in (text or "") for text in texts))


def staff_withdraws(stick: Path, window: Window) -> Part:
    """Staff withdraws a testimony, and writes the bundle by which the other desks hear of it."""
    yield from until(partial(is_open, window))
    yield from press("Ctrl+7")
    exchange = panel(window, ExchangePanel)
    yield from reach("Parts of the exchange")
    yield from press("Home")
    for _section in range(exchange.sections.place_of(exchange.withdrawing)):
        yield from press("Down")
    yield from press("Return")
    page = exchange.withdrawing
    yield from until(page.wanted.hasFocus)
    yield from write("graves")
    yield from until(lambda: len(page.found.items) == 1)
    yield from reach("Type ")
    yield from write("withdraw")
    yield from press("Return")
    yield from until(lambda: page.told.text().startswith("✓"))
    seen = {"told": page.told.text(), "notes": len(asked(window, Note, "text"))}
    yield from press("Ctrl+B")
    yield from answer(stick / f"withdrawal{SUFFIX}")
    yield from until(lambda: exchange.giving.told.text().startswith("✓"))
    tell(**seen)


def desk_hears(stick: Path, window: Window) -> Part:
    """A rapporteur takes the bundle in that holds the withdrawal."""
    yield from until(partial(is_open, window))
    before = asked(window, Note, "text")
    yield from press("Ctrl+7")
    exchange = panel(window, ExchangePanel)
    yield from press("Ctrl+M")
    yield from answer(stick / f"withdrawal{SUFFIX}")
    yield from until(exchange.taking.merge.hasFocus)
    shown = [item.text(1) for item in exchange.taking.pane.withdrawn.items]
    yield from press("Space")
    yield from until(lambda: exchange.taking.told.text().startswith("✓"))
    tell(before=before, shown=shown, told=exchange.taking.told.text(), after=asked(window, Note, "text"))


def staff_goes_back(stick: Path, window: Window) -> Part:
    """Staff goes back to the backup that was made before the nine bundles came in."""
    del stick
    yield from until(partial(is_open, window))
    before = len(asked(window, Note, "text"))
    yield from press("Ctrl+Shift+P")
    yield from write("Backups")
    yield from press("Return")
    yield from at("Backups of this desk")
    view = QApplication.focusWidget()
    assert isinstance(view, QListWidget)
    rows = [view.item(row).text() for row in range(view.count())]
    yield from press("Home")
    for _row in range(next(row for row, words in enumerate(rows) if "before a merge" in words)):
        yield from press("Down")
    yield from reach("Go back to this one")
    yield from press("Space")
    yield from until(lambda: window.workplace is not None and len(asked(window, Note, "text")) < before)
    tell(before=before, after=asked(window, Note, "text"), rows=rows)


PARTS: dict[str, Callable[[Path, Window], Part]] = {
    "staff-gathers": staff_gathers,
    "staff-withdraws": staff_withdraws,
    "desk-hears": desk_hears,
    "staff-goes-back": staff_goes_back,
}


def main(part: str, stick: Path, desk: str) -> int:
    """Play a part at a desk."""
    return sit_down(partial(PARTS[part], stick), stick / f"{desk}.hrdesk")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
