"""The search index over 200,000 notes of invented words in six scripts and languages: building, keeping up, asking.

What is asked is asked in the same run of a plain FTS5 table of the same texts too (tokenizer unicode61, accents off;
Chinese parted into characters, or it would find nothing at all), by the same words, for the same fifty best. Where
the class that counts matters, plain is given it for nothing: worked out before, a column that is joined by number. The
measure is processor time; results are in search.md.
"""

import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from hrdesk.records import Note
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.note import NOTE_KINDS
from hrdesk.store import driver, schema, search
from hrdesk.store.finding import find
from hrdesk.store.narrowing import Narrowing
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes

ROWS = 200_000
QUESTIONS = 30
"""Questions of one word, of two and of three each."""

WORDS = 24
"""Words of a note; a Chinese one has as many characters as three words have letters."""

FIELDS = ("at", "note_kind", "sensitivity", "session", "speaker", "text")
"""The lines of the journal that a note mostly has."""

SYLLABLES = {
    "en": "re com men da tion na pro tec right law su al ment ing po li cy de ver st".split(),
    "fr": "re com man da tion na pro tec droit loi é à ment eur po li que dé cis ê".split(),
    "es": "re co men da ción na pro tec de re ley á mien to po lí ti ca ñ vo".split(),
    "ru": "ре ко мен да ция на про тек пра во за кон ё ство по ли ти ка ще ный".split(),
    "ar": "ال حق وق ان سان حما ية دو لة قا نون تو صي ات مرا ة لج ئين مح كمة".split(),
    "zh": list("人权理事会建议各国加强与区域机制的合作保护难民妇女儿童法律"),
}


def bench_searching_two_hundred_thousand_notes(tmp_path: Path):
    """Build the index, keep it up for one note and for 10,000, and ask 300 questions."""
    chance = random.Random(20)
    words = {language: _vocabulary(chance, language) for language in SYLLABLES}
    connection = _desk(tmp_path / "a.hrdesk", chance, words)
    letters = connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM note").fetchone()[0]
    told = {"build s": _seconds(connection, lambda: search.rebuild(connection))}
    size = connection.execute("SELECT sum(length(block)) FROM search_index_data").fetchone()[0]
    kept = connection.execute("SELECT sum(length(words)) FROM search_record").fetchone()[0]
    told["index/text"], told["with words/text"] = size / letters, (size + kept) / letters
    connection.execute("UPDATE note SET text = text || ' changed' WHERE id < ?", (_id(10_000),))
    ids = [_id(number) for number in range(10_000)]
    told["10,000 changed s"] = _seconds(connection, lambda: search.refresh(connection, ids, ["note"]))
    one = []
    for number in range(20_000, 20_300):
        connection.execute("UPDATE note SET text = text || ' changed' WHERE id = ?", (_id(number),))
        one.append(_seconds(connection, partial(search.refresh, connection, [_id(number)], ["note"])) * 1000)
    told["one changed ms p95"] = _p95(one)
    asked = [_ask(connection, " ".join(_some(chance, words, count))) for count in (1, 2, 3) for _ in range(100)]
    told["question ms p50"], told["question ms p95"] = statistics.median(asked), _p95(asked)
    told["common character ms"] = _ask(connection, "的")
    print("\n" + "\n".join(f"{name:>22} {value:8.2f}" for name, value in told.items()))
    _compare(connection, chance, words)
    connection.close()
    assert told["question ms p95"] < 100


