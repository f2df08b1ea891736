"""The menu of formats for a session: the usual ones, behind "More formats" the others, and one's own."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from hrdesk.floor.formats import shipped
from hrdesk.language.interface import _
from hrdesk.records import SessionFormat


def format_menu(
    own: list[SessionFormat],
    chosen: SessionFormat | None,
    choose: Callable[[str], None],
    copy: Callable[[SessionFormat], None],
    parent: QWidget,
) -> QMenu:
    """Make the menu; ``choose`` is told a shipped key or the id of one of the desk's own formats."""
    menu = QMenu(parent)
    more = QMenu(_("More formats"), menu)
    for told in shipped().values():
        place = more if told.is_more else menu
        _put(place, _(told.name), _(told.source), chosen and chosen.shipped == told.key, partial(choose, told.key))
    menu.addMenu(more)
    made = [one for one in own if not one.shipped or one.name != _name_of(one.shipped)]
    if made:
        menu.addSeparator()
    for one in made:
        _put(menu, one.name or "", one.source or "", chosen and chosen.id == one.id, partial(choose, one.id))
    if chosen is not None:
        menu.addSeparator()
        menu.addAction(_("Copy this format, to change it…")).triggered.connect(lambda _on=False: copy(chosen))
    menu.setToolTipsVisible(True)
    return menu


def format_words(made: SessionFormat | None) -> str:
    """Name a format: a shipped one in the language of the window, one's own as it is called."""
    if made is None:
        return _("Choose a format")
    return _(made.name) if made.name and made.name == _name_of(made.shipped) else made.name or ""


def _name_of(key: str | None) -> str | None:
    told = shipped().get(key or "")
    return told.name if told else None


def _put(menu: QMenu, words: str, source: str, is_chosen: object, do: Callable[[], None]) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setToolTip(source)
    action.setCheckable(True)
    action.setChecked(bool(is_chosen))
    action.triggered.connect(lambda _on=False: do())
