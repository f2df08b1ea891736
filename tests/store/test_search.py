"""The search index: what is written is found, in six languages; what was taken away is not; made anew it is the same."""

import contextlib
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.agenda.commands import add, delete, edit, restore
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language.analysis import terms
from hrdesk.records import KINDS
from hrdesk.store import ranking, search
from tests.store.desks import MemoryDesk

ADD, EDIT, DELETE, RESTORE = (Command(one.__name__, one.__name__, one) for one in (add, edit, delete, restore))

SENTENCES = {
    "en": "The Working Group recommends that States protect human rights defenders from reprisals.",
    "fr": "Les États s’engagent à protéger les défenseurs des droits de l’homme contre les représailles.",
    "es": "Los Estados acordaron proteger a las defensoras de los derechos humanos en sus negociaciones.",
    "ru": "Рабочая группа рекомендует государствам защищать правозащитников, включая ещё не признанных.",
    "ar": "يوصي الفريق العامل الدول بحماية المدافعين عن حقوق الإنسان واللاجئين من الانتقام.",
    "zh": "工作组建议各国保护人权维护者，并加强与区域机制的合作。",
}
"""Our own sentences."""

PROBES = {
    "en": ("recommend", "recommendations", "STATE", "protecting", "human rights", '"rights defenders"', "reprisal"),
    "fr": ("etat", "l'état", "protege", "defenseurs", "droit", "d’homme", "représaille"),
    "es": ("estado", "acordar", "defensora", "derecho humano", "negociacion", "negociación"),
    "ru": ("группы", "рекомендовать", "государство", "правозащитник", "еще", "ЕЩЁ"),
    "ar": ("الدولة", "حماية", "مدافع", "والحقوق", "حُقوق", "انسان", "لاجئ", "اللاجئين"),
    "zh": ("人权", "人", "区域机制", "人权维护者 合作", "保护人权", "作"),
}


@pytest.fixture
def desk():
    made = MemoryDesk(0)
    yield made
    made.close()


def found(desk: MemoryDesk, query: str, **more: Any) -> list[str]:
    return [hit.record for hit in search.find(desk.connection, query, **more)]


def held(desk: MemoryDesk) -> list[tuple[str, str, str, str, int]]:
    return search.content(desk.connection)


@pytest.mark.parametrize(("language", "probe"), [(one, probe) for one in PROBES for probe in PROBES[one]])
@pytest.mark.parametrize("is_told", [True, False])
def test_a_sentence_is_found_by_forms_of_its_words(desk: MemoryDesk, language: str, probe: str, is_told: bool):
    ids = {
        one: desk.run(ADD, kind="note", text=text, language=one if is_told else None)["id"]
        for one, text in SENTENCES.items()
    }
    assert ids[language] in found(desk, probe)


def test_what_stands_there_as_typed_comes_first(desk: MemoryDesk):
    form = desk.run(ADD, kind="note", text="The State was recommending it", language="en")["id"]
    exact = desk.run(ADD, kind="note", text="They recommend it to a State", language="en")["id"]
    assert found(desk, "recommend") == [exact, form]


def test_all_words_must_be_there(desk: MemoryDesk):
    both = desk.run(ADD, kind="note", text="water and land")["id"]
    desk.run(ADD, kind="note", text="water alone")
    assert found(desk, "land water") == [both]


def test_only_the_kinds_asked_for_are_found(desk: MemoryDesk):
    note = desk.run(ADD, kind="note", text="water")["id"]
    desk.run(ADD, kind="lesson", text="water")
    assert found(desk, "water", kinds=["note"]) == [note]
    assert len(found(desk, "water")) == 2
    assert found(desk, "water", kinds=[]) == []


@pytest.mark.parametrize(("count", "many"), [(60, 1000), (260, 1000), (260, 100)])
def test_of_those_equally_good_every_desk_gives_the_same_in_pages_too(
    desk: MemoryDesk, count: int, many: int, monkeypatch: pytest.MonkeyPatch
):
    """A few hundred that are equally good are told apart in another way than few, and many in a third."""
    monkeypatch.setattr(ranking, "_FEW_EQUALS", many)
    ids = [desk.run(ADD, kind="note", text="water")["id"] for _ in range(count)]
    for one in ids[:20]:
        desk.run(EDIT, id=one, text="water again")
        desk.run(EDIT, id=one, text="water")
    best = desk.run(ADD, kind="note", text="water water")["id"]
    wanted = [best, *sorted(ids)]
    assert found(desk, "water") == wanted[: search.MOST]
    assert found(desk, "water", limit=7, beyond=45) == wanted[45:52]
    assert found(desk, "water", kinds=["note"]) == wanted[: search.MOST]
    assert found(desk, "water", limit=count + 1) == wanted
    assert found(desk, "water", limit=0) == found(desk, "water", beyond=count + 1) == []


