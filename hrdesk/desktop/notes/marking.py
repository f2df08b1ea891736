"""Marks while typing: read out of the line when a word has been ended, shown as chips, completed from what is known."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.notes.mark_chips import Chip, MarkChips
from hrdesk.desktop.notes.mark_offers import MarkOffers
from hrdesk.desktop.notes.mark_words import MarkWords, Offer
from hrdesk.desktop.notes.typing_line import TypingLine
from hrdesk.notes.rules import marks
from hrdesk.notes.rules.marks import Known, Mark
from hrdesk.records.note import NOTE_KINDS

_OF_CHIP = {"tags": "tag", "bodies": "body"}


class Marking(QObject):
    """The marks of the note in the making. ``changed`` tells that there are others.

    ``question_told`` and ``kind_told`` carry the number, from 1, of a question or a kind that was marked.
    """

    changed = Signal()
    question_told = Signal(int)
    kind_told = Signal(int)

    def __init__(self, line: TypingLine, chosen_keys: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self._words = MarkWords()
        self._questions = 0
        self._marks: tuple[Chip, ...] = ()
        self._looked_at: frozenset[str] = frozenset()
        self.chips = MarkChips(chosen_keys, parent)
        self.offers = MarkOffers(parent)
        self.chips.removed.connect(self._on_removed)
        self.offers.taken.connect(self._on_taken)
        line.on_key = self._on_key
        line.blank_typed.connect(self._take_ended)
        line.cursorPositionChanged.connect(self._offer)
        line.textChanged.connect(self._offer)

    def know(self, words: MarkWords) -> None:
        """Know other words; marks that nobody knew before are looked up again."""
        self._words = words
        self._show(tuple(self._looked_up(kind, told) for kind, told in self._marks))
        self._offer()

    def knows(self, body: str) -> bool:
        """Tell whether a body of that name is known here."""
        return self._words.is_body(body)

    def count_questions(self, questions: int) -> None:
        """Know how many guiding questions there are."""
        self._questions = questions

    def of(self, kind: str) -> tuple[str, ...]:
        """Give what is marked: the "tags", the "bodies" or the "doubts"."""
        return tuple(told for one, told in self._marks if one == kind)

    def show(self, tags: tuple[str, ...], bodies: tuple[str, ...], doubts: tuple[str, ...]) -> None:
        """Show the marks of another note."""
        self._looked_at = frozenset()
        groups = (("tags", tags), ("bodies", bodies), ("doubts", doubts))
        self._show(tuple((kind, told) for kind, held in groups for told in held))

    def finish(self) -> str:
        """Take every mark out of the line and give the text that is left; what could not be read is told as a doubt."""
        told = marks.read(self._line.text(), self._known())
        malformed = tuple(one for one in told.malformed if one not in self._looked_at)
        if told.marks or malformed:
            self._add(told.marks, malformed)
        return told.text

    def has_doubts(self, text: str) -> bool:
        """Tell whether a text holds marks that nobody could read, were it entered now."""
        told = marks.read(text, self._known())
        chips = [self._chip(mark) for mark in told.marks if mark.kind == "body"]
        return any(kind == "doubts" for kind, _told in chips) or not self._looked_at.issuperset(told.malformed)

    def confirm(self) -> bool:
        """Take what nobody knows as it was written; tell whether there was anything to take."""
        told = marks.read(self._line.text(), self._known()).malformed
        doubts = {*self.of("doubts"), *told} - self._looked_at
        if not doubts:
            return False
        self._looked_at |= doubts
        named = [("bodies", told[1:]) for told in self.of("doubts") if told[:1] == "@" and told[1:].strip()]
        certain = tuple(chip for chip in self._marks if chip[0] != "doubts")
        self._show((*certain, *named))
        self.changed.emit()
        return True

    def retranslate(self) -> None:
        """Set the words anew."""
        self.chips.retranslate()

    def _known(self) -> Known:
        return Known(self._words.is_body, self._questions, len(NOTE_KINDS))

    def _looked_up(self, kind: str, told: str) -> Chip:
        body = self._words.body(told[1:]) if kind == "doubts" and told[:1] == "@" else None
        return ("bodies", body) if body else (kind, told)

    def _chip(self, mark: Mark) -> Chip:
        if mark.kind == "tag":
            return "tags", self._words.tag(mark.name)
        body = self._words.body(mark.name)
        return ("bodies", body) if body else ("doubts", f"@{mark.name}")

    def _add(self, told: tuple[Mark, ...], malformed: tuple[str, ...] = ()) -> None:
        for mark in told:
            if mark.kind == "question":
                self.question_told.emit(int(mark.name))
            elif mark.kind == "note_kind":
                self.kind_told.emit(int(mark.name))
        chips = [self._chip(mark) for mark in told if mark.kind in ("tag", "body")]
        chips += [("doubts", one) for one in malformed]
        self._show(tuple(dict.fromkeys((*self._marks, *chips))))
        self.changed.emit()

    def _show(self, chips: tuple[Chip, ...]) -> None:
        self._marks = tuple(dict.fromkeys(chips))
        self.chips.show_chips(self._marks)

    def _take_ended(self) -> None:
        """Take out the marks before the cursor that a blank has ended; an undo may bring one back into the text."""
        text, cursor = self._line.text(), self._cursor()
        ended = [
            place
            for place in marks.places(text, self._known())
            if place.end < cursor and text[place.end : place.end + 1].isspace()
        ]
        for place in reversed(ended):
            self._remove(text, *marks.around(text, place))
        if ended:
            self._add(tuple(place.mark for place in ended))

    def _offer(self) -> None:
        text, cursor = self._line.text(), self._cursor()
        place = marks.begun(text, cursor) if text else None
        self.offers.offer(self._words.like(place.mark.kind, place.mark.name) if place else ())

    def _on_taken(self, offer: Offer) -> None:
        """Put what was chosen in the place of what was typed of it."""
        text = self._line.text()
        place = marks.begun(text, self._cursor())
        if place is None:
            return
        self._remove(text, place.start, place.end)
        self._show((*self._marks, ("tags" if offer.kind == "tag" else "bodies", offer.told)))
        self.changed.emit()

    def _on_removed(self, place: int) -> None:
        self._show(self._marks[:place] + self._marks[place + 1 :])
        self._line.setFocus()
        self.changed.emit()

    def _on_key(self, key: int) -> bool:
        if self.offers.on_key(key):
            return True
        cursor = self._line.textCursor()
        if key != Qt.Key.Key_Backspace or cursor.position() or cursor.hasSelection() or not self._marks:
            return False
        kind, told = self._marks[-1]
        self._show(self._marks[:-1])
        name = told.partition(":")[2] if kind == "tags" else told
        cursor.insertText(marks.show_mark(Mark(_OF_CHIP[kind], name)) if kind in _OF_CHIP else told)
        self.changed.emit()
        return True

    def _cursor(self) -> int:
        """Give the place of the cursor in signs: Qt counts a sign beyond the first plane twice."""
        before = self._line.text().encode("utf-16-le")[: 2 * self._line.textCursor().position()]
        return len(before.decode("utf-16-le", "ignore"))

    def _remove(self, text: str, start: int, end: int) -> None:
        """Take a part out of the line, so that undo brings it back."""
        first, last = (len(text[:place].encode("utf-16-le")) // 2 for place in (start, end))
        cursor = QTextCursor(self._line.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
