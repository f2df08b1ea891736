"""Out to other programs: what, up to which class, in which language; what stays here is told before anything leaves."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.tools_choice import NamedChoice
from hrdesk.desktop.exchange.tools_words import (
    ABOUT,
    FORM_WORDS,
    LIMIT_WORDS,
    holds_words,
    language_word,
    limit_words,
    stays_words,
)
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.progress import Progress, Report
from hrdesk.exchange.tools.export import Prepared, export, prepare
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate
from hrdesk.store.reading import Reader


class ToolsOut(QWidget):
    """Writes files for other programs in another thread."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._folder = ""
        self._prepared: Prepared | None = None
        self._written: Path | None = None
        self._was_stopped = False
        self._heading, self._about = QLabel(self), QLabel(self)
        self.holds, self.stays, self.told = QLabel(self), QLabel(self), QLabel(self)
        self.form = NamedChoice(tuple(FORM_WORDS), lambda one: _(FORM_WORDS[one]), self)
        self.limit = NamedChoice(tuple(LIMIT_WORDS), lambda one: _(LIMIT_WORDS[one]), self)
        self.language = NamedChoice(LANGUAGES, lambda one: language_word(one, current().language), self)
        self.save = QPushButton(self)
        self.progress = Progress(workplace, self)
        self.limit.choose("restricted")
        self.language.choose(current().language)
        self._lay_out()
        for one in (self.form, self.limit, self.language):
            one.changed.connect(self.look)
        self.save.clicked.connect(self.ask_where)
        self.setFocusProxy(self.form.box)

    def look(self) -> None:
        """Look anew at what would leave."""
        self._written, self._was_stopped = None, False
        form, limit, language = self.form.value, self.limit.value, self.language.value

        def question(reader: Reader) -> Prepared:
            return prepare(reader, form, language, limit)

        def answered(prepared: Prepared) -> None:
            if (form, limit, language) == (self.form.value, self.limit.value, self.language.value):
                self._prepared = prepared
                self._tell()

        self._workplace.read(question, answered)
        self._tell()

    def ask_where(self) -> None:
        """Ask where, and write."""
        form, kind = self.form.value, _(FORM_WORDS[self.form.value])
        start = str(Path(self._folder) / f"{self._workplace.path.stem}-{self.limit.value}{form}")
        name, _kind = QFileDialog.getSaveFileName(self, _("Save for another program"), start, f"{kind} (*{form})")
        if name:
            path = Path(name if name.lower().endswith(form) else f"{name}{form}")
            self._folder = str(path.parent)
            self.write(path)

    def write(self, target: Path) -> None:
        """Write the file, in another thread."""
        desk, limit, language = self._workplace.desk, self.limit.value, self.language.value

        def work(report: Report) -> Prepared | None:
            if not report(0, 1):
                return None
            with desk.reader() as reader:
                return export(reader, target, language, limit)

        def answered(prepared: Prepared | None) -> None:
            self._was_stopped, self._written = prepared is None, target if prepared else None
            self._tell()

        self.progress.run(lambda: _("Writing the file"), work, answered, self._on_failed)
        self._tell()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._heading.setText(_("Out to another program"))
        self.form.say(_("Wha&t"), _("What is written"))
        self.limit.say(_("&Who may read it"), _("Who may read it"))
        self.language.say(_("Lan&guage"), _("Language of the words"))
        self.save.setText(_("Save the file…"))
        self.progress.retranslate()
        self._tell()

    def _on_failed(self, error: Exception) -> None:
        self._tell()
        self._workplace.refused.emit(error)

    def _tell(self) -> None:
        self._about.setText(_(ABOUT[self.form.value]))
        prepared = self._prepared
        self.holds.setText(holds_words(prepared) if prepared else "")
        self.stays.setText(
            "\n".join([limit_words(self.limit.value), stays_words(prepared.left)]).strip() if prepared else ""
        )
        self.told.setText("")
        if self._written is not None:
            self.told.setText(_("✓ Written: {path}", path=isolate(str(self._written))))
        elif self._was_stopped:
            self.told.setText(_("Stopped; nothing was written."))
        for label in (self.holds, self.stays, self.told):
            label.setVisible(bool(label.text()))
            label.setAccessibleName(label.text())
        self.save.setEnabled(not self.progress.is_busy)

    def _lay_out(self) -> None:
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        for label in (self._about, self.holds, self.stays, self.told):
            label.setWordWrap(True)
        line = FlowLayout()
        for part in (self.form, self.limit, self.language):
            line.addWidget(part)
        below = FlowLayout()
        below.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addLayout(line)
        for label in (self._about, self.holds, self.stays):
            layout.addWidget(label)
        layout.addLayout(below)
        layout.addWidget(self.progress)
        layout.addWidget(self.told)
