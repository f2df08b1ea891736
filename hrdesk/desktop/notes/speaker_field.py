"""The field for who speaks: two letters find a person or delegation, and a name that nobody knows is kept as heard."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from hrdesk.desktop.widgets.list_box import ListBox
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.desktop.widgets.titles import person_title
from hrdesk.language.folding import fold
from hrdesk.language.interface import _
from hrdesk.records import Person
from hrdesk.records.disclosure import may_be_named

LETTERS = 2
"""Letters after which names are offered."""

MOST = 12
"""Names offered at once."""


def found_names(names: Sequence[str], typed: str) -> list[str]:
    """Give the names in which every typed word begins a word, those that begin with the first one in front."""
    words = fold(typed).split()
    if not words or len("".join(words)) < LETTERS:
        return []
    found = [(name, fold(name)) for name in names]
    fitting = [
        (not folded.startswith(words[0]), name)
        for name, folded in found
        if all(any(part.startswith(word) for part in folded.split()) for word in words)
    ]
    return [name for _rank, name in sorted(fitting, key=lambda one: one[0])][:MOST]


class SpeakerField(ListBox):
    """A list of people and delegations to type into. ``chosen`` tells that another speaker stands there."""

    chosen = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit(self)
        self.setLineEdit(self._line)
        self.setInsertPolicy(ListBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(18)
        self._names: dict[str, str] = {}
        self._offered: list[str] = []
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self._found = QListView(self)
        completer.setPopup(self._found)
        make_roomy(self._found)
        completer.activated.connect(self._on_completed)
        self._line.textEdited.connect(self._on_edited)
        self._line.textChanged.connect(lambda _text: self.chosen.emit())

    def offer(self, people: Sequence[Person], *, to_hall: bool = False) -> None:
        """Offer these people; who stands in the field stays.

        While the hall sees the window it is offered nobody who may not be named; who stands there already is shown
        without a name.
        """
        typed, there = self.currentText(), self.speaker()[0]
        self._names, self._offered = {}, []
        for person in people:
            may_be_offered = not to_hall or may_be_named((), person)
            name = person_title(person) if may_be_offered else _("Name not shown")
            while name in self._names:
                name += " ·"  # two people of one name stay two
            if name:
                self._names[name] = person.id
            if name and may_be_offered:
                self._offered.append(name)
        if to_hall:
            self._offers.setStringList([])  # a list that stands open goes
            self._found.hide()
        self.blockSignals(True)
        self.clear()
        self.addItems(sorted(self._offered, key=fold))
        self.setCurrentIndex(-1)
        self.setEditText(self._name_of(there) or typed)
        self.blockSignals(False)

    def speaker(self) -> tuple[str | None, str | None]:
        """Give the person's id, or else the words as heard."""
        typed = " ".join(self.currentText().split())
        if not typed:
            return None, None
        plain = fold(typed)
        known = self._names.get(typed) or next((one for name, one in self._names.items() if fold(name) == plain), None)
        return (known, None) if known else (None, typed)

    def show_speaker(self, person: str | None, label: str | None) -> None:
        """Show a person by id, or the words as heard."""
        self.setEditText(self._name_of(person) or label or "")

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("Speaker"))
        self._line.setAccessibleName(_("Speaker"))
        self._found.setAccessibleName(_("Speaker"))
        self._line.setPlaceholderText(_("Speaker: two letters are enough"))
        self.setToolTip(_("Who speaks. A name that is not in the list is kept as you heard it."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the line with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._complete_single()
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select what stands there, so that the next name replaces it."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason):
            self._line.selectAll()

    def _name_of(self, person: str | None) -> str:
        return next((name for name, one in self._names.items() if one == person), "") if person else ""

    def _complete_single(self) -> None:
        """Take the one name that the typed letters can mean."""
        typed = self.currentText()
        found = found_names(self._offered, typed)
        if len(found) == 1 and self.speaker()[0] is None:
            self.setEditText(found[0])

    def _on_edited(self, typed: str) -> None:
        self._offers.setStringList(found_names(self._offered, typed))

    def _on_completed(self, name: str) -> None:
        self.setEditText(name)
        self.entered.emit()
