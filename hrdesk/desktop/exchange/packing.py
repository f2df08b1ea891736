"""What a bundle is to hold and for whom: chosen in four lines, with a list of what would stay, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.exchange.conflict_words import kind_word
from hrdesk.desktop.exchange.logs import KEY, Log
from hrdesk.desktop.exchange.packing_question import Addressed, Question
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.errors import Refused
from hrdesk.exchange.deciding import NAMED
from hrdesk.exchange.scope import Mode, Parcel, Scope, Staying
from hrdesk.exchange.sending import Wrapping
from hrdesk.language import N_
from hrdesk.language.interface import _, context_, plural_
from hrdesk.records import Consultation, Session
from hrdesk.records.classes import SENSITIVITY

STAFF, DESKS, PASSPHRASE, ANYBODY = "staff", "desks", "passphrase", "anybody"
FEWEST_SIGNS = 12
"""A passphrase that is shorter is guessed by whoever finds the stick; four words are longer."""
MOST_SHOWN = 500
_TITLE = 80


class Packing(QWidget):
    """``changed`` says that something else was chosen, so that what would go is to be looked at anew."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._addressed = Addressed()
        self._staying: tuple[Staying, ...] = ()
        self._outside = 0
        self._allowed: dict[str, Staying] = {}
        self._was_asked = self._is_reader_chosen = False
        self.place, self.upto, self.reader = QComboBox(self), QComboBox(self), QComboBox(self)
        self.heads = QCheckBox(self)
        self.seats = Log(self)
        self.passphrase = QLineEdit(self)
        self.stays = Log(self)
        self._words = QLabel(self)
        self._labels = [QLabel(self) for _label in range(3)]
        self._form = QFormLayout()
        self._lay_out()
        self.reader.activated.connect(self._on_reader)
        for box in (self.place, self.upto, self.reader):
            box.activated.connect(self._on_chosen)
        self.heads.toggled.connect(lambda _on: self.changed.emit())
        self.seats.itemChanged.connect(lambda *_item: self.changed.emit())
        self.stays.itemChanged.connect(lambda item, _column: self._on_let_go(item))
        self.retranslate()

    @property
    def mode(self) -> Mode:
        """Say whether earlier wordings go along."""
        return "heads" if self.heads.isChecked() else "history"

    @property
    def allowed(self) -> frozenset[str]:
        """Give the records that somebody lets go although a protected name stands in them."""
        return frozenset(self._allowed)

    @property
    def is_encrypted(self) -> bool:
        """Tell whether nobody else could read it."""
        return self._for() != ANYBODY

    @property
    def has_passphrase(self) -> bool:
        """Tell whether it is for whoever knows a passphrase."""
        return self._for() == PASSPHRASE

    def scope(self, confidential: bool) -> Scope:
        """Give how far the bundle reaches."""
        kind, record = self.place.currentData() or ("", "")
        limit = SENSITIVITY[-1] if confidential else str(self.upto.currentData() or SENSITIVITY[1])
        return Scope(
            consultation=record if kind == Consultation.kind else None,
            session=record if kind == Session.kind else None,
            sensitivity=limit,
        )

    def wrapping(self) -> Wrapping:
        """Give for whom it is encrypted; Refused when nobody was named or the passphrase is too short."""
        wanted = self._for()
        if wanted == STAFF:
            return Wrapping(tuple(address for _name, address in self._addressed.staff))
        if wanted == DESKS:
            named = tuple(
                str(item.data(0, KEY)) for item in self.seats.items if item.checkState(0) == Qt.CheckState.Checked
            )
            if not named:
                raise Refused(N_("No desk is ticked. Nothing was written; please tick who is to read the bundle."))
            return Wrapping(named)
        if wanted == PASSPHRASE:
            told = self.passphrase.text()
            if len(told) < FEWEST_SIGNS:
                raise Refused(
                    N_("The passphrase has fewer than {number} signs. Nothing was written; please take four words."),
                    number=FEWEST_SIGNS,
                )
            return Wrapping(passphrase=told)
        return Wrapping()

    def look(self, confidential: bool) -> Question:
        """Give the question what such a bundle would hold, to be asked in another thread."""
        return Question(self._workplace.desk, self.scope(confidential), self.mode, self.is_encrypted, self.allowed)

    def show_parcel(self, addressed: Addressed, parcel: Parcel) -> None:
        """Show what would stay, and whom it can be for."""
        self._staying, self._outside = parcel.staying, parcel.outside
        if addressed != self._addressed or not self._was_asked:
            self._addressed, self._was_asked = addressed, True
            self._fill()
        self._show_staying()

    def forget(self) -> None:
        """Let nothing stand that is to be said anew for each bundle."""
        self._allowed.clear()
        self.passphrase.clear()

    def retranslate(self) -> None:
        """Set every word anew."""
        for label, words in zip(self._labels, (_("About"), _("Up to the class"), _("For")), strict=True):
            label.setText(words)
        self.heads.setText(_("Leave earlier wordings here"))
        self.heads.setToolTip(_("The bundle holds what stands now, and not what stood there before"))
        self.passphrase.setPlaceholderText(_("Four words or more, told apart from the stick"))
        self.passphrase.setAccessibleName(_("Passphrase"))
        self._fill()
        self._show_staying()

    def _for(self) -> str:
        return str(self.reader.currentData() or ANYBODY)

    def _fill(self) -> None:
        staff, seats = self._addressed.staff, self._addressed.seats
        self._choose(
            self.place,
            [
                (_("Everything in this desk"), ("", "")),
                *((shortened(title, _TITLE), (kind, record)) for kind, record, title in self._addressed.places),
            ],
        )
        self._choose(
            self.upto,
            [(_("Only what is public"), SENSITIVITY[0]), (_("Public and restricted"), SENSITIVITY[1])],
            SENSITIVITY[1],
        )
        names = context_("between the parts of a list", ", ").join(name for name, _address in staff)
        told: list[tuple[str, object]] = []
        if staff:
            told.append((_("{names} (encrypted)", names=names), STAFF))
        if seats:
            told.append((_("Desks that I tick (encrypted)"), DESKS))
        told += [(_("Whoever knows a passphrase (encrypted)"), PASSPHRASE), (_("Anybody (not encrypted)"), ANYBODY)]
        if not self._is_reader_chosen:  # what stood there before staff was known is nobody's choice
            self.reader.clear()
        self._choose(self.reader, told, STAFF if staff else ANYBODY)
        self.seats.blockSignals(True)
        self.seats.show_rows(
            _("Desks that can read it"),
            (_("Desk"),),
            [(name,) for name, _address in seats],
            (),
            [one for _n, one in seats],
        )
        for item in self.seats.items:
            item.setCheckState(0, Qt.CheckState.Unchecked)
        self.seats.blockSignals(False)
        self._show_fitting()

    def _choose(self, box: QComboBox, told: Sequence[tuple[str, object]], first: object = None) -> None:
        """Fill a box; what was chosen stays chosen as long as it is there."""
        held = box.currentData() if box.count() else first
        box.clear()
        for words, data in told:
            box.addItem(words, data)
        place = next((number for number, (_words, data) in enumerate(told) if data == held), -1)
        if place < 0:
            place = next((number for number, (_words, data) in enumerate(told) if data == first), 0)
        box.setCurrentIndex(place)

    def _show_fitting(self) -> None:
        wanted = self._for()
        self.seats.setVisible(wanted == DESKS)
        self.passphrase.setVisible(wanted == PASSPHRASE)

    def _show_staying(self) -> None:
        count = len(self._staying)
        lines = []
        if count:
            lines.append(plural_("{number} record stays here:", "{number} records stay here:", count))
        if self._outside:
            told = plural_(
                "{number} record belongs to something else.",
                "{number} records belong to something else.",
                self._outside,
            )
            lines.append(told)
        self._words.setText("\n".join(lines))
        self._words.setVisible(bool(lines))
        self.stays.setVisible(bool(count or self._allowed))
        known = {**{one.record: one for one in self._staying}, **self._allowed}
        shown = sorted(known.values(), key=lambda one: (one.why != NAMED, one.why, one.kind, one.record))[:MOST_SHOWN]
        self.stays.blockSignals(True)
        self.stays.show_rows(
            _("What stays here, and why"),
            (_("Record"), _("Why")),
            [
                (_("{what}: {text}", what=kind_word(one.kind), text=shortened(one.title, _TITLE)), _(one.why))
                for one in shown
            ],
            (),
            [one.record for one in shown],
            wide=(0, 1),
        )
        for item, one in zip(self.stays.items, shown, strict=True):
            if one.why == NAMED:
                is_let_go = one.record in self._allowed
                item.setCheckState(0, Qt.CheckState.Checked if is_let_go else Qt.CheckState.Unchecked)
                item.setToolTip(0, _("Tick it to let it go all the same"))
        self.stays.blockSignals(False)

    def _on_chosen(self, _place: int) -> None:
        self._show_fitting()
        self.changed.emit()

    def _on_reader(self, _place: int) -> None:
        self._is_reader_chosen = True

    def _on_let_go(self, item: QTreeWidgetItem) -> None:
        """Let a record go although a name stands in it, or hold it back after all."""
        record = str(item.data(0, KEY))
        held = {one.record: one for one in self._staying}.get(record)
        if item.checkState(0) != Qt.CheckState.Checked:
            self._allowed.pop(record, None)
        elif held is not None:
            self._allowed[record] = held
        self.changed.emit()

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        for label, box in zip(self._labels, (self.place, self.upto, self.reader), strict=True):
            label.setBuddy(box)
            self._form.addRow(label, box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(24)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for log in (self.seats, self.stays):
            log.fit_rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._form)
        for widget in (self.seats, self.passphrase, self.heads, self._words, self.stays):
            layout.addWidget(widget)
