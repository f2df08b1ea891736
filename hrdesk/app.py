"""Joins the parts for the window: painted first, then the store and the rooms are loaded behind it."""

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

from hrdesk.language.interface import _, system_language, use
from hrdesk.settings import Settings, profile_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from hrdesk.desktop.shell.entrance import Entrance, Parts
    from hrdesk.desktop.shell.jobs import Jobs
    from hrdesk.desktop.shell.page import ReadingPage
    from hrdesk.desktop.shell.panel import Panel
    from hrdesk.desktop.shell.window import Window
    from hrdesk.desktop.shell.workplace import Workplace

DONE, REFUSED = 0, 1

SWITCH = 0.001
"""Seconds after which work in another thread lets the window answer; Python's own 5 ms are felt while typing."""

LANGUAGES_OF_SELF_TEST = ("ar", "zh")
"""A mirrored window, and letters that few systems have a font for."""


def main(arguments: Sequence[str]) -> int:
    """Open the window: ``[]`` on the start page, ``["--sample"]`` on the sample, or on a desk file."""
    if not has_screen():
        use(system_language())
        print(_("There is no screen here, so no window can be opened. Nothing was changed."), file=sys.stderr)
        return REFUSED
    sample = "--sample" in arguments
    path = next((Path(one) for one in arguments if one != "--sample"), None)
    return run_window(path, sample=sample)


