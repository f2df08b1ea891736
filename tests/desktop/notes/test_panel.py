"""The room of notes, as a rapporteur uses it."""

import json

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.notes.note_draft import edit_place_of, place_of, read
from hrdesk.desktop.notes.panel import NotesPanel
from hrdesk.desktop.shell.undo_keys import UndoKeys
from hrdesk.language import interface
from hrdesk.notes.queries import notes
from hrdesk.records import Link, Note, Person, Session
from tests.desktop.notes.rows import rows

ENTER, ESC, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete


def held(workplace) -> list[Note]:
    workplace.settle()
    return workplace.ask(notes)


def text_of(draft: str) -> str:
    found = read(draft)
    assert found is not None
    return found.text


def write(panel, press, text: str) -> None:
    press(panel.entry.line, text)
    press(panel.entry.line, key=ENTER)
    panel.workplace.settle()


def test_enter_keeps_the_note_with_session_speaker_kind_class_and_time(panel, press, workplace):
    panel.entry.speaker.setEditText("African Union")
    panel.entry.kinds.choose(2)
    write(panel, press, "Reports arrive late.")
    (note,) = held(workplace)
    union = next(
        one for one in workplace.ask(lambda reader: reader.every(Person)) if one.affiliation == "African Union"
    )
    assert (note.text, note.speaker, note.speaker_label, note.note_kind) == (
        "Reports arrive late.",
        union.id,
        None,
        "challenge",
    )
    assert (note.sensitivity, note.language, note.session) == ("restricted", "en", panel.bar.session())
    assert note.at
    assert note.at.endswith("Z")
    assert len(note.at) == len("2026-11-20T10:11:12Z")


def test_a_note_in_any_script_is_typed_key_by_key(panel, press, workplace):
    for text in ("قالت البعثة إن القرار A/HRC/RES/18/14 أساس التعاون", "代表团建议每年举行联席会议", "Делегация"):
        write(panel, press, text)
    assert {note.text for note in held(workplace)} == {
        "قالت البعثة إن القرار A/HRC/RES/18/14 أساس التعاون",
        "代表团建议每年举行联席会议",
        "Делегация",
    }


def test_the_line_is_free_for_the_next_note_and_the_speaker_stays(panel, press):
    panel.entry.speaker.setEditText("Somebody at the back")
    panel.entry.kinds.choose(0)
    write(panel, press, "First.")
    assert panel.entry.line.text() == ""
    assert panel.entry.speaker.currentText() == "Somebody at the back"
    assert panel.entry.draft().note_kind == "other"


def test_a_name_that_nobody_knows_is_kept_as_heard(panel, press, workplace):
    panel.entry.speaker.setEditText("Somebody at the back")
    write(panel, press, "A question.")
    (note,) = held(workplace)
    assert (note.speaker, note.speaker_label) == (None, "Somebody at the back")


def test_shift_enter_begins_a_new_line_in_the_note(panel, press, workplace):
    press(panel.entry.line, "One")
    press(panel.entry.line, "\r", ENTER, Qt.KeyboardModifier.ShiftModifier)
    press(panel.entry.line, "two")
    press(panel.entry.line, key=ENTER)
    (note,) = held(workplace)
    assert note.text == "One\ntwo"


def test_escape_asks_first_clears_second_and_undo_brings_the_text_back(panel, press):
    press(panel.entry.line, "Careful")
    press(panel.entry.line, key=ESC)
    assert panel.entry.line.text() == "Careful"
    press(panel.entry.line, key=ESC)
    assert panel.entry.line.text() == ""
    panel.entry.line.undo()
    assert panel.entry.line.text() == "Careful"


def test_another_key_after_the_first_escape_takes_the_question_back(panel, press):
    press(panel.entry.line, "Care")
    press(panel.entry.line, key=ESC)
    press(panel.entry.line, "f")
    press(panel.entry.line, key=ESC)
    assert panel.entry.line.text() == "Caref"


def test_a_draft_is_acknowledged_within_a_second_and_only_when_it_is_in_the_file(qtbot, panel, press, workplace, kept):
    place = place_of(panel.bar.session())
    found: list[str] = []
    panel.drafts.acknowledged.connect(lambda where, _text: found.append(workplace.desk.draft(where)))
    press(panel.entry.line, "Half a sent")
    assert workplace.desk.draft(place) == ""
    with qtbot.waitSignal(panel.drafts.acknowledged, timeout=1000):
        pass
    draft = read(found[0])
    assert draft is not None
    assert draft.text == "Half a sent"
    assert any(sentence.startswith("Draft kept") for sentence in kept)


