"""The kinds a note may be of, as buttons in a row, each with its number; one of them is always chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from hrdesk.desktop.shell.action import key_word
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _
from hrdesk.records.note import NOTE_KINDS

PLAIN_KIND = NOTE_KINDS[-1]
"""The kind a note has until a person says another: "other"."""


class KindRow(QWidget):
    """``changed`` tells that another kind was chosen; ``chosen_keys`` are the keys that a person chose."""

    changed = Signal()

    def __init__(self, chosen_keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen_keys = chosen_keys
        self._kinds = QButtonGroup(self)
        row = FlowLayout(self, gap=4)
        for place in range(len(NOTE_KINDS)):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setAutoRaise(False)
            self._kinds.addButton(button, place)
            row.addWidget(button)
        self.check(PLAIN_KIND)
        self._kinds.idToggled.connect(self._on_kind)

    @property
    def kind(self) -> str:
        """Give the kind that is chosen."""
        return NOTE_KINDS[self._kinds.checkedId()]

    def check(self, kind: str) -> None:
        """Choose a kind; one that this version does not know is as good as none."""
        self.choose(NOTE_KINDS.index(kind) if kind in NOTE_KINDS else len(NOTE_KINDS) - 1)

    def choose(self, place: int) -> None:
        """Choose a kind by its place."""
        self._kinds.button(place).setChecked(True)

    def retranslate(self) -> None:
        """Set the words anew."""
        self._name()
        for place, kind in enumerate(NOTE_KINDS):
            button = self._kinds.button(place)
            button.setToolTip(key_word(self._chosen_keys, f"notes.kind_{kind}", f"Alt+{place + 1}"))
            button.setAccessibleName(_("Kind: {kind}", kind=choice_word(kind, "note_kind")))

    def _name(self) -> None:
        """Write the kinds on their buttons; the one chosen has a tick where the others have their number."""
        for place, kind in enumerate(NOTE_KINDS):
            button = self._kinds.button(place)
            button.setText(f"{'✓' if button.isChecked() else place + 1}  {choice_word(kind, 'note_kind')}")

    def _on_kind(self, _place: int, _is_on: bool) -> None:
        self._name()
        self.changed.emit()
