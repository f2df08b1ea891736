"""Finding for an audience: others find only what they may see, and learn nothing of the rest by looking."""

from pathlib import Path
from threading import Thread

import pytest

from hrdesk.agenda.commands import add, edit
from hrdesk.desk import Command, Desk
from hrdesk.language import ANALYSIS
from hrdesk.store import schema, search, search_tables
from hrdesk.store.finding import Found, find
from hrdesk.store.identity import Profile
from hrdesk.translation.commands import translate
from tests.store.desks import MemoryDesk

ADD, EDIT, TRANSLATE = (Command(one.__name__, one.__name__, one) for one in (add, edit, translate))
AUDIENCES = ("public", "restricted", "confidential")


@pytest.fixture
def desk():
    made = MemoryDesk(0)
    yield made
    made.close()


def found(desk: MemoryDesk, words: str, audience: str = "confidential", **more) -> list[Found]:
    return find(desk.reader, words, audience, **more)


def ids(desk: MemoryDesk, words: str, audience: str) -> list[str]:
    return [one.record for one in found(desk, words, audience)]


def note(desk: MemoryDesk, **fields) -> str:
    return str(desk.run(ADD, kind="note", **fields)["id"])


def test_a_hit_is_shown_with_its_marks(desk: MemoryDesk):
    record = note(desk, text="Les négociations\nsur l’eau", language="fr")
    (one,) = found(desk, "négociation")
    assert (one.kind, one.record, one.shows, one.field) == ("note", record, record, "text")
    assert one.text == "Les négociations sur l’eau"
    assert [one.text[start:end] for start, end in one.marks] == ["négociations"]


@pytest.mark.parametrize("sensitivity", ["public", "restricted", "confidential", None])
def test_an_audience_finds_its_class_and_what_is_milder(desk: MemoryDesk, sensitivity: str | None):
    record = note(desk, text="water", sensitivity=sensitivity)
    least = AUDIENCES.index(sensitivity or "restricted")
    assert [bool(ids(desk, "water", one)) for one in AUDIENCES] == [at >= least for at in range(3)]
    assert ids(desk, "water", "confidential") == [record]


def test_an_audience_that_is_none_finds_nothing(desk: MemoryDesk):
    note(desk, text="water", sensitivity="public")
    assert ids(desk, "water", "everybody") == []


def test_each_of_two_contested_texts_is_found_by_the_desks_own_people(desk: MemoryDesk):
    record = note(desk, text="shared", sensitivity="public")
    other = MemoryDesk(1)
    other.take(desk.changes())
    desk.run(EDIT, id=record, text="water", language="en")
    other.run(EDIT, id=record, text="rivières", language="fr")
    desk.take(other.changes())
    other.take(desk.changes())
    for one in (desk, other):
        assert [found.text for found in find(one.reader, "water", "confidential")] == ["water"]
        assert [found.text for found in find(one.reader, "rivière", "confidential")] == ["rivières"]
        assert sum(bool(find(one.reader, word, "public")) for word in ("water", "rivière")) == 1
    assert search.content(desk.connection) == search.content(other.connection)
    desk.run(EDIT, id=record, text="lake")
    assert ids(desk, "water", "confidential") == []
    other.close()


def test_who_spoke_is_found_by_the_desks_own_people_alone(desk: MemoryDesk):
    record = note(desk, text="water", sensitivity="public", speaker_label="Delegation of Ruritania")
    assert ids(desk, "Ruritania", "confidential") == [record]
    assert ids(desk, "Ruritania", "public") == []
    assert ids(desk, "Ruritania water", "restricted") == []


def test_a_protected_name_is_never_found_by_others(desk: MemoryDesk):
    person = desk.run(ADD, kind="person", name="Zenda Hentzau", affiliation="Castle", protected=True, pseudonym="D")
    named = note(desk, text="As Hentzau of Zenda said, water is scarce", sensitivity="public")
    plain = note(desk, text="water is scarce", sensitivity="public")
    assert set(ids(desk, "water", "confidential")) == {named, plain}
    assert ids(desk, "zenda castle", "confidential") == [person["id"]]
    for audience in ("public", "restricted"):
        assert ids(desk, "water", audience) == [plain]
        assert ids(desk, "Zenda", audience) == []
        assert person["id"] not in ids(desk, "D", audience)


def test_one_word_of_a_protected_name_withholds_a_text_from_others(desk: MemoryDesk):
    person = desk.run(ADD, kind="person", name="Zenda Hentzau", protected=True, pseudonym="D")["id"]
    note(desk, text="Hentzau wants water", sensitivity="public")
    note(desk, text="Zenda's water", sensitivity="public")
    plain = note(desk, text="The castle has water", sensitivity="public")
    assert ids(desk, "water", "public") == [plain]
    desk.run(EDIT, id=person, name="Rupert")
    assert ids(desk, "water", "public") == [plain], "a former name still says who it is"


