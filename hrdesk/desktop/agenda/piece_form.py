"""The fields of one piece of a concept note before it is saved: all of its noun, the empty ones too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QWidget

from hrdesk.desktop.agenda.understood import Piece, Understood
from hrdesk.desktop.widgets.entries import Entry, LineEntry, ReferenceEntry, entry_for
from hrdesk.desktop.widgets.form_row import LABEL_WIDTH
from hrdesk.desktop.widgets.record_form import FREE_LANGUAGE, ORDER_FIELD
from hrdesk.language.interface import _
from hrdesk.records import KINDS


class PieceForm(QScrollArea):
    """Writes into the piece as soon as a field is left; ``corrected`` carries its key."""

    corrected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._piece: Piece | None = None
        self._rows: list[tuple[QLabel, Entry]] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_piece(self, piece: Piece | None, understood: Understood) -> None:
        """Show a piece; what was typed in the one before is kept first."""
        self.leave()
        self._piece = piece
        page = QWidget(self)
        layout = QFormLayout(page)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows = []
        if piece is not None:
            # What the note says comes first; what it does not say can be added below.
            declared = [info for info in KINDS[piece.kind].declared if info.name != ORDER_FIELD]
            for info in sorted(declared, key=lambda info: info.name not in piece.values):
                is_free = info.name == "language" and piece.kind == FREE_LANGUAGE
                entry = LineEntry(info, page) if is_free else entry_for(info, page)
                entry.retranslate()
                if isinstance(entry, ReferenceEntry):
                    entry.offer(understood.titles(info.refers_to, piece.key))
                entry.show_value(piece.values.get(info.name))
                label = QLabel(page)
                label.setBuddy(entry.widget)
                label.setWordWrap(True)
                label.setFixedWidth(LABEL_WIDTH)
                layout.addRow(label, entry.widget)
                entry.left.connect(lambda entry=entry: self._keep(entry))
                self._rows.append((label, entry))
        self.setWidget(page)
        self.retranslate()

    def leave(self) -> None:
        """Keep the field being typed in."""
        for _label, entry in self._rows:
            if entry.widget.hasFocus():
                self._keep(entry)

    def retranslate(self) -> None:
        """Set every word anew."""
        for label, entry in self._rows:
            label.setText(f"{_(entry.info.label)}:")
            entry.widget.setAccessibleName(_(entry.info.label))
            entry.retranslate()

    def _keep(self, entry: Entry) -> None:
        if self._piece is None or not entry.is_valid():
            return
        value = entry.value()
        if value != self._piece.values.get(entry.info.name):
            self._piece.values[entry.info.name] = value
            self.corrected.emit(self._piece.key)
