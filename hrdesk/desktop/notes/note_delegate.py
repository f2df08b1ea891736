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
        self._opened = 0
        self._ready: tuple[str, int, str | None] | None = None
        self.stood = ""
        """The text that is being corrected."""

    def open_with(self, text: str, cursor: int, stood: str | None = None) -> None:
        """Let the next editor begin with a text that a crash or a refusal left behind; ``stood`` was corrected."""
        self._ready = (text, cursor, stood)

    def keep(self) -> None:
        """Keep what stands in the open editor, if there is one."""
        if (editor := self._taken()) is not None:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)

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
        self._opened += 1
        number = self._opened
        editor.destroyed.connect(lambda: self._on_gone(number))
        own = str(index.data(BODY) or "")
        text, cursor, stood = self._ready or (own, len(own), own)
        self._ready = None
        self.stood = own if stood is None else stood
        editor.put(text, cursor)

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
        if (editor := self._taken()) is not None:
            self.closeEditor.emit(editor, CardDelegate.EndEditHint.RevertModelCache)
        self.left_alone.emit(note)

    def _taken(self) -> TypingLine | None:
        """Give the open editor, if there is one, to be closed: it goes a little later, and is open no more."""
        editor, self._editor = self._editor, None
        return editor

    def _on_gone(self, number: int) -> None:
        """Forget an editor that the list closed by itself, unless the next one is open already."""
        if number == self._opened:
            self._editor = None