def test_an_edited_text_is_found_by_its_new_words_alone(desk: MemoryDesk):
    note = desk.run(ADD, kind="note", text="reprisals")["id"]
    desk.run(EDIT, id=note, text="remedies")
    assert found(desk, "reprisals") == []
    assert found(desk, "remedy") == [note]
    desk.undo()
    assert found(desk, "reprisals") == [note]


def test_a_deleted_record_is_not_found_until_it_is_restored(desk: MemoryDesk):
    note = desk.run(ADD, kind="note", text="reprisals")["id"]
    desk.run(DELETE, id=note)
    assert found(desk, "reprisals") == []
    assert held(desk) == []
    desk.run(RESTORE, kind="note", id=note)
    assert found(desk, "reprisals") == [note]


def test_a_swept_index_holds_nothing_of_what_was_deleted(desk: MemoryDesk):
    for number in range(50):
        desk.run(ADD, kind="note", text=f"note {number}")
    note = desk.run(ADD, kind="note", text="unspeakable")["id"]
    desk.run(DELETE, id=note)
    search.sweep(desk.connection)
    blocks = desk.connection.execute("SELECT block FROM search_index_data").fetchall()
    assert not any(b"unspeak" in bytes(row[0]) for row in blocks)


def test_what_a_merge_brings_is_found(desk: MemoryDesk):
    other = MemoryDesk(1)
    note = other.run(ADD, kind="note", text=SENTENCES["fr"], language="fr")["id"]
    desk.take(other.changes())
    assert found(desk, "droit") == [note]
    assert held(desk) == held(other)
    other.close()


@pytest.mark.parametrize(
    "query",
    ["", '"', "AND", "a OR", "NOT x", "NEAR(a, 2)", "exact : a", "{exact} : a", "^a", "a*", "-a", "a + b", "(", "🙂", "\0", "\ud800", "a" * 10_000, "人" * 10_000, "a " * 10_000, '"a" ' * 5000],
)  # fmt: skip
def test_no_query_is_an_error(desk: MemoryDesk, query: str):
    desk.run(ADD, kind="note", text="water")
    assert isinstance(found(desk, query), list)


@settings(max_examples=200)
@given(st.text())
def test_whatever_is_looked_for_nothing_breaks(query: str):
    desk = MemoryDesk(0)
    found(desk, query)
    desk.close()


@settings(max_examples=60)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc"))) | st.sampled_from([*SENTENCES.values()]),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from(["en", "fr", "es", "ru", "ar", "zh", None]),
)
def test_each_word_of_a_text_finds_the_text(texts: list[str], language: str | None):
    desk = MemoryDesk(0)
    ids = [f"{number:026d}" for number in range(len(texts))]
    column = 1 + KINDS["note"].field_names().index("text")
    spoken = 1 + KINDS["note"].field_names().index("language")
    for record, text in zip(ids, texts, strict=True):
        row: list[Any] = [None] * (len(KINDS["note"].field_names()) + 2)
        row[0], row[column], row[spoken], row[-1] = record, text, language, 0
        desk.connection.execute(f"INSERT INTO note VALUES ({', '.join('?' * len(row))})", row)
    search.refresh(desk.connection, ids, ["note"])
    for record, text in zip(ids, texts, strict=True):
        for word in text.split():
            if terms(word):
                assert record in found(desk, word, limit=10)
    desk.close()


TEXTS = ("water rights", "droits de l’homme", "حقوق الإنسان", "人权理事会", "права человека", "the right to water")
step = st.tuples(st.sampled_from(("add", "edit", "edit", "delete", "restore", "undo")), st.integers(0, 2**16))


