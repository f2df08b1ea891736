"""Sixty recommendations are taken down, confirmed, joined, negotiated and adopted at the real window, all by keys.

Texts are dictated, as an input method hands them over, because nobody waits for four thousand letters twice; every
act is a key. ``python -m tests.journey.from_said_to_adopted FOLDER``.
"""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from hrdesk.desktop.notes.panel import NotesPanel
from hrdesk.desktop.outcome.panel import OutcomePanel
from hrdesk.desktop.recommendations.panel import RecommendationsPanel
from hrdesk.desktop.recommendations.strengths_page import StrengthsPage
from hrdesk.desktop.recommendations.trail_graph import StepButton
from hrdesk.desktop.shell.window import Window
from hrdesk.desktop.translation.panel import TranslationPanel
from hrdesk.records import Recommendation, Wording
from hrdesk.records.protection import is_adopted
from hrdesk.records.recommendation import STRENGTHS
from tests.journey.sixty import CLUSTERS, SIXTY, Said
from tests.journey.two_laptops import asked, is_open, panel
from tests.journey.window_driver import Part, press, reach, sit_down, tell, until

RAISED = "database"
"""The cluster whose wording a person makes as strong as the strongest of it."""

NEGOTIATED = "focal points"
"""The words by which the list is narrowed to the text that is negotiated: the name of its cluster."""

DELEGATION = "Delegation of a member State"
AMENDED = "The Council could designate a focal point for each regional body by 2027."
AGREED = "The Council and each regional body could designate a focal point by 2027."
RESERVED = "The delegation understands this within existing resources."
IN_ARABIC = "يمكن للمجلس ولكل هيئة إقليمية تعيين جهة اتصال بحلول عام 2027."
AD_REFERENDUM, PLENARY = "Archives", "The plenary"

STANDING = len(SIXTY) - sum(map(len, CLUSTERS.values())) + len(CLUSTERS)
"""How many stand when the clusters are joined."""

LONGEST_WAY = 12
"""Steps from one end of the trail to the other, at most."""


def dictate(text: str) -> Part:
    """Hand a text over at once, as an input method does."""
    yield lambda: _commit(text)


