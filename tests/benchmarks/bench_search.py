"""The search index over 200,000 notes of invented words in six scripts and languages: building, keeping up, asking."""

import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from hrdesk.records import Note
from hrdesk.store import driver, schema, search

ROWS = 200_000
WORDS = 24
"""Words of a note; a Chinese one has as many characters as three words have letters."""

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
    connection.close()
    print("\n" + "\n".join(f"{name:>22} {value:8.2f}" for name, value in told.items()))
    assert told["question ms p95"] < 100


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
        values = {"id": _id(number), "text": text, "language": language, "_state": 0}
        rows.append([values.get(name) for name in names])
    connection.execute("BEGIN")
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
