"""Withdrawals: lines that must vanish are as if they had never been written, wherever the withdrawal arrives.

A withdrawal is an ordinary record that names lines by their hashes. The lines are taken out of the journal and of
everything made from it; their hashes stay, so that a line is refused when it comes back, and its number counts as
held. No order of arrival matters: not even a withdrawal that lost a fork is without effect, and none can itself be
withdrawn, because a line that has vanished somewhere cannot be asked for again.
"""

import base64
import binascii
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

import msgspec

from hrdesk.store import driver, forks, search
from hrdesk.store.change import DELETED, Change, decode, line_hash
from hrdesk.store.journal import change_number, changes_numbered, changes_of_record, device_number, stream
from hrdesk.store.reading import Reader
from hrdesk.store.unfinished import DUE

KIND, LINES, ITEM = "withdrawal", "lines", "item"

WITHDRAWN_AMONG = "SELECT w.hash FROM json_each(?) a CROSS JOIN withdrawn w ON w.hash = unhex(a.value)"
SHARED_NUMBERS = (  # two lines under one number, one of them withdrawn
    "SELECT DISTINCT w.dev FROM json_each(?) a CROSS JOIN withdrawn w"
    " ON w.dev = json_extract(a.value, '$[0]') AND w.seq = json_extract(a.value, '$[1]')"
)

_TELLING = 16
"""An id of so many letters is not found in a text by chance; a shorter one comes from no hrdesk."""


@dataclass
class Removed:
    """What a withdrawal took out of this desk: how many lines, of which records."""

    lines: int = 0
    records: set[tuple[str, str]] = field(default_factory=set)


class Writable(Protocol):
    """A desk file that is open for writing."""

    def writing_already(self) -> AbstractContextManager[Any]:
        """Give the connection."""


def hashes_of(reader: Reader, record: str) -> list[bytes]:
    """Give the hashes of all lines held of ``record``, also of those that lost a fork."""
    connection = reader._connection  # noqa: SLF001 - the store reads its own reader
    found = {line_hash(change) for _, change in changes_of_record(connection, record)}
    found |= {line_hash(change) for change in _forked(connection) if change.record == record}
    return sorted(found)


def written(hashes: Iterable[bytes]) -> str:
    """Write hashes as the field ``lines`` of a withdrawal holds them: sorted, one a line."""
    return "\n".join(sorted(base64.urlsafe_b64encode(one).rstrip(b"=").decode() for one in set(hashes)))


def read(told: object) -> set[bytes]:
    """Read what ``written`` wrote; what is no hash of a line names none."""
    found: set[bytes] = set()
    for one in told.split("\n") if isinstance(told, str) else ():
        try:
            found.add(base64.b64decode(one + "=", altchars=b"-_", validate=True))
        except (binascii.Error, ValueError):
            continue
    return {one for one in found if len(one) == 32}


def are_any(connection: Any) -> bool:
    """Tell whether anything was ever withdrawn here."""
    return connection.execute("SELECT 1 FROM withdrawn LIMIT 1").fetchone() is not None


def learn(connection: Any, chunk: Sequence[Change]) -> Removed | None:
    """Note what the withdrawals among arriving lines name, and take out of the desk what is held of it."""
    told = [change for change in chunk if change.kind == KIND]
    if not told:
        return None
    items = {str(one.val) for one in told if one.field == ITEM and one.val}
    named: set[bytes] = set()
    before = _count(connection)
    for change in told:
        if change.field == LINES:
            named |= _note(connection, change)
            items |= _items(connection, change.record)
    if _count(connection) > before:  # a backup may hold what the desk itself no longer does
        connection.execute("REPLACE INTO meta VALUES (?, '1')", (DUE,))
    return _take_out(connection, named, items) if named else None


def refuse(connection: Any, chunk: Sequence[Change]) -> list[Change]:
    """Leave out the lines that were withdrawn, and note under which numbers they came."""
    hashes = [line_hash(change) for change in chunk]
    told = msgspec.json.encode([one.hex() for one in hashes]).decode()
    rows = connection.execute(WITHDRAWN_AMONG, (told,))
    withdrawn = {bytes(row[0]) for row in rows}
    kept: list[Change] = []
    for digest, change in zip(hashes, chunk, strict=True):
        if digest not in withdrawn or change.kind == KIND:
            kept.append(change)
            continue
        _keep_place(connection, digest, change)
        if _is_shared(connection, change.dev, change.seq):
            forks.flag(connection, change.dev)
    told = msgspec.json.encode([(change.dev, change.seq) for change in kept]).decode()
    for row in connection.execute(SHARED_NUMBERS, (told,)).fetchall():
        forks.flag(connection, row[0])
    return kept


