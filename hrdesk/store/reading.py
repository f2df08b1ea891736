"""Reading a desk: rows for the queries of the rooms, records by kind and id."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from hrdesk.records import KINDS, Person, Record
from hrdesk.store.schema import GONE

if TYPE_CHECKING:
    from hrdesk.language.analysis import Term
    from hrdesk.store.change import Change
    from hrdesk.store.narrowing import Narrowing
    from hrdesk.store.ranking import Hit

R = TypeVar("R", bound=Record)


class Reader:
    """What a query is handed: one connection that sees one state of the desk."""

    def __init__(self, connection: Any) -> None:
        self._opened = connection

    @property
    def _connection(self) -> Any:
        return self._opened

    def rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        """Run a query and give its rows by column name."""
        return [dict(row) for row in self._connection.execute(sql, values)]

    def each(self, sql: str, *values: Any) -> Iterator[Any]:
        """Run a query and give its rows one by one, little of them in memory."""
        return iter(self._connection.execute(sql, values))

    def value(self, sql: str, *values: Any) -> Any:
        """Run a query and give the first column of its first row, or nothing."""
        row = self._connection.execute(sql, values).fetchone()
        return row[0] if row else None

    @property
    def desk(self) -> str:
        """Give the id of the desk, which its copies share."""
        return str(self.value("SELECT value FROM meta WHERE key = 'desk'"))

    def changes(self) -> list[Change]:
        """Give the whole journal: by author, each author's lines in the order they were made, of a fork both."""
        return list(self.stream())

    def stream(self) -> Iterator[Change]:
        """Give what ``changes`` gives, little of it in memory."""
        from hrdesk.store.journal import stream  # the journal is not read at the start

        return stream(self._connection)

    def counting(self) -> Iterator[Change]:
        """Give the lines of the journal that count: of a fork only the one with the smaller hash."""
        from hrdesk.store.journal import counting

        return counting(self._connection)

    def cell(self, record: str, field: str) -> list[tuple[int, Change]]:
        """Give all changes of one field of one record, with their numbers in this desk."""
        from hrdesk.store.journal import changes_of_cell

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

    def was(self, noun: type[R], record: str | None) -> R | None:
        """Give a record by its id, or nothing; a deleted one too, for a rule that it told does not go with it."""
        found = list(self._records(noun, "id = ?", (record,), even_gone=True))
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

    def greatest_id(self, noun: type[Record], **equal: Any) -> str:
        """Give the id that sorts last among the living records of a noun whose fields equal those named, or nothing."""
        for name in equal:
            noun.field(name)
        condition = "".join(f' AND "{name}" IS ?' for name in equal)
        found = self.value(f'SELECT max(id) FROM "{noun.kind}" WHERE _state <> {GONE}{condition}', *equal.values())
        return str(found or "")

    def identity_keys(self, person: str) -> list[bytes]:
        """Give the keys this desk holds of a protected person's identity and can open, the newest first."""
        from hrdesk.store.identities import keys_of

        return keys_of(self._connection, person)

    def is_sealed_away(self, person: str) -> bool:
        """Tell whether anything that says who a person is stands sealed and does not open here."""
        from hrdesk.store.identities import is_sealed_away

        return is_sealed_away(self._connection, person)

    def indexed(self) -> list[tuple[str, str, str]]:
        """Give what is indexed of each record, for comparison."""
        from hrdesk.store.search import entries

        return entries(self._connection)

    def contested_texts(self, kind: str, record: str) -> list[str]:
        """Give the texts of a record between which nobody has chosen yet."""
        from hrdesk.store.search_texts import contested_texts

        return contested_texts(self._connection, kind, record)

    def search(
        self,
        wanted: Sequence[Term],
        *,
        limit: int,
        kinds: Collection[str] | None = None,
        narrowing: Narrowing | None = None,
    ) -> list[Hit]:
        """Give the records that hold all that is looked for, whoever may see them: ``finding`` asks who may."""
        from hrdesk.store.narrowing import EVERYTHING
        from hrdesk.store.search import find  # nobody searches at the start

        return find(self._connection, wanted, limit, kinds, narrowing=narrowing or EVERYTHING)

    def ranked(
        self,
        wanted: Sequence[Term],
        *,
        first: int,
        kinds: Collection[str] | None = None,
        narrowing: Narrowing | None = None,
    ) -> Iterator[Hit]:
        """Give what ``search`` gives one after another, for whoever may not show them all."""
        from hrdesk.store.narrowing import EVERYTHING
        from hrdesk.store.ranking import ranked

        return ranked(self._connection, wanted, kinds, narrowing=narrowing or EVERYTHING, first=first)

    def _records(self, noun: type[R], condition: str, values: Sequence[Any], *, even_gone: bool = False) -> Iterator[R]:
        selected, names, order, yes_no = _selected(noun.kind)
        living = "" if even_gone else f" AND _state <> {GONE}"
        sql = f"{selected} WHERE ({condition}){living} ORDER BY {order}"
        openable = self._openable() if noun is Person else frozenset()
        if openable:
            from hrdesk.store.identities import shown  # few desks hold protected persons
        for row in self._connection.execute(sql, values):
            held = dict(zip(names, row, strict=True))  # a row asked for by name looks for each from the first
            for name in yes_no:
                held[name] = None if held[name] is None else bool(held[name])
            if held["id"] in openable:
                held |= shown(self._connection, held["id"])
            yield noun(**held)

    def _openable(self) -> frozenset[str]:
        """Give the persons of whom a key is kept here: who they are is opened as it is read, and stands nowhere."""
        return frozenset(row[0] for row in self._connection.execute("SELECT person FROM identity_key"))


class ReaderAfter(Reader):
    """Has something done before every question: what a pen wrote and still waits is read as well."""

    def __init__(self, connection: Any, before: Callable[[], None]) -> None:
        super().__init__(connection)
        self._before = before

    @property
    def _connection(self) -> Any:
        self._before()
        return self._opened


@cache
def _selected(kind: str) -> tuple[str, tuple[str, ...], str, tuple[str, ...]]:
    """Give how every question for records of a kind begins, what it gives, their order, what is yes or no."""
    noun = KINDS[kind]
    names = ("id", *noun.field_names())
    named = ", ".join(f'"{name}"' for name in names)
    yes_no = tuple(info.name for info in noun.declared if info.type == "yes_no")
    order = '"position", id' if "position" in names else "id"
    return f'SELECT {named} FROM "{noun.kind}"', names, order, yes_no
