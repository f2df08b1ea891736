"""Where a note is typed: the line, and beside it who speaks, of what kind it is, how sensitive, in which language."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from hrdesk.desktop.notes.class_box import ClassBox
from hrdesk.desktop.notes.from_floor import FromFloor
from hrdesk.desktop.notes.kind_row import PLAIN_KIND, KindRow
from hrdesk.desktop.notes.marking import Marking
from hrdesk.desktop.notes.note_draft import NoteDraft
from hrdesk.desktop.notes.sitting import Sitting
from hrdesk.desktop.notes.speaker_field import SpeakerField
from hrdesk.desktop.notes.time_field import TimeField
from hrdesk.desktop.notes.told_keys import told_key
from hrdesk.desktop.notes.typing_line import TypingLine
from hrdesk.desktop.widgets.list_box import ListBox
from hrdesk.desktop.widgets.ticked_button import TickedButton
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.floor.speaking import Spoken
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _
from hrdesk.language.isolation import isolate
from hrdesk.language.names import own_name
from hrdesk.records import GuidingQuestion
from hrdesk.records.classes import SENSITIVITY, is_milder


class NoteEntry(QFrame):
    """A note in the making. ``entered`` wishes to keep it; ``changed`` tells every key and every choice.

    ``now`` gives the instant in UTC; the note takes that of its first key, or one that a person chose.
    ``chosen_keys`` are the keys that a person chose for actions, to be told where keys are told.
    """

    entered = Signal()
    changed = Signal()

    def __init__(self, now: Callable[[], str], chosen_keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._chosen_keys = chosen_keys
        self._at: str | None = None
        self._is_time_chosen = False
        self._zone: tzinfo | None = None
        self._question: tuple[str, str] | None = None
        self._questions: tuple[GuidingQuestion, ...] = ()
        self._usual_class = SENSITIVITY[1]
        self._is_filling = False
        self.speaker = SpeakerField(self)
        self.floor = FromFloor(self.speaker, self)
        self.sensitivity = ClassBox(self)
        self.language = ListBox(self)
        self.line = TypingLine(self)
        self.marking = Marking(self.line, chosen_keys, self)
        self.time = TimeField(now, self)
        self.interpreted = TickedButton(self)
        self.kinds = KindRow(chosen_keys, self)
        self._hint = QLabel(self)
        self._about = QToolButton(self)
        self._lay_out()
        self._connect()

    def draft(self) -> NoteDraft:
        """Give what stands here."""
        person, label = self.speaker.speaker()
        return NoteDraft(
            text=self.line.text(),
            cursor=self.line.textCursor().position(),
            at=self._at,
            speaker=person,
            speaker_label=label,
            note_kind=self.kinds.kind,
            sensitivity=self.sensitivity.sensitivity(),
            language=self.language.currentData(),
            question=self._question[0] if self._question else None,
            interpreted=self.interpreted.isChecked(),
            intervention=self.floor.intervention,
            tags=self.marking.of("tags"),
            bodies=self.marking.of("bodies"),
            doubts=self.marking.of("doubts"),
        )

    def finished(self) -> NoteDraft:
        """Give what stands here with every mark taken out of its text."""
        self._is_filling = True
        text = self.marking.finish()
        self._is_filling = False
        return replace(self.draft(), text=text)

    def open_for(self, sitting: Sitting, *, to_hall: bool = False) -> None:
        """Take notes in another session: its people, whom a hall may not all see, its questions and classes."""
        self._zone, self._usual_class, self._questions = sitting.zone, sitting.usual_class, sitting.questions
        self._is_filling = True
        self.speaker.offer(sitting.people, to_hall=to_hall)
        self.sensitivity.allow(sitting.classes)
        self.marking.count_questions(len(sitting.questions))
        seen = [one.id for one in sitting.questions]  # one that a hall may not see stays that of the note, unshown
        self._about.setVisible(self._question is not None and (not to_hall or self._question[0] in seen))
        self._is_filling = False
        self._show_clock()

    def show_draft(self, draft: NoteDraft, question: GuidingQuestion | None) -> None:
        """Show a note in the making, the cursor where it was."""
        self._is_filling = True
        self._at, self._is_time_chosen = draft.at, False
        self.floor.begin(draft.speaker, draft.speaker_label, draft.intervention)
        self.kinds.check(draft.note_kind)
        self.sensitivity.show_sensitivity(draft.sensitivity or self._usual_class)
        self._speak(draft.language)
        self.interpreted.setChecked(draft.interpreted)
        self.ask_about(question)
        self.marking.show(draft.tags, draft.bodies, draft.doubts)
        self.line.put(draft.text, draft.cursor)
        self._is_filling = False
        self._show_clock()
        self._say_hint()

    def begin_next(self) -> None:
        """Make room for the next note: what goes on stays, as speaker, language, question and a stricter class."""
        self._is_filling = True
        self.line.clear()
        self.marking.show((), (), ())
        self._at, self._is_time_chosen = None, False
        self.kinds.check(PLAIN_KIND)
        if is_milder(self.sensitivity.sensitivity(), self._usual_class):
            self.sensitivity.show_sensitivity(self._usual_class)
        self.floor.catch_up()
        self._is_filling = False
        self._show_clock()
        self._say_hint()

    def follow(self, spoken: Spoken | None) -> None:
        """Hear who has the floor: the next note is of that speaker; one that is being typed is not."""
        self.floor.hear(spoken, is_typing=bool(self.line.text()))

    def ask_about(self, question: GuidingQuestion | None) -> None:
        """Note against a guiding question, or against none."""
        self._question = (question.id, question.text or "") if question else None
        self._about.setVisible(question is not None)
        if question is not None:
            self._about.setText("✕  " + shortened(question.text or "", 80))
        self._on_changed()

    def classify(self, sensitivity: str) -> bool:
        """Give the note being typed another class; False where the session does not allow one so mild."""
        if self.sensitivity.findData(sensitivity) < 0:
            return False
        self.sensitivity.show_sensitivity(sensitivity)
        return True

    def quote(self) -> None:
        """Make the note a quotation, or a plain note again; chosen words get the quotation marks of the language."""
        has_quoted = self.line.quote(self.language.currentData())
        is_quotation = self.kinds.kind == "quotation"
        self.kinds.check(PLAIN_KIND if is_quotation and not has_quoted else "quotation")

    def speak_next(self) -> None:
        """Go to the next of the six languages."""
        self.language.setCurrentIndex((self.language.currentIndex() + 1) % self.language.count())

    def retranslate(self) -> None:
        """Set every word anew."""
        self._is_filling = True
        self.kinds.retranslate()
        self.speaker.retranslate()
        self.floor.retranslate()
        self.sensitivity.retranslate()
        for part, name in ((self.speaker, "speaker"), (self.sensitivity, "class")):
            part.setToolTip(f"{part.toolTip()} ({told_key(self._chosen_keys, name)})")
        self._is_filling = False
        self.marking.retranslate()
        self.language.setAccessibleName(_("Language of the note"))
        self.language.setToolTip(_("In which language the note is written"))
        self.line.setAccessibleName(_("New note"))
        self.line.setPlaceholderText(_("Type what is said"))
        self.time.retranslate()
        heard = _("Heard through interpretation")
        self.interpreted.say(_("Interpreted"))
        self.interpreted.setAccessibleName(heard)
        self.interpreted.setToolTip(f"{heard} ({told_key(self._chosen_keys, 'interpreted')})")
        self._about.setToolTip(_("The note answers this question. Choose to note against none."))
        self._about.setAccessibleName(_("Guiding question of the note"))
        self._say_hint()

    def say(self, sentence: str) -> None:
        """Say something in the place of the hint until the next key."""
        self._hint.setText(sentence)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._about.setAutoRaise(True)
        self._about.hide()
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setWordWrap(True)
        self.language.setMinimumContentsLength(8)
        for language in LANGUAGES:
            self.language.addItem(own_name(language), language)
        self._speak("en")
        fields = QHBoxLayout()
        fields.addWidget(self.speaker, 3)
        fields.addWidget(self.floor)
        fields.addWidget(self.sensitivity, 1)
        fields.addWidget(self.language, 1)
        below = QHBoxLayout()
        below.addWidget(self._hint, 1)
        below.addWidget(self.interpreted)
        below.addWidget(self.time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(fields)
        layout.addWidget(self.kinds)
        layout.addWidget(self._about, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.line)
        layout.addWidget(self.marking.offers)
        layout.addWidget(self.marking.chips)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_typed)
        self.line.cursorPositionChanged.connect(self._on_changed)
        self.line.entered.connect(self.entered)
        self.line.escape_asked.connect(self._on_escape_asked)
        self.line.escaped.connect(self.line.wipe)
        self.speaker.chosen.connect(self._on_changed)
        self.floor.changed.connect(self._on_changed)
        self.speaker.entered.connect(self.line.setFocus)
        self.sensitivity.currentIndexChanged.connect(self._on_changed)
        self.language.currentIndexChanged.connect(self._on_changed)
        self.kinds.changed.connect(self._on_changed)
        self.interpreted.toggled.connect(self._on_changed)
        self.time.told.connect(self._on_time)
        self.time.left.connect(self.line.setFocus)
        self.time.refused.connect(lambda: self.say(_("That is no time. Please write it like 14:05, or -3.")))
        self._about.clicked.connect(lambda: self.ask_about(None))
        self.marking.changed.connect(self._on_marked)
        self.marking.question_told.connect(lambda number: self.ask_about(self._questions[number - 1]))
        self.marking.kind_told.connect(lambda number: self.kinds.choose(number - 1))

    def _speak(self, language: str | None) -> None:
        place = self.language.findData(language)
        if place >= 0:
            self.language.setCurrentIndex(place)

    def _on_typed(self) -> None:
        if self._is_filling:
            return
        if self._at is None and self.line.text():
            self._at = self._now()
        elif not self.line.text():
            self._at = self._at if self._is_time_chosen else None
            self.floor.catch_up()
        self._show_clock()
        self._say_hint()
        self._on_changed()

    def _on_marked(self) -> None:
        if self._at is None:
            self._at = self._now()
        self._say_hint()
        self._on_changed()

    def _on_changed(self, *_told: object) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _on_time(self, moment: str) -> None:
        """Take the time that a person chose, also before anything is typed."""
        self._at, self._is_time_chosen = moment, True
        self._show_clock()
        self._on_changed()

    def _show_clock(self) -> None:
        self.time.show_moment(self._at, self._zone)

    def _say_hint(self) -> None:
        if doubts := self.marking.of("doubts"):
            told = ", ".join(isolate(one) for one in doubts)
            self._hint.setText(
                _("Not known here: {marks}. The note stays confidential until somebody looks at it.", marks=told)
            )
            return
        self._hint.setText(
            _(
                "Enter keeps  ·  Shift+Enter new line  ·  {speaker} speaker  ·  {recommend} recommendation",
                speaker=told_key(self._chosen_keys, "speaker"),
                recommend=told_key(self._chosen_keys, "recommend"),
            )
        )

    def _on_escape_asked(self) -> None:
        self._hint.setText(_("Press Esc again to clear the line."))
