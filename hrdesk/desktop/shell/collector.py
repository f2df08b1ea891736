"""Python's collector of circles, at work in the window's thread only.

Left to itself it runs in whichever thread happens to make an object. In a thread that reads it would destroy widgets,
which Qt allows in the window's thread alone: the program would crash. And it would stop the window for a tenth of a
second in the middle of a word, because every thread stands while it walks over all that is alive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
"""How often it is looked whether there is enough to collect: so much is made in half a second at the very most."""


class Collector(QObject):
    """Collects by the thresholds of Python itself; what is loaded when it begins stays and is never walked over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._look = QTimer(self, interval=EVERY_MS)
        self._look.timeout.connect(collect_if_due)
        self._look.start()


def collect_if_due() -> None:
    """Collect the oldest generation that is due, and the younger ones with it."""
    due = [
        place
        for place, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if due:
        gc.collect(due[-1])
