"""What the window does with keys: shows the sheet of them, prints it, lets a person change them and remembers that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hrdesk.desktop.shell.choosing import FileChooser
from hrdesk.desktop.shell.key_table import WINDOW, Place
from hrdesk.desktop.shell.keys_page import KeysPage
from hrdesk.desktop.shell.keys_sheet import Parts, keys_text, one_page
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.interface import _

if TYPE_CHECKING:
    from hrdesk.desktop.shell.window import Window

LINE_KEYS = (
    (N_("Keep the note"), N_("Enter")),
    (N_("New line in the note"), N_("Shift+Enter")),
    (N_("Clear the line"), N_("Esc, Esc")),
    (N_("Take the word that is offered"), N_("Tab")),
    (N_("Tag"), '#word   #"two words"'),
    (N_("Body that is addressed or named"), "@ACHPR"),
    (N_("Guiding question by its number"), "?2"),
    (N_("Kind of the note by its number"), "*4"),
)
"""What the line of notes understands by itself, and how it is typed."""


def show_sheet(window: Window) -> None:
    """Show the sheet of keys where the rooms stand."""
    ways = ((N_("Change keys…"), partial(change_keys, window)), (N_("Save as one page (PDF)…"), partial(save, window)))
    window.text_page.show_text(lambda: keys_text(_parts(window)), ways)
    window.show_page(window.text_page)


def change_keys(window: Window) -> None:
    """Show the page on which keys are changed."""
    page = window.findChild(KeysPage)
    if page is None:
        page = KeysPage(partial(_places, window), window.settings.keys)
        page.chosen_keys.connect(partial(_remember, window))
        page.left.connect(window.show_desk_or_start)
    page.open(window.settings.keys)
    window.show_page(page)


def save(window: Window, chooser: FileChooser | None = None) -> None:
    """Save the sheet as a PDF of one page; it holds keys and nothing of a desk."""
    from hrdesk.store.saving import write_safely  # the store is loaded after the window is painted

    kind, heading = (_("PDF document"), "*.pdf"), _("Keys")
    path = (chooser or FileChooser()).to_save(window, _("Save as PDF"), f"{heading}.pdf", kind)
    if path is None:
        return
    try:
        write_safely(path, one_page(_parts(window)))
    except Refused as refusal:
        window.notices.tell(refusal)


def _parts(window: Window) -> Parts:
    typed = [(_(what), _(keys) if keys[:1].isalpha() else keys) for what, keys in LINE_KEYS]
    return [*window.menus.sheet(), (_("In the line of notes"), typed)]


def _places(window: Window) -> list[Place]:
    """Name every action of the window and of all rooms; rooms that nobody looked at yet are made for it."""
    found = [Place(WINDOW, _("Everywhere"), tuple(window.menus.actions))]
    panels = window.rooms.all() if window.rooms is not None else []
    return found + [Place(one.ROOM, _(one.TITLE), tuple(one.actions_of_room())) for one in panels]


def _remember(window: Window, chosen: dict[str, str]) -> None:
    """Use other keys from now on, and say every word that names one anew."""
    window.settings.keys.clear()
    window.settings.keys.update(chosen)
    window.keep_settings()
    window.menus.use_keys(window.settings.keys)
    if window.rooms is not None:
        window.rooms.retranslate()
