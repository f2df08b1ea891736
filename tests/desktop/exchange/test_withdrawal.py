"""Withdrawing in the window: found, looked at, confirmed by a typed word, and followed to the desks it reached."""

import pytest

from hrdesk.records import Note


@pytest.fixture
def page(room):
    """Give the section, shown."""
    room.panel.show_withdrawing()
    return room.panel.withdrawing


def find(room, page, words):
    page.wanted.setText(words)
    room.qtbot.waitUntil(lambda: bool(page._found) and page._outlook is not None, timeout=5_000)


def held(room, record):
    with room.workplace.desk.reading() as reader:
        return reader.get(Note, record)


def test_nothing_is_withdrawn_before_the_word_is_typed(room, page):
    find(room, page, "shelters")
    assert "vanish" in page._what.text()
    for typed in ("", "with", "delete"):
        page.typed.setText(typed)
        page.do_withdraw()
        assert not page.withdraw.isEnabled()
    assert held(room, room.note) is not None
    page.typed.setText("Withdraw ")
    assert page.withdraw.isEnabled()
    page.do_withdraw()
    room.qtbot.waitUntil(lambda: page.told.text().startswith("✓"), timeout=10_000)
    assert held(room, room.note) is None
    assert page.wanted.text() == ""


def test_the_desks_that_have_not_heard_of_it_are_listed(room, page):
    room.take(room.bundle(room.other, "other"))
    room.panel.show_withdrawing(room.note)
    assert page._outlook is not None
    page.typed.setText("withdraw")
    page.do_withdraw()
    room.qtbot.waitUntil(lambda: page.waiting == 1, timeout=10_000)
    [row] = page.reached.items
    assert row.text(0) == "(its words are gone)"
    assert row.text(3) == "Rapporteur desk 1"
    assert row.text(4) == "–"
    room.carry(room.bundle(room.workplace.desk, "back"), room.other)
    room.carry(room.bundle(room.other, "heard"), room.workplace.desk)
    room.qtbot.waitUntil(lambda: page.waiting == 0, timeout=10_000)
    assert page.reached.items[0].text(4) == "Rapporteur desk 1"


def test_lines_that_came_late_are_withdrawn_with_one_key(room, page):
    from hrdesk.work import COMMANDS

    room.other.run(COMMANDS["edit"], id=room.note, text="Shelters could open later.")
    room.run("withdraw", item=room.note)
    room.take(room.bundle(room.other, "late"))
    room.panel.show_withdrawing()
    room.qtbot.waitUntil(lambda: page.withdraw_late.isVisible(), timeout=10_000)
    page.withdraw_late.click()
    room.qtbot.waitUntil(lambda: not page.withdraw_late.isVisible(), timeout=10_000)
    assert held(room, room.note) is None


def test_notes_of_somebody_who_took_consent_back_are_offered(room, page):
    person = room.run("add", kind="person", name="Frobozz", consent="withdrawn")["id"]
    room.run("edit", id=room.note, speaker=person)
    room.qtbot.waitUntil(lambda: page.waiting == 1, timeout=10_000)
    assert "took the consent back" in page.found.headerItem().text(0)
    assert page.found.key == room.note
