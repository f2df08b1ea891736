"""The room of exchange: swap with a stick, give bundles, take them in, settle what desks wrote differently."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from hrdesk.desk import Announcement
from hrdesk.desktop.exchange.after_adoption import AfterAdoption
from hrdesk.desktop.exchange.desks import Desks
from hrdesk.desktop.exchange.giving import Giving
from hrdesk.desktop.exchange.loose import Loose
from hrdesk.desktop.exchange.protecting import Protecting
from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.exchange.sections import Sections
from hrdesk.desktop.exchange.side_by_side import SideBySide
from hrdesk.desktop.exchange.swapping import Swapping
from hrdesk.desktop.exchange.taking import Taking
from hrdesk.desktop.exchange.to_settle import ToSettle
from hrdesk.desktop.exchange.tools import Tools
from hrdesk.desktop.exchange.withdrawal import Withdrawing
from hrdesk.desktop.shell.panel import Action, Panel
from hrdesk.desktop.shell.way import way_to
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.exchange.bundle import is_bundle
from hrdesk.exchange.queries import has_met_others
from hrdesk.exchange.receipt import unbundled
from hrdesk.language import N_
from hrdesk.language.interface import plural_
from hrdesk.store.reading import Reader

REST = 150
"""Milliseconds of rest after a change before the sections read anew."""
REST_UNSEEN = 2_000
"""The same out of sight, where only the number in the tab follows."""


class ExchangePanel(Panel):
    """Sections at the left, one page at the right. ``conflicts_counted`` is for the title of the tab.

    ``record_requested`` carries room and record of what somebody wants to see where it is at home, ``look_requested``
    wishes for this room itself: files were dropped elsewhere.
    """

    ROOM = "exchange"
    TITLE = N_("Exchange")

    conflicts_counted = Signal(int)
    record_requested = Signal(str, str)
    look_requested = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._warned_of = 0
        self.swapping = Swapping(workplace, self)
        self.taking = Taking(workplace, self)
        self.giving = Giving(workplace, self)
        self.to_settle = ToSettle(workplace, self)
        self.side_by_side = SideBySide(workplace, self)
        self.after_adoption = AfterAdoption(workplace, self)
        self.loose = Loose(workplace, self)
        self.desks = Desks(workplace, self)
        self.withdrawing = Withdrawing(workplace, self)
        self.protecting = Protecting(workplace, self)
        self.tools = Tools(workplace, self)
        self._all: list[Section] = [
            self.swapping,
            self.taking,
            self.giving,
            self.to_settle,
            self.side_by_side,
            self.after_adoption,
            self.loose,
            self.withdrawing,
            self.protecting,
            self.desks,
            self.tools,
        ]
        self.sections = Sections(self._all, self)
        self._warning = QLabel(self)
        self._warning.setWordWrap(True)
        self._warning.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.addWidget(self._warning)
        layout.addWidget(self.sections)
        self.setFocusProxy(self.sections.list)
        self.to_settle.counted.connect(self.conflicts_counted)
        for section in (self.swapping, self.taking):
            section.settle_requested.connect(self.show_conflicts)
        for one in (self.side_by_side, self.loose, self.protecting):
            one.record_requested.connect(self._on_record)
        self.protecting.withdraw_requested.connect(self.show_withdrawing)
        self._rest.timeout.connect(self._follow)
        self.retranslate()

    @property
    def conflicts(self) -> int:
        """Count what is to be settled."""
        return len(self.to_settle.conflicts)

    def actions_of_room(self) -> list[Action]:
        """Give the actions of this room."""
        return [
            Action("exchange.swap", N_("Swap with the stick"), "Ctrl+Shift+M", self._swap, "exchange"),
            Action("exchange.write", N_("Write a bundle…"), "Ctrl+B", self._write, "exchange"),
            Action("exchange.starter", N_("Starter bundle for new desks…"), "", self._write_starter, "exchange"),
            Action("exchange.choose", N_("Choose bundles to merge…"), "Ctrl+M", self._choose, "exchange"),
            Action("exchange.conflicts", N_("Go to the conflicts"), "Ctrl+L", self.show_conflicts, "exchange"),
            Action("exchange.settle", N_("Settle the conflict"), "Ctrl+Return", self._settle, "exchange"),
            Action("exchange.alike", N_("Settle alike…"), "Ctrl+Shift+L", self._settle_alike, "exchange"),
            Action("exchange.seen", N_("Changed in two places: seen"), "", self.side_by_side.do_seen, "exchange"),
            Action("exchange.withdraw", N_("Withdraw a testimony…"), "", self.show_withdrawing, "exchange"),
            Action("exchange.protect", N_("Protect a person…"), "", self.show_protecting, "exchange"),
            Action("exchange.export", N_("Save for another program…"), "", self._export, "exchange"),
            Action("exchange.take", N_("Take in a file of another program…"), "", self._take, "exchange"),
            Action("exchange.parts", N_("Parts of the exchange"), "F6", self.go_across, "exchange"),
        ]

    def refresh(self) -> None:
        """Read everything anew."""
        self._rest.stop()
        self._follow()

    def close_up(self) -> bool:
        """Ask once when something was written here that no bundle has carried away yet."""
        count = 0 if self._warned_of else self._unbundled()
        self._warned_of = count
        if count:
            self.sections.show_section(self.giving)
        self._warn()
        return not count

    def hear(self, announcement: Announcement) -> None:
        """Follow every change: it may settle a conflict or make one; a row of changes is followed once."""
        if announcement.records:
            self._warned_of = 0
            self._warn()
        self._rest.start(REST if self.isVisible() else REST_UNSEEN)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up when it is looked at."""
        super().showEvent(event)
        if self._rest.isActive():
            self.refresh()
        for section in self._all:
            section.catch_up()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.sections.retranslate()
        self._warn()

    def take_files(self, paths: list[Path]) -> bool:
        """Look at bundles that were dropped on the window; a file that may be a broken one is looked at too."""
        wanted = [path for path in paths if is_bundle(path) or ".hrdesk" in path.name or path.name.endswith(".json")]
        if wanted:
            self.sections.show_section(self.taking)
            self.taking.look_at(wanted)
            self.look_requested.emit()
            return True
        if self.tools.take_files(paths):
            self.sections.show_section(self.tools)
            self.look_requested.emit()
            return True
        return False

    def show_conflict(self, record: str, field: str = "") -> None:
        """Go to the conflict about a field of a record."""
        self.sections.show_section(self.to_settle)
        self.to_settle.show_conflict(record, field)

    def show_conflicts(self) -> None:
        """Go to the list of conflicts."""
        self.sections.show_section(self.to_settle)
        self.to_settle.show_list()

    def show_withdrawing(self, record: str = "") -> None:
        """Go to where something is withdrawn; ``record`` is what somebody has in mind."""
        self.sections.show_section(self.withdrawing)
        if record:
            self.withdrawing.show_item(record)
        self.sections.go_in()

    def show_protecting(self, person: str = "") -> None:
        """Go to where a person is protected; ``person`` is whom somebody has in mind."""
        self.sections.show_section(self.protecting)
        if person:
            self.protecting.show_person(person)
        self.sections.go_in()

    def go_across(self) -> None:
        """Go from the list of sections to the page, and from anywhere else to the list."""
        if self.sections.list.hasFocus():
            self.sections.go_in()
        else:
            self.sections.list.setFocus()

    def _on_record(self, _kind: str, record: str) -> None:
        """Find the room where a record is at home."""

        def way(reader: Reader) -> tuple[str, str] | None:
            held = reader.find(record)
            return way_to(reader, held) if held else None

        found = self.workplace.ask(way)
        if found is not None:
            self.record_requested.emit(*found)

    def _warn(self) -> None:
        """Say what would be left behind without a bundle, once that was asked."""
        self._warning.setText(
            plural_(
                "⚠ {number} change of yours is in no bundle yet. Write one, or close once more to leave without.",
                "⚠ {number} changes of yours are in no bundle yet. Write one, or close once more to leave without.",
                self._warned_of,
            )
        )
        self._warning.setAccessibleName(self._warning.text())
        self._warning.setVisible(bool(self._warned_of))

    def _unbundled(self) -> int:
        """Count what nobody else can have; a desk that never met another one has nobody to give it to."""
        profile = self.workplace.desk.file.profile
        if profile.folder.resolve() in self.workplace.path.resolve().parents:
            return 0  # the program's own folder holds no desk but the sample

        def count(reader: Reader) -> int:
            return unbundled(reader, profile) if has_met_others(reader) else 0

        return self.workplace.ask(count)

    def _follow(self) -> None:
        for section in self._all:
            section.hear(is_room_seen=self.isVisible())

    def _swap(self) -> None:
        self.sections.show_section(self.swapping)
        self.swapping.do_swap()

    def _write(self) -> None:
        self.sections.show_section(self.giving)
        self.giving.write_bundle()

    def _write_starter(self) -> None:
        self.sections.show_section(self.giving)
        self.giving.write_starter()

    def _choose(self) -> None:
        self.sections.show_section(self.taking)
        self.taking.choose_bundles()

    def _export(self) -> None:
        self.sections.show_section(self.tools)
        self.tools.out.ask_where()

    def _take(self) -> None:
        self.sections.show_section(self.tools)
        self.tools.into.ask_which()

    def _settle(self) -> None:
        if self.to_settle.together.isVisible():
            self.to_settle.together.do_settle()
        else:
            self.to_settle.settling.do_settle()

    def _settle_alike(self) -> None:
        self.sections.show_section(self.to_settle)
        self.to_settle.settle_alike()
