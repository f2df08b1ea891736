"""What is looked at and not settled: two places, loose ends, duplicates, the roll-call, and where to go from there."""

from PySide6.QtCore import Qt

from hrdesk.records import Person, Recommendation
from hrdesk.work import COMMANDS


def show(room, section):
    room.panel.sections.show_section(section)
    room.workplace.finish()
    room.qtbot.wait(20)


def test_different_fields_of_one_record_wait_for_a_look_and_one_key_ends_it(room):
    room.run("edit", id=room.note, text="Shelters must open.")
    room.other.run(COMMANDS["edit"], id=room.note, sensitivity="public", reason="agreed")
    room.take(room.bundle(room.other, "other"))
    page = room.panel.side_by_side
    room.qtbot.waitUntil(lambda: page.waiting == 1, timeout=5_000)
    assert room.conflicts() == []
    assert room.panel.sections.list.item(4).text() == "Changed in two places (1)"
    show(room, page)
    told = " ".join(card.accessibleName() for card in page._cards)
    assert "Secretariat desk" in told
    assert "Rapporteur desk 1" in told
    assert "Shelters must open." in told
    asked = []
    room.panel.record_requested.connect(lambda place, record: asked.append((place, record)))
    room.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert asked == [("notes", room.note)]
    room.qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert page.found == []
    page.refresh()
    room.workplace.finish()
    room.qtbot.wait(20)
    assert page.found == []


def test_what_hangs_on_something_deleted_is_listed_with_a_way_to_it(room):
    session = room.run("add", kind="session", title="Opening")["id"]
    note = room.run("add", kind="note", text="Said there.", session=session)["id"]
    room.run("delete", id=session)
    page = room.panel.loose
    show(room, page)
    room.qtbot.waitUntil(lambda: len(page.list.items) == 1, timeout=5_000)
    assert [page.list.items[0].text(column) for column in range(3)] == [
        "Note: Said there.",
        "Session",
        "was deleted; this belonged to it",
    ]
    asked = []
    room.panel.record_requested.connect(lambda place, record: asked.append((place, record)))
    room.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert asked == [("notes", note)]


def test_two_inscriptions_of_one_delegation_are_joined_only_when_a_person_says_which_stays(room):
    for _time in range(2):
        room.run("add", kind="person", name="Delegation of the region", affiliation="Regional body")
    page = room.panel.loose
    show(room, page)
    twice = page.twice
    room.qtbot.waitUntil(lambda: len(twice.list.items) == 1, timeout=5_000)
    assert "the same name" in twice.list.items[0].text(2)
    room.qtbot.mouseClick(twice.join, Qt.MouseButton.LeftButton)
    assert twice.back.hasFocus() or twice.back.isVisible()
    room.qtbot.mouseClick(twice.keep_second, Qt.MouseButton.LeftButton)
    with room.workplace.desk.reading() as reader:
        assert len([one for one in reader.every(Person) if one.name == "Delegation of the region"]) == 1
    room.qtbot.waitUntil(lambda: twice.list.items == [], timeout=5_000)


def test_two_of_which_a_person_says_that_they_are_not_the_same_are_not_asked_about_again(room):
    for _time in range(2):
        room.run("add", kind="person", name="Delegation of the region", affiliation="Regional body")
    page = room.panel.loose
    show(room, page)
    twice = page.twice
    room.qtbot.waitUntil(lambda: len(twice.list.items) == 1, timeout=5_000)
    room.qtbot.mouseClick(twice.apart, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: twice.list.items == [], timeout=5_000)
    assert not twice.apart.isVisible()
    with room.workplace.desk.reading() as reader:
        assert len([one for one in reader.every(Person) if one.name == "Delegation of the region"]) == 2


