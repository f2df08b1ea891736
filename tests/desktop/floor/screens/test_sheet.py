"""The list on paper: what stands there, and for whose eyes."""

from dataclasses import replace
from datetime import UTC

import pytest

from hrdesk.desktop.floor.screens.room_words import OWN
from hrdesk.desktop.floor.screens.sheet import as_html
from hrdesk.records import PanelQuestion
from tests.desktop.floor.screens.pictures import at, clock, mark, picture, unnamed


def sheet(seen, audience="public", second=130):
    return as_html(seen, at(second), audience, UTC)


def test_it_tells_who_speaks_since_when_and_what_is_left():
    written = sheet(picture())
    for part in ("Brazil", "10:01", "0:30", "1:30 (Speaking)", "42:50", "The floor, round 1", "2016-06-14 10:02"):
        assert part in written


def test_it_tells_who_waits_in_order_and_what_was_decided():
    written = sheet(picture())
    places = [written.index(name) for name in ("Ghana</b>", "Group of African States</b>", "Body 4", "Body 13")]
    assert places == sorted(places)
    assert "Waiting, in this order (12)" in written
    assert "announced" in written
    assert "does not fit" in written
    assert "absent when called" in written
    assert "1:58" in written
    assert "Speaking time changed: 1:30" in written
    assert "Places exchanged, both agreeing: Ghana and Group of African States" in written


def test_the_room_reads_no_name_of_the_desk_and_no_free_text():
    seen = replace(picture(), questions=(PanelQuestion(id="q", request="r2", text="Asked in confidence"),))
    written = sheet(seen)
    for kept in ("as the desk knows it", "A. Person", "Both said yes", "Asked in confidence"):
        assert kept not in written
        assert kept in sheet(seen, OWN)
    assert "As the room may see it." in written
    assert "For the desk only" in sheet(seen, OWN)


def test_in_a_closed_session_it_names_classes_alone():
    seen = replace(picture(), may_name=False)
    written = sheet(seen)
    assert "Ghana" not in written
    assert "Brazil" not in written
    assert "Civil society" in written


def test_a_confidential_session_keeps_its_title_to_the_desk():
    seen = picture()
    seen = replace(seen, session=replace(seen.session, sensitivity="confidential"))
    assert "Sharing of information" not in sheet(seen)
    assert "Sharing of information" in sheet(seen, OWN)


def test_a_name_is_written_and_not_obeyed():
    seen = picture()
    assert seen.current
    who = replace(seen.current.speaker, public="<b>&co", delegation="<b>&co")
    assert "&lt;b&gt;&amp;co" in sheet(replace(seen, current=replace(seen.current, speaker=who)))


def test_arabic_runs_from_right_to_left_and_its_columns_are_turned():
    written = sheet(picture("ar"))
    assert 'dir="rtl"' in written
    row = written[written.index("غانا</b>") - 400 : written.index("غانا</b>") + 200]
    assert row.index("2:00") < row.index("غانا</b>")


def test_nobody_at_the_microphone_and_nobody_waiting_is_a_sheet_too():
    seen = picture()
    empty = replace(seen, current=None, waiting=(), done=(), decisions=(), stretches=())
    assert "List of speakers" in sheet(empty)
    assert "Waiting" not in sheet(empty)


def test_a_time_that_is_not_confirmed_is_not_printed_as_one():
    seen = picture(of=clock(mark("start", 100, "the run before")))
    assert "The time is being checked" in sheet(seen)
    assert "0:30" not in sheet(seen)


@pytest.mark.parametrize("audience", ["", "restricted", "anybody"])
def test_any_audience_but_the_desk_s_own_is_the_room(audience):
    assert "as the desk knows it" not in sheet(picture(), audience)


def test_hidden_speakers_stand_in_decisions_by_class():
    seen = picture()
    hidden = [replace(line, speaker=unnamed(line.speaker)) for line in seen.waiting]
    assert "Places exchanged, both agreeing: State and Group" in sheet(replace(seen, waiting=tuple(hidden)))
