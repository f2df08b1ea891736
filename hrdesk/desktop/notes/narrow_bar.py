"""The bar that narrows the list of notes: by words, speaker, kind, class, tag and question. Hidden until wished for."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.notes.mark_chips import chip_word
from hrdesk.desktop.notes.note_model import told_of
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.list_box import ListBox
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.desktop.widgets.vocabulary import choice_word, class_word
from hrdesk.language.interface import _, plural_
from hrdesk.notes.narrowing.queries import NO_QUESTION, Offers, Speaker, Wanted
from hrdesk.notes.terms import BODY
from hrdesk.records import GuidingQuestion, Tag
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.note import NOTE_KINDS

PAUSE = 120
"""Milliseconds without a key after which the list is narrowed."""

LONGEST = 60
"""Letters of a question or a name that are shown."""


class NarrowBar(QWidget):
    """Says what is wanted of the notes: ``changed`` carries it; ``left`` tells that a person is done with it."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = Offers()
        self._questions: tuple[GuidingQuestion, ...] = ()
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.speaker, self.kind, self.sensitivity, self.tag, self.question = (ListBox(self) for _number in range(5))
        self._told = QLabel(self)
        self._all = QPushButton(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        line = QHBoxLayout()
        line.addWidget(self.words, 1)
        line.addWidget(self._told)
        line.addWidget(self._all)
        row = FlowLayout(gap=6)
        for box in self._boxes:
            box.setMinimumContentsLength(11)
            row.addWidget(box)
            box.currentIndexChanged.connect(lambda _place: self._tell())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addLayout(row)
        self.words.textChanged.connect(lambda _text: self._pause.start())
        self.words.returnPressed.connect(self._tell)
        self._pause.timeout.connect(self._tell)
        self._all.clicked.connect(self.leave)
        self.hide()

    @property
    def wanted(self) -> Wanted:
        """Give what is wanted."""
        return Wanted(
            self.words.text().strip(),
            _speaker(str(self.speaker.currentData() or "")),
            str(self.kind.currentData() or ""),
            str(self.sensitivity.currentData() or ""),
            str(self.tag.currentData() or ""),
            str(self.question.currentData() or ""),
        )

    def open(self) -> None:
        """Show the bar with the cursor in the words."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def leave(self) -> None:
        """Want everything again, and go."""
        self.clear()
        self.hide()
        self.left.emit()

    def clear(self) -> None:
        """Want everything again."""
        self._pause.stop()
        for part in (self.words, *self._boxes):
            part.blockSignals(True)
        self.words.clear()
        for box in self._boxes:
            box.setCurrentIndex(0)
        for part in (self.words, *self._boxes):
            part.blockSignals(False)
        self._tell()

    def offer(self, offers: Offers, questions: Sequence[GuidingQuestion]) -> None:
        """Offer the speakers, tags and questions of a session; what was chosen stays where it is offered still."""
        if (offers, tuple(questions)) == (self._offers, self._questions):
            return
        self._offers, self._questions = offers, tuple(questions)
        self._fill()

    def forget_speakers(self) -> None:
        """Offer no speakers, and want none: names are no affair of a hall."""
        self._offers = replace(self._offers, speakers=())
        self._fill()

    def say(self, shown: int, count: int) -> None:
        """Say how many are shown of how many."""
        every = plural_("{number} note", "{number} notes", count)
        self._told.setText(every if shown == count else _("{shown} of {count}", shown=shown, count=count))

    def retranslate(self) -> None:
        """Set the words anew."""
        self.words.setPlaceholderText(_("Show only notes with these words"))
        self.words.setAccessibleName(_("Show only notes with these words"))
        self._all.setText(_("Show all"))
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows everything again."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    @property
    def _boxes(self) -> tuple[ListBox, ...]:
        return self.speaker, self.kind, self.sensitivity, self.tag, self.question

    def _fill(self) -> None:
        before = self.wanted
        self.speaker.offer_words(
            _("Any speaker"),
            [(shortened(name, LONGEST), _key(who)) for who, name in self._offers.speakers],
        )
        self.kind.offer_words(_("Any kind"), [(choice_word(one, "note_kind"), one) for one in NOTE_KINDS])
        self.sensitivity.offer_words(_("Any sensitivity"), [(class_word(one), one) for one in SENSITIVITY])
        self.tag.offer_words(_("Any tag or body"), [(_tag_word(one), one.id) for one in self._offers.tags])
        asked = [(f"{at}  {shortened(one.text or '', LONGEST)}", one.id) for at, one in enumerate(self._questions, 1)]
        self.question.offer_words(_("Any question"), [(_("Against no question"), NO_QUESTION), *asked])
        if self.wanted != before:
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        self.changed.emit(self.wanted)


def _tag_word(tag: Tag) -> str:
    return chip_word(("bodies" if tag.scheme == BODY else "tags", told_of(tag)))


def _key(speaker: Speaker) -> str:
    """Write a speaker as one text: Qt gives no pair back as it was."""
    person, label = speaker
    return f"{person or ''}\n{label or ''}"


def _speaker(key: str) -> Speaker | None:
    person, _blank, label = key.partition("\n")
    return (person or None, label or None) if key else None
