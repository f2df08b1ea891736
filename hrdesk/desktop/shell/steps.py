"""Undo and redo as the menus show them: named after the command they take back or do again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hrdesk.errors import Refused
from hrdesk.language.interface import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.desktop.shell.menus import Menus
    from hrdesk.desktop.shell.workplace import Workplace

_MUCH = 200
"""Fields and new records up to which a step is taken at once: some 50 ms at most, and mostly far less."""


def name_steps(menus: Menus, place: Workplace | None, *, at_work: bool) -> None:
    """Name what undo and redo would do, and let them be chosen where there is something to do."""
    undo, redo = menus.qt_action("edit.undo"), menus.qt_action("edit.redo")
    before = _label(place, place.desk.next_undo()) if place is not None else ""
    after = _label(place, place.desk.next_redo()) if place is not None else ""
    undo.setText(_("&Undo: {command}", command=before) if before else _("&Undo"))
    redo.setText(_("&Redo: {command}", command=after) if after else _("&Redo"))
    may_step = at_work and place is not None and not place.is_stepping
    undo.setEnabled(may_step and bool(before))
    redo.setEnabled(may_step and bool(after))


def take_step(place: Workplace, shown: Callable[[], None], *, is_undo: bool, started_by: object) -> None:
    """Undo or redo what was done last, also where it is still being kept; a refusal is told like any other.

    A step that wrote much is left to the writer, and the window goes on meanwhile; ``shown`` is called when such a
    step begins and when it is done. Not to be called while one is under way, which would be waited for.
    """
    from hrdesk.store.history import wrote_more_than  # the window is painted before the store is loaded

    place.settle()
    desk = place.desk
    due = desk.next_undo() if is_undo else desk.next_redo()
    step = partial(desk.undo if is_undo else desk.redo, started_by)
    if due is not None and place.ask(lambda reader: wrote_more_than(reader, due, _MUCH)):
        place.step(step, shown)
        shown()
        return
    try:
        step()
    except Refused as refusal:
        place.refused.emit(refusal)


def _label(place: Workplace, step: object) -> str:
    """Give the menu word of a step; one of a newer hrdesk keeps its name."""
    name = str(getattr(step, "name", ""))
    command = place.commands.get(name) if name else None
    return _(command.label) if command else name
