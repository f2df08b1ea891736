"""Officers and panellists: honorific, name, function and affiliation, in the note's order."""

import re
from dataclasses import dataclass

from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.labels import OFFICERS
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.places import is_country
from hrdesk.agenda.concept_note.sentences import split_outside

PARTS_OF_TOPICS = {topic: topic for topic in OFFICERS} | {"presenters": "presenter"}

HONORIFIC = re.compile(
    r"(?P<honorific>(?:(?:H\.\s?E\.?|HE|S\.\s?E\.?|His Excellency|Her Excellency|The Hon(?:ou?rable|\.)"
    r"|Hon(?:ou?rable|\.)|Mr|Mrs|Ms|Miss|Mme|Mlle|M|Dr|Dra|Prof|Professor|Professeur"
    r"|Ambassador|Ambassadeur|Embajador|Embajadora|Amb|Judge|Justice|Commissioner|Sir|Dame|Sr|Sra|Rev"
    r"|Madame|Madam|Monsieur|Excmo|Excma|Lady|Lord|Chief Justice)\.?,?\s+)+)(?=[A-ZÀ-Þ])"
)
CHAIRED = re.compile(
    r"\b(?:[Ww]orkshop|[Pp]anel(?: discussion)?|[Mm]eeting|[Cc]onsultation|[Ss]eminar|[Ff]orum|It|[Dd]iscussion)\s"
    r"(?:will be|is)\s(?P<how>chaired|moderated|facilitated)\sby\s(?:the\s)?(?P<who>[^.;,]{5,120})(?=[.;,])"
)

OFFICE_FIRST = re.compile(r"(?:Judge|Justice|Commissioner|Professor|Ambassador|Lord|Chief Justice),\s")
"""An office and its body, no title before a name: "Judge, European Court of Human Rights"."""

EXCELLENCY = re.compile(r"(?P<honorific>H\.\s?E\.|H\.?E\.?|His Excellency|Her Excellency),?\s+(?=the\s)")
"""A title before an office without a name: "H.E. the President of the Council"."""

TO_COME = re.compile(
    r"\b(?:tbc|tbd|t\.b\.c|to be (?:confirmed|determined|announced|designated|identified)|à confirmer|por confirmar)\b",
    re.IGNORECASE,
)
NAME_PARTICLE = re.compile(
    r"(?:de|da|do|dos|del|della|van|von|der|den|bin|bint|ibn|al|el|la|le|ben|ould|mint|y|e|ter|ten|af|zu|du|des|di|'t)",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r",\s?|\s[-–—]\s|\s?;\s|\s\(|\t|:\s")
