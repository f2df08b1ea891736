"""What the room reads beside the figures, and what it must not read."""

from dataclasses import replace

import pytest

from hrdesk.desktop.floor.screens.room_words import OWN, Named, name_of, room_words
from hrdesk.floor.picture import Line, Stretch
from hrdesk.language.words import words_for
from hrdesk.records import FloorDecision, FloorRequest, FormatSegment
from tests.desktop.floor.screens.pictures import clock, mark, picture, speaker, unnamed


def test_the_room_reads_who_speaks_for_whom_and_who_is_next():
    told = room_words(picture(message="Lunch is at one."))
    assert told.speaker == Named("Brazil", "on behalf of Group of African States")
    assert told.next == ("Ghana", "Group of African States")
    assert told.waiting == "12 speakers waiting"
    assert told.segment == "The floor, round 1"
    assert told.message == "Lunch is at one."


def test_a_person_stands_below_the_delegation():
    who = replace(speaker("r", "Brazil"), public="Ms. Chair of something")
    assert name_of(who, picture(), words_for("en")) == Named("Brazil", "Ms. Chair of something")


def test_where_the_room_may_not_know_the_class_stands_alone():
    seen = picture()
    hidden = unnamed(speaker("r", "Brazil", behalf="A group"))
    assert name_of(hidden, seen, words_for("en")) == Named("State")


@pytest.mark.parametrize("change", ["session", "person"])
def test_a_picture_that_names_by_mistake_still_shows_the_class_alone(change):
    who = replace(speaker("r", "Brazil", behalf="A group"), is_protected=change == "person")
    seen = replace(picture(), may_name=change != "session")
    assert name_of(who, seen, words_for("en")) == Named("State")


def test_the_desk_reads_the_name_but_of_a_protected_person_not_for_whom():
    who = speaker("r", "Brazil", on_behalf_of="A group")
    assert name_of(who, picture(), words_for("en"), OWN) == Named(
        "Brazil, as the desk knows it", "on behalf of A group"
    )
    protected = replace(who, name="P-7", is_protected=True)
    assert name_of(protected, picture(), words_for("en"), OWN) == Named("P-7")


def test_no_own_name_and_no_free_text_of_a_decision_reaches_the_room():
    seen = picture()
    told = repr(room_words(seen))
    assert "as the desk knows it" not in told
    assert "A. Person" not in told


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        ("draw", "Lots drawn"),
        ("shrink", "Part of the session shortened"),
        ("shift", "End of the session put off"),
        ("drop_round", "Round dropped"),
    ],
)
def test_the_way_out_that_the_chair_picked_is_shown_while_its_segment_goes_on(decision: str, told: str):
    seen = picture()
    for at, notice in (("2100", f"Speaking time: 1:30 each · {told}"), ("2000", "Speaking time: 1:30 each")):
        picked = FloorDecision(id="d9", decision=decision, text="x", at=f"{at}-06-14T11:00:00.000Z")
        assert room_words(replace(seen, decisions=(*seen.decisions, picked))).notice == notice


def test_the_rule_that_holds_is_shown_and_that_the_list_is_closed():
    seen = picture()
    later = FloorDecision(
        id="d9", decision="limit", amount=60, speaker_class="ngo", text="x", at="2016-06-14T11:00:00+00:00"
    )
    seen = replace(seen, decisions=(*seen.decisions, later), list_is_open=False)
    assert room_words(seen).notice == "Speaking time: 1:00 (Civil society) · The list of speakers is closed"
    assert room_words(picture()).notice == "Speaking time: 1:30 each"


def test_in_the_time_of_replies_the_panellists_are_next():
    seen = picture()
    replies = Stretch(FormatSegment(id="g3", segment_kind="replies"), clock(mark("start", 0)), "running")
    panellist = Line(speaker("r50", "A panellist", announced="a"), 1)
    told = room_words(replace(seen, stretches=(replies,), replies=(panellist,)))
    assert (told.segment, told.next, told.waiting) == ("Replies of the panel", ("A panellist",), "1 speaker waiting")


def test_a_class_of_a_newer_desk_is_called_another_speaker():
    who = replace(speaker("r", ""), request=FloorRequest(id="r", speaker_class="choir"))
    assert name_of(unnamed(who), picture(), words_for("en")) == Named("Other speaker")


def test_chinese_is_asked_for_where_it_stands():
    assert room_words(picture("zh")).needs_chinese
    assert room_words(picture("en", message="请坐")).needs_chinese
    assert not room_words(picture("ar")).needs_chinese