def test_a_draft_is_there_again_with_its_fields_and_its_cursor(qtbot, panel, press, workplace):
    panel.entry.speaker.setEditText("Somebody at the back")
    panel.entry.kinds.choose(5)
    panel.entry.sensitivity.show_sensitivity("confidential")
    press(panel.entry.line, "Half a sentence")
    cursor = panel.entry.line.textCursor()
    cursor.setPosition(4)
    panel.entry.line.setTextCursor(cursor)
    before = panel.entry.draft()
    panel.leave()
    again = NotesPanel(workplace)
    qtbot.addWidget(again)
    again.refresh()
    assert again.entry.draft() == before
    assert before.cursor == 4
    assert before.sensitivity == "confidential"


def test_a_draft_goes_when_its_note_is_kept(qtbot, panel, press, workplace):
    press(panel.entry.line, "Whole.")
    panel.drafts.flush()
    assert workplace.desk.draft(place_of(panel.bar.session()))
    press(panel.entry.line, key=ENTER)
    qtbot.waitUntil(lambda: workplace.desk.draft(place_of(panel.bar.session())) == "")


def test_a_draft_that_was_kept_a_moment_before_a_crash_is_not_shown_again(qtbot, panel, press, workplace):
    press(panel.entry.line, "Kept already.")
    panel.drafts.flush()
    session, draft = panel.bar.session(), workplace.desk.draft(place_of(panel.bar.session()))
    press(panel.entry.line, key=ENTER)
    panel.drafts.flush()
    workplace.desk.keep_draft(place_of(session), draft)
    again = NotesPanel(workplace)
    qtbot.addWidget(again)
    again.refresh()
    assert again.entry.line.text() == ""
    assert len(held(workplace)) == 1


def test_the_same_words_said_again_later_are_a_draft_of_their_own(qtbot, panel, press, workplace):
    write(panel, press, "Agreed.")
    draft = panel.entry.draft().__class__(text="Agreed.", at="2020-01-01T00:00:00Z")
    panel.drafts.flush()
    workplace.desk.keep_draft(place_of(panel.bar.session()), json.dumps(draft.__dict__))
    again = NotesPanel(workplace)
    qtbot.addWidget(again)
    again.refresh()
    assert again.entry.line.text() == "Agreed."


def test_every_session_has_a_draft_of_its_own(qtbot, panel, press):
    first = panel.bar.session()
    press(panel.entry.line, "In the first")
    panel.bar.step(1)
    assert panel.bar.session() != first
    assert panel.entry.line.text() == ""
    press(panel.entry.line, "In the second")
    panel.bar.step(-1)
    assert panel.entry.line.text() == "In the first"
    panel.bar.step(1)
    assert panel.entry.line.text() == "In the second"


def test_a_refusal_leaves_the_text_in_the_line(panel, press, workplace, refused):
    press(panel.entry.line, "Still here")
    session = workplace.ask(lambda reader: reader.get(Session, panel.bar.session()))
    workplace.changed.disconnect(panel.hear)
    workplace.run("delete", id=session.id)
    press(panel.entry.line, key=ENTER)
    workplace.settle()
    assert refused
    assert panel.entry.line.text() == "Still here"


def test_a_class_milder_than_the_session_cannot_be_chosen(qtbot, panel, workplace):
    workplace.run("edit", id=panel.bar.session(), sensitivity="confidential")
    qtbot.waitUntil(lambda: panel.entry.sensitivity.count() == 1)
    assert panel.entry.draft().sensitivity == "confidential"


def test_a_stricter_class_stays_for_the_next_note(panel, press, workplace):
    panel.entry.sensitivity.show_sensitivity("confidential")
    write(panel, press, "Not for the report.")
    assert panel.entry.draft().sensitivity == "confidential"


def test_a_question_is_noted_against_until_it_is_taken_off(panel, press, workplace):
    panel.questions.chosen.emit(panel.questions._model.questions[0])
    write(panel, press, "By a common calendar.")
    panel.entry._about.click()
    write(panel, press, "Something else.")
    assert [bool(note.question) for note in held(workplace)] == [True, False]


