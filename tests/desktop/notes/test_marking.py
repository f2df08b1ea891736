"""Marks while typing, classes by function keys, marks that nobody could read, and what is for oneself alone."""

import pytest
from PySide6.QtCore import Qt

from hrdesk.desktop.notes.mark_words import mark_words
from hrdesk.desktop.notes.note_draft import place_of, private_place_of, read
from hrdesk.desktop.notes.panel import NotesPanel
from hrdesk.language import interface
from hrdesk.notes.queries import BodyNames, notes
from hrdesk.records import Addressee, Decision, Tag, Tagging
from tests.notes.reading_anew import note_lines

ENTER, ESC, TAB, BACKSPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backspace


@pytest.fixture
def marked(qtbot, panel, workplace):
    """Give the room with a mechanism that marks may name."""
    workplace.run("add", kind="mechanism", acronym="ACHPR", name="African Commission on Human and Peoples' Rights")
    qtbot.waitUntil(lambda: panel.entry.marking.knows("ACHPR"))
    return panel


def tags_of(workplace) -> list[tuple[str, str]]:
    workplace.settle()
    return [(tag.scheme, tag.name) for line in workplace.ask(note_lines) for tag in line.tags]


def act(panel, name: str) -> None:
    next(one for one in panel.actions_of_room() if one.name == name).do()


def test_marks_become_chips_while_typing_and_go_with_the_note(marked, press, workplace):
    line = marked.entry.line
    press(line, "Reports #torture arrive ")
    assert line.text() == "Reports arrive "
    press(line, "late @ACHPR")
    press(line, key=ENTER)
    workplace.settle()
    (note,) = workplace.ask(notes)
    assert (note.text, note.sensitivity, note.unresolved) == ("Reports arrive late", "restricted", None)
    assert tags_of(workplace) == [("body", "ACHPR"), ("free", "torture")]
    assert marked.entry.draft().is_empty
    workplace.desk.undo()
    assert not workplace.ask(lambda reader: reader.every(Tagging))


@pytest.mark.parametrize(
    "typed", ["儿童 ＃防止酷刑 ＠ACHPR", 'Доклад №предупреждение_пыток "ACHPR', "تقرير #منع_التعذيب @ACHPR"]
)
def test_marks_of_every_layout_mean_the_same(marked, press, workplace, typed):
    press(marked.entry.line, typed)
    press(marked.entry.line, key=ENTER)
    assert tags_of(workplace) == [("body", "ACHPR"), ("theme", "Prevention of torture")]


def test_letters_offer_words_and_tab_takes_the_first(marked, press):
    line = marked.entry.line
    press(line, "Late #tort")
    assert marked.entry.marking.offers.words[0] == "Prevention of torture"
    line.focusNextPrevChild(True)
    assert line.text() == "Late "
    assert marked.entry.draft().tags == ("theme:Prevention of torture",)
    press(line, "@afr")
    assert "ACHPR" in marked.entry.marking.offers.words
    press(line, key=ESC)
    assert marked.entry.marking.offers.words == []
    assert line.text() == "Late @afr"


def test_words_are_found_by_letters_of_any_language():
    words = mark_words([Tag("1", scheme="free", name="water")], [BodyNames("A"), BodyNames("B")])
    assert words.like("tag", "wat")[0].told == "free:water"
    assert words.like("tag", "酷刑")[0].told == "theme:Prevention of torture"
    assert words.like("tag", "تعذيب")[0].told == "theme:Prevention of torture"
    assert words.like("body", "") == []


def test_backspace_at_the_beginning_turns_the_last_chip_into_text_again(marked, press):
    line = marked.entry.line
    press(line, "@ACHPR #one ")
    assert line.text() == ""
    press(line, key=BACKSPACE)
    assert line.text() == "#one"
    assert marked.entry.draft().bodies == ("ACHPR",)


def test_a_question_and_a_kind_are_marked_by_number(panel, press, workplace):
    press(panel.entry.line, "?1 *3 By a calendar")
    press(panel.entry.line, key=ENTER)
    workplace.settle()
    (note,) = workplace.ask(notes)
    assert (note.text, note.note_kind, bool(note.question)) == ("By a calendar", "challenge", True)


def test_a_draft_keeps_its_marks(qtbot, marked, press, workplace):
    press(marked.entry.line, "#torture ")
    marked.leave()
    again = NotesPanel(workplace)
    qtbot.addWidget(again)
    again.refresh()
    assert again.entry.draft().tags == ("free:torture",)
    workplace.finish()


