"""Takes in material from outside: read, shown paragraph by paragraph, corrected and classed, and only then taken."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.notes.outside_settings import OutsideSettings
from hrdesk.desktop.notes.outside_sheet import OutsideSheet
from hrdesk.desktop.notes.outside_source import OutsideSourceField
from hrdesk.desktop.notes.outside_words import begin_words, proposed_title, taken_words, understood_words
from hrdesk.desktop.notes.sitting import Sitting, read_sitting
from hrdesk.desktop.shell.action import undo_key
from hrdesk.desktop.shell.hall_words import COVERED, sessions_for
from hrdesk.desktop.shell.taking_page import TakingPage
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.progress import Progress, Report
from hrdesk.language.interface import _, plural_
from hrdesk.notes.outside import Stopped, take_material_telling
from hrdesk.notes.outside_preview import Known, Preview, preview, preview_file, preview_pasted
from hrdesk.notes.rules.outside import Clock, handed_over
from hrdesk.records import Note
from hrdesk.store.reading import Reader


class Writer(QObject):
    """Starts work in the thread that writes, for the strip that shows how far it is."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace

    def start(
        self,
        work: Callable[[], Any],
        answered: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` after what was handed to the writer before."""
        self._workplace.write(work, answered, failed or self._workplace.refused.emit)


class OutsidePage(TakingPage):
    """Stands where the notes stand. ``taken`` carries the first of the notes that were made."""

    taken = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._found: Preview | None = None
        self._sitting: Sitting | None = None
        self._proposed = ""
        self._heading, self._covered = QLabel(self), QLabel(self)
        self.source = OutsideSourceField(self)
        self.settings = OutsideSettings(self)
        self.sheet = OutsideSheet(self)
        self.again = QCheckBox(self)
        self.back, self.other, self.take_button = QPushButton(self), QPushButton(self), QPushButton(self)
        self.progress = Progress(Writer(workplace, self), self)
        self._shown = QWidget(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def is_begun(self) -> bool:
        """Tell whether material is shown that nobody has taken yet."""
        return self._found is not None

    def begin(self, session: str = "") -> None:
        """Ask for material; what was shown is let go."""
        self._give_up()
        self._found = None
        self.source.field.clear()
        self.settings.title.clear()
        self.sheet.show_rows((), Known({}))
        found = self._workplace.ask(lambda reader: sessions_for(self._workplace.hall, reader))
        chosen = session or self.settings.sessions.session() or (found[0].id if found else "")
        self.settings.sessions.show_sessions(found, chosen)
        self._open_session(chosen)
        self.source.setFocus()

    def go_in(self) -> None:
        """Put the cursor where the work goes on; while others look on nothing but the way back is there."""
        (self.back if self._workplace.hall.is_on else self.sheet if self.is_begun else self.source).setFocus()

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        kinds = _("Texts and documents") + " (*.docx *.txt *.md *.vtt *.srt *.log *.csv)"
        name, _kind = QFileDialog.getOpenFileName(self, _("Take in material from outside"), "", kinds)
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Read a file in another thread and show what was understood."""
        self._read(lambda reader: preview_file(reader, path))

    def read_pasted(self, text: str) -> None:
        """Understand what was pasted, in another thread."""
        self._read(lambda reader: preview_pasted(reader, text))

    def show_preview(self, found: Preview) -> None:
        """Show what was understood; it begins as strict as can be."""
        self._found = found
        self.again.setChecked(False)
        self.settings.show_found(found.kind, found.language, is_timed_from_start=found.is_timed_from_start)
        self.sheet.rows.use_class(self.settings.sensitivity.sensitivity())
        self.sheet.show_rows(found.rows, found.known)
        self._propose_title()
        self._show_state()
        self.sheet.setFocus()

    def give(self) -> None:
        """Hand over what was pasted."""
        self.source.give()

    def take(self) -> None:
        """Take in what is ticked, in one step, in the thread that writes."""
        self.sheet.keep()
        found = self._found
        if found is None or not self.take_button.isEnabled():
            return
        usual = self.settings.sensitivity.sensitivity()
        arguments: dict[str, Any] = {
            "session": self.settings.sessions.session(),
            "source_kind": str(self.settings.kind.currentData()),
            "file_hash": found.source.file_hash,
            "title": self.settings.title.text().strip() or None,
            "sensitivity": usual,
            "again": self.again.isChecked(),
            "rows": handed_over(self.sheet.rows.rows, usual, str(self.settings.language.currentData()), self._clock()),
        }

        def work(report: Report) -> dict[str, Any]:
            told: dict[str, Any] = self._workplace.desk.run(take_material_telling(report), **arguments)
            return told

        self.progress.run(lambda: _("Taking in …"), work, self._on_taken, self._on_failed)
        self._show_state()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._covered.setText(_(COVERED))
        self.back.setText(_("&Back, take nothing"))
        self.other.setText(_("&Other material…"))
        self.again.setText(_("Take it in a&gain"))
        for part in (self.source, self.settings, self.sheet, self.progress):
            part.retranslate()
        self._propose_title()
        self._show_state()

    def _read(self, read: Callable[[Reader], Preview]) -> None:
        self._heading.setText(_("Reading …"))
        self._start(read, self.show_preview)

    def _read_as(self, kind: str) -> None:
        """Understand the same text as another kind."""
        found = self._found
        if found is not None and kind != found.kind:
            self._read(lambda _reader: replace(preview(found.source, found.known, kind), before=found.before))

    def _open_session(self, session: str) -> None:
        self._sitting = self._workplace.ask(lambda reader: read_sitting(reader, session))
        if self._sitting is not None:
            self.settings.show_sitting(self._sitting)
            self.sheet.allow(self._sitting.classes)
        self.sheet.rows.use_class(self.settings.sensitivity.sensitivity())
        self._propose_title()
        self._show_state()

    def _clock(self) -> Clock:
        is_from_start = self._found is not None and self._found.is_timed_from_start
        return self.settings.clock(self._sitting, is_timed_from_start=is_from_start)

    def _propose_title(self) -> None:
        """Propose a title as long as nobody wrote one."""
        if self._found is None or self.settings.title.text() not in ("", self._proposed):
            return
        session = self._sitting.session.title if self._sitting else ""
        self._proposed = proposed_title(str(self.settings.kind.currentData()), session or "")
        self.settings.title.setText(self._proposed)
        self.settings.title.setCursorPosition(0)

    def _show_state(self) -> None:
        is_covered = self._workplace.hall.is_on
        is_shown = self.is_begun and not is_covered
        page = self._covered if is_covered else self._shown if self.is_begun else self.source
        self._stack.setCurrentWidget(page)
        self._heading.setVisible(not is_covered)
        self.other.setVisible(is_shown)
        self.take_button.setVisible(is_shown)
        self._shown.setEnabled(not self.progress.is_busy)
        for button in (self.back, self.other):
            button.setEnabled(not self.progress.is_busy)
        ticked = self.sheet.rows.ticked
        self.take_button.setText(plural_("&Take in {number} note", "&Take in {number} notes", ticked))
        if (found := self._found) is None:
            self._heading.setText(begin_words())
            return
        self.again.setVisible(found.before is not None)
        has_times = self._clock().gives_instants
        self._heading.setText(understood_words(found, self.sheet.rows.rows, has_times=has_times))
        may_again = found.before is None or self.again.isChecked()
        has_place = bool(self.settings.sessions.session())
        self.take_button.setEnabled(ticked > 0 and may_again and has_place and not self.progress.is_busy)

    def _on_taken(self, told: dict[str, Any]) -> None:
        self._workplace.kept.emit(taken_words(told["notes"], undo_key(self._workplace.settings.keys)))
        self._found = None
        self._show_state()
        self.left.emit()
        notes = self._workplace.ask(lambda reader: reader.every(Note, source=told["id"]))
        if notes:
            self.taken.emit(min(notes, key=lambda note: (note.at or "", note.id)).id)

    def _on_failed(self, error: Exception) -> None:
        self._show_state()
        if isinstance(error, Stopped):
            self._workplace.kept.emit(_(error.message))
        else:
            self._workplace.refused.emit(error)

    def _lay_out(self) -> None:
        for label in (self._heading, self._covered):
            label.setWordWrap(True)
        self._covered.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.settings)
        column.addWidget(self.again)
        column.addWidget(self.sheet, 1)
        for page in (self.source, self._shown, self._covered):
            self._stack.addWidget(page)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addStretch()  # while the heading is hidden nothing else keeps the buttons at their size
        for button in (self.back, self.other, self.take_button):
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.progress)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.source.given.connect(self.read_pasted)
        self.source.file_requested.connect(self.choose_file)
        self.settings.kind_chosen.connect(self._read_as)
        self.settings.session_chosen.connect(self._open_session)
        self.settings.class_chosen.connect(self.sheet.rows.use_class)
        self.settings.changed.connect(self._show_state)
        self.sheet.counted.connect(self._show_state)
        self.sheet.told.connect(self._workplace.kept)
        self.again.toggled.connect(lambda _is_on: self._show_state())
        self.back.clicked.connect(self.left)
        self.other.clicked.connect(lambda: self.begin())
        self.take_button.clicked.connect(self.take)
        self._workplace.hall.changed.connect(lambda _is_on: self._show_state())
