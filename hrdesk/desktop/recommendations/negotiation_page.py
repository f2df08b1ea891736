"""The negotiation of one text: what was proposed, compared word by word, decided one by one, and what was recorded."""

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from hrdesk.agenda.participants.rules.directory import Directory
from hrdesk.agenda.participants.vocabulary import of_desk
from hrdesk.agenda.queries import consultation
from hrdesk.desk import Announcement
from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.cards import CardDelegate
from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.notes.sitting import zone_of
from hrdesk.desktop.recommendations.negotiation_detail import NegotiationDetail
from hrdesk.desktop.recommendations.negotiation_model import NegotiationModel
from hrdesk.desktop.recommendations.negotiation_rows import covered, open_rows, rows
from hrdesk.desktop.recommendations.propose_box import ProposeBox
from hrdesk.desktop.recommendations.told_keys import told_key
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.language.interface import _, current, plural_
from hrdesk.recommendations.negotiation_lines import Negotiation
from hrdesk.recommendations.negotiation_queries import negotiation
from hrdesk.store.reading import Reader

KINDS = ("wording_version", "alternative", "amendment", "reservation", "validation", "delegation")
"""Kinds of records that are shown here; of the recommendation itself the sheet hears."""

RESTED = 40
"""Milliseconds that the cursor rests on a card before it is compared: whoever walks through many does not wait."""

PROPOSALS = ("text", "alternative", "comment", "reservation")


class NegotiationPage(QWidget):
    """Shows the negotiation of one recommendation and takes down what is proposed. ``shown`` tells that it was read."""

    shown = Signal()

    def __init__(self, workplace: Workplace, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._record = self._wanted = ""
        self._zone: tzinfo | None = None
        self._held: Negotiation | None = None
        self._knows_delegations = False
        self.model = NegotiationModel(self)
        self.list = CardList(self._on_key)
        self.detail = NegotiationDetail(drafts, self)
        self.box = ProposeBox(drafts, self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.buttons = {kind: QPushButton(self) for kind in PROPOSALS}
        self._bar = QWidget(self)
        self._rest = QTimer(self, singleShot=True, interval=RESTED)
        self._lay_out()
        self._rest.timeout.connect(self._show_current)
        self.list.selectionModel().currentChanged.connect(lambda *_told: self._rest.start())
        self.detail.decided.connect(self._on_decided)
        self.box.proposed.connect(self._on_proposed)
        self.box.closed.connect(self._on_box_closed)
        self.setFocusProxy(self.list)
        self.retranslate()

    @property
    def held(self) -> Negotiation | None:
        """Give the negotiation that is shown."""
        return self._held

    @property
    def waiting(self) -> int:
        """Count what waits for a decision."""
        return open_rows(self.model.rows)

    def show_record(self, record: str) -> None:
        """Show the negotiation of a recommendation."""
        is_other, self._record = record != self._record, record
        if is_other:
            self._held = None
            self.box.hide()
            self.model.show_rows(())
            self.retranslate()
        language = current().language
        self._workplace.read(lambda reader: _read(reader, record, language), lambda told: self._on_read(record, *told))

    def cover(self) -> None:
        """Name nobody any more: others begin to look on."""
        if self._held is not None:
            self._held = covered(self._held)
            self._show_rows(self.list.current_record() or "")

    def hear(self, announcement: Announcement) -> None:
        """Follow what changed in it."""
        if announcement.concerns("delegation", "wording"):
            self._knows_delegations = False
        if self._record and announcement.concerns(*KINDS):
            self.show_record(self._record)

    def propose(self, kind: str) -> None:
        """Take down an amendment ("text"), an alternative, a comment or a reservation."""
        if self._held is None:
            return
        if not self._knows_delegations:
            self._knows_delegations = True
            self._workplace.read(of_desk, self._on_directory)
        self.detail.hide()
        self.box.ask(kind)

    def retranslate(self) -> None:
        """Set the words anew."""
        words = {
            "text": (_("&Amendment…"), "amend"),
            "alternative": (_("Al&ternative…"), "alternative"),
            "comment": (_("&Comment…"), "comment"),
            "reservation": (_("&Reservation…"), "reserve"),
        }
        for kind, (word, action) in words.items():
            self.buttons[kind].setText(word)
            self.buttons[kind].setToolTip(told_key(self._workplace.settings.keys, action))
        self.list.setAccessibleName(_("What was proposed and recorded"))
        self.box.retranslate()
        self._show_rows(self.list.current_record() or "")
        self.detail.retranslate()
        count = self.waiting
        self.told.setText(
            plural_("{number} proposal waits for a decision.", "{number} proposals wait for a decision.", count)
            if count
            else _("Nothing waits for a decision. What is proposed to the text is taken down here.")
            if not self.model.rows
            else _("✓ Nothing waits for a decision.")
        )
        self.list.setVisible(bool(self.model.rows))

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(self.list, most=2, has_foot=True))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        flow = FlowLayout(self._bar, gap=6)
        for button in self.buttons.values():
            flow.addWidget(button)
        for kind, button in self.buttons.items():
            button.clicked.connect(self._opener(kind))
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.addWidget(self.list)
        halves.addWidget(self.detail)
        halves.setChildrenCollapsible(False)
        halves.setSizes([150, 240])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.addWidget(self._bar)
        layout.addWidget(self.box)
        layout.addWidget(self.told)
        layout.addWidget(halves, 1)

    def _opener(self, kind: str) -> Callable[[], None]:
        return lambda: self.propose(kind)

    def _show_current(self) -> None:
        self._rest.stop()
        place = self.list.currentIndex().row()
        row = self.model.rows[place] if 0 <= place < len(self.model.rows) else None
        self.detail.show_row(row, self._record, self._held.text if self._held is not None else "")
        before: QWidget = self.list
        for one in (self.detail.final, *self.detail.choices, *self.detail.buttons):
            self.setTabOrder(before, one)
            before = one

    def _on_read(self, record: str, held: Negotiation | None, zone: tzinfo | None) -> None:
        if record != self._record or held is None:
            return
        chosen = self._wanted or self.list.current_record() or ""
        seen = covered(held) if self._workplace.hall.is_on else held
        self._held, self._zone, self._wanted = seen, zone, ""
        self.box.show_text(record, held.text, held.language)
        self._show_rows(chosen)
        self.retranslate()
        self.shown.emit()

    def _show_rows(self, chosen: str) -> None:
        """Show the rows, the cursor where it was."""
        told = rows(self._held, self._zone) if self._held is not None else []
        if self.model.show_rows(told) and told:
            self.list.setCurrentIndex(self.model.index(max(self.model.place_of(chosen), 0)))
        self._show_current()

    def _on_directory(self, directory: Directory) -> None:
        self.box.offer(directory)

    def _on_proposed(self, command: str, told: dict[str, str]) -> None:
        made = self._workplace.run(command, recommendation=self._record, **told)
        if made is not None:
            self._wanted = str(made.get("id", ""))
            self.box.taken()

    def _on_decided(self, command: str, told: dict[str, object]) -> None:
        if self._workplace.run(command, **told) is not None:
            self.detail.taken()
            self.list.setFocus()

    def _on_box_closed(self) -> None:
        self.detail.show()
        self.list.setFocus()

    def _on_key(self, key: int) -> bool:
        if self._rest.isActive():
            self._show_current()
        return self.detail.take(key)


def _read(reader: Reader, record: str, language: str) -> tuple[Negotiation | None, tzinfo | None]:
    return negotiation(reader, record, language=language), zone_of(consultation(reader))
