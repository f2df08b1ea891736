"""Regional consultations listed by region, with place and date in brackets: "Africa (Tunis, 15 July 2019), …"."""

import re
from collections.abc import Sequence

from hrdesk.agenda.concept_note.dates import find_dates
from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.places import ONLINE
from hrdesk.agenda.concept_note.regional_contents import (
    POINTS,
    partners,
    place_at_front,
    region_of,
)

REGION = (
    r"(?:Africa|(?:the )?Americas|Latin America|(?:Western |Eastern |Central )?Europe|(?:Central |South-East )?Asia"
    r"|(?:the )?Pacific|(?:the )?Arab (?:region|States)|(?:the )?Middle East|North Africa|(?:the )?Caribbean|MENA)"
)
LISTED = re.compile(
    rf"(?P<region>(?:\b[Tt]he\s)?\b{REGION}(?:(?:,?\s(?:and\s)?|-|/)(?:the\s)?{REGION})*)"
    r"(?:\s(?:consultation|meeting|region|forum|system))?\s?\((?P<inside>[^()]{6,90})\)"
)


def read_listed(paras: Sequence[Para], year: int | None, sheet: Sheet) -> set[int]:
    """Read the consultations so listed in the paragraphs, with the key points below each; give the lines read."""
    read: set[int] = set()
    key = ""
    for para in paras:
        if para.mark and key and not LISTED.search(para.text):
            sheet.add("key_point", para.lines, regional_consultation=key, text=para.text)
            read.add(para.first)
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
