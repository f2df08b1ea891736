"""The title of a note: kind of document, organ, title, subtitle, theme, kind of event, which in its series."""

import re
from dataclasses import replace

from hrdesk.agenda.concept_note.dates import find_dates, find_hours
from hrdesk.agenda.concept_note.finding import Sheet
from hrdesk.agenda.concept_note.labels import label_and_value, plain
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.places import ONLINE, known_city, read_venue
from hrdesk.agenda.concept_note.ordinals import ORDINAL, ordinal_number
from hrdesk.agenda.concept_note.sentences import one_or_listed
from hrdesk.records.symbols import find_symbols

DOCUMENT = re.compile(
    r"(?P<kind>(?:draft |revised |final |updated |information |joint )*(?:concept note|concept paper"
    r"|background note|background paper|discussion paper|information note|note conceptuelle|note d['’]information"
    r"|note de cadrage|note de synthèse|document de réflexion|nota conceptual|nota informativa|nota de concepto))"
    r"(?:\s?\*+)?(?:\s*[(\[](?P<as_of>[^)\]]{3,60})[)\]])?(?:,?\s(?P<of>as (?:of|at) .{4,30}))"
    r"?(?:,\s(?P<dated>\d{1,2} [^\W\d]{3,10} \d{4})$|\s(?:prepared|submitted) by [^.:]{2,80}$)?"
    r"\s*(?P<sign>[:–—-]|for the|for an?|on the|on|of the|$)\s*",
    re.IGNORECASE,
)
DEADLINE = re.compile(
    r"\b(?:registration|register|deadline|no later than|at the latest|submi\w+|closes?|rsvp|inscription|inscripción)\b",
    re.IGNORECASE,
)
"""Words of a day by which something is due: no day of the event."""

ORGANISED_BY = re.compile(
    r"(?:jointly )?(?:co-?)?(?:organi[sz]ed|convened|hosted)(?: jointly)? by (?P<who>.{3,200}?)"
    r"(?:,? (?:in (?:close )?(?:cooperation|collaboration|partnership)|jointly|together) with (?P<with>.{3,200}))?\.?",
    re.IGNORECASE,
)
BODY_LINE = re.compile(
    r"(?:the )?(?:united nations |un |european |african |inter-american |asean intergovernmental )?(?:sub-?)?"
    r"(?:committee|commission|working group|court)\b[^:;.]{0,100}|human rights committee",
    re.IGNORECASE,
)
"""A body that stands alone on its line above the title of what it convenes."""

AS_OF = re.compile(
    r"^[(\[]?(?:as (?:of|at)|version (?:of|dated)|updated(?: on)?|draft(?: of| as of)?|last updated(?: on)"
    r"?|status)\b.{0,40}$",
    re.IGNORECASE,
)
DRAFT = re.compile(
    r"draft|advance (?:unedited )?version|final|revised|not for distribution|confidential", re.IGNORECASE
)

ORGANS = re.compile(
    r"(?:(?:united nations |un )?human rights council|office of the (?:united nations )?high commissioner for "
    r"human rights(?: \(ohchr\))?|ohchr"
    r"|general assembly|conseil des droits de l'homme|consejo de derechos humanos|haut-commissariat(?: "
    r"des nations unies)? aux droits de l'homme)",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    r"(?:united nations|nations unies|naciones unidas|office of the high commissioner|(?:un|ohchr|un "
    r"human rights) logo|united nations human rights|un human rights|distr\b.*|original:.*"
    r"|page \d+.*|\d{1,3}|english(?: only)?"
    r"|annual theme|agenda item \d+.*|ge\.\d.*)",
    re.IGNORECASE,
)
COUNCIL_SESSION = re.compile(
    rf"(?:(?P<ordinal>{ORDINAL})\s(?:regular\s|special\s)?(?:session|período de sesiones)"
    rf"(?:\s(?:of|du|del)\s(?:the\s)?(?P<of>[^“”\":]{{3,80}}))?"
    rf"|(?:human rights council|council)[\s,–-]+{ORDINAL}\s(?:regular\s)?session)",
    re.IGNORECASE,
)

