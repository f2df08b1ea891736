"""When and where, told in running text: "The workshop will be held in Vienna on 13 May 2011, from 9.30 a.m. …"."""

import re

from hrdesk.agenda.concept_note.dates import find_dates, find_hours
from hrdesk.agenda.concept_note.finding import Sheet
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.places import ONLINE, known_city, read_venue
from hrdesk.agenda.concept_note.sentences import sentences
from hrdesk.agenda.concept_note.venue import TRAILING_SIGNS, add_venue, say_venue, span, take_dates

HELD = re.compile(
    r"\b(?:workshop|panel(?: discussion)?|meeting|consultation|seminar|forum|event|briefing|atelier"
    r"|taller|réunion)\b[^.]{0,160}?"
    r"\b(?:will be (?:held|convened|organi[sz]ed)|will take place|is (?:scheduled|planned|to be held"
    r"|being held)|shall be held|is holding|(?:se tiendra|aura lieu|se celebrará|tendrá lugar))\b"
    r"|\b(?:is holding|will (?:hold|convene|organi[sz]e|host)|is (?:organi[sz]ing|convening))"
    r"\b[^.]{0,120}?\b(?:workshop|panel|consultation|seminar|meeting|forum|briefing)\b",
    re.IGNORECASE,
)

AT_PLACE = re.compile(
    r"\b(?:take place|held|meet|convene)\s(?:in person\s|physically\s)?(?:in"
    r"|at)\s(?P<place>(?:the\s)?[A-Z][^;]{3,140}?)"
    r"(?=,?\s(?:from|on|with|between|starting|to|and will|which|where)\s|\.(?:\s|$)|;|$)"
)


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
                    r"\b(?:in|at)\s+((?:the\s)?[A-Z][^,.;]{2,60}?(?:,\s[A-Z][^,.;]{2,40}?)?),?\s*(?:on\s+|from\s+)?$",
                    sentence[:start],
                )
                found = place or before
                if found and (known_city(found[1]) or read_venue(found[1]).country):
                    if "venue_as_written" not in sheet.consultation:
                        say_venue(found[1].strip(), sheet)
                elif ONLINE.search(sentence) and "venue_as_written" not in sheet.consultation:
                    sheet.say(virtual=True)
                return


def read_where_told(parts: Parts, sheet: Sheet) -> None:
    """Read the building and the hours from a sentence that gives them without the day."""
    for section in parts.sections:
        if section.topic in ("regional", "regional_one", "previous", "documents", "agenda") or section.annex:
            continue
        for para in section.paras:
            for sentence in sentences(para.text):
                if find_dates(sentence) or not HELD.search(sentence):
                    continue
                found = AT_PLACE.search(sentence)
                if found and read_venue(found["place"]).building:
                    add_venue(re.sub(r"^the\s", "", found["place"].strip()), sheet)
                hours = find_hours(sentence)
                if hours and "start" in sheet.consultation and found:
                    sheet.say(start_time=hours[0].start, end_time=hours[-1].end)
