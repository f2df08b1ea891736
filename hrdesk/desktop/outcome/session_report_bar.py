"""The report on one session as PDF: which session, in which language, where to; written in another thread."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.outcome.report_words import report_lines
from hrdesk.desktop.shell.file_name import file_name
from hrdesk.desktop.shell.hall_words import sessions_for
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.progress import Progress, Report
from hrdesk.desktop.widgets.session_chooser import SessionChooser
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate
from hrdesk.language.names import language_name
from hrdesk.outcome.export import Exported
from hrdesk.outcome.session_report import export_session_report
from hrdesk.records import Session
from hrdesk.records.disclosure import may_appear
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes


class SessionReportBar(QWidget):
    """Hidden until it is asked for. What is confidential is refused in words, and nothing is written."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._folder = ""
        self._done: Exported | None = None
        self._heading = QLabel(self)
        self.sessions = SessionChooser(self)
        self._label = QLabel(self)
        self.language = ListBox(self)
        self._label.setBuddy(self.language)
        self.save = QPushButton(self)
        self.close_button = QPushButton(self)
        self.progress = Progress(workplace, self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self._lay_out()
        self._fill()
        self.save.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.hide)
        workplace.hall.changed.connect(self._on_hall)
        self.hide()

    def ask(self, language: str) -> None:
        """Ask for session and language; ``language`` is that of the preview, which is proposed."""
        self._done = None
        self._fill(language)
        self._say()
        self._show_sessions()
        self.show()
        self.sessions.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write(self, session: str, language: str, target: Path) -> None:
        """Write the report on a session into ``target``, in another thread."""
        self._done = None
        self._show(working=True)

        def work(report: Report) -> Exported | None:
            if not report(0, 1):
                return None
            desk = self._workplace.desk
            with desk.reader() as reader:
                return export_session_report(reader, session, language, target, desk.moment())

        self.progress.run(lambda: _("Writing the report on the session"), work, self._on_done, self._on_failed)

    def retranslate(self) -> None:
        """Set the words anew."""
        self._heading.setText(_("Report on a session"))
        self._label.setText(_("&Language"))
        self.language.setAccessibleName(_("Language of the report"))
        self.save.setText(_("Save as PDF…"))
        self.close_button.setText(_("Close"))
        self.sessions.retranslate()
        self.progress.retranslate()
        self._fill()
        self._say()

    def _show_sessions(self) -> None:
        found = self._workplace.ask(lambda reader: sessions_for(self._workplace.hall, reader))
        self.sessions.show_sessions(found, self.sessions.session())
        self.save.setEnabled(bool(found))

    def _on_hall(self, _on: bool) -> None:
        if not self.isHidden():
            self._show_sessions()

    def _on_save(self) -> None:
        session, language = self.sessions.session(), str(self.language.currentData())
        named = self._workplace.ask(lambda reader: _name_of(reader, session, language))
        start = str(Path(self._folder) / named)
        name, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), start, _("PDF document") + " (*.pdf)")
        if name:
            path = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
            self._folder = str(path.parent)
            self.write(session, language, path)

    def _on_done(self, written: Exported | None) -> None:
        self._done = written
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self._show()
        self._workplace.refused.emit(error)

    def _show(self, *, working: bool = False) -> None:
        for part in (self.sessions, self.language, self.save, self.close_button):
            part.setEnabled(not working)
        self._say()

    def _say(self) -> None:
        lines = []
        if self._done is not None:
            lines = [_("✓ Report written: {path}", path=isolate(str(self._done.path)))]
            lines += report_lines(self._done.report, self._done.missing)
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))
        self.told.setAccessibleName(self.told.text())

    def _fill(self, chosen: str = "") -> None:
        held = chosen or self.language.currentData() or LANGUAGES[2]
        self.language.blockSignals(True)
        self.language.clear()
        for one in LANGUAGES:
            name = language_name(one, current().language)
            self.language.addItem(name[:1].upper() + name[1:], one)
        self.language.setCurrentIndex(self.language.findData(held))
        self.language.blockSignals(False)

    def _lay_out(self) -> None:
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        line = FlowLayout()
        for part in (self._label, self.language, self.save, self.close_button):
            line.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(self.sessions)
        layout.addLayout(line)
        layout.addWidget(self.progress)
        layout.addWidget(self.told)


def _name_of(reader: Reader, session: str, language: str) -> str:
    """Name the file after the session, its class and the language: whoever finds it on a stick sees who may read it."""
    held, sensitivity = reader.get(Session, session), read_classes(reader).of(session)
    title = held.title if held and may_appear(sensitivity) else ""
    return file_name(title or "session report", f"-{sensitivity}-{language}.pdf")
