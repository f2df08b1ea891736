"""The search index: made from the tables of records, and dropped and made again with everything else that is derived.

Two columns, the words as folded and their stems, so that a word as it was typed counts more than one of its forms.
The index holds no text, only which word stands where; beside it are kept the words of each record, without which
nothing could be taken out again. What was deleted or withdrawn is in neither.
"""

import hashlib
import json
import zlib
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Any

from hrdesk.language.analysis import Term, analyse, terms
from hrdesk.records import KINDS
from hrdesk.store.narrowing import EVERYTHING, Narrowing
from hrdesk.store.ranking import Hit, ranked
from hrdesk.store.search_tables import make
from hrdesk.store.search_texts import Entry, searchable, texts_of

MOST = 50
"""Results that are given unless more are asked for."""

SHORT = 500
"""Letters up to which the words of a record are kept as they are."""

_BATCH = 2000
_FEW = 32


def rebuild(connection: Any) -> None:
    """Drop the index and make it again from the tables of records."""
    make(connection)
    entries = (entry for kind in searchable() for entry in texts_of(connection, kind))
    number = 0
    while batch := list(islice(entries, _BATCH)):
        _put(connection, [(number + at, entry, entry.mark) for at, entry in enumerate(batch, 1)])
        number += len(batch)


def refresh(
    connection: Any, records: Iterable[str], kinds: Collection[str] | None = None, *, are_new: bool = False
) -> None:
    """Bring what the index knows of ``records`` up to date, inside the caller's transaction.

    ``kinds`` names the kinds they are of, where the caller knows that: then no other table is asked. ``are_new`` says
    that nothing was known of any of them before, and nothing of them is contested.
    """
    wanted = iter(dict.fromkeys(records))
    while batch := list(islice(wanted, _BATCH)):
        _refresh(connection, batch, kinds if kinds is not None else _kinds(connection, batch), are_new=are_new)


def _kinds(connection: Any, records: list[str]) -> Collection[str]:
    """Name the kinds that some records may be of: for a few it is quicker to ask the journal than every table."""
    if len(records) > _FEW:
        return KINDS
    marked = ", ".join("?" * len(records))
    rows = connection.execute(f"SELECT DISTINCT kind FROM change WHERE record IN ({marked})", records)
    return {row[0] for row in rows}


def _refresh(connection: Any, records: list[str], kinds: Collection[str], *, are_new: bool) -> None:
    held = {} if are_new else _held(connection, records)
    known = {kind for _, kind in held}  # one id may be held under two kinds, by a hostile desk
    asked = [kind for kind in searchable() if kind in kinds or kind in known]
    if not asked:
        return
    chosen = frozenset(records)
    fresh = {
        (one.record, one.kind): one
        for kind in asked
        for one in texts_of(connection, kind, chosen, with_contested=not are_new)
    }
    gone = [number for name, (number, _) in held.items() if name not in fresh]
    changed: list[tuple[int, Entry, int]] = []
    number = int(connection.execute("SELECT coalesce(max(n), 0) FROM search_record").fetchone()[0])
    for name, entry in fresh.items():
        mark = entry.mark
        if name not in held:
            number += 1
            changed.append((number, entry, mark))
        elif held[name][1] != mark:
            gone.append(held[name][0])
            changed.append((held[name][0], entry, mark))
    if gone:
        _take_out(connection, gone)
    if changed:
        _put(connection, changed)


def _held(connection: Any, records: list[str]) -> dict[tuple[str, str], tuple[int, int]]:
    """Give the numbers and marks under which records are known, by record and kind."""
    rows = connection.execute(
        "SELECT r.n, r.record, r.kind, r.mark FROM json_each(?) j"
        " CROSS JOIN search_record r INDEXED BY sqlite_autoindex_search_record_1 ON r.record = j.value",
        (json.dumps(records),),
    )
    return {(row[1], row[2]): (row[0], row[3]) for row in rows}


