"""The screen of the room: who speaks, the time left to be read across a hall, who is next, what the chair says."""

from hrdesk.desktop.floor.screens.screen import Place, Screen
from hrdesk.language import N_


class RoomScreen(Screen):
    """For everybody in the hall: above who speaks, in the middle the figures, below who follows."""

    TITLE = N_("Screen of the room")

    def places(self) -> dict[str, Place]:
        """Give the message of the chair a place of its own while there is one."""
        with_message = bool(self._words.message)
        high = 0.315 if with_message else 0.415
        below = 0.325 + high
        found = {
            "session": (0.03, 0.025, 0.52, 0.055),
            "segment": (0.56, 0.025, 0.30, 0.055),
            "segment_clock": (0.865, 0.025, 0.105, 0.055),
            "speaker": (0.03, 0.09, 0.94, 0.16),
            "second": (0.03, 0.25, 0.94, 0.065),
            "figures": (0.03, 0.325, 0.94, high),
            "bar": (0.03, below, 0.94, 0.025),
            "band": (0.03, below + 0.025, 0.94, 0.085),
            "next": (0.03, 0.86, 0.62, 0.07),
            "waiting": (0.66, 0.86, 0.31, 0.07),
            "notice": (0.03, 0.93, 0.94, 0.055),
        }
        if with_message:
            found["message"] = (0.03, below + 0.12, 0.94, 0.095)
        return found
