"""The guiding questions of a session at the side of the notes: choose one to note against it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.cards import BODY, RECORD, STRONG, CardDelegate, Index
from hrdesk.language.interface import _
from hrdesk.records import GuidingQuestion


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.questions: list[GuidingQuestion] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the questions."""
        return 0 if parent.isValid() else len(self.questions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give number, text and id."""
        question = self.questions[index.row()]
        if role in (BODY, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return question.text or ""
        if role == STRONG:
            return str(index.row() + 1)
        return question.id if role == RECORD else None

    def show(self, questions: Sequence[GuidingQuestion]) -> None:
        """Show other questions."""
        self.beginResetModel()
        self.questions = list(questions)
        self.endResetModel()


class Questions(QWidget):
    """A list of questions. ``chosen`` carries the one to note against, by Enter, Space or a click."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self._list = CardList(self._on_key)
        self._list.setModel(self._model)
        self._list.setItemDelegate(CardDelegate(self._list))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.clicked.connect(self._on_clicked)
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._told.setMargin(10)
        self._told.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._told)
        layout.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def show_questions(self, questions: Sequence[GuidingQuestion]) -> None:
        """Show the questions of another session."""
        if list(questions) != self._model.questions:
            self._model.show(questions)
        self.retranslate()

    def question(self, record: str | None) -> GuidingQuestion | None:
        """Give one of the questions by its id."""
        return next((one for one in self._model.questions if one.id == record), None)

    def retranslate(self) -> None:
        """Set the words anew."""
        self._list.setAccessibleName(_("Guiding questions"))
        has_any = bool(self._model.questions)
        self._list.setVisible(has_any)
        self._told.setText(
            _("Choose a question to note against it.") if has_any else _("This session has no guiding questions.")
        )

    def _on_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._list.currentIndex().isValid():
            self._on_clicked(self._list.currentIndex())
            return True
        return False

    def _on_clicked(self, index: Index) -> None:
        self.chosen.emit(self._model.questions[index.row()])
