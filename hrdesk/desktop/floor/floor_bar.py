"""The bar on top of the room: the session, its format, whether the list is open, the screens and the message."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hrdesk.desktop.floor.format_menu import format_words
from hrdesk.desktop.floor.told_keys import told_key
from hrdesk.desktop.widgets.session_chooser import SessionChooser
from hrdesk.floor.picture import Picture
from hrdesk.language.interface import _
from hrdesk.records import Session

WIDEST = 200
"""Pixels that the name of a format takes at most: some are as long as a line, and the session stands beside it."""


class FloorBar(QWidget):
    """``chosen`` carries a session; the other signals are wishes. ``chosen_keys`` are those that a person chose."""

    chosen = Signal(str)
    format_requested = Signal()
    list_requested = Signal()
    segment_requested = Signal()
    room_requested = Signal()

    def __init__(self, chosen_keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen_keys = chosen_keys
        self.sessions = SessionChooser(self)
        self.format = QPushButton(self)
        self.list = QPushButton(self)
        self.segment = QPushButton(self)
        self.room = QPushButton(self)
        self.room.setCheckable(True)
        self._picture: Picture | None = None
        self.without_names = QLabel(self)
        self.without_names.setWordWrap(True)
        self.without_names.hide()
        layout = QHBoxLayout()
        layout.setSpacing(6)
        under = QVBoxLayout(self)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(4)
        under.addLayout(layout)
        under.addWidget(self.without_names)
        layout.addWidget(self.sessions, 1)
        for button, wish in (
            (self.format, self.format_requested),
            (self.segment, self.segment_requested),
            (self.list, self.list_requested),
            (self.room, self.room_requested),
        ):
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _on=False, wish=wish: wish.emit())
            layout.addWidget(button)
        self.sessions.chosen.connect(self.chosen)

    def show_sessions(self, sessions: Sequence[Session], chosen: str) -> None:
        """Show the sessions in the order of the programme."""
        self.sessions.show_sessions(sessions, chosen)

    def show_picture(self, picture: Picture) -> None:
        """Say what format the session has, what goes on, and whether the list is open."""
        self._picture = picture
        self.without_names.setVisible(picture.format is not None and not picture.may_name)
        self._name()

    def show_room(self, on: bool) -> None:
        """Say whether the screen of the room is shown."""
        self.room.setChecked(on)
        self._name_room()

    def retranslate(self) -> None:
        """Set the words anew."""
        self.sessions.retranslate()
        self._name_room()
        self.without_names.setText(
            _("⚠ The screens show classes of speakers, no names: the session is not public, or names nobody.")
        )
        self.room.setToolTip(_("Show or hide the screen of the room ({key})", key=self._key("room")))
        self._name()

    def _key(self, name: str) -> str:
        return told_key(self._chosen_keys, name)

    def _name_room(self) -> None:
        """Say by a tick that the screen is shown: in the dark a pressed button looks like any other."""
        words = _("Screen ({key})", key=self._key("room"))
        self.room.setText(f"✓ {words}" if self.room.isChecked() else words)
        self.room.setAccessibleName(words)

    def _name(self) -> None:
        picture = self._picture
        words = format_words(picture.format if picture else None)
        short = self.format.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDEST)
        hint = _("Choose or change the format of the session ({key})", key=self._key("format"))
        self.format.setText(short)
        self.format.setToolTip(hint if short == words else f"{words}\n{hint}")
        self.format.setAccessibleName(_("Format: {name}", name=words))
        is_open = picture is None or picture.list_is_open
        self.list.setText(_("○ List open") if is_open else _("■ List closed"))
        self.list.setToolTip(_("Open or close the list ({key})", key=self._key("list")))
        has_next = picture is not None and any(one.state == "to_come" for one in picture.stretches)
        self.segment.setText(_("Next segment") if has_next else _("End the segment"))
        self.segment.setToolTip(_("Begin the next segment, or end the last ({key})", key=self._key("segment")))
        self.segment.setEnabled(picture is not None and (has_next or picture.running is not None))
