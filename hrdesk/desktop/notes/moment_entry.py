"""The time of a note among all its fields: told, and put right, by the clock of the venue as in the line of notes."""

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtWidgets import QWidget

from hrdesk.desktop.notes.note_model import clock_of
from hrdesk.desktop.notes.time_field import moment_of
from hrdesk.desktop.widgets.entries import LineEntry
from hrdesk.language.interface import _
from hrdesk.records import FieldInfo, Value


class MomentEntry(LineEntry):
    """An instant as an hour of its day; ``zone`` gives the time zone of the venue, ``now`` the instant in UTC."""

    def __init__(
        self, info: FieldInfo, parent: QWidget, zone: Callable[[], tzinfo | None], now: Callable[[], str]
    ) -> None:
        super().__init__(info, parent)
        self._zone, self._now = zone, now
        self._at: str | None = None

    def value(self) -> Value:
        """Give the instant; as long as nobody typed another hour it is the one that was shown, to its last digit."""
        typed = self._typed()
        if typed == clock_of(self._at, self._zone(), seconds=True):
            return self._at
        return moment_of(typed, self._at or self._now(), self._zone()) if typed else None

    def show_value(self, value: Value) -> None:
        """Show the hour of an instant."""
        self._at = None if value is None else str(value)
        super().show_value(clock_of(self._at, self._zone(), seconds=True) or None)

    def is_valid(self) -> bool:
        """Tell whether it is a time."""
        return not self._typed() or self.value() is not None

    def why_not(self) -> str:
        """Say how a time is written."""
        return _("That is no time. Please write it like 14:05, or -3.")

    def _typed(self) -> str:
        return str(super().value() or "")
