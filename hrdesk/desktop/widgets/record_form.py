"""The form of one record, made from the declaration of its noun: every field, each kept as soon as it is left."""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QWidget

from hrdesk.agenda.queries import contested
from hrdesk.desk import Announcement
from hrdesk.desktop.widgets.doorway import Doorway
from hrdesk.desktop.widgets.entries import Entry, LineEntry, ReferenceEntry, entry_for
from hrdesk.desktop.widgets.form_questions import sealed, targets
from hrdesk.desktop.widgets.form_row import NARROW, FormRow, give_room, made_row
from hrdesk.language.interface import _, current, plural_
from hrdesk.records import FieldInfo, Record, Value
from hrdesk.records.protection import is_adopted_text, lowered

ORDER_FIELD = "position"
"""Not shown: a record is moved in its list, and the key says nothing to a person."""

UNTOUCHED = frozenset({"device"})
"""Shown and not edited: the device of a seat is filled in by joining."""

FREE_LANGUAGE = "service_language"
"""The kind whose language may be any, in the note's words: interpretation is not bound to the six."""

Maker = Callable[[FieldInfo, QWidget], Entry]
"""Makes the control of a field in a form."""


class RecordForm(QScrollArea):
    """Shows every field of a record of ``noun`` and keeps each through the command "edit" when it is left.

    ``leave_out`` names fields that the room shows elsewhere. ``settle_requested`` (record, field) wishes for the
    place where two versions are settled; ``edited`` (record) says that a field was kept. ``makers`` give some fields
    controls that only this room has.
    """

    settle_requested = Signal(str, str)
    edited = Signal(str)

    def __init__(
        self,
        doorway: Doorway,
        noun: type[Record],
        parent: QWidget | None = None,
        *,
        leave_out: Collection[str] = (),
        makers: Mapping[str, Maker] = MappingProxyType({}),
    ) -> None:
        super().__init__(parent)
        self._doorway = doorway
        self.noun = noun
        self._record: Record | None = None
        self._made: list[FormRow] = []
        self._leave_out, self._makers = leave_out, makers
        self._sealed: frozenset[str] = frozenset()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget(self)
        self._layout = QFormLayout(page)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setVerticalSpacing(8)
        self._layout.setHorizontalSpacing(14)
        self._page = page
        self.setWidget(page)
        page.setEnabled(False)
        doorway.hall.changed.connect(self._on_hall)

    @property
    def _rows(self) -> list[FormRow]:
        """Give the rows; they are made when a record is first shown, for a room opens before its forms are needed."""
        if not self._made:
            self._made = [self._make_row(self._page, info) for info in _in_order(self.noun, self._leave_out)]
            self._word()
        return self._made

    @property
    def record(self) -> str | None:
        """Give the id of the record shown."""
        return self._record.id if self._record else None

    def control(self, field: str) -> QWidget:
        """Give the control of a field, for a shortcut that goes straight to it."""
        return self._row(field).entry.widget

    def show_record(self, record: str | None) -> None:
        """Show another record; what was typed and not yet left is kept first."""
        if record is None and not self._made:
            return  # nothing was shown yet, and nothing is to be
        self.leave()
        self._record = self._doorway.ask(lambda reader: reader.get(self.noun, record))
        self._fill(force=True)

    def hear(self, announcement: Announcement) -> None:
        """Follow what others changed in this record or in those it refers to; a field being typed in stays."""
        if self._record is None:
            return
        kinds = {self.noun.kind, *(kind for row in self._rows for kind in row.info.refers_to)}
        if announcement.concerns(*kinds):
            wanted = self._record.id
            self._record = self._doorway.ask(lambda reader: reader.get(self.noun, wanted))
            self._fill(force=False)

    def leave(self) -> bool:
        """Keep the field being typed in; False when it cannot be kept."""
        kept = True
        for row in self._made:
            if row.entry.widget.hasFocus() and self._record is not None:
                kept = self._keep(row) and kept
        return kept

    def retranslate(self) -> None:
        """Set every label and word anew."""
        if self._made:
            self._word()
            self._fill(force=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the labels beside the fields, or above them where there is little room."""
        super().resizeEvent(event)
        policy = QFormLayout.RowWrapPolicy
        wanted = policy.WrapAllRows if self.viewport().width() < NARROW else policy.WrapLongRows
        if self._layout.rowWrapPolicy() != wanted:
            self._layout.setRowWrapPolicy(wanted)
        for row in self._made:
            self._give_room(row)

    def _word(self) -> None:
        """Set labels and words; a name ends in a colon as the language writes it."""
        language = current().language
        for row in self._made:
            label = _(row.info.label)
            row.label.setText(f"{label}\N{NO-BREAK SPACE}:" if language == "fr" else f"{label}:")
            row.entry.widget.setAccessibleName(label)
            row.entry.retranslate()
            if row.reason is not None:
                row.reason.retranslate()

    def _make_row(self, page: QWidget, info: FieldInfo) -> FormRow:
        is_free = info.name == "language" and self.noun.kind == FREE_LANGUAGE
        entry = LineEntry(info, page) if is_free else self._makers.get(info.name, entry_for)(info, page)
        row = made_row(page, info, entry)
        self._layout.addRow(row.label, row.column)
        self._give_room(row)
        entry.left.connect(lambda: self._on_left(row))
        row.versions.clicked.connect(lambda: self.settle_requested.emit(self.record or "", info.name))
        if row.reason is not None:
            row.reason.given.connect(lambda text: self._on_reason(row, text))
            row.reason.given_up.connect(lambda: self._show(row, force=True))
        return row

    def _give_room(self, row: FormRow) -> None:
        is_above = self._layout.rowWrapPolicy() == QFormLayout.RowWrapPolicy.WrapAllRows
        give_room(row.label, self.viewport().width() if is_above else None)

    def _row(self, field: str) -> FormRow:
        return next(row for row in self._rows if row.info.name == field)

    def _fill(self, *, force: bool) -> None:
        self._page.setEnabled(self._record is not None)
        fields: dict[str, list[tuple[str, str]]] = {}
        versions: dict[str, int] = {}
        if self._record is not None:
            held = self._record
            infos = [row.info for row in self._rows]
            fields = self._doorway.ask(lambda reader: targets(reader, held, infos, self._doorway.hall.audience))
            self._sealed = self._doorway.ask(lambda reader: sealed(reader, held))
            versions = self._doorway.ask(lambda reader: contested(reader, held.id))
        for row in self._rows:
            if isinstance(row.entry, ReferenceEntry):
                row.entry.offer(fields.get(row.info.name, []))
            self._show(row, force=force)
            count = versions.get(row.info.group or row.info.name, 0)
            row.versions.setVisible(bool(count))
            if count:
                row.versions.setText(plural_("⚠ {number} version", "⚠ {number} versions", count))
                row.versions.setToolTip(_("Desks wrote different values here. Choose to settle which one stays."))
                row.versions.setAccessibleName(f"{_(row.info.label)}: {row.versions.text()}")

    def _show(self, row: FormRow, *, force: bool) -> None:
        """Show what the record holds, unless a person is typing something else there."""
        value = getattr(self._record, row.info.name) if self._record else None
        typing = row.entry.widget.hasFocus() and row.entry.value() != row.shown
        if force or not typing:
            row.entry.show_value(value)
            row.shown = value
            row.problem.hide()
            if row.reason is not None:
                row.reason.hide()
        is_sealed = row.info.name in self._sealed and value is None
        row.entry.tell_why_empty(_("Sealed: this desk was not named for it") if is_sealed else "")
        row.entry.set_read_only(self._is_fixed(row.info))

    def _is_fixed(self, info: FieldInfo) -> bool:
        if info.name in UNTOUCHED or info.name in self._sealed or info.refers_to == ("*",):
            return True
        return self._record is not None and is_adopted_text(self._record, {info.name: "\0"})

    def _on_hall(self, _on: bool) -> None:
        """Offer anew what may stand on the window now."""
        if self._made and self._record is not None:
            self._fill(force=False)

    def _on_left(self, row: FormRow) -> None:
        self._keep(row)

    def _keep(self, row: FormRow) -> bool:
        """Keep the field if it says something new; ask for the reason where the rules want one."""
        if self._record is None:
            return True
        if not row.entry.is_valid():
            row.problem.setText(f"⚠ {row.entry.why_not()}")
            row.problem.show()
            return False
        row.problem.hide()
        value = row.entry.value()
        if value == row.shown and type(value) is type(row.shown):
            if row.reason is not None:
                row.reason.hide()
            return True
        if row.reason is not None and lowered(self._record, {row.info.name: value}):
            if not row.reason.isVisible():
                row.reason.ask()
            return True
        return self._edit(row, value, None)

    def _edit(self, row: FormRow, value: Value, reason: str | None) -> bool:
        assert self._record is not None
        before = row.shown
        row.shown = value  # what comes back by the announcement is not to be taken for somebody else's
        field = row.info.name
        told = self._doorway.run("edit", id=self._record.id, reason=reason, stood={field: before}, **{field: value})
        if told is None:
            row.shown = before
            return False
        self.edited.emit(self._record.id)
        return True

    def _on_reason(self, row: FormRow, text: str) -> None:
        if self._edit(row, row.entry.value(), text) and row.reason is not None:
            row.reason.hide()
            row.entry.widget.setFocus()


def _in_order(noun: type[Record], leave_out: Collection[str]) -> list[FieldInfo]:
    """Put what the record belongs to last: it is rarely changed, and read elsewhere."""
    shown = [info for info in noun.declared if info.name != ORDER_FIELD and info.name not in leave_out]
    return sorted(shown, key=lambda info: info.part_of)