def settle_all(connection: Any) -> None:
    """See in a rebuild that everything that a withdrawal names is out of the journal."""
    connection.execute("UPDATE withdrawn SET withdrawal = NULL, at = NULL")
    named: set[bytes] = set()
    items: set[str] = set()
    rows = connection.execute("SELECT DISTINCT record FROM change WHERE kind = ?", (KIND,)).fetchall()
    told = [change for row in rows for _, change in changes_of_record(connection, row[0])]
    for change in (*told, *_forked(connection)):
        if (change.kind, change.field) == (KIND, LINES):
            named |= _note(connection, change)
            items |= _items(connection, change.record)
    if named:
        _take_out(connection, named, items)
    for dev, seq in connection.execute("SELECT DISTINCT dev, seq FROM withdrawn WHERE dev IS NOT NULL").fetchall():
        if _is_shared(connection, dev, seq):
            forks.flag(connection, dev)


def late_lines(reader: Reader) -> list[str]:
    """Give the records named by a withdrawal of which lines are held that no withdrawal names: they came later."""
    rows = reader.rows(
        "SELECT DISTINCT w.val AS item FROM withdrawal v"
        " CROSS JOIN change w INDEXED BY change_cell ON w.record = v.id AND w.kind = ? AND w.field = ? WHERE EXISTS"
        " (SELECT 1 FROM change c INDEXED BY change_cell WHERE c.record = w.val AND c.kind <> ? AND c.field <> ?)"
        " AND NOT EXISTS (SELECT 1 FROM change p INDEXED BY change_cell WHERE p.record = w.record"
        " AND p.field = 'only_part' AND p.val = x'01') ORDER BY w.val",
        KIND,
        ITEM,
        KIND,
        DELETED,
    )
    return [row["item"] for row in rows]


def forget(connection: Any, hashes: Iterable[bytes]) -> None:
    """Take lines out of a backup, which may not know the withdrawal; what is derived is to be made anew afterwards."""
    named = set(hashes)
    connection.executemany("INSERT OR IGNORE INTO withdrawn (hash) VALUES (?)", [(one,) for one in sorted(named)])
    _take_out(connection, named, set())


def clean_up(desk_file: Writable) -> bool:
    """Leave no byte of what was withdrawn in the file and its companions; False when a reader was in the way.

    To be called after the commit, outside any transaction. The file is written anew, which takes about a second for
    a hundred megabytes; when it could not be done it stays due and is done when the file is closed or opened.
    """
    with desk_file.writing_already() as connection:
        return clean(connection)


def clean(connection: Any) -> bool:
    """Do the work of ``clean_up`` on a connection that is in no transaction."""
    try:
        search.sweep(connection)  # deleted words wait in the index until its parts are joined
        connection.execute("VACUUM")
        if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            return False
        connection.execute("DELETE FROM meta WHERE key = ?", (DUE,))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except driver.OperationalError:
        return False
    return True


def _note(connection: Any, change: Change) -> set[bytes]:
    """Note the hashes that one line of a withdrawal names; of several that name one the same is kept everywhere."""
    named = read(change.val)
    connection.executemany(
        "INSERT INTO withdrawn (hash, withdrawal, at) VALUES (?, ?, ?) ON CONFLICT (hash) DO UPDATE SET"
        " withdrawal = min(coalesce(withdrawal, excluded.withdrawal), excluded.withdrawal),"
        " at = min(coalesce(at, excluded.at), excluded.at)",
        [(one, change.record, change.at) for one in sorted(named)],
    )
    return named


def _count(connection: Any) -> int:
    return int(connection.execute("SELECT count(*) FROM withdrawn").fetchone()[0])


def _items(connection: Any, withdrawal: str) -> set[str]:
    rows = connection.execute(
        "SELECT val FROM change INDEXED BY change_cell WHERE record = ? AND field = ?", (withdrawal, ITEM)
    )
    return {row[0] for row in rows if isinstance(row[0], str)}


