"""Reading a desk: rows for the queries of the rooms, records by kind and id."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from hrdesk.records import KINDS, Record
from hrdesk.store.change import Change
from hrdesk.store.merge import GONE, all_changes, changes_of_cell

R = TypeVar("R", bound=Record)


class Reader:
    """What a query is handed: one connection that sees one state of the desk."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        """Run a query and give its rows by column name."""
        return [dict(row) for row in self._connection.execute(sql, values)]

    def value(self, sql: str, *values: Any) -> Any:
        """Run a query and give the first column of its first row, or nothing."""
        row = self._connection.execute(sql, values).fetchone()
        return row[0] if row else None

    @property
    def desk(self) -> str:
        """Give the id of the desk, which its copies share."""
        return str(self.value("SELECT value FROM meta WHERE key = 'desk'"))

    def changes(self) -> list[Change]:
        """Give the whole journal: grouped by author, each author's changes in the order they were made."""
        return all_changes(self._connection)

    def cell(self, record: str, field: str) -> list[tuple[int, Change]]:
        """Give all changes of one field of one record, with their numbers in this desk."""
        return changes_of_cell(self._connection, record, field)

    def dots(self) -> set[tuple[str, int]]:
        """Give the names (device, number) of all changes that are held."""
        rows = self._connection.execute("SELECT d.dev, c.id FROM change c JOIN device d ON d.n = c.id >> 40")
        return {(row[0], row[1] & (2**40 - 1)) for row in rows}

    def get(self, noun: type[R], record: str | None) -> R | None:
        """Give a living record by its id, or nothing."""
        if not record:
            return None
        found = list(self._records(noun, "id = ?", (record,)))
        return found[0] if found else None

    def find(self, record: str | None) -> Record | None:
        """Give a living record of whatever kind by its id, or nothing."""
        rows = self._connection.execute("SELECT DISTINCT kind FROM change WHERE record = ?", (record,)).fetchall()
        told = {row[0] for row in rows}  # more than one only where a newer or a hostile desk wrote
        found = (self.get(noun, record) for kind, noun in KINDS.items() if kind in told)
        return next((held for held in found if held), None)

    def every(self, noun: type[R], **equal: Any) -> list[R]:
        """Give the living records of a noun whose fields equal those named, in their order, ties by id."""
        for name in equal:
            noun.field(name)
        condition = " AND ".join(f'"{name}" IS ?' for name in equal) or "1"
        return list(self._records(noun, condition, tuple(equal.values())))

    def _records(self, noun: type[R], condition: str, values: Sequence[Any]) -> Iterator[R]:
        named = ", ".join(f'"{name}"' for name in noun.field_names())
        order = '"position", id' if "position" in noun.field_names() else "id"
        yes_no = {info.name for info in noun.declared if info.type == "yes_no"}
        sql = f'SELECT id, {named} FROM "{noun.kind}" WHERE _state <> {GONE} AND ({condition}) ORDER BY {order}'
        for row in self._connection.execute(sql, values):
            held = dict(row)
            for name in yes_no:
                held[name] = None if held[name] is None else bool(held[name])
            yield noun(**held)
