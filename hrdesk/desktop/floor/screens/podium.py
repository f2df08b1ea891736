"""The screen of the podium: the time left as large as can be, who speaks, who is next, what the chair says."""

from types import MappingProxyType

from hrdesk.desktop.floor.screens.screen import Middle, Screen
from hrdesk.language import N_


class PodiumScreen(Screen):
    """For who speaks and who presides: the figures first."""

    TITLE = N_("Screen of the podium")
    PLACES = MappingProxyType(
        {
            "speaker": (0.02, 0.02, 0.60, 0.11),
            "segment": (0.63, 0.025, 0.22, 0.10),
            "segment_clock": (0.855, 0.025, 0.125, 0.10),
            "next": (0.02, 0.86, 0.60, 0.075),
            "waiting": (0.63, 0.86, 0.35, 0.075),
            "notice": (0.02, 0.935, 0.96, 0.05),
        }
    )
    MIDDLE = Middle(
        left=0.02,
        width=0.96,
        top=0.145,
        figures=0.56,
        lower_figures=0.44,
        bar=0.03,
        band=0.10,
        gap=0.015,
        message=0.115,
    )
