"""The room of the floor, as a moderator uses it: by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.queues import DECISIONS, DONE, REPLIES, RIGHTS
from hrdesk.language import interface
from hrdesk.records import Person
from hrdesk.records.floor import FloorMark


def names(lines) -> list[str]:
    return [line.speaker.name for line in lines]


def marks(workplace) -> list[str]:
    return [one.mark for one in workplace.ask(lambda reader: reader.every(FloorMark)) if one.intervention]


def begin_floor(press) -> None:
    press("Ctrl+Shift+N", "Ctrl+Shift+N")


def test_two_letters_and_enter_inscribe_a_delegation(panel, write, press, settled):
    write(panel.line.line, "ug")
    assert panel.line.offers.marked().title == "Uganda"
    press("Return")
    assert names(settled().waiting)[-1] == "Uganda"
    assert panel.line.line.text() == ""


@pytest.mark.parametrize(
    ("typed", "name"), [("أوغ", "Uganda"), ("乌干", "Uganda"), ("Уган", "Uganda"), ("Ouga", "Uganda")]
)
def test_a_delegation_is_found_by_its_name_in_any_language(panel, write, press, settled, typed, name):
    write(panel.line.line, typed)
    press("Return")
    assert names(settled().waiting)[-1] == name


def test_the_arrows_mark_another_offer_and_the_last_one_keeps_the_words(panel, write, press, settled):
    write(panel.line.line, "ug")
    press("Down")
    marked = panel.line.offers.marked()
    assert marked is None or marked.title != "Uganda"
    for _step in range(20):
        press("Down")
    assert panel.line.offers.marked() is None
    press("Return")
    assert names(settled().waiting)[-1] == "ug"


def test_a_name_that_nobody_knows_is_kept_as_written(panel, write, press, settled):
    write(panel.line.line, "Somebody at the back")
    press("Return")
    line = settled().waiting[-1]
    assert (line.speaker.name, line.speaker.request.speaker_label) == ("Somebody at the back", "Somebody at the back")


def test_a_person_of_the_desk_is_found_by_name_and_a_protected_one_by_pseudonym_alone(
    panel, write, press, settled, workplace
):
    workplace.run("add", kind="person", name="Witness", pseudonym="Speaker 7", protected=True)
    settled()
    assert panel.known.find("witness", "en") == []
    write(panel.line.line, "speaker 7")
    press("Return")
    line = settled().waiting[-1]
    assert workplace.ask(lambda reader: reader.get(Person, line.speaker.request.person)).pseudonym == "Speaker 7"
    assert (line.speaker.request.speaker_label, line.speaker.request.delegation) == (None, None)


def test_tab_goes_to_class_and_on_whose_behalf_and_enter_there_inscribes(panel, write, press, settled):
    write(panel.line.line, "ug")
    press("Tab")
    assert panel.line.line.text() == "Uganda"
    panel.line.behalf.setFocus()
    write(panel.line.behalf, "African Group")
    press("Return")
    line = next(one for one in settled().waiting if one.speaker.name == "Uganda")
    request = line.speaker.request
    assert (request.on_behalf_of, request.statement, request.speaker_class) == ("African Group", "group", "group")
    assert panel.window().focusWidget() is panel.line.line


def test_the_same_speaker_twice_is_told_and_needs_a_second_enter(panel, write, press, settled, refused):
    write(panel.line.line, "kenya")
    press("Return")
    assert names(settled().waiting).count("Kenya") == 1
    assert "already" in panel.line.told.text()
    assert panel.line.line.text() == "Kenya"
    press("Return")
    assert names(settled().waiting).count("Kenya") == 2
    assert refused == []


def test_typing_on_after_the_question_takes_it_back(panel, write, press, settled):
    write(panel.line.line, "kenya")
    press("Return")
    panel.line.line.clear()
    write(panel.line.line, "ug")
    press("Return")
    assert names(settled().waiting).count("Kenya") == 1
    assert "Uganda" in names(settled().waiting)


def test_a_closed_list_asks_for_a_second_enter_and_says_so(panel, write, press, settled):
    press("Ctrl+Shift+L")
    write(panel.line.line, "ug")
    press("Return")
    assert "closed" in panel.line.told.text()
    press("Return")
    assert "Uganda" in names(settled().waiting)
    assert [one.decision for one in settled().decisions] == ["close_list", "inscribed_late"]


def test_what_could_not_be_inscribed_comes_back_and_waits_while_another_is_typed(panel, write, press, settled):
    write(panel.line.line, "norw")
    panel.line.give_back(panel.line.wish(), "Not so.")
    assert panel.line.line.text() == "norw"
    assert "Norway" in panel.line.told.text()
    panel.line.line.clear()
    panel.line.offers.hide()
    press("Return")
    assert panel.line.line.text() == "Norway"
    assert panel.line.told.text() == "Not so."


def test_space_calls_starts_pauses_and_goes_on_when_nobody_types(panel, press, settled, clock, workplace):
    begin_floor(press)
    press("F6", "Space")
    assert settled().current.speaker.name == "Armenia"
    press("Space")
    clock.wait(10)
    press("Space")
    clock.wait(60)
    press("Space")
    clock.wait(5)
    assert marks(workplace) == ["start", "pause", "resume"]
    panel.side.clock.tick()
    assert panel.side.clock.face == ("1:45", "running")


def test_space_in_the_line_is_a_letter(panel, write, workplace, press):
    begin_floor(press)
    press("Space")
    assert marks(workplace) == []
    assert panel.line.line.text() == " "


def test_a_clicker_is_enough_for_call_start_and_next(panel, press, settled, clock, workplace):
    begin_floor(press)
    press("PgDown", "PgDown")
    clock.wait(30)
    press("PgUp")
    clock.wait(30)
    press("PgUp", "PgDown")
    assert settled().current.speaker.name == "Barbados"
    assert marks(workplace) == ["start", "pause", "resume", "stop"]


def test_a_key_pressed_twice_at_once_is_pressed_once(panel, press, settled, workplace, refused):
    begin_floor(press)
    for _press in range(3):
        panel.clock_keys.go_on()
    assert settled().current.speaker.name == "Armenia"
    assert marks(workplace) == []
    assert refused == []


def test_overtime_counts_up_and_stays_after_the_stop(panel, press, settled, clock):
    begin_floor(press)
    press("PgDown", "PgDown")
    clock.wait(132)
    panel.side.clock.tick()
    assert panel.side.clock.face == ("+0:12", "over")
    press("F4")
    clock.wait(600)
    panel.side.clock.tick()
    assert panel.side.clock.face == ("+0:12", "ended_over")
    assert "over time" in panel.side.clock.accessibleName()


def test_warnings_are_told_once_by_words_not_each_second(panel, press, settled, clock):
    begin_floor(press)
    told: list[str] = []
    panel.side.clock.reached.connect(told.append)
    press("PgDown", "PgDown")
    for _second in range(125):
        clock.wait(1)
        panel.side.clock.tick()
    assert told == ["warned", "urged", "over"]


def test_half_a_minute_more_and_the_last_step_taken_back(panel, press, settled, clock):
    begin_floor(press)
    press("PgDown", "PgDown", "Ctrl+T")
    panel.side.clock.tick()
    assert panel.side.clock.face[0] == "2:30"
    press("Ctrl+Shift+T")
    panel.side.clock.tick()
    assert panel.side.clock.face[0] == "2:00"


def test_the_chosen_speaker_is_called_out_of_turn(panel, press, settled):
    begin_floor(press)
    press("F6")
    panel.queues.waiting.choose(settled().waiting[2].speaker.request.id)
    press("Ctrl+Return")
    assert settled().current.speaker.name == "Kenya"


def test_absent_withdrawn_put_back_and_confirmed_by_keys(panel, press, settled):
    begin_floor(press)
    press("PgDown", "Ctrl+M")
    assert settled().current is None
    press("F6", "Ctrl+Shift+C")
    assert settled().waiting[0].speaker.request.state == "confirmed"
    press("Del")
    assert names(settled().waiting) == ["Kenya", "Norway"]
    press("Alt+2")
    assert panel.queues.currentIndex() == DONE
    press("Ctrl+Shift+M")
    assert len(settled().waiting) == 3


def test_a_line_is_moved_up_and_down_and_stays_chosen(panel, press, settled):
    press("F6", "Down", "Alt+Up")
    assert names(settled().waiting) == ["Barbados", "Armenia", "Kenya", "Norway"]
    assert panel.queues.chosen().speaker.name == "Barbados"
    press("Alt+Down", "Alt+Down", "Alt+Down")
    assert names(settled().waiting) == ["Armenia", "Kenya", "Norway", "Barbados"]
    assert panel.queues.waiting.currentIndex().row() == 3
    assert panel.queues.waiting.lines.index(3).data(Qt.ItemDataRole.UserRole + 3).endswith("moved by the chair")


def test_two_swap_and_both_consents_are_written_down(panel, press, settled):
    press("F6", "Ctrl+Shift+X")
    assert panel.asked.isVisible()
    press("Return", "Return")
    assert names(settled().waiting)[:2] == ["Barbados", "Armenia"]
    assert settled().decisions[-1].decision == "swap"
    assert panel.window().focusWidget() is panel.line.line


def test_escape_leaves_what_was_asked(panel, press, settled):
    press("F6", "Ctrl+Shift+X", "Esc")
    assert not panel.asked.isVisible()
    assert settled().decisions == ()


def test_class_and_behalf_are_corrected(panel, press, settled, write):
    press("F6", "F2", "Return")
    write(panel.asked.line, "a group of States")
    press("Return")
    assert settled().waiting[0].speaker.request.on_behalf_of == "a group of States"


def test_a_late_dignitary_is_proposed_and_one_key_accepts(panel, press, settled, workplace, clock):
    begin_floor(press)
    press("PgDown", "PgDown")
    clock.wait(5)
    session = settled().session.id
    workplace.run("inscribe", session=session, label="Minister", speaker_class="dignitary")
    settled()
    assert panel.late.isVisible()
    assert "Minister" in panel.late.text
    press("Ctrl+Shift+A")
    assert not panel.late.isVisible()
    assert "Minister" in names(settled().waiting)[:2]


def test_the_line_where_the_time_ends_is_told_in_words(panel, settled, workplace):
    session = settled().session.id
    for number in range(30):
        workplace.run("inscribe", session=session, label=f"Speaker {number}")
    settled()
    model = panel.queues.waiting.lines
    cuts = [(row, model.index(row).data(Qt.ItemDataRole.UserRole + 7)) for row in range(model.rowCount())]
    assert [(row, words) for row, words in cuts if words] == [(22, "The time ends here: 22 of 34 fit")]
    assert "does not fit" in model.index(22).data()
    assert panel.side.fit.text.startswith("2 minutes each: 22 of 34 fit")


def test_an_option_is_decided_by_enter_recorded_and_told(panel, press, settled, workplace):
    session = settled().session.id
    for number in range(30):
        workplace.run("inscribe", session=session, label=f"Speaker {number}")
    settled()
    told: list[str] = []
    workplace.kept.connect(told.append)
    press("F7")
    assert panel.window().focusWidget() is panel.side.fit.list
    words = panel.side.fit.list.item(0).text()
    press("Return")
    assert settled().decisions[-1].decision == "limit"
    assert settled().decisions[-1].text == words
    assert "Recorded as a decision of the chair." in told
    assert all(line.fits for line in settled().waiting)


def test_the_options_close_without_a_decision(panel, press, settled, workplace):
    for number in range(30):
        workplace.run("inscribe", session=settled().session.id, label=f"Speaker {number}")
    settled()
    press("F7", "Esc")
    assert settled().decisions == ()
    assert panel.window().focusWidget() is panel.line.line


def test_lots_are_drawn_and_every_line_says_so(panel, press, settled):
    press("Ctrl+Shift+D")
    assert settled().decisions[-1].decision == "draw"
    assert all("drawn by lot" in panel.queues.waiting.lines.index(row).data() for row in range(4))


def test_segments_begin_pause_and_end_by_key(panel, press, settled, clock):
    press("Ctrl+Shift+N")
    clock.wait(60)
    panel.strip._on_time()
    assert "1:00 of 1:00:00, goes on" in panel.strip.boxes[0].text
    press("Ctrl+Shift+B")
    clock.wait(60)
    panel.side.segment.tick()
    assert panel.side.segment.face == ("59:00", "paused")
    press("Ctrl+Shift+B", "Ctrl+Shift+N")
    assert [one.state for one in settled().stretches][:2] == ["done", "running"]


def test_a_question_is_put_to_a_panellist_and_answered(panel, press, settled, write, workplace):
    person = workplace.run("add", kind="person", name="Panellist One")["id"]
    workplace.run("add", kind="officer", session=settled().session.id, person=person, part="panellist")
    settled()
    press("Ctrl+R", "Return")
    write(panel.asked.line, "What of follow-up?")
    press("Return", "Alt+3")
    assert [one.text for one in settled().questions] == ["What of follow-up?"]
    panel.queues.questions.setFocus()
    panel.queues.questions.setCurrentRow(0)
    press("Return")
    assert settled().questions[0].answered
    press("Ctrl+Shift+G", "Return", "Return")
    assert settled().current.speaker.name == "Panellist One"


def test_one_is_inscribed_for_the_queue_whose_tab_is_shown(panel, press, settled, write):
    press("Alt+4")
    assert panel.queues.currentIndex() == RIGHTS
    assert "right of reply" in panel.line.line.placeholderText()
    press("Ctrl+L")
    write(panel.line.line, "ug")
    press("Return")
    assert names(settled().rights) == ["Uganda"]
    press("Alt+3", "Ctrl+L")
    assert panel.queues.currentIndex() == REPLIES


def test_the_message_of_the_chair_is_written_and_taken_away(panel, press, settled, write):
    press("F8")
    write(panel.asked.line, "Ten minutes break")
    press("Return")
    assert settled().floor.message == "Ten minutes break"
    assert "Ten minutes break" in panel.side.message.text()
    press("F8")
    panel.asked.line.clear()
    press("Return")
    assert not settled().floor.message
    assert panel.side.message.isHidden()


def test_the_gavel_is_struck_on_this_laptop(panel, press, workplace):
    press("Ctrl+G")
    assert [one.mark for one in workplace.ask(lambda reader: reader.every(FloorMark))] == ["gavel"]


def test_after_a_restart_the_time_is_proposed_and_one_key_confirms(panel, press, settled, clock):
    begin_floor(press)
    press("PgDown", "PgDown")
    clock.wait(20)
    clock.restart(seconds=40)
    panel.watch.look()
    settled()
    assert "1:00" in panel.elapsed.text
    assert panel.elapsed.isVisible()
    assert panel.side.clock.face[1] == "unsure"
    press("Ctrl+Shift+Y")
    assert not panel.elapsed.isVisible()
    panel.side.clock.tick()
    assert panel.side.clock.face == ("1:00", "running")


def test_an_edit_of_the_list_leaves_the_clock_alone(panel, press, settled, clock):
    begin_floor(press)
    press("PgDown", "PgDown")
    clock.wait(20)
    press("F6", "Alt+Down", "Del", "Ctrl+Shift+L")
    panel.side.clock.tick()
    assert panel.side.clock.face == ("1:40", "running")


def test_screens_are_shown_and_darkened_by_the_keys_of_a_clicker(panel, press):
    press("F5")
    assert panel.stage.is_room_shown
    assert panel.bar.room.isChecked()
    press("Ctrl+B")
    assert panel.stage.is_blacked_out
    press("Ctrl+B", "F5")
    assert not panel.stage.is_room_shown
    press("Shift+F5")
    assert panel.stage.is_podium_shown


def test_the_desk_is_held_while_somebody_has_the_floor_or_a_segment_goes_on(panel, press, settled):
    assert not panel.is_running
    press("PgDown")
    assert panel.is_running
    press("Ctrl+M")
    assert not panel.is_running
    begin_floor(press)
    assert panel.is_running


def test_a_session_without_a_format_proposes_one(panel, press, settled, qtbot):
    press("Ctrl+PgDown")
    qtbot.waitUntil(lambda: panel.picture.session.title == "Second session")
    assert panel.format_wanted.isVisible()
    press("Ctrl+PgUp")
    qtbot.waitUntil(lambda: panel.picture.format is not None)
    assert not panel.format_wanted.isVisible()


def test_a_format_is_chosen_from_the_menu_by_keys(panel, press, settled, qtbot, qapp):
    press("Ctrl+PgDown")
    qtbot.waitUntil(lambda: panel.picture.format is None)
    press("Ctrl+Shift+O")
    qtbot.waitUntil(lambda: qapp.activePopupWidget() is not None)
    press("Return", at=qapp.activePopupWidget())
    qtbot.waitUntil(lambda: panel.picture.format is not None)
    assert panel.bar.format.text() == "Half-day panel, as in 2016"


def test_while_the_hall_sees_the_window_it_shows_public_labels_and_no_texts(panel, press, settled, workplace):
    workplace.run("edit", id=settled().session.id, sensitivity="confidential")
    settled()
    assert names(settled().waiting)[0] == "Armenia"
    workplace.hall.toggle()
    settled()
    shown = [panel.queues.waiting.lines.index(row).data() for row in range(4)]
    assert not any("Armenia" in words for words in shown)
    workplace.hall.toggle()
    settled()
    assert "Armenia" in panel.queues.waiting.lines.index(0).data()


@pytest.mark.parametrize(("said", "told"), [("public", False), ("restricted", True), ("confidential", True)])
def test_who_moderates_is_told_when_the_screens_name_nobody(panel, settled, workplace, said, told):
    workplace.run("edit", id=panel.bar.sessions.session(), sensitivity=said, reason="decided by the chair")
    settled()
    assert panel.bar.without_names.isVisibleTo(panel) is told


def test_undo_brings_back_what_was_withdrawn(panel, press, settled, workplace):
    press("F6", "Del")
    assert len(settled().waiting) == 3
    workplace.desk.undo()
    assert len(settled().waiting) == 4


def test_how_the_floor_was_shared_is_told_by_bars_words_and_figures(panel, press, settled, clock, workplace):
    workplace.run("edit", id=settled().session.id, sensitivity="public", attribution="attributed")
    begin_floor(press)
    press("PgDown", "PgDown")
    clock.wait(60)
    press("F4")
    model = panel.side.balance.model
    assert [model.index(0, column).data() for column in range(4)] == ["State", "1", "1:00", "0"]
    panel.side.balance.choice.setCurrentIndex(1)
    assert model.index(0, 0).data() == "Eastern European States"


def test_no_key_is_given_twice_and_none_is_on_the_number_pad(panel):
    keys = [one for action in panel.actions_of_room() for one in action.keys.split()]
    assert len(keys) == len(set(keys))
    assert not any("Num" in one for one in keys)


def test_space_presses_a_button_that_was_reached_by_tab(panel, press, settled):
    begin_floor(press)
    panel.bar.list.setFocus()
    press("Space")
    assert not settled().list_is_open
    assert settled().current is None


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_everything_that_takes_the_focus_has_a_name(panel, settled, language):
    interface.use(language)
    panel.retranslate()
    settled()
    unnamed = [
        type(widget).__name__
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.focusProxy()
        and widget.isVisible()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    ]
    assert unnamed == []


def test_names_of_delegations_follow_the_language_of_the_window(panel, settled):
    interface.use("ar")
    panel.retranslate()
    assert names(settled().waiting)[0] == "أرمينيا"


def test_every_tab_says_how_many_stand_in_it(panel, press, settled):
    press("Alt+5")
    assert panel.queues.currentIndex() == DECISIONS
    assert panel.queues.tabText(0) == "Waiting (4)"


def test_what_the_room_says_names_the_keys_that_a_person_chose(panel, workplace, press, settled, qtbot):
    workplace.settings.keys |= {"floor.room": "F12", "floor.options": "Ctrl+J", "floor.list": "", "edit.undo": "Ctrl+U"}
    told: list[str] = []
    workplace.kept.connect(told.append)
    panel.retranslate()
    settled()
    assert panel.bar.room.text() == "Screen (F12)"
    assert panel.bar.list.toolTip() == "Open or close the list (–)"
    assert panel.bar.format.toolTip().endswith("(Ctrl+Shift+O)")
    assert panel.side.fit.button.text() == "What else? (Ctrl+J)"
    assert panel.queues.tabToolTip(1) == "Alt+2"
    panel.queues.focus_list()
    press("Del")
    qtbot.waitUntil(lambda: "Withdrawn. Ctrl+U brings it back." in told)
