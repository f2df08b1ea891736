"""The section of wordings that reached a text after its adoption: taken up as new proposals, or dismissed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.exchange.side_by_side import LookedList
from hrdesk.desktop.exchange.version_card import ValueCard
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.exchange.queries import seats_here
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.recommendations.queries import Proposal, proposals
from hrdesk.store.reading import Reader

ROWS = 6


class AfterAdoption(Section):
    """The adopted text stands whatever happens here. Enter takes up, Space dismisses."""

    TITLE = N_("After adoption")
    COUNTS = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.found: dict[str, list[Proposal]] = {}
        self._seats: dict[str, str] = {}
        self._cards: list[ValueCard] = []
        self._words = QLabel(self)
        self.list = LookedList(self)
        self._shown = QWidget(self)
        self._column = QVBoxLayout(self._shown)
        self.take_up, self.dismiss = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_current)
        self.list.wanted.connect(self.do_take_up)
        self.list.seen.connect(self.do_dismiss)
        self.take_up.clicked.connect(self.do_take_up)
        self.dismiss.clicked.connect(self.do_dismiss)
        self.retranslate()

    def refresh(self) -> None:
        """Read the list anew."""
        self.ask(_read, self._on_read)

    def do_take_up(self) -> None:
        """Make proposals of their own of the wordings that wait at the text under the cursor."""
        self._run("take-up-proposals", _("Taken up as a new proposal"))

    def do_dismiss(self) -> None:
        """Let them rest."""
        self._run("dismiss-proposals", _("Dismissed; the adopted text stands"))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.list.setAccessibleName(_("Adopted texts with other wordings"))
        self.take_up.setText(_("Take up as a new proposal"))
        self.take_up.setToolTip(_("Enter"))
        self.dismiss.setText(_("Dismiss"))
        self.dismiss.setToolTip(_("Space"))
        self._show()

    def _on_read(self, told: tuple[dict[str, list[Proposal]], dict[str, str]]) -> None:
        self._seats = told[1]
        if told[0] != self.found:
            self.found = told[0]
            self._show()
        self.count(len(self.found))

    def _run(self, command: str, said: str) -> None:
        record = self._current()
        if not record or self.workplace.run(command, recommendation=record) is None:
            return
        self.workplace.kept.emit(said)
        self.forget_answers()
        self.found = {key: waiting for key, waiting in self.found.items() if key != record}
        self._show()
        self.count(len(self.found))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> str:
        row = self.list.currentRow()
        return list(self.found)[row] if 0 <= row < len(self.found) else ""

    def _show(self) -> None:
        row = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        for waiting in self.found.values():
            QListWidgetItem(shortened(waiting[0].adopted_text), self.list)
        self.list.setCurrentRow(min(row, len(self.found) - 1))
        self.list.blockSignals(False)
        self._words.setText(
            _(
                "A desk that did not know of the adoption wrote these texts differently. The adopted text stands, and"
                " documents print it; another wording can only become a proposal of its own. Enter: take up; Space:"
                " dismiss."
            )
            if self.found
            else _("✓ No other wording of an adopted text is waiting.")
        )
        height = self.list.sizeHintForRow(0) if self.found else 24
        rows = min(max(len(self.found), 1), ROWS)
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth() + 2)
        for widget in (self.list, self._shown, self.take_up, self.dismiss):
            widget.setVisible(bool(self.found))
        self.setFocusProxy(self.list if self.found else None)  # type: ignore[arg-type]  # Qt takes none as well
        self._on_current(self.list.currentRow())

    def _on_current(self, _row: int) -> None:
        while self._cards:
            card = self._cards.pop()
            card.hide()
            card.deleteLater()
        waiting = self.found.get(self._current(), [])
        if waiting:
            adopted = {"": waiting[0].adopted_text}
            self._add(_("As adopted"), adopted, None)
            for one in waiting:
                by = who(self._seats.get(one.device.split(".")[0], ""), one.device)
                heading = _("{who}, {time}", who=by, time=moment(one.at))
                self._add(heading, {"": one.text or _("(empty)")}, adopted)

    def _add(self, heading: str, words: dict[str, str], before: dict[str, str] | None) -> None:
        card = ValueCard(self._shown)
        card.show_version(heading, words, before, with_lost=True)
        self._cards.append(card)
        self._column.addWidget(card)

    def _lay_out(self) -> None:
        make_roomy(self.list)
        self._words.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        for button in (self.take_up, self.dismiss):
            line.addWidget(button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self._words, self.list, self._shown):
            layout.addWidget(widget)
        layout.addLayout(line)
        layout.addStretch(1)


def _read(reader: Reader) -> tuple[dict[str, list[Proposal]], dict[str, str]]:
    found: dict[str, list[Proposal]] = {}
    for one in proposals(reader):
        found.setdefault(one.recommendation, []).append(one)
    return found, seats_here(reader)
