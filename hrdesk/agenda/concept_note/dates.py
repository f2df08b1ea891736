"""Dates, times of day and lengths as notes write them, read into ISO 8601 and half days.

A month without a day stays a month ("2016-04"): nobody's day is invented.
"""

import datetime
import re
from dataclasses import dataclass

from hrdesk.agenda.concept_note.sentences import LONGEST, NUMBER, halves

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv enero ene",
            "february feb février fevrier févr febrero",
            "march mar mars marzo",
            "april apr avril avr abril abr",
            "may mai mayo",
            "june jun juin junio",
            "july jul juillet juil julio",
            "august aug août aout agosto ago",
            "september sept sep septembre septiembre setiembre",
            "october oct octobre octubre",
            "november nov novembre noviembre",
            "december dec décembre decembre diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}

MONTH = r"(?P<{0}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes"
    r"|miércoles|jueves|viernes|sábado|domingo)"
)
DAY = rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?(?P<{{0}}>\d{{{{1,2}}}})(?:st|nd|rd|th|er|º|°)?"
TO = r"\s*(?:-|–|—|−|/|&|,?\s?\b(?:to|and|until|till|through|au|et|al|a|y|hasta)\b)\s*(?:the\s+)?(?:le\s+|el\s+)?"
OF = r"\s+(?:of\s+|de\s+)?"
YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"


def _pattern(template: str) -> re.Pattern[str]:
    """Fill the parts into a pattern: {D1} a day, {M1} a month, {Y1} a year, {TO} from one to another, {OF} a gap."""
    parts = {"TO": TO, "OF": OF}
    for name, part in (("D", DAY), ("M", MONTH), ("Y", YEAR)):
        for number in "1234":
            parts[f"{name}{number}"] = part.format(f"{name.lower()}{number}")
    return re.compile(template.format(**parts), re.IGNORECASE)


PATTERNS = (
    _pattern(r"(?<!\d){D1}{OF}{M1},?{OF}{Y1}{TO}{D2}{OF}{M2},?{OF}{Y2}"),
    _pattern(r"(?<!\d){D1}{OF}{M1}{TO}{D2}{OF}{M2},?{OF}{Y2}"),
    _pattern(r"(?<!\d){D1}(?:,\s*{D3}(?:,\s*{D4})?)?{TO}{D2}{OF}{M2},?{OF}{Y2}"),
    _pattern(r"(?<!\d){D1}{OF}{M1},?{OF}{Y1}"),
    _pattern(r"\b{M1}\s+{D1}{TO}{M2}\s+{D2},?\s+{Y2}"),
    _pattern(r"\b{M1}\s+{D1}{TO}{D2},?\s+{Y2}"),
    _pattern(r"\b{M1}\s+{D1},?\s+{Y1}"),
)
BARE_PATTERNS = (
    _pattern(r"(?<!\d){D1}{OF}{M1}{TO}{D2}{OF}{M2}\b"),
    _pattern(r"(?<!\d){D1}{TO}{D2}{OF}{M2}\b"),
    _pattern(r"(?<!\d){D1}{OF}{M1}\b"),
)
"""Dates without a year, read only where the year is known from elsewhere."""

MONTH_YEAR = _pattern(r"(?<![\d–-])(?<!\d\s)\b{M1},?{OF}{Y1}")
ISO = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])")
NUMERIC = re.compile(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?![\d])")

TIME = (
    r"(?:(?:12\s)?(?P<w{0}>noon|midday|midi|mediodía|midnight)"
    r"|(?P<h{0}>\d{{1,2}})(?:\s?[:.h]\s?(?P<m{0}>\d\d))?\s?(?:(?P<x{0}>[ap])\.?\s?m\b\.?|(?P<u{0}>hrs?\b"
    r"|hours\b|heures\b|h\b))?)"
)
TIMES = re.compile(
    r"(?<![\d/.–-])(?<![\d]\s)"
    + TIME.format(1)
    + r"\s*(?:-|–|—|−|\b(?:to|until|till|and|à|a|au)\b)\s*"
    + TIME.format(2)
    + r"(?!\s?[./]?\d|%)",
    re.IGNORECASE,
)
MILITARY = re.compile(
    r"\b([01]\d|2[0-3])([0-5]\d)\s*[-–—]\s*([01]\d|2[0-3])([0-5]\d)\s?(?:hrs?|hours)\b", re.IGNORECASE
)

