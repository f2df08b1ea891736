"""What a person writes on a session for nobody else: a draft of this desk, which no bundle and no document holds."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.notes.note_draft import private_place_of
from hrdesk.desktop.widgets.prose import Prose
from hrdesk.language.interface import _

FEWEST, MOST = 10, 22
"""Lines of the text that are seen at once."""


class PrivateNotes(QWidget):
    """One text for each session, kept as it is typed."""

    def __init__(self, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._session: str | None = None
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._told.setMargin(10)
        self.text = Prose(self, FEWEST, MOST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._told)
        layout.addWidget(self.text)
        layout.addStretch(1)
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self._on_typed)

    def open(self, session: str) -> None:
        """Show what was written on a session."""
        if session != self._session:
            self._session = None
            self.text.setText(self._drafts.held(private_place_of(session)))
            self._session = session

    def retranslate(self) -> None:
        """Set the words anew."""
        self._told.setText(
            _("Only you read this. It stays on this desk: no bundle, no document and nobody's search holds it.")
        )
        self.text.setAccessibleName(_("Private notes"))
        self.text.setAccessibleDescription(self._told.text())
        self.text.setPlaceholderText(_("For me alone"))

    def _on_typed(self) -> None:
        if self._session is not None:
            self._drafts.hold(private_place_of(self._session), self.text.text())
