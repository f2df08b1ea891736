"""When and where: dates, hours and length, venue and time zone, from labels, the title, or the text."""

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
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts, Section
from hrdesk.agenda.concept_note.places import ONLINE, ROOM, known_city, read_venue
from hrdesk.agenda.concept_note.sentences import sentences

ZONE_NAMES = (
    (re.compile(r"\b(?:CES?T|(?:Geneva|Central European(?: Summer)?) time)\b"), "Europe/Zurich"),
    (re.compile(r"\b(?:E[SD]T|New York time)\b"), "America/New_York"),
    (re.compile(r"\b(?:GMT|UTC)\b(?!\s?[+-]\s?\d)"), "UTC"),
)
"""What hours are marked with, where no city gives the time zone."""

HELD = re.compile(
    r"\b(?:workshop|panel(?: discussion)?|meeting|consultation|seminar|forum|event|briefing|atelier"
    r"|taller|réunion)\b[^.]{0,160}?"
    r"\b(?:will be (?:held|convened|organi[sz]ed)|will take place|is (?:scheduled|planned|to be held"
    r"|being held)|shall be held|is holding|(?:se tiendra|aura lieu|se celebrará|tendrá lugar))\b"
    r"|\b(?:is holding|will (?:hold|convene|organi[sz]e|host)|is (?:organi[sz]ing|convening))"
    r"\b[^.]{0,120}?\b(?:workshop|panel|consultation|seminar|meeting|forum|briefing)\b",
    re.IGNORECASE,
)
TRAILING_SIGNS = re.compile(r"^[\s,;:–—-]+|[\s,;:–—-]+$")
LENGTH_AFTER = re.compile(
    r"\s*,?\s*\([^)]{2,40}\)|\s*,?\s*(?:CES?T|E[SD]T|GMT|UTC|Geneva time|\(?local time\)?)", re.IGNORECASE
)
BETWEEN = re.compile(r"(?:\s|,|;|–|-|\b(?:from|de|à|at|on|and|to|a las|y|et)\b|[()])*", re.IGNORECASE)

ONE_SITTING = 4 * 60
"""Minutes up to which a day's hours are one half day; the Council's meetings last three hours."""


def read_setting(parts: Parts, title_lines: Sequence[Para], sheet: Sheet) -> None:
    """Read when and where the consultation is held."""
    for section in parts.of("date"):
        read_when(section, sheet)
    for section in parts.of("venue"):
        read_where(section.paras, sheet)
        if section.heading and section.paras and section.paras[0].first in sheet.used:
            sheet.head(section.heading)
    for section in parts.of("date_venue"):
        read_both(section, sheet)
    for para in title_lines:
        if find_dates(para.text) or find_hours(para.text):
            if read_line(para.text, sheet):
                sheet.take(para)
        else:
            add_where(para, sheet)
    for section in parts.of("format"):
        for para in section.paras[:1]:
            if para.words < 7 and ONLINE.search(para.text) and "venue_as_written" not in sheet.consultation:
                read_where([para], sheet)
    if "start" not in sheet.consultation:
        read_from_text(parts, sheet)
    complete_half_days(parts, sheet)


def read_when(section: Section, sheet: Sheet) -> None:
    """Read a label that gives dates only."""
    text = " ".join(para.text for para in section.paras)
    if not find_dates(text):
        if find_hours(text) and "start" in sheet.consultation and read_line(text, sheet):
            take_all(section, section.paras, sheet)
        return
    take_dates(text, sheet)
    sheet.say(dates_as_written=text)
    take_all(section, section.paras, sheet)


def read_where(paras: Sequence[Para], sheet: Sheet) -> None:
    """Read lines that give a place only."""
    if not paras or "venue_as_written" in sheet.consultation:
        return
    used = [para for para in paras[:4] if not para.prose or ONLINE.search(para.text) or known_city(para.text)]
    text = ", ".join(para.text.strip(" ,;") for para in used)
    if text:
        say_venue(text, sheet)
        for para in used:
            sheet.take(para)


def add_where(para: Para, sheet: Sheet) -> None:
    """Read a further line of the title that gives a place; it completes a city that a line with the dates named."""
    before = str(sheet.consultation.get("venue_as_written", ""))
    if not before:
        read_where([para], sheet)
        return
    if "building" in sheet.consultation or "room" in sheet.consultation or para.words > 16:
        return
    text = para.text.strip(" ,;")
    whole = text if before.casefold() in text.casefold() else f"{before}, {text}"
    for name in ("venue_as_written", "building", "room", "city", "country", "time_zone"):
        sheet.consultation.pop(name, None)
    say_venue(whole, sheet)
    sheet.take(para)


def read_both(section: Section, sheet: Sheet) -> None:
    """Read a label that gives dates and place together, on lines of their own or on one."""
    where: list[Para] = []
    for para in section.paras:
        if find_dates(para.text) or (find_hours(para.text) and "start" in sheet.consultation):
            if not read_line(para.text, sheet):
                continue
        elif para.words < 30:
            where.append(para)
        else:
            continue
        sheet.take(para)
    read_where(where, sheet)
    if section.heading and ("start" in sheet.consultation or where):
        sheet.head(section.heading)


