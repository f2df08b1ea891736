"""What the keys of the clock do."""

from __future__ import annotations

from hrdesk.desktop.floor.doing import EXTENSION
from hrdesk.desktop.floor.hands import Hands


class ClockKeys(Hands):
    """Start, pause, stop, next, and the last of it taken back."""

    def start_or_pause(self) -> None:
        """Start the clock of who was called; pause it, let it go on; call the next where nobody has the floor."""
        seen = self._seen()
        if seen is not None and seen.current is None:
            self.go_on()
        elif seen is not None and seen.current is not None and not seen.current.clock.marks:
            self._doing.clock("space", "start")
        else:
            self._pause("space")

    def pause_or_resume(self) -> None:
        """Pause the clock, or let it go on."""
        self._pause("pause")

    def go_on(self) -> None:
        """Start who is called; stop who speaks and call the next; call the next."""
        self._doing.clock("next", "next", after=self._last())

    def stop(self) -> None:
        """Stop the clock."""
        self._doing.clock("stop", "stop")

    def extend(self) -> None:
        """Give half a minute more."""
        self._doing.clock("extend", "extend", seconds=EXTENSION)

    def take_back(self) -> None:
        """Take back the last step of the clock of this speaker."""
        self._doing.clock("back", "take-back", after=self._last())

    def confirm_elapsed(self) -> None:
        """Confirm the time that was proposed after a restart."""
        self._doing.clock("confirm", "confirm-elapsed")

    def call(self) -> None:
        """Call who is chosen."""
        line = self._chosen()
        if line is not None:
            self._doing.clock("call", "call", request=line.speaker.request.id, after=self._last())

    def _pause(self, key: str) -> None:
        current = (seen := self._seen()) and seen.current
        if current and current.clock.marks:
            goes_on = current.clock.read(self._room.watch.now()).running
            self._doing.clock(key, "pause" if goes_on else "resume")