def test_the_roll_is_called_in_words_and_signs(room):
    room.take(room.bundle(room.other, "other"))
    page = room.panel.desks
    show(room, page)
    room.qtbot.waitUntil(lambda: len(page.roll.items) == 2, timeout=5_000)
    states = {item.text(0): item.text(1) for item in page.roll.items}
    assert states == {"Secretariat desk, Staff": "✓ held", "Rapporteur desk 1, Rapporteur": "✓ held"}
    assert all(len(item.text(2).split()) == 6 for item in page.known.items)


def test_the_keys_go_from_the_sections_to_the_page_and_back(room):
    room.disagree()
    room.panel.activateWindow()
    room.panel.sections.list.setFocus()
    room.qtbot.waitUntil(room.panel.sections.list.hasFocus, timeout=2_000)
    room.panel.sections.show_section(room.panel.to_settle)
    room.qtbot.keyClick(room.panel.sections.list, Qt.Key.Key_Return)
    assert room.panel.to_settle.list.hasFocus()
    room.panel.go_across()
    assert room.panel.sections.list.hasFocus()


def test_the_six_words_are_compared_and_a_desk_is_kept_out_and_let_in_again(room):
    room.take(room.bundle(room.other, "other"))
    page = room.panel.desks
    show(room, page)
    room.qtbot.waitUntil(lambda: len(page.known.items) == 2, timeout=5_000)
    item = next(one for one in page.known.items if one.text(0) == "Rapporteur desk 1")
    words = item.text(2)

    def stands(level):
        told = {one.text(0): one.text(1) for one in page.known.items}
        return told.get("Rapporteur desk 1") == level

    assert stands("taken in before, words not compared")
    page.known.setCurrentItem(item)
    page.words.setText("one two three four five six")
    room.qtbot.mouseClick(page.compare, Qt.MouseButton.LeftButton)
    assert "not the six words" in str(room.refused[0])
    page.words.setText(words)
    room.qtbot.mouseClick(page.compare, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: stands("known: the six words were compared"), timeout=5_000)
    assert not page.words.isVisible()
    room.qtbot.mouseClick(page.keep_out, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: stands("kept out"), timeout=5_000)
    room.qtbot.mouseClick(page.let_in, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: not stands("kept out"), timeout=5_000)


def adopted_and_rewritten(room):
    """Adopt a recommendation here, while the other desk writes it otherwise."""
    made = room.run("make-recommendation", notes=[room.note], text="States should act.", language="en")["id"]
    room.carry(room.bundle(room.workplace.desk, "here"), room.other)
    room.run("adopt", recommendation=made)
    room.other.run(COMMANDS["edit"], id=made, text="States must act.")
    room.take(room.bundle(room.other, "other"))
    return made


def held(room, record):
    with room.workplace.desk.reading() as reader:
        return reader.get(Recommendation, record)


def test_a_wording_that_reached_an_adopted_text_is_taken_up_as_a_proposal_of_its_own(room):
    made = adopted_and_rewritten(room)
    page = room.panel.after_adoption
    room.qtbot.waitUntil(lambda: page.waiting == 1, timeout=5_000)
    assert room.panel.to_settle.list.count() == 0
    show(room, page)
    assert "<s>should</s> <b><u>must</u></b>" in page._cards[1].value.text()
    room.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.found == {}
    assert (held(room, made).text, held(room, made).status) == ("States should act.", "adopted")
    with room.workplace.desk.reading() as reader:
        told = {one.text: one.status for one in reader.every(Recommendation)}
    assert told == {"States should act.": "adopted", "States must act.": "proposed"}


def test_a_wording_that_reached_an_adopted_text_is_dismissed_with_one_key(room):
    made = adopted_and_rewritten(room)
    page = room.panel.after_adoption
    room.qtbot.waitUntil(lambda: page.waiting == 1, timeout=5_000)
    show(room, page)
    room.qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert page.found == {}
    assert held(room, made).text == "States should act."
    assert room.conflicts() == []
    page.refresh()
    room.workplace.finish()
    room.qtbot.wait(20)
    assert page.waiting == 0