def _compare(connection: Any, chance: random.Random, words: dict[str, list[str]]) -> None:
    """Ask this index and a plain one the same, and print a line for each way of asking."""
    connection.execute("BEGIN")
    connection.execute("CREATE VIRTUAL TABLE raw USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')")
    rows = connection.execute("SELECT r.n, n.text, n.language FROM search_record r JOIN note n ON n.id = r.record")
    parted = ((row[0], " ".join(row[1]) if row[2] == "zh" else row[1]) for row in rows)
    connection.executemany("INSERT INTO raw (rowid, text) VALUES (?, ?)", parted)
    connection.execute("COMMIT")
    reader = Reader(connection)
    narrow = Narrowing(session=_id(ROWS + 4), tag=_id(ROWS + 4), since="2012-12-12T10:30:00Z")
    raw = "SELECT rowid, rank FROM raw WHERE raw MATCH ? ORDER BY rank LIMIT 50"
    joined = (
        "SELECT raw.rowid, raw.rank FROM raw JOIN search_record r ON r.n = raw.rowid JOIN note n ON n.id = r.record"
        " WHERE raw MATCH ? AND n.session = ? AND n.at >= ?"
        " AND EXISTS (SELECT 1 FROM tagging t WHERE t.item = n.id AND t.tag = ?) ORDER BY rank LIMIT 50"
    )
    _give_classes(connection, reader)
    classed = (
        "SELECT raw.rowid, rank, snippet(raw, 0, '[', ']', '…', 24) FROM raw JOIN classed k ON k.n = raw.rowid"
        " WHERE raw MATCH ? AND k.class IN (?, ?) ORDER BY rank LIMIT 50"
    )
    context = "SELECT rowid, rank, snippet(raw, 0, '[', ']', '…', 24) FROM raw WHERE raw MATCH ? ORDER BY rank LIMIT 50"
    ways: dict[str, Callable[[str], Any]] = {
        "plain FTS5": lambda asked: connection.execute(raw, (_as_raw(asked),)).fetchall(),
        "plain FTS5 with snippet()": lambda asked: connection.execute(context, (_as_raw(asked),)).fetchall(),
        "plain FTS5, begun word": lambda asked: connection.execute(raw, (_as_raw(asked) + "*",)).fetchall(),
        "plain FTS5, narrowed": lambda asked: connection.execute(
            joined, (_as_raw(asked), narrow.session, narrow.since, narrow.tag)
        ).fetchall(),
        "plain FTS5, for others": lambda asked: connection.execute(
            classed, (_as_raw(asked), *SENSITIVITY[:2])
        ).fetchall(),
        "plain FTS5, of one class": lambda asked: connection.execute(
            classed, (_as_raw(asked), "public", "public")
        ).fetchall(),
        "plain FTS5, the strictest": lambda asked: connection.execute(
            classed, (_as_raw(asked), "confidential", "confidential")
        ).fetchall(),
        "index": lambda asked: search.find(connection, asked),
        "index, narrowed in SQL": lambda asked: search.find(connection, asked, narrowing=narrow),
        "found, with context": lambda asked: find(reader, asked, "confidential"),
        "found, begun word": lambda asked: find(reader, asked, "confidential", typing=True),
        "found, for others": lambda asked: find(reader, asked, "restricted"),
        "found, for everybody": lambda asked: find(reader, asked, "public"),
        "found, narrowed": lambda asked: find(reader, asked, "confidential", narrowing=narrow),
        "found, of one class": lambda asked: find(
            reader, asked, "confidential", narrowing=Narrowing(sensitivity="public")
        ),
        "found, of the strictest": lambda asked: find(
            reader, asked, "confidential", narrowing=Narrowing(sensitivity="confidential")
        ),
    }
    questions = [" ".join(_some(chance, words, count)) for count in (1, 2, 3) for _ in range(QUESTIONS)]
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for question in questions:
        for name, ask in ways.items():
            ask(question)  # the pages are warm for everybody
            begun = time.process_time()
            ask(question)
            spent[name].append((time.process_time() - begun) * 1000)
    sums = {name: sum(told) for name, told in spent.items()}
    plain = sums["plain FTS5"]
    for name, told in spent.items():
        same = f"  of plain doing the same {sums[name] / sums[_THE_SAME[name]]:5.2f}" if name in _THE_SAME else ""
        print(
            f"{name:>26} p50 {statistics.median(told):6.1f}  p95 {_p95(told):6.1f}"
            f"  sum/plain {sums[name] / plain:5.2f}{same}"
        )
    assert all(sums[name] < _MOST_TIMES * sums[same] for name, same in _THE_SAME.items())


_MOST_TIMES = 2.2
"""The goal is twice; while others used the machine, what is Python was seen to take a tenth more."""


_THE_SAME = {
    "index": "plain FTS5",
    "index, narrowed in SQL": "plain FTS5, narrowed",
    "found, with context": "plain FTS5 with snippet()",
    "found, begun word": "plain FTS5, begun word",
    "found, narrowed": "plain FTS5, narrowed",
    "found, for others": "plain FTS5, for others",
    "found, for everybody": "plain FTS5, of one class",
    "found, of one class": "plain FTS5, of one class",
    "found, of the strictest": "plain FTS5, the strictest",
}
"""What of plain does the same as each way of ours."""


