"""The end of the story by keyboard alone: the document and the papers, files for other programs, keys of one's own."""

from pathlib import Path

from hrdesk.language.interface import _
from tests.journey.keyboard_agreement import INVITE
from tests.journey.screen import appears, at, choose, empty, goes, happens, reach, tells
from tests.journey.window_driver import Part, answer, press, write

THANKS = "The participants thanked the hosts."
TABLES = (".xlsx", ".csv", ".qdc")


def compose(folder: Path) -> Part:
    """The outcome document is composed, gets a paragraph, and is written as PDF."""
    yield from press("Ctrl+5")
    yield from at(_("Compose the document"))
    yield from press("Space")
    yield from at(_("Outline of the document"))
    yield from tells(_("Outline of the document"), INVITE)
    yield from press("Home", "Down", "Down", "Ctrl+Return")
    yield from at(_("Text of the paragraph"))
    yield from empty()
    yield from write(THANKS)
    yield from press("Ctrl+L")
    yield from tells(_("Outline of the document"), THANKS)
    yield from reach(_("Save as PDF"))
    yield from press("Space")
    yield from _save(folder / "outcome.pdf")
    yield from at(_("Save as PDF"))


def _save(path: Path) -> Part:
    yield from answer(path)
    yield from appears(path.name)


def hand_out(folder: Path) -> Part:
    """The summary by question is printed from the room of notes, the report as a text, the draft to write into."""
    yield from press("Ctrl+3")
    yield from at(_("New note"))
    yield from press("Ctrl+Shift+G")
    yield from at(_("Save as PDF…"))
    yield from press("Space")
    yield from _save(folder / "summary.pdf")
    for key, button, told in (
        ("Ctrl+Shift+B", _("Save as text…"), "report.txt"),
        ("Ctrl+Shift+D", _("Save as Word…"), "draft.docx"),
    ):
        yield from press(key)
        yield from at(_("Paper"))
        yield from reach(button)
        yield from press("Space")
        yield from _save(folder / told)
        yield from at(button)


def give_to_other_programs(folder: Path) -> Part:
    """Recommendations leave as two tables and the tags as a codebook."""
    yield from press("Ctrl+7")
    yield from at(_("Parts of the exchange"))
    yield from press("End", "Return")
    for ending in TABLES:
        yield from at(_("What is written"))
        yield from choose(ending)
        yield from reach(_("Save the file…"))
        yield from press("Space")
        yield from _save(folder / f"given{ending}")
        yield from reach(_("What is written"), "Shift+Tab")


def rebind(folder: Path) -> Part:
    """The sheet of keys is read and saved; the key for a quotation becomes another one, and does its work."""
    yield from press("Ctrl+3")
    yield from at(_("New note"))
    yield from press("F1")
    yield from appears("F7")
    yield from reach(_("Save as one page (PDF)…"), "Shift+Tab")
    yield from press("Space")
    yield from answer(folder / "keys.pdf")
    yield from happens((folder / "keys.pdf").exists, "the sheet of keys")
    yield from reach(_("Change keys…"), "Shift+Tab")
    yield from press("Space")
    yield from at(_("Find an action or a key"))
    yield from write(f"{_('Quotation')} F7")
    yield from press("Return")
    yield from at(_("Actions and their keys"))
    yield from press("Return")
    yield from at(_("Press the new key for “{action}”. Esc leaves it as it was.").partition("{")[0])
    yield from press("Ctrl+Shift+F9")
    yield from appears(_("“{action}” has the key {keys} now.").partition("{keys}")[0].rpartition("}")[2])
    yield from press("Escape", "Ctrl+3")
    yield from at(_("New note"))
    is_quotation = f"✓  {_('Quotation')}"
    yield from press("F7", "Ctrl+Shift+F9")
    yield from appears(is_quotation)
    yield from press("Ctrl+Shift+F9", "F7")
    yield from goes(is_quotation)
