"""A moderator at the real window: ``python -m tests.journey.floor_moderator DESK``. Every act is a key."""

import os
import sys
import time
from functools import partial
from pathlib import Path

from hrdesk.agenda.participants.vocabulary import shipped
from hrdesk.desktop.floor.doing import TWICE
from hrdesk.desktop.floor.panel import FloorPanel
from hrdesk.desktop.shell.window import Window
from hrdesk.floor.picture import Picture
from tests.journey.window_driver import Part, press, sit_down, tell, until, write

INSCRIBED = 40

SPOKEN = 6
"""How many speak in a round of this story."""


def shortest(name: str, code: str) -> str:
    """Give the fewest letters, two at least, after which a delegation is the first that is offered."""
    letters = (name[:length] for length in range(2, len(name) + 1))
    return next(typed for typed in letters if [one.code for one in shipped().find(typed, "en", 1)] == [code])


def delegations() -> list[tuple[str, str]]:
    """Give the letters that are typed and the name that is found, for States all over the alphabet."""
    states = [one for one in shipped().entries if one.category == "state"][::4]
    return [(shortest(one.name("en"), one.code), one.name("en")) for one in states[:INSCRIBED]]


def seen(panel: FloorPanel) -> Picture:
    """Give what is shown."""
    assert panel.picture is not None
    return panel.picture


def names(panel: FloorPanel) -> list[str]:
    """Name those who wait, in order."""
    return [line.speaker.name for line in seen(panel).waiting]


def rest() -> Part:
    """Wait as long as the same key must rest before it counts again."""
    ends = time.monotonic() + TWICE / 1000 + 0.05
    yield from until(lambda: time.monotonic() > ends)


def speak(panel: FloorPanel) -> Part:
    """Let the next speaker begin, by the key of a clicker."""
    before = seen(panel).current
    yield from rest()
    yield from press("PgDown")
    yield from until(lambda: seen(panel).current is not before and has_floor(panel, begun=False))
    yield from rest()
    yield from press("PgDown")
    yield from until(lambda: has_floor(panel, begun=True))


def has_floor(panel: FloorPanel, *, begun: bool) -> bool:
    """Tell whether somebody has the floor, and has begun or not."""
    turn = seen(panel).current
    return turn is not None and bool(turn.clock.marks) == begun


def next_segment(panel: FloorPanel, kind: str) -> Part:
    """Begin the next segment and see that it goes on."""
    yield from rest()
    yield from press("Ctrl+Shift+N")
    yield from until(lambda: (going := seen(panel).running) is not None and going.segment.segment_kind == kind)


def moderate(pictures: Path | None, window: Window) -> Part:
    """Choose the format, inscribe forty, give the floor through the panel of 2016."""
    yield from until(lambda: window.rooms is not None and window.rooms.current == "floor" and window.status.text != "")
    assert window.rooms is not None
    panel = window.rooms.panel("floor")
    assert isinstance(panel, FloorPanel)
    yield from until(lambda: panel.picture is not None and bool(panel.known.directory.entries))
    yield from until(panel.line.line.hasFocus)
    yield from press("Ctrl+Shift+O", "Return")
    yield from until(lambda: seen(panel).format is not None)
    yield from press("Ctrl+L")
    yield from next_segment(panel, "presentations")

    keys, begins = 0, time.monotonic()
    for number, (typed, name) in enumerate(delegations(), 1):
        yield from write(typed)
        yield from press("Return")
        keys += len(typed) + 1
        yield from until(partial(lambda count: len(seen(panel).waiting) == count, number))
        assert names(panel)[-1] == name, (typed, names(panel)[-1], name)
    inscribed = {"seconds": time.monotonic() - begins, "keys": keys, "waiting": len(names(panel))}
    fits = panel.side.fit.text

    yield from next_segment(panel, "floor_round")
    first = names(panel)
    yield from press("F6", "Home", "Ctrl+Shift+X", "Return", "Return")
    yield from until(lambda: names(panel)[:2] == [first[1], first[0]])
    for _speaker in range(2):
        yield from speak(panel)
    # Somebody is absent when called: the place is lost, the next one is called.
    yield from rest()
    yield from press("PgDown")
    yield from until(lambda: has_floor(panel, begun=False))
    absent = seen(panel).current
    assert absent is not None
    yield from press("Ctrl+M")
    yield from until(lambda: seen(panel).current is None)
    # A minister comes late; one key puts the minister next.
    yield from press("Ctrl+L")
    yield from write("Minister of Justice")
    yield from press("Tab")
    yield from until(lambda: panel.line.speaker_class.hasFocus())
    yield from press("Down")
    yield from until(lambda: panel.line.speaker_class.currentData() == "dignitary")
    yield from press("Ctrl+L", "Return")
    yield from until(panel.late.isVisible)
    yield from press("Ctrl+Shift+A")
    yield from until(lambda: "Minister of Justice" in names(panel)[:2])
    for _speaker in range(SPOKEN - 2):
        yield from speak(panel)
    if pictures is not None:
        for language in ("en", "ar", "zh"):
            window.use_language(language)
            yield from until(lambda: not panel.watch.is_waiting)
            yield from rest()
            window.grab().save(str(pictures / f"floor-{language}.png"))
        window.use_language("en")
    # At half-time the chair cuts the limit.
    yield from press("F7")
    yield from until(panel.side.fit.list.hasFocus)
    while "90 seconds" not in panel.side.fit.list.currentItem().text():
        yield from press("Down")
    chosen = panel.side.fit.list.currentItem().text()
    yield from press("Return")
    yield from until(lambda: any(one.decision == "limit" for one in seen(panel).decisions))
    yield from press("Ctrl+Shift+D")
    yield from until(lambda: any(one.decision == "draw" for one in seen(panel).decisions))
    yield from speak(panel)
    yield from rest()
    yield from press("F4")
    yield from until(lambda: seen(panel).current is None)

    yield from next_segment(panel, "replies")
    yield from press("Ctrl+R", "Return")
    yield from write("How is follow-up reported?")
    yield from press("Return")
    yield from until(lambda: len(seen(panel).questions) == 1)
    yield from press("Ctrl+Shift+G", "Return", "Return")
    yield from until(lambda: has_floor(panel, begun=False))
    yield from press("F6", "Space")
    yield from until(lambda: has_floor(panel, begun=True))
    yield from rest()
    yield from press("F4")
    yield from until(lambda: seen(panel).current is None)

    yield from next_segment(panel, "floor_round")
    yield from speak(panel)
    second = seen(panel).current
    assert second is not None
    yield from rest()
    yield from press("F4")
    yield from until(lambda: seen(panel).current is None)
    yield from next_segment(panel, "replies")
    yield from rest()
    yield from press("Ctrl+Shift+N")
    yield from until(lambda: seen(panel).running is None)
    picture = seen(panel)
    tell(
        inscribed=inscribed,
        fits=fits,
        decisions=[one.decision for one in picture.decisions],
        chosen=chosen,
        recorded=[one.text for one in picture.decisions if one.decision == "limit"],
        spoke=[turn.speaker.name for turn in picture.turns if turn.clock.marks],
        seconds=[turn.intervention.seconds for turn in picture.turns if turn.clock.marks],
        absent=absent.speaker.name,
        states={line.speaker.name: line.speaker.request.state for line in picture.done},
        stretches=[one.state for one in picture.stretches],
        notices=window.notices.text,
    )


if __name__ == "__main__":
    shown = os.environ.get("HRDESK_PICTURES")
    sys.exit(sit_down(partial(moderate, Path(shown) if shown else None), Path(sys.argv[1])))
