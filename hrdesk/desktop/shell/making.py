"""A new desk file with its first command done in it, and the seat of whoever is known by name and role."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.desk import Command, Desk, system_clock

if TYPE_CHECKING:
    from hrdesk.settings import Settings
    from hrdesk.store.identity import Profile


def make_desk(
    path: Path, profile: Profile, commands: Mapping[str, Command], settings: Settings, command: str, **arguments: Any
) -> Desk:
    """Make a desk file and do the first command in it; a desk that could not be filled is not left behind."""
    desk = Desk.create(path, profile, system_clock)
    try:
        desk.run(commands[command], **arguments)
        if settings.name and settings.role:
            desk.run(commands["take-seat"], name=settings.name, role=settings.role)
    except BaseException:
        desk.close()
        path.unlink(missing_ok=True)
        raise
    return desk