def read_line(text: str, sheet: Sheet) -> bool:
    """Read one line with dates and perhaps a place before or after them; False when it gives no date."""
    dates = find_dates(text)
    if not dates:
        hours = find_hours(text)
        if hours and "start_time" not in sheet.consultation:
            sheet.say(start_time=hours[0].start, end_time=hours[-1].end)
            mark_zone(text, sheet)
            sheet.consultation["dates_as_written"] = f"{sheet.consultation.get('dates_as_written', '')}; {text}".strip(
                "; "
            )
        return bool(hours)
    start, end = span(text, dates)
    take_dates(text, sheet)
    sheet.say(dates_as_written=TRAILING_SIGNS.sub("", text[start:end]))
    before, after = (TRAILING_SIGNS.sub("", part) for part in (text[:start], text[end:]))
    after = re.sub(r"^(?:in|at|à|en)\s+", "", after)
    rest = after or before
    if rest and "venue_as_written" not in sheet.consultation:
        is_place = (
            known_city(rest)
            or ONLINE.search(rest)
            or ROOM.search(rest)
            or read_venue(rest).country
            or read_venue(rest).building
        )
        if is_place:
            say_venue(rest, sheet)
    return True


def span(text: str, dates: Sequence[Dates]) -> tuple[int, int]:
    """Give where the dates, hours and length in a text begin and end, so that a place can be told from them."""
    pieces = [(each.at, each.until) for each in dates] + [(each.at, each.until) for each in find_hours(text)]
    pieces.sort()
    start, end = pieces[0]
    for at, until in pieces[1:]:
        if BETWEEN.fullmatch(text[end:at]) or LENGTH_AFTER.fullmatch(text[end:at].strip()) or at - end < 3:
            end = max(end, until)
    while (length := LENGTH_AFTER.match(text, end)) is not None and not known_city(length.group()):
        end = length.end()
    weekday = re.search(
        r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*|from\s+|du\s+|del\s+)$", text[:start], re.IGNORECASE
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


def take_all(section: Section, paras: Sequence[Para], sheet: Sheet) -> None:
    """Count a label and its value as understood."""
    for para in paras:
        sheet.take(para)
    if section.heading:
        sheet.head(section.heading)


def read_from_text(parts: Parts, sheet: Sheet) -> None:
    """Read dates and place from the first sentence that says when this event will be held."""
    for section in parts.sections:
        if section.topic in ("regional", "regional_one", "previous", "documents") or section.annex:
            continue
        for para in section.paras:
            for sentence in sentences(para.text):
                dates = find_dates(sentence)
                if not dates or not HELD.search(sentence) or "consultations" in sentence:
                    continue
                take_dates(sentence, sheet)
                start, end = span(sentence, dates)
                sheet.say(dates_as_written=TRAILING_SIGNS.sub("", sentence[start:end]))
                place = re.match(
                    r"\s*,?\s*(?:in|at|à|en)\s+([^.;]{3,90}?)(?=\s*(?:[.;]|,\s(?:with|and|to|which)"
                    r"|\s(?:with|to|and will)\s|$))",
                    sentence[end:],
                )
                before = re.search(
                    r"\b(?:in|at)\s+((?:the\s)?[A-Z][^,.;]{2,60}(?:,\s[A-Z][^,.;]{2,40})?),?\s*(?:on\s+|from\s+)?$",
                    sentence[:start],
                )
                found = place or before
                if found and (known_city(found[1]) or read_venue(found[1]).country):
                    if "venue_as_written" not in sheet.consultation:
                        say_venue(found[1].strip(), sheet)
                elif ONLINE.search(sentence) and "venue_as_written" not in sheet.consultation:
                    sheet.say(virtual=True)
                return


def complete_half_days(parts: Parts, sheet: Sheet) -> None:
    """Complete the length by what the text states of this event, else by whole days; no day has a length by itself."""
    said = sheet.consultation
    zone = said.pop("marked_zone", None)
    if "city" not in said:
        sheet.say(time_zone=zone)
    if "half_days" in said:
        return
    title = f"{said.get('title', '')} {said.get('subtitle', '')}"
    sheet.say(half_days=half_days_stated(title))
    lasting = re.compile(
        r"\b(?:will last|(?:be )?held (?:for|over)|will run for|intersessional|organi[sz]e an?|convene "
        r"an?|hold an?)\b[^.]{0,60}",
        re.IGNORECASE,
    )
    for section in parts.sections:
        if (
            section.topic in ("format", "methodology", "background", "mandate", "objectives", "", "participants")
            and not section.annex
        ):
            for para in section.paras:
                for found in lasting.finditer(para.text[:5000]):
                    sheet.say(half_days=half_days_stated(found.group()))
    days = days_between(str(said.get("start") or ""), str(said.get("end") or ""))
    if days > 1:
        sheet.say(half_days=2 * days)
