"""In from other programs: a file is looked at, shown, and taken in only then, in one step that can be undone."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.logs import Log
from hrdesk.desktop.exchange.tools_choice import NamedChoice
from hrdesk.desktop.exchange.tools_words import (
    ROW_LIMIT,
    brings_words,
    done_words,
    headings,
    language_word,
    rows,
)
from hrdesk.desktop.shell.hall_words import COVERED, sessions_for
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.difference_html import difference_html
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.progress import Progress, Report
from hrdesk.desktop.widgets.session_chooser import SessionChooser
from hrdesk.desktop.widgets.vocabulary import choice_word, class_word
from hrdesk.errors import Refused
from hrdesk.exchange.tools.coming import ENDINGS, Coming, Found, command_of, foresee, read
from hrdesk.language import LANGUAGES
from hrdesk.language.difference import difference
from hrdesk.language.interface import _, current, plural_
from hrdesk.language.isolation import isolate
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.recommendation import TAG_SCHEMES

LONGEST_SHOWN = 4_000
"""Characters of a cell of which the difference is shown."""


class ToolsIn(QWidget):
    """Takes files of other programs in. What comes is confidential until somebody says otherwise."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._folder = self._name = ""
        self._found: Found | None = None
        self._coming: Coming | None = None
        self._done: dict[str, Any] | None = None
        self._heading, self._hint, self.brings = QLabel(self), QLabel(self), QLabel(self)
        self.difference, self.told = QLabel(self), QLabel(self)
        self.choose, self.take, self.clear = QPushButton(self), QPushButton(self), QPushButton(self)
        self.sessions = SessionChooser(self)
        self.sensitivity = NamedChoice(SENSITIVITY, class_word, self)
        self.language = NamedChoice(LANGUAGES, lambda one: language_word(one, current().language), self)
        self.scheme = NamedChoice(TAG_SCHEMES, lambda one: choice_word(one, "scheme"), self)
        self._reason_label, self.reason = QLabel(self), QLineEdit(self)
        self.log = Log(self)
        self.progress = Progress(workplace, self)
        self._lay_out()
        self.scheme.choose("free")
        self.choose.clicked.connect(self.ask_which)
        self.take.clicked.connect(self.take_in)
        self.clear.clicked.connect(self.forget)
        self.sessions.chosen.connect(lambda _session: self.foresee())
        self.scheme.changed.connect(self.foresee)
        self.reason.editingFinished.connect(self.foresee)
        self.log.currentItemChanged.connect(lambda _now, _before: self._show_difference())
        workplace.hall.changed.connect(lambda _on: self._tell())

    def ask_which(self) -> None:
        """Ask for a file."""
        kinds = ";;".join((_("Files of other programs") + f" (*{' *'.join(ENDINGS)})", _("All files") + " (*)"))
        name, _kind = QFileDialog.getOpenFileName(self, _("Choose a file of another program"), self._folder, kinds)
        if name:
            self._folder = str(Path(name).parent)
            self.look_at(Path(name))

    def look_at(self, path: Path) -> None:
        """Read a file in another thread, and say what it would bring."""
        self.forget()
        self._name = path.name
        # What comes from outside is as strict as can be until somebody says otherwise, for each file anew.
        self.sensitivity.choose(SENSITIVITY[-1])
        self.language.choose(current().language)
        self._show_sessions()

        def work(report: Report) -> Found | None:
            return read(path) if report(0, 1) else None

        self.progress.stop.show()
        self.progress.run(lambda: _("Reading the file"), work, self._on_read, self._on_failed)
        self._tell()

    def foresee(self) -> None:
        """Say anew what the file would bring."""
        found = self._found
        if found is None:
            return
        session, scheme, has_reason = self.sessions.session(), self.scheme.value, bool(self.reason.text().strip())

        def answered(coming: Coming) -> None:
            if found is self._found and scheme == self.scheme.value and session == self.sessions.session():
                self._coming = coming
                self._tell()

        self._workplace.read(lambda reader: foresee(reader, found, session, scheme, has_reason=has_reason), answered)

    def take_in(self) -> None:
        """Take the file in: all of what was shown, in one step."""
        found = self._found
        if found is None or self.progress.is_busy:
            return
        try:
            name, arguments = command_of(
                found,
                session=self.sessions.session(),
                sensitivity=self.sensitivity.value,
                language=self.language.value,
                scheme=self.scheme.value,
                reason=self.reason.text().strip() or None,
            )
        except Refused as refusal:
            self._workplace.refused.emit(refusal)
            return
        desk, command = self._workplace.desk, self._workplace.commands[name]

        def work(_report: Report) -> dict[str, Any]:
            done: dict[str, Any] = desk.run(command, **arguments)
            return done

        self.progress.stop.hide()  # it is taken in whole or not at all, and undo takes it back
        self.progress.run(lambda: _("Taking the file in"), work, self._on_taken, self._on_failed)
        self._tell()

    def forget(self) -> None:
        """Put the file away again."""
        self._found = self._coming = self._done = None
        self.reason.clear()
        self._tell()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._heading.setText(_("In from another program"))
        self._hint.setText(
            _(
                "A codebook (.qdc), coded notes (.qdpx), or recommendations as a table (.xlsx, .csv). Nothing changes"
                " before you have seen what would come."
            )
        )
        self.choose.setText(_("Choose a file…"))
        self.clear.setText(_("Put it away"))
        self.sensitivity.say(_("C&lass of what is new"), _("Class of what is new"))
        self.language.say(_("Language of the notes"), _("Language of the notes"))
        self.scheme.say(_("Scheme of new tags"), _("Scheme of new tags"))
        self._reason_label.setText(_("Why may these be less strict? Without a reason their class stays."))
        self.reason.setAccessibleName(_("Reason"))
        self.sessions.retranslate()
        self.progress.retranslate()
        self._tell()

    def _on_read(self, found: Found | None) -> None:
        self._found = found
        self._tell()
        self.foresee()

    def _on_taken(self, done: dict[str, Any]) -> None:
        self.forget()
        self._done = done
        self._tell()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: Exception) -> None:
        self._tell()
        self._workplace.refused.emit(error)

    def _show_sessions(self) -> None:
        found = self._workplace.ask(lambda reader: sessions_for(self._workplace.hall, reader))
        self.sessions.show_sessions(found, self.sessions.session())

    def _tell(self) -> None:
        found, coming, is_busy = self._found, self._coming, self.progress.is_busy
        is_covered = self._workplace.hall.is_on
        has_notes = found is not None and found.needs_session
        table = coming.table if coming is not None else None
        has_reason = table is not None and (table.needs_reason or bool(self.reason.text()))
        self.sessions.setVisible(has_notes)
        self.language.setVisible(has_notes)
        self.sensitivity.setVisible(has_notes or bool(table and table.new))
        self.scheme.setVisible(found is not None and found.project is not None)
        for part in (self._reason_label, self.reason):
            part.setVisible(has_reason)
        self.choose.setEnabled(not is_busy)
        self.take.setText(_("Take it in"))
        self.take.setVisible(bool(coming and coming.brings) and not is_busy)
        self.clear.setVisible(found is not None and not is_busy)
        told = f"{isolate(self._name)}\n{brings_words(coming)}" if coming else ""
        self.brings.setText(_(COVERED) if coming and is_covered else told)
        self.told.setText(self._done_words())
        self._show_rows([] if coming is None or is_covered else rows(coming))
        for label in (self.brings, self.told):
            label.setVisible(bool(label.text()))
            label.setAccessibleName(label.text())

    def _show_rows(self, found: list[tuple[str, str, str, str]]) -> None:
        coming = self._coming
        self.log.setVisible(bool(found))
        if coming is None or not found:
            self.log.clear()
            self._show_difference()
            return
        shown: list[tuple[str, ...]] = [tuple(" ".join(cell.split()) for cell in row) for row in found[:ROW_LIMIT]]
        beyond = len(found) - ROW_LIMIT
        if beyond > 0:
            shown.append(("", "", plural_("and {number} more", "and {number} more", beyond), ""))
        self.log.show_rows(_("What would come in"), headings(coming), shown, (), found[:ROW_LIMIT], wide=(2, 3))
        self.log.fit_rows()
        self._show_difference()

    def _show_difference(self) -> None:
        row = self.log.key if self.log.isVisibleTo(self) else None
        self.difference.setVisible(row is not None)
        if row is None:
            self.difference.clear()
            return
        before, after = row[2][:LONGEST_SHOWN], row[3][:LONGEST_SHOWN]
        is_aside = before.startswith("⚠")
        pieces = difference("" if is_aside or before == after else before, after)
        self.difference.setText(difference_html(pieces))
        self.difference.setAccessibleName(after)

    def _done_words(self) -> str:
        done = self._done
        if done is None:
            return ""
        return done_words(done) or _("Nothing was new in it; nothing was changed.")

    def _lay_out(self) -> None:
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        for label in (self._hint, self.brings, self.told, self.difference, self._reason_label):
            label.setWordWrap(True)
        for label in (self.brings, self.told):
            label.setTextFormat(Qt.TextFormat.PlainText)  # what other programs wrote is never markup
        self._reason_label.setBuddy(self.reason)
        head, options = FlowLayout(), FlowLayout()
        for button in (self.choose, self.take, self.clear):
            head.addWidget(button)
        for part in (self.sensitivity, self.language, self.scheme):
            options.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addWidget(self._hint)
        layout.addLayout(head)
        layout.addWidget(self.progress)
        layout.addWidget(self.sessions)
        layout.addLayout(options)
        below = (self._reason_label, self.reason, self.told, self.brings, self.log, self.difference)
        for widget in below:
            layout.addWidget(widget)
