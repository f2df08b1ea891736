"""How a programme follows from a concept note."""

from typing import Any

import pytest

from hrdesk.agenda.rules import in_order, sessions_of


@pytest.mark.parametrize(
    ("consultation", "items", "sessions"),
    [
        ({"title": "W"}, [], [{"title": "W", "time_zone": None}]),
        ({"title": "W", "half_days": 1}, [("a", {"title": "A"})], [{"title": "W", "time_zone": None}]),
        (
            {"title": "W", "half_days": 1, "start": "2026-09-08", "start_time": "10:00", "end_time": "13:00"},
            [],
            [{"title": "W", "time_zone": None, "starts": "2026-09-08T10:00", "ends": "2026-09-08T13:00"}],
        ),
        (
            {"title": "W", "start": "2026-09-08", "end": "2026-09-09", "start_time": "10:00"},
            [],
            [{"title": "W", "time_zone": None}],
        ),
        (
            {"half_days": 4, "time_zone": "Europe/Zurich"},
            [("a", {"title": "A"}), ("b", {"number": "2"})],
            [
                {"title": "A", "agenda_item": "a", "time_zone": "Europe/Zurich"},
                {"title": "2", "agenda_item": "b", "time_zone": "Europe/Zurich"},
            ],
        ),
    ],
)
def test_the_sessions_follow_from_the_agenda_and_no_time_is_guessed(
    consultation: dict[str, Any], items: list[tuple[str, dict[str, Any]]], sessions: list[dict[str, Any]]
):
    assert sessions_of(consultation, items) == sessions


def test_things_stand_in_the_order_of_the_note_among_their_kind():
    told: list[tuple[str, dict[str, Any]]] = [
        ("good_practice", {}),
        ("mechanism", {}),
        ("lesson", {}),
        ("good_practice", {}),
    ]
    first, none, other, last = in_order(told)
    assert none is None
    assert first is not None
    assert other is not None
    assert last is not None
    assert first < last
