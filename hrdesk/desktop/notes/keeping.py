"""From the line into the desk: what is typed is held as a draft, Enter hands it on, what is refused comes back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.notes import note_draft
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.notes.entry import NoteEntry
from hrdesk.desktop.notes.not_kept import NotKept
from hrdesk.desktop.notes.note_draft import NoteDraft
from hrdesk.desktop.notes.note_model import clock_of
from hrdesk.desktop.notes.questions import Questions
from hrdesk.desktop.notes.told_keys import told_key
from hrdesk.desktop.shell.workplace import Typed, Workplace
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _
from hrdesk.records import Note, Record, Session
from hrdesk.records.classes import SENSITIVITY
from hrdesk.store.reading import Reader


class Keeping(QObject):
    """The line of a session and what waits above it. ``kept`` tells that a note is in the desk.

    ``refused`` counts the notes that the desk did not take.
    """

    kept = Signal()

    def __init__(self, workplace: Workplace, drafts: DraftKeeper, questions: Questions, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._drafts = drafts
        self._questions = questions
        self._session: str | None = None
        self._held: NoteDraft | None = None
        self._handed = self.refused = 0
        self._hidden = ""
        """The place of the line that is laid aside while the hall sees the window."""
        self.entry = NoteEntry(self.now, workplace.settings.keys, parent)
        self.not_kept = NotKept(parent)
        self.entry.entered.connect(self.keep)
        self.entry.changed.connect(self._on_changed)
        self.not_kept.wanted.connect(self._take_up)
        workplace.hall.changed.connect(self._on_hall)

    def now(self) -> str:
        """Give the instant by the desk's clock, to the second."""
        return self._workplace.desk.file.now()[:19] + "Z"

    def classify(self, sensitivity: str) -> None:
        """Give the line being typed another class, and its draft in the file with it, at once and not at a pause."""
        if not self.entry.classify(sensitivity):
            usual = choice_word(self.entry.sensitivity.sensitivity())
            self.entry.say(_("The session is stricter: a note of it is {class_word} at least.", class_word=usual))
            return
        self._drafts.send()
        self._workplace.kept.emit(_("This note is {class_word}.", class_word=choice_word(sensitivity)))

    def leave(self) -> None:
        """Take notes of no session: there is none."""
        self._session = None

    def begin(self, session: str, language: str | None) -> None:
        """Show what was being typed in a session, or an empty line in ``language``, and what was refused there."""
        self._session, self._held, self._hidden = session, None, ""
        place = note_draft.place_of(session)
        held = note_draft.read(self._drafts.held(place))
        if held is not None and self._is_kept(held, session):
            self._drafts.drop(place)
            held = None
        if held is not None and self._is_hidden(held):
            self._lay_aside(held)
            held = None
        self._gather(session)
        shown = held or NoteDraft(language=language)
        self.entry.show_draft(shown, self._questions.question(shown.question))
        self._show_not_kept()

    def keep(self, kind: str | None = None, then: Callable[[str], None] | None = None) -> None:
        """Hand what stands in the line to the writer and make room for the next note.

        ``then`` is told the note's id when it is kept. A refused text comes back into the line, or above it where the
        next one has been begun; its draft stays in the desk until the note is there.
        """
        session = self._session
        if session is None or not self.entry.line.text().strip():
            return
        draft = self.entry.finished()
        if not draft.text.strip():
            self.entry.line.wipe()
            self.entry.say(_("There are marks and no text yet. They stay for what you type."))
            return
        draft = replace(draft, note_kind=kind or draft.note_kind)
        place = note_draft.place_of(session)
        self._handed += 1
        typed = Typed(place, note_draft.written(draft), note_draft.aside_of(session, draft, self._handed))
        self._drafts.hand_over(place)
        self._held = None
        self.entry.begin_next()
        self._workplace.keep(
            "keep-note",
            {
                "session": session,
                "text": draft.text,
                "note_kind": draft.note_kind,
                "speaker": draft.speaker,
                "speaker_label": draft.speaker_label,
                "sensitivity": draft.sensitivity,
                "language": draft.language,
                "at": draft.at,
                "question": draft.question,
                "interpreted": draft.interpreted or None,
                "intervention": draft.intervention,
                "tags": list(draft.tags),
                "bodies": list(draft.bodies),
                "unresolved": list(draft.doubts),
            },
            partial(self._on_kept, place, draft, then),
            partial(self._on_not_kept, session, draft, typed),
            typed,
        )

    def _is_kept(self, draft: NoteDraft, session: str) -> bool:
        same_time = self._workplace.ask(lambda reader: reader.every(Note, session=session, at=draft.at))
        return any(draft.is_kept_as(note) for note in same_time)

    def _on_changed(self) -> None:
        """Hold what stands in the line; a key moves the cursor too and tells of itself twice."""
        draft = self.entry.draft()
        if self._session is None or draft == self._held:
            return
        self._held = draft
        place = note_draft.place_of(self._session)
        if not draft.is_empty or self._drafts.held(place):
            self._drafts.hold(place, note_draft.written(draft))

    def _on_kept(self, place: str, draft: NoteDraft, then: Callable[[str], None] | None, told: dict[str, Any]) -> None:
        self._drafts.handed_over(place)
        self.kept.emit()
        time = clock_of(self.now(), None, seconds=True)
        self._workplace.kept.emit(
            _(
                "Note kept {time}, confidential until its marks are looked at ({keys})",
                time=time,
                keys=told_key(self._workplace.settings.keys, "marks"),
            )
            if draft.doubts
            else _("Note kept {time}", time=time)
        )
        if then is not None:
            then(str(told["id"]))

    def _on_not_kept(self, session: str, draft: NoteDraft, typed: Typed, _error: Exception) -> None:
        """Bring a refused text back; where something else stands in the line it waits in a place of its own."""
        self.refused += 1
        self._drafts.handed_over(typed.place)
        self._drafts.hold(typed.aside, typed.text)  # also where the writer could not lay it aside
        if self._session != session:
            return
        if not self.entry.draft().is_empty:
            self._show_not_kept()
        else:
            self._put_into_line(session, typed.aside, draft)

    def _take_up(self, aside: str) -> None:
        """Take a refused text into the line; what stands there waits in its place."""
        draft = note_draft.read(self._drafts.held(aside))
        if draft is None or self._session is None:
            return
        before = self.entry.draft()
        if not before.is_empty:
            self._put_aside(self._session, before)
        self._put_into_line(self._session, aside, draft)
        self.entry.line.setFocus()

    def _put_aside(self, session: str, draft: NoteDraft) -> str:
        """Hold a draft in a place of its own, and give that."""
        self._handed += 1
        aside = note_draft.aside_of(session, draft, self._handed)
        self._drafts.hold(aside, note_draft.written(draft))
        return aside

    def _gather(self, session: str) -> None:
        """Bring here what was typed in a session or on a note that is gone: nobody would come upon it any more."""
        for place, text in self._drafts.held_beginning("note").items():
            told = note_draft.session_of(place)
            correction = note_draft.read_correction(text) if place == note_draft.edit_place_of(told) else None
            noun, record = (Note, correction.note) if correction else (Session, told)
            if not told or self._workplace.ask(_finder(noun, record)) is not None:
                continue
            # What a note was made of may be confidential; to whom and to what it answered is gone with the session.
            strict = NoteDraft(text=correction.text, sensitivity=SENSITIVITY[-1]) if correction else None
            draft = strict or note_draft.read(text)
            if draft is not None:
                self._put_aside(session, replace(draft, intervention=None, question=None))
            self._drafts.drop(place)

    def _is_hidden(self, draft: NoteDraft) -> bool:
        """Tell whether a line may not stand on the window while others see it; with a mark in doubt it may not."""
        classed = draft.sensitivity or self.entry.sensitivity.sensitivity()
        if draft.doubts or self.entry.marking.has_doubts(draft.text):
            classed = SENSITIVITY[-1]
        return not draft.is_empty and not self._workplace.hall.may_show(classed)

    def _lay_aside(self, draft: NoteDraft) -> None:
        """Take a confidential line off the window; it waits in the desk until hall mode ends."""
        if self._session is not None:
            self._hidden = self._put_aside(self._session, draft)
            self._drafts.drop(note_draft.place_of(self._session))
            self._workplace.kept.emit(_("The confidential line you were typing waits until hall mode ends."))

    def _on_hall(self, on: bool) -> None:
        """Take a confidential line off a window that others see, and bring it back afterwards."""
        draft = self.entry.draft()
        if on and self._session is not None and self._is_hidden(draft):
            self._lay_aside(draft)
            self.entry.show_draft(NoteDraft(language=draft.language), None)
            self._held = None
        elif not on and self._hidden and draft.is_empty:
            self._take_up(self._hidden)
            self._hidden = ""
        self._show_not_kept()

    def _put_into_line(self, session: str, aside: str, draft: NoteDraft) -> None:
        self.entry.show_draft(draft, self._questions.question(draft.question))
        self._held = None
        self._drafts.hold(note_draft.place_of(session), note_draft.written(draft))
        self._drafts.drop(aside)
        self._show_not_kept()

    def _show_not_kept(self) -> None:
        """Show the texts of this session that were refused and not taken up."""
        if self._session is None:
            return
        if self._workplace.hall.is_on:
            self.not_kept.show_texts([])
            return
        found = self._drafts.held_beginning(note_draft.aside_of(self._session))
        drafts = ((place, note_draft.read(text)) for place, text in found.items())
        self.not_kept.show_texts([(place, draft) for place, draft in drafts if draft is not None])


def _finder(noun: type[Record], record: str) -> Callable[[Reader], Record | None]:
    return lambda reader: reader.get(noun, record)
