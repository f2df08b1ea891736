"""Writes down when and where an event is: first and last day, hours, length, the parts of a venue."""

import re
from collections.abc import Sequence

from hrdesk.agenda.concept_note.dates import (
    PART_OF_DAY,
    Dates,
    days_between,
    find_dates,
    find_hours,
    half_days_stated,
)
from hrdesk.agenda.concept_note.finding import Sheet
from hrdesk.agenda.concept_note.places import known_city, read_venue

ZONE_NAMES = (
    (re.compile(r"\b(?:CES?T|(?:Geneva|Central European(?: Summer)?) time)\b"), "Europe/Zurich"),
    (re.compile(r"\b(?:E[SD]T|New York time)\b"), "America/New_York"),
    (re.compile(r"\b(?:GMT|UTC)\b(?!\s?[+-]\s?\d)"), "UTC"),
)
"""What hours are marked with, where no city gives the time zone."""

TRAILING_SIGNS = re.compile(r"^[\s,;:–—-]+|[\s,;:–—-]+$")
LENGTH_AFTER = re.compile(
    r"\s*,?\s*\([^)]{2,40}\)|\s*,?\s*(?:CES?T|E[SD]T|GMT|UTC|Geneva time|\(?local time\)?)", re.IGNORECASE
)
BETWEEN = re.compile(r"(?:\s|,|;|–|-|\b(?:from|de|à|at|on|and|to|a las|y|et)\b|[()])*", re.IGNORECASE)

ONE_SITTING = 4 * 60
"""Minutes up to which a day's hours are one half day; the Council's meetings last three hours."""


def span(text: str, dates: Sequence[Dates]) -> tuple[int, int]:
    """Give where the dates, hours and length in a text begin and end, so that a place can be told from them."""
    pieces = [(each.at, each.until) for each in dates] + [(each.at, each.until) for each in find_hours(text)]
    pieces.sort()
    start, end = pieces[0]
    for at, until in pieces[1:]:
        if BETWEEN.fullmatch(text[end:at]) or LENGTH_AFTER.fullmatch(text[end:at].strip()) or at - end < 3:
            end = max(end, until)
    while (length := LENGTH_AFTER.match(text, end)) is not None and (
        "time" in length.group() or not known_city(length.group())
    ):
        end = length.end()
    weekday = re.search(
        r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,\s|\s(?:and|to)\s|\s?[–&-]\s?))?(?:Mon|Tues"
        r"|Wednes|Thurs|Fri|Satur|Sun)day,?\s*|from\s+|les?\s+|los\s+|el\s+|du\s+|del\s+)$",
        text[:start],
        re.IGNORECASE,
    )
    return (weekday.start() if weekday else start), end


def take_dates(text: str, sheet: Sheet) -> None:
    """Read the first and the last day, the hours and the stated length."""
    if "start" in sheet.consultation:
        return
    dates, hours = find_dates(text), find_hours(text)
    if not dates:
        return
    joined = [dates[0]]
    for each in dates[1:]:
        if each.start >= joined[-1].end and each.at - joined[-1].until < 60:
            joined.append(each)
    sheet.say(start=joined[0].start, end=joined[-1].end)
    if hours:
        sheet.say(start_time=min(each.start for each in hours), end_time=max(each.end for each in hours))
    sheet.say(half_days=half_days_stated(text))
    if PART_OF_DAY.search(text) and days_between(joined[0].start, joined[-1].end) == 1:
        sheet.say(half_days=1)
    if "half_days" not in sheet.consultation and hours:
        days = days_between(joined[0].start, joined[-1].end)
        minutes = sum(each.minutes for each in hours)
        sheet.say(half_days=days * (1 if minutes <= ONE_SITTING and len(hours) == 1 else 2) or None)
    if hours:
        mark_zone(text, sheet)


def mark_zone(text: str, sheet: Sheet) -> None:
    """Note the time zone that hours are marked with; it counts when no city gives one."""
    for pattern, zone in ZONE_NAMES:
        if pattern.search(text):
            sheet.say(marked_zone=zone)


def say_venue(text: str, sheet: Sheet) -> None:
    """Write a place down, part by part."""
    text = re.sub(r"(?<!D\.C)\.$", "", re.sub(r"^the\s", "", text))
    venue = read_venue(text)
    sheet.say(
        venue_as_written=text,
        building=venue.building,
        room=venue.room,
        city=venue.city,
        country=venue.country,
        time_zone=venue.time_zone,
        virtual=venue.virtual or None,
    )


def add_venue(text: str, sheet: Sheet) -> bool:
    """Complete a venue that is only a city so far; False when the venue has a building or a room already."""
    before = str(sheet.consultation.get("venue_as_written", ""))
    if "building" in sheet.consultation or "room" in sheet.consultation:
        return False
    whole = text if before.casefold() in text.casefold() else f"{before}, {text}"
    for name in ("venue_as_written", "building", "room", "city", "country", "time_zone"):
        sheet.consultation.pop(name, None)
    say_venue(whole, sheet)
    return True
