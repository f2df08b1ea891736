"""What a consultation is to bring: reports, plans, recommendations, and the session of the Council they are due at."""

import re

from hrdesk.agenda.concept_note.dates import find_dates
from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.marks import inline_items
from hrdesk.agenda.concept_note.ordinals import ORDINAL, ordinal_number
from hrdesk.agenda.concept_note.parts import Parts, Section
from hrdesk.agenda.concept_note.sentences import sentences

FURTHER_MEETING = re.compile(
    r"(?:The|An?)\s(?:[\w-]+\s){0,3}?(?:meeting|briefing|side event|reception)\b[^,.;]{0,80}?\s(?:will|is to)\s"
    r"(?:be (?:held|organi[sz]ed|convened|hosted)|take place)\b"
)
"""A meeting beside the event, which is no output of it."""
REPORT = re.compile(
    r"\b(?:an?|the|its|his|her|summary|final|written|outcome|un|le|el)\s(?:[\w-]+\s){0,2}?(?:report"
    r"|rapport|informe)\b|^(?:summary\s|final\s|outcome\s)?(?:report|rapport|informe)\b",
    re.IGNORECASE,
)
ADVICE = re.compile(
    r"^(?:an?\s|the\s|set\sof\s|list\sof\s|adoption\sof\s|formulation\sof\s|concrete\s|key\s|specific\s"
    r"|practical\s|action-oriented\s|targeted\s|and\s)*recommendations?\b",
    re.IGNORECASE,
)
PLAN_OF_ACTION = re.compile(
    r"^(?:an?\s|the\s|un[ae]?\s|new\s|regional\s|draft\s|joint\s|adoption\sof\s|outline\sof\s"
    r"|concrete\s)*(?:plan of action|action "
    r"plan|road ?map|plan d['’]action|plan de acción|feuille de route|hoja de ruta)\b",
    re.IGNORECASE,
)
COUNCIL = re.compile(
    rf"(?:\b(?P<before>{ORDINAL})\s(?:regular\s)?(?:session|período de sesiones)\b|\bsession\s(?P<after>\d{{1,3}})\b)",
    re.IGNORECASE,
)
COUNCIL_NAMED = re.compile(r"\b(?:council|HRC|conseil|consejo)\b", re.IGNORECASE)
DUE_YEAR = re.compile(
    r"\b(?:in|by|en|before|end of)\s((?:19|20)\d\d)\b(?!\s(?:workshop|panel|consultation))", re.IGNORECASE
)
DUE_BY = re.compile(
    r"\b(?:by|before|no later than|until|d['’]ici|avant|antes de(?:l)?)\s(?:the end of\s)?", re.IGNORECASE
)
REPORTING = re.compile(
    r"\b(?:present|submit|prepare|transmit|produce|issue|circulate)(?:s|ed)?\b[^.;]{0,120}?\breport\b"
    r"|\breport\b[^.;]{0,120}?\b(?:will be|shall be|to be)\s(?:presented|submitted|prepared|transmitted)"
    r"\b|\brapport\b[^.;]{0,120}?\b(?:sera|soumis|présenté)\b|\binforme\b[^.;]{0,120}?\b(?:será|presentar\w*)\b",
    re.IGNORECASE,
)


def read_outputs(parts: Parts, sheet: Sheet) -> None:
    """Read what is expected; a bullet that ends in a colon is the parent of the numbered elements below it."""
    for section in (*parts.of("outcome", "possible_outcome"), *follow_ups(parts)):
        parent, parent_bullet = "", False
        possible = section.topic == "possible_outcome"
        for para in section.paras:
            lead, items = inline_items(f"{para.mark} {para.text}" if para.numbered else para.text)
            if para.text.endswith(":") and not para.mark and para.words < 25:
                sheet.head(para)
                parent = ""
                continue
            element = bool(parent) and bool(para.mark) and para.bullet != parent_bullet
            if items and (not para.mark or para.numbered):
                if lead.endswith(":") is False and lead:
                    add_output(lead, para.lines, "", possible, sheet)
                for _, text in items:
                    add_output(text, para.lines, "", possible, sheet)
                continue
            if not para.mark and (para.words < 4 or FURTHER_MEETING.match(para.text)):
                continue
            key = add_output(para.text, para.lines, parent if element else "", possible, sheet)
            if para.text.endswith(":") and para.mark:
                sheet.correct(key, output_kind="elements")
                parent, parent_bullet = key, para.bullet
            elif not element:
                parent = ""
        if section.heading and section.paras:
            sheet.head(section.heading)
    if any(record.values.get("output_kind") == "report" for record in sheet.of("expected_output")):
        return
    if not parts.of("outcome"):
        read_report_from_text(parts, sheet)


def follow_ups(parts: Parts) -> list[Section]:
    """Give the parts on the follow-up that tell of a report to the Council and nothing else."""
    return [
        section
        for section in parts.of("other")
        if section.heading
        and re.match(r"(?:\S+\s)?(?:follow|next steps)", section.heading.text, re.IGNORECASE)
        and len(section.paras) == 1
        and REPORT.search(section.paras[0].text)
        and COUNCIL.search(section.paras[0].text)
    ]


def add_output(text: str, lines: tuple[int, int], parent: str, possible: bool, sheet: Sheet) -> str:
    """Write one expected output down, with the session of the Council and the year or month when it is due."""
    report = REPORT.search(text) is not None
    session = COUNCIL.search(text) if COUNCIL_NAMED.search(text) else None
    kind = "other"
    if report:
        kind = "report"
    elif PLAN_OF_ACTION.search(text):
        kind = "plan_of_action"
    elif possible or ADVICE.search(text):
        kind = "recommendations"
    due = ""
    if not (report or session):
        deadline = DUE_BY.search(text)
        dated = find_dates(text[deadline.end() :]) if deadline else []
        due = dated[0].start if dated and dated[0].at < 3 else ""
    else:
        dates = find_dates(text[session.start() :] if session else text)
        year = DUE_YEAR.search(text)
        due = dates[-1].start if dates else year[1] if year else ""
    return sheet.add(
        "expected_output",
        lines,
        consultation=CONSULTATION,
        parent=parent,
        text=text,
        output_kind=kind,
        council_session=ordinal_number(session["before"] or session["after"]) if session else None,
        due=due,
    )


def read_report_from_text(parts: Parts, sheet: Sheet) -> None:
    """Read the report to the Council from the text, where the note has no part on what it expects."""
    for section in parts.sections:
        if section.annex or section.topic in ("regional_one", "regional", "previous", "documents", "outcome"):
            continue
        for para in section.paras:
            for sentence in sentences(para.text):
                session = COUNCIL.search(sentence)
                future = re.search(
                    r"\b(?:will|shall|to (?:present|submit|prepare|report|circulate)|sera|será|presentará)\b", sentence
                )
                if session and future and REPORTING.search(sentence) and COUNCIL_NAMED.search(sentence):
                    dates = find_dates(sentence[session.start() :])
                    sheet.add(
                        "expected_output",
                        para.lines,
                        whole=len(sentences(para.text)) == 1,
                        consultation=CONSULTATION,
                        text=sentence,
                        output_kind="report",
                        council_session=ordinal_number(session["before"] or session["after"]),
                        due=dates[0].start if len(dates) == 1 else "",
                    )
                    return