LONGEST = 500
"""Characters of a title; what is longer is none."""

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        (
            "expert_meeting",
            "expert (?:group )?meetings?|meeting of experts|réunion d'experts|reunión de expert(?:os|as)",
        ),
        ("workshop", "workshops?|ateliers?|taller(?:es)?"),
        ("panel", "panels?(?: discussions?)?|table ronde|réunion-débat|mesa redonda"),
        ("consultation", "consultations?|consultas?"),
        ("briefing", "briefings?"),
        ("seminar", "seminars?|séminaires?|seminarios?|webinars?"),
        ("forum", "forums?|foros?"),
    )
)
EVENT_ONLY = re.compile(
    r"(?:(?:third|second|first|fourth|fifth|sixth|\d(?:st|nd|rd|th)|international|regional|expert|virtual"
    r"|intersessional|annual|biennial|half-day|full-day|one-day|two-day"
    r"|high-level|un|united nations|interactive|atelier|taller|internacional)\s)*(?:workshops?|panels?(?: "
    r"discussion)?|consultations?|meeting|seminar|forum|briefing|atelier"
    r"|taller|discussion)(?:\s(?:internacional|international|régional|regional))?",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[“\"«]\s?([^”\"»]{8,300})\s?[”\"»]\.?")
THEMED = re.compile(
    r"\b(?:on the theme(?: of)?|theme:|under the theme|sur le thème|sobre el tema)"
    r"\s*[:,]?\s*[“\"«]?\s?([^”\"»]{8,300}?)\s?[”\"»]?\s*$",
    re.IGNORECASE,
)


def read_masthead(parts: Parts, sheet: Sheet) -> list[Para]:
    """Read the lines above the first part of a note; give back those that say where and when it is held."""
    rest = [para for para in parts.title if not set_apart(para, sheet)]
    setting = [para for para in rest if is_setting(para)]
    rest = [para for para in rest if para not in setting]
    if rest:
        read_titles(rest, sheet)
    return setting


def read_titles(rest: list[Para], sheet: Sheet) -> None:
    """Tell title, subtitle and theme apart among the lines that are left."""
    rest = [para for para in rest if len(para.text) <= LONGEST]
    if not rest:
        return
    bodies = [para for para in rest if not EVENT_ONLY.fullmatch(plain(para.text)) and para.words > 2]
    title = bodies[0] if bodies else rest[0]
    place = rest.index(title)
    if title.text.rstrip().endswith(":") and place + 1 < len(rest) and rest[place + 1].first - title.last < 3:
        # A title whose colon ends the line goes on below it.
        follower = rest.pop(place + 1)
        title = rest[place] = replace(title, text=f"{title.text} {follower.text}", last=follower.last)
    for para in rest:
        framed = para.text.strip()
        quoted = QUOTED.fullmatch(framed)
        if para is title:
            continue
        if quoted and not sheet.consultation.get("theme"):
            sheet.say(theme=quoted[1].strip())
        elif "subtitle" not in sheet.consultation and abs(para.first - title.last) < 8:
            bare = framed.strip(" –—-")
            sheet.say(subtitle=bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare)
        else:
            continue
        sheet.take(para)
    whole = QUOTED.fullmatch(title.text)
    sheet.say(title=whole[1].strip() if whole else title.text.strip())
    themed = THEMED.search(title.text)
    if themed:
        sheet.say(theme=themed[1].strip())
    sheet.take(title)


def unframed(text: str) -> str:
    """Take off quotation marks that enclose the whole text."""
    quoted = QUOTED.fullmatch(text)
    return quoted[1].strip() if quoted else text


def set_apart(para: Para, sheet: Sheet) -> bool:
    """Take a line that is part of the masthead but not of the title; True when that is all it says."""
    text = para.text.strip()
    topic, _, value = label_and_value(text)
    if topic in ("theme", "title"):
        sheet.say(**{topic: unframed(value)})
        sheet.take(para)
        return True
    kind = DOCUMENT.match(text)
    if kind and (not kind["kind"].islower() or kind.end() == len(text)):
        stated = kind["as_of"] or kind["of"] or kind["dated"] or ""
        sheet.say(document_type=kind["kind"].strip())
        _as_of(stated, sheet)
        rest = text[kind.end() :].strip(" :–—-")
        sheet.take(para)
        if rest and len(rest.split()) > 2:
            sheet.say(title=rest)
        return True
    if ORGANS.fullmatch(plain(text)):
        sheet.add("organiser", para.lines, owner="consultation", name=text, part="organiser")
        return True
    if DRAFT.fullmatch(text.strip("() ")) or NO_TITLE.fullmatch(text):
        sheet.take(para)
        return True
    if AS_OF.match(text) and _as_of(text, sheet):
        sheet.take(para)
        return True
    if add_bodies_of_title(para, sheet):
        return True
    if text.startswith(("A/", "HRC/")) and para.words == 1 and next(find_symbols(text), None):
        sheet.take(para)
        return True
    session = COUNCIL_SESSION.fullmatch(text.rstrip(" ."))
    if session and para.words < 14 and (session["of"] or sheet.of("organiser") or "ouncil" in text):
        sheet.say(held_during=text)
        sheet.take(para)
        return True
    return False


def add_bodies_of_title(para: Para, sheet: Sheet) -> bool:
    """Take a line of the title that names only who organises the event."""
    text = para.text.strip()
    found = ORGANISED_BY.fullmatch(text)
    if found is None:
        alone = BODY_LINE.fullmatch(text) and para.words < 14 and not first_kind(text) and not find_dates(text)
        if not alone or sheet.of("organiser"):
            return False
        sheet.add("organiser", para.lines, owner="consultation", name=text, part="organiser")
        return True
    for part, who in (("organiser", found["who"]), ("co_organiser", found["with"])):
        for name in one_or_listed(who or ""):
            sheet.add("organiser", para.lines, owner="consultation", name=re.sub("^the ", "", name), part=part)
    return True


def _as_of(text: str, sheet: Sheet) -> bool:
    """Read the day of which a draft is."""
    dates = find_dates(text)
    if dates and (AS_OF.match(text) or len(dates) == 1):
        sheet.say(as_of=dates[0].start)
        return True
    return False


def is_setting(para: Para) -> bool:
    """Tell whether a line of the title gives only place and date: "Geneva, 21-22 October 2019"."""
    dates, hours = find_dates(para.text), find_hours(para.text)
    if para.words > 30 or DEADLINE.search(para.text):
        return False
    if not dates and not hours:
        if para.words > 16 or any(pattern.search(para.text) for _, pattern in KINDS):
            return False
        placed = known_city(para.text) or (ONLINE.search(para.text) and para.words < 8)
        return bool(placed) or (para.words < 12 and bool(read_venue(para.text).room))
    left = para.text
    for each in sorted((*dates, *hours), key=lambda each: each.at, reverse=True):
        left = left[: each.at] + left[each.until :]
    return len(left.split()) <= 9 and not any(pattern.search(left) for _, pattern in KINDS)


def read_event_kind(parts: Parts, sheet: Sheet) -> None:
    """Read what kind of event it is: from the subtitle if that says nothing else, from the title, from the text."""
    subtitle = str(sheet.consultation.get("subtitle") or "")
    title = str(sheet.consultation.get("title") or "")
    for text in (subtitle, title) if EVENT_ONLY.fullmatch(plain(subtitle)) else (title, subtitle):
        kind = first_kind(text)
        if kind:
            sheet.say(event_kind=kind)
            break
    else:
        counts: dict[str, int] = {}
        for para in (para for section in parts.sections for para in section.paras):
            for found in re.finditer(
                r"\b(?:the|this|le|cet|el|este)\s(?:\w+\s){0,2}?(\w+(?:\s\w+)?)\s(?:will|aims|seeks"
                r"|is\s(?:organi|held|to))",
                para.text[:3000],
                re.IGNORECASE,
            ):
                kind = first_kind(found[1])
                if kind:
                    counts[kind] = counts.get(kind, 0) + 1
        if counts:
            sheet.say(event_kind=max(counts, key=lambda each: counts[each]))
    nth = re.search(
        rf"\b({ORDINAL})\s+(?:\w+[\s-]){{0,3}}?(?:workshop|panel|consultation|seminar|forum|meeting)",
        f"{subtitle} {title}",
        re.IGNORECASE,
    )
    if nth:
        sheet.say(ordinal=ordinal_number(nth[1]))


def first_kind(text: str) -> str:
    """Give the kind of event that a text names first, "" when it names none."""
    places = [
        (found.start(), rank, kind) for rank, (kind, pattern) in enumerate(KINDS) if (found := pattern.search(text))
    ]
    return min(places)[2] if places else ""
