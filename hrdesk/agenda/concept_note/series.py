"""Meetings around the consultation: the earlier ones of its series, and those attached to it."""

import re

from hrdesk.agenda.concept_note.dates import PART_OF_DAY, find_dates
from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.marks import inline_items
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.sentences import sentences
from hrdesk.records.symbols import find_symbols

SERIES = re.compile(
    r"\b(?:previous|past|earlier|prior|first|these|series of|biennial|organi[sz]ed|held)"
    r"\b[^.;]{0,60}\bworkshops\b[^.;]{0,120}\b(?:discussed|focus\w*|on|addressed|covered|themes?|topics?"
    r"|held)\b|\bprevious workshops\b",
    re.IGNORECASE,
)
YEAR_AT_END = re.compile(r"\((?:(?P<month>[A-Z][a-z]+)\s)?(?P<year>(?:19|20)\d\d)\)\s?[;,.]?\s?(?:and|et|y)?$")
YEAR_AT_FRONT = re.compile(r"^(?:In\s)?(?P<year>(?:19|20)\d\d)\s?[:,–-]\s?(?P<theme>.{8,400})$")
WERE_HELD = re.compile(
    r"\b(?:the\s|these\s|both\s|such\s|two\s|three\s|four\s|biennial\s|previous\s|earlier\s|past\s)*workshops?"
    r"(?:\sof\s(?:the|this)\sseries)?\s(?:(?:were|was|have been)\s(?:\w+\s)?(?:held|organi[sz]ed|convened)|took\splace)"
    r"\b[^.;]{0,30}?\b(?:in|on|from)\b(?P<dates>[^.;]{4,200})",
    re.IGNORECASE,
)
HAS_HELD = re.compile(
    r"\b(?:has|have)\s(?:held|organi[sz]ed|convened)\s(?:\w+\s){0,2}?workshops\b[^.;]{0,80}?\b(?:in"
    r"|on)(?P<dates>\s[^.;]{4,200})"
)
HELD_ONE = re.compile(
    r"\b(?:organi[sz]ed|held|convened)\s(?:an?|the)\s(?:\w+\s){0,2}?workshop\s(?:on|in|from)\s(?P<dates>[^.;]{4,80})"
)
MENTION = re.compile(
    r"\b(?:the|since|last|previous|second|first|third|fourth|fifth)\s(?P<before>(?:19|20)\d\d)"
    r"\sworkshop\b|\bworkshop,?\s(?:of|held in)\s(?:(?P<month>[A-Z][a-z]+)\s)?(?P<after>(?:19|20)\d\d)\b",
)
REPORT_OF = re.compile(r"\breport\b[^.;]{0,200}\bworkshop\b|\bworkshop\b[^.;]{0,200}\breport\b", re.IGNORECASE)

