"""The first half of the story by keyboard alone: a desk is made, its programme set up, and a session taken down."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from hrdesk.language.interface import _, current
from hrdesk.language.names import language_name
from tests.journey.screen import (
    appears,
    at,
    choose,
    choose_in_menu,
    empty,
    focused,
    go_to_row,
    happens,
    lists,
    menu_key,
    reach,
    stands_at,
    tells,
    tells_no_more,
)
from tests.journey.window_driver import Part, answer, press, write

WORKSHOP, SESSION, ITEM, DESK = "Workshop on cooperation", "Way forward", "Cooperation", "Desk 1"
QUESTIONS = ("How can information be shared?", "Which steps come next?")
DELEGATION, BODY = "Delegation of Uruguay", "ACHPR"

WAITING, MUCH, QUOTED = "Witnesses wait too long.", " Much too long.", "we cannot wait"
IN_CONFIDENCE, IN_FRENCH, OF_NOBODY = (
    "A name was given in confidence.",
    "Le mandat cesse en mai.",
    "Meet again next year.",
)
COULD = "The Council could meet each regional body every year, and publish the calendar."
SHOULD = "The Council should meet each regional body every year and publish the calendar."
THREE = "States should train judges; protect witnesses; and report every year."
MARKED = (COULD, SHOULD, THREE)
PRIVATE = "Ask about the budget."
SAID = ("States should keep witnesses safe.", "We support this.", "Thank you.")
CHAT = f"10:02 {BODY}: {SAID[0]}\n10:04 {DELEGATION}: {SAID[1]}\n10:05 {BODY}: {SAID[2]}\n"
FULLY = " Fully."


def begin(folder: Path) -> Part:
    """On the start page the person says who they are, begins a consultation by hand, and leaves it unencrypted."""
    yield from reach(_("Rapporteur"))
    yield from press("Space")
    yield from reach(_("Name of your desk"))
    yield from write(DESK)
    yield from reach(_("New by hand"))
    yield from press("Space")
    yield from at(_("Title of the consultation"))
    yield from write(WORKSHOP)
    yield from press("Return")
    yield from answer(folder / "desk.hrdesk")
    yield from appears(_("Encrypt this desk?"))
    yield from press("Escape")
    yield from at(_("New note"))


def set_up(_folder: Path) -> Part:
    """In the agenda: an item with two guiding questions, the session about it, whose turn it is, who takes part."""
    yield from press("Ctrl+1")
    yield from at(_("Outline of the consultation"))
    yield from go_to_row(_("Agenda items"))
    yield from press("Insert")
    yield from reach(_("Title"))
    yield from write(ITEM)
    for question in QUESTIONS:
        yield from _add_under(ITEM, _("guiding question"))
        yield from write(question)
    yield from press("F6")
    yield from go_to_row(WORKSHOP, after=_("Sessions"))
    yield from press("F2", "Ctrl+A")
    yield from write(SESSION)
    yield from reach(_("Sensitivity"))
    yield from choose(_("Public"))
    yield from reach(_("Agenda item"))
    yield from choose(ITEM)
    yield from _add_under(SESSION, _("turn of taking notes"))
    yield from reach(_("Desk"))
    yield from choose(DESK)
    for heading, name in ((_("People and delegations"), DELEGATION), (_("Mechanisms"), BODY)):
        yield from press("F6")
        yield from go_to_row(heading)
        yield from press("Insert")
        yield from at(_("Name"))
        yield from write(name)
    yield from press("F6")
    yield from appears(DELEGATION, BODY)


def _add_under(row: str, kind: str) -> Part:
    """Add something under a line of the outline, by the key that opens a menu."""
    yield from press("F6")
    yield from at(_("Outline of the consultation"))
    yield from go_to_row(row)
    yield from menu_key()
    yield from choose_in_menu(_("{kind}, under it", kind=kind))
    yield from happens(lambda: isinstance(focused(), QLineEdit | QPlainTextEdit), "a field")


def take_down(_folder: Path) -> Part:
    """While people speak: speaker by two letters, marks, time, same speaker, quotation, class, question, language."""
    yield from press("Ctrl+3")
    yield from at(_("New note"))
    yield from appears(_("Notes: {desk}", desk=DESK), *QUESTIONS)
    yield from press("Ctrl+L")
    yield from at(_("Speaker"))
    yield from write("ur")
    yield from press("Return")
    yield from at(_("New note"))
    yield from write(f"{WAITING} #protection @{BODY} ?1 *2 ")
    yield from appears("#protection", f"@{BODY}")
    yield from press("Ctrl+T")
    yield from at(_("Time of the note"))
    yield from write("9:05")
    yield from press("Return")
    yield from at(_("New note"))
    yield from _keep()
    # Nobody is named for a moment; then the speaker of the last note speaks on, is quoted, and heard in translation.
    yield from press("Ctrl+L", "Delete", "Return", "Ctrl+E")
    yield from write(QUOTED)
    yield from press("Ctrl+A", "F7", "Ctrl+H", "Return")
    yield from empty()
    yield from press("Ctrl+H", "F5")
    yield from write(IN_CONFIDENCE)
    yield from _keep()
    # A milder class, another kind and language, against the other question, and a mark that nobody can read.
    yield from press("F3", "Ctrl+Shift+L", "Alt+3")
    yield from write(IN_FRENCH)
    yield from _keep()
    yield from press(*["Ctrl+Shift+L"] * 5)
    yield from press("Ctrl+Shift+Q")
    yield from at(_("Guiding questions"))
    yield from press("End", "Return")
    yield from at(_("New note"))
    yield from write(f"{OF_NOBODY} @Nobody ")
    yield from appears("⚠ @Nobody")
    yield from press("Ctrl+Shift+U")
    yield from _keep()
    for text in MARKED:
        yield from write(text)
        yield from press("Ctrl+R")
        yield from empty()
    yield from press("F8")
    yield from at(_("Private notes"))
    yield from write(PRIVATE)
    yield from press("F8")
    yield from at(_("New note"))


def _keep() -> Part:
    yield from press("Return")
    yield from at(_("New note"))
    yield from empty()


def correct(_folder: Path) -> Part:
    """A note is corrected in place, taken back and done again; then in the form of all fields; then narrowed, hidden."""
    listed = _("Notes of the session")
    yield from press("F6")
    yield from at(listed)
    yield from go_to_row(WAITING)
    yield from press("F2", "End")
    yield from write(MUCH)
    yield from press("Return")
    yield from tells(listed, MUCH)
    yield from press("Ctrl+Z")
    yield from tells_no_more(listed, MUCH)
    yield from press("Ctrl+Shift+Z")
    yield from tells(listed, MUCH)
    yield from press("Ctrl+I")
    yield from at(_("Text"))
    yield from reach(_("Language"))
    yield from choose(language_name("es", current().language))
    yield from press("F6", "F6")
    yield from at(listed)
    yield from press("Ctrl+Shift+H")
    yield from tells_no_more(listed, IN_CONFIDENCE)
    yield from press("Ctrl+Shift+H")
    yield from tells(listed, IN_CONFIDENCE)
    yield from press("Ctrl+F")
    yield from at(_("Show only notes with these words"))
    yield from write("wait")
    yield from lists(listed, WAITING, QUOTED)
    yield from reach(_("Any kind"))
    yield from choose(_("Quotation"))
    yield from lists(listed, QUOTED)
    yield from press("Escape")
    yield from appears(IN_CONFIDENCE)


def search(_folder: Path) -> Part:
    """The person searches the desk by another form of a word, narrows what is found by its kind, and goes there."""
    found = _("What was found")
    yield from press("Ctrl+Shift+F")
    yield from at(_("Search the desk"))
    yield from write("waits")
    yield from tells(found, WAITING)
    yield from reach(_("Narrow"))
    yield from press("Space")
    yield from at(_("Session"))
    yield from reach(_("Kind"))
    yield from choose(_("Quotation"))
    yield from press("Return")
    yield from at(_("Search the desk"))
    yield from lists(found, QUOTED)
    yield from press("Down", "Return")
    yield from at(_("New note"))
    yield from press("F6")
    yield from stands_at(QUOTED)
    yield from press("F6")


def take_in(folder: Path) -> Part:
    """A log of the chat comes in as notes: one paragraph is left out, one classed and corrected, one speaker looked at."""
    (folder / "chat.txt").write_text(CHAT, "utf-8")
    understood = _("What was understood")
    yield from press("Ctrl+Shift+T")
    yield from at(_("Choose a file…"))
    yield from press("Space")
    yield from answer(folder / "chat.txt")
    yield from at(understood)
    yield from lists(understood, *SAID)
    yield from press("Down", "Down", "Space", "Up", "F4")
    yield from press("Left" if focused().isRightToLeft() else "Right", "F2")
    yield from at(_("Speaker"))
    yield from press("Escape")
    yield from at(understood)
    yield from reach(_("Text of the paragraph"))
    yield from press("End")
    yield from write(FULLY)
    yield from press("Ctrl+Return")
    yield from at(_("New note"))
    yield from appears(SAID[0], SAID[1] + FULLY)


def recommend(_folder: Path) -> Part:
    """Two notes become one recommendation: chosen with Shift and an arrow."""
    yield from press("F6")
    yield from at(_("Notes of the session"))
    yield from go_to_row(WAITING)
    yield from press("Shift+Down", "Ctrl+R")
    made = "1 ←" if focused().isRightToLeft() else "→ 1"
    for text in (WAITING, QUOTED):
        yield from tells(_("Notes of the session"), made, text)
