"""The section of what must be settled: the conflicts, narrowed as a person likes, one after another or many alike."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.conflict_list import ConflictList
from hrdesk.desktop.exchange.conflict_words import title_of_conflict, what_of
from hrdesk.desktop.exchange.exchange_words import who
from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.exchange.settling import Settling
from hrdesk.desktop.exchange.together import Together
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.exchange.queries import Conflict, conflicts
from hrdesk.exchange.settling import can_be_settled
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.recommendations.queries import WORDING, proposals
from hrdesk.store.reading import Reader

MOST_ROWS = 6
"""Rows of the list that are shown at once; the rest of the height belongs to the versions."""


class ToSettle(Section):
    """Two values for one field: a person says which one stands."""

    TITLE = N_("To settle")
    COUNTS = COUNTS_ALWAYS = True
    SCROLLS_ITSELF = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.conflicts: list[Conflict] = []
        self._shown: list[Conflict] = []
        self._wanted: tuple[str, str] | None = None
        self.kinds, self.desks = ListBox(self), ListBox(self)
        self.alike = QPushButton(self)
        self.list = ConflictList(self)
        self.settling = Settling(workplace, self)
        self.together = Together(workplace, self)
        self.nothing = QLabel(self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_current)
        self.list.number_pressed.connect(self.settling.choose)
        self.list.settle_requested.connect(self.settling.do_settle)
        self.settling.settled.connect(self._on_settled)
        self.together.settled.connect(self._take_out)
        self.together.left.connect(self.show_list)
        self.alike.clicked.connect(self.settle_alike)
        for box in (self.kinds, self.desks):
            box.activated.connect(lambda _place: self._show())
        self.retranslate()

    def refresh(self) -> None:
        """Read the conflicts anew."""
        self.ask(to_settle, self._on_read)

    def show_conflict(self, record: str, field: str = "") -> None:
        """Go to the conflict about a field of a record, whatever the list is narrowed to."""
        self._wanted = (record, field)
        self._choose_wanted()

    def show_list(self) -> None:
        """Go to the list."""
        self._pages.setCurrentIndex(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle_alike(self) -> None:
        """Settle what the list is narrowed to by one rule."""
        if self._shown and self.isVisible():
            self._pages.setCurrentWidget(self.together)
            self.together.show_conflicts(self._shown)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.list.setAccessibleName(_("Conflicts"))
        self.kinds.setAccessibleName(_("Which field"))
        self.desks.setAccessibleName(_("Which desk"))
        self.nothing.setText(_("✓ There is nothing to settle: no two desks wrote different values for one field."))
        self.settling.retranslate()
        self.together.retranslate()
        self._show()

    def _on_read(self, found: list[Conflict]) -> None:
        if found != self.conflicts:
            self.conflicts = found
            self._show()
        self.count(len(found))

    def _show(self) -> None:
        """Fill the list; the conflict that is being read stays, else the next one is shown."""
        self._offer(self.kinds, _("All fields"), {what_of(one): what_of(one) for one in self.conflicts})
        self._offer(self.desks, _("All desks"), _desks(self.conflicts))
        self._shown = [one for one in self.conflicts if self._is_wanted(one)]
        row = max(self.list.currentRow(), 0)
        keys = [(one.record, one.field) for one in self._shown]
        current = self.settling.conflict
        if current is not None and (current.record, current.field) in keys:
            row = keys.index((current.record, current.field))
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._shown:
            QListWidgetItem("⚠ " + title_of_conflict(one), self.list)
        self.list.setCurrentRow(min(row, len(keys) - 1))
        self.list.blockSignals(False)
        self._fit()
        has_any = bool(self.conflicts)
        for widget in (self.kinds, self.desks, self.list, self.settling):
            widget.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        number = str(len(self._shown))
        self.alike.setText(_("Settle these {number} alike…", number=number))
        self.alike.setVisible(len(self._shown) > 1)
        if not self._shown:
            self._pages.setCurrentIndex(0)
        self.setFocusProxy(self.list if has_any else None)  # type: ignore[arg-type]  # Qt takes none as well
        self._on_current(self.list.currentRow())
        self._choose_wanted()

    def _is_wanted(self, conflict: Conflict) -> bool:
        what, desk = self.kinds.currentData(), self.desks.currentData()
        is_kind = not what or what_of(conflict) == what
        return is_kind and (not desk or any(one.device.split(".")[0] == desk for one in conflict.versions))

    def _offer(self, box: ListBox, everything: str, offers: dict[str, str]) -> None:
        """Fill a list with what there is and how often; what was chosen stays while it is there."""
        held = box.currentData()
        box.clear()
        box.addItem(everything, "")
        for value, words in sorted(offers.items(), key=lambda one: one[1]):
            box.addItem(words, value)
        box.setCurrentIndex(max(box.findData(held), 0))

    def _on_settled(self) -> None:
        conflict = self.settling.conflict
        if conflict is not None:
            self._take_out([conflict])
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, settled: list[Conflict]) -> None:
        """Let the next one come at once; what the desk says follows."""
        self.forget_answers()
        gone = {(one.record, one.field) for one in settled}
        self.conflicts = [one for one in self.conflicts if (one.record, one.field) not in gone]
        self._show()
        self.count(len(self.conflicts))

    def _choose_wanted(self) -> None:
        if self._wanted is None:
            return
        is_meant: Callable[[Conflict], bool] = lambda one: (  # noqa: E731 - asked twice, of two lists
            self._wanted is not None
            and one.record == self._wanted[0]
            and (not self._wanted[1] or self._wanted[1] in (one.field, *one.fields))
        )
        if not any(map(is_meant, self._shown)) and any(map(is_meant, self.conflicts)):
            self.kinds.setCurrentIndex(0)
            self.desks.setCurrentIndex(0)
            self._show()
            return
        for row, one in enumerate(self._shown):
            if is_meant(one):
                self._wanted = None
                self.list.setCurrentRow(row)
                self.show_list()
                return

    def _on_current(self, row: int) -> None:
        self.settling.show_conflict(self._shown[row] if 0 <= row < len(self._shown) else None)

    def _fit(self) -> None:
        """Give the list the room of its rows, up to a few, and the rest to the versions."""
        rows = min(max(self.list.count(), 1), MOST_ROWS)
        height = self.list.sizeHintForRow(0) if self.list.count() else 24
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth() + 2)

    def _lay_out(self) -> None:
        make_roomy(self.list)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        one_by_one = QWidget(self)
        line = QHBoxLayout()
        for box in (self.kinds, self.desks):
            line.addWidget(box, 1)
        line.addWidget(self.alike)
        column = QVBoxLayout(one_by_one)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        column.addWidget(self.settling, 1)
        self._pages.addWidget(one_by_one)
        self._pages.addWidget(self.together)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)


def to_settle(reader: Reader) -> list[Conflict]:
    """Give the conflicts but those about adopted texts, where nothing can be chosen and which have their own list.

    What a newer version contests is left to that version, too.
    """
    adopted = {one.recommendation for one in proposals(reader)}
    found = [one for one in conflicts(reader) if can_be_settled(one)]
    return [one for one in found if not (one.record in adopted and one.field == WORDING)]


def _desks(found: list[Conflict]) -> dict[str, str]:
    return {one.device.split(".")[0]: who(one.by, one.device) for each in found for one in each.versions}
