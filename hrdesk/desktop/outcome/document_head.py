"""The head of the document: its fields, and who validated the document as a whole, when, by which exact words."""

from datetime import tzinfo

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.agenda.queries import consultation
from hrdesk.desktop.notes.sitting import zone_of
from hrdesk.desktop.recommendations.deciding import CLOSED, Deciding
from hrdesk.desktop.recommendations.negotiation_rows import SHORT_HASH
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.beside import beside
from hrdesk.desktop.widgets.record_form import RecordForm
from hrdesk.language.dates import moment_text
from hrdesk.language.interface import _, current
from hrdesk.outcome.queries import document_validations
from hrdesk.recommendations.negotiation_lines import ValidationLine
from hrdesk.store.reading import Reader


class DocumentHead(QWidget):
    """Shows the fields of a document over its validations, and takes a new one down."""

    def __init__(self, workplace: Workplace, form: RecordForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.form = form
        self._held: list[ValidationLine] = []
        self._zone: tzinfo | None = None
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.button = QPushButton(self)
        self.deciding = Deciding(self)
        self.deciding.offer(CLOSED)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.deciding)
        layout.addWidget(form, 1)
        self.button.clicked.connect(self.deciding.ask)
        self.deciding.decided.connect(self._on_decided)

    def refresh(self) -> None:
        """Read in another thread who validated the document, and whether it still reads as it did then."""
        self._workplace.read(_read, lambda told: self._on_read(*told))

    def retranslate(self) -> None:
        """Set the words anew."""
        self.button.setText(_("&Validate the document…"))
        self.deciding.retranslate()
        self._say()

    def _on_decided(self, command: str, told: dict[str, str]) -> None:
        if self._workplace.run(command, item=self.form.record, **told) is not None:
            self.refresh()

    def _on_read(self, held: list[ValidationLine], zone: tzinfo | None) -> None:
        self._held, self._zone = held, zone
        self._say()

    def _say(self) -> None:
        """Tell the latest validation; of an earlier text it is said that it was of one."""
        if not self._held:
            self.told.setText(_("The document as a whole has not been validated yet."))
            return
        one, is_current = self._held[-1].validation, self._held[-1].is_current
        words = _("✓ Validated as it reads now") if is_current else _("⚠ Validated, but its text has changed since")
        by = "" if self._workplace.hall.is_on else one.validated_by or ""
        when = moment_text(one.at, current().language, self._zone) if one.at else ""
        digest = _("hash {digest}", digest=(one.text_hash or "")[:SHORT_HASH])
        self.told.setText(beside(words, by, when, digest))


def _read(reader: Reader) -> tuple[list[ValidationLine], tzinfo | None]:
    return document_validations(reader), zone_of(consultation(reader))
