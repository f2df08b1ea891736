"""Dates and hours in six languages, letter by letter."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.language import LANGUAGES
from hrdesk.language.dates import date_range, date_text, moment_text, time_text

_NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", "29 أيلول/سبتمبر 2011"),
        ("zh", "2011年9月29日"),
        ("en", "29 September 2011"),
        ("fr", "29 septembre 2011"),
        ("ru", "29 сентября 2011 года"),
        ("es", "29 de septiembre de 2011"),
    ],
)
def test_a_day_is_written_as_in_documents(language: str, expected: str) -> None:
    assert date_text("2011-09-29", language) == expected


@pytest.mark.parametrize(
    ("language", "month", "year"),
    [
        ("ar", "كانون الأول/ديسمبر 2012", "2012"),
        ("zh", "2012年12月", "2012年"),
        ("en", "December 2012", "2012"),
        ("fr", "décembre 2012", "2012"),
        ("ru", "декабрь 2012 года", "2012 год"),
        ("es", "diciembre de 2012", "2012"),
    ],
)
def test_what_is_not_known_of_a_date_is_left_out(language: str, month: str, year: str) -> None:
    assert date_text("2012-12", language) == month
    assert date_text("2012", language) == year


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert date_text("2015-10-01", "fr") == "1er octobre 2015"
    assert date_text("2015-10-11", "fr") == "11 octobre 2015"


def test_arabic_months_have_both_names() -> None:
    assert [date_text(f"2020-{month:02}-05", "ar") for month in (1, 6, 7, 10, 11)] == [
        "5 كانون الثاني/يناير 2020",
        "5 حزيران/يونيه 2020",
        "5 تموز/يوليه 2020",
        "5 تشرين الأول/أكتوبر 2020",
        "5 تشرين الثاني/نوفمبر 2020",
    ]


@pytest.mark.parametrize(
    "text", ["", "On April 2016", "2013-02-30", "2013-13", "2013-00", "2013-01-00", "0000", "13-1-1"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_date_is_given_back(language: str, text: str) -> None:
    assert date_text(text, language) == text


@pytest.mark.parametrize(
    ("language", "same_month", "two_months", "two_years", "neighbours"),
    [
        (
            "ar",
            "من 12 إلى 14 كانون الأول/ديسمبر 2012",
            "من 27 شباط/فبراير إلى 24 آذار/مارس 2017",
            "من 30 كانون الأول/ديسمبر 2012 إلى 2 كانون الثاني/يناير 2013",
            "21 و22 تشرين الأول/أكتوبر 2019",
        ),
        (
            "zh",
            "2012年12月12日至14日",
            "2017年2月27日至3月24日",
            "2012年12月30日至2013年1月2日",
            "2019年10月21日和22日",
        ),
        (
            "en",
            "12 to 14 December 2012",
            "27 February to 24 March 2017",
            "30 December 2012 to 2 January 2013",
            "21 and 22 October 2019",
        ),
        (
            "fr",
            "12-14 décembre 2012",
            "27 février-24 mars 2017",
            "30 décembre 2012-2 janvier 2013",
            "21 et 22 octobre 2019",
        ),
        (
            "ru",
            "12–14 декабря 2012 года",
            "27 февраля – 24 марта 2017 года",
            "30 декабря 2012 года – 2 января 2013 года",
            "21 и 22 октября 2019 года",
        ),
        (
            "es",
            "12 a 14 de diciembre de 2012",
            "27 de febrero a 24 de marzo de 2017",
            "30 de diciembre de 2012 a 2 de enero de 2013",
            "21 y 22 de octubre de 2019",
        ),
    ],
)
def test_a_range_says_once_what_both_ends_share(
    language: str, same_month: str, two_months: str, two_years: str, neighbours: str
) -> None:
    assert date_range("2012-12-12", "2012-12-14", language) == same_month
    assert date_range("2017-02-27", "2017-03-24", language) == two_months
    assert date_range("2012-12-30", "2013-01-02", language) == two_years
    assert date_range("2019-10-21", "2019-10-22", language) == neighbours


def test_neighbouring_days_of_two_months_or_years_are_joined_too() -> None:
    assert date_range("2019-10-31", "2019-11-01", "fr") == "31 octobre et 1er novembre 2019"
    assert date_range("2012-12-31", "2013-01-01", "en") == "31 December 2012 and 1 January 2013"


def test_a_range_of_one_day_or_with_one_end_is_a_date() -> None:
    assert date_range("2016-11-09", "2016-11-09", "en") == "9 November 2016"
    assert date_range("2016-11-09", "", "en") == date_range("", "2016-11-09", "en") == "9 November 2016"
    assert date_range("", "", "en") == ""


def test_a_range_of_months_keeps_its_months() -> None:
    assert date_range("2012-10", "2012-12", "en") == "October to December 2012"
    assert date_range("2012-10", "2012-12", "ru") == "октябрь–декабрь 2012 года"
    assert date_range("2012-10", "2012-12", "zh") == "2012年10月至12月"
    assert date_range("2012-10", "2012-12-14", "en") == "October to 14 December 2012"
    assert date_range("2012", "2013", "en") == "2012 to 2013"


def test_a_range_with_an_end_that_is_no_date_shows_both() -> None:
    assert date_range("2016-04-01", "end of April", "en") == "1 April 2016 – end of April"


@settings(deadline=None, max_examples=100)
@given(
    st.dates(min_value=date(1945, 1, 1), max_value=date(2099, 1, 1)), st.integers(0, 800), st.sampled_from(LANGUAGES)
)
def test_every_range_names_both_days_and_the_last_year(start: date, length: int, language: str) -> None:
    end = start + timedelta(days=length)
    text = date_range(start.isoformat(), end.isoformat(), language)
    assert all(str(figure) in text for figure in (start.day, end.day, end.year))
    assert " ".join(text.split()) == text


@pytest.mark.parametrize(
    ("language", "morning", "afternoon", "noon", "midnight"),
    [
        ("ar", "الساعة 10:00", "الساعة 14:30", "الساعة 12:00", "الساعة 0:00"),
        ("zh", "上午10时", "下午2时30分", "中午12时", "零时"),
        ("en", "10 a.m.", "2.30 p.m.", "noon", "midnight"),
        ("fr", "10 heures", "14 h 30", "12 heures", "0 heure"),
        ("ru", "10 час. 00 мин.", "14 час. 30 мин.", "12 час. 00 мин.", "0 час. 00 мин."),
        ("es", "10.00 horas", "14.30 horas", "12.00 horas", "0.00 horas"),
    ],
)
def test_an_hour_is_written_as_in_documents(
    language: str, morning: str, afternoon: str, noon: str, midnight: str
) -> None:
    written = [time_text(hour, language).replace(_NO_BREAK, " ") for hour in ("10:00", "14:30", "12:00:00", "00:00")]
    assert written == [morning, afternoon, noon, midnight]


def test_an_hour_does_not_break_over_two_lines() -> None:
    assert time_text("14:30", "en") == "2.30\u00a0p.m."
    assert time_text("12:05", "en") == "12.05\u00a0p.m."
    assert time_text("00:05", "en") == "12.05\u00a0a.m."
    assert time_text("afternoon", "en") == "afternoon"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", "12 كانون الأول/ديسمبر 2012، الساعة 14:30"),
        ("zh", "2012年12月12日下午2时30分"),
        ("en", "12 December 2012, 2.30 p.m."),
        ("fr", "12 décembre 2012, 14 h 30"),
        ("ru", "12 декабря 2012 года, 14 час. 30 мин."),
        ("es", "12 de diciembre de 2012, 14.30 horas"),
    ],
)
def test_a_moment_is_a_date_and_an_hour(language: str, expected: str) -> None:
    assert moment_text("2012-12-12T14:30:59", language).replace(_NO_BREAK, " ") == expected


def test_a_moment_is_told_in_the_time_of_the_venue() -> None:
    geneva = ZoneInfo("Europe/Zurich")
    assert moment_text("2012-12-12T23:30:00Z", "zh", geneva) == "2012年12月13日零时30分"
    assert moment_text("2012-12-12T23:30:00+00:00", "zh") == "2012年12月12日下午11时30分"
    assert moment_text("2012-12-12T10:00", "zh", geneva) == "2012年12月12日上午10时"
    assert moment_text("2012-12-12", "en", geneva) == "12 December 2012"
    assert moment_text("soon", "en") == "soon"


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_a_moment_at_the_end_of_the_calendar_is_told_in_its_own_zone(at: str) -> None:
    for zone in ("Asia/Tokyo", "America/New_York"):
        assert moment_text(at, "en", ZoneInfo(zone))
