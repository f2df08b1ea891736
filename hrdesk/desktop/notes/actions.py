"""The keys of the room of notes: all of them work in every layout, none needs a number pad."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance

from hrdesk.desktop.notes.doubts import Doubts
from hrdesk.desktop.notes.entry import NoteEntry
from hrdesk.desktop.notes.outside_door import OutsideDoor
from hrdesk.desktop.notes.session_bar import SessionBar
from hrdesk.desktop.notes.session_notes import SessionNotes
from hrdesk.desktop.notes.side import Side
from hrdesk.desktop.notes.told_keys import TOLD_KEYS
from hrdesk.desktop.shell.action import Action
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.vocabulary import WORDS
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.records.note import NOTE_KINDS

CLASS_KEYS = (
    ("public", N_("This note is public"), "F3"),
    ("restricted", N_("This note is restricted"), "F4"),
    ("confidential", N_("This note is confidential"), "F5"),
)
"""Function keys have no letter on them: they are where they are, whatever script is being typed."""


KINDS, CLASSES, SESSION, MATERIAL = N_("Kind"), N_("Sensitivity"), N_("Session"), N_("Material to take in")
"""Menus within that of the room: all in one row would be higher than a screen."""

OUTSIDE_TOO = ("notes.outside", "notes.class_")
"""How the names of actions begin that the page for material from outside has too."""


class Room(Protocol):
    """What the keys act on."""

    workplace: Workplace
    bar: SessionBar
    notes: SessionNotes
    entry: NoteEntry
    doubts: Doubts
    outside: OutsideDoor
    side: Side
    summary_requested: SignalInstance

    def classify(self, sensitivity: str) -> None:
        """Give the line or the chosen notes another class."""

    def recommend(self) -> None:
        """Make a recommendation."""

    def show_questions(self) -> None:
        """Go to the guiding questions and back."""

    def show_private(self) -> None:
        """Go to the private notes and back."""


def actions(panel: Room) -> list[Action]:
    """Give the actions of the room."""
    entry = panel.entry
    found = [
        Action("notes.other_side", N_("Between the line and the list"), "F6", partial(go_across, panel)),
        Action("notes.speaker", N_("Choose the speaker"), TOLD_KEYS["speaker"], entry.speaker.setFocus),
        Action("notes.same_speaker", N_("Same speaker as in the last note"), "Ctrl+E", partial(same_speaker, panel)),
        Action("notes.quote", N_("Quotation"), "F7", entry.quote),
        Action("notes.recommend", N_("Make a recommendation"), TOLD_KEYS["recommend"], panel.recommend),
        *(
            Action(f"notes.class_{name}", label, key, partial(panel.classify, name), under=CLASSES)
            for name, label, key in CLASS_KEYS
        ),
        Action("notes.class", N_("Next sensitivity"), TOLD_KEYS["class"], entry.sensitivity.cycle, under=CLASSES),
        *(
            Action(f"notes.kind_{kind}", WORDS[kind], f"Alt+{at + 1}", _chooser(panel, at), under=KINDS, nameless=True)
            for at, kind in enumerate(NOTE_KINDS)
        ),
        Action("notes.time", N_("Time of the note"), "Ctrl+T", entry.time.setFocus),
        Action("notes.language", N_("Next language"), "Ctrl+Shift+L", entry.speak_next),
        Action(
            "notes.interpreted", N_("Heard through interpretation"), TOLD_KEYS["interpreted"], entry.interpreted.toggle
        ),
        Action("notes.question", N_("Choose the guiding question"), "Ctrl+Shift+Q", panel.show_questions),
        Action(
            "notes.marks", N_("Look at marks that nobody could read"), TOLD_KEYS["marks"], partial(look_at_marks, panel)
        ),
        Action("notes.find", N_("Show only some notes…"), "Ctrl+F", panel.notes.look_for),
        Action("notes.correct", N_("Correct the note"), "F2", panel.notes.correct),
        Action("notes.fields", N_("All fields of the note"), "Ctrl+I", panel.side.show_fields),
        Action("notes.private", N_("What is for me alone"), "F8", panel.show_private),
        Action("notes.confirm", N_("Confirm who spoke"), TOLD_KEYS["confirm"], panel.side.confirm_spoken),
        Action("notes.side", N_("Questions and fields"), "F9", panel.bar.side.toggle),
        Action("notes.next_session", N_("Next session"), "Ctrl+PgDown", lambda: panel.bar.step(1), under=SESSION),
        Action(
            "notes.previous_session", N_("Previous session"), "Ctrl+PgUp", lambda: panel.bar.step(-1), under=SESSION
        ),
        Action(
            "notes.gavel",
            N_("Strike the gavel to compare clocks"),
            TOLD_KEYS["gavel"],
            partial(strike_gavel, panel),
            under=SESSION,
        ),
        Action("notes.summary", N_("Summary by guiding question…"), "Ctrl+Shift+G", partial(wish_for_summary, panel)),
        Action("notes.outside", N_("&Take in material from outside…"), "Ctrl+Shift+T", partial(go_outside, panel)),
        Action(
            "notes.outside_join",
            N_("Join paragraphs of the material"),
            "Ctrl+Shift+J",
            panel.outside.join,
            under=MATERIAL,
        ),
        Action(
            "notes.outside_split",
            N_("Split a paragraph of the material"),
            "Ctrl+Shift+I",
            panel.outside.split,
            under=MATERIAL,
        ),
    ]
    return [_behind(panel, one) for one in found]


def go_outside(panel: Room) -> None:
    """Show the page that takes in material from outside, for the session in which notes are taken."""
    panel.outside.open(panel.bar.session())


def go_across(panel: Room) -> None:
    """Go from the line to the list, and from anywhere else to the line."""
    (panel.notes.list if panel.entry.line.hasFocus() else panel.entry.line).setFocus()


def same_speaker(panel: Room) -> None:
    """Say that whoever spoke in the last note speaks still."""
    last = panel.notes.last()
    if last is not None:
        panel.entry.speaker.show_speaker(last.speaker, last.speaker_label)
    panel.entry.line.setFocus()


def look_at_marks(panel: Room) -> None:
    """Take the marks in the line as they were written, else look at the next note with marks nobody could read."""
    if panel.entry.marking.confirm():
        panel.workplace.kept.emit(_("Taken as you wrote it."))
    elif not panel.doubts.look():
        panel.workplace.kept.emit(_("There are no marks to look at."))


def strike_gavel(panel: Room) -> None:
    """Mark this instant here; pressed on every laptop at the same stroke, it tells how far the clocks differ."""
    session = panel.bar.session()
    if session and panel.workplace.run("gavel", session=session) is not None:
        panel.workplace.kept.emit(_("Gavel struck. Please strike it on the other laptops at the same time."))


def wish_for_summary(panel: Room) -> None:
    """Wish for the summary of the session in which notes are taken; another room writes it."""
    panel.summary_requested.emit(panel.bar.session())


def _chooser(panel: Room, place: int) -> Callable[[], None]:
    return lambda: panel.entry.kinds.choose(place)


def _behind(panel: Room, action: Action) -> Action:
    """Give an action that does nothing while the page for material stands before the notes, unless it is one of it."""

    def do() -> None:
        if panel.outside.page is None:
            action.do()

    return action if action.name.startswith(OUTSIDE_TOO) else replace(action, do=do)
