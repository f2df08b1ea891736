"""What a consultation is for and what it is to bring: objectives and expected output."""

import re

from hrdesk.agenda.concept_note.dates import find_dates
from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.marks import inline_items
from hrdesk.agenda.concept_note.ordinals import ORDINAL, ordinal_number
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts, Section
from hrdesk.agenda.concept_note.sentences import sentences, split_outside

OVERALL = re.compile(
    r"\b(?:overall|general|main|primary|principal|ultimate)\s(?:objective|aim|purpose|goal)s?\b"
    r"|\b(?:objective|aim|purpose|goal)s?\sof\s(?:the|this)\b"
    r"|\bobjectif\s(?:général|principal)\b|\bobjetivo\s(?:general|principal)\b|\b(?:workshop|panel"
    r"|meeting|consultation|seminar|forum|event|discussion|it)\s"
    r"(?:aims|seeks|intends|is intended|is aimed|will aim|will seek)\b",
    re.IGNORECASE,
)
SPECIFIC = re.compile(r"\bspecific|spécifiques?\b|específicos?\b", re.IGNORECASE)
GENERAL = re.compile(r"\b(?:overall|general|main|primary|général|principal)\b", re.IGNORECASE)

OBJECTIVES_FOLLOW = re.compile(
    r"\b(?:objectives|aims|purposes|goals|objectifs|objetivos)(?: suivants| siguientes)?(?: are| is)?(?: to)?\s?:$"
    r"|\b(?:workshop|panel|consultation|seminar|meeting|forum|it|dialogue|atelier|taller)\b[^.:;]{0,40}\b(?:aims?|seeks?|intends|vise"
    r"|busca)\b[^.:;]{0,20}:$",
    re.IGNORECASE,
)
HAS_OBJECTIVES = re.compile(
    r"(?:The|This|Its|It|Les|Los)\s[^.:;]{0,80}?\b(?:objectives?|aims?|purposes?|goals?|seeks?|objectifs?|objetivos?)\b"
    r"[^.:;]{0,40}:\s(?P<list>.{20,2000})",
    re.DOTALL,
)

PLAN = re.compile(
    r"\b(?:outline|adopt|develop|draft|elaborate|prepare|agree on|produce)\b[^.;]{0,40}\b(?:plan of "
    r"action|action plan|road ?map|work ?plan)\b",
    re.IGNORECASE,
)
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
    r"\b(?:present|submit|prepare|transmit|produce|issue)(?:s|ed)?\b[^.;]{0,120}?\breport\b"
    r"|\breport\b[^.;]{0,120}?\b(?:will be|shall be|to be)\s(?:presented|submitted|prepared|transmitted)"
    r"\b|\brapport\b[^.;]{0,120}?\b(?:sera|soumis|présenté)\b|\binforme\b[^.;]{0,120}?\b(?:será|presentar\w*)\b",
    re.IGNORECASE,
)


def read_objectives(parts: Parts, sheet: Sheet) -> None:
    """Read the objectives: lists are specific, a sentence on the whole is overall, a label's text is the header."""
    sections = parts.of("objectives")
    for section in sections:
        before = len(sheet.of("objective"))
        listed = any(para.mark for para in section.paras)
        heading = section.heading.text if section.heading else ""
        for para in section.paras:
            read_objective(para, section, heading, listed, len(sections) > 1, sheet)
        if section.heading and len(sheet.of("objective")) > before:
            sheet.head(section.heading)
    if not sheet.of("objective"):
        read_told(parts, sheet)
    planned = any(PLAN_OF_ACTION.search(para.text) for section in parts.of("outcome") for para in section.paras)
    for record in sheet.of("objective"):
        text = str(record.values.get("text", ""))
        if PLAN.search(text) and not planned:
            sheet.add(
                "expected_output",
                record.lines,
                whole=False,
                consultation=CONSULTATION,
                text=text,
                output_kind="plan_of_action",
            )


