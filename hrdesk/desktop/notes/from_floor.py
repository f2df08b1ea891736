"""Beside the speaker's name: that it came from the floor, so that a rapporteur need not choose who speaks.

Whoever chooses another speaker is followed until the next one has the floor; a note in the making stays with the
speaker of whom it was begun.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from hrdesk.desktop.notes.speaker_field import SpeakerField
from hrdesk.floor.speaking import Spoken
from hrdesk.language.interface import _


class FromFloor(QLabel):
    """Fills the field of the speaker. ``changed`` tells that the note belongs to another intervention, or to none."""

    changed = Signal()

    def __init__(self, field: SpeakerField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._spoken: Spoken | None = None
        self._is_waiting = self._is_filling = False
        self._filled: tuple[str | None, str | None] = (None, None)
        self._filled_of: str | None = None
        self.intervention: str | None = None
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.hide()
        field.chosen.connect(self._on_chosen)

    def begin(self, person: str | None, label: str | None, intervention: str | None) -> None:
        """Show the speaker of a note in the making, and of which intervention it is."""
        self._spoken, self._is_waiting = None, False
        self._fill(person, label, intervention)

    def hear(self, spoken: Spoken | None, *, is_typing: bool) -> None:
        """Take who has the floor: at once where nothing is being typed. After the end a speaker stays till the next."""
        before, self._spoken = self._spoken, spoken or self._spoken
        if spoken is None or spoken == before:
            return
        is_another = before is None or spoken.intervention != before.intervention
        if is_another and is_typing and spoken.intervention == self._filled_of:
            self.retranslate()  # a note in the making came back, and its speaker speaks still
            return
        self._is_waiting = is_another or self._is_waiting or spoken.intervention == self.intervention
        if not is_typing:
            self.catch_up()

    def catch_up(self) -> None:
        """Show who began to speak while something was being typed."""
        if self._is_waiting and self._spoken is not None:
            self._is_waiting = False
            self._fill(self._spoken.person, self._spoken.words, self._spoken.intervention)

    def retranslate(self) -> None:
        """Set the words anew."""
        number = self._spoken.number if self._spoken and self._spoken.intervention == self.intervention else None
        self.setText(_("from the floor, round {number}", number=number) if number else _("from the floor"))
        self.setToolTip(_("The list of speakers says who speaks. Choose another speaker to say otherwise."))
        self._field.setAccessibleDescription(self.text() if self.intervention else "")

    def _fill(self, person: str | None, label: str | None, intervention: str | None) -> None:
        self._is_filling = True
        self._field.show_speaker(person, label)
        self._is_filling = False
        self._filled, self._filled_of = self._field.speaker(), intervention
        self._hold(intervention)

    def _hold(self, intervention: str | None) -> None:
        is_other = intervention != self.intervention
        self.intervention = intervention
        self.setVisible(intervention is not None)
        self.retranslate()
        if is_other:
            self.changed.emit()

    def _on_chosen(self) -> None:
        """Let go of the intervention where a person says another speaker, and take it up where it is the same again."""
        if not self._is_filling:
            self._hold(self._filled_of if self._field.speaker() == self._filled else None)
