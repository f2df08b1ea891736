"""The room of notes: choose a session, type, Enter keeps. What is being typed survives whatever happens."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.notes.actions import actions
from hrdesk.desktop.notes.doubts import Doubts
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.notes.keeping import Keeping
from hrdesk.desktop.notes.kind_row import PLAIN_KIND
from hrdesk.desktop.notes.mark_words import MarkWords, read_mark_words
from hrdesk.desktop.notes.outside_door import OutsideDoor
from hrdesk.desktop.notes.session_bar import SessionBar
from hrdesk.desktop.notes.session_notes import SessionNotes
from hrdesk.desktop.notes.side import Side
from hrdesk.desktop.notes.sitting import Sitting, read_sitting
from hrdesk.desktop.shell.hall_words import sessions_for
from hrdesk.desktop.shell.panel import Action, Panel
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language import N_
from hrdesk.language.interface import _, plural_
from hrdesk.notes.narrowing.queries import Standing
from hrdesk.notes.queries import note_lines_of, session_of_last_note, who_speaks
from hrdesk.notes.rules.rota import turns
from hrdesk.notes.rules.sittings import session_at
from hrdesk.records import GuidingQuestion, Note

TURN = 20_000
"""Milliseconds after which it is asked anew whose turn it is to take notes."""

OF_MARKS = ("tag", "tagging", "mechanism", "mechanism_alias", "delegation", "addressee")
"""What the words are made of that marks may mean."""


class NotesPanel(Panel):
    """Notes of one session at a time. ``recommendation_made`` carries the id of a recommendation made here.

    ``summary_requested`` carries the session of which a summary by guiding question is wished for.
    """

    ROOM = "notes"
    TITLE = N_("Notes")
    HIDES = True

    recommendation_made = Signal(str)
    summary_requested = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.drafts = DraftKeeper(workplace, self)
        self.bar = SessionBar(self)
        self.notes = SessionNotes(workplace, self.drafts, self)
        self.side = Side(workplace, self.drafts, self.notes.list.current_record, self)
        self.questions, self.fields = self.side.questions, self.side.fields
        self.confirming, self.private = self.side.confirming, self.side.private
        self._keeping = Keeping(workplace, self.drafts, self.questions, self)
        self.entry, self.not_kept = self._keeping.entry, self._keeping.not_kept
        self.doubts = Doubts(workplace, self.notes, self)
        self.outside = OutsideDoor(workplace, self)
        self._empty = QLabel(self)
        self._sitting: Sitting | None = None
        self._turn = QTimer(self, interval=TURN)
        self._lay_out()
        self._connect()
        self.retranslate()

    def actions_of_room(self) -> list[Action]:
        """Give the actions of this room."""
        return actions(self)

    def refresh(self) -> None:
        """Read the sessions and open one: that of before, else the one that goes on, else that of the last note."""
        self._leave_fields()
        here = self._sitting.session.id if self._sitting else ""
        found = self.workplace.ask(lambda reader: sessions_for(self.workplace.hall, reader))
        known = {one.id for one in found}
        if here not in known:
            going_on = session_at(found, datetime.fromisoformat(self._keeping.now()))
            last = self.workplace.ask(session_of_last_note)
            here = going_on.id if going_on else last if last in known and last else found[0].id if found else ""
        self.bar.show_sessions(found, here)
        self.open_session(here)
        self._learn()

    def open_session(self, session: str) -> None:
        """Take notes in another session; what was being typed in the last one waits there."""
        self.notes.leave()
        self.drafts.send()
        before = self._sitting
        sitting = self.side.seen_of(self.workplace.ask(lambda reader: read_sitting(reader, session)))
        self._sitting = sitting
        self._empty.setVisible(sitting is None)
        self.notes.setVisible(sitting is not None)
        self.entry.setEnabled(sitting is not None)
        self.side.setVisible(sitting is not None and self.bar.side.isChecked())
        self.questions.show_questions(sitting.questions if sitting else ())
        if sitting is None:
            self._keeping.leave()
            self.notes.model.show(Standing([], set(), set()), None)
            self.doubts.hide()
            self.bar.tell_nothing()
            return
        typed = self.entry.draft()
        self.entry.open_for(sitting, to_hall=self.workplace.hall.is_on)
        if before is None or before.session.id != session:
            self.fields.show_note(None)
            self._keeping.begin(session, typed.language if before else sitting.language)
        self.notes.open(sitting)
        self._follow_floor()
        self.side.open(sitting)

    def show_note(self, note: str) -> None:
        """Go to a note, whatever its session."""
        held = self.workplace.ask(lambda reader: reader.get(Note, note))
        if held is None or not held.session:
            return
        self.outside.close()
        if self._sitting is None or held.session != self._sitting.session.id:
            found = self.workplace.ask(lambda reader: sessions_for(self.workplace.hall, reader))
            self.bar.show_sessions(found, held.session)
            self.open_session(held.session)
        self.notes.show_note(note)

    def hear(self, announcement: Announcement) -> None:
        """Show what changed: one note is one row; a merge or a change of the programme is read anew."""
        if announcement.concerns("session", "consultation", "person", "guiding_question", "take", "seat"):
            self.refresh()
        elif announcement.concerns("note"):
            self.notes.put({record for kind, record in announcement.records if kind == "note"})
        elif announcement.concerns("tagging", "tag"):
            self.notes.put_tagged({record for kind, record in announcement.records if kind == "tagging"})
        if announcement.concerns(*OF_MARKS):
            self._learn()
        if announcement.concerns("floor_mark", "intervention", "floor_request"):
            self._follow_floor()
        if announcement.concerns("link", "recommendation"):
            self.notes.count_uses()
        self.side.hear(announcement)

    def retranslate(self) -> None:
        """Set every text anew."""
        self._empty.setText(_("There is no session yet. Please add one in the agenda; notes are taken in a session."))
        self.side.retranslate()
        self.doubts.retranslate()
        self.bar.retranslate()
        self.notes.retranslate()
        self.entry.retranslate()
        self.not_kept.retranslate()
        self.outside.retranslate()
        self._tell()

    def take_files(self, paths: list[Path]) -> bool:
        """Take material that was dropped on the window, while its page is shown."""
        return self.outside.take_files(paths)

    def leave(self) -> bool:
        """Keep corrections, the notes that are on their way and the draft; a refused note holds the window once."""
        before = self._keeping.refused
        self.notes.leave()
        kept = self.fields.leave()
        self.drafts.flush()
        return kept and self._keeping.refused == before

    def recommend(self) -> None:
        """Make a recommendation from the line being typed, else from what is selected, else from the last note."""
        if self.entry.line.hasFocus() and self.entry.line.text().strip():
            kind = "recommendation" if self.entry.draft().note_kind == PLAIN_KIND else None
            self._keeping.keep(kind, lambda note: self._recommend([note]))
            return
        self.workplace.settle()
        last = self.notes.last()
        chosen = self.notes.list.selected_records() or ([last.id] if last else [])
        if chosen:
            self._recommend(chosen)

    def classify(self, sensitivity: str) -> None:
        """Give the chosen notes another class while the list has the keys, and else the line being typed."""
        if self.outside.classify(sensitivity):
            return
        if not self.notes.list.hasFocus():
            self._keeping.classify(sensitivity)
            return
        for note in self.notes.list.selected_records():
            self.workplace.run("edit", id=note, sensitivity=sensitivity)

    def show_questions(self) -> None:
        """Go to the guiding questions, and back to the line."""
        if not self.side.show_questions():
            self.entry.line.setFocus()

    def show_private(self) -> None:
        """Go to what a person writes for nobody else, and back to the line."""
        if not self.side.show_private():
            self.entry.line.setFocus()

    def _lay_out(self) -> None:
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(2, 0, 2, 0)  # a mirrored QSplitter cuts one pixel off its first part
        column.addWidget(self._empty, 1)
        column.addWidget(self.doubts)
        column.addWidget(self.notes, 1)
        column.addWidget(self.not_kept)
        column.addWidget(self.entry)
        halves = QSplitter(self)
        halves.addWidget(middle)
        halves.addWidget(self.side)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 1)
        halves.setSizes([850, 450])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.addWidget(self.bar)
        layout.addWidget(halves, 1)
        self.setFocusProxy(self.entry.line)

    def _connect(self) -> None:
        self.bar.chosen.connect(self.open_session)
        self.bar.side_toggled.connect(self.side.setVisible)
        self._keeping.kept.connect(self.notes.show_end)
        self.doubts.done.connect(self.entry.line.setFocus)
        self._turn.timeout.connect(self._tell)
        self._turn.start()
        self.questions.chosen.connect(self._on_question)
        self.notes.counted.connect(self._tell)
        self.notes.reached.connect(self.side.follow)
        self.side.wished.connect(lambda: self.bar.side.setChecked(True))
        self.confirming.gone_to.connect(self.show_note)
        self.outside.taken.connect(self.show_note)

    def _tell(self) -> None:
        self.tell_hidden(len(self.notes.hidden))
        if self.notes.hidden and self.fields.record in self.notes.hidden:
            self.fields.show_note(None)
        if self._sitting is not None:
            now = datetime.fromisoformat(self._keeping.now()).astimezone(self._sitting.zone)
            self.bar.tell(self._sitting.usual_class, self.notes.count, turns(self._sitting.shifts, now))

    def _leave_fields(self) -> None:
        """Show the fields of a note no more that may not stand on the window now."""
        if record := self.fields.record:
            lines = self.workplace.ask(lambda reader: note_lines_of(reader, [record]))
            if not any(self.workplace.hall.may_show(line.sensitivity) for line in lines):
                self.fields.show_note(None)

    def _learn(self) -> None:
        """Read the words that marks may mean, in another thread."""
        audience = self.workplace.hall.audience

        def learnt(words: MarkWords) -> None:
            if audience != self.workplace.hall.audience:
                return  # read for other eyes; those for these are on their way
            self.entry.marking.know(words)
            self.notes.correcting.know(words)
            self.doubts.know(words)

        self.workplace.read(lambda reader: read_mark_words(reader, audience), learnt)

    def _follow_floor(self) -> None:
        if (sitting := self._sitting) is not None:
            self.entry.follow(self.workplace.ask(lambda reader: who_speaks(reader, sitting.session.id)))

    def _recommend(self, chosen: list[str]) -> None:
        def made(told: dict[str, Any]) -> None:
            self.workplace.kept.emit(
                plural_(
                    "Recommendation made from {number} note", "Recommendation made from {number} notes", len(chosen)
                )
            )
            self.recommendation_made.emit(str(told["id"]))

        self.workplace.keep("make-recommendation", {"notes": chosen}, made, lambda _error: None)

    def _on_question(self, question: GuidingQuestion) -> None:
        self.entry.ask_about(question)
        self.entry.line.setFocus()
