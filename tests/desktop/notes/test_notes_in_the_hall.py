"""Others look on: what is confidential, private or names somebody who may not be named leaves the room of notes."""

import pytest
from PySide6.QtWidgets import QComboBox

from hrdesk.desktop.notes.note_draft import NoteDraft
from hrdesk.desktop.notes.side import PRIVATE
from hrdesk.desktop.notes.speaker_field import SpeakerField
from hrdesk.desktop.widgets.record_form import RecordForm
from hrdesk.records import Note, Person, Session
from tests.desktop.notes.rows import rows


def settle(qtbot, panel):
    qtbot.waitUntil(lambda: not panel.notes.is_loading and panel.workplace.is_idle)


def test_private_notes_are_gone_and_the_key_says_why(panel, workplace, kept):
    panel.show_private()
    assert panel.private.isVisible()
    workplace.hall.toggle()
    assert not panel.side.isTabVisible(PRIVATE)
    assert not panel.private.isVisible()
    panel.show_private()
    assert not panel.private.isVisible()
    assert "for you alone" in kept[-1]
    workplace.hall.toggle()
    assert panel.side.isTabVisible(PRIVATE)


def test_a_confidential_line_waits_in_the_desk_until_the_hall_is_gone(qtbot, panel, press, workplace):
    press(panel.entry.line, "A name in confidence")
    panel.classify("confidential")
    workplace.hall.toggle()
    assert panel.entry.line.text() == ""
    workplace.settle()
    [text] = workplace.desk.drafts_beginning("note-aside:").values()
    assert "A name in confidence" in text
    assert panel.not_kept.isHidden()
    workplace.hall.toggle()
    draft = panel.entry.draft()
    assert (draft.text, draft.sensitivity) == ("A name in confidence", "confidential")
    panel.drafts.flush()
    assert workplace.desk.drafts_beginning("note-aside:") == {}


def test_a_line_that_may_be_seen_stays_and_what_is_typed_meanwhile_is_not_replaced(panel, press, workplace):
    press(panel.entry.line, "Seen")
    workplace.hall.toggle()
    assert panel.entry.line.text() == "Seen"
    workplace.hall.toggle()
    panel.classify("confidential")
    workplace.hall.toggle()
    press(panel.entry.line, "Typed in the hall")
    workplace.hall.toggle()
    assert panel.entry.line.text() == "Typed in the hall"
    assert len(panel.not_kept.places) == 1


def test_speakers_are_named_to_a_hall_as_in_a_document(qtbot, panel, workplace):
    session = panel._sitting.session.id
    workplace.run("keep-note", session=session, text="Heard", speaker_label="Delegation of a State")
    assert rows(panel.notes.model)[0].speaker == "Delegation of a State"
    workplace.hall.toggle()
    settle(qtbot, panel)
    assert [(line.note.text, line.speaker) for line in rows(panel.notes.model)] == [("Heard", "")]


def test_a_confidential_session_asks_no_questions_of_a_hall(panel, workplace):
    if not panel.questions._model.questions:
        panel.bar.step(-1)
    assert panel.questions._model.questions
    workplace.run("edit", id=panel._sitting.session.id, sensitivity="confidential")
    workplace.hall.toggle()
    assert panel.questions._model.questions == []


@pytest.fixture
def field(qtbot):
    made = SpeakerField()
    qtbot.addWidget(made)
    return made


PEOPLE = [
    Person("a", name="Open", affiliation="African Union"),
    Person("b", name="Sealed", protected=True, pseudonym="Witness 1"),
    Person("c", name="Refused", consent="none"),
]


def test_nobody_is_offered_who_may_not_be_named_and_whoever_stands_there_stays(field):
    field.offer(PEOPLE)
    everybody = field.count()
    field.show_speaker("b", None)
    field.offer(PEOPLE, to_hall=True)
    assert field.currentText() == "Name not shown"
    assert field.speaker() == ("b", None)
    assert field.count() < everybody
    assert [field.itemText(at) for at in range(field.count())] == ["Open, African Union"]
    field.offer(PEOPLE)
    assert (field.currentText(), field.speaker()) == ("Witness 1", ("b", None))


