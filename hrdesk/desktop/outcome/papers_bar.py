"""The papers of the rapporteur: which one, of which session, in which language, where to; written in another thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.outcome.paper_kinds import KINDS, SESSION_REPORT, PaperKind, name_of_file
from hrdesk.desktop.outcome.points_list import PointsList
from hrdesk.desktop.outcome.report_words import report_lines
from hrdesk.desktop.shell.action import Action
from hrdesk.desktop.shell.hall_words import sessions_for
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.progress import Progress, Report
from hrdesk.desktop.widgets.session_chooser import SessionChooser
from hrdesk.language import LANGUAGES, N_
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate
from hrdesk.language.names import language_name
from hrdesk.outcome.export import Exported
from hrdesk.outcome.word_draft import WORD

PDF, TEXT = ".pdf", ".txt"

FILES = {
    PDF: (N_("Save as PDF"), N_("PDF document")),
    TEXT: (N_("Save as text"), N_("Plain text")),
    WORD: (N_("Save as Word"), N_("Word document")),
}
"""By the ending of a file: what is asked, and what it is called."""


class PapersBar(QWidget):
    """Hidden until a paper is asked for. What is confidential is refused in words, and nothing is written."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._folder = ""
        self._done: Exported | None = None
        self._kind_label, self._label = QLabel(self), QLabel(self)
        self.kind, self.language = ListBox(self), ListBox(self)
        self._kind_label.setBuddy(self.kind)
        self._label.setBuddy(self.language)
        self.sessions = SessionChooser(self)
        self.all_sessions = QCheckBox(self)
        self.points = PointsList(workplace, self)
        self.save, self.save_text, self.close_button = QPushButton(self), QPushButton(self), QPushButton(self)
        self.save_word = QPushButton(self)
        self.progress = Progress(workplace, self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self._lay_out()
        self._fill()
        self.kind.currentIndexChanged.connect(self._on_chosen)
        self.all_sessions.toggled.connect(self._on_chosen)
        self.save.clicked.connect(lambda: self._on_save(PDF))
        self.save_text.clicked.connect(lambda: self._on_save(TEXT))
        self.save_word.clicked.connect(lambda: self._on_save(WORD))
        self.close_button.clicked.connect(self.hide)
        workplace.hall.changed.connect(self._on_hall)
        self.hide()

    @property
    def paper(self) -> PaperKind:
        """Give the kind of paper that is chosen."""
        return KINDS.get(str(self.kind.currentData()), SESSION_REPORT)

    def ask(self, language: str, kind: str = "", session: str = "") -> None:
        """Ask for a paper; ``language`` is that of the preview, which is proposed; ``kind`` and ``session`` too."""
        self._done = None
        self._fill(language, kind)
        if session:
            self.all_sessions.setChecked(False)
        self._show_sessions(session)
        self._show()
        self.show()
        first = self.sessions if self.paper.of_session and not session else self.save if session else self.kind
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hear(self, announcement: Announcement) -> None:
        """Follow what changed in the desk while something of it is in sight."""
        if not self.isHidden() and announcement.concerns("note", "recommendation", "report_point", "session"):
            self.points.refresh()

    def write(self, kind: PaperKind, session: str, language: str, target: Path) -> None:
        """Write a paper into ``target``, in another thread."""
        self._done = None

        def work(report: Report) -> Exported | None:
            return kind.write(self._workplace, session, language, target) if report(0, 1) else None

        self.progress.run(lambda: _("Writing the paper"), work, self._on_done, self._on_failed)
        self._show(working=True)

    def retranslate(self) -> None:
        """Set the words anew."""
        self._kind_label.setText(_("&Paper"))
        self.kind.setAccessibleName(_("Paper"))
        self._label.setText(_("&Language"))
        self.language.setAccessibleName(_("Language of the paper"))
        self.all_sessions.setText(_("Of all sessions"))
        self.save.setText(_("Save as PDF…"))
        self.save_text.setText(_("Save as text…"))
        self.save_word.setText(_("Save as Word…"))
        self.save_word.setToolTip(_("For delegations to write into; what comes back is read as proposals"))
        self.close_button.setText(_("Close"))
        for part in (self.sessions, self.points, self.progress):
            part.retranslate()
        self._fill()
        self._say()

    def _session(self) -> str:
        """Give the session that the paper is of; nothing where it is of all."""
        kind = self.paper
        is_of_all = not kind.of_session or (kind.of_all and self.all_sessions.isChecked())
        return "" if is_of_all else self.sessions.session()

    def _show_sessions(self, chosen: str = "") -> None:
        found = self._workplace.ask(lambda reader: sessions_for(self._workplace.hall, reader))
        self.sessions.show_sessions(found, chosen or self.sessions.session())

    def _on_hall(self, _on: bool) -> None:
        if not self.isHidden():
            self._show_sessions()
            self._show()

    def _on_chosen(self, _what: int | bool) -> None:
        """Show what the chosen paper asks for; what was written before is told no more."""
        self._done = None
        self._show()

    def _on_save(self, ending: str) -> None:
        kind, session, language = self.paper, self._session(), str(self.language.currentData())
        self._workplace.read(
            lambda reader: name_of_file(reader, kind, session, language, ending),
            lambda named: self._ask_where(kind, session, language, named, ending),
        )

    def _ask_where(self, kind: PaperKind, session: str, language: str, named: str, ending: str) -> None:
        title, what = FILES[ending]
        wanted = _(what) + f" (*{ending})"
        name, _kind = QFileDialog.getSaveFileName(self, _(title), str(Path(self._folder) / named), wanted)
        if name:
            path = Path(name if name.lower().endswith(ending) else f"{name}{ending}")
            self._folder = str(path.parent)
            self.write(kind, session, language, path)

    def _on_done(self, written: Exported | None) -> None:
        self._done = written
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self._show()
        self._workplace.refused.emit(error)

    def _show(self, *, working: bool = False) -> None:
        kind = self.paper
        self.all_sessions.setVisible(kind.of_all)
        self.sessions.setVisible(kind.of_session)
        self.points.show_points(kind.name == "report")
        parts = (self.kind, self.all_sessions, self.language, self.points, self.close_button)
        for part in parts:
            part.setEnabled(not working)
        self.sessions.setEnabled(not working and not (kind.of_all and self.all_sessions.isChecked()))
        has_subject = bool(self._session()) or not kind.of_session or self.all_sessions.isChecked()
        self.save_word.setVisible(kind.in_word)
        for button in (self.save, self.save_text, self.save_word):
            button.setEnabled(not working and has_subject)
        self._say()

    def _say(self) -> None:
        lines = []
        if self._done is not None:
            lines = [_("✓ Written: {path}", path=isolate(str(self._done.path)))]
            lines += report_lines(self._done.report, self._done.missing)
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))
        self.told.setAccessibleName(self.told.text())

    def _fill(self, language: str = "", kind: str = "") -> None:
        spoken = {one: language_name(one, current().language) for one in LANGUAGES}
        _choices(self.language, {one: name[:1].upper() + name[1:] for one, name in spoken.items()}, language)
        _choices(self.kind, {name: _(one.label) for name, one in KINDS.items()}, kind)

    def _lay_out(self) -> None:
        upper, line = QHBoxLayout(), FlowLayout()
        upper.setSpacing(8)
        upper.addWidget(self._kind_label)
        upper.addWidget(self.kind, 1)
        upper.addWidget(self.all_sessions)
        named = QWidget(self)  # the name stays beside its list and stands as high
        beside = QHBoxLayout(named)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._label)
        beside.addWidget(self.language)
        for part in (named, self.save, self.save_text, self.save_word, self.close_button):
            line.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(upper)
        layout.addWidget(self.sessions)
        layout.addWidget(self.points)
        layout.addLayout(line)
        layout.addWidget(self.progress)
        layout.addWidget(self.told)


def paper_actions(ask: Callable[[str], None]) -> list[Action]:
    """Give the actions that ask for a paper by the name of its kind."""
    return [
        Action("outcome.session", N_("Session report…"), "Ctrl+Shift+R", lambda: ask("session"), "outcome"),
        Action(
            "outcome.questions", N_("Summary by guiding question…"), "Ctrl+Shift+Q", lambda: ask("questions"), "outcome"
        ),
        Action("outcome.draft", N_("Draft for negotiation…"), "Ctrl+Shift+D", lambda: ask("draft"), "outcome"),
        Action("outcome.rapporteur", N_("Report of the rapporteur…"), "Ctrl+Shift+B", lambda: ask("report"), "outcome"),
    ]


def _choices(box: ListBox, choices: dict[str, str], chosen: str) -> None:
    """Fill a list anew; what was chosen stays, unless ``chosen`` is to be."""
    held = chosen or box.currentData()
    box.blockSignals(True)
    box.clear()
    for value, word in choices.items():
        box.addItem(word, value)
    box.setCurrentIndex(max(box.findData(held), 0))
    box.blockSignals(False)
