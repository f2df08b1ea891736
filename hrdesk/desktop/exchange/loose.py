"""The section of what may stand here twice and of what refers to something that is not here: for staff to tidy."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.conflict_words import fields_word, kind_word
from hrdesk.desktop.exchange.logs import Log
from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.exchange.twice import Twice
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.titles import shortened, title_of
from hrdesk.exchange.duplicates import Suspicion, duplicates
from hrdesk.exchange.queries import LooseEnd, loose_ends
from hrdesk.language import N_
from hrdesk.language.interface import _, plural_
from hrdesk.records import KINDS
from hrdesk.store.reading import Reader

MOST_SHOWN = 500
"""Rows that are shown; the rest is counted."""


@dataclass(frozen=True)
class _Told:
    rows: list[tuple[LooseEnd, str]]
    count: int
    twice: list[Suspicion]


class Loose(Section):
    """``record_requested`` carries kind and record."""

    TITLE = N_("Duplicates and loose ends")

    record_requested = Signal(str, str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._told = _Told([], 0, [])
        self.twice = Twice(workplace, self)
        self._words = QLabel(self)
        self.list = Log(self)
        self._words.setWordWrap(True)
        self._words.setBuddy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.twice)
        layout.addSpacing(8)
        layout.addWidget(self._words)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        self.twice.record_requested.connect(self.record_requested)
        self.list.opened.connect(lambda key: self.record_requested.emit(*key))
        self.retranslate()

    def refresh(self) -> None:
        """Read the list anew."""
        self.ask(_read, self._on_read)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.twice.show_found(self._told.twice)
        told, count = self._told, self._told.count
        words = plural_(
            "{number} record refers to something that is not in this desk. Nothing was taken away with what was"
            " deleted; Enter goes to the record.",
            "{number} records refer to something that is not in this desk. Nothing was taken away with what was"
            " deleted; Enter goes to the record.",
            count,
        )
        self._words.setText(words if count else _("✓ Everything that is referred to is here."))
        self.list.setVisible(bool(count))
        self.setFocusProxy(self.twice.list if told.twice else self.list if count else None)  # type: ignore[arg-type]  # Qt takes none as well
        self.list.show_rows(
            _("Loose ends"),
            (_("Record"), _("Field"), _("What it refers to")),
            [
                (
                    _("{what}: {text}", what=kind_word(one.kind), text=shortened(title)),
                    fields_word(one.kind, (one.field,)),
                    _state_word(one),
                )
                for one, title in told.rows
            ],
            (),
            [(one.kind, one.record) for one, _title in told.rows],
        )

    def _on_read(self, told: _Told) -> None:
        self._told = told
        self.retranslate()


def _read(reader: Reader) -> _Told:
    found = loose_ends(reader)
    rows = []
    for one in found[:MOST_SHOWN]:
        held = reader.get(KINDS[one.kind], one.record)
        rows.append((one, title_of(held, reader) if held else one.title))
    return _Told(rows, len(found), duplicates(reader))


def _state_word(one: LooseEnd) -> str:
    if one.was_deleted:
        return _("was deleted; this belonged to it") if one.belongs else _("was deleted")
    return _("has not come to this desk; this belongs to it") if one.belongs else _("has not come to this desk")
