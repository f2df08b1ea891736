"""Who organises: a label, the organ in the title, or the sentence that says so."""

import re

from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.sentences import listed_bodies, one_or_listed, sentences

HOLDS = re.compile(
    r"(?:^|[,.]\s)(?P<who>(?:[Tt]he\s)?(?:OHCHR|Office of the (?:United Nations |UN )?High Commissioner "
    r"(?:for|of) Human Rights(?: \(OHCHR\))?"
    r"|(?:United Nations |UN )?Human Rights Council))(?:,?\s(?:in cooperation|jointly|together|in "
    r"collaboration|in partnership)\swith\s(?P<with>[^,.]{3,150}))?,?\s"
    r"(?:is (?:holding|organi[sz]ing|convening)|will (?:hold|organi[sz]e|convene)|organi[sz]es|convenes)\b",
)
TOGETHER = re.compile(
    r"(?:^|[,.]\s)(?P<all>(?:[Tt]he\s)?(?:OHCHR|Office of the (?:United Nations "
    r"|UN )?High Commissioner for Human Rights"
    r"(?: \(OHCHR\))?)(?:,\s(?:the\s)?[A-Z][^,.;]{2,80})*,?\sand\s(?:the\s)?[A-Z][^,.;]{2,100}?)\s"
    r"(?:are\s(?:co-?|jointly\s)?(?:holding|organi[sz]ing|convening)"
    r"|will\s(?:co-?|jointly\s)?(?:hold|organi[sz]e|convene))\b"
)
"""Several that organise together: "OHCHR and the African Union Commission are co-organising"."""
SAID_OF_IT = re.compile(r"(?:Jointly\s)?(?:[Cc]o-?)?(?:[Oo]rgani[sz]ed|[Cc]onvened)\sby\s(?P<who>[^.;:]{3,200})\.?")
"""A line that says only who organises."""
REQUESTED = re.compile(
    r"\brequest(?:ed|s|ing)\s(?:the\s)?(?P<who>OHCHR|(?:Office of the )?(?:United Nations |UN )?High "
    r"Commissioner(?: (?:for|of) Human Rights)?(?: \(OHCHR\))?),?\s"
    r"to\s(?:hold|organi[sz]e|convene)\b,?\s(?:in [^,.;]{0,24}\d{4},?\s)?(?:an?\s|the\s)?(?:\w+[\s-])"
    r"{0,3}?(?:workshop|panel|consultation|seminar|meeting|forum)\b(?!s)",
    re.IGNORECASE,
)
DECIDED = re.compile(
    r"\b[Tt]he\s(?P<who>(?:United Nations |UN )?(?:Human Rights Council"
    r"|General Assembly))(?:,\s[^,.;]{3,90},)?\s(?:decided"
    r"|decides)\sto\s(?:hold|organi[sz]e|convene|(?:focus|devote)\sits\s(?:next\s)?annual)\b[^.;]{0,80}?\b(?:workshop|panel|consultation|seminar"
    r"|meeting|forum)\b(?!s)"
)
HOSTED = re.compile(
    r"\b(?:workshop|panel(?: discussion)?|consultation|seminar|meeting|forum|event|dialogue|It)\s(?:will be|is(?: "
    r"being)?)\s(?P<how>(?:co-?|jointly\s)?(?:hosted|organi[sz]ed|convened))(?:\sjointly)?"
    r"\sby\s(?P<who>[^.;]{3,200}?)(?=,?\s(?:(?:jointly|together)\swith|in|at|with|from|to|as|under)\s"
    r"|,?\son\s(?:the\s)?(?:\d|[A-Z][a-z]+day|behalf|margins)|[.;]|$)"
)
WITH = re.compile(
    r",?\s(?:in cooperation|jointly|together|in collaboration|in partnership)\swith\s(?P<who>[^.;]{3,150})"
)


def read_organisers(parts: Parts, sheet: Sheet) -> None:
    """Read who organises the consultation; the first source that says it is the only one used."""
    for section in parts.of("organiser"):
        label = section.heading.text.casefold() if section.heading else ""
        part = (
            "host" if "host" in label else "co_organiser" if re.match(r"co-?(?:org|host|conv)", label) else "organiser"
        )
        for para in section.paras:
            if para.words > 60:
                continue
            names = [para.text] if para.mark else one_or_listed(para.text)
            for name in names:
                sheet.add(
                    "organiser", para.lines, owner=CONSULTATION, name=re.sub(r"^the\s", "", name.strip()), part=part
                )
        if section.paras and section.heading:
            sheet.head(section.heading)
    if sheet.of("organiser"):
        return
    read_hosted(parts, sheet)
    if sheet.of("organiser"):
        return
    for pattern in (HOLDS, REQUESTED, DECIDED):
        for section in parts.sections:
            if section.annex or section.topic in ("regional_one", "regional", "previous"):
                continue
            for para in section.paras:
                for sentence in sentences(para.text):
                    found = pattern.search(sentence)
                    if found is None or "consultations" in sentence[found.end() : found.end() + 60]:
                        continue
                    add_named(sheet, para, re.sub(r"^the\s", "", found["who"], flags=re.IGNORECASE), "organiser")
                    if "with" in found.groupdict() and found["with"]:
                        for name in listed_bodies(found["with"]):
                            add_named(sheet, para, name, "co_organiser")
                    return


def read_hosted(parts: Parts, sheet: Sheet) -> None:
    """Read "The seminar will be hosted by …"."""
    for section in parts.sections:
        if section.annex or section.topic in ("regional_one", "regional", "previous", "agenda"):
            continue
        for para in section.paras:
            said = next((cell for cell in para.cells[1:] if SAID_OF_IT.fullmatch(cell)), para.text[:4000])
            found = HOSTED.search(said) or SAID_OF_IT.fullmatch(said)
            together = None if found else TOGETHER.search(said)
            if found is None and together is None:
                continue
            part = "host" if found and found.groupdict().get("how", "").endswith("hosted") else "organiser"
            for name in listed_bodies(found["who"]) if found else one_or_listed(together["all"] if together else ""):
                add_named(sheet, para, name, part)
            partner = WITH.match(para.text[found.end() :]) if found else None
            for name in listed_bodies(partner["who"]) if partner else ():
                add_named(sheet, para, name, "co_organiser")
            return


def add_named(sheet: Sheet, para: Para, name: str, part: str) -> None:
    """Add a body that a sentence names."""
    sheet.add("organiser", para.lines, whole=False, owner=CONSULTATION, name=re.sub(r"^the\s", "", name), part=part)
