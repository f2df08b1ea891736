"""Regional consultations and briefings held before the main one: under own headings, in lists, in sentences."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hrdesk.agenda.concept_note.dates import find_dates
from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts, Section
from hrdesk.agenda.concept_note.places import ONLINE
from hrdesk.agenda.concept_note.regional_contents import (
    HELD,
    POINTS,
    WITH,
    add_organiser,
    fill,
    partners,
    place_at_front,
    place_in,
    region_of,
)
from hrdesk.agenda.concept_note.regional_headed import read_headed
from hrdesk.agenda.concept_note.regional_listed import read_listed
from hrdesk.agenda.concept_note.sentences import sentences

CONSULTATIONS = re.compile(
    r"\b(?:(?:sub-?)?regional(?:\s\w+)?\s(?:consultations?|meetings?|briefings?|forums?|seminars?)"
    r"|consultations?\s(?:with"
    r"|in|for)\s|briefings?\s(?:session\s)?(?:for|to|with)\s)",
    re.IGNORECASE,
)
CUT_AT = r"(?:;\s(?:and\s)?|,?\s+and\s+|,\s+)(?={}\s(?:the\s)?[A-Z])"
"""Where each of several is told with the same word in front, such as the place, only that word begins the next."""

CUT = re.compile(r"(?:;\s(?:and\s)?|,?\s+and\s+|,\s+)(?=(?:in|on|with|from)\s(?!the\sfollowing))")


def read_regional(parts: Parts, year: int | None, sheet: Sheet) -> None:
    """Read every consultation held before; sections of their own are read first and suffice when there are any."""
    for section in parts.of("regional_one"):
        read_one(section, year, sheet)
    for section in parts.of("regional"):
        listed = read_listed(section.paras, year, sheet)
        listed |= read_headed([para for para in section.paras if para.first not in listed], year, sheet)
        if listed and section.heading:
            sheet.head(section.heading)
        read_paragraphs([para for para in section.paras if para.first not in listed], section, year, sheet)
    if sheet.of("regional_consultation"):
        return
    for section in parts.sections:
        if section.topic in ("agenda", "objectives", "documents", "practices", "outcome", "format") or section.annex:
            continue
        announced = any(CONSULTATIONS.search(para.text) for para in section.paras)
        listed = read_listed(section.paras, year, sheet) if announced else set()
        read_paragraphs([para for para in section.paras if para.first not in listed], None, year, sheet)


def read_one(section: Section, year: int | None, sheet: Sheet) -> None:
    """Read a consultation that has a heading of its own."""
    if section.heading is None or not section.paras:
        return
    heading = section.heading
    text = " ".join(para.text for para in section.paras if not para.mark)
    key = make(heading.text, text, heading.text, (heading.first, section.paras[-1].last), year, sheet)
    fill(key, section.paras, sheet)
    sheet.head(heading)


def make(title: str, text: str, named: str, lines: tuple[int, int], year: int | None, sheet: Sheet) -> str:
    """Write a consultation down with its place and dates, read from ``text``."""
    place, dates_written, start, end, virtual = "", "", "", "", False
    for sentence in sentences(text):
        dates = find_dates(sentence, year)
        if dates and not start and (HELD.search(sentence) or len(text) < 300):
            start, end = dates[0].start, dates[0].end
            lead = re.search(r"\b(from|between|on)\s$", sentence[: dates[0].at], re.IGNORECASE)
            written_from = lead.start() if lead and (lead[1].casefold() == "from" or len(start) == 7) else dates[0].at
            dates_written = sentence[written_from : dates[0].until].strip()
        if not place and (HELD.search(sentence) or len(text) < 300):
            place = place_in(sentence)
        virtual = virtual or (ONLINE.search(sentence) is not None and HELD.search(sentence) is not None)
    virtual = virtual or ONLINE.search(title) is not None
    region = region_of(named) or region_of(text[:300])
    return sheet.add(
        "regional_consultation",
        lines,
        whole=False,
        consultation=CONSULTATION,
        title=title,
        region=region,
        place=place,
        virtual=virtual or None,
        start=start,
        end=end,
        dates_as_written=dates_written,
    )


def read_paragraphs(paras: Sequence[Para], section: Section | None, year: int | None, sheet: Sheet) -> None:
    """Read consultations told in paragraphs: a list after a sentence that announces it, or sentences of their own."""
    key, listing, virtual = "", section is not None, False
    for para in paras:
        told = CONSULTATIONS.search(para.text) is not None
        if para.text.endswith(":") and (not para.mark or POINTS.search(para.text)):
            listing = (told and HELD.search(para.text) is not None) or section is not None
            virtual = ONLINE.search(para.text) is not None
            if POINTS.search(para.text) and (found := of_region(region_of(para.text), sheet)):
                key, listing = found, False
                sheet.head(para)
            continue
        if para.mark and listing and entry(para, year, virtual, sheet):
            continue
        if para.mark and key:
            sheet.add("key_point", para.lines, regional_consultation=key, text=para.text)
            continue
        if para.mark or len(para.text) > 6000:
            continue
        if section is None:
            listing = False
        told_of: list[tuple[int, str]] = []
        all_told = sentences(para.text)
        for place, sentence in enumerate(all_told):
            if not HELD.search(sentence) or not (
                CONSULTATIONS.search(sentence)
                or (section and re.search(r"\bconsultation|briefing|meeting\b", sentence, re.IGNORECASE))
            ):
                continue
            made = read_sentence(sentence, para, year, sheet)
            if made and section is not None and len(made) == 1:
                key = made[0]
                told_of.append((place, key))
        for (place, one), (end, _) in zip(told_of, [*told_of[1:], (len(all_told), "")], strict=False):
            # What follows a consultation's sentence, up to the next one's, is told of it.
            fill(one, [replace(para, text=" ".join(all_told[place:end]))], sheet)
    if section is not None and section.heading and sheet.of("regional_consultation"):
        sheet.head(section.heading)


def of_region(region: str, sheet: Sheet) -> str:
    """Give the one consultation found in a region, "" when there is none or more than one."""
    keys = [found.key for found in sheet.of("regional_consultation") if region and found.values.get("region") == region]
    return keys[0] if len(keys) == 1 else ""


def entry(para: Para, year: int | None, virtual: bool, sheet: Sheet) -> bool:
    """Read one entry of a list of consultations; False when it has neither date nor place."""
    dates, place = find_dates(para.text, year), place_in(para.text) or place_at_front(para.text)
    if not dates and not place:
        return False
    head = re.match(r"(?P<title>[^:]{3,80}?)\s?(?::|\s[–—-]\s)\s", para.text)
    title = head["title"] if head and not find_dates(head["title"], year) else ""
    key = make(title, para.text, para.text, para.lines, year, sheet)
    sheet.amend(key, place=place, virtual=virtual or (ONLINE.search(para.text) is not None) or None)
    if dates:
        sheet.amend(
            key, start=dates[0].start, end=dates[0].end, dates_as_written=para.text[dates[0].at : dates[0].until]
        )
    partners(key, para.text, para, sheet)
    sheet.take(para)
    return True


def read_sentence(sentence: str, para: Para, year: int | None, sheet: Sheet) -> list[str]:
    """Read the consultations of one sentence, each with its place or date and its partner or region."""
    held = HELD.search(sentence)
    if held is None:
        return []
    lead, tail = sentence[: held.end()], sentence[held.end() :]
    virtual = ONLINE.search(sentence) is not None
    several = re.search(r"\b(?:consultations|briefings|meetings)\b", lead + tail[:80]) is not None
    made: list[str] = []
    organised = re.search(r"(?:^|,\s)(?P<who>OHCHR|the\sOffice|UN Human Rights)\b", lead)
    begun = re.match(r"[\s:,]*(in|on|with|from)\s", tail)
    cut = re.compile(CUT_AT.format(begun[1])) if begun and begun[1] == "in" else CUT
    if begun and len(re.findall(rf";\s(?:and\s)?{begun[1]}\s", tail)):
        cut = re.compile(rf";\s(?:and\s)?(?={begun[1]}\s)")
    for piece in cut.split(tail) if several else [sentence]:
        dates = find_dates(piece, year) or ([] if several else find_dates(sentence, year))
        place = place_in(f" {piece}") or place_at_front(piece)
        partner = WITH.search(piece)
        region = region_of(piece)
        if not (place or dates) or (several and not (partner or region)):
            continue
        key = sheet.add(
            "regional_consultation",
            para.lines,
            whole=False,
            consultation=CONSULTATION,
            region=region,
            place=place,
            virtual=virtual or None,
            start=dates[0].start if dates else "",
            end=dates[0].end if dates else "",
            dates_as_written=piece[dates[0].at : dates[0].until]
            if dates and several
            else sentence[dates[0].at : dates[0].until]
            if dates
            else "",
        )
        if organised:
            add_organiser(key, organised["who"], "organiser", para, sheet)
        partners(key, piece, para, sheet)
        made.append(key)
    return made
