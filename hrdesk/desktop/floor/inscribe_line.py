"""The line to inscribe a speaker: two letters find a name, Enter inscribes, Tab goes to class and on whose behalf."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.floor.finding import Candidate, Known
from hrdesk.desktop.floor.offers import Offers
from hrdesk.desktop.floor.telling import class_words
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.floor.words import STATEMENTS as STATEMENT_WORDS
from hrdesk.language import N_
from hrdesk.language.interface import _, current
from hrdesk.records.floor import SPEAKER_CLASSES, STATEMENTS


@dataclass(frozen=True)
class Wish:
    """What stands in the line: whom to inscribe, and how. ``words`` is what is shown of it."""

    words: str
    person: str | None = None
    delegation: str | None = None
    speaker_class: str | None = None
    statement: str | None = None
    on_behalf_of: str | None = None
    again: bool = False
    late: bool = False

    def arguments(self) -> dict[str, str | bool]:
        """Give the arguments of the command; who is neither person nor delegation is inscribed as written."""
        told: dict[str, str | bool | None] = {
            "person": self.person,
            "delegation": self.delegation,
            "label": None if self.person or self.delegation else self.words,
            "speaker_class": self.speaker_class,
            "statement": self.statement,
            "on_behalf_of": self.on_behalf_of,
            "again": self.again or None,
            "late": self.late or None,
        }
        return {name: value for name, value in told.items() if value is not None}


class NameLine(QLineEdit):
    """The line itself; the arrows mark an offer, Escape takes the offers away, ``left`` tells that Tab leaves it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offers: Offers | None = None
        self.on_leaving: Callable[[], None] = lambda: None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk among the offers."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if self.offers is not None and self.offers.isVisible():
            if event.key() in steps and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _NONE:
                self.offers.step(steps[event.key()])  # type: ignore[index]  # key() is declared a whole number
                return
            if event.key() == Qt.Key.Key_Escape:
                self.offers.hide()
                return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the marked name into the line: class and behalf are asked of a known speaker."""
        super().focusOutEvent(event)
        self.on_leaving()


class InscribeLine(QWidget):
    """``entered`` carries a Wish; what cannot be inscribed is put back by ``give_back``."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = Known()
        self._chosen: Candidate | None = None
        self._asked: Wish | None = None
        self._waiting: list[tuple[Wish, str]] = []
        self._placeholder = N_("Inscribe: two letters of a delegation or a person are enough")
        self.line = NameLine(self)
        self.offers = Offers(self.line)
        self.line.offers = self.offers
        self.line.on_leaving = self._on_left
        self.speaker_class = ListBox(self)
        self.statement = ListBox(self)
        self.behalf = QLineEdit(self)
        self.button = QPushButton(self)
        self.told = QLabel(self)
        self._lay_out()
        self._connect()

    def offer(self, known: Known) -> None:
        """Offer these names; what stands in the line stays."""
        self._known = known

    def set_queue(self, placeholder: str) -> None:
        """Say for what one is inscribed; ``placeholder`` is marked."""
        self._placeholder = placeholder
        self.line.setPlaceholderText(_(placeholder))
        self.line.setAccessibleName(_(placeholder))

    def wish(self) -> Wish | None:
        """Give what stands in the line; nothing in an empty one."""
        chosen = self.offers.marked() or self._chosen
        words = " ".join(self.line.text().split())
        if not words:
            return None
        behalf = " ".join(self.behalf.text().split()) or None
        statement = self.statement.currentData() or ("group" if behalf else None)
        told = Wish(words, None, None, self.speaker_class.currentData() or None, statement, behalf)
        if chosen is None:
            return told
        return replace(told, words=chosen.title, person=chosen.person, delegation=chosen.delegation)

    def ask_again(self, wish: Wish, sentence: str) -> None:
        """Bring a wish back and ask for a second Enter; ``wish`` is what that one would wish for."""
        self._put(wish)
        self._asked = wish
        self._say(sentence)

    def give_back(self, wish: Wish, sentence: str) -> None:
        """Bring back what could not be inscribed, as soon as the line is free for it."""
        if self.line.text():
            self._waiting.append((wish, sentence))
            self._say(_("Not inscribed: {who}", who=", ".join(one.words for one, _why in self._waiting)))
        else:
            self._put(wish)
            self._say(sentence)

    def retranslate(self) -> None:
        """Set the words anew."""
        self.set_queue(self._placeholder)
        self.offers.retranslate()
        _fill(self.speaker_class, _("Class as found"), [(one, class_words(one)) for one in SPEAKER_CLASSES])
        first, *others = ((one, _(STATEMENT_WORDS[one])) for one in STATEMENTS)
        _fill(self.statement, first[1], others)
        self.speaker_class.setAccessibleName(_("Class of speakers"))
        self.statement.setAccessibleName(_("Statement"))
        self.behalf.setAccessibleName(_("On behalf of"))
        self.behalf.setPlaceholderText(_("On behalf of"))
        self.button.setText(_("Inscribe"))

    def _lay_out(self) -> None:
        self.speaker_class.setMinimumContentsLength(10)
        self.statement.setMinimumContentsLength(8)
        self.told.setWordWrap(True)
        self.told.setForegroundRole(QPalette.ColorRole.Text)
        self.told.hide()
        how = QHBoxLayout()
        how.addWidget(self.speaker_class, 1)
        how.addWidget(self.statement, 1)
        how.addWidget(self.behalf, 1)
        how.addWidget(self.button)  # last for the eye and for Tab: from the name one goes to the class
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addLayout(how)
        layout.addWidget(self.told)

    def _connect(self) -> None:
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self._on_enter)
        self.behalf.returnPressed.connect(self._on_enter)
        self.button.clicked.connect(self._on_enter)
        self.offers.taken.connect(self._on_enter)

    def _on_edited(self, typed: str) -> None:
        self._chosen = self._asked = None
        self.told.setVisible(bool(self._waiting))
        words = " ".join(typed.split())
        self.offers.offer(self._known.find(words, current().language), words)

    def _on_left(self) -> None:
        self._chosen = self.offers.marked() or self._chosen
        if self._chosen is not None:
            self.line.setText(self._chosen.title)
        self.offers.hide()

    def _on_enter(self) -> None:
        wish = self.wish()
        if wish is None:
            self._take_up()
            return
        asked, self._asked = self._asked, None
        if asked is not None and replace(asked, again=False, late=False) == wish:
            wish = asked
        self._clear()
        self.line.setFocus()
        self.entered.emit(wish)

    def _clear(self) -> None:
        self._chosen = None
        self.line.clear()
        self.behalf.clear()
        self.speaker_class.setCurrentIndex(0)
        self.statement.setCurrentIndex(0)
        self.offers.hide()
        self.told.setVisible(bool(self._waiting))

    def _put(self, wish: Wish) -> None:
        """Show a wish as it was made."""
        self._clear()
        self.line.setText(wish.words)
        self._chosen = Candidate(wish.words, wish.person, wish.delegation) if wish.person or wish.delegation else None
        self.behalf.setText(wish.on_behalf_of or "")
        self.speaker_class.setCurrentIndex(max(0, self.speaker_class.findData(wish.speaker_class)))
        self.statement.setCurrentIndex(max(0, self.statement.findData(wish.statement)))

    def _take_up(self) -> None:
        """Take up what could not be inscribed and waits."""
        if self._waiting:
            wish, sentence = self._waiting.pop(0)
            self._put(wish)
            self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(True)
        self.line.setAccessibleDescription(sentence)


def _fill(box: ListBox, first: str, choices: Sequence[tuple[str, str]]) -> None:
    held = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(first, "")
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(held)))
    box.blockSignals(False)


_NONE = Qt.KeyboardModifier.NoModifier