def test_an_unknown_body_keeps_the_note_confidential_until_somebody_looks(qtbot, marked, press, workplace):
    press(marked.entry.line, "It was said @ACHPX ")
    assert "confidential" in marked.entry._hint.text()
    press(marked.entry.line, key=ENTER)
    workplace.settle()
    (note,) = workplace.ask(notes)
    assert (note.sensitivity, note.unresolved, note.meant_sensitivity) == ("confidential", "@ACHPX", "restricted")
    assert marked.doubts.isVisible()
    assert "@ACHPX" in marked.notes.model.data(marked.notes.model.index(0))
    press(marked.entry.line, "Another")
    press(marked.entry.line, key=ENTER)
    workplace.settle()
    marked.doubts.only.setChecked(True)
    qtbot.waitUntil(lambda: marked.notes.model.rowCount() == 1)
    act(marked, "notes.marks")
    marked.doubts.line.put("@ACHPR", 6)
    press(marked.doubts.line, key=ENTER)
    note = next(one for one in workplace.ask(notes) if one.id == note.id)
    assert (note.sensitivity, note.unresolved, note.meant_sensitivity) == ("restricted", None, None)
    assert tags_of(workplace) == [("body", "ACHPR")]
    (decision,) = workplace.ask(lambda reader: reader.every(Decision))
    assert (decision.decision_kind, decision.reason) == ("class_lowered", "@ACHPX")
    qtbot.waitUntil(lambda: marked.notes.model.rowCount() == 2)
    assert not marked.doubts.isVisible()


def test_a_mark_is_confirmed_in_the_line_by_the_same_key(marked, press, workplace):
    press(marked.entry.line, "It was said @ACHPX ")
    act(marked, "notes.marks")
    press(marked.entry.line, "#")
    act(marked, "notes.marks")
    press(marked.entry.line, key=ENTER)
    workplace.settle()
    (note,) = workplace.ask(notes)
    assert (note.text, note.sensitivity, note.unresolved) == ("It was said #", "restricted", None)
    assert tags_of(workplace) == [("body", "ACHPX")]


def test_a_function_key_reclassifies_the_line_and_its_draft_at_once(panel, press, workplace, kept):
    place = place_of(panel.bar.session())
    press(panel.entry.line, "Not for the report")
    panel.drafts.flush()
    act(panel, "notes.class_confidential")
    workplace.settle()
    draft = read(workplace.desk.draft(place))
    assert draft is not None
    assert draft.sensitivity == "confidential"
    assert any("Confidential" in told for told in kept)
    act(panel, "notes.class_public")
    assert panel.entry.draft().sensitivity == "confidential"
    assert "stricter" in panel.entry._hint.text()


def test_same_speaker_and_quotation_have_a_key(panel, press, workplace):
    panel.entry.speaker.setEditText("Somebody at the back")
    press(panel.entry.line, "One")
    press(panel.entry.line, key=ENTER)
    workplace.settle()
    panel.entry.speaker.setEditText("")
    act(panel, "notes.same_speaker")
    press(panel.entry.line, "Never again")
    panel.entry.line.selectAll()
    act(panel, "notes.quote")
    assert panel.entry.draft().text == "“Never again”"
    assert panel.entry.draft().note_kind == "quotation"
    assert panel.entry.draft().speaker_label == "Somebody at the back"
    act(panel, "notes.quote")
    assert panel.entry.draft().note_kind == "other"


def test_a_recommendation_takes_tags_along_and_bodies_become_addressees(marked, press, workplace):
    press(marked.entry.line, "Appoint focal points #torture @ACHPR")
    marked.activateWindow()
    marked.entry.line.setFocus()
    act(marked, "notes.recommend")
    workplace.settle()
    workplace.settle()
    (addressee,) = workplace.ask(lambda reader: reader.every(Addressee))
    assert (addressee.name, addressee.part, bool(addressee.mechanism)) == ("ACHPR", "addressee", True)
    items = {one.item for one in workplace.ask(lambda reader: reader.every(Tagging))}
    assert addressee.recommendation in items


def test_private_notes_are_kept_by_session_and_only_as_a_draft(qtbot, panel, press, workplace):
    first = panel.bar.session()
    act(panel, "notes.private")
    press(panel.private.text, "tired delegate")
    panel.bar.step(1)
    assert panel.private.text.text() == ""
    panel.bar.step(-1)
    assert panel.private.text.text() == "tired delegate"
    panel.drafts.flush()
    assert workplace.desk.draft(private_place_of(first)) == "tired delegate"
    assert workplace.desk.search("tired", "confidential") == []
    with workplace.desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM change WHERE val LIKE '%tired%'") == 0
    assert panel.private.text.accessibleName()
    assert "no bundle" in panel.private._told.text()


def test_the_bar_says_whose_turn_it_is(qtbot, panel, workplace):
    for name, starts, ends in (("Desk A", "2020-01-01T10:00", ""), ("Desk B", "2099-01-01T10:30", "2099-01-01T11:00")):
        seat = workplace.run("add", kind="seat", name=name)["id"]
        workplace.run("add", kind="take", session=panel.bar.session(), seat=seat, starts=starts, ends=ends)
    qtbot.waitUntil(lambda: "Notes: Desk A, from 10:30 Desk B" in panel.bar._told.text())


def test_every_language_has_its_quotation_marks_and_offers(marked, press):
    for language in ("ar", "zh", "en", "fr", "ru", "es"):
        interface.use(language)
        marked.retranslate()
        marked.entry.language.setCurrentIndex(marked.entry.language.findData(language))
        marked.entry.line.put("x", 0)
        marked.entry.line.selectAll()
        assert marked.entry.line.quote(language)
        assert len(marked.entry.line.text().strip("“”«»\u202f")) == 1
