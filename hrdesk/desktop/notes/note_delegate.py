"""Correct a note where it stands: Enter or leaving keeps, Esc twice leaves it as it was, nothing typed is lost."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from hrdesk.desktop.notes.cards import BODY, RECORD, CardDelegate, Index
from hrdesk.desktop.notes.typing_line import TypingLine
from hrdesk.language.interface import _

_LINE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class NoteDelegate(CardDelegate):
    """Cards of notes with an editor over the text. ``typed`` tells each key for the draft: note, text, cursor."""

    typed = Signal(str, str, int)
    corrected = Signal(str, str)
    left_alone = Signal(str)
    escape_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._editor: TypingLine | None = None
        self._ready: tuple[str, int] | None = None

    def open_with(self, text: str, cursor: int) -> None:
        """Let the next editor begin with a text that a crash or a refusal left behind."""
        self._ready = (text, cursor)

    def keep(self) -> None:
        """Keep what stands in the open editor, if there is one."""
        if self._editor is not None:
            self.commitData.emit(self._editor)
            self.closeEditor.emit(self._editor)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a line over the text of the card."""
        editor = TypingLine(parent, fewest=1, most=14)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(_("Text of the note"))
        note = str(index.data(RECORD))
        self._editor = editor
        editor.entered.connect(self.keep)
        editor.escaped.connect(lambda: self._leave_alone(note))
        editor.escape_asked.connect(self.escape_asked)
        editor.destroyed.connect(self._on_gone)
        text, cursor = self._ready or (str(index.data(BODY) or ""), None)
        self._ready = None
        editor.put(text, len(text) if cursor is None else cursor)
        own = str(index.data(BODY) or "")

        def tell() -> None:
            if editor.text() != own or editor.document().isUndoAvailable():
                self.typed.emit(note, editor.text(), editor.textCursor().position())

        editor.textChanged.connect(tell)
        editor.cursorPositionChanged.connect(tell)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the text to the editor: it has it already, and what is being typed is not overwritten by a change."""

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Tell the corrected text."""
        if isinstance(editor, TypingLine):
            self.corrected.emit(str(index.data(RECORD)), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Put the editor over the text; it may reach over the cards below."""
        place = self.body_place(option)
        editor.move(place.topLeft())
        editor.setFixedWidth(place.width())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave Enter and Esc to the line itself, which asks before it throws text away."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _LINE_KEYS:
            return False
        return super().eventFilter(editor, event)

    def _leave_alone(self, note: str) -> None:
        if self._editor is not None:
            self.closeEditor.emit(self._editor, CardDelegate.EndEditHint.RevertModelCache)
        self.left_alone.emit(note)

    def _on_gone(self) -> None:
        self._editor = None