SENTENCE = re.compile(r"\b(?:is|are|will|would|may|should|shall|was|were|has|have|invited)\b")
ROLE = re.compile(
    r"(?:(?:the|a)\s)?(?:(?:united nations|un|deputy|acting|vice|assistant|former|permanent|special"
    r"|senior|executive|secretary|director|independent|current|regional|first|principal|child|youth)[-\s])*"
    r"(?:representatives?|president|vice-president|chair(?:person|man|woman)?|director(?:-general)?|high "
    r"commissioner|secretary-general|rapporteur|ambassador|minister|head|commissioner|judge|member|expert"
    r"|secretary|registrar|envoy|observer|advocate|defender|coordinator|advis[eo]r|chief|focal point|experts|delegation"
    r"|(?:vice-)?présidente?|direct(?:eur|rice)|commissaire|professeure?|représentante?|ministre|juge|secrétaire"
    r"|(?:vice)?president[ea]|directora?|comisionad[oa]|profesora?|ministr[oa]|jef[ea]|jueza?|secretari[oa])\b",
    re.IGNORECASE,
)
NOT_A_BODY = re.compile(
    r"(?:and|or|former|member|professor|expert|director|head|chief|chair|special rapporteur|permanent "
    r"representative|minister|deputy|vice|secretary|acting|ambassador|advis[eo]r|officer)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """A person as a note writes one."""

    honorific: str = ""
    name: str = ""
    function: str = ""
    affiliation: str = ""


def read_officers(parts: Parts, sheet: Sheet) -> None:
    """Read the persons under the labels of officers, outside the agenda."""
    for section in parts.sections:
        if section.topic not in PARTS_OF_TOPICS or section.annex:
            continue
        found = False
        for para in section.paras:
            found = read_persons(para, PARTS_OF_TOPICS[section.topic], "", sheet) or found
        if found and section.heading:
            sheet.head(section.heading)


def read_chairs_told(parts: Parts, sheet: Sheet) -> None:
    """Read "It will be chaired by the Director of …" where no label says who chairs or moderates."""
    known = {record.values.get("part") for record in sheet.of("officer")}
    for section in parts.of("format", "methodology", "background", ""):
        if section.annex:
            continue
        for para in section.paras:
            for found in CHAIRED.finditer(para.text[:6000]):
                part = "chair" if found["how"].casefold() == "chaired" else "moderator"
                if part not in known and ROLE.match(found["who"]):
                    line = Para(found["who"], para.first, para.last)
                    used = set(sheet.used)
                    if read_persons(line, part, "", sheet):
                        known.add(part)
                    sheet.used.intersection_update(used)


def read_persons(para: Para, part: str, item: str, sheet: Sheet) -> bool:
    """Read the person, or the persons between semicolons, of one line; False when it names none."""
    found = False
    text = para.text or " ".join(para.cells)
    pieces = split_outside(text, ";") if text.count(";") and len(HONORIFIC.findall(text)) > 1 else [text]
    if len(pieces) == 1 and len(HONORIFIC.findall(text)) > 1:
        joined = re.split(r"\s(?:and|et|y)\s(?=(?:H\.\s?E\.|Mr|Ms|Mrs|Dr|Prof|Mme|Sr|Sra|Judge|Ambassador)\b)", text)
        pieces = joined if len(joined) == len(HONORIFIC.findall(text)) else pieces
    for piece in pieces:
        named = read_person(piece)
        if named is None:
            continue
        person = sheet.add(
            "person",
            para.lines,
            honorific=named.honorific,
            name=named.name,
            function=named.function,
            affiliation=named.affiliation,
        )
        sheet.add(
            "officer",
            para.lines,
            consultation="" if item else CONSULTATION,
            agenda_item=item,
            person=person,
            part=part,
            as_written=piece.strip(),
        )
        found = True
    return found


def read_person(text: str) -> Named | None:
    """Read one person; None when the text names nobody or is a sentence."""
    text = text.strip().rstrip(";.").strip()
    if not text or len(text) > 400 or TO_COME.fullmatch(text.strip("()[] ")):
        return None
    titled = None if OFFICE_FIRST.match(text) else HONORIFIC.match(text) or EXCELLENCY.match(text)
    honorific = " ".join(titled["honorific"].split()) if titled else ""
    rest = text[titled.end() :] if titled else text
    separator = SEPARATOR.search(rest)
    name = rest[: separator.start()] if separator else rest
    function = rest[separator.end() :].strip() if separator else ""
    if separator and separator.group().strip() == "(":
        function = (
            re.sub(r"\)(?=\s|$|,)", "", function, count=1) if function.count(")") > function.count("(") else function
        )
    function = TO_COME.sub("", function).strip(" ()[],-–—") if TO_COME.search(function) else function
    if is_name(name, bool(titled)):
        return Named(honorific, name.strip(), function, affiliation_of(function))
    if titled and titled.re is EXCELLENCY and ROLE.match(rest):
        function = rest.removeprefix("the ")
        return Named(honorific, "", function, affiliation_of(function) if "," in function else "")
    if not titled and ROLE.match(text) and len(text.split()) < 25 and not SENTENCE.search(text):
        function = re.sub(r"\s?[(\[]?" + TO_COME.pattern + r"[)\]]?", "", text, flags=re.IGNORECASE).strip()
        return Named(function=function, affiliation=affiliation_of(function) if "," in function else "")
    return None


def is_name(text: str, titled: bool) -> bool:
    """Tell whether a text is the name of a person: after a title some words in capitals, without one two to five."""
    words = text.split()
    if not words or len(words) > 8 or SENTENCE.search(text) or any(character.isdigit() for character in text):
        return False
    proper = all(word[:1].isupper() or NAME_PARTICLE.fullmatch(word) or word[:1] in "'’(\"“" for word in words)
    if titled:
        return proper
    return proper and 2 <= len(words) <= 5 and not ROLE.match(text) and not is_country(text) and not BODY.search(text)


BODY = re.compile(
    r"\b(?:Nations|Council|Commission|Committee|Court|Office|Union|Organi[sz]ation|Agency|Institutions?"
    r"|Network|League|Rights|OHCHR|Ministry|University|Department|Mission|Section|Branch"
    r"|Mechanisms?|Secretariat|Panel|Session|States?|Statement|Remarks|Discussion|Association|Foundation"
    r"|Centre|Institute|Commissioner|General|Representative)\b"
)


def affiliation_of(function: str) -> str:
    """Give the State or body at the end of a function, "" when the function names none."""
    pieces = split_outside(function, ",")
    if not pieces:
        return ""
    if len(pieces) == 1:
        if (
            BODY.search(function)
            and not ROLE.match(function)
            and not NOT_A_BODY.match(function)
            and " of " not in function
        ):
            return function
        of = re.search(r"\b(?:of|to|from)\s(?:the\s)?((?:[A-Z][\w’'-]+\s?){1,4})$", function)
        return of[1].strip() if of and is_country(of[1]) else ""
    last = pieces[-1].strip()
    return last if last[:1].isupper() and not NOT_A_BODY.match(last) and len(last.split()) < 14 else ""
