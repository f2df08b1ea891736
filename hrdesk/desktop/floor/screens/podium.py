"""The screen of the podium: the time left as large as can be, who speaks, who is next, what the chair says."""

from hrdesk.desktop.floor.screens.screen import Place, Screen
from hrdesk.language import N_


class PodiumScreen(Screen):
    """For who speaks and who presides: the figures first."""

    TITLE = N_("Screen of the podium")

    def places(self) -> dict[str, Place]:
        """Give the message of the chair a place of its own while there is one."""
        with_message = bool(self._words.message)
        high = 0.44 if with_message else 0.56
        below = 0.145 + high
        found = {
            "speaker": (0.02, 0.02, 0.60, 0.11),
            "segment": (0.63, 0.025, 0.22, 0.10),
            "segment_clock": (0.855, 0.025, 0.125, 0.10),
            "figures": (0.02, 0.145, 0.96, high),
            "bar": (0.02, below, 0.96, 0.03),
            "band": (0.02, below + 0.03, 0.96, 0.10),
            "next": (0.02, 0.86, 0.60, 0.075),
            "waiting": (0.63, 0.86, 0.35, 0.075),
            "notice": (0.02, 0.935, 0.96, 0.05),
        }
        if with_message:
            found["message"] = (0.02, below + 0.145, 0.96, 0.115)
        return found
