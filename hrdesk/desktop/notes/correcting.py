"""Notes corrected where they stand: what is typed is held as a draft, and the marks in it are read like any others."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.notes.mark_words import MarkWords
from hrdesk.desktop.notes.note_delegate import NoteDelegate
from hrdesk.desktop.notes.note_draft import Correction, edit_place_of, read_correction, written_correction
from hrdesk.desktop.notes.session_model import SessionModel
from hrdesk.desktop.notes.sitting import Sitting
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language.interface import _
from hrdesk.notes.rules import corrections
from hrdesk.notes.rules.marks import Known
from hrdesk.records import Note
from hrdesk.records.note import NOTE_KINDS


class Correcting(QObject):
    """``reopened`` carries the row of a note whose correction a crash or a refusal left behind."""

    reopened = Signal(int)

    def __init__(
        self,
        workplace: Workplace,
        drafts: DraftKeeper,
        model: SessionModel,
        delegate: NoteDelegate,
        sitting: Callable[[], Sitting | None],
    ) -> None:
        super().__init__(delegate)
        self._workplace = workplace
        self._drafts = drafts
        self._model = model
        self._delegate = delegate
        self._sitting = sitting
        self._words = MarkWords()
        delegate.typed.connect(self._on_typed)
        delegate.corrected.connect(self._on_corrected)
        delegate.left_alone.connect(self._on_left_alone)
        delegate.escape_asked.connect(self._on_escape_asked)

    def know(self, words: MarkWords) -> None:
        """Know what marks may mean."""
        self._words = words

    def take_up(self) -> None:
        """Open again what was being corrected when the program ended, or what was refused."""
        held = self._drafts.held(edit_place_of(sitting.session.id)) if (sitting := self._sitting()) else ""
        if (told := read_correction(held)) is None:
            return
        line = self._model.line_of(told.note)
        if line is None:
            return  # the list is narrowed, or the hall sees it: the text waits in its draft
        if line.note.text == told.text:
            self._drop()
            return
        self._delegate.open_with(told.text, told.cursor, told.stood)
        self.reopened.emit(self._model.row_of(told.note))

    def _drop(self) -> None:
        if (sitting := self._sitting()) is not None:
            self._drafts.drop(edit_place_of(sitting.session.id))

    def _on_typed(self, note: str, text: str, cursor: int) -> None:
        if (sitting := self._sitting()) is not None:
            told = Correction(note, text, cursor, self._delegate.stood)
            self._drafts.hold(edit_place_of(sitting.session.id), written_correction(told))

    def _on_corrected(self, note: str, text: str) -> None:
        """Keep a corrected text; an emptied one is no correction, and a refused one is opened again."""
        # Asked of the desk: while others see the list the line may be away and the editor still open.
        held = self._workplace.ask(lambda reader: reader.get(Note, note))
        before = held.text or "" if held is not None else ""
        if not text.strip():
            self._workplace.kept.emit(_("A note keeps its text. Delete in the list takes the note away."))
        elif text.strip() not in (before, self._delegate.stood) and not self._keep(note, before, text.strip()):
            QTimer.singleShot(0, self, self.take_up)
            return
        self._drop()

    def _keep(self, note: str, before: str, text: str) -> bool:
        """Keep text and marks in one step; a mark that nobody knows makes the note confidential, and that is said."""
        sitting = self._sitting()
        questions = sitting.questions if sitting else ()
        stood = self._delegate.stood
        told = corrections.read_correction(stood, text, Known(self._words.is_body, len(questions), len(NOTE_KINDS)))
        if not told.marks and not told.malformed:
            return self._workplace.run("edit", id=note, text=text, stood={"text": stood}) is not None
        named = {kind: [mark.name for mark in told.marks if mark.kind == kind] for kind in ("tag", "body")}
        numbers = {mark.kind: int(mark.name) - 1 for mark in told.marks if mark.kind in ("question", "note_kind")}
        doubts = [f"@{name}" for name in named["body"] if not self._words.is_body(name)] + list(told.malformed)
        kept = self._workplace.run(
            "correct-note",
            note=note,
            text=told.text.strip() or before,
            tags=[self._words.tag(name) for name in named["tag"]],
            bodies=[known for name in named["body"] if (known := self._words.body(name))],
            unresolved=doubts,
            question=questions[numbers["question"]].id if "question" in numbers else None,
            note_kind=NOTE_KINDS[numbers["note_kind"]] if "note_kind" in numbers else None,
            stood=stood,
        )
        if kept is not None and doubts:
            told_of = ", ".join(doubts)
            self._workplace.kept.emit(
                _("Not known here: {marks}. The note stays confidential until somebody looks at it.", marks=told_of)
            )
        return kept is not None

    def _on_left_alone(self, _note: str) -> None:
        """Forget what was typed; what Esc asked at the foot was answered."""
        self._drop()
        self._workplace.kept.emit("")

    def _on_escape_asked(self) -> None:
        self._workplace.kept.emit(_("Press Esc again to leave the note as it was."))
