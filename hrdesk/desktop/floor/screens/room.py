"""The screen of the room: who speaks, the time left to be read across a hall, who is next, what the chair says."""

from types import MappingProxyType

from hrdesk.desktop.floor.screens.screen import Middle, Screen
from hrdesk.language import N_


class RoomScreen(Screen):
    """For everybody in the hall: above who speaks, in the middle the figures, below who follows."""

    TITLE = N_("Screen of the room")
    PLACES = MappingProxyType(
        {
            "session": (0.03, 0.025, 0.52, 0.055),
            "segment": (0.56, 0.025, 0.30, 0.055),
            "segment_clock": (0.865, 0.025, 0.105, 0.055),
            "speaker": (0.03, 0.09, 0.94, 0.16),
            "second": (0.03, 0.25, 0.94, 0.065),
            "next": (0.03, 0.86, 0.62, 0.07),
            "waiting": (0.66, 0.86, 0.31, 0.07),
            "notice": (0.03, 0.93, 0.94, 0.055),
        }
    )
    MIDDLE = Middle(
        left=0.03,
        width=0.94,
        top=0.325,
        figures=0.415,
        lower_figures=0.315,
        bar=0.025,
        band=0.085,
        gap=0.01,
        message=0.095,
    )
