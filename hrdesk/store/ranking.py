"""The order in which the search index gives what it holds: the best first, as many as are asked for.

Which of those that are equally good come first is told by their ids, so that every desk gives the same.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hrdesk.language.analysis import Term
from hrdesk.store.journal import plain_rows
from hrdesk.store.narrowing import EVERYTHING, Narrowing, condition

EXACT, STEMS = 3.0, 1.0
"""How much a word counts that stands there as typed, and one that shares a stem with it."""

_EQUALS = 200
"""Hits beyond those wanted that are looked at, in case they are as good as the last of them."""

_FEW_EQUALS = 1000
"""So many that are equally good are quicker found by going through the ids than looked up and sorted."""

_AT_ONCE = 100
"""Records that are looked up together."""

_LARGER = 4
"""The index is asked for so many times as many as before: mostly once, and seldom often."""

_SCORE = f"bm25(search_index, {EXACT}, {STEMS})"


@dataclass(frozen=True)
class Hit:
    """A record that holds what was looked for; the lower the score, the better it fits."""

    kind: str
    record: str
    score: float


def ranked(
    connection: Any,
    wanted: Sequence[Term],
    kinds: Collection[str] | None = None,
    *,
    narrowing: Narrowing = EVERYTHING,
    first: int,
) -> Iterator[Hit]:
    """Give what ``search.find`` gives, one after another and without end but the last, within one state of the desk.

    The index is asked for the best ``first``, and for more, ever more at once, when those are used up: for whoever
    may not show them all and needs further ones. It is told of each record only as they come.
    """
    if not wanted:
        return iter(())
    if kinds is None and not narrowing.is_of_the_database:
        return _best(connection, _match(wanted), first)
    return _narrowed(connection, _match(wanted), kinds, narrowing, first)


def _narrowed(
    connection: Any, match: str, kinds: Collection[str] | None, narrowing: Narrowing, page: int
) -> Iterator[Hit]:
    where = "search_index MATCH :match"
    if kinds is not None:
        where += " AND r.kind IN (SELECT value FROM json_each(:kinds))"
    if narrowing.is_of_the_database:
        where += f" AND {condition(narrowing)}"
    sql = (
        f"SELECT r.kind, r.record, {_SCORE} AS score"
        " FROM search_index CROSS JOIN search_record r ON r.n = search_index.rowid"
        f" WHERE {where} ORDER BY score, r.record, r.kind LIMIT :limit OFFSET :beyond"
    )
    told = {**narrowing.values(), "match": match, "kinds": None if kinds is None else json.dumps(sorted(kinds))}
    beyond = 0
    while rows := connection.execute(sql, {**told, "limit": page, "beyond": beyond}).fetchall():
        yield from (Hit(*row) for row in rows)
        if len(rows) < page:
            return
        beyond += page
        page *= _LARGER


def _best(connection: Any, match: str, page: int) -> Iterator[Hit]:
    """Give the best of the whole desk, looking up only their records."""
    sql = f"SELECT rowid, {_SCORE} AS score FROM search_index WHERE search_index MATCH ? {{}} ORDER BY score LIMIT ?"
    rows = plain_rows(connection, sql.format(""), match, page + _EQUALS)
    while len(rows) == page + _EQUALS:
        last = rows[page - 1][1]
        are_all_there = rows[-1][1] != last
        yield from _looked_up(connection, [row for row in rows if row[1] < last or (are_all_there and row[1] == last)])
        if not are_all_there:
            yield from _equally_good(connection, match, last)
        page *= _LARGER
        rows = plain_rows(connection, sql.format(f"AND {_SCORE} > ?"), match, last, page + _EQUALS)
    yield from _looked_up(connection, rows)


def _looked_up(connection: Any, rows: Sequence[tuple[int, float]]) -> Iterator[Hit]:
    """Give the records of ascending scores; all of the same score are among them."""
    begin = 0
    while begin < len(rows):
        end = min(begin + _AT_ONCE, len(rows))
        while end < len(rows) and rows[end][1] == rows[end - 1][1]:
            end += 1
        scores = dict(rows[begin:end])
        held = plain_rows(
            connection,
            "SELECT r.n, r.kind, r.record FROM json_each(?) j CROSS JOIN search_record r ON r.n = j.value",
            json.dumps(list(scores)),
        )
        found = [Hit(kind, record, scores[number]) for number, kind, record in held]
        yield from sorted(found, key=lambda one: (one.score, one.record, one.kind))
        begin = end


def _equally_good(connection: Any, match: str, score: float) -> Iterator[Hit]:
    """Give all records of one score by their ids.

    A few are looked up one by one. Where they are many the ids of the desk are gone through in their order until
    there are enough of them, which whoever asks tells by asking no more.
    """
    these = f"SELECT rowid FROM search_index WHERE search_index MATCH ? AND {_SCORE} = ?"
    few = plain_rows(connection, f"{these} LIMIT ?", match, score, _FEW_EQUALS)
    if len(few) < _FEW_EQUALS:
        yield from _looked_up(connection, [(row[0], score) for row in few])
        return
    rows = connection.execute(
        "SELECT r.kind, r.record FROM search_record r INDEXED BY sqlite_autoindex_search_record_1"
        f" WHERE r.n IN ({these}) ORDER BY r.record, r.kind",
        (match, score),
    )
    yield from (Hit(row[0], row[1], score) for row in rows)


def _match(wanted: Sequence[Term]) -> str:
    """Write terms in the language of the index; words are letters and figures alone, so nothing can break out."""
    told = []
    for term in wanted:
        # A stem that stands there as a word is a form of it too: stemmers leave some words whole (mujer, mujeres).
        ways = [f'{{exact stems}} : "{stem}"' for stem in term.stems]
        if term.begins or term.words[0] not in term.stems:  # else the word is among what its stems find already
            ways.insert(0, f'exact : "{" ".join(term.words)}"{"*" if term.begins else ""}')
        told.append(f"({' OR '.join(ways)})")
    return " AND ".join(told)
