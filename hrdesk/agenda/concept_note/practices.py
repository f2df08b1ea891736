"""Good practices, challenges and lessons, where the note heads them so."""

import re

from hrdesk.agenda.concept_note.dates import find_dates
from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.places import known_city
from hrdesk.agenda.concept_note.sentences import sentences

DONE = re.compile(
    r"^(?:Recently,\s|For instance,\s|Furthermore,\s|In addition,\s)?(?P<when>(?:As early as\s)?(?:in|In"
    r"|Since|since|On|on)\s(?P<date>(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s)?(?:19|20)\d\d)),\s(?P<actor>(?:the\s"
    r"|an?\s)?[A-ZÀ-Þ].{2,160}?)\s"
    r"(?P<verb>organi[sz]ed|held|adopted|conducted|met|sent|convened|established|participated|undertook"
    r"|launched|signed|appointed|issued|created|addressed|hosted|submitted|agreed|published|visited"
    r"|presented|made|started)\b"
)
DATED = re.compile(
    r"\b(?:in|on|since|during)\s(?:\d{1,2}\s)?(?:(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\s)?(?:of\s)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
HAPPENED = re.compile(
    r"\b(?:(?:was|were)\s(?:\w+\s)?(?:held|organi[sz]ed|established|created|adopted|appointed|issued"
    r"|launched|convened)|took (?:place|part)|organi[sz]ed|held|adopted|conducted|met|sent|convened"
    r"|established"
    r"|participated|undertook|launched|signed|issued|convened|addressed|hosted|made a presentation)\b"
)


def read_practices(parts: Parts, sheet: Sheet) -> None:
    """Read entries under headings on practices, challenges and lessons; prose only where it dates what was done."""
    practising = False
    for section in parts.sections:
        title = section.heading.text.casefold() if section.heading else ""
        if section.topic == "practices":
            practising = True
        elif (
            not section.annex
            or section.topic in ("regional_one", "regional", "annex")
            or re.search(r"\btheme|challenge", title)
        ):
            practising = practising and section.topic in ("regional_one", "") and section.annex
        for para in section.paras:
            if section.topic in ("challenges", "lessons") and para.mark:
                sheet.add(
                    "lesson",
                    para.lines,
                    consultation=CONSULTATION,
                    lesson_kind="challenge" if section.topic == "challenges" else "lesson",
                    text=para.text,
                )
            elif section.topic == "practices" and para.mark:
                add_practice(para.text, para.lines, True, sheet)
            elif practising and not para.mark and section.topic in ("practices", "", "focal_point"):
                for sentence in sentences(para.text):
                    if DONE.match(sentence) or (DATED.search(sentence) and HAPPENED.search(sentence)):
                        add_practice(sentence, para.lines, False, sheet)
        if section.topic in ("practices", "challenges", "lessons") and section.heading and section.paras:
            sheet.head(section.heading)


def add_practice(text: str, lines: tuple[int, int], whole: bool, sheet: Sheet) -> None:
    """Write a practice down with who did it, when and where, as far as its sentence says so."""
    done = DONE.match(text)
    told = DATED.search(text)
    date = done["date"] if done else re.sub(r"^\w+\s", "", told.group()) if told else ""
    read = find_dates(date)
    place = (
        re.search(r"\bin\s((?:[A-ZÀ-Þ][\w’'.-]+\s?){1,3}(?:,\s[A-ZÀ-Þ][\w’'-]+)?)", text[done.end() :])
        if done
        else None
    )
    city = known_city(place[1]) if place else None
    sheet.add(
        "good_practice",
        lines,
        whole=whole,
        consultation=CONSULTATION,
        text=text,
        actor=re.sub(r"^the\s", "", done["actor"]) if done else "",
        date_as_written=date,
        date=read[0].start if read else date,
        place=place[1].strip(" .") if place and city else "",
    )