def _commit(text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    focus = QApplication.focusWidget()
    if focus is not None:
        QCoreApplication.sendEvent(focus, event)


def cluster_of(said: Said) -> str:
    """Give the name of the cluster that a recommendation belongs to, or nothing."""
    return next((name for name, told in CLUSTERS.items() if said in told), "")


def typed(said: Said) -> str:
    """Give all that is typed of a recommendation, with its marks."""
    cluster = cluster_of(said)
    mark = f' #"{cluster}"' if cluster else ""
    return f'{said.text} #"{said.theme}" @"{said.addressee}"{mark}'


def whole(_folder: Path, window: Window) -> Part:
    """Do all of it, one part after another."""
    yield from until(partial(is_open, window))
    yield from take_down(window)
    yield from confirm_strengths(window)
    yield from join_clusters(window)
    yield from negotiate(window)
    yield from adopt(window)
    yield from print_and_translate(window)
    yield from walk_back(window)
    tell(done=True)


def take_down(window: Window) -> Part:
    """Take the sixty down, each marked as a recommendation on the spot."""
    yield from press("Ctrl+3")
    notes = panel(window, NotesPanel)
    yield from until(notes.entry.line.hasFocus)
    for said in SIXTY:
        yield from dictate(typed(said))
        yield from press("Ctrl+R")
        yield from until(lambda: notes.entry.line.text() == "")
    yield from until(lambda: notes.notes.model.rowCount() == len(SIXTY))
    yield from until(lambda: len(asked(window, Recommendation, "text")) == len(SIXTY))
    tell(taken=asked(window, Recommendation, "text"), classes=asked(window, Recommendation, "sensitivity"))


def confirm_strengths(window: Window) -> Part:
    """Confirm the strengths that were found, and choose another where the text was misread."""
    yield from press("Ctrl+4")
    room = panel(window, RecommendationsPanel)
    yield from until(lambda: len(room.model.lines) == len(SIXTY))
    yield from until(lambda: room.waiting.to_confirm.text().startswith(f"{len(SIXTY)} "))
    yield from press("Ctrl+Shift+S")
    page = room.waiting.strengths
    yield from until(lambda: page.list.hasFocus())
    meant = {said.text: said.strength for said in SIXTY}
    found = {one.recommendation.text: one.recommendation.strength for one in page.model.found}
    yield from press("Home")
    while page.model.found:
        first = page.model.found[0].recommendation
        key = (
            "Return" if first.strength == meant[first.text or ""] else str(STRENGTHS.index(meant[first.text or ""]) + 1)
        )
        count = len(page.model.found)
        yield from press(key)
        yield from until(partial(_are_fewer, page, count))
    tell(found=found)


def _are_fewer(page: StrengthsPage, count: int) -> bool:
    return len(page.model.found) < count


def _are(window: Window, count: int) -> bool:
    return len(asked(window, Recommendation, "text")) == count


def join_clusters(window: Window) -> Part:
    """Join what says the same, cluster by cluster, in one wording; the originals stay."""
    room = panel(window, RecommendationsPanel)
    for name, said in CLUSTERS.items():
        yield from narrowed(room, name, len(said))
        yield from press("F6", "Ctrl+A", "Ctrl+Shift+J")
        page = room.waiting.join
        yield from until(page.text.hasFocus)
        if name == RAISED:
            yield from press("Ctrl+A")
            yield from dictate(next(one.text for one in said if one.strength == "decided"))
            yield from reach("It is")
            yield from press("Space")
        count = len(asked(window, Recommendation, "text"))
        yield from press("Ctrl+Return")
        yield from until(partial(_are, window, count + 1))
    yield from narrowed(room, "", STANDING)
    tell(standing=[line.recommendation.text for line in room.model.lines])


def negotiate(window: Window) -> Part:
    """Amend one text, choose an alternative of it, and take a reservation down."""
    room = panel(window, RecommendationsPanel)
    yield from narrowed(room, NEGOTIATED, 1)
    yield from press("F6", "Home", "Ctrl+Shift+N")
    yield from until(lambda: room.model.lines[0].recommendation.status == "under_negotiation")
    page = room.sheet.negotiation
    yield from proposed(room, "Ctrl+M", AMENDED)
    yield from until(lambda: page.waiting == 1)
    yield from press("Return")
    yield from until(lambda: room.sheet.wording.text.text() == AMENDED)
    yield from proposed(room, "Ctrl+B", AGREED)
    yield from until(lambda: page.held is not None and len(page.held.alternatives) == 1)
    yield from press("Return")
    yield from until(lambda: room.sheet.wording.text.text() == AGREED)
    yield from proposed(room, "Ctrl+Shift+R", RESERVED)
    yield from until(lambda: page.held is not None and len(page.held.reservations) == 1)
    held = page.held
    tell(versions=[one.text for one in held.versions] if held is not None else [])


def proposed(room: RecommendationsPanel, key: str, text: str) -> Part:
    """Take down what a delegation proposes."""
    box = room.sheet.negotiation.box
    yield from press("Ctrl+E", key)
    yield from until(box.who.line.hasFocus)
    yield from dictate(DELEGATION)
    yield from press("Return")
    yield from until(box.text.hasFocus)
    yield from press("Ctrl+A")
    yield from dictate(text)
    yield from press("Ctrl+Return")
    yield from until(lambda: box.isHidden())


def adopt(window: Window) -> Part:
    """Adopt one text ad referendum and all others by consensus, in one step."""
    room = panel(window, RecommendationsPanel)
    yield from narrowed(room, AD_REFERENDUM, 1)
    yield from press("F6", "Home", "Ctrl+D")
    yield from until(lambda: room.sheet.wording.deciding.way.hasFocus())
    yield from press("Down", "Tab")
    yield from dictate(PLENARY)
    yield from press("Return")
    yield from until(lambda: room.model.lines[0].recommendation.status == "adopted_ad_referendum")
    yield from narrowed(room, "", STANDING)
    yield from press("F6", "Ctrl+A", "Ctrl+Shift+D")
    yield from until(lambda: all(is_adopted(line.recommendation) for line in room.model.lines))
    tell(adopted={line.recommendation.adopted_text: line.recommendation.status for line in room.model.lines})


def print_and_translate(window: Window) -> Part:
    """Compose the outcome document, and word the text that was negotiated in Arabic."""
    yield from press("Ctrl+5")
    outcome = panel(window, OutcomePanel)
    yield from reach("Compose the document")
    yield from press("Space")
    yield from until(lambda: sum(one.role == "recommendation" for one in outcome.tree.lines()) == STANDING)
    yield from press("Ctrl+6")
    room = panel(window, TranslationPanel)
    yield from until(lambda: room.language == "ar" and len(room.list.model.segments) > STANDING)
    yield from press("Ctrl+L", "Home")
    texts = [one.source.text for one in room.list.model.segments]
    yield from press(*["Down"] * texts.index(AGREED))
    yield from until(lambda: room.segment is not None and room.segment.source.text == AGREED)
    yield from press("F2")
    yield from dictate(IN_ARABIC)
    yield from press("Ctrl+Return")
    yield from until(lambda: IN_ARABIC in asked(window, Wording, "text"))


def walk_back(window: Window) -> Part:
    """Walk the trail of the adopted paragraph by the arrows: back to a note, and on to its wording in Arabic."""
    yield from press("Ctrl+4")
    room = panel(window, RecommendationsPanel)
    yield from narrowed(room, NEGOTIATED, 1)
    yield from press("F6", "Home", "Ctrl+I")
    graph = room.sheet.trail.graph
    yield from until(lambda: any(one.step.kind == "wording" for one in graph.buttons))
    yield from press("Shift+Tab")
    walked = []
    for key in ("Left", "Right"):
        for _step in range(LONGEST_WAY):
            yield from until(lambda: isinstance(QApplication.focusWidget(), StepButton))
            focus = QApplication.focusWidget()
            assert isinstance(focus, StepButton)
            walked.append((key, focus.step.kind, focus.step.text, focus.step.language))
            yield from press(key)
            yield lambda: True
    tell(walked=walked)


def narrowed(room: RecommendationsPanel, words: str, count: int) -> Part:
    """Narrow the list to some words, or to nothing, until so many are shown."""
    for told in ("", words):
        yield from press("Ctrl+F", "Ctrl+A")
        yield from dictate(told) if told else press("Delete")
        yield from until(partial(_shows, room, count if told == words else 0))


def _shows(room: RecommendationsPanel, count: int) -> bool:
    return len(room.model.lines) == (count or room.model.count)


def main(folder: Path) -> int:
    """Play the story at the desk in ``folder``."""
    return sit_down(partial(whole, folder), folder / "desk.hrdesk")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
