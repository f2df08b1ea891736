"""Says who holds the pen of the section that is shown, and warns softly before the first letter where another does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from hrdesk.agenda.queries import seat_of
from hrdesk.desk import Announcement
from hrdesk.desktop.shell.action import Action
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.recommendations.negotiation_lines import Holder
from hrdesk.recommendations.negotiation_queries import pen_holders
from hrdesk.store.reading import Reader

KEYS = "F9"
"""Takes the pen and lays it down, in every room where somebody writes on a section."""


class PenLine(QWidget):
    """One line; hidden where nobody holds the pen. ``warned`` tells that somebody writes where another holds it.

    ``holders_read`` carries the names of all who hold a pen, by the section.
    """

    warned = Signal()
    holders_read = Signal(dict)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._item = self._holder = self._name = ""
        self._is_own = self._is_warned = False
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.button = QPushButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.button)
        self.button.clicked.connect(self.toggle)
        self.retranslate()

    @property
    def is_held_by_another(self) -> bool:
        """Tell whether another desk holds the pen here."""
        return bool(self._holder) and not self._is_own

    def show_item(self, item: str) -> None:
        """Show who holds the pen for a session, a heading or the consultation."""
        if item != self._item:
            self._is_warned = False
        self._item = item
        self.refresh()

    def refresh(self) -> None:
        """Read anew who holds it."""
        before = self._holder
        holders, own = self._workplace.ask(self._read)
        held = holders.get(self._item)
        self._holder, self._name = (held.seat, held.name or _("Another desk")) if held else ("", "")
        self._is_own = held is not None and held.seat == own
        self.holders_read.emit({one.item: one.name or _("Another desk") for one in holders.values()})
        if self._holder != before:
            self._is_warned = False
        self.retranslate()

    def hear(self, announcement: Announcement) -> None:
        """Follow who takes the pen and who lays it down."""
        if announcement.concerns("pen_holder", "seat"):
            self.refresh()

    def action(self, room: str) -> Action:
        """Give the action of a room that takes the pen or lays it down."""
        return Action(f"{room}.pen", N_("Take the pen, or lay it down"), KEYS, self.toggle, room)

    def toggle(self) -> None:
        """Take the pen, from another too; lay it down where this desk holds it."""
        if not self._item:
            return
        command = "lay-down-pen" if self._is_own else "take-pen"
        if self._workplace.run(command, item=self._item) is not None:
            self.refresh()

    def warn(self) -> None:
        """Say once, before the first letters, that another writes here; what is typed is kept all the same."""
        if self._is_warned or not self.is_held_by_another:
            return
        self._is_warned = True
        self.retranslate()
        self._workplace.kept.emit(self.told.text())
        self.warned.emit()

    def retranslate(self) -> None:
        """Set the words anew."""
        if self._is_own:
            words = _("✎ You hold the pen here.")
        elif self._is_warned:
            words = _("⚠ {name} holds the pen here. What you type is kept; agree who writes.", name=self._name)
        else:
            words = _("✎ {name} holds the pen here.", name=self._name)
        self.told.setText(words if self._holder else "")
        self.button.setText(_("Lay the pen down") if self._is_own else _("Take the pen"))
        self.button.setToolTip(KEYS)
        self.setVisible(bool(self._holder))

    def _read(self, reader: Reader) -> tuple[dict[str, Holder], str]:
        """Give all who hold a pen, and the seat of this desk."""
        own = seat_of(reader, self._workplace.desk.file.device)
        return pen_holders(reader), own.id if own is not None else ""
