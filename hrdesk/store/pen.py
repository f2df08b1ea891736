"""The pen: the one thing a command writes with. What it writes becomes changes in the same transaction."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, TypeVar

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import SCHEMA_VERSION, FieldInfo, Person, Record, Value
from hrdesk.records.ids import new_id
from hrdesk.records.moment import Moment
from hrdesk.store import identities, lamport
from hrdesk.store.change import DELETED, Change, new_nonces, pack_group
from hrdesk.store.fitting import fitting
from hrdesk.store.identity import Profile
from hrdesk.store.lines import check_lines
from hrdesk.store.machine_clock import moment_by
from hrdesk.store.merge import change_number, changes_of_cell, changes_of_record, device_number, heads, unite
from hrdesk.store.reading import Reader, ReaderAfter
from hrdesk.store.seen import Known, context, known_when

R = TypeVar("R", bound=Record)
Clock = Callable[[], datetime]

_ULID = re.compile("[0-7][0-9a-hjkmnp-tv-z]{25}")


@dataclass
class Cell:
    """A field this command wrote: what stood there before, what stands there now, by which changes."""

    kind: str
    before: Value
    after: Value
    before_change: int | None
    last_change: int


class Pen:
    """Writes records for one command of one device, inside one transaction.

    ``clock`` gives the time that commands may put into records; ``now`` is that time as text in UTC. ``last_id`` is
    the id given last, here or by the pen before: what is made later sorts after it, however quick it comes. Records
    that are new wait until something is read, and are united with the journal together, in half the time or less.
    """

    def __init__(self, connection: Any, dev: str, last_seq: int, clock: Clock, profile: Profile | None = None) -> None:
        self.read: Reader = ReaderAfter(connection, self.finish)
        self.clock = clock
        self.dev = dev
        self.seq = last_seq
        self._cells: dict[tuple[str, str], Cell] = {}
        self._waiting: list[Change] = []
        self._new: set[str] = set()
        self.made: dict[str, str] = {}
        self._connection = connection
        self._profile = profile
        self.last_id = self._given = ""
        self._lamport = lamport.reached(connection)

    @property
    def cells(self) -> dict[tuple[str, str], Cell]:
        """Map what was written, by record and field."""
        self.finish()
        return self._cells

    @property
    def key(self) -> str | None:
        """Give the public key of the device that writes, as records hold it."""
        return self._profile.key_text if self._profile else None

    @property
    def recipient(self) -> str | None:
        """Give the address under which others encrypt for the device that writes."""
        return self._profile.recipient if self._profile else None

    @property
    def now(self) -> str:
        """Give the time in UTC, to the second: ``2026-11-20T10:11:12Z``."""
        return self.clock().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

    def moment(self) -> Moment:
        """Give the present moment, with the count of this run of the machine where the clock has one."""
        return moment_by(self.clock, self.read.desk, self.dev)

    def new_id(self, after: str = "") -> str:
        """Give a new id that sorts after those this pen gave before, so that what was made first stands first.

        It sorts after ``after`` too: what was made having seen that stands behind it, whatever became of the clock.
        What is no ULID is nothing that another one could follow.
        """
        now, seen = self.clock(), after if _ULID.fullmatch(after) else ""
        self.last_id = new_id(now, after=self.last_id)
        highest = max(self._given, seen)  # another's wrong clock may push this one, and none after this pen
        self._given = self.last_id if self.last_id > highest else new_id(now, after=highest)
        return self._given

    def create(self, noun: type[Record], record: str | None = None, /, **values: Value) -> str:
        """Write a new record and give its id. With an id that exists, write what differs there and revive it."""
        made = record or self.new_id()
        cells = self._checked(noun, values)
        if noun is not Person and (record is None or self._is_unheard_of(made)):  # who a person is may need sealing
            self.made[made] = noun.kind
            self._put(noun.kind, made, self._packed(cells, values, {}))
        else:
            if self._is_gone(noun, made):
                self._write(noun.kind, made, {DELETED: False})
            elif not self.read.get(noun, made):
                self.made[made] = noun.kind
            self._write_cells(noun, made, cells, values)
        if made in self.made and not any((made, cell) in self._cells for cell in noun.cells()):
            raise Refused(N_("There is nothing to write in this {kind}. Nothing was changed."), kind=noun.label)
        return made

    def change(self, noun: type[R], record: str, /, **values: Value) -> R:
        """Write those fields of a living record that do not show the value yet."""
        held = self._living(noun, record)
        self._write_cells(noun, held.id, self._checked(noun, values), values)
        return self._living(noun, record)

    def change_from(self, noun: type[R], record: str, stood: Mapping[str, Value], /, **values: Value) -> bool:
        """Write fields as ``change`` does for somebody who saw other values in them than stand there now.

        ``stood`` maps fields to what he saw. What came over that from another desk he had not seen: both stand until a
        person settles it, and the answer is yes.
        """
        held = self._living(noun, record)
        seen = {name: told for name, told in stood.items() if (getattr(held, name) or None) != (told or None)}
        return self._write_cells(noun, held.id, self._checked(noun, values), values, seen=seen)

    def settle(self, noun: type[R], record: str, /, **values: Value) -> R:
        """Write fields of a living record, also those that already show the value: all versions were seen."""
        held = self._living(noun, record)
        self._write_cells(noun, held.id, self._checked(noun, values), values, settle=True)
        return self._living(noun, record)

    def delete(self, noun: type[Record], record: str) -> None:
        """Delete a living record, having seen all of it. What belonged to it stays and is shown as without owner."""
        self._living(noun, record)
        self._write(noun.kind, record, {DELETED: True})

    def restore(self, noun: type[Record], record: str) -> None:
        """Take a deletion back."""
        self._write(noun.kind, record, {DELETED: False})

    def seal_anew(self, person: str) -> bytes:
        """Seal who a person is with a new key and give it."""
        key, values = identities.anew(self._connection, person)
        self._write(Person.kind, person, values)
        return key

    def write_cell(self, kind: str, record: str, field: str, value: Value) -> None:
        """Write one journal field as it is: the road of undo and redo, which know what stood there."""
        self._write(kind, record, {field: value}, alone=True)

    def finish(self) -> None:
        """Unite what waits with the journal: done before anything is read, and at the end."""
        if not self._waiting:
            return
        check_lines(self._waiting)  # what is refused here goes on waiting, and is refused again at the end
        waiting, self._waiting = self._waiting, []
        self._new.clear()
        unite(self._connection, waiting)
        own = device_number(self._connection, self.dev)
        for change in waiting:
            self._cells[change.record, change.field].last_change = change_number(own, change.seq)

    def _living(self, noun: type[R], record: str) -> R:
        held = self.read.get(noun, record)
        if held is None:
            raise Refused(N_("There is no {kind} “{id}” here. Nothing was changed."), kind=noun.label, id=record)
        return held

    def _is_unheard_of(self, record: str) -> bool:
        """Tell whether nothing was ever written of a record, by anybody."""
        asked = "SELECT 1 FROM change INDEXED BY change_cell WHERE record = ? LIMIT 1"
        return record not in self._new and self._connection.execute(asked, (record,)).fetchone() is None

    def _is_gone(self, noun: type[Record], record: str) -> bool:
        return self.read.get(noun, record) is None and bool(changes_of_cell(self._connection, record, DELETED))

    def _checked(self, noun: type[Record], values: dict[str, Value]) -> dict[str, tuple[FieldInfo, ...]]:
        """Check names, types and choices, tidy the texts, and give the cells that are written."""
        written = set()
        for name, value in values.items():
            try:
                info = noun.field(name)
            except KeyError:
                raise Refused(
                    N_("A {kind} has no field “{field}”. Nothing was changed."), kind=noun.label, field=name
                ) from None
            values[name] = fitting(info, value)
            written.add(info.group or name)
        return {cell: infos for cell, infos in noun.cells().items() if cell in written}

    def _write_cells(
        self,
        noun: type[Record],
        record: str,
        cells: dict[str, tuple[FieldInfo, ...]],
        values: dict[str, Value],
        *,
        settle: bool = False,
        seen: Mapping[str, Value] = MappingProxyType({}),
    ) -> bool:
        held = self.read.get(noun, record)
        told = self._packed(cells, values, held.values() if held else {}, settle=settle)
        return self._write(noun.kind, record, told, seen=(cells, seen) if seen else None)

    @staticmethod
    def _packed(
        cells: dict[str, tuple[FieldInfo, ...]],
        values: dict[str, Value],
        standing: Mapping[str, Value],
        *,
        settle: bool = False,
    ) -> dict[str, Value]:
        """Give the journal fields that do not show yet what is to be written, or all of them to ``settle`` them."""
        written: dict[str, Value] = {}
        for cell, infos in cells.items():
            if not infos[0].group:
                if settle or values[cell] != standing.get(cell):
                    written[cell] = values[cell]
                continue
            told: dict[str, Value] = {info.name: values.get(info.name, standing.get(info.name)) for info in infos}
            if settle or any(told[info.name] != standing.get(info.name) for info in infos):
                written[cell] = pack_group(told)
        return written

    def _write(
        self,
        kind: str,
        record: str,
        values: Mapping[str, Value],
        *,
        alone: bool = False,
        seen: tuple[Mapping[str, Sequence[FieldInfo]], Mapping[str, Value]] | None = None,
    ) -> bool:
        """Write fields of one record as changes that have seen all there is of them here.

        ``alone`` says that no other field may be written with them. ``seen`` gives the fields that travel in each, and
        values that were seen instead of what stands there; yes where something was not.
        """
        self.finish()
        if kind == Person.kind:
            values = identities.as_written(self._connection, record, values, alone=alone)
        known: dict[str, Known] = {field: changes_of_cell(self._connection, record, field) for field in values}
        if DELETED in values:  # whoever deletes or restores has seen the whole record
            known[DELETED] = changes_of_record(self._connection, record)
        held = sum(map(len, known.values()))
        if seen is not None:
            known = {one: known_when(self.dev, told, seen[0].get(one, ()), seen[1]) for one, told in known.items()}
        self._put(kind, record, values, known)
        self.finish()
        return sum(map(len, known.values())) < held

    def _put(
        self,
        kind: str,
        record: str,
        values: Mapping[str, Value],
        known: Mapping[str, Known] = MappingProxyType({}),
    ) -> None:
        """Let changes of one record wait to be united; ``known`` gives what they have seen of each field."""
        at = self.clock().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        changes = []
        for (field, value), nonce in zip(values.items(), new_nonces(len(values)), strict=True):
            seen = known.get(field, ())
            standing = heads([one for one in seen if one[1].field == DELETED] if field == DELETED else seen)
            self.seq += 1
            counted = lamport.after(self._lamport, (one for _, one in seen)) if seen else self._lamport + 1
            self._lamport = counted if counted < lamport.SANE else self._lamport + 1
            changes.append(
                Change(
                    at=at,
                    dev=self.dev,
                    field=field,
                    kind=kind,
                    lam=counted,
                    n=nonce,
                    record=record,
                    seen=context(self.dev, seen) if seen else {},
                    seq=self.seq,
                    sv=SCHEMA_VERSION,
                    val=value,
                )
            )
            first = self._cells.get((record, field))
            self._cells[record, field] = Cell(
                kind,
                first.before if first else (standing[0][1].val if standing else None),
                value,
                first.before_change if first else (standing[0][0] if standing else None),
                self.seq,
            )
        self._waiting += changes
        self._new.add(record)
