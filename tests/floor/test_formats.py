"""The shipped formats: what their sources say, what is a setting, and how a desk makes them its own."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.floor import formats
from hrdesk.floor.line_up import line_up
from hrdesk.records import Floor, FormatClass, FormatSegment, SessionFormat
from hrdesk.records.floor import OPENINGS, SEGMENTS, SPEAKER_CLASSES
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def session_of(desk: MemoryDesk, **fields: Any) -> str:
    return str(do(desk, "new-consultation", title="Panel", **fields)["session"])


def segments(desk: MemoryDesk, made: str) -> list[FormatSegment]:
    return desk.reader.every(FormatSegment, session_format=made)


def classes(desk: MemoryDesk, made: str) -> list[FormatClass]:
    return desk.reader.every(FormatClass, session_format=made)


def test_two_formats_stand_up_front_and_the_others_behind_more():
    assert [(one.key, one.is_more) for one in formats.shipped().values()] == [
        ("panel-2016", False),
        ("workshop", False),
        ("general-debate", True),
        ("upr-adoption", True),
    ]


def test_every_shipped_format_holds_only_what_records_know():
    for told in formats.shipped().values():
        assert told.name
        assert told.source
        assert told.rules.get("opens") in (None, *OPENINGS)
        assert set(told.rules) <= set(SessionFormat.field_names())
        keys = {one["key"] for one in told.segments}
        assert len(keys) == len(told.segments)
        for segment in told.segments:
            assert segment["kind"] in SEGMENTS
            assert segment.get("title") in (None, *formats.TITLES)
        for group in told.classes:
            assert group.get("segment") in (None, *keys)
            named = [one for rank in group["ranks"] for one in rank]
            assert len(set(named)) == len(named)
            assert set(named) <= set(SPEAKER_CLASSES)
            assert set(group["seconds"]) <= {*named, "default"}


@pytest.mark.parametrize("key", list(formats.SOURCES))
def test_what_was_not_found_is_called_a_setting_in_the_source(key: str):
    told = formats.shipped()[key]
    assert (told.rules["warn_at"], told.rules["urge_at"]) == (30, 10)
    assert "no rule was found" in told.source


def test_the_panel_of_2016_fills_its_slot_of_180_minutes_exactly(desk: MemoryDesk):
    made = do(desk, "choose-format", session=session_of(desk), format="panel-2016")["format"]
    assert [one.minutes for one in segments(desk, made)] == [60, 45, 15, 45, 15]
    assert [one.number for one in segments(desk, made) if one.segment_kind == "floor_round"] == [1, 2]
    held = classes(desk, made)
    assert [one.speaker_class for one in held] == [
        *("dignitary", "group", "state", "observer_state", "united_nations", "intergovernmental"),
        *("regional_mechanism", "nhri", "ngo", "academia", "other"),
    ]
    assert {one.seconds for one in held} == {120}
    format_ = desk.reader.get(SessionFormat, made)
    assert format_ is not None
    assert (format_.changeover, format_.opens, format_.shipped) == (0, "at_discussion", "panel-2016")


def test_the_workshop_has_neither_minutes_nor_limits(desk: MemoryDesk):
    made = do(desk, "choose-format", session=session_of(desk), format="workshop")["format"]
    assert {one.minutes for one in segments(desk, made)} == {None}
    assert classes(desk, made) == []


def test_the_general_debate_gives_members_three_minutes_and_observers_two(desk: MemoryDesk):
    made = do(desk, "choose-format", session=session_of(desk), format="general-debate")["format"]
    seconds = {one.speaker_class: one.seconds for one in classes(desk, made)}
    assert (seconds["state"], seconds["observer_state"], seconds["nhri"], seconds["ngo"]) == (180, 120, 120, 120)
    format_ = desk.reader.get(SessionFormat, made)
    assert format_ is not None
    assert (format_.closes_after, format_.nhri_after_state) == (15, True)


def test_the_upr_adoption_has_three_pots_of_20_minutes_and_draws_13_at_a_minute_and_a_half(desk: MemoryDesk):
    made = do(desk, "choose-format", session=session_of(desk), format="upr-adoption")["format"]
    pots = segments(desk, made)
    assert [one.minutes for one in pots] == [20, 20, 20]
    told = {(one.segment, one.speaker_class): one.seconds for one in classes(desk, made)}
    assert told[pots[0].id, "nhri"] == 120
    assert told[pots[1].id, "state"] == 90
    assert told[pots[2].id, "ngo"] == 120
    format_ = desk.reader.get(SessionFormat, made)
    assert format_ is not None
    assert (format_.lots_above, format_.lots_drawn) == (13, 13)
    assert 13 * 90 <= 20 * 60 < 14 * 90


def test_two_desks_that_choose_a_shipped_format_make_the_same_records(desk: MemoryDesk):
    session = session_of(desk)
    other = MemoryDesk(1)
    other.take(desk.changes())
    one = do(desk, "choose-format", session=session, format="panel-2016")
    assert do(other, "choose-format", session=session, format="panel-2016") == one
    other.take(desk.changes())
    desk.take(other.changes())
    assert desk.state() == other.state()
    assert len(desk.reader.every(SessionFormat)) == len(desk.reader.every(Floor)) == 1
    assert len(segments(desk, one["format"])) == 5
    other.close()


def test_a_shipped_format_that_was_changed_by_hand_stays_so_when_it_is_chosen_again(desk: MemoryDesk):
    session = session_of(desk)
    made = do(desk, "choose-format", session=session, format="panel-2016")["format"]
    do(desk, "edit", id=made, changeover=20)
    do(desk, "choose-format", session=session, format="workshop")
    do(desk, "choose-format", session=session, format="panel-2016")
    format_ = desk.reader.get(SessionFormat, made)
    assert format_ is not None
    assert format_.changeover == 20


def test_the_wrong_format_is_taken_back_by_one_undo_with_the_list_as_it_was(desk: MemoryDesk):
    session = session_of(desk)
    do(desk, "choose-format", session=session, format="panel-2016")
    for words in ("One", "Two"):
        do(desk, "inscribe", session=session, label=words)
    before = line_up(desk.reader, session).places()
    do(desk, "choose-format", session=session, format="upr-adoption")
    assert [one.is_later for one in line_up(desk.reader, session).places()] == [True, True]
    assert desk.undo() == "choose-format"
    assert line_up(desk.reader, session).places() == before
    assert len(desk.reader.every(SessionFormat)) == 1


def test_a_copy_is_edited_without_touching_what_it_was_made_from(desk: MemoryDesk):
    session = session_of(desk)
    copied = do(desk, "copy-format", format="upr-adoption", name="  Ours,  2026 ")["id"]
    held = desk.reader.get(SessionFormat, copied)
    assert held is not None
    assert (held.name, held.shipped) == ("Ours, 2026", "upr-adoption")
    shipped = do(desk, "choose-format", session=session, format="upr-adoption")["format"]
    do(desk, "edit", id=segments(desk, copied)[0].id, minutes=5)
    assert [one.minutes for one in segments(desk, shipped)] == [20, 20, 20]
    own, others = ({one.id for one in segments(desk, made)} for made in (copied, shipped))
    assert {one.segment for one in classes(desk, copied)} == own
    assert {one.segment for one in classes(desk, shipped)} == others
    assert do(desk, "choose-format", session=session, format=copied)["format"] == copied


def test_a_format_that_nobody_knows_and_a_copy_without_a_name_are_refused(desk: MemoryDesk):
    session = session_of(desk)
    with pytest.raises(Refused, match="panel-2016, workshop"):
        do(desk, "choose-format", session=session, format="none")
    with pytest.raises(Refused, match="needs a name"):
        do(desk, "copy-format", format="workshop", name=" ")
    with pytest.raises(Refused, match="no session"):
        do(desk, "choose-format", session="none", format="workshop")


def test_the_floor_is_set_up_field_by_field_and_an_empty_word_takes_away(desk: MemoryDesk):
    session = session_of(desk)
    do(desk, "edit", id=session, starts="2016-05-11T10:00", time_zone="Europe/Zurich")
    made = do(desk, "set-floor", session=session, language="ar", message=" A break  at noon ")["id"]
    do(desk, "set-floor", session=session, hard_end="13:00")
    held = desk.reader.get(Floor, made)
    assert held is not None
    assert (held.language, held.message, held.hard_end) == ("ar", "A break  at noon", "2016-05-11T11:00:00Z")
    do(desk, "set-floor", session=session, message="", hard_end="2016-05-11T13:30:00+02:00")
    held = desk.reader.get(Floor, made)
    assert held is not None
    assert (held.language, held.message, held.hard_end) == ("ar", None, "2016-05-11T11:30:00Z")


@pytest.mark.parametrize("told", ["noon", "2016-05-11T11:00:00", "25:00", "13:00"])
def test_an_end_that_is_no_instant_is_refused(desk: MemoryDesk, told: str):
    with pytest.raises(Refused, match="no time like"):
        do(desk, "set-floor", session=session_of(desk), hard_end=told)
    with pytest.raises(Refused, match="six languages"):
        do(desk, "set-floor", session=desk.reader.value("SELECT id FROM session"), language="de")
