"""Every field of the note that has the cursor; made when it is first looked at, for most notes need only the line."""

from __future__ import annotations

from datetime import tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrdesk.records import FieldInfo, Note

if TYPE_CHECKING:
    from hrdesk.desk import Announcement
    from hrdesk.desktop.shell.workplace import Workplace
    from hrdesk.desktop.widgets.record_form import RecordForm


class AllFields(QWidget):
    """Stands in for the form as long as nobody has asked for it. ``settle_requested`` carries record and field."""

    settle_requested = Signal(str, str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.zone: tzinfo | None = None
        """The time zone of the venue, by whose clock the time of a note is told."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def form(self) -> RecordForm:
        """Give the form."""
        from hrdesk.desktop.notes.moment_entry import MomentEntry
        from hrdesk.desktop.widgets.record_form import RecordForm

        def moment(info: FieldInfo, page: QWidget) -> MomentEntry:
            return MomentEntry(info, page, lambda: self.zone, self._workplace.desk.file.now)

        form = RecordForm(self._workplace, Note, self, makers={"at": moment})
        form.settle_requested.connect(self.settle_requested)
        form.retranslate()
        self._layout.addWidget(form)
        return form

    @property
    def record(self) -> str | None:
        """Give the note that is shown."""
        return self.form.record if self._is_made else None

    def show_note(self, note: str | None) -> None:
        """Show another note, or none."""
        if note is not None or self._is_made:
            self.form.show_record(note)

    def hear(self, announcement: Announcement) -> None:
        """Follow what changed."""
        if self._is_made:
            self.form.hear(announcement)

    def retranslate(self) -> None:
        """Set the words anew."""
        if self._is_made:
            self.form.retranslate()

    def leave(self) -> bool:
        """Keep the field being typed in; False when it cannot be kept."""
        return not self._is_made or self.form.leave()

    @property
    def _is_made(self) -> bool:
        return "form" in self.__dict__
