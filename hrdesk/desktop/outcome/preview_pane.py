"""The preview with what belongs to it: its language, its size, the report on it, and writing it to PDF."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from hrdesk.agenda.queries import consultation
from hrdesk.desk import Announcement
from hrdesk.desktop.outcome.export_bar import ExportBar
from hrdesk.desktop.outcome.papers_bar import PapersBar
from hrdesk.desktop.outcome.preview import Preview
from hrdesk.desktop.outcome.proof import Proof, make_proof
from hrdesk.desktop.outcome.report_words import length_line, report_lines
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _, current
from hrdesk.language.names import language_name
from hrdesk.records import OutcomeDocument
from hrdesk.store.reading import Reader

PAUSE = 350
"""Milliseconds of rest after a change before the document is set anew."""


class PreviewPane(QWidget):
    """Shows the document in one language as it will be printed. ``pointed`` carries the paragraph pointed at."""

    pointed = Signal(str)
    shown = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._proof: Proof | None = None
        self._record = ""
        self._is_sought = False
        self._is_making = False
        self._is_due = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._make)
        self.language = ListBox(self)
        self.preview = Preview(workplace.start, self)
        self.export = ExportBar(workplace, self)
        self.papers = PapersBar(workplace, self)
        self.report = QLabel(self)
        self.length = QLabel(self)
        self._label = QLabel(self)
        self._page = QLabel(self)
        self._smaller, self._fit, self._larger = QToolButton(self), QToolButton(self), QToolButton(self)
        self._lay_out()
        self._fill_languages()
        self.use_language(workplace.ask(_original))
        self.export.use_language(LANGUAGES[self.language.currentIndex()])
        self.language.currentIndexChanged.connect(self._on_language)
        self.preview.pointed.connect(self._on_pointed)
        self.preview.looked.connect(lambda _page: self._tell_page())
        self.preview.zoomed.connect(self._tell_page)
        self._smaller.clicked.connect(lambda: self.preview.zoom(-1))
        self._fit.clicked.connect(lambda: self.preview.zoom(0))
        self.export.papers_requested.connect(self.ask_for_paper)
        self._larger.clicked.connect(lambda: self.preview.zoom(1))

    @property
    def proof(self) -> Proof | None:
        """Give the proof that is shown."""
        return self._proof

    def use_language(self, language: str) -> None:
        """Show the document in another language."""
        self.language.setCurrentIndex(LANGUAGES.index(language))

    def refresh(self) -> None:
        """Set the document anew after a short rest; while it is not in sight it waits until it is."""
        self._is_due = True
        if self.isVisible():
            self._pause.start()

    def hear(self, announcement: Announcement) -> None:
        """Follow what changed in the desk."""
        self.refresh()
        self.papers.hear(announcement)

    def ask_for_paper(self, kind: str = "", session: str = "") -> None:
        """Ask for another paper than the document: of which kind, and of which session if that is known."""
        self.papers.ask(LANGUAGES[self.language.currentIndex()], kind, session)

    def mark(self, record: str) -> None:
        """Show where a paragraph stands; one that is on no page yet is gone to when it is."""
        if record != self._record:  # the same one, read anew, must not pull away whoever reads elsewhere
            self._record = record
            self._is_sought = True
            self._mark()

    def _mark(self) -> None:
        place = self._proof.place_of(self._record) if self._proof else None
        if place is not None:
            self.preview.show_place(place.page, place.down, going_there=self._is_sought)
            self._is_sought = False

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was out of sight."""
        super().showEvent(event)
        if self._is_due:
            self._pause.start(0)

    def retranslate(self) -> None:
        """Set the words anew."""
        self._label.setText(_("Preview:"))
        self.language.setAccessibleName(_("Language of the preview"))
        self.preview.setAccessibleName(_("Preview of the document"))
        for button, sign, words in (
            (self._smaller, "−", _("Smaller pages (−)")),
            (self._fit, "↔", _("As wide as the window (0)")),
            (self._larger, "+", _("Larger pages (+)")),
        ):
            button.setText(sign)
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._fill_languages()
        self.export.retranslate()
        self.papers.retranslate()
        self._tell()

    def _make(self) -> None:
        """Make a proof in another thread; one at a time, the newest wish last."""
        if self._is_making:
            return
        self._is_making, self._is_due = True, False
        language, desk = LANGUAGES[self.language.currentIndex()], self._workplace.desk

        def work() -> Proof:
            with desk.reader() as reader:
                return make_proof(reader, language)

        self._workplace.start(work, self._on_made, self._on_failed)
        self._tell_page()

    def _on_made(self, proof: Proof) -> None:
        self._is_making = False
        self._proof = proof
        self.preview.show_pages(proof.pages)
        self._tell()
        self._mark()
        self.shown.emit()
        if self._is_due:
            self._make()

    def _on_failed(self, error: Exception) -> None:
        self._is_making = False
        self._page.clear()
        self._workplace.refused.emit(error)

    def _on_language(self, _place: int) -> None:
        self.export.use_language(LANGUAGES[self.language.currentIndex()])
        self._is_due = True
        self._pause.start(0)

    def _on_pointed(self, page: int, down: float) -> None:
        record = self._proof.record_at(page, down) if self._proof else None
        if record:
            self.pointed.emit(record)

    def _tell(self) -> None:
        """Say how the document stands."""
        proof = self._proof
        lines = report_lines(proof.report, proof.missing) if proof else []
        if proof and not lines and proof.report.texts:
            lines = [_("✓ Complete in this language: nothing is missing, left out or out of date.")]
        self.report.setText("\n".join(lines))
        self.report.setVisible(bool(lines))
        self.report.setAccessibleName(self.report.text())
        self.length.setText(length_line(proof) if proof else "")
        self.length.setAccessibleName(self.length.text())
        self._tell_page()

    def _tell_page(self) -> None:
        preview = self.preview
        if self._is_making and self._proof is None:
            self._page.setText(_("Setting the pages…"))
        elif preview.page_count:
            told = _("Page {page} of {count}", page=preview.page + 1, count=preview.page_count)
            self._page.setText(f"{told}  ·  {preview.percent}%")

    def _fill_languages(self) -> None:
        place = max(self.language.currentIndex(), 0) if self.language.count() else LANGUAGES.index("en")
        self.language.blockSignals(True)
        self.language.clear()
        for language in LANGUAGES:
            name = language_name(language, current().language)
            self.language.addItem(name[:1].upper() + name[1:], language)
        self.language.setCurrentIndex(place)
        self.language.blockSignals(False)

    def _lay_out(self) -> None:
        self._label.setBuddy(self.language)
        self.report.setWordWrap(True)
        self.length.setWordWrap(True)
        for told in (self.length, self._page):
            told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._label)
        line.addWidget(self.language)
        line.addSpacing(8)
        for button in (self._smaller, self._fit, self._larger):
            button.setMinimumWidth(30)
            line.addWidget(button)
        self._page.setWordWrap(True)
        line.addWidget(self._page, 1)
        below = QHBoxLayout()
        below.addWidget(self.length, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.report)
        layout.addLayout(below)
        layout.addWidget(self.export)
        layout.addWidget(self.papers)


def _original(reader: Reader) -> str:
    """Give the language in which the document is written, which is looked at first."""
    held = next(iter(reader.every(OutcomeDocument)), None) or consultation(reader)
    return held.language if held and held.language in LANGUAGES else "en"