ATTACHED = re.compile(
    r"^(?P<host>[^,.;]{2,90}?)\s(?:will|is to)\s(?:also\s)?(?:host|hold|organi[sz]e|convene)\s(?:the|an?)"
    r"\s(?P<title>[^,.;]{4,120}?),?\s(?:on\s\d[^,.;]{4,30}\s)?"
    r"(?P<margin>(?:immediately\s|directly\s)?(?:after|before|following|prior to|preceding|back[- ]to[- "
    r"]back with|(?:on|in|at) the margins of|alongside|in conjunction with)\sthe\s(?:\w+\s)?(?:workshop"
    r"|panel|consultation|meeting|seminar|forum))",
    re.IGNORECASE,
)
ATTACHED_PASSIVE = re.compile(
    r"^(?:The|An?)\s(?P<title>[^,.;]{4,120}?)\s(?:will|is to)\s(?:be (?:held|organi[sz]ed|convened|hosted)"
    r"|take place)\b(?:\sby\s(?P<host>[^,.;]{2,60}?))?[^.;]{0,40}?"
    r"(?P<margin>(?:immediately\s|directly\s)?(?:after|before|following|prior to|preceding|back[- ]to[- "
    r"]back with|(?:on|in|at) the margins of|in conjunction with)\sthe\s(?:\w+\s)?(?:workshop|panel"
    r"|consultation|seminar|forum))",
    re.IGNORECASE,
)
ATTACHED_INVERTED = re.compile(
    r"^(?P<margin>(?:immediately\s|directly\s)?(?:after|before|following|prior to|preceding|back[- ]to[- ]back with"
    r"|(?:on|in|at) the margins of|alongside|in conjunction with)\sthe\s(?:\w+\s)?(?:workshop|panel"
    r"|consultation|seminar"
    r"|forum)),?\s(?:[^.;]{0,60}?,\s)?(?P<host>(?:the\s)?[A-Z][^,.;]{1,80}?)\s(?:will|is to)\s(?:also\s)?"
    r"(?:host|hold|organi[sz]e|convene)\s(?:the|an?)\s(?P<title>[^,.;]{4,120}?)(?=,|\.|;|\sto\s|\son\s\d|$)",
    re.IGNORECASE,
)
ATTACHED_DATED = re.compile(
    r"^(?:The|An?)\s(?P<title>(?:[\w-]+\s){0,3}?(?:meeting|briefing|side event"
    r"|reception)\b[^,.;]{0,80}?)\s(?:will|is to)\s"
    r"(?:be (?:held|organi[sz]ed|convened|hosted)|take place)\b(?:\sby\s(?P<host>[^,.;]{2,60}?))?\s"
    r"(?P<margin>(?:on|in)\s(?:the\s(?:morning|afternoon|evening)\sof\s)?\d{1,2}\s\w+[^.;]{0,20})",
    re.IGNORECASE,
)
"""A further meeting that is told by its day, which must be one of the days of the event."""
THIS_EVENT = re.compile(r"^(?:\w+\s)?(?:workshop|panel(?: discussion)?|consultation)$", re.IGNORECASE)
GOES_ON = re.compile(r"^(?:The meeting|It|This meeting|The side event|The session)\s(?:will|is|aims)\b", re.IGNORECASE)


def read_series(parts: Parts, sheet: Sheet) -> None:
    """Read the earlier workshops: lists with years, sentences on when they were held, mentions by their year."""
    own = str(sheet.consultation.get("start") or "")[:4]
    for section in parts.sections:
        if section.annex or section.topic in ("regional", "regional_one", "agenda", "documents"):
            continue
        listing = section.topic == "previous"
        for para in section.paras:
            if listing and (para.mark or (section.topic == "previous" and not para.prose)):
                add_listed(para.text, para, sheet)
                continue
            lead, items = inline_items(para.text)
            if len(items) > 1 and SERIES.search(lead[-300:]):
                for _, text in items:
                    add_listed(re.sub(r"\s(?:and|et|y)$", "", text), para, sheet, whole=False)
                continue
            listing = (para.text.endswith(":") and SERIES.search(para.text) is not None) or section.topic == "previous"
            if listing and para.text.endswith(":"):
                sheet.head(para)
            for sentence in sentences(para.text):
                add_held(sentence, para, sheet)
        if section.topic == "previous" and section.heading and sheet.of("previous_workshop"):
            sheet.head(section.heading)
    for section in parts.sections:
        if section.topic in ("regional", "regional_one", "documents") or section.annex:
            continue
        for para in section.paras:
            add_mentions(para, own, sheet)


def years(sheet: Sheet) -> set[object]:
    """Give the years of the workshops found so far."""
    return {record.values.get("year") for record in sheet.of("previous_workshop")}


def add_listed(text: str, para: Para, sheet: Sheet, whole: bool = True) -> None:
    """Read one entry of a list of workshops, with its year at the end or at the front."""
    at_end, at_front = YEAR_AT_END.search(text), YEAR_AT_FRONT.match(text)
    found = at_end or at_front
    if found is None:
        add_dated(text, para, sheet)
        return
    theme = text if at_end else found["theme"]
    symbol = next((each for each in find_symbols(text) if not each.is_resolution), None)
    sheet.add(
        "previous_workshop",
        para.lines,
        whole=whole,
        consultation=CONSULTATION,
        year=int(found["year"]),
        theme=theme,
        date_as_written=f"{at_end['month']} {at_end['year']}" if at_end and at_end["month"] else found["year"],
        report_symbol=symbol.symbol if symbol else "",
    )


