"""The ways to a desk, as a person goes them."""

import pytest

from hrdesk.agenda.queries import seat_of, sessions
from hrdesk.desk import Desk
from hrdesk.desktop.shell.file_name import file_name
from hrdesk.desktop.shell.first_room import first_room
from hrdesk.exchange.giving import give
from hrdesk.records import Consultation
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS

NOTE = """CONCEPT NOTE

Workshop on early warning

Venue:
Palais des Nations, Geneva

Date:
8 and 9 September 2026
"""


def is_open(window):
    return lambda: window.rooms is not None and window.status.text != ""


def test_a_desk_is_made_by_hand_from_its_title(qtbot, window, entrance, answers, tmp_path):
    answers.saved = tmp_path / "new.hrdesk"
    window.start_page.hand_requested.emit("Workshop: protection / follow-up")
    qtbot.waitUntil(is_open(window))
    assert answers.suggested == "Workshop protection follow-up.hrdesk"
    assert (
        window.workplace.ask(lambda reader: reader.every(Consultation))[0].title == "Workshop: protection / follow-up"
    )
    assert len(window.workplace.ask(sessions)) == 1
    assert window.workplace.ask(lambda reader: seat_of(reader, window.workplace.desk.file.device)).name == "Desk 1"
    assert window.settings.recent == [str(tmp_path / "new.hrdesk")]


def test_saying_no_to_the_place_makes_nothing(qtbot, window, entrance, answers):
    window.start_page.hand_requested.emit("Workshop")
    assert window.rooms is None


def test_a_name_that_is_taken_is_told_and_the_start_page_stays(qtbot, window, entrance, answers, tmp_path):
    answers.saved = tmp_path / "taken.hrdesk"
    answers.saved.write_text("something else", "utf-8")
    window.start_page.hand_requested.emit("Workshop")
    qtbot.waitUntil(lambda: window.notices.text != "")
    assert "There is already a file" in window.notices.text
    assert answers.saved.read_text("utf-8") == "something else"
    assert window.stack.currentWidget() is window.start_page


def test_a_concept_note_is_shown_first_and_becomes_a_desk_when_a_person_says_so(
    qtbot, window, entrance, answers, tmp_path
):
    answers.opened = tmp_path / "note.txt"
    answers.opened.write_text(NOTE, "utf-8")
    answers.saved = tmp_path / "from-note.hrdesk"
    window.note_requested.emit()
    page = window.stack.currentWidget()
    qtbot.waitUntil(page._keep.isEnabled)
    assert window.rooms is None
    assert not answers.saved.exists()
    page._keep.click()
    qtbot.waitUntil(is_open(window))
    held = window.workplace.ask(lambda reader: reader.every(Consultation))[0]
    assert (held.start, held.end) == ("2026-09-08", "2026-09-09")


def test_a_file_that_is_no_note_is_told_in_a_sentence(qtbot, window, entrance, answers, tmp_path):
    answers.opened = tmp_path / "note.txt"
    answers.opened.write_bytes(b"")
    window.note_requested.emit()
    qtbot.waitUntil(lambda: window.notices.text != "")
    assert window.stack.currentWidget() is window.start_page


def test_joining_asks_where_and_then_which_seat_is_one_s_own(qtbot, window, entrance, answers, tmp_path):
    other = Desk.create(tmp_path / "staff.hrdesk", Profile(tmp_path / "staff"))
    other.run(COMMANDS["new-consultation"], title="Workshop")
    other.run(COMMANDS["add"], kind="seat", name="Rapporteur 2", role="rapporteur")
    with other.reading() as reader:
        give(reader, tmp_path / "starter.hrdesk.json", other.file.profile, other.file.now())
    other.close()
    answers.opened, answers.saved = tmp_path / "starter.hrdesk.json", tmp_path / "mine.hrdesk"
    window.join_requested.emit()
    qtbot.waitUntil(is_open(window))
    page = window.stack.currentWidget()
    assert page is entrance._seats
    assert page._name.text() == "Rapporteur 2"
    page._take.click()
    seat = window.workplace.ask(lambda reader: seat_of(reader, window.workplace.desk.file.device))
    assert (seat.name, seat.role) == ("Rapporteur 2", "rapporteur")
    entrance.safekeeping.encryption_page.later.click()
    assert window.stack.currentWidget() is window.rooms
    assert window.rooms.current == "notes"


