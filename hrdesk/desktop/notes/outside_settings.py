"""What is said of material from outside as a whole: session, kind, language, class, title, when the recording began."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from hrdesk.desktop.notes.class_box import ClassBox
from hrdesk.desktop.notes.sitting import Sitting
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.list_box import ListBox
from hrdesk.desktop.widgets.session_chooser import SessionChooser
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _, current
from hrdesk.language.names import language_name
from hrdesk.notes.rules.outside import STRICTEST, Clock
from hrdesk.records import Session
from hrdesk.records.note import SOURCE_KINDS

_TIME = re.compile(r"\s*(\d{1,2})\s?[:.٫h]\s?(\d{2})(?:\s?[:.٫]\s?(\d{2}))?\s*\Z")
TITLE_WIDTH = 520
"""Pixels."""


class OutsideSettings(QWidget):
    """``kind_chosen`` wishes for another reading; the others tell that another value stands there."""

    kind_chosen = Signal(str)
    session_chosen = Signal(str)
    class_chosen = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sessions = SessionChooser(self)
        self.kind, self.language = ListBox(self), ListBox(self)
        self.sensitivity = ClassBox(self)
        self.title, self.begins = QLineEdit(self), QLineEdit(self)
        self.title.setFixedWidth(TITLE_WIDTH)
        self.title.setMaxLength(200)
        self._labels: dict[QWidget, QLabel] = {}
        self._parts: dict[QWidget, QWidget] = {}
        flow = FlowLayout(gap=10)
        for control in (self.kind, self.language, self.sensitivity, self.begins, self.title):
            flow.addWidget(self._labelled(control))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sessions)
        layout.addLayout(flow)
        self.kind.activated.connect(lambda _at: self.kind_chosen.emit(str(self.kind.currentData())))
        self.sessions.chosen.connect(self.session_chosen)
        self.sensitivity.activated.connect(lambda _at: self.class_chosen.emit(self.sensitivity.sensitivity()))
        self.begins.textChanged.connect(self.changed)

    def show_sessions(self, sessions: Sequence[Session], chosen: str) -> None:
        """Offer the sessions of the programme."""
        self.sessions.show_sessions(sessions, chosen)

    def show_sitting(self, sitting: Sitting) -> None:
        """Offer the classes that the session allows, and its hour as that at which the recording began."""
        self.sensitivity.allow(sitting.classes)
        self.begins.setText((sitting.session.starts or "").partition("T")[2][:5])

    def show_found(self, kind: str, language: str, *, is_timed_from_start: bool) -> None:
        """Show what was understood; the class begins at the strictest."""
        self._fill(kind, language)
        self.sensitivity.show_sensitivity(STRICTEST)
        self._parts[self.begins].setVisible(is_timed_from_start)

    def clock(self, sitting: Sitting | None, *, is_timed_from_start: bool) -> Clock:
        """Give by what times become instants."""
        if sitting is None:
            return Clock()
        day = (sitting.session.starts or "").partition("T")[0]
        return Clock(day, sitting.zone, _seconds(self.begins.text()), is_timed_from_start)

    def retranslate(self) -> None:
        """Set the words anew."""
        self.sessions.retranslate()
        self.sensitivity.retranslate()
        self._fill(str(self.kind.currentData() or SOURCE_KINDS[0]), str(self.language.currentData() or LANGUAGES[0]))
        words = {
            self.kind: _("&Kind"),
            self.language: _("&Language"),
            self.sensitivity: _("S&ensitivity"),
            self.begins: _("Recording &began at"),
            self.title: _("T&itle"),
        }
        for control, word in words.items():
            self._labels[control].setText(word)
            control.setAccessibleName(word.replace("&", ""))
        self.begins.setPlaceholderText(_("hour:minute"))
        self.language.setToolTip(_("A paragraph in another script is taken in with the language of that script."))
        self.title.setToolTip(_("It stands with each note. The name of the file is not kept: it may name somebody."))

    def _labelled(self, control: QWidget) -> QWidget:
        part, label = QWidget(self), QLabel(self)
        label.setBuddy(control)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(control)
        self._labels[control], self._parts[control] = label, part
        return part

    def _fill(self, kind: str, language: str) -> None:
        for box, chosen, offers in (
            (self.kind, kind, [(choice_word(one, "source_kind"), one) for one in SOURCE_KINDS]),
            (self.language, language, [(language_name(one, current().language), one) for one in LANGUAGES]),
        ):
            box.clear()
            for word, value in offers:
                box.addItem(word[:1].upper() + word[1:], value)
            box.setCurrentIndex(box.findData(chosen))


def _seconds(told: str) -> int | None:
    """Read an hour and minutes in any figures; None for what is no time of day."""
    found = _TIME.match(told)
    if found is None:
        return None
    hours, minutes, seconds = (int(one or 0) for one in found.groups())
    return hours * 3600 + minutes * 60 + seconds if hours < 24 and minutes < 60 and seconds < 60 else None
