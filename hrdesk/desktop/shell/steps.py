"""Undo and redo as the menus show them: named after the command they take back or do again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.errors import Refused
from hrdesk.language.interface import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.desk import Desk
    from hrdesk.desktop.shell.menus import Menus
    from hrdesk.desktop.shell.workplace import Workplace


def name_steps(menus: Menus, place: Workplace | None, *, at_work: bool) -> None:
    """Name what undo and redo would do, and let them be chosen where there is something to do."""
    undo, redo = menus.qt_action("edit.undo"), menus.qt_action("edit.redo")
    before = _label(place, place.desk.next_undo()) if place is not None else ""
    after = _label(place, place.desk.next_redo()) if place is not None else ""
    undo.setText(_("&Undo: {command}", command=before) if before else _("&Undo"))
    redo.setText(_("&Redo: {command}", command=after) if after else _("&Redo"))
    undo.setEnabled(at_work and bool(before))
    redo.setEnabled(at_work and bool(after))


def take_step(place: Workplace, step: Callable[[Desk], str]) -> None:
    """Undo or redo what was done last, also where it is still being kept; a refusal is told like any other."""
    place.settle()
    try:
        step(place.desk)
    except Refused as refusal:
        place.refused.emit(refusal)


def _label(place: Workplace, step: object) -> str:
    """Give the menu word of a step; one of a newer hrdesk keeps its name."""
    name = str(getattr(step, "name", ""))
    command = place.commands.get(name) if name else None
    return _(command.label) if command else name
