"""Regional consultations that begin on a line of their own: "Americas – Washington D.C., 14 May 2014"."""

import re
from collections.abc import Sequence

from hrdesk.agenda.concept_note.dates import find_dates
from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.marks import inline_items
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.places import ONLINE
from hrdesk.agenda.concept_note.regional_contents import (
    POINTS,
    add_organiser,
    fill,
    place_at_front,
    place_in,
    region_of,
)
from hrdesk.agenda.concept_note.sentences import listed_bodies, sentences

LONGEST_HEAD = 14
"""Words of a line that heads a consultation."""

OF_ALL = re.compile(r"(?:The\s)?[Pp]articipants (?:in|to|at|of) (?:the|these|all) (?:\w+\s)?consultations\b")
"""Words after which a paragraph is told of all consultations and not of the last."""

OFFICE = re.compile(r"(?:OHCHR|Office of the (?:United Nations )?High Commissioner(?: for Human Rights)?)\b")


def read_headed(paras: Sequence[Para], year: int | None, sheet: Sheet) -> set[int]:
    """Read the consultations so begun, each with what stands below it; give the lines read."""
    heads = [place for place, para in enumerate(paras) if heads_consultation(para, year)]
    read: set[int] = set()
    for place, until in zip(heads, [*heads[1:], len(paras)], strict=False):
        head = paras[place]
        below: list[Para] = []
        for para in paras[place + 1 : until]:
            if OF_ALL.match(para.text):
                break
            below.append(para)
        line, _, told = parted(head.text)
        key = add_headed(line, head, year, sheet)
        if told:
            read_told(key, told, head, sheet)
        fill(key, below, sheet)
        sheet.take(head)
        read.update(para.first for para in (head, *below))
    return read


def parted(text: str) -> tuple[str, str, str]:
    """Part a line at the colon after its date: what heads it and what it tells."""
    return text.partition(": ")


def heads_consultation(para: Para, year: int | None) -> bool:
    """Tell whether a line begins a consultation: a region or place we know, and one date, and no sentence."""
    line, _, told = parted(para.text)
    dates = find_dates(line, year)
    if (
        para.mark
        or len(line.split()) > LONGEST_HEAD
        or len(dates) != 1
        or (not told and para.text.endswith((".", ":")))
    ):
        return False
    before = line[: dates[0].at]
    if line[dates[0].until :].strip(" ().,") and not ONLINE.search(line[dates[0].until :]):
        return False
    return bool(place_at_front(before) or region_of(before)) and before.rstrip(" (").endswith(
        (",", "–", "-", "—", "from")
    )


def add_headed(line: str, head: Para, year: int | None, sheet: Sheet) -> str:
    """Write the consultation down with the region, place and date of the line, and give its key."""
    dates = find_dates(line, year)[0]
    before = re.sub(r"\bfrom\s$", "", line[: dates.at])
    pieces = [piece.strip(" ,(") for piece in re.split(r"\s[–—-]\s|:\s", before) if piece.strip(" ,(")]
    region = region_of(pieces[0]) if pieces else ""
    place = pieces[-1] if len(pieces) > 1 and place_at_front(pieces[-1]) else place_in(f"in {before}")
    return sheet.add(
        "regional_consultation",
        head.lines,
        whole=False,
        consultation=CONSULTATION,
        region=region,
        place=place or place_at_front(before),
        virtual=ONLINE.search(line) is not None or None,
        start=dates.start,
        end=dates.end,
        dates_as_written=line[dates.at : dates.until],
    )


def read_told(key: str, told: str, head: Para, sheet: Sheet) -> None:
    """Read what follows the colon: the bodies that held it and its key points."""
    lead, items = inline_items(told)
    first = sentences(lead)[0] if sentences(lead) else ""
    bodies = listed_bodies(first.rstrip("."))
    if bodies and all(OFFICE.match(body) or body.removeprefix("the ")[:1].isupper() for body in bodies):
        for body in bodies:
            part = "organiser" if OFFICE.match(body) else "co_organiser"
            add_organiser(key, body, part, head, sheet)
    if items and POINTS.search(lead):
        for _, text in items:
            sheet.add("key_point", head.lines, regional_consultation=key, text=text)
