"""What a mark that is being typed may mean, in a row under the line: Tab takes the chosen one, arrows choose."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from hrdesk.desktop.notes.mark_words import Offer, tag_word
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.language.interface import _

LONGEST = 40
"""Letters of a word that are shown."""


class MarkOffers(QWidget):
    """A row of words, hidden without any; it never takes the focus. ``taken`` carries an offer."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._buttons: list[QToolButton] = []
        self._at = 0
        self._layout = FlowLayout(self, gap=4)
        self.hide()

    @property
    def words(self) -> list[str]:
        """Give the words that are offered."""
        return [_word(offer) for offer in self._offers]

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer these words, the first one chosen."""
        if tuple(offers) == self._offers:
            return
        self._offers, self._at = tuple(offers), 0
        while len(self._buttons) < len(self._offers):
            button = QToolButton(self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCheckable(True)
            button.clicked.connect(self._taker(len(self._buttons)))
            self._layout.addWidget(button)
            self._buttons.append(button)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._offers))
        self._name()
        self.setVisible(bool(self._offers))
        self.updateGeometry()

    def on_key(self, key: int) -> bool:
        """Take what is chosen with Tab, choose with the arrows, go away with Esc; tell whether a key was taken."""
        if not self._offers:
            return False
        match key:
            case Qt.Key.Key_Tab:
                self.taken.emit(self._offers[self._at])
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._at = (self._at + (1 if key == Qt.Key.Key_Down else -1)) % len(self._offers)
                self._name()
            case Qt.Key.Key_Escape:
                self.offer(())
            case _:
                return False
        return True

    def _name(self) -> None:
        for place, (offer, button) in enumerate(zip(self._offers, self._buttons, strict=False)):
            word = shortened(_word(offer), LONGEST)
            button.setText(f"{word}  ⇥" if place == self._at else word)
            button.setChecked(place == self._at)
            button.setAccessibleName(word)
        if self._offers:
            told = _("Offered: {word}. Tab takes it, arrow keys choose.", word=_word(self._offers[self._at]))
            self.setAccessibleName(told)
            self.setToolTip(_("Tab takes it, arrow keys choose, Esc goes on without."))

    def _taker(self, place: int) -> Callable[[], None]:
        return lambda: self.taken.emit(self._offers[place])


def _word(offer: Offer) -> str:
    return tag_word(offer.told) if offer.kind == "tag" else offer.told