def test_a_starter_with_a_passphrase_asks_for_it_until_it_opens(qtbot, window, entrance, answers, tmp_path):
    other = Desk.create(tmp_path / "staff.hrdesk", Profile(tmp_path / "staff"))
    other.run(COMMANDS["new-consultation"], title="Workshop")
    starter = tmp_path / "starter.hrdesk.json.gz.age"
    with other.reading() as reader:
        give(reader, starter, other.file.profile, other.file.now(), passphrase="six blue boats")
    other.close()
    answers.opened, answers.saved = starter, tmp_path / "mine.hrdesk"
    window.join_requested.emit()
    page = entrance.joining.page
    assert window.stack.currentWidget() is page
    assert not page.open.isEnabled()
    page.secret.line.setText("wrong")
    page.open.click()
    qtbot.waitUntil(lambda: "does not open" in page.said.text(), timeout=15_000)
    assert not answers.saved.exists()
    page.secret.line.setText("six blue boats")
    page.open.click()
    qtbot.waitUntil(is_open(window), timeout=15_000)
    assert answers.suggested == "starter.hrdesk"
    assert page.secret.text == ""
    assert window.workplace.ask(lambda reader: reader.every(Consultation))[0].title == "Workshop"


def test_an_encrypted_starter_can_be_dropped_on_the_window_and_let_be(window, entrance, tmp_path):
    starter = tmp_path / "starter.hrdesk.json.gz.age"
    starter.write_bytes(b"age-encryption.org/v1\n-> scrypt " + b"0" * 40)
    window.files_dropped.emit([starter])
    assert window.stack.currentWidget() is entrance.joining.page
    entrance.joining.page.back.click()
    assert window.stack.currentWidget() is window.start_page


def test_a_broken_bundle_leaves_no_desk_behind(qtbot, window, entrance, answers, tmp_path):
    answers.opened, answers.saved = tmp_path / "x.hrdesk.json", tmp_path / "mine.hrdesk"
    answers.opened.write_text("{", "utf-8")
    window.join_requested.emit()
    qtbot.waitUntil(lambda: window.notices.text != "")
    assert not answers.saved.exists()


def test_a_desk_that_is_open_elsewhere_is_told_in_a_sentence(qtbot, window, entrance, workplace):
    entrance.open(workplace.path)
    qtbot.waitUntil(lambda: window.notices.text != "")
    assert "is open for writing" in window.notices.text


def test_closing_a_desk_goes_back_to_the_start_and_frees_the_file(qtbot, opened, entrance, small, profile):
    opened.start_requested.emit()
    assert opened.stack.currentWidget() is opened.start_page
    assert opened.windowTitle() == "hrdesk"
    Desk.open(small, Profile(profile)).close()


def test_closing_the_window_frees_the_file(opened, small, profile):
    opened.close()
    Desk.open(small, Profile(profile)).close()


def test_somebody_without_a_seat_is_offered_one_and_not_stopped(opened, entrance):
    assert "whose desk" in opened.notices.text
    opened.notices._act.click()
    entrance._seats._name.setText("Desk 7")
    entrance._seats._take.click()
    assert opened.workplace.ask(lambda reader: seat_of(reader, opened.workplace.desk.file.device)).name == "Desk 7"
    assert opened.status._seat.text() == "Desk 7, Rapporteur"


@pytest.mark.parametrize(
    ("role", "room"), [("rapporteur", "notes"), ("moderator", "floor"), ("staff", "agenda"), ("", "agenda")]
)
def test_the_window_opens_on_the_room_of_the_role(workplace, role, room):
    assert first_room(role, workplace) == room


def test_staff_gather_bundles_once_there_are_notes(workplace):
    session = workplace.ask(sessions)[0]
    workplace.run("keep-note", session=session.id, text="Something")
    assert first_room("staff", workplace) == "exchange"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B: c?", "A B c.hrdesk"),
        ("", "consultation.hrdesk"),
        ("ورشة عمل", "ورشة عمل.hrdesk"),
        ("x" * 99, "x" * 60 + ".hrdesk"),
    ],
)
def test_a_title_becomes_a_file_name_that_every_system_takes(title, name):
    assert file_name(title, ".hrdesk") == name


def test_the_sample_opens_with_everything_in_it(qtbot, window, entrance):
    window.sample_requested.emit()
    qtbot.waitUntil(is_open(window), timeout=60_000)
    assert len(window.workplace.ask(sessions)) >= 3
    assert window.settings.recent == []
    assert window.status._seat.text() == "Secretariat desk, Staff"
    assert window.notices.text == ""
    assert (window.settings.name, window.settings.role) == ("Desk 1", "rapporteur"), (
        "the sample says nothing of a person"
    )


def test_beginning_by_hand_from_the_menu_asks_for_a_title_on_the_start_page(opened, entrance):
    opened.menus.qt_action("file.hand").trigger()
    assert opened.stack.currentWidget() is opened.start_page
    assert opened.start_page._title.isVisible()