def test_a_note_is_corrected_where_it_stands(panel, press, workplace):
    write(panel, press, "Raports arrive late.")
    panel.notes.correct()
    editor = panel.notes.delegate._editor
    editor.put("Reports arrive late.", 0)
    press(editor, key=ENTER)
    assert [note.text for note in held(workplace)] == ["Reports arrive late."]
    assert workplace.desk.draft(edit_place_of(panel.bar.session())) == ""


def test_leaving_a_correction_keeps_it_and_escape_twice_does_not(panel, press, workplace):
    write(panel, press, "One")
    panel.notes.correct()
    panel.notes.delegate._editor.put("Two", 3)
    panel.leave()
    assert held(workplace)[0].text == "Two"
    panel.notes.correct()
    panel.notes.delegate._editor.put("Three", 5)
    press(panel.notes.delegate._editor, key=ESC)
    press(panel.notes.delegate._editor, key=ESC)
    assert held(workplace)[0].text == "Two"


def test_a_correction_survives_a_crash_and_is_taken_up_again(qtbot, panel, press, workplace):
    write(panel, press, "One")
    panel.notes.correct()
    press(panel.notes.delegate._editor, " and a half")
    panel.drafts.flush()
    place = edit_place_of(panel.bar.session())
    as_it_crashed = workplace.desk.draft(place)
    panel.notes.delegate._leave_alone("")
    panel.drafts.flush()
    workplace.desk.keep_draft(place, as_it_crashed)
    again = NotesPanel(workplace)
    qtbot.addWidget(again)
    again.show()
    again.refresh()
    qtbot.waitUntil(lambda: again.notes.delegate._editor is not None)
    editor = again.notes.delegate._editor
    assert editor is not None
    assert editor.text() == "One and a half"
    again.notes.delegate._leave_alone("")


def test_an_emptied_note_keeps_its_text(panel, press, workplace, kept):
    write(panel, press, "One")
    panel.notes.correct()
    panel.notes.delegate._editor.put("", 0)
    press(panel.notes.delegate._editor, key=ENTER)
    assert held(workplace)[0].text == "One"
    assert "A note keeps its text" in kept[-1]


def test_delete_takes_a_note_away_and_undo_brings_it_back(panel, press, workplace):
    write(panel, press, "One")
    panel.notes.list.setCurrentIndex(panel.notes.model.index(0))
    press(panel.notes.list, key=DELETE)
    assert held(workplace) == []
    assert panel.notes.model.rowCount() == 0
    workplace.desk.undo()
    assert panel.notes.model.rowCount() == 1


def test_a_recommendation_is_made_from_the_line_being_typed(panel, press, workplace):
    press(panel.entry.line, "Appoint focal points.")
    panel.activateWindow()
    panel.entry.line.setFocus()
    panel.recommend()
    workplace.settle()
    (note,) = held(workplace)
    assert note.note_kind == "recommendation"
    assert workplace.ask(lambda reader: reader.every(Link, source=note.id))
    assert rows(panel.notes.model)[0].recommendations == 1


def test_a_recommendation_is_made_from_the_selected_notes(qtbot, panel, press, workplace):
    for text in ("One", "Two", "Three"):
        write(panel, press, text)
    panel.notes.list.selectAll()
    with qtbot.waitSignal(panel.recommendation_made) as made:
        panel.recommend()
    links = workplace.ask(lambda reader: reader.every(Link, item=made.args[0]))
    assert len(links) == 3


def test_the_list_goes_to_a_note_of_another_session(qtbot, panel, press):
    write(panel, press, "Here")
    note = rows(panel.notes.model)[0].note.id
    panel.bar.step(1)
    panel.show_note(note)
    qtbot.waitUntil(lambda: panel.notes.list.current_record() == note)


def test_what_arrives_while_the_list_is_read_is_not_lost(qtbot, panel, press):
    panel.refresh()
    assert panel.notes._is_loading
    write(panel, press, "Meanwhile")
    qtbot.waitUntil(lambda: not panel.notes._is_loading)
    assert [line.note.text for line in rows(panel.notes.model)] == ["Meanwhile"]


def test_all_fields_of_a_note_stand_at_the_side(qtbot, panel, press):
    write(panel, press, "One")
    panel.notes.list.setCurrentIndex(panel.notes.model.index(0))
    panel.side.show_fields()
    assert panel.fields.form.record == rows(panel.notes.model)[0].note.id


def test_without_a_session_the_room_says_what_to_do(qtbot, panel, workplace):
    for session in workplace.ask(lambda reader: reader.every(Session)):
        workplace.run("delete", id=session.id)
    assert panel._empty.isVisible()
    assert not panel.entry.isEnabled()


