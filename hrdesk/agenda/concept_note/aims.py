"""What a consultation is for: its objectives, overall and specific."""

import re

from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.marks import inline_items
from hrdesk.agenda.concept_note.outputs import PLAN_OF_ACTION
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
PURPOSE = re.compile(r"(?:The|This)\s(?:[\w-]+\s){1,3}?(?:will|is to|is meant to)\s[a-z]+\b")
SPECIFIC = re.compile(r"\bspecific|spécifiques?\b|específicos?\b", re.IGNORECASE)
GENERAL = re.compile(r"\b(?:overall|general|main|primary|général|principal)\b", re.IGNORECASE)

OBJECTIVES_FOLLOW = re.compile(
    r"\b(?:objectives|aims|purposes|goals|objectifs|objetivos)(?: suivants| siguientes)?(?: are| is)?(?: to)?\s?:$"
    r"|\b(?:workshop|panel|consultation|seminar|meeting|forum|it|dialogue|atelier"
    r"|taller)\b[^.:;]{0,40}\b(?:aims?|seeks?|intends|vise"
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
        told = sentences(para.text)
        if len(told) > 1 and (OVERALL.search(told[0]) or PURPOSE.match(told[0])):
            # "The overall objective is … In particular, the workshop aims to:" before a list.
            sheet.add("objective", para.lines, consultation=CONSULTATION, level="overall", text=" ".join(told[:-1]))
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
