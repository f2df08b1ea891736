"""A concept note and what was understood of it, side by side, before anything is saved."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hrdesk.agenda.concept_note import ConceptNote, read_concept_note
from hrdesk.desktop.agenda.note_text import NoteText
from hrdesk.desktop.agenda.outline import HEADINGS
from hrdesk.desktop.agenda.piece_form import PieceForm
from hrdesk.desktop.agenda.understood import Piece, Understood
from hrdesk.desktop.shell.jobs import Jobs
from hrdesk.desktop.shell.page import ReadingPage
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.files.document import ForeignText, Line, read_document
from hrdesk.language.interface import _, plural_

KEY, LINE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class NotePage(ReadingPage):
    """The note on one side; on the other the entries, and the fields of the one that is chosen."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._name = ""
        self._note = ConceptNote((), ())
        self._understood = Understood()
        self._heading = QLabel(self)
        self._heading.setWordWrap(True)
        self._text = NoteText(self)
        self._text.line_chosen.connect(self._on_line)
        self._list = QTreeWidget(self)
        self._list.setHeaderHidden(True)
        self._list.setUniformRowHeights(True)
        make_roomy(self._list)
        self._list.currentItemChanged.connect(self._on_current)
        self._list.itemChanged.connect(self._on_checked)
        self._form = PieceForm(self)
        self._form.corrected.connect(self._on_corrected)
        self._keep = QPushButton(self)
        self._keep.setDefault(True)
        self._keep.clicked.connect(self._on_keep)
        self._back = QPushButton(self)
        self._back.clicked.connect(self.given_up)
        self._lay_out()
        self.retranslate()

    @property
    def title(self) -> str:
        """Give the title that was understood, for the name of the file."""
        first = next((one for one in self._understood.pieces if one.kind == "consultation"), None)
        return str((first.values.get("title") or first.values.get("theme") if first else "") or self._name)

    def read(self, path: Path) -> None:
        """Read a note in another thread and show what was understood."""
        self._name = path.stem
        self._keep.setEnabled(False)
        self._heading.setText(_("Reading {name} …", name=path.name))
        self._text.show_lines((), ())
        self._list.clear()
        self._form.show_piece(None, self._understood)

        def work() -> tuple[ForeignText, ConceptNote]:
            text = read_document(path)
            return text, read_concept_note(text)

        self._jobs.start(work, lambda read: self.show_note(*read), self.failed.emit)

    def show_note(self, text: ForeignText, note: ConceptNote) -> None:
        """Show a note and what was understood of it."""
        self._note = note
        self._understood = Understood.of(note)
        self._text.show_lines(text.lines, [line.number for line in note.leftover if line.text.strip()])
        self._keep.setEnabled(True)
        self._fill()
        self.retranslate()
        self._list.setFocus()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._text.setAccessibleName(_("Text of the concept note"))
        self._list.setAccessibleName(_("What was understood"))
        self._keep.setText(_("Keep as a new desk…"))
        self._back.setText(_("Back, keep nothing"))
        self._form.retranslate()
        if self._understood.pieces:
            found = len(self._understood.pieces)
            left = len(self._leftover())
            understood = plural_("{number} entry was understood.", "{number} entries were understood.", found)
            missed = plural_(
                "{number} line was not, and is marked “?”.", "{number} lines were not, and are marked “?”.", left
            )
            advice = _("Correct or untick what is wrong; nothing is saved yet.")
            self._heading.setText(f"<b>{understood}</b> {missed} {advice}")
            for top in self._tops():
                self._word_heading(top)

    def _fill(self) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for kind in (*HEADINGS, ""):
            pieces = [one for one in self._understood.pieces if one.kind == kind]
            lines = self._leftover() if not kind else []
            if not pieces and not lines:
                continue
            top = QTreeWidgetItem(self._list)
            top.setData(0, KEY, kind)
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            for piece in pieces:
                item = QTreeWidgetItem(top)
                item.setData(0, KEY, piece.key)
                item.setCheckState(0, Qt.CheckState.Checked)
                self._word(item, piece)
            for line in lines:
                item = QTreeWidgetItem(top, [f"{line.number}: {shortened(line.text)}"])
                item.setData(0, LINE, line.number)
                item.setToolTip(0, line.text)
            top.setExpanded(bool(kind))
            self._word_heading(top)
        self._list.blockSignals(False)
        first = self._list.topLevelItem(0)
        if first is not None:
            self._list.setCurrentItem(first.child(0) or first)

    def _word(self, item: QTreeWidgetItem, piece: Piece) -> None:
        first, last = piece.lines
        title = self._understood.title(piece)
        if first == last:
            words = _("{title}  (line {line})", title=title, line=str(first))
        else:
            words = _("{title}  (lines {lines})", title=title, lines=f"{first}–{last}")
        item.setText(0, words)
        item.setToolTip(0, title)

    def _word_heading(self, top: QTreeWidgetItem) -> None:
        kind = str(top.data(0, KEY))
        heading = _(HEADINGS[kind]) if kind else _("Not understood")
        top.setText(0, _("{heading} ({number})", heading=heading, number=top.childCount()))

    def _leftover(self) -> list[Line]:
        return [line for line in self._note.leftover if line.text.strip()]

    def _on_current(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        piece = self._understood.piece(str(item.data(0, KEY) or ""))
        line = item.data(0, LINE)
        if line:
            self._text.mark(line, line)
        elif piece is not None:
            self._text.mark(*piece.lines)
        self._form.show_piece(piece, self._understood)

    def _on_checked(self, item: QTreeWidgetItem) -> None:
        piece = self._understood.piece(str(item.data(0, KEY) or ""))
        if piece is not None:
            piece.taken = item.checkState(0) == Qt.CheckState.Checked

    def _on_corrected(self, key: str) -> None:
        item, piece = self._item(key), self._understood.piece(key)
        if item is not None and piece is not None:
            self._list.blockSignals(True)
            self._word(item, piece)
            self._list.blockSignals(False)

    def _on_line(self, number: int) -> None:
        """Go to what was read from a line."""
        piece = self._understood.at_line(number)
        item = self._item(piece.key) if piece is not None else None
        if item is not None and item is not self._list.currentItem():
            self._list.setCurrentItem(item)

    def _item(self, key: str) -> QTreeWidgetItem | None:
        below = [top.child(at) for top in self._tops() for at in range(top.childCount())]
        return next((item for item in below if item is not None and item.data(0, KEY) == key), None)

    def _tops(self) -> list[QTreeWidgetItem]:
        tops = [self._list.topLevelItem(at) for at in range(self._list.topLevelItemCount())]
        return [top for top in tops if top is not None]

    def _on_keep(self) -> None:
        self._form.leave()
        self.kept.emit(self._understood.handed_over())

    def _lay_out(self) -> None:
        right = QSplitter(Qt.Orientation.Vertical, self)
        right.addWidget(self._list)
        right.addWidget(self._form)
        right.setSizes([320, 320])
        right.setChildrenCollapsible(False)
        sides = QSplitter(self)
        sides.addWidget(self._text)
        sides.addWidget(right)
        sides.setSizes([560, 640])
        sides.setChildrenCollapsible(False)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._back)
        top.addWidget(self._keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addLayout(top)
        layout.addWidget(sides, 1)
        self.setFocusProxy(self._list)
