"""When and where: dates, hours and length, venue and time zone, from labels, the title, or the text."""

import re
from collections.abc import Sequence

from hrdesk.agenda.concept_note.dates import (
    days_between,
    find_dates,
    find_hours,
    half_days_stated,
)
from hrdesk.agenda.concept_note.finding import Sheet
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts, Section
from hrdesk.agenda.concept_note.places import ONLINE, ROOM, known_city, read_venue
from hrdesk.agenda.concept_note.setting_told import read_from_text, read_where_told
from hrdesk.agenda.concept_note.venue import (
    ONE_SITTING,
    TRAILING_SIGNS,
    add_venue,
    mark_zone,
    say_venue,
    span,
    take_dates,
)


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
    read_where_told(parts, sheet)
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
    """Read a further line of the title that gives a place."""
    if "venue_as_written" not in sheet.consultation:
        read_where([para], sheet)
    elif para.words <= 16 and add_venue(para.text.strip(" ,;"), sheet):
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
    text = text.replace(" | ", ", ")
    dates = find_dates(text)
    if not dates:
        hours = find_hours(text)
        if hours and "start_time" not in sheet.consultation:
            sheet.say(start_time=hours[0].start, end_time=hours[-1].end)
            where = next((piece for piece in re.split(r"[;(]", text) if piece.strip() and not find_hours(piece)), "")
            if read_venue(where).building and not ONLINE.search(text):
                add_venue(where.strip(" ,;()"), sheet)
            mark_zone(text, sheet)
            sheet.consultation["dates_as_written"] = f"{sheet.consultation.get('dates_as_written', '')}; {text}".strip(
                "; "
            )
        return bool(hours)
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
        dates = find_dates(text)
    start, end = span(text, dates)
    take_dates(text, sheet)
    sheet.say(
        dates_as_written=re.sub(r"^(?:les?|los|el)\s", "", TRAILING_SIGNS.sub("", text[start:end]), flags=re.IGNORECASE)
    )
    before, after = (TRAILING_SIGNS.sub("", part) for part in (text[:start], text[end:]))
    after = re.sub(r"^(?:in|at|à|en)\s+", "", after)
    rest = after or before
    if before and after and is_place(before) and is_place(after):
        rest = f"{before}, {after}"
    if rest and "venue_as_written" not in sheet.consultation and is_place(rest):
        say_venue(rest, sheet)
    return True


def is_place(text: str) -> bool:
    """Tell whether words beside a date name a place that we know, a room or a way to meet online."""
    venue = read_venue(text)
    return bool(known_city(text) or ONLINE.search(text) or ROOM.search(text) or venue.country or venue.building)


def take_all(section: Section, paras: Sequence[Para], sheet: Sheet) -> None:
    """Count a label and its value as understood."""
    for para in paras:
        sheet.take(para)
    if section.heading:
        sheet.head(section.heading)


def complete_half_days(parts: Parts, sheet: Sheet) -> None:
    """Complete the length by what the text states of this event, else by whole days; no day has a length by itself."""
    said = sheet.consultation
    zone = said.pop("marked_zone", None)
    if "city" not in said:
        sheet.say(time_zone=zone)
    if "half_days" in said:
        return
    if said.get("start") == said.get("end") and said.get("start_time") and len(str(said.get("start") or "")) == 10:
        begins, ends = (int(str(said[name])[:2]) * 60 + int(str(said[name])[3:]) for name in ("start_time", "end_time"))
        sheet.say(half_days=1 if ends - begins <= ONE_SITTING else 2)
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