def read_told(parts: Parts, sheet: Sheet) -> None:
    """Read "The workshop has three objectives: to …; to …; and to …" where the note has no part on objectives."""
    for section in parts.sections:
        if section.annex or section.topic in ("regional", "regional_one", "previous", "agenda", "documents"):
            continue
        for place, para in enumerate(section.paras):
            below = section.paras[place + 1 :]
            if below and below[0].mark and OBJECTIVES_FOLLOW.search(para.text):
                for each in below:
                    if not each.mark or each.bullet != below[0].bullet:
                        break
                    sheet.add(
                        "objective",
                        each.lines,
                        consultation=CONSULTATION,
                        level="specific",
                        numbering=each.mark,
                        text=each.text,
                    )
                sheet.head(para)
                return
            for sentence in sentences(para.text):
                found = HAS_OBJECTIVES.match(sentence)
                if found is None:
                    continue
                _, items = inline_items(found["list"])
                entries = items or [("", each.strip()) for each in split_outside(found["list"], ";")]
                for mark, text in entries if len(entries) > 1 else ():
                    sheet.add(
                        "objective",
                        para.lines,
                        whole=len(sentences(para.text)) == 1,
                        consultation=CONSULTATION,
                        level="specific",
                        numbering=mark,
                        text=re.sub(r"^(?:and|et|y)\s", "", text),
                    )
                if len(entries) > 1:
                    return


def read_objective(para: Para, section: Section, heading: str, listed: bool, several: bool, sheet: Sheet) -> None:
    """Read one paragraph under the objectives."""
    lead, items = inline_items(f"{para.mark} {para.text}" if para.numbered else para.text)
    if para.mark and para.text.endswith(":") and any(each.mark and each is not para for each in section.paras):
        sheet.head(para)
        return
    if para.mark or (items and len(items) > 1):
        if items and (not para.mark or (para.numbered and len(items) > 1)):
            if lead and OVERALL.search(lead) and not lead.endswith(":"):
                sheet.add("objective", para.lines, consultation=CONSULTATION, level="overall", text=lead)
            for mark, text in items:
                sheet.add(
                    "objective", para.lines, consultation=CONSULTATION, level="specific", numbering=mark, text=text
                )
            return
        level = "overall" if GENERAL.search(heading) and not SPECIFIC.search(heading) else "specific"
        sheet.add("objective", para.lines, consultation=CONSULTATION, level=level, numbering=para.mark, text=para.text)
        return
    if para.text.endswith(":") and (listed or para.words < 25):
        sheet.head(para)
        return
    if section.table or (section.heading is not None and section.heading.first == para.first):
        # A label's single text is the header; several short ones without marks are a list whose bullets were lost.
        alone = len(section.paras) == 1 or (para.prose and not listed and several)
        level = "overall" if GENERAL.search(heading) and not SPECIFIC.search(heading) else "header"
        sheet.add(
            "objective", para.lines, consultation=CONSULTATION, level=level if alone else "specific", text=para.text
        )
        return
    if re.match(r"to\s[a-z]|[A-Z][a-z]+ir\s", para.text) or (
        SPECIFIC.search(heading) and not OVERALL.search(para.text) and not listed
    ):
        level = (
            "overall"
            if GENERAL.search(heading) or (len(section.paras) == 1 and not SPECIFIC.search(heading))
            else "specific"
        )
        sheet.add("objective", para.lines, consultation=CONSULTATION, level=level, text=para.text)
    elif re.match(r"To\s[a-z]", para.text):
        level = "overall" if len(section.paras) == 1 or GENERAL.search(heading) else "specific"
        sheet.add("objective", para.lines, consultation=CONSULTATION, level=level, text=para.text)
    elif OVERALL.search(para.text) or len(section.paras) == 1:
        sheet.add("objective", para.lines, consultation=CONSULTATION, level="overall", text=para.text)


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
            if not para.mark and para.words < 4:
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
                    r"\b(?:will|shall|to (?:present|submit|prepare|report)|sera|será|presentará)\b", sentence
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
