"""What follows from the journal: which changes are heads, and the row of a record in the table of its kind.

Pure but for ``derive``, which brings one record up to date the plain way; ``merge`` does the same for many at once.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from hrdesk.records import KINDS, FieldInfo, Value
from hrdesk.records.classes import rank
from hrdesk.store.change import DELETED, Change, unpack_group, unpack_groups
from hrdesk.store.identities import in_table
from hrdesk.store.journal import changes_of_record
from hrdesk.store.schema import GONE, GONE_BUT_EDITED, LIVING, columns
from hrdesk.store.upcasting import today

SUPERSEDED, SETTLED, CONTESTED = 0, 1, 2

Tops = Sequence[Value]
"""The values of a field's heads, the one that counts meanwhile first."""


def heads(changes: Sequence[tuple[int, Change]]) -> list[tuple[int, Change]]:
    """Give the changes that no other one covers, the one that counts meanwhile first."""
    if len(changes) <= 1:
        return list(changes)
    uncovered = [one for one in last_of_each(changes) if not any(other[1].covers(one[1]) for other in changes)]
    return sorted(uncovered, key=lambda one: one[1].precedence, reverse=True)


def last_of_each(changes: Sequence[tuple[int, Change]]) -> list[tuple[int, Change]]:
    """Leave out what a later change of the same device covers; a long history has few that are left."""
    if len(changes) == 1:
        return list(changes)
    left: list[tuple[int, Change]] = []
    highest: dict[str, int] = {}
    for one in sorted(changes, key=lambda one: one[1].seq, reverse=True):
        if one[1].lam >= highest.get(one[1].dev, 0):
            highest[one[1].dev] = one[1].lam
            left.append(one)
    return left


def agree(values: Tops) -> bool:
    """Tell whether all heads say the same; true and 1 do not."""
    return len(values) == 1 or len({(type(value), value) for value in values}) == 1


def mark_of(values: Tops) -> int:
    """Give the mark of the heads that hold ``values``, as they are written and not as they read here."""
    return SETTLED if agree(values) else CONTESTED


class Rows:
    """How the rows of one kind's table are made from the heads of its fields."""

    def __init__(self, kind: str) -> None:
        self.cells = KINDS[kind].cells()
        self.columns = columns(KINDS[kind])[1:-1]
        self._known: dict[str, tuple[tuple[str, ...], Callable[[Tops], Sequence[Any]]]] = {}
        for name, infos in self.cells.items():
            named = tuple(info.name for info in infos)
            self._known[name] = (named, _reader_of_group(infos) if infos[0].group else _reader_of(infos[0]))

    def named(self, cell: str) -> tuple[str, ...]:
        """Name the columns that a cell of the journal fills; none for one that this version does not know."""
        return self._known[cell][0] if cell in self._known else ()

    def columns_of(self, cell: str, many: Sequence[Tops]) -> list[Sequence[Any]]:
        """Give the values of those columns for many records, column by column: quicker than record by record."""
        if cell not in self._known:
            return []
        infos = self.cells[cell]
        if infos[0].group and all(map(_is_plain, infos)):
            groups = unpack_groups([tops[0] for tops in many])
            return [
                [value if isinstance(value := group.get(info.name), str) else None for group in groups]
                for info in infos
            ]
        read = self._known[cell][1]
        if infos[0].group or infos[0].type in ("number", "yes_no"):
            return list(zip(*map(read, many), strict=True))
        # One value that is a text is what any such column shows; what is contested or is none may be another thing.
        return [[tops[0] if len(tops) == 1 and isinstance(tops[0], str) else read(tops)[0] for tops in many]]

    def reader(self, cell: str) -> Callable[[Tops], Sequence[Any]] | None:
        """Give what makes the values of those columns from the heads of the cell."""
        return self._known[cell][1] if cell in self._known else None

    def whole(self, cells: dict[str, Tops]) -> list[Any]:
        """Give the values of all columns, from the heads of all cells that have any."""
        found: dict[str, Any] = {}
        for cell, tops in cells.items():
            read = self.reader(cell)
            if read:
                found.update(zip(self.named(cell), read(tops), strict=True))
        return [found.get(name) for name in self.columns]


@cache
def rows_of_kind(kind: str) -> Rows:
    """Give how the table of ``kind`` is filled."""
    return Rows(kind)


def state(cells: dict[str, list[Change]]) -> int:
    """A record is gone when a deletion had seen all of it; an edit the deleter had not seen keeps it alive."""
    deletions = [one for one in cells.get(DELETED, []) if one.val is True]
    others = [one for one in cells.get(DELETED, []) if one.val is not True]
    if not deletions:
        return LIVING
    standing = [one for name, top in cells.items() if name != DELETED for one in top] + others
    if any(all(deletion.covers(one) for one in standing) for deletion in deletions):
        return GONE
    return GONE_BUT_EDITED


