"""Notes of a session are narrowed by the database: by words of six languages, speaker, kind, class, tag, question."""

import pytest

from hrdesk.notes.narrowing.queries import (
    EVERYTHING,
    NO_QUESTION,
    Wanted,
    count_notes,
    last_note,
    offers,
    standing,
    those_wanted,
)
from hrdesk.notes.queries import note_lines_of
from hrdesk.records import Note
from hrdesk.work import COMMANDS
from tests.notes.reading_anew import note_lines
from tests.store.desks import MemoryDesk

ANYTHING = ["public", "restricted", "confidential"]


class Small:
    """A desk with two sessions; notes are told by their texts."""

    def __init__(self, desk):
        self.desk = desk
        self.session = self.run("new-consultation", title="Workshop", sensitivity="restricted")["session"]
        self.other = self.run("add", kind="session", title="Other")["id"]
        self.question = self.run("add", kind="guiding_question", owner=self.session, text="How?")["id"]
        self.body = self.run("add", kind="person", affiliation="African Union")["id"]
        self.witness = self.run("add", kind="person", name="Real", protected=True, pseudonym="Witness 1")["id"]
        self.note("Reports arrive late", at="2026-09-08T08:00:02Z", speaker=self.body, tags=["theme:torture"])
        self.note("وصلت التقارير متأخرة", at="2026-09-08T08:00:01Z", language="ar", note_kind="challenge")
        self.note("报告迟到", at="2026-09-08T08:00:03Z", language="zh", question=self.question, bodies=["ACHPR"])
        self.note("Доклады ещё не поступили", language="ru", sensitivity="confidential", speaker=self.witness)
        self.note("As heard", speaker_label="Delegation of a State", unresolved=["@XY"])
        self.note("Elsewhere", session=self.other)

    def run(self, command, /, **arguments):
        return self.desk.run(COMMANDS[command], **arguments)

    def note(self, text, **told):
        return self.run("keep-note", **{"session": self.session, "text": text, **told})["id"]

    def texts(self, **wanted):
        return self.seen(lambda _class: True, **wanted)

    def seen(self, may_show, **wanted):
        stand = self.ask(standing, self.session, Wanted(**wanted), may_show)
        found = {line.note.id: line.note.text for line in self.ask(note_lines_of, [note for _at, note in stand.order])}
        return [found[note] for _at, note in stand.order]

    def ask(self, question, *told):
        return question(self.desk.reader, *told)


@pytest.fixture
def small():
    desk = MemoryDesk(0)
    yield Small(desk)
    desk.close()


def test_without_a_wish_all_notes_of_the_session_stand_in_the_order_of_the_hour(small):
    narrowed = small.ask(standing, small.session, EVERYTHING, lambda _class: True)
    anew = small.ask(note_lines, small.session)
    assert narrowed.order == [(line.note.at, line.note.id) for line in anew]
    assert small.texts()[:3] == ["وصلت التقارير متأخرة", "Reports arrive late", "报告迟到"]
    assert small.ask(count_notes, small.session) == len(anew) == 5
    assert narrowed.unresolved == {line.note.id for line in anew if line.note.unresolved}
    assert narrowed.hidden == set()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("report", ["Reports arrive late"]),
        ("late rep", ["Reports arrive late"]),
        ("تقارير", ["وصلت التقارير متأخرة"]),
        ("报", ["报告迟到"]),
        ("迟到", ["报告迟到"]),
        ("еще", ["Доклады ещё не поступили"]),
        ("nowhere", []),
        ("Elsewhere", []),
        ("!!", None),
    ],
)
def test_words_are_found_as_the_search_finds_them(small, words, found):
    assert small.texts(words=words) == (small.texts() if found is None else found)


def test_each_wish_narrows_and_all_together_narrow_further(small):
    tags = {one.name: one.id for one in small.ask(offers, small.session, lambda _class: True).tags}
    assert small.texts(speaker=(small.body, None)) == ["Reports arrive late"]
    assert small.texts(speaker=(None, "Delegation of a State")) == ["As heard"]
    assert small.texts(note_kind="challenge") == ["وصلت التقارير متأخرة"]
    assert small.texts(tag=tags["torture"]) == ["Reports arrive late"]
    assert small.texts(tag=tags["ACHPR"]) == ["报告迟到"]
    assert small.texts(question=small.question) == ["报告迟到"]
    assert len(small.texts(question=NO_QUESTION)) == 4
    assert small.texts(unresolved=True) == ["As heard"]
    assert small.texts(words="报告", question=NO_QUESTION) == []


def test_the_class_that_counts_is_narrowed_to_not_the_one_that_was_said(small):
    by_class = {one: small.texts(sensitivity=one) for one in ANYTHING}
    assert by_class["public"] == []
    assert len(by_class["restricted"]) == 3
    small.run("edit", id=small.session, sensitivity="confidential")
    assert len(small.texts(sensitivity="confidential")) == 5


def test_those_wanted_among_some_notes_are_told(small):
    lines = small.ask(note_lines, small.session)
    ids = {line.note.id for line in lines}
    kept = small.ask(those_wanted, small.session, Wanted(note_kind="challenge"), ids)
    assert kept == {line.note.id for line in lines if line.note.note_kind == "challenge"}


def test_no_speakers_are_offered_to_who_may_not_see_everything(small):
    every = small.ask(offers, small.session, lambda _class: True)
    assert [name for _who, name in every.speakers] == ["African Union", "Delegation of a State", "Witness 1"]
    seen = small.ask(offers, small.session, lambda told: told != "confidential")
    assert seen.speakers == ()


def test_whoever_may_not_see_a_note_is_not_told_where_it_stands(small):
    assert len(small.texts()) == 5
    assert small.seen(lambda told: told != "confidential") == [
        "وصلت التقارير متأخرة",
        "Reports arrive late",
        "报告迟到",
    ]
    stand = small.ask(standing, small.session, Wanted(words="report"), lambda told: told != "confidential")
    assert (len(stand.order), len(stand.hidden), stand.unresolved) == (1, 2, set())
    small.run("edit", id=small.ask(note_lines, small.session)[0].note.consultation, sensitivity="confidential")
    assert small.seen(lambda told: told != "confidential") == []


def test_the_last_note_is_the_last_that_may_be_shown(small):
    assert small.ask(last_note, small.session, lambda _class: True).text == "As heard"
    assert small.ask(last_note, small.session, lambda told: told != "confidential").text == "报告迟到"
    assert small.ask(last_note, small.other, lambda _class: False) is None


def test_a_correction_takes_its_marks_along(small):
    note = small.ask(note_lines, small.session)[1].note.id
    small.run("correct-note", note=note, text="Reports arrive very late", tags=["delay"], unresolved=["@XX"])
    [held] = [line for line in small.ask(note_lines, small.session) if line.note.id == note]
    assert (held.note.text, held.note.unresolved) == ("Reports arrive very late", "@XX")
    assert (held.note.sensitivity, held.note.meant_sensitivity) == ("confidential", "restricted")
    assert [tag.name for tag in held.tags] == ["delay", "torture"]
    small.run("settle-marks", note=note)
    assert small.desk.reader.get(Note, note).sensitivity == "restricted"