def add_dated(text: str, para: Para, sheet: Sheet) -> None:
    """Read an entry with the days of one workshop: "First workshop – Geneva, 3-4 May 2010 (A/HRC/15/56)"."""
    dates = find_dates(text)
    if len(dates) != 1:
        return
    symbol = next((each for each in find_symbols(text) if not each.is_resolution), None)
    sheet.add(
        "previous_workshop",
        para.lines,
        consultation=CONSULTATION,
        year=int(dates[0].start[:4]),
        month=int(dates[0].start[5:7]),
        date_as_written=text[dates[0].at : dates[0].until],
        report_symbol=symbol.symbol if symbol else "",
    )


def add_held(sentence: str, para: Para, sheet: Sheet) -> None:
    """Read "The workshops were held in November 2008 and May 2010"."""
    found = WERE_HELD.search(sentence) or HAS_HELD.search(sentence) or HELD_ONE.search(sentence)
    if found is None:
        return
    text = found["dates"]
    dates = find_dates(text)
    known = years(sheet)
    reports = [each for each in find_symbols(sentence) if not each.is_resolution and each.symbol.startswith("A/HRC/")]
    report = reports[0].symbol if len(reports) == 1 and len(dates) == 1 else ""
    for each in dates:
        if int(each.start[:4]) not in known:
            sheet.add(
                "previous_workshop",
                para.lines,
                whole=False,
                consultation=CONSULTATION,
                year=int(each.start[:4]),
                month=int(each.start[5:7]),
                date_as_written=text[each.at : each.until],
                report_symbol=report,
            )
    if not dates:
        for year in re.findall(r"\b(?:19|20)\d\d\b", text):
            if int(year) not in known:
                sheet.add(
                    "previous_workshop",
                    para.lines,
                    whole=False,
                    consultation=CONSULTATION,
                    year=int(year),
                    date_as_written=year,
                )


def add_mentions(para: Para, own: str, sheet: Sheet) -> None:
    """Read workshops named by their year, and the report that a sentence gives of one."""
    last: int | None = None
    for sentence in sentences(para.text):
        for found in MENTION.finditer(sentence):
            year = int(found["before"] or found["after"])
            last = year
            if str(year) < own and year not in years(sheet):
                sheet.add(
                    "previous_workshop",
                    para.lines,
                    whole=False,
                    consultation=CONSULTATION,
                    year=year,
                    date_as_written=f"{found['month']} {year}" if found["month"] else str(year),
                )
        reports = [
            each for each in find_symbols(sentence) if not each.is_resolution and each.symbol.startswith("A/HRC/")
        ]
        if len(reports) == 1 and last is not None and REPORT_OF.search(sentence):
            for record in sheet.of("previous_workshop"):
                if record.values.get("year") == last:
                    sheet.amend(record.key, report_symbol=reports[0].symbol)


def on_a_day_of_it(sentence: str, sheet: Sheet) -> re.Match[str] | None:
    """Match a further meeting that is to be held on one of the days of the event."""
    found = ATTACHED_DATED.match(sentence)
    start, end = (str(sheet.consultation.get(name) or "") for name in ("start", "end"))
    dates = find_dates(found["margin"], int(start[:4])) if found and start else []
    return found if dates and start != end and start <= dates[0].start <= end else None


def read_attached(parts: Parts, sheet: Sheet) -> None:
    """Read meetings that will be held around this one."""
    year = str(sheet.consultation.get("start") or "")[:4]
    for section in parts.sections:
        for para in section.paras:
            told = sentences(para.text)
            for place, sentence in enumerate(told):
                found = (
                    ATTACHED.match(sentence)
                    or ATTACHED_PASSIVE.match(sentence)
                    or ATTACHED_INVERTED.match(sentence)
                    or on_a_day_of_it(sentence, sheet)
                )
                if found is None or THIS_EVENT.match(found["title"]):
                    continue
                rest = sentence[found.start("margin") :]
                dates = find_dates(sentence, int(year) if year else None)
                part = PART_OF_DAY.search(rest)
                purpose: list[str] = []
                for further in told[place + 1 :]:
                    if not GOES_ON.match(further):
                        break
                    purpose.append(further)
                sheet.add(
                    "attached_meeting",
                    para.lines,
                    whole=len(told) == 1 + len(purpose),
                    consultation=CONSULTATION,
                    title=found["title"],
                    date=dates[0].start if len(dates) == 1 else "",
                    when=part[1].casefold() if part else "",
                    host=re.sub(r"^the\s", "", found["host"] or "", flags=re.IGNORECASE),
                    purpose=" ".join(purpose),
                )