def test_a_tag_is_found_by_others_where_they_may_see_what_bears_it(desk: MemoryDesk):
    from hrdesk.recommendations.commands import tag

    put = Command("tag", "tag", tag)
    closed, seen = note(desk, text="water", sensitivity="confidential"), note(desk, text="lake")
    made = desk.run(put, item=closed, name="dungeon")["tag"]
    desk.run(TRANSLATE, item=made, field="name", language="fr", text="oubliette")
    assert ids(desk, "dungeon", "restricted") == ids(desk, "oubliette", "restricted") == []
    assert ids(desk, "dungeon", "confidential") == [made]
    desk.run(put, item=seen, name="dungeon")
    assert ids(desk, "dungeon", "restricted") == [made]


def test_what_a_protected_speaker_is_called_in_a_note_is_never_found_by_others(desk: MemoryDesk):
    person = desk.run(ADD, kind="person", protected=True, pseudonym="Speaker 7")["id"]
    note(desk, speaker=person, speaker_label="Hentzau", text="no water", sensitivity="public")
    note(desk, text="Hentzau has no water", sensitivity="public")
    assert ids(desk, "Hentzau", "public") == []


def test_a_person_is_found_by_others_only_as_consent_reaches(desk: MemoryDesk):
    open_one = desk.run(ADD, kind="person", name="Strelsau", consent="report")["id"]
    desk.run(ADD, kind="person", name="Strelsau", consent="not_given")
    assert ids(desk, "Strelsau", "restricted") == [open_one]
    assert ids(desk, "Strelsau", "public") == []
    assert len(ids(desk, "Strelsau", "confidential")) == 2


def test_a_translation_leads_to_what_it_translates_and_shares_its_class(desk: MemoryDesk):
    record = note(desk, text="water", language="en", sensitivity="restricted")
    wording = desk.run(TRANSLATE, item=record, field="text", language="fr", text="l’eau")["id"]
    (one,) = found(desk, "eau", "restricted")
    assert (one.record, one.shows) == (wording, record)
    assert found(desk, "eau", "public") == []


def test_a_translated_affiliation_is_no_text_to_others(desk: MemoryDesk):
    person = desk.run(ADD, kind="person", name="Strelsau", affiliation="Castle")["id"]
    desk.run(TRANSLATE, item=person, field="affiliation", language="fr", text="château")
    assert found(desk, "château", "restricted") == []
    assert len(found(desk, "château")) == 1


def test_there_are_no_more_results_than_asked_for_however_many_must_be_passed_over(desk: MemoryDesk):
    for _ in range(150):
        note(desk, text="water", sensitivity="confidential")
    public = note(desk, text="water and a longer text that fits less well", sensitivity="public")
    assert ids(desk, "water", "public") == [public]
    assert len(found(desk, "water", limit=20)) == 20
    assert len(found(desk, "water", limit=2**63 - 1)) == len(found(desk, "water", limit=1000))


@pytest.mark.parametrize("query", ["", "   ", '"', "🙂", "\0", "AND", "x" * 10_000])
def test_no_query_is_an_error_for_anybody(desk: MemoryDesk, query: str):
    note(desk, text="water", sensitivity="public")
    for audience in AUDIENCES:
        assert found(desk, query, audience, typing=True) == []


def test_a_desk_is_searched_by_another_thread_s_reader(tmp_path: Path, profile: Path):
    desk = Desk.create(tmp_path / "a.hrdesk", Profile(profile))
    desk.run(ADD, kind="note", text="droits de l’homme", language="fr", sensitivity="restricted")
    answers: list[list[Found]] = []
    thread = Thread(target=lambda: answers.append(desk.search("droit", "restricted")))
    thread.start()
    thread.join()
    assert [one.text for one in answers[0]] == ["droits de l’homme"]
    assert desk.search("droit", "public") == []
    assert desk.search("droit", "confidential", kinds=["lesson"]) == []
    desk.close()


def test_an_index_of_another_analysis_is_made_anew(tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch):
    desk = Desk.create(tmp_path / "a.hrdesk", Profile(profile))
    desk.run(ADD, kind="note", text="water", sensitivity="public")
    with desk.file.writing() as connection:
        search_tables.make(connection)  # as an analysis would have left it that knew no such word
    assert desk.search("water", "public") == []
    desk.close()
    monkeypatch.setattr(schema, "ANALYSIS", ANALYSIS + 1)
    anew = Desk.open(tmp_path / "a.hrdesk", Profile(profile))
    assert len(anew.search("water", "public")) == 1
    anew.close()