def test_forms_offer_no_confidential_titles_to_a_hall(qtbot, workplace):
    secret = workplace.run("add", kind="session", title="Xyzzy", sensitivity="confidential")["id"]
    seen, note = (workplace.ask(lambda reader: reader.every(Session))[0].id, "")
    note = workplace.run("keep-note", session=seen, text="x")["id"]
    form = RecordForm(workplace, Note)
    qtbot.addWidget(form)
    form.show_record(note)
    workplace.changed.connect(form.hear)
    box = form.control("session")
    assert isinstance(box, QComboBox)

    def titles():
        return [box.itemText(at) for at in range(box.count())]

    assert any("Xyzzy" in one for one in titles())
    workplace.hall.toggle()
    assert not any("Xyzzy" in one for one in titles())
    workplace.run("edit", id=note, session=secret)
    assert "Confidential" in box.currentText()
    assert box.currentData() == secret
    workplace.hall.toggle()
    assert "Xyzzy" in box.currentText()
    workplace.finish()


def test_a_line_with_a_mark_in_doubt_waits_like_any_confidential_one(qtbot, panel, press, workplace):
    for typed in ("A name in confidence @Nobodyknows", "A name in confidence @Nobodyknows "):
        press(panel.entry.line, typed)
        workplace.hall.toggle()
        assert panel.entry.line.text() == ""
        assert "Nobodyknows" not in panel.entry._hint.text()
        workplace.hall.toggle()
        assert panel.entry.line.text() + "".join(panel.entry.draft().doubts)
        assert "A name in confidence" in panel.entry.line.text()
        panel.entry.show_draft(NoteDraft(), None)


def test_the_question_of_a_confidential_session_leaves_the_line_and_comes_back(qtbot, panel, workplace):
    if not panel.questions._model.questions:
        panel.bar.step(-1)
    workplace.run("edit", id=panel._sitting.session.id, sensitivity="confidential")
    panel._on_question(panel.questions._model.questions[0])
    assert panel.entry._about.isVisible()
    workplace.hall.toggle()
    assert not panel.entry._about.isVisible()
    workplace.hall.toggle()
    assert panel.entry._about.isVisible()
    assert panel.entry.draft().question


def test_the_fields_of_a_confidential_note_go_at_once(qtbot, panel, workplace):
    kept = {"session": panel._sitting.session.id, "sensitivity": "confidential"}
    note = workplace.run("keep-note", text="A name in confidence", **kept)["id"]
    settle(qtbot, panel)
    panel.fields.show_note(note)
    workplace.hall.toggle()
    assert panel.fields.record is None
    workplace.finish()


def test_a_list_of_names_that_stands_open_goes(qtbot, panel, press, workplace):
    workplace.run("add", kind="person", name="Frobozz", consent="withdrawn")
    settle(qtbot, panel)
    press(panel.entry.speaker.lineEdit(), "Fro")
    panel.entry.speaker.completer().complete()
    offered = panel.entry.speaker.completer().popup()
    assert offered.isVisible()
    workplace.hall.toggle()
    assert not offered.isVisible()
    assert panel.entry.speaker._offers.stringList() == []


def test_words_that_only_confidential_notes_bear_are_understood_and_not_offered(qtbot, panel, workplace):
    kept = {"session": panel._sitting.session.id, "text": "x"}
    workplace.run("keep-note", **kept, sensitivity="confidential", tags=["free:Xyzzy"], bodies=["Xyzzy body"])
    workplace.run("keep-note", **kept, tags=["free:Plugh"], bodies=["Plugh body"])

    def offered():
        settle(qtbot, panel)
        words = panel.entry.marking._words
        found = [one.told for kind, typed in (("tag", "xyz"), ("tag", "plu")) for one in words.like(kind, typed)]
        return found + [one.told for typed in ("xyz", "plu") for one in words.like("body", typed)]

    everything = ["free:Xyzzy", "free:Plugh", "Xyzzy body", "Plugh body"]
    assert offered() == everything
    workplace.hall.toggle()
    assert offered() == ["free:Plugh", "Plugh body"]
    assert panel.entry.marking.knows("Xyzzy body")
    workplace.hall.toggle()
    assert offered() == everything