def has_screen() -> bool:
    """Tell whether a window can be shown: a Linux without a display would abort inside Qt, uncatchably."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_window(path: Path | None, *, sample: bool) -> int:
    """Show the window until it is closed."""
    from PySide6.QtWidgets import QApplication

    sys.setswitchinterval(SWITCH)
    app = QApplication([sys.argv[0]])
    window = make_window(app)
    if sample or path is not None:
        window.show_waiting(lambda: _("Opening the desk …"))
    window.first_painted.connect(lambda: enter(window, path, sample=sample))
    window.show()
    return app.exec()


def self_test() -> int:
    """Walk through every room of a small desk without a screen; print what was seen, or one sentence with status 1."""
    import json
    from tempfile import TemporaryDirectory

    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from hrdesk.desktop.shell.walk import walk_through
    from hrdesk.errors import Refused, sentence_of

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    use(system_language())
    hook = sys.excepthook
    before = qInstallMessageHandler(lambda *_told: None)  # Qt says at every window what it cannot do without a screen
    with TemporaryDirectory() as place:
        folder = Path(place)
        app = QApplication.instance() or QApplication([sys.argv[0]])
        window = make_window(cast(QApplication, app), folder)
        entrance = enter(window)
        try:
            seen = walk_through(window, entrance, folder / "test.hrdesk", LANGUAGES_OF_SELF_TEST)
        except Refused as refusal:
            use(system_language())
            print(sentence_of(refusal, _), file=sys.stderr)
            return REFUSED
        finally:
            window.close()
            sys.excepthook = hook
            qInstallMessageHandler(before)
    print(json.dumps({"format": "hrdesk-self-test-window", "version": 1, **seen}, ensure_ascii=False, indent=2))
    return DONE


def make_window(app: "QApplication", profile: Path | None = None) -> "Window":
    """Make the window as it is before anything of a desk is loaded; ``profile`` stands in for the person's own."""
    from hrdesk.desktop.shell.sentence import report_of
    from hrdesk.desktop.shell.window import Window

    gc.disable()  # until the window is furnished: see Collector
    app.setApplicationName("hrdesk")
    app.setApplicationDisplayName("hrdesk")
    app.setDesktopFileName("hrdesk")
    folder = profile or profile_folder()
    window = Window(app, Settings.load(folder), folder, _put_table)
    window.record_requested.connect(partial(go_to, window))

    def tell(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        # Many systems keep what a window prints: places in the program, and no message, which may quote a desk.
        print(report_of(error), file=sys.stderr)
        window.notices.tell(error)

    sys.excepthook = tell
    return window


def enter(window: "Window", path: Path | None = None, *, sample: bool = False) -> "Entrance":
    """Furnish the window, load what a desk needs and open what was asked for."""
    from hrdesk.desktop.shell.entrance import Entrance
    from hrdesk.store.identity import Profile

    entrance = Entrance(window, Profile(window.profile), parts(window))
    window.attended.connect(partial(_hold_while_the_floor_runs, window, entrance))
    if sample:
        entrance.open_sample()
    elif path is not None:
        entrance.open(path)
        if window.settings.role in ("", "rapporteur"):
            # While the file is being opened in another thread: this room is the one most people will see first.
            from hrdesk.desktop.notes import panel as _panel  # noqa: F401 - loaded, not used
    else:
        window.furnish()
    return entrance


def parts(window: "Window") -> "Parts":
    """Name the rooms of the window; each is imported when it is first looked at."""
    from hrdesk.desktop.shell.entrance import Parts
    from hrdesk.desktop.shell.room_titles import ROOMS
    from hrdesk.desktop.shell.rooms import Room

    makers = {
        "agenda": _agenda,
        "floor": _floor,
        "notes": _notes,
        "recommendations": _recommendations,
        "outcome": _outcome,
        "translation": _translation,
        "exchange": _exchange,
    }
    return Parts([Room(name, title, partial(makers[name], window)) for name, title in ROOMS], _note_page, _sample)


def _put_table(window: "Window") -> None:
    from hrdesk.desktop.shell.table import put_table

    put_table(window)


def go_to(window: "Window", room: str, record: str, field: str = "") -> None:
    """Go to a record in a room; how it is shown there is the room's own affair.

    ``field`` says which field or language of it is meant; in the room of the outcome document, which paper on it.
    """
    from hrdesk.desktop.agenda.panel import AgendaPanel
    from hrdesk.desktop.exchange.panel import ExchangePanel
    from hrdesk.desktop.floor.panel import FloorPanel
    from hrdesk.desktop.notes.panel import NotesPanel
    from hrdesk.desktop.outcome.panel import OutcomePanel
    from hrdesk.desktop.recommendations.panel import RecommendationsPanel
    from hrdesk.desktop.translation.panel import TranslationPanel

    window.open_room(room)
    match window.rooms.panel(room) if window.rooms is not None else None:
        case FloorPanel() as floor:
            floor.show_request(record)
        case NotesPanel() as notes:
            notes.show_note(record)
        case RecommendationsPanel() as recommendations:
            recommendations.show_recommendation(record)
        case ExchangePanel() as exchange:
            exchange.show_conflict(record, field)
        case AgendaPanel() as agenda:
            agenda.tree.select(record)
        case OutcomePanel() as outcome if field:
            outcome.pane.ask_for_paper(field, record)
        case OutcomePanel() as outcome:
            outcome.show_record(record)
        case TranslationPanel() as translation:
            translation.use_language(field or translation.language)
            translation.show_text(record)


def _agenda(window: "Window", workplace: "Workplace") -> "Panel":
    from hrdesk.desktop.agenda.panel import AgendaPanel

    panel = AgendaPanel(workplace)
    panel.settle_requested.connect(partial(go_to, window, "exchange"))
    return panel


def _floor(window: "Window", workplace: "Workplace") -> "Panel":
    from hrdesk.desktop.floor.panel import FloorPanel

    return FloorPanel(workplace, window)


def _hold_while_the_floor_runs(window: "Window", entrance: "Entrance") -> None:
    """Keep an idle desk from being locked while somebody has the floor; said once, when the first desk is open."""
    holds = entrance.safekeeping.locking.holds
    if holds:
        return

    def runs() -> bool:
        from hrdesk.desktop.floor.panel import FloorPanel

        panels = window.rooms.built() if window.rooms is not None else []
        return any(isinstance(panel, FloorPanel) and panel.is_running for panel in panels)

    holds.append(runs)


def _notes(window: "Window", workplace: "Workplace") -> "Panel":
    from hrdesk.desktop.notes.panel import NotesPanel

    panel = NotesPanel(workplace)
    panel.fields.settle_requested.connect(partial(go_to, window, "exchange"))
    panel.recommendation_made.connect(lambda made: _offer(window, made))
    panel.summary_requested.connect(lambda session: go_to(window, "outcome", session, "questions"))
    return panel


def _offer(window: "Window", recommendation: str) -> None:
    """Offer the way to a recommendation that was made; whoever is taking notes just goes on."""
    way = partial(go_to, window, "recommendations", recommendation)
    window.status.offer(lambda: _("Go to the recommendation"), way)


def _recommendations(window: "Window", workplace: "Workplace") -> "Panel":
    from hrdesk.desktop.recommendations.panel import RecommendationsPanel

    panel = RecommendationsPanel(workplace, window)
    panel.note_requested.connect(partial(go_to, window, "notes"))
    panel.paragraph_requested.connect(partial(go_to, window, "outcome"))
    panel.wording_requested.connect(partial(go_to, window, "translation"))
    panel.settle_requested.connect(partial(go_to, window, "exchange"))
    return panel


def _outcome(window: "Window", workplace: "Workplace") -> "Panel":
    from hrdesk.desktop.outcome.panel import OutcomePanel

    panel = OutcomePanel(workplace)
    panel.jump_requested.connect(partial(go_to, window))
    panel.settle_requested.connect(partial(go_to, window, "exchange"))
    return panel


def _translation(_window: "Window", workplace: "Workplace") -> "Panel":
    from hrdesk.desktop.translation.panel import TranslationPanel

    return TranslationPanel(workplace)


def _exchange(window: "Window", workplace: "Workplace") -> "Panel":
    from hrdesk.desktop.exchange.panel import ExchangePanel

    def count(number: int) -> None:
        if window.rooms is not None:
            window.rooms.count_waiting(panel.ROOM, number)

    panel = ExchangePanel(workplace)
    panel.conflicts_counted.connect(count)
    panel.record_requested.connect(partial(go_to, window))
    panel.look_requested.connect(partial(window.open_room, panel.ROOM))
    return panel


def _note_page(jobs: "Jobs") -> "ReadingPage":
    from hrdesk.desktop.agenda.note_page import NotePage

    return NotePage(jobs)


def _sample(folder: Path) -> Path:
    """Make the sample desk in the profile folder, once, and give it."""
    from hrdesk.sample import MERGED, build

    desk = folder / "sample" / MERGED
    if not desk.exists():
        build(desk.parent)
    return desk
