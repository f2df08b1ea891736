"""Which sitting is going on, and which class counts for a note."""

from datetime import UTC, datetime

import pytest

from hrdesk.notes.rules.sittings import class_of_note, session_at
from hrdesk.records import Consultation, Note, Session

MORNING = Session("a", starts="2026-03-29T10:00", ends="2026-03-29T13:00", time_zone="Europe/Zurich")


@pytest.mark.parametrize(
    ("moment", "found"),
    [
        (datetime(2026, 3, 29, 7, 59, tzinfo=UTC), None),
        (datetime(2026, 3, 29, 8, 0, tzinfo=UTC), MORNING),
        (datetime(2026, 3, 29, 11, 0, tzinfo=UTC), MORNING),
        (datetime(2026, 3, 29, 11, 1, tzinfo=UTC), None),
    ],
)
def test_the_sitting_goes_by_the_clock_of_the_venue_on_the_day_it_changes(moment: datetime, found: Session | None):
    broken = [
        Session("b", starts="2026-03-29T00:00", time_zone="Europe/Zurich"),
        Session("c", starts="morning", ends="noon", time_zone="Europe/Zurich"),
        Session("d", starts="2026-03-29T00:00", ends="2026-03-30T00:00", time_zone="Nowhere/Else"),
        Session("e", starts="2026-03-29T00:00", ends="2026-03-30T00:00", time_zone="/etc/passwd"),
    ]
    assert session_at([*broken, MORNING], moment) is found


@pytest.mark.parametrize(
    ("own", "session", "consultation", "counts"),
    [
        ("public", None, None, "public"),
        (None, None, None, "restricted"),
        ("public", "confidential", "public", "confidential"),
        ("public", None, "confidential", "confidential"),
        (None, "public", None, "public"),
    ],
)
def test_the_strictest_that_was_said_counts(
    own: str | None, session: str | None, consultation: str | None, counts: str
):
    note = Note("n", sensitivity=own)
    assert class_of_note(note, Session("s", sensitivity=session), Consultation("c", sensitivity=consultation)) == counts
    assert class_of_note(note, None, None) == (own or "restricted")