@settings(max_examples=60)
@given(st.lists(step, max_size=20))
def test_an_index_made_anew_is_the_one_that_was_kept_up(steps: list[tuple[str, int]]):
    desk = MemoryDesk(0)
    records: list[str] = []
    for name, number in steps:
        choice = random.Random(number)
        text = choice.choice(TEXTS)
        if name == "add" or not records:
            records.append(desk.run(ADD, kind=choice.choice(("note", "lesson")), text=text)["id"])
        elif name == "undo":
            with contextlib.suppress(Refused):  # there is nothing to undo any more
                desk.undo()
            records = [one for one in records if desk.reader.find(one)] or records
        else:
            one = choice.choice(records)
            living = desk.reader.find(one)
            if name == "restore" and living is None:
                kind = desk.reader.value("SELECT kind FROM change WHERE record = ?", one)
                desk.run(RESTORE, kind=kind, id=one)
            elif name == "edit" and living is not None:
                desk.run(EDIT, id=one, text=text)
            elif name == "delete" and living is not None:
                desk.run(DELETE, id=one)
    queries = ("water", "droit", "حق", "人权", "право", "right")
    before = held(desk), [search.find(desk.connection, query) for query in queries]
    search.rebuild(desk.connection)
    assert (held(desk), [search.find(desk.connection, query) for query in queries]) == before
    desk.close()


def test_sealed_text_is_in_no_index(desk: MemoryDesk):
    row: list[Any] = [None] * (len(KINDS["person"].field_names()) + 2)
    row[0], row[1 + KINDS["person"].field_names().index("name")], row[-1] = "x" * 26, "sealed:1:abcd", 0
    desk.connection.execute(f"INSERT INTO person VALUES ({', '.join('?' * len(row))})", row)
    search.refresh(desk.connection, ["x" * 26], ["person"])
    assert held(desk) == []


def test_a_record_of_two_kinds_stays_found_under_both(desk: MemoryDesk):
    """Only a hostile desk writes such a thing."""
    row: dict[str, list[Any]] = {kind: [None] * (len(KINDS[kind].field_names()) + 2) for kind in ("note", "lesson")}
    for kind, values in row.items():
        values[0], values[1 + KINDS[kind].field_names().index("text")], values[-1] = "x" * 26, f"water {kind}", 0
        desk.connection.execute(f"INSERT INTO {kind} VALUES ({', '.join('?' * len(values))})", values)
        search.refresh(desk.connection, ["x" * 26], [kind])
    assert [hit.kind for hit in search.find(desk.connection, "water")] == ["lesson", "note"]


def test_who_a_protected_person_is_stands_in_no_index(desk: MemoryDesk):
    person = desk.run(ADD, kind="person", name="Zenda", affiliation="Castle", pseudonym="Delegate")["id"]
    assert found(desk, "castle") == [person]
    desk.run(EDIT, id=person, protected=True)
    assert {word for _, _, column, word, _ in held(desk) if column == "exact"} == {"delegate"}


def test_the_plans_of_the_index_are_as_they_were_measured(desk: MemoryDesk):
    desk.run(ADD, kind="note", text="water")
    told: list[str] = []
    desk.connection.set_trace_callback(told.append)
    search.find(desk.connection, "water", kinds=["note"])
    search.refresh(desk.connection, ["x"], ["note"])
    desk.connection.set_trace_callback(None)
    plans = [
        row[3]
        for sql in told
        if sql.startswith("SELECT r.")
        for row in desk.connection.execute(f"EXPLAIN QUERY PLAN {sql}")
    ]
    assert any("USING INTEGER PRIMARY KEY" in plan for plan in plans)
    assert any("search_index VIRTUAL TABLE" in plan for plan in plans)
    assert not any(plan.startswith("SCAN r") for plan in plans)


def test_many_that_are_equally_good_are_gone_through_in_their_order(desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ranking, "_FEW_EQUALS", 1)
    monkeypatch.setattr(ranking, "_EQUALS", 1)
    for _ in range(3):
        desk.run(ADD, kind="note", text="water")
    told: list[str] = []
    desk.connection.set_trace_callback(told.append)
    assert len(found(desk, "water", limit=1)) == 1
    desk.connection.set_trace_callback(None)
    (asked,) = [sql for sql in told if "INDEXED BY" in sql]
    plans = [row[3] for row in desk.connection.execute(f"EXPLAIN QUERY PLAN {asked}")]
    assert any("USING COVERING INDEX" in plan for plan in plans)
    assert not any("TEMP B-TREE" in plan for plan in plans)
