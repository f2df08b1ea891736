"""The form of any record: every field shown, each kept when it is left, reasons and versions in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from hrdesk.desktop.widgets.prose import Prose
from hrdesk.desktop.widgets.record_form import RecordForm
from hrdesk.language import LANGUAGES, interface
from hrdesk.records import NOUNS, Consultation, Person, Session


def shown(qtbot, form, record):
    qtbot.addWidget(form)
    form.resize(700, 500)
    form.show()
    form.show_record(record)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def first(workplace, noun):
    return workplace.ask(lambda reader: reader.every(noun))[0]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.kind)
def test_every_field_of_every_noun_has_a_named_control(qtbot, workplace, noun):
    form = RecordForm(workplace, noun)
    qtbot.addWidget(form)
    for info in noun.declared:
        if info.name != "position":
            assert form.control(info.name).accessibleName()


@pytest.fixture
def sealed_person(workplace, tmp_path):
    """Give a person whose identity another desk sealed, who has told this one only the pseudonym."""
    from hrdesk.desk import Desk
    from hrdesk.store.identity import Profile
    from hrdesk.store.intake import Source

    elsewhere = Desk.create(tmp_path / "elsewhere.hrdesk", Profile(tmp_path / "profile-of-elsewhere"))
    try:
        told = {"kind": "person", "name": "Frobozz", "affiliation": "Union"}
        made = elsewhere.run(workplace.commands["add"], **told, protected=True, pseudonym="Speaker 7")["id"]
        with elsewhere.reading() as reader:
            workplace.desk.take_in(reader.changes(), Source("", "elsewhere", elsewhere.file.device))
    finally:
        elsewhere.close()
    return made


def test_what_is_sealed_says_so_in_its_empty_field_and_is_never_written_over(qtbot, workplace, sealed_person):
    form = shown(qtbot, RecordForm(workplace, Person), sealed_person)
    before = workplace.ask(lambda reader: len(reader.changes()))
    for name in ("honorific", "name", "function", "affiliation", "mechanism", "consent_note"):
        control = form.control(name)
        assert control.placeholderText() == "Sealed: this desk was not named for it"
        assert control.accessibleDescription() == control.placeholderText()
        assert not control.isEnabled() if isinstance(control, QComboBox) else control.isReadOnly()
        control.setFocus()
        qtbot.keyClicks(control, "Somebody")
        qtbot.keyClick(control, Qt.Key.Key_Tab)
    assert form.leave()
    assert not form.control("protected").isEnabled()
    assert workplace.ask(lambda reader: len(reader.changes())) == before
    pseudonym = form.control("pseudonym")
    assert (pseudonym.text(), pseudonym.placeholderText(), pseudonym.isReadOnly()) == ("Speaker 7", "", False)
    other = first(workplace, Person)
    form.show_record(other.id if other.id != sealed_person else workplace.ask(lambda r: r.every(Person))[1].id)
    assert form.control("name").placeholderText() == ""
    assert not form.control("name").isReadOnly()


def test_a_field_is_kept_when_it_is_left(qtbot, workplace):
    form = shown(qtbot, RecordForm(workplace, Consultation), first(workplace, Consultation).id)
    city = form.control("city")
    assert isinstance(city, QLineEdit)
    city.setFocus()
    city.selectAll()
    qtbot.keyClicks(city, "Bangkok")
    qtbot.keyClick(city, Qt.Key.Key_Tab)
    assert first(workplace, Consultation).city == "Bangkok"
    assert workplace.desk.next_undo().name == "edit"


def test_a_title_wraps_and_enter_keeps_it(qtbot, workplace):
    form = shown(qtbot, RecordForm(workplace, Consultation), first(workplace, Consultation).id)
    title = form.control("title")
    assert isinstance(title, Prose)
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Another title")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert first(workplace, Consultation).title == "Another title"


def test_what_was_not_changed_is_not_written(qtbot, workplace):
    form = shown(qtbot, RecordForm(workplace, Consultation), first(workplace, Consultation).id)
    before = workplace.desk.next_undo().number
    for info in Consultation.declared:
        form.control(info.name).setFocus()
    assert workplace.desk.next_undo().number == before


def test_a_number_that_is_none_is_told_in_place_and_not_kept(qtbot, workplace):
    form = shown(qtbot, RecordForm(workplace, Consultation), first(workplace, Consultation).id)
    count = form.control("expected_count")
    count.setFocus()
    qtbot.keyClicks(count, "forty")
    assert not form.leave()
    count.selectAll()
    qtbot.keyClicks(count, "40")
    assert form.leave()
    assert first(workplace, Consultation).expected_count == 40


def choose(box, value):
    assert isinstance(box, QComboBox)
    place = box.findData(value)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_making_a_session_less_strict_asks_for_the_reason_in_place(qtbot, workplace):
    session = first(workplace, Session)
    form = shown(qtbot, RecordForm(workplace, Session), session.id)
    choose(form.control("sensitivity"), "public")
    assert first(workplace, Session).sensitivity == "restricted"
    line = form.focusWidget()
    assert line.accessibleName() == "Reason"
    qtbot.keyClicks(line, "The chair asked for it")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert first(workplace, Session).sensitivity == "public"


def test_escape_leaves_a_class_as_it_was(qtbot, workplace):
    form = shown(qtbot, RecordForm(workplace, Session), first(workplace, Session).id)
    choose(form.control("sensitivity"), "public")
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Escape)
    assert form.control("sensitivity").currentData() == "restricted"
    assert first(workplace, Session).sensitivity == "restricted"


def test_a_reference_is_chosen_by_title(qtbot, workplace):
    form = shown(qtbot, RecordForm(workplace, Session), first(workplace, Session).id)
    assert form.control("agenda_item").currentText() == "1 Sharing of information"


def test_another_desk_s_word_does_not_take_away_what_is_being_typed(qtbot, workplace):
    record = first(workplace, Consultation).id
    form = shown(qtbot, RecordForm(workplace, Consultation), record)
    workplace.changed.connect(form.hear)
    city = form.control("city")
    city.setFocus()
    qtbot.keyClicks(city, "X")
    workplace.run("edit", id=record, city="Nairobi", room="XX")
    assert "X" in city.text()
    assert form.control("room").text() == "XX"


def test_the_form_speaks_another_language_at_once(qtbot, workplace):
    form = shown(qtbot, RecordForm(workplace, Person), first(workplace, Person).id)
    for language in LANGUAGES:
        interface.use(language)
        form.retranslate()
        assert form.control("category").accessibleName() == interface._("Category")


def test_in_a_narrow_form_every_label_stands_above_its_field_in_one_line(qtbot, workplace):
    form = shown(qtbot, RecordForm(workplace, Session), first(workplace, Session).id)
    row = form._row("time_zone")
    assert row.label.geometry().right() < row.entry.widget.x()
    form.resize(380, 500)
    QApplication.processEvents()
    assert row.label.geometry().bottom() < row.entry.widget.y()
    assert row.entry.widget.width() > 300
    assert row.label.height() < 2 * row.label.fontMetrics().lineSpacing()
    form.resize(700, 500)
    QApplication.processEvents()
    assert row.label.geometry().right() < row.entry.widget.x()


def test_what_came_while_a_field_is_typed_in_is_not_written_over(qtbot, workplace, meanwhile):
    record = first(workplace, Consultation).id
    form = shown(qtbot, RecordForm(workplace, Consultation), record)
    workplace.changed.connect(form.hear)
    city = form.control("city")
    city.setFocus()
    city.selectAll()
    qtbot.keyClicks(city, "Bangkok")
    meanwhile(workplace, record, city="Bali")
    assert city.text() == "Bangkok"
    with qtbot.waitSignal(workplace.met):
        qtbot.keyClick(city, Qt.Key.Key_Tab)
    assert form._row("city").versions.text() == "⚠ 2 versions"