LENGTH = re.compile(
    rf"(?P<half>\b(?:one\s)?half[- ](?:a[- ])?day|\bdemi-journée|\bmedio día|\bmedia jornada)"
    rf"|(?P<number>{NUMBER})[-\s](?:full\s|working\s)?(?:days?|jours?|jornadas?|días?)\b",
    re.IGNORECASE,
)
PART_OF_DAY = re.compile(r"\b(morning|afternoon|evening|lunch(?:time)?|matin|après-midi|mañana|tarde)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Dates:
    """One day or a span, where it stands in the text, and its first and last day in ISO 8601."""

    start: str
    end: str
    at: int
    until: int


def find_dates(text: str, year: int | None = None) -> list[Dates]:
    """Find every date in ``text``, in order; ``year`` is the year of dates that give none."""
    if len(text) > LONGEST:
        return []
    found: list[Dates] = []
    for pattern in (*PATTERNS, *(BARE_PATTERNS if year else ())):
        for match in pattern.finditer(text):
            if all(match.end() <= other.at or match.start() >= other.until for other in found):
                read = _read(match, year)
                if read is not None:
                    found.append(Dates(*read, match.start(), match.end()))
    for match in ISO.finditer(text):
        day = _day(int(match[1]), int(match[2]), int(match[3]))
        if day:
            found.append(Dates(day, day, match.start(), match.end()))
    for match in NUMERIC.finditer(text):
        # The United Nations write the day first; where both could be a month, nobody can be sure.
        first, second = int(match[1]), int(match[3])
        day = (
            _day(int(match[4]), second, first)
            if first > 12
            else _day(int(match[4]), first, second)
            if second > 12
            else ""
        )
        if day:
            found.append(Dates(day, day, match.start(), match.end()))
    for match in MONTH_YEAR.finditer(text):
        if all(match.end() <= other.at or match.start() >= other.until for other in found):
            month = f"{match['y1']}-{MONTHS[match['m1'].casefold()]:02d}"
            found.append(Dates(month, month, match.start(), match.end()))
    return sorted(found, key=lambda dates: dates.at)


def _read(match: re.Match[str], year: int | None) -> tuple[str, str] | None:
    """Read a match into its first and last day; None when the calendar has no such days."""
    parts = match.groupdict()
    last_year = int(parts.get("y2") or parts.get("y1") or year or 0)
    first_year = int(parts.get("y1") or last_year)
    last_month = MONTHS[(parts.get("m2") or parts["m1"] or "").casefold()]
    first_month = MONTHS[parts["m1"].casefold()] if parts.get("m1") else last_month
    if first_month > last_month and not parts.get("y1"):
        first_year -= 1
    first = _day(first_year, first_month, int(parts["d1"]))
    last = _day(last_year, last_month, int(parts["d2"])) if parts.get("d2") else first
    return (first, last) if first and last and first <= last else None


def _day(year: int, month: int, day: int) -> str:
    """Write a day in ISO 8601, "" when the calendar has none such."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


@dataclass(frozen=True)
class Hours:
    """A span of the day ("10:00", "13:00") and where it stands in the text."""

    start: str
    end: str
    at: int
    until: int

    @property
    def minutes(self) -> int:
        """Give its length in minutes."""
        (first, one), (last, other) = (tuple(map(int, time.split(":"))) for time in (self.start, self.end))
        return 60 * (last - first) + other - one


def find_hours(text: str) -> list[Hours]:
    """Find every span of hours in ``text``; two bare numbers, such as days of a month, are none."""
    found = [
        Hours(f"{match[1]}:{match[2]}", f"{match[3]}:{match[4]}", match.start(), match.end())
        for match in MILITARY.finditer(text)
    ]
    for match in TIMES.finditer(text):
        if any(match.start() < other.until and other.at < match.end() for other in found):
            continue
        marked = [name for name in ("m1", "m2", "x1", "x2", "u1", "u2", "w1", "w2") if match[name]]
        if not marked:
            continue
        half = match["x1"] or match["x2"] or ""
        start, end = _time(match, "1", match["x1"] or half), _time(match, "2", match["x2"] or "")
        if start and end and start >= end and not match["x1"]:
            start = _time(match, "1", "a")
        if start and end and start < end:
            found.append(Hours(start, end, match.start(), match.end()))
    return sorted(found, key=lambda hours: hours.at)


def _time(match: re.Match[str], which: str, half: str) -> str:
    """Write one time of a span as hours and minutes of twenty-four; "" when there is none such."""
    word = (match[f"w{which}"] or "").casefold()
    if word:
        return "23:59" if word == "midnight" else "12:00"
    hour, minute = int(match[f"h{which}"]), int(match[f"m{which}"] or 0)
    if half and half.casefold() == "p" and hour < 12:
        hour += 12
    if half and half.casefold() == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""


def half_days_stated(text: str) -> int | None:
    """Read a length such as "2 ½ days", "half-day" or "three-day" into half days; None when none is stated."""
    found = LENGTH.search(text)
    if found is None:
        return None
    if found["half"]:
        return 1
    return halves(found["number"])


def days_between(start: str, end: str) -> int:
    """Count the days of a span of full dates, both ends included; 0 when a day is missing."""
    if len(start) != 10 or len(end) != 10:
        return 0
    return (datetime.date.fromisoformat(end) - datetime.date.fromisoformat(start)).days + 1
