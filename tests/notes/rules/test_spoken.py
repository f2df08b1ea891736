"""Which intervention a note was taken of: suggested by time, by clocks that differ, and never without its doubts."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.notes.rules.spoken import LINGER, NEAR, SECOND, Noted, Span, suggest

HERE, THERE = "rapporteur", "moderator"
MINUTE = 60_000
FIRST = Span("first", 0, 2 * MINUTE, THERE, words="Group of Friends")
SECOND_TURN = Span("second", 2 * MINUTE + 10_000, 4 * MINUTE, THERE, person="p")
COMPARED = {(HERE, THERE): 0}


def note(at: int, **told) -> Noted:
    return replace(Noted("n", at, HERE), **told)


def only(noted: Noted, ahead=COMPARED, spans=(FIRST, SECOND_TURN)):
    (found,) = suggest([noted], spans, ahead)
    return found


def test_a_note_taken_while_somebody_spoke_is_suggested_without_a_doubt():
    found = only(note(MINUTE))
    assert (found.intervention, found.offset, found.doubts) == ("first", 0, ())


def test_clocks_that_differ_are_put_right_by_what_the_gavels_measured():
    found = only(note(MINUTE + 10 * MINUTE), {(HERE, THERE): 10 * MINUTE})
    assert (found.intervention, found.offset, found.doubts) == ("first", 10 * MINUTE, ())


def test_clocks_that_nobody_compared_are_a_doubt():
    found = only(note(MINUTE), {})
    assert (found.intervention, found.offset, found.doubts) == ("first", None, ("not_compared",))


def test_one_laptop_has_one_clock_and_needs_no_gavel():
    found = only(note(MINUTE, device=THERE), {})
    assert (found.offset, found.doubts) == (0, ())


def test_close_to_a_change_of_speakers_the_time_alone_says_little():
    assert only(note(SECOND_TURN.starts + NEAR - 1)).doubts == ("near_change",)
    assert "near_change" in only(note(SECOND_TURN.starts - SECOND)).doubts
    assert only(note(SECOND_TURN.starts + NEAR)).doubts == ()


def test_after_the_end_a_note_is_still_of_the_last_speaker_for_a_while():
    assert only(note(4 * MINUTE + 1)).doubts == ("after_end",)
    assert suggest([note(4 * MINUTE + LINGER + SECOND)], [FIRST, SECOND_TURN], COMPARED) == ()


def test_before_anybody_spoke_nothing_is_suggested():
    assert suggest([note(-2 * SECOND)], [FIRST], COMPARED) == ()


def test_whoever_still_speaks_spoke_when_the_note_was_taken():
    assert only(note(30 * MINUTE), spans=[replace(FIRST, ends=None)]).doubts == ()


def test_another_speaker_in_the_note_is_a_doubt_and_the_same_one_is_not():
    assert only(note(MINUTE, words="Somebody else")).doubts == ("other_speaker",)
    assert only(note(MINUTE, words="group of friends")).doubts == ()
    assert only(note(3 * MINUTE, person="p")).doubts == ()
    assert only(note(3 * MINUTE, person="q")).doubts == ("other_speaker",)


DEVICES = st.sampled_from([HERE, THERE, "spare"])
NOTES = st.lists(
    st.builds(Noted, st.uuids().map(str), st.integers(0, 600_000), DEVICES), max_size=6, unique_by=lambda one: one.note
)
SPANS = st.lists(
    st.builds(
        lambda name, starts, length, device: Span(name, starts, None if length is None else starts + length, device),
        st.uuids().map(str),
        st.integers(0, 600_000),
        st.none() | st.integers(0, 200_000),
        DEVICES,
    ),
    max_size=6,
    unique_by=lambda one: one.intervention,
)
AHEAD = st.dictionaries(st.tuples(DEVICES, DEVICES), st.integers(-600_000, 600_000))


@given(NOTES, SPANS, AHEAD, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_the_order_in_which_things_are_given_says_nothing(notes, spans, ahead, chance):
    told = suggest(notes, spans, ahead)
    chance.shuffle(notes)
    chance.shuffle(spans)
    assert suggest(notes, spans, ahead) == told
    assert len({one.note for one in told}) == len(told)


@given(NOTES, SPANS, AHEAD, st.integers(-10_000_000, 10_000_000))
@settings(deadline=None, max_examples=60)
def test_a_clock_that_is_wrong_and_was_measured_changes_nothing(notes, spans, ahead, wrong):
    told = suggest(notes, spans, {(HERE, one): 0 for one in (THERE, "spare", HERE)} | ahead)
    moved = [replace(one, at=one.at + wrong) if one.device == HERE else one for one in notes]
    known = {(HERE, one): 0 for one in (THERE, "spare", HERE)} | ahead
    shifted = {pair: by + (wrong if pair[0] == HERE else 0) for pair, by in known.items()}
    again = suggest(moved, spans, shifted)
    assert [(one.note, one.intervention, one.doubts) for one in again] == [
        (one.note, one.intervention, one.doubts) for one in told
    ]
