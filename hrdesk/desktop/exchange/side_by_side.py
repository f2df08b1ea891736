"""The section of records that two desks changed in different fields: nothing to settle, a quick look, one key each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.conflict_words import fields_word, kind_word, place_words, telling, with_language
from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.exchange.version_card import ValueCard
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.exchange.queries import Place, TwoPlaces, two_places
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.recommendations.queries import proposals
from hrdesk.store.reading import Reader
from hrdesk.store.two_places import dismiss

ROWS = 6


class LookedList(QListWidget):
    """``seen`` says that the record at the cursor was looked at, ``wanted`` that somebody wants to go to it."""

    seen = Signal()
    wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Delete: seen. Enter: go there."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
            self.seen.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class SideBySide(Section):
    """Both changes stand, each in its field. ``record_requested`` carries kind and record."""

    TITLE = N_("Changed in two places")
    COUNTS = True

    record_requested = Signal(str, str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.found: list[TwoPlaces] = []
        self._cards: list[ValueCard] = []
        self._words = QLabel(self)
        self.list = LookedList(self)
        self._shown = QWidget(self)
        self._column = QVBoxLayout(self._shown)
        self.seen, self.go, self.all_seen = QPushButton(self), QPushButton(self), QPushButton(self)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_current)
        self.list.seen.connect(self.do_seen)
        self.list.wanted.connect(self._on_go)
        self.seen.clicked.connect(self.do_seen)
        self.go.clicked.connect(self._on_go)
        self.all_seen.clicked.connect(lambda: self._dismiss(""))
        self.retranslate()

    def refresh(self) -> None:
        """Read the list anew."""
        self.ask(_read, self._on_read)

    def do_seen(self) -> None:
        """Take the record at the cursor from the list; the next one follows."""
        row = self.list.currentRow()
        if 0 <= row < len(self.found):
            self._dismiss(self.found[row].record)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.list.setAccessibleName(_("Records changed in two places"))
        self.seen.setText(_("Seen"))
        self.seen.setToolTip(_("Space"))
        self.go.setText(_("Go to the record"))
        self.all_seen.setText(_("All seen"))
        self._show()

    def _on_read(self, found: list[TwoPlaces]) -> None:
        if found != self.found:
            self.found = found
            self._show()
        self.count(len(found))

    def _dismiss(self, record: str) -> None:
        self.forget_answers()
        with self.workplace.desk.file.writing() as connection:
            dismiss(connection, record)
        self.found = [one for one in self.found if record and one.record != record]
        self._show()
        self.count(len(self.found))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        row = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        for one in self.found:
            fields = " + ".join(fields_word(one.kind, telling(place)) for place in one.places)
            what = _("{kind}, {field}", kind=kind_word(one.kind), field=fields)
            QListWidgetItem(_("{what}: {text}", what=what, text=shortened(one.title)), self.list)
        self.list.setCurrentRow(min(row, len(self.found) - 1))
        self.list.blockSignals(False)
        self._words.setText(
            _(
                "Two desks changed different fields of these records. Both changes stand; have a look whether they"
                " fit together. Space: seen; Enter: go to the record."
            )
            if self.found
            else _("✓ No record was changed in two places.")
        )
        height = self.list.sizeHintForRow(0) if self.found else 24
        rows = min(max(len(self.found), 1), ROWS)
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth() + 2)
        for widget in (self.list, self._shown, self.seen, self.go, self.all_seen):
            widget.setVisible(bool(self.found))
        self.setFocusProxy(self.list if self.found else None)  # type: ignore[arg-type]  # Qt takes none as well
        self._on_current(self.list.currentRow())

    def _on_current(self, row: int) -> None:
        while self._cards:
            card = self._cards.pop()
            card.hide()
            card.deleteLater()
        if not 0 <= row < len(self.found):
            return
        one = self.found[row]
        for place in one.places:
            self._cards.append(self._card(one.kind, place))
            self._column.addWidget(self._cards[-1])

    def _card(self, kind: str, place: Place) -> ValueCard:
        card = ValueCard(self._shown)
        words = self.workplace.ask(lambda reader: place_words(kind, place, reader))
        time = with_language(moment(place.at), place.value)
        written = _("{who}, {time}", who=who(place.by, place.device), time=time)
        heading = _("{what}: {text}", what=fields_word(kind, telling(place)), text=written)
        card.show_version(heading, words, None)
        return card

    def _on_go(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.found):
            self.record_requested.emit(self.found[row].kind, self.found[row].record)

    def _lay_out(self) -> None:
        make_roomy(self.list)
        self._words.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        for button in (self.seen, self.go, self.all_seen):
            line.addWidget(button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._words)
        layout.addWidget(self.list)
        layout.addWidget(self._shown)
        layout.addLayout(line)
        layout.addStretch(1)


def _read(reader: Reader) -> list[TwoPlaces]:
    """Give what waits for a look, without adopted texts that were written otherwise: they have their own list."""
    adopted = {one.recommendation for one in proposals(reader)}
    return [one for one in two_places(reader) if one.record not in adopted]
