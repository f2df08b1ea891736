"""The vocabularies that recommendations are described by: shipped ones with version and source, and the desk's own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.cards import ASIDE, BODY, FOOT, RECORD, STRONG, CardDelegate, Index
from hrdesk.desktop.recommendations.tag_words import SCHEMES
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.beside import beside
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _, current, plural_
from hrdesk.notes.terms import FILES, Term, read_vocabulary, term_of, terms
from hrdesk.recommendations.vocabularies import areas
from hrdesk.records import Recommendation, Tag, Tagging
from hrdesk.store.reading import Reader

AREAS = "area"
"""Chosen in a field of the recommendation and no tags; nothing is added to them on one desk alone."""


@dataclass(frozen=True)
class Word:
    """A word of a vocabulary: the id of its tag, its words, how often it is used, whether it was shipped."""

    tag: str
    word: str
    others: str = ""
    uses: int = 0
    is_shipped: bool = False


class WordModel(QAbstractListModel):
    """The words of one vocabulary."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words: list[Word] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the words."""
        return 0 if parent.isValid() else len(self.words)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the parts of a card, and the whole of it as one sentence to a screen reader."""
        if not index.isValid() or index.row() >= len(self.words):
            return None
        one = self.words[index.row()]
        used = plural_("used {number} time", "used {number} times", one.uses)
        aside = (_("shipped") if one.is_shipped else _("of this desk"), used)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join((one.word, *aside))
        return {STRONG: one.word, ASIDE: beside(*aside), BODY: one.others, FOOT: None, RECORD: one.tag}.get(role)

    def show_words(self, words: Sequence[Word]) -> None:
        """Show other words."""
        if list(words) != self.words:
            self.beginResetModel()
            self.words = list(words)
            self.endResetModel()


class VocabularyPage(QWidget):
    """Shows one vocabulary at a time. ``closed`` comes with Escape."""

    closed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._uses: Counter[str] = Counter()
        self._tags: list[Tag] = []
        self._renamed = ""
        self.scheme = ListBox(self)
        self.model = WordModel(self)
        self.list = CardList(self._on_key)
        self.source = QLabel(self)
        self.line = QLineEdit(self)
        self.add, self.back = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.scheme.activated.connect(lambda _place: self._show())
        self.line.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.back.clicked.connect(self.closed)
        self.setFocusProxy(self.list)
        self.retranslate()

    def refresh(self) -> None:
        """Read in another thread which words there are and how often they are used."""
        self._workplace.read(_read, lambda told: self._on_read(*told))

    def retranslate(self) -> None:
        """Set the words anew."""
        held = self.scheme.currentData()
        self.scheme.clear()
        for scheme in (*SCHEMES, AREAS):
            word = _("Area of cooperation") if scheme == AREAS else choice_word(scheme, "scheme")
            self.scheme.addItem(word, scheme)
        self.scheme.setCurrentIndex(max(self.scheme.findData(held), 0))
        self.scheme.setAccessibleName(_("Vocabulary"))
        self.list.setAccessibleName(_("Words of the vocabulary"))
        self.line.setAccessibleName(_("A word of your own"))
        self.back.setText(_("&Back"))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.source.setWordWrap(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(self.list, most=3))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.add)
        row.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(self.scheme)
        layout.addWidget(self.source)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)

    def _on_read(self, tags: list[Tag], uses: Counter[str]) -> None:
        self._tags, self._uses = tags, uses
        self._show()

    def _show(self) -> None:
        scheme = str(self.scheme.currentData())
        language = current().language
        shipped: Sequence[Term] = areas() if scheme == AREAS else terms(scheme)
        words = [
            Word(one.tag or one.key, one.word(language), _others(one, language), self._uses[one.tag or one.key], True)
            for one in shipped
        ]
        own = [one for one in self._tags if one.scheme == scheme and term_of(one.id) is None]
        words += [Word(one.id, one.name or "", "", self._uses[one.id]) for one in own]
        self.model.show_words(words)
        self._say(scheme)

    def _say(self, scheme: str) -> None:
        """Tell version and source, and what can be done here."""
        name = "areas" if scheme == AREAS else FILES.get(scheme, "")
        told = read_vocabulary(name) if name else {}
        self.source.setText(
            _("Version {version}. Source: {source}", version=told["version"], source=told["source"])
            if told
            else _("Words of this desk alone; they travel with its bundles.")
        )
        is_open = scheme != AREAS
        self.line.setVisible(is_open)
        self.add.setVisible(is_open)
        self.line.setPlaceholderText(
            _("The new wording") if self._renamed else _("Add a word; F2 or Enter renames your own, Delete removes it")
        )
        self.add.setText(_("&Rename") if self._renamed else _("&Add"))

    def _on_add(self) -> None:
        """Add the word that was typed, or give it to the one that is being renamed."""
        word, renamed = self.line.text().strip(), self._renamed
        if not word:
            return
        made = (
            self._workplace.run("rename-word", tag=renamed, name=word)
            if renamed
            else self._workplace.run("add-word", scheme=self.scheme.currentData(), name=word)
        )
        if made is not None:
            self._renamed = ""
            self.line.clear()
            self.refresh()

    def _on_key(self, key: int) -> bool:
        place = self.list.currentIndex().row()
        one = self.model.words[place] if 0 <= place < len(self.model.words) else None
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif one is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not one.is_shipped:
            self._renamed = one.tag
            self.line.setText(one.word)
            self.line.selectAll()
            self.line.setFocus()
            self._say(str(self.scheme.currentData()))
        elif one is not None and key == Qt.Key.Key_Delete:
            if self._workplace.run("delete-word", tag=one.tag) is not None:
                self.refresh()
        else:
            return False
        return True


def _others(term: Term, language: str) -> str:
    return beside(*(word for spoken, word in term.words.items() if spoken != language))


def _read(reader: Reader) -> tuple[list[Tag], Counter[str]]:
    uses = Counter(one.tag or "" for one in reader.every(Tagging))
    uses.update(one.area or "" for one in reader.every(Recommendation))
    return reader.every(Tag), uses
