"""What the room reads of a clock."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.desktop.floor.screens.clock_face import (
    NOT_TOLD,
    STAGES,
    ClockFace,
    clock_face,
    figures,
    is_running,
    segment_face,
    speaker_face,
    time_text,
)
from hrdesk.desktop.floor.screens.colours import STAGE_COLOURS
from hrdesk.desktop.floor.screens.room_words import STAGE_WORDS
from hrdesk.floor.picture import Picture
from hrdesk.floor.rules.clock import Reading
from hrdesk.records import Session
from tests.desktop.floor.screens.pictures import at, clock, mark, picture


@pytest.mark.parametrize(
    ("second", "figure", "stage"),
    [
        (100, "2:00", "running"),
        (100.4, "2:00", "running"),
        (101, "1:59", "running"),
        (189.9, "0:31", "running"),
        (190, "0:30", "warned"),
        (210, "0:10", "urged"),
        (219.9, "0:01", "urged"),
        (220, "0:00", "over"),
        (221, "+0:01", "over"),
        (307, "+1:27", "over"),
    ],
)
def test_the_figures_count_down_and_over_time_up(second, figure, stage):
    face = speaker_face(picture(), at(second))
    assert (face.figures, face.stage) == (figure, stage)


def test_before_the_start_the_whole_time_is_shown_and_in_a_pause_what_is_left():
    assert clock_face(clock(), at(500)) == ClockFace("2:00", "called", 1000)
    paused = clock(mark("start", 100), mark("pause", 130))
    assert clock_face(paused, at(999)) == ClockFace("1:30", "paused", 750)


def test_without_a_limit_the_time_used_is_shown_and_nobody_is_warned():
    assert clock_face(clock(mark("start", 0), seconds=None), at(4000)) == ClockFace("1:06:40", "running", None)


def test_the_final_time_stays_after_the_stop_also_when_it_is_over():
    ended = clock(mark("start", 100), mark("stop", 227))
    assert clock_face(ended, at(9000)) == ClockFace("+0:07", "ended_over", 0)
    in_time = clock(mark("start", 100), mark("stop", 160))
    assert clock_face(in_time, at(9000)) == ClockFace("1:00", "ended", 500)


def test_who_spoke_last_stays_on_the_screen_until_the_next_is_called():
    seen = picture(of=clock(mark("start", 100), mark("stop", 227)))
    after = Picture(seen.session, last=seen.current)
    assert speaker_face(after, at(300)).figures == "+0:07"
    assert speaker_face(Picture(Session(id="s")), at(300)) == ClockFace()


def test_after_a_restart_no_time_is_shown_to_the_room_until_a_person_confirms_it():
    before = mark("start", 100, "the run before")
    assert clock_face(clock(before), at(150)) == ClockFace(NOT_TOLD, "unsure")
    confirmed = clock(before, mark("confirm", 150, amount=40_000))
    assert clock_face(confirmed, at(160)).figures == "1:10"


def test_a_machine_that_counts_nothing_itself_is_believed_by_the_wall():
    assert clock_face(clock(mark("start", 100, "")), at(130, "")).figures == "1:30"


def test_the_clock_of_the_segment_runs_beside_and_either_keeps_the_floor_running():
    seen = picture()
    assert segment_face(seen, at(130)).figures == "42:50"
    assert is_running(seen, at(130))
    assert is_running(Picture(seen.session, stretches=seen.stretches), at(130))
    assert not is_running(Picture(seen.session, current=picture(of=clock()).current), at(130))


def test_a_limit_that_was_extended_counts():
    assert (
        speaker_face(picture(of=clock(mark("start", 100), mark("extend", 150, amount=30_000))), at(190)).figures
        == "1:00"
    )


def test_every_stage_has_words_and_colours_of_enough_contrast():
    assert set(STAGE_WORDS) == set(STAGE_COLOURS) == set(STAGES)
    assert all(STAGE_WORDS[stage] for stage in STAGES if stage != "idle")
    assert len(set(STAGE_WORDS.values())) == len(STAGES)
    assert all(contrast(*pair) >= 7 for pair in STAGE_COLOURS.values())


@given(st.integers(-7_200_000, 7_200_000))
def test_a_figure_changes_by_one_second_and_never_lies_by_more(left):
    shown = figures(Reading(0, left, True))
    seconds = sum(int(part) * 60**place for place, part in enumerate(reversed(shown.lstrip("+").split(":"))))
    seconds = -seconds if shown.startswith("+") else seconds
    assert abs(seconds * 1000 - left) < 1000


def test_hours_are_written_where_there_are_some():
    assert [time_text(seconds) for seconds in (7, 120, 3905)] == ["0:07", "2:00", "1:05:05"]


def contrast(ground, ink):
    """Give how many times lighter one colour is than the other (WCAG 2.2)."""
    light, dark = sorted((luminance(ground), luminance(ink)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