def _take_out(connection: Any, named: set[bytes], items: set[str]) -> Removed:
    """Take lines out of the journal: first where the withdrawal says they are, else they are searched everywhere."""
    removed = Removed()
    wanted = {
        bytes(row[0])
        for row in connection.execute("SELECT hash FROM withdrawn WHERE dev IS NULL").fetchall()
        if bytes(row[0]) in named
    } | {one for one in named if _was_held(connection, one)}
    found: dict[bytes, Change] = {}
    for item in sorted(items):
        found |= _named(wanted, (change for _, change in changes_of_record(connection, item)))
    found |= _named(wanted, _forked(connection))
    if wanted - found.keys():
        found |= _named(wanted - found.keys(), stream(connection))
    if not found:
        return removed
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("REPLACE INTO meta VALUES (?, '1')", (DUE,))
    for digest, change in sorted(found.items()):
        removed.lines += 1
        removed.records |= _remove(connection, digest, change)
    _clean_beside(connection, list(found.values()))
    return removed


def _named(wanted: set[bytes], changes: Iterable[Change]) -> dict[bytes, Change]:
    hashed = ((line_hash(change), change) for change in changes if change.kind != KIND)
    return {digest: change for digest, change in hashed if digest in wanted}


def _was_held(connection: Any, digest: bytes) -> bool:
    """Tell whether a line that a withdrawal names had been here; a line of the journal cannot be there twice."""
    row = connection.execute("SELECT dev, seq FROM withdrawn WHERE hash = ?", (digest,)).fetchone()
    if row is None or row[0] is None:
        return False
    held = _standing(connection, row[0], row[1])
    return held is not None and line_hash(held) == digest


def _remove(connection: Any, digest: bytes, change: Change) -> set[tuple[str, str]]:
    """Take one line out; where its number was forked another line takes its place."""
    _keep_place(connection, digest, change)
    connection.execute("DELETE FROM fork WHERE hash = ?", (digest,))
    left = forks.of_dot(connection, change.dev, change.seq)
    if len(left) == 1:
        connection.execute("DELETE FROM fork WHERE dev = ? AND seq = ?", (change.dev, change.seq))
    held = _standing(connection, change.dev, change.seq)
    if held is None or line_hash(held) != digest:
        return set()
    number = change_number(device_number(connection, change.dev), change.seq)
    return forks.stand(connection, number, left[0] if left else None, held)


def _keep_place(connection: Any, digest: bytes, change: Change) -> None:
    connection.execute(
        "UPDATE withdrawn SET dev = ?, seq = ?, lam = ? WHERE hash = ?", (change.dev, change.seq, change.lam, digest)
    )


def _is_shared(connection: Any, dev: str, seq: int) -> bool:
    """Tell whether a number of which a line was withdrawn was given to another line too."""
    came = connection.execute("SELECT count(*) FROM withdrawn WHERE dev = ? AND seq = ?", (dev, seq)).fetchone()
    return came[0] > 1 or _standing(connection, dev, seq) is not None


def _clean_beside(connection: Any, changes: Collection[Change]) -> None:
    """Take away what the desk keeps for itself of withdrawn values: what could be undone, and what was being typed."""
    for change in {(one.record, one.field): one for one in changes}.values():
        rows = connection.execute(
            "SELECT DISTINCT command FROM command_cell WHERE record = ?1"
            " AND (field = ?2 OR before_state = 'unmade/' || record)",  # of what was made one row holds all fields
            (change.record, change.field),
        ).fetchall()
        for row in rows:
            connection.execute(
                "DELETE FROM stand WHERE state IN (SELECT before_state FROM command_cell WHERE command = ?1"
                " UNION SELECT after_state FROM command_cell WHERE command = ?1)",
                (row[0],),
            )
            connection.execute("DELETE FROM command_cell WHERE command = ?", (row[0],))
            connection.execute("DELETE FROM command WHERE id = ?", (row[0],))
    for record in {one.record for one in changes}:
        is_telling = len(record) >= _TELLING
        named = "instr(place, ?1) OR instr(text, ?1)" if is_telling else "place = ?1 OR place LIKE '%/' || ?1"
        connection.execute(f"DELETE FROM draft WHERE {named}", (record,))


def _forked(connection: Any) -> list[Change]:
    return [decode(bytes(row[0])) for row in connection.execute("SELECT line FROM fork").fetchall()]


def _standing(connection: Any, dev: str, seq: int) -> Change | None:
    number = change_number(device_number(connection, dev), seq)
    return changes_numbered(connection, (number,)).get(number)
