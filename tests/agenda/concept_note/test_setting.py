"""When and where a consultation is held, in the ways notes write it."""

import pytest

from tests.agenda.concept_note.reading_notes import consultation, note


@pytest.mark.parametrize(
    ("written", "start", "end", "half_days"),
    [
        ("12 to 14 December 2012  ( 2 ½ days)", "2012-12-12", "2012-12-14", 5),
        ("21-22 October 2019", "2019-10-21", "2019-10-22", 4),
        ("24 and 25 November 2008", "2008-11-24", "2008-11-25", 4),
        ("3–4 May 2010", "2010-05-03", "2010-05-04", 4),
        ("30 September - 2 October 2024", "2024-09-30", "2024-10-02", 6),
        ("from 29 to 30 November 2011", "2011-11-29", "2011-11-30", 4),
        ("31 December 2015 to 1 January 2016", "2015-12-31", "2016-01-01", 4),
        ("October 21-22, 2019", "2019-10-21", "2019-10-22", 4),
        ("Tuesday 18 and Wednesday 19 October 2022", "2022-10-18", "2022-10-19", 4),
        ("1st and 2nd of March 2021 (one and a half days)", "2021-03-01", "2021-03-02", 3),
        ("du 3 au 5 mai 2010", "2010-05-03", "2010-05-05", 6),
        ("12 y 13 de noviembre de 2014", "2014-11-12", "2014-11-13", 4),
        ("9 November 2016 (morning)", "2016-11-09", "2016-11-09", 1),
        ("25/11/2008", "2008-11-25", "2008-11-25", None),
    ],
)
def test_days_and_length_are_read_as_written_in_many_ways(
    written: str, start: str, end: str, half_days: int | None
) -> None:
    read = consultation(note(f"CONCEPT NOTE\n\n\tDates\n\t{written}\n\n\tVenue\n\tGeneva\n"))
    assert (read["start"], read["end"], read.get("half_days")) == (start, end, half_days)


@pytest.mark.parametrize(
    ("written", "start", "end", "half_days"),
    [
        ("Wednesday, 9 November 2016, 10 a.m. - 1 p.m.", "10:00", "13:00", 1),
        ("18 – 19 October 2022, 10:00–13:00 and 15:00–18:00 CET", "10:00", "18:00", 4),
        ("9 November 2016, 9 a.m. to noon", "09:00", "12:00", 1),
        ("9 November 2016, 3 to 6 p.m.", "15:00", "18:00", 1),
        ("9 November 2016, 9.30 a.m. – 12.30 p.m.", "09:30", "12:30", 1),
        ("9 November 2016 from 10h00 to 13h00", "10:00", "13:00", 1),
        ("9 November 2016, 1500-1800 hrs", "15:00", "18:00", 1),
        ("9 November 2016, 10:00 - 18:00", "10:00", "18:00", 2),
        ("9 November 2016, 11 - 1 p.m.", "11:00", "13:00", 1),
    ],
)
def test_hours_are_read_and_one_short_sitting_is_half_a_day(written: str, start: str, end: str, half_days: int) -> None:
    read = consultation(note(f"Panel on peace\nConcept note\nDate: {written}\n"))
    assert (read["start_time"], read["end_time"], read["half_days"]) == (start, end, half_days)
    assert read["dates_as_written"] == written


def test_a_single_day_without_hours_has_no_length() -> None:
    assert "half_days" not in consultation(note("Panel on peace\nConcept note\nDate: 9 November 2016\n"))


def test_a_day_that_no_calendar_has_is_left_over() -> None:
    assert "start" not in consultation(note("Panel on peace\nConcept note\nDate: 31 February 2016\n"))


def test_a_numeric_date_that_could_be_two_days_is_left_over() -> None:
    assert "start" not in consultation(note("Panel on peace\nConcept note\nDate: 04/05/2016\n"))


def test_a_month_without_a_day_stays_a_month() -> None:
    assert consultation(note("Panel on peace\nConcept note\nDate: April 2016\n"))["start"] == "2016-04"


def test_date_and_venue_in_one_cell_are_told_apart() -> None:
    read = consultation(
        note("Panel on peace\nDate and venue:\t18 September 2014, 12:00-15:00, Room XX, Palais des Nations, Geneva\n")
    )
    assert read["dates_as_written"] == "18 September 2014, 12:00-15:00"
    assert read["venue_as_written"] == "Room XX, Palais des Nations, Geneva"
    assert (read["room"], read["building"], read["city"]) == ("XX", "Palais des Nations", "Geneva")
    assert (read["country"], read["time_zone"]) == ("Switzerland", "Europe/Zurich")


def test_a_label_may_run_on_into_its_value() -> None:
    read = consultation(
        note("Panel on peace\nConcept note\nDate and venue 29 May 2013, 9:00 – 12:00, Room XX, Palais des Nations\n")
    )
    assert (read["start"], read["start_time"], read["room"]) == ("2013-05-29", "09:00", "XX")


def test_the_venue_may_stand_before_the_date() -> None:
    read = consultation(note("Regional workshop on remedies\nAddis Ababa, 6-7 February 2012\nConcept note\n"))
    assert (read["city"], read["country"], read["start"]) == ("Addis Ababa", "Ethiopia", "2012-02-06")
    assert read["title"] == "Regional workshop on remedies"


@pytest.mark.parametrize("where", ["Online (Zoom)", "Virtual meeting", "Microsoft Teams", "Webex", "En ligne"])
def test_a_meeting_without_a_place_is_virtual(where: str) -> None:
    read = consultation(note(f"Seminar on data\nConcept note\nVenue: {where}\nDates: 3 May 2021\n"))
    assert read["virtual"] is True
    assert read["venue_as_written"] == where
    assert "city" not in read


def test_a_hybrid_meeting_has_a_city_and_is_virtual() -> None:
    read = consultation(
        note(
            "Seminar on data\n\n\tVenue\n\tPalais des Nations, Geneva, and online via Webex\n\n\tDates\n\t3 May 2021\n"
        )
    )
    assert (read["city"], read["virtual"]) == ("Geneva", True)


def test_a_country_is_only_derived_for_a_seat_of_the_united_nations() -> None:
    assert "country" not in consultation(note("Seminar on data\nConcept note\nVenue: Strasbourg\n"))
    assert consultation(note("Seminar on data\nConcept note\nVenue: Strasbourg, France\n"))["country"] == "France"


def test_an_unknown_city_is_known_by_the_country_after_it() -> None:
    read = consultation(note("Seminar on data\nConcept note\nVenue: Hotel Central, Ouagadougou, Burkina Faso\n"))
    assert (read["building"], read["city"], read["country"]) == ("Hotel Central", "Ouagadougou", "Burkina Faso")


def test_dates_and_place_are_read_from_the_text_when_no_label_gives_them() -> None:
    read = consultation(
        note(
            "Concept note for the Expert Seminar on Early Warning\n\nThe expert seminar will be held on 21 and 22 May 2015 in Vienna, Austria. It is the first of its kind.\n"
        )
    )
    assert (read["start"], read["end"], read["city"], read["event_kind"]) == (
        "2015-05-21",
        "2015-05-22",
        "Vienna",
        "seminar",
    )
    assert read["title"] == "Expert Seminar on Early Warning"


def test_the_date_of_another_meeting_is_not_that_of_this_one() -> None:
    read = consultation(
        note(
            "Workshop on remedies\nConcept note\n\nBackground\n\nA regional consultation was held in Banjul on 4 May 2019. The report of it is available.\n"
        )
    )
    assert "start" not in read
