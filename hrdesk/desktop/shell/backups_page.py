"""Lists the backups of the open desk; one is made now, or gone back to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.shell.page import PageWithBack
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.language.interface import _
from hrdesk.language.isolation import isolate
from hrdesk.store.backup import WHYS

if TYPE_CHECKING:
    from hrdesk.store.backup import Backup


class BackupsPage(PageWithBack):
    """Stands where the rooms stand; ``restored`` carries the backup to go back to."""

    restored = Signal(object)
    made = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: Sequence[Backup] = ()
        self._title, self._hint, self._nothing = QLabel(self), QLabel(self), QLabel(self)
        for label in (self._hint, self._nothing):
            label.setWordWrap(True)
        self.list = QListWidget(self)
        make_roomy(self.list)
        self.list.currentRowChanged.connect(self._on_row)
        self.back_to = QPushButton(self)
        self.back_to.clicked.connect(self._on_restore)
        self.make = QPushButton(self)
        self.make.clicked.connect(self.made)
        self._back = QPushButton(self)
        self._back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self.make)
        buttons.addWidget(self.back_to)
        body = QVBoxLayout()
        for widget in (self._title, self._hint, self._nothing):
            body.addWidget(widget)
        body.addWidget(self.list, 1)
        body.addStretch()  # while there is no list nothing else keeps the words at the top
        body.addLayout(buttons)
        self.lay_in_the_middle(body, 4)
        self.show_backups(())

    def show_backups(self, held: Sequence[Backup]) -> None:
        """List backups, the newest first."""
        self._held = held
        self.list.setVisible(bool(held))
        self._nothing.setVisible(not held)
        self.setFocusProxy(self.list if held else self.make)
        self.retranslate()
        self.list.setCurrentRow(0 if held else -1)
        self._on_row()

    def retranslate(self) -> None:
        """Set every word anew."""
        title = _("Backups of this desk")
        self._title.setText(f"<b>{title}</b>")
        self._hint.setText(
            _(
                "A backup is made every quarter of an hour in which something changed, and before every merge."
                " Going back to one loses nothing: what the desk holds now becomes a backup first."
            )
        )
        self._nothing.setText(_("There are no backups of this desk yet."))
        self.list.setAccessibleName(title)
        self.back_to.setText(_("Go back to this one"))
        self.make.setText(_("Make a backup now"))
        self._back.setText(_("Back"))
        row = self.list.currentRow()
        self.list.clear()
        for one in self._held:
            time = isolate(f"{datetime.fromisoformat(one.at).astimezone():%Y-%m-%d %H:%M:%S}")
            item = QListWidgetItem(_("{time} · {why}", time=time, why=_(WHYS[one.why])), self.list)
            item.setToolTip(isolate(one.path.name))
        self.list.setCurrentRow(row)

    def _chosen(self) -> Backup | None:
        row = self.list.currentRow()
        return self._held[row] if 0 <= row < len(self._held) else None

    def _on_row(self) -> None:
        chosen = self._chosen()
        self.back_to.setEnabled(chosen is not None and chosen.is_whole)

    def _on_restore(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.restored.emit(chosen)