def _take_out(connection: Any, numbers: list[int]) -> None:
    rows = connection.execute(
        "SELECT r.n, r.words FROM json_each(?) j CROSS JOIN search_record r ON r.n = j.value", (json.dumps(numbers),)
    ).fetchall()
    connection.executemany(
        "INSERT INTO search_index (search_index, rowid, exact, stems) VALUES ('delete', ?, ?, ?)",
        [(number, *_read(words).split("\n")) for number, words in rows],
    )
    connection.executemany("DELETE FROM search_record WHERE n = ?", [(number,) for number in numbers])


def sweep(connection: Any) -> None:
    """Write the index anew from the words kept beside it, so that no word of what was deleted waits in its pages.

    The index's own "optimize" was seen to leave such words where they are. To be called outside any transaction.
    """
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'search_index'").fetchone():
        return  # an old backup
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        rows = connection.execute("SELECT n, words FROM search_record ORDER BY n")
        connection.executemany(
            "INSERT INTO search_index (rowid, exact, stems) VALUES (?, ?, ?)",
            ((row[0], *_read(row[1]).split("\n")) for row in rows),
        )
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def entries(connection: Any) -> list[tuple[str, str, str]]:
    """Give what is indexed of each record, for comparison: record, kind, a hash of its words."""
    rows = connection.execute("SELECT record, kind, words FROM search_record ORDER BY record, kind")
    return [(row[0], row[1], hashlib.sha256(_read(row[2]).encode()).hexdigest()) for row in rows]


def content(connection: Any) -> list[tuple[str, str, str, str, int]]:
    """Give every word the index itself holds, for comparison: record, kind, column, word, place.

    This is some millions of rows of a large desk; ``entries`` tells the same of what was put into the index.
    """
    connection.execute("CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, search_index, instance)")
    try:
        rows = connection.execute(
            "SELECT r.record, r.kind, w.col, w.term, w.offset"
            " FROM temp.search_words w JOIN search_record r ON r.n = w.doc ORDER BY 1, 2, 3, 5, 4"
        )
        return [tuple(row) for row in rows]
    finally:
        connection.execute("DROP TABLE temp.search_words")


def find(
    connection: Any,
    query: str | Sequence[Term],
    limit: int = MOST,
    kinds: Collection[str] | None = None,
    *,
    narrowing: Narrowing = EVERYTHING,
    beyond: int = 0,
) -> list[Hit]:
    """Give the records that hold all that is looked for, the best first; no query is an error.

    ``narrowing`` counts but for its class, which the database cannot tell. ``beyond`` leaves out as many of the best.
    """
    wanted = terms(query) if isinstance(query, str) else query
    if limit < 1:
        return []
    hits = ranked(connection, wanted, kinds, narrowing=narrowing, first=limit + beyond)
    return list(islice(hits, beyond, beyond + limit))


def _put(connection: Any, entries: Sequence[tuple[int, Entry, int]]) -> None:
    words = [_analysed(entry) for _, entry, _ in entries]
    connection.executemany(
        "INSERT INTO search_record (n, record, kind, mark, words) VALUES (?, ?, ?, ?, ?)",
        [
            (number, entry.record, entry.kind, mark, _kept(told))
            for (number, entry, mark), told in zip(entries, words, strict=True)
        ],
    )
    connection.executemany(
        "INSERT INTO search_index (rowid, exact, stems) VALUES (?, ?, ?)",
        [(number, *told) for (number, _, _), told in zip(entries, words, strict=True)],
    )


def _kept(words: Sequence[str]) -> str | bytes:
    """Give the words of a record as they are kept: those of a long text packed; of a short one nothing is gained."""
    told = "\n".join(words)
    return told if len(told) < SHORT else zlib.compress(told.encode(), 1)


def _read(kept: str | bytes) -> str:
    return kept if isinstance(kept, str) else zlib.decompress(kept).decode()


def _analysed(entry: Entry) -> tuple[str, str]:
    parts = [analyse(text, language) for text, language in zip(entry.texts, entry.language, strict=True) if text]
    return " ".join(exact for exact, _ in parts), " ".join(stem for _, stem in parts)
