"""How a line of the list of speakers is painted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from hrdesk.desktop.floor.line_list import room_for
from hrdesk.floor.words import STATES
from hrdesk.language import LANGUAGES, interface
from hrdesk.language.interface import _


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_somebody_stands_is_never_cut_for_a_part_of_a_pixel(qapp, language):
    interface.use(language)
    try:
        states = [f"○ {_(word)}" for word in STATES.values()]
    finally:
        interface.use("en")
    for size in range(8, 20):
        metrics = QFontMetrics(QFont("DejaVu Sans", size))
        for words in states:
            assert metrics.elidedText(words, Qt.TextElideMode.ElideRight, room_for(metrics, words)) == words
