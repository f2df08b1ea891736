"""Regional consultations listed by region, with place and date in brackets: "Africa (Tunis, 15 July 2019), …"."""

import re
from collections.abc import Sequence

from hrdesk.agenda.concept_note.dates import find_dates
from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.places import ONLINE
from hrdesk.agenda.concept_note.regional_contents import (
    POINTS,
    add_organiser,
    partners,
    place_at_front,
    region_of,
)
from hrdesk.agenda.concept_note.sentences import listed_bodies

REGION = (
    r"(?:Africa|(?:the )?Americas|Latin America|(?:Western |Eastern |Central )?Europe|(?:Central |South-East )?Asia"
    r"|(?:the )?Pacific|(?:the )?Arab (?:region|States)|(?:the )?Middle East|North Africa|(?:the )?Caribbean|MENA)"
)
LISTED = re.compile(
    rf"(?P<region>(?:\b[Tt]he\s)?\b{REGION}(?:(?:,?\s(?:and\s)?|-|/)(?:the\s)?{REGION})*)"
    r"(?:\s(?:consultation|meeting|region|forum|system))?\s?\((?P<inside>[^()]{6,90})\)"
)


ANNOUNCED = re.compile(
    r"\b(?:consultations|meetings)\s(?:were|have been)\s(?:\w+\s)?(?:held|organi[sz]ed|convened)\b[^.;:]{0,60}:\s",
    re.IGNORECASE,
)
PLACED = re.compile(
    r"(?:\bin\s|,\s(?:and\s)?|\sand\s|:\s)?(?P<place>[A-Z][^,;():]{2,40}?(?:,\sD\.C\.)?)\s\((?P<date>[^()]{6,40})\)"
)
PARTNERED = re.compile(
    rf"(?P<region>(?:\b[Tt]he\s)?\b{REGION}(?:(?:\sand\s|-)(?:the\s)?{REGION})*),?\son\s(?P<date>\d[^();]{{5,40}}?)"
    r"\s\((?:held\s)?(?:jointly\s|together\s|in cooperation\s)?with\s(?:the\s)?(?P<who>[^()]{3,300})\)"
)
FEWEST = 2
"""Consultations of a sentence that make it a list."""


def read_listed(paras: Sequence[Para], year: int | None, sheet: Sheet) -> set[int]:
    """Read the consultations so listed in the paragraphs, with the key points below each; give the lines read."""
    read: set[int] = set()
    key = ""
    for para in paras:
        if para.mark and key and not LISTED.search(para.text):
            sheet.add("key_point", para.lines, regional_consultation=key, text=para.text)
            read.add(para.first)
            continue
        if several := in_one_sentence(para, year, sheet):
            read.update(several)
            continue
        found = list(LISTED.finditer(para.text[:4000]))
        dated = [each for each in found if find_dates(each["inside"], year)]
        key = ""
        for place, each in enumerate(dated):
            until = dated[place + 1].start() if place + 1 < len(dated) else len(para.text)
            key = add_one(each, para.text[each.end() : until], para, year, sheet)
            read.add(para.first)
        if key and len(dated) == 1 and not POINTS.search(para.text):
            key = ""
        if dated and (para.text.startswith(dated[0].group()) or len(dated) > 1):
            sheet.take(para)
    return read


def in_one_sentence(para: Para, year: int | None, sheet: Sheet) -> set[int]:
    """Read "in Banjul (2 May 2009), Strasbourg (…)" or "Africa, on 9 May 2025 (with the …); …"; give the line read."""
    text = para.text[:4000]
    announced = ANNOUNCED.search(text)
    if announced is None:
        return set()
    placed = [
        found
        for found in PLACED.finditer(text, announced.end())
        if place_at_front(found["place"]) and find_dates(found["date"], year)
    ]
    partnered = [found for found in PARTNERED.finditer(text, announced.end() - 1) if find_dates(found["date"], year)]
    chosen = placed if len(placed) > len(partnered) else partnered
    if len(chosen) < FEWEST:
        return set()
    virtual = ONLINE.search(text[: chosen[0].start()]) is not None or None
    for found in chosen:
        dates = find_dates(found["date"], year)[0]
        named = found.groupdict()
        region = re.sub("^the ", "", named.get("region") or "", flags=re.IGNORECASE)
        key = sheet.add(
            "regional_consultation",
            para.lines,
            whole=False,
            consultation=CONSULTATION,
            region=(region_of(region) or region) if region else "",
            place=place_at_front(named.get("place") or ""),
            virtual=virtual,
            start=dates.start,
            end=dates.end,
            dates_as_written=found["date"][dates.at : dates.until],
        )
        if named.get("who"):
            for name in listed_bodies(found["who"]):
                add_organiser(key, name, "co_organiser", para, sheet)
    return {para.first}


def add_one(found: re.Match[str], after: str, para: Para, year: int | None, sheet: Sheet) -> str:
    """Write one of them down and give its key."""
    inside = found["inside"]
    dates = find_dates(inside, year)
    region = re.sub("^the ", "", found["region"], flags=re.IGNORECASE)
    key = sheet.add(
        "regional_consultation",
        para.lines,
        whole=False,
        consultation=CONSULTATION,
        region=region_of(region) or region,
        place=place_at_front(inside),
        virtual=ONLINE.search(inside) is not None or None,
        start=dates[0].start,
        end=dates[0].end,
        dates_as_written=inside[dates[0].at : dates[0].until],
    )
    partners(key, after.split(".")[0] if "D.C." not in after else after, para, sheet)
    return key
