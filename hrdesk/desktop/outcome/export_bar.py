"""Writing the document to PDF: the language that is shown, or all six into a folder, with progress and a way out."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.outcome.report_words import report_lines
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.progress import Progress, Report
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _, current, plural_
from hrdesk.language.names import language_name
from hrdesk.outcome.export import Exported, export_pdf


class ExportBar(QWidget):
    """Asks where, writes in another thread, and says in words what was written and what is not as it should be.

    ``papers_requested`` wishes for another paper instead, such as the report on one session.
    """

    papers_requested = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._targets: dict[str, Path] = {}
        self._language = LANGUAGES[2]
        self._folder = ""
        self._done: list[Exported] | None = None
        self._asked: Path | None = None
        self.one = QPushButton(self)
        self.six = QPushButton(self)
        self.papers = QPushButton(self)
        self.replace = QPushButton(self)
        self.cancel = QPushButton(self)
        self.progress = Progress(workplace, self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self._lay_out()
        self.one.clicked.connect(self.export_one)
        self.six.clicked.connect(self.export_six)
        self.papers.clicked.connect(self.papers_requested)
        self.replace.clicked.connect(self._on_replace)
        self.cancel.clicked.connect(self._on_cancel)

    def use_language(self, language: str) -> None:
        """Write this language when one is asked for."""
        self._language = language
        self.retranslate()

    def export_one(self) -> None:
        """Ask for a file and write the language that is shown."""
        suggested = str(Path(self._folder) / f"outcome-{self._language}.pdf")
        name, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), suggested, _("PDF document") + " (*.pdf)")
        if name:
            path = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
            self._folder = str(path.parent)
            self.write({self._language: path})

    def export_six(self) -> None:
        """Ask for a folder and write all six languages into it; what is there already is replaced only when allowed."""
        name = QFileDialog.getExistingDirectory(self, _("Folder for the six documents"), self._folder)
        if not name:
            return
        self._folder = name
        there = [path.name for path in self._six(Path(name)).values() if path.exists()]
        if there:
            self._asked = Path(name)
            self._done = None
            self._show(asking=True)
            self.replace.setFocus()
            return
        self.write(self._six(Path(name)))

    def write(self, targets: dict[str, Path]) -> None:
        """Write each language into its file, in another thread."""
        self._asked, self._done, self._targets = None, None, targets
        self.progress.run(
            lambda: _("Documents written"), lambda report: self._write(targets, report), self._on_done, self._on_failed
        )
        self._show(working=True)

    def retranslate(self) -> None:
        """Set the words anew."""
        spoken = language_name(self._language, current().language)
        self.one.setText(_("Save as PDF ({language})…", language=spoken))
        self.six.setText(_("Save all six…"))
        self.papers.setText(_("Other papers…"))
        self.replace.setText(_("Replace them"))
        self.cancel.setText(_("Cancel"))
        self.progress.retranslate()
        self._say()

    def _six(self, folder: Path) -> dict[str, Path]:
        return {language: folder / f"outcome-{language}.pdf" for language in LANGUAGES}

    def _write(self, targets: dict[str, Path], report: Report) -> list[Exported]:
        written: list[Exported] = []
        for language, target in targets.items():
            if not report(len(written), len(targets)):
                break
            with self._workplace.desk.reader() as reader:
                written.append(export_pdf(reader, language, target))
        return written

    def _on_done(self, written: list[Exported]) -> None:
        self._done = written
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self._show()
        self._workplace.refused.emit(error)

    def _on_cancel(self) -> None:
        self._asked = None
        self._show()

    def _on_replace(self) -> None:
        if self._asked is not None:
            self.write(self._six(self._asked))

    def _show(self, *, working: bool = False, asking: bool = False) -> None:
        for button in (self.one, self.six, self.papers):
            button.setVisible(not working and not asking)
        self.replace.setVisible(asking)
        self.cancel.setVisible(asking)
        self._say()

    def _say(self) -> None:
        if self._asked is not None:
            self.told.setText(_("Some of the six documents are in that folder already."))
        elif self._done is None:
            self.told.clear()
        else:
            self.told.setText("\n".join(self._words(self._done)))
        self.told.setVisible(bool(self.told.text()))
        self.told.setAccessibleName(self.told.text())

    def _words(self, written: list[Exported]) -> list[str]:
        if not written:
            return [_("Cancelled; no document was written.")]
        count = len(written)
        place = str(written[0].path if count == 1 else written[0].path.parent)
        told = plural_("✓ {number} document written: {path}", "✓ {number} documents written: {path}", count, path=place)
        lines = [told]
        if count < len(self._targets):
            lines.append(_("Then cancelled; the other documents were not written."))
        for one in written:
            spoken = language_name(one.language, current().language)
            report = report_lines(one.report, one.missing)
            lines += [_("{language}: {counts}", language=spoken, counts=line) for line in report]
        return lines

    def _lay_out(self) -> None:
        line = FlowLayout()
        for button in (self.one, self.six, self.papers, self.replace, self.cancel):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.progress)
        layout.addWidget(self.told)
        self._show()
