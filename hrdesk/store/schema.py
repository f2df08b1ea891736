"""The tables of a desk file: the journal, made by migrations, and the tables derived from it, made from the nouns.

Derived tables have no foreign keys, no uniqueness beyond the id and no NOT NULL: any part of a journal must show.
"""

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from hrdesk.language import ANALYSIS
from hrdesk.records import KINDS, NOUNS, Record
from hrdesk.store import search_tables

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x68726473
"""Marks a SQLite file as a desk file ("hrds")."""

FORMAT = 4
"""The version of the desk file; a file with a higher one was made by a newer hrdesk."""

DERIVATION = 2
"""How tables are made from the journal; another number has every desk make them anew. 2: nothing of sealed text."""

LIVING, GONE, GONE_BUT_EDITED = 0, 1, 2
"""The states of a record, kept in its column ``_state``."""

_migrations: list[tuple[int, Callable[["Database"], None]]] = []


def migration(version: int) -> Callable[[Callable[["Database"], None]], Callable[["Database"], None]]:
    """Register a function that carries a desk file to ``version``."""

    def register(step: Callable[["Database"], None]) -> Callable[["Database"], None]:
        _migrations.append((version, step))
        return step

    return register


@migration(1)
def _journal(db: "Database") -> None:
    """Make the journal and what a desk keeps for itself."""
    db.table("meta").create({"key": str, "value": str}, pk="key")
    db.table("device").create({"n": int, "dev": str, "forked": int}, pk="n", defaults={"forked": 0})
    db.table("device").create_index(["dev"], unique=True)
    # n << 40 | seq names a change: the rowid itself, so that no second unique index is needed.
    db.conn.execute(
        "CREATE TABLE change (id INTEGER PRIMARY KEY, lam INTEGER NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL,"
        " record TEXT NOT NULL, field TEXT NOT NULL, val, seen TEXT NOT NULL, nonce TEXT NOT NULL,"
        " sv INTEGER NOT NULL, head INTEGER NOT NULL DEFAULT 0)"
    )
    db.conn.execute("CREATE INDEX change_cell ON change (record, field)")
    db.conn.execute("CREATE INDEX change_contested ON change (record, field) WHERE head = 2")
    db.table("fork").create({"hash": bytes, "dev": str, "seq": int, "line": bytes}, pk="hash")
    db.table("bundle_log").create(
        {"hash": str, "merged_at": str, "name": str, "sender": str, "new": int, "known": int}, pk="hash"
    )
    db.table("draft").create({"place": str, "text": str, "at": str}, pk="place")
    db.table("command").create({"id": int, "name": str, "at": str, "state": str, "undoable": int}, pk="id")
    db.table("command_cell").create(
        {
            "command": int,
            "kind": str,
            "record": str,
            "field": str,
            "before": str,
            "after": str,
            "before_state": str,
            "after_state": str,
        },
        pk=("command", "record", "field"),
    )
    db.table("stand").create({"state": str, "change": int}, pk="state")


@migration(2)
def _exchange(db: "Database") -> None:
    """Make what exchange keeps: who sealed what, who is trusted, what left this desk, what was withdrawn."""
    # A withdrawn line: its value is gone, its hash stays, so that the line is refused when it comes back. ``dev`` and
    # ``seq`` are known only where the line itself had been here; ``withdrawal`` is the record that names it.
    db.table("withdrawn").create(
        {"hash": bytes, "withdrawal": str, "dev": str, "seq": int, "lam": int, "at": str}, pk="hash"
    )
    db.table("withdrawn").create_index(["dev", "seq"])
    # A seal: an author's signature over the hashes of consecutive lines of his own, lo and on.
    db.table("seal").create(
        {"hash": bytes, "dev": str, "lo": int, "hi": int, "hashes": bytes, "sig": bytes, "key": bytes}, pk="hash"
    )
    db.table("seal").create_index(["dev", "lo"])
    # What this desk knows of a device (the part of the name before the dot): its key, and what a person decided.
    db.table("trust").create(
        {"device": str, "key": bytes, "level": str, "until": int, "at": str, "name": str}, pk="device"
    )
    # Every bundle that left this desk, and the records that were in it.
    db.table("departure").create(
        {"hash": str, "at": str, "name": str, "scope": str, "mode": str, "recipients": str, "highest": str}, pk="hash"
    )
    db.table("departed").create({"hash": str, "record": str, "class": str}, pk=("hash", "record"))
    db.table("departed").create_index(["record"])
    # Desks whose bundles showed that they hold a line that makes something strict or withdraws it ("device:number").
    db.table("holder").create({"device": str, "line": str}, pk=("device", "line"))
    # The keys of protected persons' identities that this desk may open.
    db.table("identity_key").create({"person": str, "key": bytes}, pk=("person", "key"))
    db.table("bundle_log").add_column("told", str)
    # Few records were ever deleted; those that were are derived whole.
    db.conn.execute("CREATE INDEX change_deletion ON change (record) WHERE field = '_del'")
    # Records of which two desks changed different fields, until a person has looked (see two_places).
    db.table("two_places").create({"kind": str, "record": str, "fields": str, "at": str}, pk=("kind", "record"))


