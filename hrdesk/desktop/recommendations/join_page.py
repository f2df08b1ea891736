"""Recommendations side by side with what differs, and one wording for all of them: join, keep apart, or leave it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.recommendations.recommendation_model import status_word
from hrdesk.desktop.widgets.beside import beside
from hrdesk.desktop.widgets.difference_html import difference_html
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.prose import Prose
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language import RIGHT_TO_LEFT
from hrdesk.language.difference import Piece, difference
from hrdesk.language.interface import _
from hrdesk.recommendations.rules.strengths import weakest
from hrdesk.records import Recommendation
from hrdesk.records.recommendation import STRENGTHS

TWO = 2


@dataclass(frozen=True)
class Joint:
    """What may be joined: the recommendations, the texts to compare in one language, and which of how many it is."""

    items: tuple[Recommendation, ...]
    texts: tuple[str, ...]
    language: str
    number: int = 0
    count: int = 0


class JoinPage(QWidget):
    """``join_requested`` carries the arguments of the command, ``apart_requested`` two ids; ``later`` skips a pair.

    ``typed`` tells every change of the wording.
    """

    join_requested = Signal(object)
    apart_requested = Signal(str, str)
    typed = Signal()
    later = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.joint: Joint | None = None
        self._told, self._legend = QLabel(self), QLabel(self)
        self._told.setWordWrap(True)
        self._legend.setWordWrap(True)
        self._cards = QWidget(self)
        self._columns = QHBoxLayout(self._cards)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._originals = QScrollArea(self)
        self._originals.setWidgetResizable(True)
        self._originals.setFrameShape(QFrame.Shape.NoFrame)
        self._originals.setWidget(self._cards)
        self.text = Prose(self, fewest=3, most=7)
        self.strength = ListBox(self)
        self.raised = QCheckBox(self)
        self._text_label, self._strength_label = QLabel(self), QLabel(self)
        self._text_label.setBuddy(self.text)
        self._strength_label.setBuddy(self.strength)
        self.join, self.apart, self.skip, self.back = (QPushButton(self) for _number in range(4))
        self._lay_out()
        self.text.textChanged.connect(self.typed)
        self.join.clicked.connect(self._on_join)
        self.apart.clicked.connect(self._on_apart)
        self.skip.clicked.connect(self.later)
        self.back.clicked.connect(self.closed)
        self.setFocusProxy(self.text)
        self.retranslate()

    @property
    def records(self) -> tuple[str, ...]:
        """Give the recommendations that stand side by side."""
        return tuple(one.id for one in self.joint.items) if self.joint else ()

    @property
    def own_words(self) -> str:
        """Give the wording as far as a person made it; nothing while it is the one to begin with."""
        text = self.text.text()
        return text if self.joint is not None and text != _first_wording(self.joint) else ""

    def show_joint(self, joint: Joint, draft: str = "") -> None:
        """Show what may be joined; a wording that is being made for the same ones stays, or begins with a draft."""
        held = self.joint
        is_same = held is not None and [one.id for one in held.items] == [one.id for one in joint.items]
        self.joint = joint
        if not is_same:
            self.text.setText(draft or _first_wording(joint))
            self.strength.setCurrentIndex(-1)
            self.raised.setChecked(False)
        self._show_cards()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words anew."""
        held = self.strength.currentData()
        weak = weakest(one.strength for one in self.joint.items) if self.joint else None
        self.strength.clear()
        word = choice_word(weak, "strength") if weak else _("Not said")
        self.strength.addItem(_("As the weakest of them: {strength}", strength=word), None)
        for one in STRENGTHS:
            self.strength.addItem(choice_word(one, "strength"), one)
        self.strength.setCurrentIndex(max(self.strength.findData(held), 0))
        self._strength_label.setText(_("S&trength"))
        self.strength.setAccessibleName(_("Strength of the joined wording"))
        self.raised.setText(_("It is &meant to be stronger than the weakest"))
        self._text_label.setText(_("One &wording for all"))
        self.text.setAccessibleName(_("Text of the joined recommendation"))
        self._legend.setText(_("What only one of them says is underlined. The originals stay and are linked."))
        self.join.setText(_("&Join"))
        self.join.setToolTip("Ctrl+Enter")
        self.apart.setText(_("&Not the same"))
        self.apart.setToolTip(_("You are not asked about these two again"))
        self.skip.setText(_("&Later"))
        self.back.setText(_("&Back"))
        is_pair = self.joint is not None and len(self.joint.items) == TWO
        self.apart.setVisible(is_pair)
        self.skip.setVisible(bool(self.joint and self.joint.count > 1))
        self._originals.setAccessibleName(_("The originals side by side"))
        if self.joint is None:
            return
        self._told.setText(
            _(
                "These two may say the same ({number} of {count}, the likeliest first).",
                number=self.joint.number,
                count=self.joint.count,
            )
            if self.joint.count
            else _("Join what is selected.")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter joins, Escape goes back."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_join()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self._text_label, self.text)
        form.addRow(self._strength_label, self.strength)
        form.addRow(self.raised)  # over both columns: its words are long in some languages
        line = QHBoxLayout()
        for button in (self.join, self.apart, self.skip, self.back):
            line.addWidget(button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(self._told)
        layout.addWidget(self._originals, 1)
        layout.addWidget(self._legend)
        layout.addLayout(form)
        layout.addLayout(line)

    def _show_cards(self) -> None:
        while (item := self._columns.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self.joint is None:
            return
        for place, (one, html) in enumerate(zip(self.joint.items, _marked(self.joint.texts), strict=True)):
            self._columns.addWidget(_card(self._cards, one, html, self.joint.language or self._language(place)), 1)

    def _language(self, place: int) -> str:
        return (self.joint.items[place].language if self.joint else None) or "en"

    def _on_join(self) -> None:
        if self.joint is None:
            return
        strength = self.strength.currentData()
        told: dict[str, object] = {
            "items": [one.id for one in self.joint.items],
            "text": self.text.text(),
            "language": self.joint.language or self._language(0),
            "raised_by_a_person": self.raised.isChecked(),
        }
        self.join_requested.emit(told | ({"strength": strength} if strength else {}))

    def _on_apart(self) -> None:
        if self.joint is not None and len(self.joint.items) == TWO:
            self.apart_requested.emit(self.joint.items[0].id, self.joint.items[1].id)


def _first_wording(joint: Joint) -> str:
    """Give the longest text of the weakest of them to begin with: as it stands it claims no more than any of them."""
    weak = weakest(one.strength for one in joint.items)
    told = [text for one, text in zip(joint.items, joint.texts, strict=True) if one.strength == weak]
    return max(told or joint.texts, key=len, default="")


def _marked(texts: Sequence[str]) -> list[str]:
    """Mark in each text what no other of them has."""
    return [difference_html(_alone(text, [*texts[:place], *texts[place + 1 :]])) for place, text in enumerate(texts)]


def _alone(text: str, others: Sequence[str]) -> list[Piece]:
    """Cut a text into what it shares with any of the others and what it says alone."""
    is_alone = [True] * len(text)
    for other in others:
        at = 0
        for piece in difference(other, text):
            if piece.change == "same":
                is_alone[at : at + len(piece.text)] = [False] * len(piece.text)
            at += len(piece.text) if piece.change != "out" else 0
    runs = groupby(zip(text, is_alone, strict=True), key=itemgetter(1))
    return [Piece("in" if alone else "same", "".join(sign for sign, _told in run)) for alone, run in runs]


def _card(parent: QWidget, one: Recommendation, html: str, language: str) -> QLabel:
    """Make the card of an original: its strength and where it comes from, and its text in its own direction."""
    strength = choice_word(one.strength, "strength") if one.strength else _("Strength not said")
    status = status_word(one.status) if one.status != "proposed" else ""
    head = escape(beside(strength, status, one.origin or ""))
    side = 'dir="rtl" align="right"' if language in RIGHT_TO_LEFT else 'dir="ltr" align="left"'
    card = QLabel(f"<p><b>{head}</b></p><p {side}>{html}</p>", parent)
    card.setTextFormat(Qt.TextFormat.RichText)
    card.setWordWrap(True)
    card.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    card.setFrameShape(QFrame.Shape.StyledPanel)
    card.setMargin(8)
    card.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    card.setAccessibleName(_("{strength}: {text}", strength=strength, text=one.text or ""))
    return card