def derive(connection: Any, record: str, emptied: Iterable[str] = ()) -> None:
    """Bring heads and tables of one record up to date from its changes.

    ``emptied`` names kinds of which the record may hold nothing any more.
    """
    found = changes_of_record(connection, record)
    marks, rows = rows_from(record, found)
    connection.executemany(
        "UPDATE change SET head = ? WHERE id = ? AND head <> ?",
        [(mark, number, mark) for number, mark in marks.items()],
    )
    for kind in emptied:
        if kind in KINDS and kind not in rows:
            connection.execute(f'DELETE FROM "{kind}" WHERE id = ?', (record,))
    for kind, row in rows.items():
        connection.execute(insertion(kind), row)


def insertion(kind: str) -> str:
    """Give the statement that writes one whole row of the table of ``kind``."""
    return f'REPLACE INTO "{kind}" VALUES ({", ".join("?" * len(columns(KINDS[kind])))})'


def rows_from(record: str, found: Sequence[tuple[int, Change]]) -> tuple[dict[int, int], dict[str, list[Any]]]:
    """Give the mark of each change of one record, by number, and the record's rows, by kind."""
    marks: dict[int, int] = {}
    by_kind: dict[str, dict[str, list[Change]]] = {}
    values: dict[str, dict[str, Tops]] = {}
    for (kind, name), cell in _by_cell(found):
        top = heads(cell)
        told = [in_table(today(one)[1]) for _, one in top]
        if len(cell) > 1:
            marks.update(dict.fromkeys((number for number, _ in cell), SUPERSEDED))
        mark = mark_of([one.val for _, one in top])
        marks.update((number, mark) for number, _ in top)
        by_kind.setdefault(kind, {})[name] = [one for _, one in top]
        values.setdefault(kind, {})[name] = told
    rows = {
        kind: [record, *rows_of_kind(kind).whole(values[kind]), state(cells)]
        for kind, cells in by_kind.items()
        if kind in KINDS
    }
    return marks, rows


def _by_cell(found: Sequence[tuple[int, Change]]) -> Iterable[tuple[tuple[str, str], list[tuple[int, Change]]]]:
    cells: dict[tuple[str, str], list[tuple[int, Change]]] = {}
    for one in found:
        cells.setdefault((one[1].kind, today(one[1])[0]), []).append(one)
    return cells.items()


def _reader_of_group(infos: tuple[FieldInfo, ...]) -> Callable[[Tops], Sequence[Any]]:
    names = [info.name for info in infos]
    if all(_is_plain(info) for info in infos):  # nearly always, and there are many

        def read_texts(tops: Tops) -> Sequence[Any]:
            get = unpack_group(tops[0]).get
            return [value if isinstance(value := get(name), str) else None for name in names]

        return read_texts

    def read(tops: Tops) -> Sequence[Any]:
        packed = unpack_group(tops[0])
        return [_fitting(info, packed.get(info.name)) for info in infos]

    return read


def _reader_of(info: FieldInfo) -> Callable[[Tops], Sequence[Any]]:
    if _is_plain(info):
        return lambda tops: (tops[0] if isinstance(tops[0], str) else None,)
    return lambda tops: (_fitting(info, _counting(info, tops)),)


def _is_plain(info: FieldInfo) -> bool:
    return info.type == "text" and not info.strictness


def _counting(info: FieldInfo, tops: Tops) -> Value:
    """Give the value that counts: of a contested confidentiality the strictest, of anything else the first head."""
    if not info.strictness or len(tops) == 1:
        return tops[0]
    strictest = max(tops, key=lambda value: rank(info.strictness, info.unsaid, value))
    if strictest is None:
        # Nobody said is not nobody's word: what counts where nothing is said must stand there when contested.
        return info.unsaid == "yes" if info.type == "yes_no" else info.unsaid
    return strictest


def _fitting(info: FieldInfo, value: Value) -> Any:
    """Keep a value of the declared type; anything else, from a newer or a hostile desk, shows as empty.

    Of a confidentiality it shows as the strictest: what this desk cannot read may be stricter than all it knows.
    """
    if isinstance(value, bool):
        fits = info.type == "yes_no"
    else:
        fits = isinstance(value, int if info.type == "number" else str) and info.type != "yes_no"
    if fits:
        return int(value) if isinstance(value, bool) else value
    if value is None or not info.strictness:
        return None
    return 1 if info.type == "yes_no" else info.strictness[-1]
