"""An instant, as the clock of the wall and the machine's own count tell it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """``at`` is the time of the wall with its zone; ``ticks`` counts milliseconds since ``boot``, sleep included.

    ``boot`` names one run of one machine; empty where the machine does not tell, and then only the wall can be asked.
    """

    at: datetime
    boot: str = ""
    ticks: int = 0