def _give_classes(connection: Any, reader: Reader) -> None:
    """Work out the class that counts for every note and put it where plain has only to join it."""
    classes = read_classes(reader)
    rows = connection.execute("SELECT n, record FROM search_record").fetchall()
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE classed (n INTEGER PRIMARY KEY, class TEXT)")
    connection.executemany("INSERT INTO classed VALUES (?, ?)", ((row[0], classes.of(row[1])) for row in rows))
    connection.execute("COMMIT")


def _as_raw(question: str) -> str:
    """Write a question for the plain table: every word as it stands, Chinese as its characters in a row."""
    return " AND ".join(f'"{" ".join(one) if one >= chr(0x4E00) else one}"' for one in question.split())


def _vocabulary(chance: random.Random, language: str) -> list[str]:
    if language == "zh":
        return SYLLABLES[language]
    return ["".join(chance.choices(SYLLABLES[language], k=chance.randint(1, 4))) for _ in range(5000)]


def _some(chance: random.Random, words: dict[str, list[str]], count: int) -> list[str]:
    """Give words of one language, common ones more often, as people use them."""
    language = chance.choice([*words])
    if language == "zh":
        return ["".join(chance.choices(words["zh"], k=2)) for _ in range(count)]
    held = words[language]
    return chance.choices(held, [1 / (place + 1) for place in range(len(held))], k=count)


def _desk(path: Path, chance: random.Random, words: dict[str, list[str]]) -> Any:
    connection = driver.connect(path, writing=True)
    schema.migrate(driver.database(connection))
    schema.make_derived(connection)
    driver.for_writing(connection)
    names = schema.columns(Note)
    weights = {language: [1 / (place + 1) for place in range(len(held))] for language, held in words.items()}
    rows = []
    for number in range(ROWS):
        language = chance.choice([*words])
        count = WORDS * 3 if language == "zh" else WORDS
        text = ("" if language == "zh" else " ").join(chance.choices(words[language], weights[language], k=count))
        values = {
            "id": _id(number),
            "text": text,
            "language": language,
            "session": _id(ROWS + number % 20),
            "speaker_label": "Delegation of a State" if number % 2 else None,
            "note_kind": chance.choice(NOTE_KINDS),
            "sensitivity": chance.choices((None, *SENSITIVITY), (5, 2, 2, 1))[0],
            "at": f"2012-12-12T{9 + number % 9:02}:{number % 60:02}:00Z",
            "_state": 0,
        }
        rows.append([values.get(name) for name in names])
    connection.execute("BEGIN")
    # Of the journal no more than tells of which kind a record is, in as many lines as a note mostly has.
    connection.executemany(
        "INSERT INTO change VALUES (?, 1, '', ?, ?, ?, '', '', '', 3, 1)",
        (
            (1 << 40 | at * len(FIELDS) + place, "note" if at < ROWS else "session", _id(at), field)
            for at in range(ROWS + 20)
            for place, field in enumerate(FIELDS)
        ),
    )
    tagged = ((_id(at), _id(at), _id(ROWS + at % 10)) for at in range(0, ROWS, 4))
    connection.executemany("INSERT INTO tagging (id, item, tag, _state) VALUES (?, ?, ?, 0)", tagged)
    sessions = ((_id(ROWS + at), (None, *SENSITIVITY)[at % 4]) for at in range(20))
    connection.executemany("INSERT INTO session (id, sensitivity, _state) VALUES (?, ?, 0)", sessions)
    connection.executemany(f"INSERT INTO note VALUES ({', '.join('?' * len(names))})", rows)
    connection.execute("COMMIT")
    return connection


def _id(number: int) -> str:
    return f"{number:026d}"


def _seconds(connection: Any, work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    work()
    connection.execute("COMMIT")
    return time.perf_counter() - begun


def _ask(connection: Any, words: str) -> float:
    """Ask and give the milliseconds of processor time: what else the machine does says nothing about the index."""
    begun = time.process_time()
    search.find(connection, words)
    return (time.process_time() - begun) * 1000


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]