def test_the_room_speaks_every_language_at_once(panel, press):
    write(panel, press, "One")
    for language in ("ar", "zh", "en", "fr", "ru", "es"):
        interface.use(language)
        panel.retranslate()
        assert panel.entry.draft().note_kind == "other"
        assert panel.entry.draft().sensitivity == "restricted"


def test_nothing_that_takes_the_focus_is_without_a_name(panel):
    nameless = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_undo_belongs_to_the_line_while_it_has_something_to_take_back_and_else_to_the_window(qtbot, qapp, panel, press):
    def takes_undo() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "z")
        event.ignore()
        QCoreApplication.sendEvent(panel.entry.line, event)
        return event.isAccepted()

    UndoKeys(qapp, panel)
    qtbot.waitUntil(panel.entry.line.hasFocus)
    assert not takes_undo()
    press(panel.entry.line, "One")
    assert takes_undo()
    press(panel.entry.line, key=ENTER)
    assert not takes_undo()


class LayoutRequests(QObject):
    """Counts how often a widget is asked to lay itself out anew, which paints all of it."""

    def __init__(self, watched: QWidget):
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_keeping_a_note_lays_nothing_in_the_room_out_anew(qtbot, panel, press):
    write(panel, press, "The first note makes room for the clock and the number of notes.")
    qtbot.wait(100)
    requests = LayoutRequests(panel)
    for number in range(3):
        write(panel, press, f"Note {number}")
        qtbot.wait(50)
    assert requests.count == 0


def test_every_action_has_a_name_of_its_own_and_keys_of_its_own(panel):
    actions = panel.actions_of_room()
    keys = [key for action in actions for key in action.keys.split()]
    assert len({action.name for action in actions}) == len(actions)
    assert len(set(keys)) == len(keys)


def test_the_line_is_free_before_the_note_is_in_the_file_and_notes_keep_the_order_of_enter(panel, press, workplace):
    for text in ("One", "Two", "Three"):
        press(panel.entry.line, text)
        press(panel.entry.line, key=ENTER)
        assert panel.entry.line.text() == ""
    assert workplace.is_keeping
    workplace.settle()
    assert not workplace.is_keeping
    assert [note.text for note in sorted(held(workplace), key=lambda note: note.id)] == ["One", "Two", "Three"]


def test_a_text_that_is_refused_late_waits_above_the_line_and_comes_back(panel, press, workplace, refused):
    panel.entry.line.setPlainText("Refused")
    session = panel.bar.session()
    workplace.changed.disconnect(panel.hear)
    workplace.desk.run(workplace.commands["delete"], id=session)
    press(panel.entry.line, key=ENTER)
    press(panel.entry.line, "The next")
    workplace.settle()
    assert len(refused) == 1
    assert panel.entry.line.text() == "The next"
    (aside,) = panel.not_kept.places
    assert text_of(workplace.desk.draft(aside)) == "Refused"
    panel.not_kept._act.click()
    assert panel.entry.line.text() == "Refused"
    assert [text_of(panel.drafts.held(place)) for place in panel.not_kept.places] == ["The next"]
    panel.drafts.flush()
    assert workplace.desk.draft(aside) == ""
    assert text_of(workplace.desk.draft(place_of(session))) == "Refused"


def test_the_draft_goes_in_the_transaction_of_its_note_and_stays_where_that_is_refused(panel, press, workplace):
    press(panel.entry.line, "Half")
    panel.drafts.flush()
    place = place_of(panel.bar.session())
    before = workplace.desk.draft(place)
    panel.drafts.hand_over(place)
    assert workplace.desk.draft(place) == before
    panel.drafts.handed_over(place)
    session = panel.bar.session()
    workplace.desk.run(workplace.commands["keep-note"], draft_at=place, session=session, text="Half")
    assert workplace.desk.draft(place) == ""


def test_leaving_with_a_refused_note_holds_the_window_once(panel, press, workplace, refused):
    panel.entry.line.setPlainText("Refused")
    workplace.changed.disconnect(panel.hear)
    workplace.desk.run(workplace.commands["delete"], id=panel.bar.session())
    press(panel.entry.line, key=ENTER)
    assert not panel.leave()
    assert panel.entry.line.text() == "Refused"
    assert panel.leave()


