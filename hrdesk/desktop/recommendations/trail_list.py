"""Where a recommendation came from and what was decided on it: its notes, one key away, and its decisions."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.cards import BODY, FOOT, RECORD, STRONG, CardDelegate, Index
from hrdesk.desktop.notes.note_model import NoteModel
from hrdesk.desktop.recommendations.trail_graph import TrailGraphView
from hrdesk.desktop.shell.hall_words import hidden_words
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.dates import moment_text
from hrdesk.language.interface import _, current
from hrdesk.notes.queries import NoteLine
from hrdesk.records import Decision


class DecisionModel(QAbstractListModel):
    """The decisions on one record: when, what, from what to what, and why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decisions: list[Decision] = []
        self._zone: tzinfo | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the decisions."""
        return 0 if parent.isValid() else len(self._decisions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the parts of a card."""
        decision = self._decisions[index.row()]
        when = moment_text(decision.at, current().language, self._zone) if decision.at else ""
        kind = choice_word(decision.decision_kind or "", "decision_kind")
        is_step = bool(decision.before or decision.after)
        what = _("{before} → {after}", before=_word(decision.before), after=_word(decision.after)) if is_step else kind
        if role == STRONG:
            return what
        if role == FOOT:
            return when
        if role == BODY:
            return decision.reason or (kind if is_step else "")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return ", ".join(part for part in (when, what, decision.reason) if part)
        return decision.id if role == RECORD else None

    def show_decisions(self, decisions: Sequence[Decision], zone: tzinfo | None) -> None:
        """Show the decisions of another record."""
        if list(decisions) != self._decisions:
            self.beginResetModel()
            self._decisions, self._zone = list(decisions), zone
            self.endResetModel()


class TrailList(QWidget):
    """The graph, the notes, the decisions. The signals carry where to go, as those of the graph do."""

    note_requested = Signal(str)
    recommendation_requested = Signal(str)
    paragraph_requested = Signal(str)
    wording_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hidden = 0
        self.graph = TrailGraphView(self)
        self.notes, self._decisions = NoteModel(self), DecisionModel(self)
        self.note_list, self._decision_list = CardList(self._on_key), CardList()
        self._notes_label, self._decisions_label = QLabel(self), QLabel(self)
        self.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.addWidget(self.graph)
        parts = (
            (self._notes_label, self.note_list, self.notes, 3),
            (self._decisions_label, self._decision_list, self._decisions, 2),
        )
        for label, cards, model, stretch in parts:
            cards.setModel(model)
            cards.setItemDelegate(CardDelegate(cards, has_foot=cards is self._decision_list))
            cards.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            cards.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
            label.setBuddy(cards)
            label.setWordWrap(True)
            layout.addWidget(label)
            layout.addWidget(cards, stretch)
        self.graph.note_requested.connect(self.note_requested)
        self.graph.recommendation_requested.connect(self.recommendation_requested)
        self.graph.paragraph_requested.connect(self.paragraph_requested)
        self.graph.wording_requested.connect(self.wording_requested)
        self.note_list.doubleClicked.connect(lambda index: self.note_requested.emit(str(index.data(RECORD))))

    @property
    def count(self) -> int:
        """Count the notes and the decisions."""
        return self.notes.rowCount() + self._decisions.rowCount()

    def show_trail(
        self, notes: Sequence[NoteLine], decisions: Sequence[Decision], zone: tzinfo | None, hidden: int = 0
    ) -> None:
        """Show the trail of another recommendation, ``hidden`` notes of which the hall may not see."""
        self._hidden = hidden
        if list(notes) != self.notes.lines:
            self.notes.show_lines(list(notes), zone)
        self._decisions.show_decisions(decisions, zone)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words anew."""
        has_notes, has_decisions = bool(self.notes.rowCount()), bool(self._decisions.rowCount())
        told = _("Made from these notes. Enter goes to one.") if has_notes else _("It was not made from a note.")
        told_hidden = hidden_words(self._hidden)
        self._notes_label.setText(" ".join((told, told_hidden)[not has_notes :]) if told_hidden else told)
        self._decisions_label.setText(_("Decisions") if has_decisions else _("Nothing was decided on it yet."))
        self.note_list.setVisible(has_notes)
        self._decision_list.setVisible(has_decisions)
        self.note_list.setAccessibleName(_("Notes it was made from"))
        self._decision_list.setAccessibleName(_("Decisions"))
        self.notes.retranslate()
        self.graph.retranslate()

    def _on_key(self, key: int) -> bool:
        if key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not (note := self.note_list.current_record()):
            return False
        self.note_requested.emit(note)
        return True


def _word(value: str | None) -> str:
    return choice_word(value) if value else "–"
