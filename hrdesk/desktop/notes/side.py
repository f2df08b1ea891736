"""What stands beside the notes: the questions, all fields of a note, what is to confirm, and what is for me alone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.notes.all_fields import AllFields
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.notes.private_notes import PrivateNotes
from hrdesk.desktop.notes.questions import Questions
from hrdesk.desktop.notes.sitting import Sitting
from hrdesk.desktop.notes.to_confirm import ToConfirmList
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.fair_tabs import FairTabs
from hrdesk.language.interface import _

RESTED = 60
"""Milliseconds that the cursor rests on a note before its fields are read: arrow keys run past many."""

QUESTIONS, FIELDS, CONFIRMING, PRIVATE = range(4)
"""The places of the tabs."""


class Side(QTabWidget):
    """``wished`` tells that somebody wants to see a part of it. ``current`` gives the note that has the cursor.

    While the hall sees the window nobody's private notes stand on it, and no question of a confidential session.
    """

    wished = Signal()

    def __init__(
        self, workplace: Workplace, drafts: DraftKeeper, current: Callable[[], str | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._current = current
        self.questions = Questions(self)
        self.fields = AllFields(workplace, self)
        self.confirming = ToConfirmList(workplace, self)
        self.private = PrivateNotes(drafts, self)
        self._rest = QTimer(self, singleShot=True, interval=RESTED)
        self.setTabBar(FairTabs(self))
        self.setDocumentMode(True)
        for part in (self.questions, self.fields, self.confirming, self.private):
            self.addTab(part, "")
        self.currentChanged.connect(lambda _place: self._rest.start())
        self._rest.timeout.connect(self._follow)
        self.confirming.counted.connect(lambda title: self._name(CONFIRMING, title))

    def open(self, sitting: Sitting) -> None:
        """Show what belongs to a session."""
        self.private.open(sitting.session.id)
        self.fields.zone = sitting.zone
        self.confirming.look(sitting)

    def seen_of(self, sitting: Sitting | None) -> Sitting | None:
        """Give the session as it may stand on the window now: in hall mode a confidential one asks no questions."""
        self.setTabVisible(PRIVATE, not self._workplace.hall.is_on)
        if sitting is None or self._workplace.hall.may_show(sitting.usual_class):
            return sitting
        return replace(sitting, questions=())

    def follow(self) -> None:
        """Show the fields of the note that has the cursor, once that rests."""
        self._rest.start()

    def show_questions(self) -> bool:
        """Go to the questions; False where one is there already."""
        return self._go(QUESTIONS, self.questions)

    def show_private(self) -> bool:
        """Go to what a person writes for nobody else; False where one is there already, or others look on."""
        if self._workplace.hall.is_on:
            self._workplace.kept.emit(_("What is for you alone is not shown while others can see this screen."))
            return False
        return self._go(PRIVATE, self.private)

    def show_fields(self) -> None:
        """Show every field of the note that has the cursor."""
        self.wished.emit()
        self.setCurrentIndex(FIELDS)
        self._follow()
        self.fields.form.control("text").setFocus()

    def confirm_spoken(self) -> None:
        """Show the notes to confirm, and confirm those chosen where they are seen already."""
        if self.isVisible() and self.currentIndex() == CONFIRMING:
            self.confirming.confirm()
            return
        self._go(CONFIRMING, self.confirming)

    def hear(self, announcement: Announcement) -> None:
        """Follow what changed."""
        self.confirming.hear(announcement)
        self.fields.hear(announcement)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(_("Questions and fields"))
        for place, title in enumerate((_("Questions"), _("All fields"), self.confirming.title, _("For me alone"))):
            self._name(place, title)
        for part in (self.questions, self.fields, self.confirming, self.private):
            part.retranslate()

    def _name(self, place: int, title: str) -> None:
        """Name a tab; where the side is narrow it is cut, and the tip tells all of it."""
        self.setTabText(place, title)
        self.setTabToolTip(place, title)

    def _go(self, place: int, part: QWidget) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        if self.isVisible() and self.currentIndex() == place and focus is not None and part.isAncestorOf(focus):
            return False
        self.wished.emit()
        self.setCurrentIndex(place)
        part.setFocus()
        return True

    def _follow(self) -> None:
        if self.isVisible() and self.currentIndex() == FIELDS:
            note = self._current()
            if note != self.fields.form.record:
                self.fields.show_note(note)
