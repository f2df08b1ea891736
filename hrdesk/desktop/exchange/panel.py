"""The room of exchange: give bundles, take them in, settle what two desks wrote differently."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desk import Announcement
from hrdesk.desktop.exchange.conflict_list import ConflictList
from hrdesk.desktop.exchange.conflict_words import title_of_conflict
from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.exchange.giving import Giving
from hrdesk.desktop.exchange.logs import Log
from hrdesk.desktop.exchange.settling import Settling
from hrdesk.desktop.exchange.taking import Taking
from hrdesk.desktop.shell.panel import Action, Panel
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.exchange.bundle import is_bundle
from hrdesk.exchange.queries import Conflict, authors, conflicts, incoming
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.store.reading import Reader

REST = 150
"""Milliseconds of rest after a change before the standings are read anew."""
REST_UNSEEN = 2_000
"""The same out of sight, where only the number in the tab follows."""


@dataclass(frozen=True)
class Standings:
    """How the exchange stands: conflicts, bundles that came in, who wrote here."""

    conflicts: list[Conflict]
    incoming: list[dict[str, Any]]
    authors: list[dict[str, Any]]


class ExchangePanel(Panel):
    """Gives, takes in and settles. ``conflicts_counted`` tells how many there are, for the title of the tab."""

    ROOM = "exchange"
    TITLE = N_("Exchange")

    conflicts_counted = Signal(int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._standings = Standings([], [], [])
        self._wanted: tuple[str, str] | None = None
        self._asked = 0
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self.giving = Giving(workplace, self)
        self.taking = Taking(workplace, self)
        self.list = ConflictList(self)
        self.settling = Settling(workplace, self)
        self.parts = QTabWidget(self)
        self._nothing = QLabel(self)
        self._came_in, self._authors = Log(self), Log(self)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_current)
        self.list.number_pressed.connect(self.settling.choose)
        self.taking.merged.connect(self._on_merged)
        self._rest.timeout.connect(self.refresh)
        self.retranslate()

    @property
    def conflicts(self) -> int:
        """Count what is to be settled."""
        return len(self._standings.conflicts)

    def actions_of_room(self) -> list[Action]:
        """Give the actions of this room."""
        return [
            Action("exchange.write", N_("Write a bundle…"), "Ctrl+B", self.giving.write_bundle, "exchange"),
            Action("exchange.starter", N_("Starter bundle for new desks…"), "", self.giving.write_starter, "exchange"),
            Action("exchange.choose", N_("Choose bundles to merge…"), "Ctrl+M", self.taking.choose_bundles, "exchange"),
            Action("exchange.conflicts", N_("Go to the conflicts"), "Ctrl+L", self.show_conflicts, "exchange"),
            Action("exchange.settle", N_("Settle the conflict"), "Ctrl+Return", self.settling.do_settle, "exchange"),
        ]

    def refresh(self) -> None:
        """Read everything anew."""
        self._rest.stop()
        self._asked += 1
        number = self._asked
        self.workplace.read(_read, lambda standings: self._on_read(standings, number))
        if self.isVisible():
            self.giving.refresh()

    def hear(self, announcement: Announcement) -> None:
        """Follow every change: it may settle a conflict or make one; a row of changes is followed once."""
        del announcement
        self._rest.start(REST if self.isVisible() else REST_UNSEEN)

    def showEvent(self, event: QShowEvent) -> None:
        """Count what would travel when it is looked at."""
        super().showEvent(event)
        if self._rest.isActive():
            self.refresh()
        else:
            self.giving.refresh()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.list.setAccessibleName(_("Conflicts"))
        for part in (self.parts, self.parts.tabBar()):
            part.setAccessibleName(_("Conflicts and logs"))
        self._nothing.setText(_("✓ There is nothing to settle: no two desks wrote different values for one field."))
        self.giving.retranslate()
        self.taking.retranslate()
        self._show()
        self.settling.retranslate()

    def take_files(self, paths: list[Path]) -> bool:
        """Look at bundles that were dropped on the window; a file that may be a broken one is looked at too."""
        wanted = [path for path in paths if is_bundle(path) or path.name.endswith(".json")]
        if wanted:
            self.taking.look_at(wanted)
        return bool(wanted)

    def show_conflict(self, record: str, field: str = "") -> None:
        """Go to the conflict about a field of a record."""
        self._wanted = (record, field)
        self._choose_wanted()

    def show_conflicts(self) -> None:
        """Go to the list of conflicts."""
        self.parts.setCurrentIndex(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, standings: Standings, number: int) -> None:
        if number != self._asked:
            return  # a newer answer is on the way
        before = self.conflicts
        self._standings = standings
        self._show()
        if before != self.conflicts or not before:
            self.conflicts_counted.emit(self.conflicts)

    def _show(self) -> None:
        """Fill the list and the logs; the conflict that is being read stays, else the next one is shown."""
        found = self._standings.conflicts
        row = max(self.list.currentRow(), 0)
        shown = self.settling.conflict
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            QListWidgetItem("⚠ " + title_of_conflict(one), self.list)
        keys = [(one.record, one.field) for one in found]
        if shown is not None and (shown.record, shown.field) in keys:
            row = keys.index((shown.record, shown.field))
        self.list.setCurrentRow(min(row, len(found) - 1))
        self.list.blockSignals(False)
        self._fit_list()
        self.list.setVisible(bool(found))
        self.settling.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.setFocusProxy(self.list if found else self.giving.write)
        self._on_current(self.list.currentRow())
        self._choose_wanted()
        self._show_logs()

    def _show_logs(self) -> None:
        count = self.conflicts
        self.parts.setTabText(0, _("Conflicts ({number})", number=str(count)) if count else _("Conflicts"))
        self.parts.setTabText(1, _("What came in"))
        self.parts.setTabText(2, _("Who wrote here"))
        names = {row["device"]: who(row["by"], row["device"]) for row in self._standings.authors}
        self._came_in.show_rows(
            _("What came in"),
            (_("Bundle"), _("From"), _("Merged"), _("New"), _("Known")),
            [
                (
                    row["name"],
                    names.get(row["sender"], who("", row["sender"])),
                    moment(row["merged_at"]),
                    f"{row['new']:,}",
                    f"{row['known']:,}",
                )
                for row in self._standings.incoming
            ],
            (3, 4),
        )
        self._authors.show_rows(
            _("Who wrote here"),
            (_("Desk"), _("Changes"), _("Last change")),
            [
                (
                    _author(row),
                    f"{row['changes']:,}",
                    moment(row["latest"]),
                )
                for row in self._standings.authors
            ],
            (1,),
        )

    def _choose_wanted(self) -> None:
        if self._wanted is None:
            return
        record, field = self._wanted
        for row, one in enumerate(self._standings.conflicts):
            if one.record == record and (not field or field == one.field or field in one.fields):
                self._wanted = None
                self.parts.setCurrentIndex(0)
                self.list.setCurrentRow(row)
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _on_current(self, row: int) -> None:
        found = self._standings.conflicts
        self.settling.show_conflict(found[row] if 0 <= row < len(found) else None)

    def _on_merged(self) -> None:
        self.parts.setCurrentIndex(0)

    def _fit_list(self) -> None:
        """Give the list the room of its rows, up to five, and the rest to the versions."""
        rows = min(max(self.list.count(), 1), 5)
        height = self.list.sizeHintForRow(0) if self.list.count() else 24
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth() + 2)

    def _lay_out(self) -> None:
        make_roomy(self.list)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._nothing.setContentsMargins(0, 12, 0, 0)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(14)
        rule = QFrame(left)
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setForegroundRole(rule.palette().ColorRole.Mid)
        for widget in (self.giving, rule, self.taking):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(left)
        settle = QWidget(self)
        below = QVBoxLayout(settle)
        below.setContentsMargins(0, 8, 0, 0)
        below.addWidget(self._nothing)
        below.addWidget(self.list)
        below.addWidget(self.settling, 1)
        self.parts.setDocumentMode(True)
        for part in (settle, self._came_in, self._authors):
            self.parts.addTab(part, "")
        sides = QSplitter(self)
        sides.addWidget(area)
        sides.addWidget(self.parts)
        sides.setChildrenCollapsible(False)
        sides.setSizes([560, 760])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.addWidget(sides)


def _author(row: dict[str, Any]) -> str:
    named = who(row["by"], row["device"])
    return _("{desk} ⚠ written twice under one name", desk=named) if row["forked"] else named


def _read(reader: Reader) -> Standings:
    return Standings(conflicts(reader), incoming(reader), authors(reader))