def test_all_fields_tell_the_time_by_the_clock_of_the_venue_and_take_it_so(qtbot, panel, workplace):
    workplace.run("edit", id=panel.bar.session(), time_zone="Asia/Bangkok")
    note = workplace.run("keep-note", session=panel.bar.session(), text="Late.", at="2026-11-20T03:10:05Z")["id"]
    panel.notes.show_note(note)
    qtbot.waitUntil(lambda: panel.notes.list.current_record() == note)
    panel.side.show_fields()
    form = panel.fields.form
    assert form.control("at").text() == "10:10:05"
    before = workplace.desk.next_undo().number
    form._keep(form._row("at"))
    assert workplace.desk.next_undo().number == before
    form.control("at").setText("26:71")
    assert not form._keep(form._row("at"))
    assert form._row("at").problem.text() == "⚠ That is no time. Please write it like 14:05, or -3."
    form.control("at").setText("09:58")
    assert form._keep(form._row("at"))
    assert next(one.at for one in held(workplace) if one.id == note) == "2026-11-20T02:58:00Z"


def test_no_tab_at_the_side_is_hidden_behind_arrows_and_each_tells_its_whole_name(panel):
    panel.resize(1000, 650)
    side = panel.side
    assert not side.usesScrollButtons()
    assert [side.tabToolTip(place) for place in range(side.count())] == [
        "Questions",
        "All fields",
        "To confirm",
        "For me alone",
    ]
    assert side.tabBar().tabRect(side.count() - 1).right() <= side.width()


def test_an_editor_that_was_left_is_not_kept_once_more(qtbot, panel, press, workplace, kept):
    write(panel, press, "One")
    panel.notes.correct()
    editor = panel.notes.delegate._editor
    committed: list[QWidget] = []
    panel.notes.delegate.commitData.connect(committed.append)
    editor.put("Two", 3)
    press(editor, key=ESC)
    press(editor, key=ESC)
    assert kept[-1] == ""
    panel.notes.delegate.keep()
    assert committed == []
    panel.notes.correct()
    second = panel.notes.delegate._editor
    QCoreApplication.sendPostedEvents(editor, QEvent.Type.DeferredDelete)
    assert panel.notes.delegate._editor is second


def test_what_was_typed_in_a_session_that_is_deleted_meanwhile_waits_in_the_next_one(qtbot, panel, press, workplace):
    gone = panel._sitting.session.id
    press(panel.entry.line, "Half a sentence")
    workplace.run("delete", id=gone)
    qtbot.waitUntil(lambda: not panel.notes.is_loading and workplace.is_idle)
    assert panel._sitting.session.id != gone
    assert panel.entry.line.text() == ""
    [place] = panel.not_kept.places
    panel.not_kept.wanted.emit(place)
    assert panel.entry.line.text() == "Half a sentence"
    panel.drafts.flush()
    assert workplace.desk.draft(f"note:{gone}") == ""
    press(panel.entry.line, key=Qt.Key.Key_Return)
    workplace.settle()
    assert [one.text for one in workplace.ask(lambda reader: reader.every(Note))] == ["Half a sentence"]


def test_without_a_session_nothing_is_told_of_the_one_that_went(qtbot, panel, workplace):
    here = panel.bar.session()
    workplace.run("keep-note", session=here, text="Late.", unresolved=["@ACHPX"])
    qtbot.waitUntil(lambda: panel.doubts.isVisible())
    others = [one.id for one in workplace.ask(lambda reader: reader.every(Session)) if one.id != here]
    for session in (*others, here):
        workplace.run("delete", id=session)
    assert panel._empty.isVisible()
    assert (panel.doubts.isVisible(), panel.side.isVisible(), panel.bar._told.text()) == (False, False, "")
    workplace.desk.undo()
    qtbot.waitUntil(lambda: panel.doubts.isVisible())
    assert panel.side.isVisible()
    assert "1 note" in panel.bar._told.text()


def test_what_was_typed_of_a_note_that_is_deleted_meanwhile_waits_above_the_line(qtbot, panel, press, workplace):
    here = panel._sitting.session.id
    draft = {"note": "0" * 26, "text": "A corrected sentence", "cursor": 0}
    panel.drafts.hold(edit_place_of(here), json.dumps(draft))
    panel.bar.step(-1)
    panel.bar.step(1)
    assert not panel.drafts.held(edit_place_of(here))
    found = [read(text) for text in panel.drafts.held_beginning("note-aside:").values()]
    assert [(one.text, one.sensitivity) for one in found if one] == [("A corrected sentence", "confidential")]
