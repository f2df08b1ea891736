"""One control for each type of field: it shows a value, gives it back, and tells when a person has left it."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hrdesk.desktop.widgets.list_box import ListBox
from hrdesk.desktop.widgets.prose import Prose, direction_of
from hrdesk.desktop.widgets.vocabulary import choice_word, class_word
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _, current
from hrdesk.language.names import language_name, own_name
from hrdesk.records import FieldInfo, Value

__all__ = [
    "ChoiceEntry",
    "Entry",
    "LanguageEntry",
    "LineEntry",
    "ListBox",
    "NumberEntry",
    "ReferenceEntry",
    "YesNoEntry",
    "entry_for",
]

LARGEST = 2**31 - 1


class Entry(QObject):
    """A control for one field. ``left`` tells that a person has finished with it; ``widget`` is what is shown."""

    left = Signal()

    def __init__(self, info: FieldInfo, widget: QWidget) -> None:
        super().__init__(widget)
        self.info = info
        self.widget = widget
        widget.setObjectName(f"field-{info.name}")

    def value(self) -> Value:
        """Give what stands in the control."""
        raise NotImplementedError

    def show_value(self, value: Value) -> None:
        """Show ``value`` without telling anybody."""
        raise NotImplementedError

    def is_valid(self) -> bool:
        """Tell whether what stands in the control can be kept."""
        return True

    def why_not(self) -> str:
        """Say why what stands in the control cannot be kept."""
        return ""

    def set_read_only(self, fixed: bool) -> None:
        """Show without letting anybody edit; text can still be selected and read."""
        if isinstance(self.widget, QLineEdit | Prose):
            self.widget.setReadOnly(fixed)
        else:
            self.widget.setEnabled(not fixed)

    def tell_why_empty(self, why: str) -> None:
        """Say in the empty control why nothing stands there; nothing to say is an empty text."""
        if isinstance(self.widget, QLineEdit | Prose | QComboBox):
            self.widget.setPlaceholderText(why)
        self.widget.setAccessibleDescription(why)

    def retranslate(self) -> None:
        """Set the words anew."""


class LineEntry(Entry):
    """A text of one line."""

    def __init__(self, info: FieldInfo, parent: QWidget) -> None:
        self._line = QLineEdit(parent)
        super().__init__(info, self._line)
        self._line.editingFinished.connect(self.left)
        self._line.textChanged.connect(self._on_changed)

    def value(self) -> Value:
        """Give the text; spaces around it belong to nobody."""
        return self._line.text().strip() or None

    def show_value(self, value: Value) -> None:
        """Show the text from its start."""
        text = "" if value is None else str(value)
        if self._line.text() != text:
            self._line.setText(text)
            self._line.setCursorPosition(0)

    def _on_changed(self, text: str) -> None:
        """Let a text stand on the side where its own letters begin."""
        runs = direction_of(text, self._line.layoutDirection())
        right = runs == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class NumberEntry(LineEntry):
    """A whole number, or nothing."""

    def __init__(self, info: FieldInfo, parent: QWidget) -> None:
        super().__init__(info, parent)
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self._line.setMaxLength(10)

    def value(self) -> Value:
        """Give the number; figures of any script are read."""
        text = self._line.text().strip()
        return int(text) if text and self.is_valid() else None

    def is_valid(self) -> bool:
        """Tell whether it is a whole number that can be kept."""
        text = self._line.text().strip()
        if not text:
            return True
        try:
            return 0 <= int(text) <= LARGEST
        except ValueError:
            return False

    def why_not(self) -> str:
        """Say what it takes."""
        return _("This takes a whole number. It is not kept yet; please correct it.")


class ProseEntry(Entry):
    """A text of several lines, or one paragraph of them."""

    def __init__(self, info: FieldInfo, parent: QWidget) -> None:
        self._prose = Prose(parent) if info.long else Prose(parent, fewest=1, most=4, one_paragraph=True)
        super().__init__(info, self._prose)
        self._prose.left.connect(self.left)

    def value(self) -> Value:
        """Give the text."""
        return self._prose.text().strip() or None

    def show_value(self, value: Value) -> None:
        """Show the text."""
        self._prose.setText("" if value is None else str(value))


class ChosenEntry(Entry):
    """A value out of a list; what a newer desk wrote is kept and shown as it is."""

    def __init__(self, info: FieldInfo, parent: QWidget) -> None:
        self._box = ListBox(parent)
        super().__init__(info, self._box)
        self._box.activated.connect(self._on_activated)

    def offers(self) -> Iterable[tuple[str, Value]]:
        """List what can be chosen: word and value, the empty one first."""
        raise NotImplementedError

    def value(self) -> Value:
        """Give the value chosen."""
        held: Value = self._box.currentData()
        return held

    def show_value(self, value: Value) -> None:
        """Show the value, among the offers or as one more."""
        place = next((at for at in range(self._box.count()) if self._same(self._box.itemData(at), value)), -1)
        if place < 0:
            self._box.addItem(self.stranger(value), value)
            place = self._box.count() - 1
        self._box.setCurrentIndex(place)

    def tell_why_empty(self, why: str) -> None:
        """Say it in place of the empty choice."""
        super().tell_why_empty(why)
        if why and self.value() is None:
            self._box.setCurrentIndex(-1)

    def stranger(self, value: Value) -> str:
        """Give the words for a value that is not offered."""
        return str(value)

    def retranslate(self) -> None:
        """Fill the list anew and keep what was chosen."""
        held, was_filled = self._box.currentData(), bool(self._box.count())
        self._box.clear()
        for word, value in self.offers():
            self._box.addItem(word, value)
        self.show_value(held if was_filled else None)

    def _same(self, one: Value, other: Value) -> bool:
        return one == other and type(one) is type(other)

    def _on_activated(self, _place: int) -> None:
        self.left.emit()


class ChoiceEntry(ChosenEntry):
    """One of the choices that the declaration names."""

    def offers(self) -> Iterable[tuple[str, Value]]:
        """Say what counts where nobody has said anything."""
        info = self.info
        yield (_("Not said (counts as: {word})", word=self._word(info.unsaid)) if info.unsaid else "–"), None
        for value in info.choices:
            yield self._word(value), value

    def _word(self, value: str) -> str:
        return class_word(value) if self.info.name == "sensitivity" else choice_word(value, self.info.name)


class YesNoEntry(ChosenEntry):
    """Yes, no, or nobody knows."""

    def offers(self) -> Iterable[tuple[str, Value]]:
        """Offer all three."""
        return ((_("Not said"), None), (_("Yes"), True), (_("No"), False))


class LanguageEntry(ChosenEntry):
    """One of the six languages, named in the language of the window."""

    def offers(self) -> Iterable[tuple[str, Value]]:
        """Offer the six by name."""
        yield "–", None
        for language in LANGUAGES:
            name = language_name(language, current().language)
            yield name[:1].upper() + name[1:], language

    def stranger(self, value: Value) -> str:
        """Name a language by its own name where it is one of the six."""
        return own_name(str(value)) if value in LANGUAGES else str(value)


class ReferenceEntry(ChosenEntry):
    """Another record, by the line that names it."""

    def __init__(self, info: FieldInfo, parent: QWidget) -> None:
        super().__init__(info, parent)
        self._targets: list[tuple[str, str]] = []

    def offer(self, targets: list[tuple[str, str]]) -> None:
        """Offer these records, as (id, title)."""
        if targets != self._targets or not self._box.count():
            self._targets = targets
            self.retranslate()

    def offers(self) -> Iterable[tuple[str, Value]]:
        """Offer the records, and none."""
        yield "–", None
        for record, title in self._targets:
            yield title, record

    def stranger(self, value: Value) -> str:  # noqa: ARG002 - an id says nothing to a person
        """Say that the record is not here, rather than show its id."""
        return _("(not in this desk)")


def entry_for(info: FieldInfo, parent: QWidget) -> Entry:
    """Make the control that fits a field; what is printed one day (titles, names) wraps instead of hiding its end."""
    if info.refers_to:
        return ReferenceEntry(info, parent)
    if info.choices:
        return ChoiceEntry(info, parent)
    if info.type == "yes_no":
        return YesNoEntry(info, parent)
    if info.type == "number":
        return NumberEntry(info, parent)
    if info.name in ("language", "adopted_language", "spoken_language"):
        return LanguageEntry(info, parent)
    return ProseEntry(info, parent) if info.long or info.translatable else LineEntry(info, parent)
