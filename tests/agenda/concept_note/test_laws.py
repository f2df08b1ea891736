"""What holds for every text: nothing is lost, nothing is invented, nothing breaks."""

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.agenda.concept_note import ConceptNote, read_concept_note
from hrdesk.agenda.concept_note.cleaning import clean, words_of
from hrdesk.files.document import ForeignText, Line
from hrdesk.records import KINDS

PIECES = (
    "CONCEPT NOTE", "Workshop on remedies", "\tVenue", "\tGeneva", "Date and venue:", "12 to 14 December 2012", "( 2 ½ days)",
    "Panel 1:", "Panel 2: Remedies for", "1. Background", "2) Objectives", "(a) To learn; and", "· To share", "- 20 experts", "o\tTo act",
    "Participants", "some 150 participants", "Format:", "The list of speakers will be opened and closed.", "two minutes each",
    "45 minutes from the floor, followed by 15 minutes for replies.", "HRC resolution 30/3", "A/HRC/RES/18/14 of 29 September 2011",
    "requested OHCHR to hold a third workshop", "[footnoteRef:1]", "[1: See", "]", "\ufffd See this", " . ", "in Banjul with the African Commission",
    "09:30 Welcome", "11:00 Coffee break", "Tuesday, 12 March", "Time\tActivity", "Africa (Tunis, 15 July 2019), Europe (online, May 2019)",
    "Temps de parole : 5 minutes par orateur.", "States: 3 minutes; observers: 2 minutes", "at its forty-third session", "The aims are to:",
    "Organised by the Council of Europe in cooperation with OHCHR", "Following the workshop, OHCHR will host a meeting of focal points.",
    "OHCHR held three regional consultations", "on 5 May 2022", "H.E. Mr. A. B, President", "Moderator:", "Panellists:", "Agenda", "10:00 – 11:00",
    "Guiding questions:", "What next?", "Other themes proposed were (in order of preference): a, b and c.", "Outcome:", "34th session of the Council",
    "Regional consultation in Africa", "The following are key points:", "image1.png", "****", "¹ note", "text¹", "1 note", "\u00a0", "|a|b|", "Language", "English",
    "Annex", "Good practices", "In January 2012, OHCHR organized a dialogue in Dakar.", "{ HYPERLINK \"http://a.b\" }", "(ACHPR)", "“", "”",
)  # fmt: skip

LINES = st.lists(
    st.one_of(
        st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join),
        st.sampled_from(PIECES),
        st.text(max_size=40).map(lambda text: " ".join(text.splitlines())),
        st.just(""),
    ),
    max_size=40,
)


def read(lines: list[str]) -> ConceptNote:
    """Read some lines as a note."""
    return read_concept_note(ForeignText(tuple(Line(line, number) for number, line in enumerate(lines, start=1))))


@settings(deadline=None, max_examples=150)
@given(LINES)
def test_every_value_is_one_that_its_field_may_hold(lines: list[str]) -> None:
    note = read(lines)
    keys = {found.key: found.kind for found in note.found}
    assert len(keys) == len(note.found)
    assert note.found[0].key == "consultation"
    for found in note.found:
        assert 1 <= found.lines[0] <= found.lines[1] <= max(1, len(lines))
        for name, value in found.values.items():
            field = KINDS[found.kind].field(name)
            assert isinstance(value, {"text": str, "number": int, "yes_no": bool}[field.type])
            assert value != ""
            assert not field.choices or value in field.choices
            if field.refers_to:
                assert keys[str(value)] in field.refers_to
            if isinstance(value, str):
                assert "\ue000" not in value


@settings(deadline=None, max_examples=150)
@given(LINES)
def test_no_line_is_lost(lines: list[str]) -> None:
    note = read(lines)
    told = {number for found in note.found for number in range(found.lines[0], found.lines[1] + 1)}
    told |= {line.number for line in (*note.leftover, *note.headings)}
    for number, line in enumerate(lines, start=1):
        assert not line.strip() or number in told


@settings(deadline=None, max_examples=100)
@given(LINES)
def test_a_value_is_made_of_words_of_the_note(lines: list[str]) -> None:
    words = set(words_of(" ".join(clean(Line(line, 1)) for line in lines)).split())
    letters = {character for word in words for character in word}
    for found in read(lines).found:
        if found.kind in ("objective", "key_point", "guiding_question", "background_document", "person"):
            for name in ("text", "title", "name"):
                assert set(str(found.values.get(name, ""))) <= letters | {" "}


@settings(deadline=None, max_examples=100)
@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(0, 40))
def test_dates_written_in_words_come_back_as_they_were(day: date, length: int) -> None:
    last = date.fromordinal(day.toordinal() + length)
    written = (
        f"from {day.day} {day:%B} {day.year} to {last.day} {last:%B} {last.year}"
        if length
        else f"{day.day} {day:%B} {day.year}"
    )
    said = read(["Workshop", "Concept note", f"Dates: {written}"]).found[0].values
    assert (said["start"], said["end"]) == (day.isoformat(), last.isoformat())


def test_a_text_without_end_is_left_over_and_takes_seconds_at_most() -> None:
    begun = time.monotonic()
    for text in (
        "(" * 200_000,
        "a " * 100_000,
        "[footnoteRef:1] [1: " * 5_000,
        "the workshop will be held in Geneva with the IACHR and " * 3_000,
    ):
        note = read(["Workshop", text])
        assert note.leftover
    # About a second is used; a pattern that tries every way to match would take minutes.
    assert time.monotonic() - begun < 20
