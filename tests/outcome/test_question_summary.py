"""The summary by guiding question: every question of the agenda, its notes by kind, what was on none at the end."""

from pathlib import Path

import pytest

from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES
from hrdesk.outcome.note_kinds import HEADINGS
from hrdesk.outcome.question_summary import export_question_summary, question_summary
from hrdesk.records import KINDS
from tests.outcome.papers_desk import PapersDesk, told


def test_notes_stand_under_their_question_by_kind_and_those_on_none_at_the_end(papers: PapersDesk):
    papers.note("A path.", "good_practice", question=papers.questions[1])
    papers.note("A wall.", "key_issue", question=papers.questions[1])
    papers.note("By the way.", "other")
    assert told(question_summary(papers.reader, "en", papers.session).document) == [
        "Panel 1",
        "1. Who?",
        "Nothing was noted.",
        "2. How?",
        "Key issues",
        "• A wall.",
        "Good practices",
        "• A path.",
        "On no guiding question",
        "Other points",
        "• By the way.",
    ]


def test_a_question_of_another_item_follows_those_of_the_agenda(papers: PapersDesk):
    item = papers.do("add", kind="agenda_item", title="Another")["id"]
    stray = papers.do("add", kind="guiding_question", owner=item, text="Why?")["id"]
    papers.note("Because.", question=stray)
    found = told(question_summary(papers.reader, "en", papers.session).document)
    assert found[-3:] == ["3. Why?", "Key issues", "• Because."]


def test_without_a_session_all_that_were_noted_in_are_told(papers: PapersDesk):
    papers.do("add", kind="session", title="Nobody took notes", sensitivity="public")
    closed = papers.do("add", kind="session", title="Closed", sensitivity="confidential")["id"]
    papers.note("Heard.")
    papers.note("Xyzzy", session=closed, sensitivity="confidential")
    composed = question_summary(papers.reader, "en")
    found = told(composed.document)
    assert found[:2] == ["Workshop", "I. Panel 1"]
    assert not {"Closed", "Nobody took notes", "• Xyzzy"} & set(found)
    assert composed.report.left_out == 1


def test_every_kind_of_note_has_its_heading():
    assert set(HEADINGS) == set(KINDS["note"].field("note_kind").choices)


def test_nothing_confidential_stands_in_it_and_restricted_notes_name_nobody(papers: PapersDesk):
    speaker = papers.do("add", kind="person", affiliation="African Union")["id"]
    papers.do("edit", id=speaker, consent="report")
    papers.note("Open.", speaker=speaker)
    papers.note("Half.", speaker=speaker, sensitivity="restricted")
    papers.note("Xyzzy.", speaker=speaker, sensitivity="confidential")
    composed = question_summary(papers.reader, "en", papers.session)
    found = told(composed.document)
    assert found[-2:] == ["• African Union: Open.", "• Half."]
    assert composed.document.banner == "Restricted"
    assert composed.report.left_out == 1


def test_a_confidential_session_and_one_that_is_not_here_are_refused(papers: PapersDesk, tmp_path: Path):
    with pytest.raises(Refused, match="no session"):
        export_question_summary(papers.reader, "en", tmp_path / "x.pdf", "nothing")
    papers.do("edit", id=papers.session, sensitivity="confidential")
    with pytest.raises(Refused, match="confidential"):
        export_question_summary(papers.reader, "en", tmp_path / "x.pdf", papers.session)
    assert not list(tmp_path.iterdir())


def test_it_is_written_in_six_languages_and_as_text(papers: PapersDesk, tmp_path: Path):
    papers.note("A wall.", question=papers.questions[1])
    for language in LANGUAGES:
        written = export_question_summary(papers.reader, language, tmp_path / f"{language}.pdf", papers.session)
        assert (written.pages, written.missing) == (1, {})
    export_question_summary(papers.reader, "en", tmp_path / "x.txt", papers.session)
    assert (tmp_path / "x.txt").read_text("utf-8").splitlines()[-3:] == ["", "Key issues", "• A wall."]
