"""The first page: who one is, and the five ways to a desk. Nothing here needs the store, so it is there at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.shell.painted_label import PaintedLabel
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.language.isolation import isolate
from hrdesk.paths import resources_folder
from hrdesk.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidget

ROLES = ("rapporteur", "moderator", "staff")
_ROLE_WORDS = {"rapporteur": N_("Rapporteur"), "moderator": N_("Moderator"), "staff": N_("Staff")}


class Way(QPushButton):
    """One way to a desk: a picture, what it is called, and a line that says what happens."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_file = str(resources_folder() / "icons" / f"{icon}.svg")
        self._icon = QLabel(self)
        self._icon.setFixedSize(30, 30)
        self._name = QLabel(self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._hint)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 14, 10)
        self._layout.setSpacing(14)
        self._layout.addWidget(self._icon)
        self._layout.addLayout(words, 1)

    def furnish(self) -> None:
        """Bring in the picture, and let the mouse through the words to the button."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QIcon, QPalette
        from PySide6.QtWidgets import QSizePolicy

        self._icon.setPixmap(QIcon(self._icon_file).pixmap(QSize(30, 30)))
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (self._icon, self._name, self._hint):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_words(self, name: str, hint: str) -> None:
        """Set what it is called and what it says."""
        self._name.setText(f"<b>{name}</b>")
        self._hint.setText(hint)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)

    def sizeHint(self) -> QSize:
        """Ask for the room of the words, not of a button's text."""
        return self._layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The words wrap as far as they can."""
        return self._layout.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """A narrow button is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the wrapped words."""
        return self._layout.heightForWidth(width)


class StartPage(QScrollArea):
    """Every wish leaves as a signal; the entrance fulfils it."""

    note_requested = Signal()
    hand_requested = Signal(str)
    join_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(str)
    person_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._recent: QListWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameStyle(0)
        page = QWidget(self)
        self.heading = PaintedLabel(page)
        font = self.heading.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        self.heading.setFont(font)
        self._subtitle = QLabel(page)
        self._subtitle.setWordWrap(True)
        self._who = self._person(page)
        self._note = self._way("note", self.note_requested.emit, page)
        self._hand = self._way("hand", self.ask_title, page)
        self._title = QLineEdit(page)
        self._title.hide()
        self._title.returnPressed.connect(self._on_title)
        self._join = self._way("bundle", self.join_requested.emit, page)
        self._open = self._way("open", self.open_requested.emit, page)
        self._sample = self._way("sample", self.sample_requested.emit, page)
        ways = QVBoxLayout()
        ways.setSpacing(8)
        for widget in (self._note, self._hand, self._title, self._join, self._open, self._sample):
            ways.addWidget(widget)
        ways.addStretch(1)
        self._beside = QVBoxLayout()
        self._recent_label = QLabel(page)
        self._nothing = QLabel(page)
        self._nothing.setWordWrap(True)
        self._beside.addWidget(self._recent_label)
        self._beside.addWidget(self._nothing)
        self._beside.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.addLayout(ways, 3)
        columns.addLayout(self._beside, 2)
        body = QVBoxLayout()
        body.setSpacing(12)
        head = QHBoxLayout()  # the name is Latin in every language and stands where the line begins
        head.addWidget(self.heading)
        head.addStretch(1)
        body.addLayout(head)
        body.addWidget(self._subtitle)
        body.addWidget(self._who)
        body.addLayout(columns, 1)
        outer = QHBoxLayout(page)
        outer.setContentsMargins(28, 22, 28, 18)
        outer.addStretch(1)
        outer.addLayout(body, 12)
        outer.addStretch(1)
        self.setWidget(page)
        self._nothing.setVisible(not settings.recent)
        self.retranslate()

    def furnish(self) -> None:
        """Bring in what the first paint can do without: pictures, the list of recent desks, what the mouse does."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QListWidget

        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for way in (self._note, self._hand, self._join, self._open, self._sample):
            way.furnish()
        page = self.widget()
        self._recent = QListWidget(page)
        self._recent.setUniformItemSizes(True)
        self._recent.setSpacing(4)
        self._recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._recent.itemActivated.connect(lambda item: self.recent_requested.emit(item.data(Qt.ItemDataRole.UserRole)))
        self._recent_label.setBuddy(self._recent)
        self._beside.insertWidget(1, self._recent, 1)
        self.show_recent(self._settings.recent)

    def show_recent(self, recent: Sequence[str]) -> None:
        """List the desks that were open before: the name, and where it lies."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QListWidgetItem

        if self._recent is None:
            return
        self._recent.clear()
        for told in recent:
            path = Path(told)
            item = QListWidgetItem(f"{isolate(path.name)}\n{isolate(str(path.parent))}", self._recent)
            item.setData(Qt.ItemDataRole.UserRole, told)
            item.setToolTip(told)
        self._recent.setVisible(bool(recent))
        self._beside.setStretch(self._beside.count() - 1, 0 if recent else 1)
        self._nothing.setVisible(not recent)

    def ask_title(self) -> None:
        """Ask what the consultation that begins by hand is called."""
        self._title.show()
        self._title.setFocus()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.setText("hrdesk")
        self._subtitle.setText(
            _("Notes, recommendations and one outcome document in six languages, without a network.")
        )
        self._note.set_words(
            _("New from a concept note"), _("Reads a .docx or .txt, shows what it understood, and you correct it.")
        )
        self._hand.set_words(_("New by hand"), _("Starts with a title and one session."))
        self._title.setPlaceholderText(_("Title of the consultation, then Enter"))
        self._title.setAccessibleName(_("Title of the consultation"))
        self._join.set_words(
            _("Join from a starter bundle"), _("Takes the consultation that staff prepared; then you choose your seat.")
        )
        self._open.set_words(_("Open a desk"), _("Goes on with a .hrdesk file."))
        self._sample.set_words(_("Look at the sample"), _("A finished consultation to try things on."))
        self._recent_label.setText(_("Recent desks"))
        if self._recent is not None:
            self._recent.setAccessibleName(_("Recent desks"))
        self._nothing.setText(_("No desk was opened on this machine yet. A file may also be dropped on the window."))
        self._name_label.setText(_("Name of your desk"))
        self._name.setAccessibleName(_("Name of your desk"))
        self._name.setPlaceholderText(_("for example: Desk 2"))
        self._role_label.setText(_("I work as"))
        self._roles.setAccessibleName(_("I work as"))
        for role, button in self._role_buttons.items():
            button.setText(_(_ROLE_WORDS[role]))
            button.setAccessibleName(_(_ROLE_WORDS[role]))

    def _person(self, page: QWidget) -> QWidget:
        """Make the line on which one says who one is; both are remembered on this machine."""
        line = QWidget(page)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 4, 0, 8)
        layout.setSpacing(12)
        self._roles = line
        self._role_label = QLabel(line)
        layout.addWidget(self._role_label)
        self._role_buttons: dict[str, QRadioButton] = {}
        for role in ROLES:
            button = QRadioButton(line)
            button.setChecked(self._settings.role == role)
            button.toggled.connect(self._on_person)
            layout.addWidget(button)
            self._role_buttons[role] = button
        layout.addSpacing(16)
        self._name_label = QLabel(line)
        self._name = QLineEdit(self._settings.name, line)
        self._name.setMaximumWidth(320)
        self._name.editingFinished.connect(self._on_person)
        self._name_label.setBuddy(self._name)
        layout.addWidget(self._name_label)
        layout.addWidget(self._name, 1)
        layout.addStretch(1)
        return line

    def _way(self, icon: str, wish: Callable[[], None], page: QWidget) -> Way:
        way = Way(icon, page)
        way.clicked.connect(lambda: wish())
        return way

    def _on_person(self) -> None:
        role = next((role for role, button in self._role_buttons.items() if button.isChecked()), "")
        name = self._name.text().strip()
        if (role, name) != (self._settings.role, self._settings.name):
            self._settings.role, self._settings.name = role, name
            self.person_changed.emit()

    def _on_title(self) -> None:
        title = self._title.text().strip()
        if title:
            self._title.clear()
            self._title.hide()
            self.hand_requested.emit(title)
