"""Takes down what a delegation proposes to a text or says for the record on it: an amendment, a comment, a reservation.

What is being typed is kept as a draft, so that a crash in the middle of a sentence loses nothing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.agenda.participants.rules.directory import Directory
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.recommendations.proposer_line import ProposerLine
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.prose import Prose
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _
from hrdesk.records.negotiation import RESERVATION_KINDS

KINDS = ("text", "alternative", "comment", *RESERVATION_KINDS)
"""What can be taken down; the first two begin with the text as it stands."""

FROM_THE_TEXT = frozenset({"text", "alternative"})


class ProposeBox(QWidget):
    """Hidden until asked. ``proposed`` carries the command and what it is told beside the recommendation."""

    proposed = Signal(str, dict)
    closed = Signal()

    def __init__(self, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._record = self._text = self._language = ""
        self._shown_kind = KINDS[0]
        self._is_filling = False
        self.kind = ListBox(self)
        self.who = ProposerLine(self)
        self.text = Prose(self, fewest=3, most=8)
        self.reason = Prose(self, fewest=1, most=3, one_paragraph=True)
        self._kind_label, self._who_label, self._text_label, self._reason_label = (QLabel(self) for _at in range(4))
        self.keep, self.leave_it = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.kind.activated.connect(lambda _place: self._on_kind())
        self.text.textChanged.connect(self._on_typed)
        self.who.entered.connect(self.text.setFocus)
        self.keep.clicked.connect(self._on_keep)
        self.leave_it.clicked.connect(self.give_up)
        self.retranslate()
        self.hide()

    def offer(self, directory: Directory) -> None:
        """Offer these delegations."""
        self.who.offer(directory)

    def show_text(self, record: str, text: str, language: str) -> None:
        """Say on which text it is; the box of another recommendation closes, and what was typed stays as a draft."""
        if record != self._record:
            self.hide()
        self._record, self._text, self._language = record, text, language

    def ask(self, kind: str) -> None:
        """Open for what is to be taken down, with what was typed there before."""
        self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))
        self.show()
        self._on_kind()
        (self.text if self.who.line.text() else self.who).setFocus()

    def give_up(self) -> None:
        """Close it and forget what was typed."""
        self._drafts.drop(self._place())
        self._close()

    def retranslate(self) -> None:
        """Set the words anew."""
        held = self.kind.currentData() or KINDS[0]
        self.kind.clear()
        for kind in KINDS:
            self.kind.addItem(_kind_word(kind), kind)
        self.kind.setCurrentIndex(max(self.kind.findData(held), 0))
        self._kind_label.setText(_("What it is"))
        self._who_label.setText(_("By whom"))
        self._text_label.setText(_("Wording"))
        self._reason_label.setText(_("Reason"))
        self.kind.setAccessibleName(_("What it is"))
        self.who.name(_("Delegation: two letters are enough; or any words"))
        self.text.setAccessibleName(_("Wording"))
        self.reason.setAccessibleName(_("Reason"))
        self.keep.setText(_("&Take it down"))
        self.keep.setToolTip("Ctrl+Enter")
        self.leave_it.setText(_("&Give it up"))
        self._show_fields()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter takes it down, Escape closes it; what was typed is there when it is opened again."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[QLabel, QWidget], ...] = (
            (self._kind_label, self.kind),
            (self._who_label, self.who),
            (self._text_label, self.text),
            (self._reason_label, self.reason),
        )
        for label, field in rows:
            label.setBuddy(field)
            form.addRow(label, field)
        self._form = form
        line = QHBoxLayout()
        line.addWidget(self.keep)
        line.addWidget(self.leave_it)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addLayout(form)
        layout.addLayout(line)

    def _on_kind(self) -> None:
        """Begin with the text as it stands, or with nothing; what was typed for this kind before comes first."""
        self._shown_kind = str(self.kind.currentData())
        begun = self._text if self._shown_kind in FROM_THE_TEXT else ""
        self._is_filling = True
        self.text.setText(self._drafts.held(self._place()) or begun)
        self._is_filling = False
        self._show_fields()

    def _show_fields(self) -> None:
        self._form.setRowVisible(self.reason, str(self.kind.currentData()) == "text")

    def _place(self) -> str:
        return f"negotiation:{self._shown_kind}:{self._record}"

    def _on_typed(self) -> None:
        if not self._is_filling and self._record:
            self._drafts.hold(self._place(), self.text.text())

    def _on_keep(self) -> None:
        text, reason = self.text.text().strip(), self.reason.text().strip()
        kind = self._shown_kind
        if kind in RESERVATION_KINDS:
            told: dict[str, str] = {"reservation_kind": kind, **self.who.told("body")}
            command = "record-reservation"
        elif kind == "alternative":
            told, command = self.who.told("proposed_by"), "propose-alternative"
        else:
            told, command = {"kind": kind, **self.who.told("proposed_by")}, "propose-amendment"
            if reason and kind == "text":
                told["reason"] = reason
        if text:
            told |= {"text": text, "language": self._language}
        self.proposed.emit(command, told)

    def taken(self) -> None:
        """Hear that it was kept: the draft goes and the box closes."""
        self._drafts.drop(self._place())
        self._close()

    def _close(self) -> None:
        self.who.clear()
        self._is_filling = True
        self.text.setText("")
        self.reason.setText("")
        self._is_filling = False
        self.hide()
        self.closed.emit()


def _kind_word(kind: str) -> str:
    return choice_word(kind, "amendment_kind") if kind in ("text", "comment") else choice_word(kind)