@migration(3)
def _history(db: "Database") -> None:
    """Keep what undo needs in one tree, the fields of a command side by side, and find states by their changes."""
    db.conn.execute(
        "CREATE TABLE kept (command INTEGER, kind TEXT, record TEXT, field TEXT, before TEXT, after TEXT,"
        " before_state TEXT, after_state TEXT, PRIMARY KEY (command, record, field)) WITHOUT ROWID"
    )
    db.conn.execute("INSERT INTO kept SELECT * FROM command_cell")
    db.conn.execute("DROP TABLE command_cell")
    db.conn.execute("ALTER TABLE kept RENAME TO command_cell")
    db.table("stand").create_index(["change"])


@migration(4)
def _made(db: "Database") -> None:
    """Keep by which changes the fields of a record stand that a command made in the row that tells of its making."""
    db.conn.execute(
        "UPDATE command_cell AS made SET after = (SELECT json_group_object(f.field, CAST(f.after_state AS INTEGER))"
        " FROM command_cell f WHERE f.command = made.command AND f.record = made.record AND f.field <> '_del')"
        " WHERE made.field = '_del' AND made.after = 'false' AND made.before_state = 'unmade/' || made.record"
    )
    db.conn.execute(
        "DELETE FROM command_cell AS f WHERE f.field <> '_del' AND EXISTS (SELECT 1 FROM command_cell made"
        " WHERE made.command = f.command AND made.record = f.record AND made.field = '_del'"
        " AND made.before_state = 'unmade/' || made.record)"
    )


def migrate(db: "Database") -> None:
    """Carry the file to this version, one transaction for all steps."""
    reached = int(db.conn.execute("PRAGMA user_version").fetchone()[0])
    due = [(version, step) for version, step in _migrations if version > reached]
    if not due:
        return
    with db.atomic():
        for version, step in due:
            step(db)
            db.conn.execute(f"PRAGMA user_version = {version}")
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def signature() -> str:
    """Give a hash of all that the derived tables depend on; another one asks for a rebuild, another label does not."""
    told = [
        (noun.kind, one.name, one.type, one.group, one.strictness, one.unsaid, one.part_of, one.searchable)
        for noun in NOUNS
        for one in noun.declared
    ]
    return hashlib.sha256(repr((ANALYSIS, DERIVATION, told)).encode()).hexdigest()


def columns(noun: type[Record]) -> tuple[str, ...]:
    """Name the columns of the table derived for ``noun``."""
    return ("id", *noun.field_names(), "_state")


def make_derived(connection: Any) -> None:
    """Make the derived tables anew and empty, the search index among them."""
    for row in connection.execute("SELECT value FROM meta WHERE key = 'derived_tables'").fetchall():
        for table in str(row[0]).split():
            connection.execute(f'DROP TABLE IF EXISTS "{table}"')
    for kind, noun in KINDS.items():
        named = ", ".join(f'"{name}"' for name in columns(noun)[1:])
        connection.execute(f'DROP TABLE IF EXISTS "{kind}"')
        connection.execute(f'CREATE TABLE "{kind}" (id TEXT PRIMARY KEY, {named}) WITHOUT ROWID')
        for info in noun.declared:
            if info.part_of:
                connection.execute(f'CREATE INDEX "{kind}_of_{info.name}" ON "{kind}" ("{info.name}")')
    search_tables.make(connection)
    connection.execute("REPLACE INTO meta VALUES ('derived_tables', ?)", (" ".join(KINDS),))
    connection.execute("REPLACE INTO meta VALUES ('signature', ?)", (signature(),))
