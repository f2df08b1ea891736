"""Dates and hours as the documents of the United Nations write them, in the six languages.

Own tables instead of CLDR, which knows "September 29, 2011" and the single Arabic month name where the United
Nations writes "29 September 2011" and "29 أيلول/سبتمبر 2011". Figures are European digits in all six languages:
so stand they in the Arabic documents looked at (A/65/L.78, A/C.3/72/L.1, the report of the treaty body chairs of
2020), and a date then looks the same in a table as in a sentence.

Dates come as ISO 8601 and may lack the day or the month ("2016-04", "2016"), because concept notes do. What is
not such a date is given back as it stands: nothing that somebody wrote is lost or made to look like a date.
"""

import contextlib
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from hrdesk.language.tables import AND, row

_MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": row("January February March April May June July August September October November December"),
    "fr": row("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "es": row("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    "ru": row("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    "ar": (
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيه",
        "تموز/يوليه",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ),
}
_RUSSIAN_MONTHS_ALONE = row("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")
"""Without a day the Russian month stands in the nominative."""

_TO = {"ar": " إلى ", "zh": "至", "en": " to ", "fr": "-", "ru": "\u2013", "es": " a "}
"""Between the ends of a range. Seen: A/HRC/35/2 "6-23 juin 2017", A/HRC/5/21 "11 a 18 de junio de 2007", the
Chinese template "2016年2月29日至3月24日", Arabic "من 27 إلى 30 تموز/يوليه 2020". English and Russian: house choice."""

_BETWEEN_DATE_AND_TIME = {"ar": "، ", "zh": "", "en": ", ", "fr": ", ", "ru": ", ", "es": ", "}

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_ISO_TIME = re.compile(r"(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?")
_NO_BREAK = "\u00a0"
_NOON = 12


class _Day(NamedTuple):
    """A date as far as it is known; 0 stands for a part that is not."""

    year: int
    month: int
    day: int


def date_text(iso: str, language: str) -> str:
    """Write a date: "29 September 2011", "septembre 2011", "2011年9月29日"."""
    day = _parsed(iso)
    return _written(day, language) if day else iso


def date_range(start: str, end: str, language: str) -> str:
    """Write a stretch of days, saying once what both ends share: "12 to 14 December 2012"."""
    if not start or not end or start == end:
        return date_text(start or end, language)
    first, last = _parsed(start), _parsed(end)
    if not first or not last:
        return f"{date_text(start, language)} \u2013 {date_text(end, language)}"
    left, right = _without_shared(first, last, language)
    if _follow_each_other(first, last):
        return left + AND[language] + right  # "8 and 9 October 2014", as in the reports' own sentences
    to = _TO[language]
    if language == "ar":
        return f"من {left}{to}{right}"
    if language == "ru" and " " in left:  # a dash between more than bare figures stands free
        to = f" {to} "
    return left + to + right


def time_text(iso: str, language: str) -> str:
    """Write an hour of the day ("14:30"): "2.30 p.m.", "14 h 30", "14 час. 30 мин.", "下午2时30分".

    English as in the Editorial Manual, Russian as in the summary records (CERD/C/SR.1523: "15 час. 00 мин.").
    """
    found = _ISO_TIME.fullmatch(iso)
    if not found:
        return iso
    hour, minute = int(found[1]), int(found[2])
    if language == "en":
        return _english_time(hour, minute)
    if language == "zh":
        return _chinese_time(hour, minute)
    if language == "fr":
        if minute:
            return f"{hour}{_NO_BREAK}h{_NO_BREAK}{minute:02}"
        return f"{hour}{_NO_BREAK}heure{'s' if hour > 1 else ''}"
    if language == "es":
        return f"{hour}.{minute:02}{_NO_BREAK}horas"
    if language == "ru":
        return f"{hour}{_NO_BREAK}час.{_NO_BREAK}{minute:02}{_NO_BREAK}мин."
    return f"الساعة {hour}:{minute:02}"


def moment_text(iso: str, language: str, zone: tzinfo | None = None) -> str:
    """Write a date and hour, moved to ``zone`` (the venue's) when it is given and the moment names its own."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if "T" not in iso and " " not in iso:
        return date_text(iso, language)
    if zone is not None and moment.tzinfo is not None:
        with contextlib.suppress(OverflowError):  # at either end of the calendar another zone is beyond it
            moment = moment.astimezone(zone)
    day, hour = moment.date().isoformat(), moment.strftime("%H:%M")
    return date_text(day, language) + _BETWEEN_DATE_AND_TIME[language] + time_text(hour, language)


def _parsed(iso: str) -> _Day | None:
    """Read an ISO date, whole or in part; None for anything else, such as the 30th of February."""
    found = _ISO_DATE.fullmatch(iso)
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if (found[2] and not month) or (found[3] and not day):
        return None
    return _Day(year, month, day)


def _written(day: _Day, language: str) -> str:
    """Write the parts of a date that are not 0."""
    if language == "zh":
        parts = zip(day, "年月日", strict=True)
        return "".join(f"{figure}{unit}" for figure, unit in parts if figure)
    months = _RUSSIAN_MONTHS_ALONE if language == "ru" and not day.day else _MONTHS[language]
    words = [
        "1er" if language == "fr" and day.day == 1 else str(day.day or ""),
        months[day.month - 1] if day.month else "",
        str(day.year or ""),
    ]
    text = (" de " if language == "es" else " ").join(word for word in words if word)
    if language == "ru" and day.year:
        return text + (" года" if day.month else " год")  # "года", not "г.": so the Council's resolutions (5/1)
    return text


def _without_shared(first: _Day, last: _Day, language: str) -> tuple[str, str]:
    """Write both ends without repeating year and month: Chinese leaves them out at the end, others at the start."""
    year = first.year == last.year and bool(first.month and last.month)
    month = year and first.month == last.month and bool(first.day and last.day)
    shared = _Day(0 if year else 1, 0 if month else 1, 1)
    if language == "zh":
        last = _Day(*(part * keep for part, keep in zip(last, shared, strict=True)))
    else:
        first = _Day(*(part * keep for part, keep in zip(first, shared, strict=True)))
    return _written(first, language), _written(last, language)


def _follow_each_other(first: _Day, last: _Day) -> bool:
    """Tell whether ``last`` is the day after ``first``."""
    return bool(first.day and last.day) and date(*last) - date(*first) == timedelta(days=1)


def _english_time(hour: int, minute: int) -> str:
    if minute == 0 and hour % _NOON == 0:
        return "noon" if hour == _NOON else "midnight"
    figures = f"{hour % _NOON or _NOON}" + (f".{minute:02}" if minute else "")
    return figures + _NO_BREAK + ("a.m." if hour < _NOON else "p.m.")


def _chinese_time(hour: int, minute: int) -> str:
    minutes = f"{minute:02}分" if minute else ""
    if hour == 0:
        return f"零时{minutes}"
    if hour == _NOON:
        return f"中午12时{minutes}"
    return f"{'上午' if hour < _NOON else '下午'}{hour % _NOON}时{minutes}"
