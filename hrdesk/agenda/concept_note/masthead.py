"""The title of a note: kind of document, organ, title, subtitle, theme, kind of event, which in its series."""

import re
from dataclasses import replace
from itertools import pairwise

from hrdesk.agenda.concept_note.dates import find_dates, find_hours
from hrdesk.agenda.concept_note.event_kind import EVENT_ONLY, EVENT_WORDS, KINDS, first_kind
from hrdesk.agenda.concept_note.finding import Sheet
from hrdesk.agenda.concept_note.labels import label_and_value, plain
from hrdesk.agenda.concept_note.ordinals import ORDINAL
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.places import ONLINE, known_city, read_venue
from hrdesk.agenda.concept_note.sentences import one_or_listed
from hrdesk.records.symbols import find_symbols

DOCUMENT = re.compile(
    r"(?P<kind>(?:draft |revised |final |updated |information |joint )*(?:concept note|concept paper"
    r"|background note|background paper|discussion paper|information note|note conceptuelle|note d['’]information"
    r"|note de cadrage|note de synthèse|document de réflexion|nota conceptual|nota informativa|nota de concepto))"
    r"(?: (?:and|et|y) (?:(?:draft|provisional|tentative) )?(?:agenda|programme|programa|ordre du jour))?"
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
    r"(?:(?:jointly )?(?:co-?)?(?:organi[sz]ed|convened|hosted)(?: jointly)? by|organisée? (?:conjointement )?par"
    r"|organizad[oa] (?:conjuntamente )?por) (?P<who>.{3,200}?)"
    r"(?:,? (?:in (?:close )?(?:cooperation|collaboration|partnership) with|jointly with|together with"
    r"|en (?:coopération|collaboration|partenariat) avec|en (?:cooperación|colaboración) con) (?P<with>.{3,200}))?\.?",
    re.IGNORECASE,
)
BODY_LINE = re.compile(
    r"(?:the )?(?:united nations |un |european |african |inter-american |asean intergovernmental )?(?:sub-?)?"
    r"(?:committee|commission|working group|court)\b[^:;.]{0,100}|human rights committee"
    r"|(?:cour|comité|commission|corte|comisión) (?!sur|de suivi)[^:;.]{3,100}",
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
    r"(?:united nations|nations unies|naciones unidas"
    r"|united nations human rights,? office of the high commissioner(?: for human rights)?"
    r"|office of the high commissioner|(?:un|ohchr|un "
    r"human rights) logo|united nations human rights|un human rights|distr\b.*|original:.*"
    r"|page \d+.*|\d{1,3}|english(?: only)?"
    r"|annual theme|agenda item \d+.*|ge\.\d.*)",
    re.IGNORECASE,
)
COUNCIL_SESSION = re.compile(
    rf"(?:(?P<ordinal>{ORDINAL})\s(?:regular\s|special\s)?(?:session|período de sesiones)"
    rf"(?:\s(?:of|du|del)\s(?:the\s)?(?P<of>[^“”\":]{{3,80}}))?(?:\s?\([^()]{{4,50}}\))?"
    rf"|(?:human rights council|council)[\s,–-]+{ORDINAL}\s(?:regular\s)?session)",
    re.IGNORECASE,
)

LONGEST_DAY, LONGEST_SETTING = 9, 16
"""Words beside the days of a line that says when, and where it also names a place that we know."""

LONGEST = 500
"""Characters of a title; what is longer is none."""

QUOTED = re.compile(r"[“\"«]\s?([^”\"»]{8,300})\s?[”\"»]\.?")
THEMED = re.compile(
    r"\b(?:on the theme(?: of)?|theme:|under the theme|sur le thème|sobre el tema)"
    r"\s*[:,]?\s*[“\"«]?\s?([^”\"»]{8,300}?)\s?[”\"»]?\s*$",
    re.IGNORECASE,
)


HOUSE = re.compile(
    r"\b(?:conference cent(?:re|er)|convention cent(?:re|er)|hotel|hôtel|palais|palace|palacio"
    r"|building|headquarters|house"
    r"|campus|university|université|universidad)\b",
    re.IGNORECASE,
)
"""Words by which a line is a building, and no body that bears the name of one."""


def read_masthead(parts: Parts, sheet: Sheet) -> list[Para]:
    """Read the lines above the first part of a note; give back those that say where and when it is held."""
    rest = [para for para in parts.title if not set_apart(para, sheet)]
    setting: list[Para] = []
    for para in rest:
        below = bool(setting) and para.first - setting[-1].last < 3
        if is_setting(para) or (below and is_building(para)):
            setting.append(para)
    rest = [para for para in rest if para not in setting]
    if rest:
        read_titles(rest, sheet)
    if "document_type" not in sheet.consultation:
        read_document_type(parts, sheet)
    return setting


def read_document_type(parts: Parts, sheet: Sheet) -> None:
    """Read what the note calls itself where that stands below its first labels."""
    for section in parts.sections:
        for para in [section.heading, *section.paras] if section.heading else section.paras:
            kind = DOCUMENT.fullmatch(para.text) if para.words < 7 and not para.mark else None
            if kind:
                sheet.say(document_type=kind["kind"].strip())
                sheet.take(para)
                return


def read_titles(rest: list[Para], sheet: Sheet) -> None:
    """Tell title, subtitle and theme apart among the lines that are left."""
    rest = [para for para in rest if len(para.text) <= LONGEST]
    if not rest:
        return
    for place, (para, below) in enumerate(pairwise(rest)):
        if EVENT_ONLY.fullmatch(plain(para.text)) and below.text[:1].islower() and below.first == para.last + 1:
            # "International Workshop" alone on its line goes on below: "on strengthening cooperation".
            rest[place : place + 2] = [replace(para, text=f"{para.text} {below.text}", last=below.last)]
            break
    bodies = [para for para in rest if not EVENT_ONLY.fullmatch(plain(para.text)) and para.words > 2]
    title = bodies[0] if bodies else rest[0]
    place = rest.index(title)
    while (
        place + 1 < len(rest)
        and title.capitals
        and rest[place + 1].capitals
        and rest[place + 1].first == title.last + 1
        and not (title.cell or QUOTED.fullmatch(rest[place + 1].text))
        and len(title.text) < LONGEST
    ):
        # Lines in capitals that follow each other without a gap are one title, broken.
        follower = rest.pop(place + 1)
        title = rest[place] = replace(title, text=f"{title.text} {follower.text}", last=follower.last)
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
        elif DEADLINE.search(framed) or (para.cell and not first_kind(framed)):
            continue
        elif "subtitle" not in sheet.consultation and abs(para.first - title.last) < 8:
            bare = framed.strip(" –—-")
            sheet.say(subtitle=bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare)
        else:
            continue
        sheet.take(para)
    if sheet.consultation.get("title") and EVENT_WORDS.search(title.text):
        # The title has a label of its own; this line says what the event is.
        sheet.say(subtitle=title.text.strip())
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
            sheet.add(
                "organiser",
                para.lines,
                owner="consultation",
                name=re.sub("^(?:the|le|la|el|les|los) |^l['’]", "", name),
                part=part,
            )
    return True


def _as_of(text: str, sheet: Sheet) -> bool:
    """Read the day of which a draft is."""
    dates = find_dates(text)
    if dates and (AS_OF.match(text) or len(dates) == 1):
        sheet.say(as_of=dates[0].start)
        return True
    return False


def is_building(para: Para) -> bool:
    """Tell whether a line below place and date gives only a building."""
    return para.words < 12 and HOUSE.search(para.text) is not None and not EVENT_WORDS.search(para.text)


def is_setting(para: Para) -> bool:
    """Tell whether a line of the title gives only place and date: "Geneva, 21-22 October 2019"."""
    dates, hours = find_dates(para.text), find_hours(para.text)
    if para.words > 30 or (DEADLINE.search(para.text) and not ONLINE.match(para.text)):
        return False
    if not dates and not hours:
        if para.words > 16 or any(pattern.search(para.text) for _, pattern in KINDS):
            return False
        placed = (
            known_city(para.text)
            or (ONLINE.search(para.text) and para.words < 8)
            or (ONLINE.match(para.text) and para.words < 14)
        )
        return bool(placed) or (para.words < 12 and bool(read_venue(para.text).room))
    left = para.text
    spans = [(each.at, each.until) for each in dates] + [(each.at, each.until) for each in hours]
    for at, until in sorted(spans, reverse=True):
        left = left[:at] + left[until:]
    named = bool(known_city(left) or read_venue(left).room or read_venue(left).building)
    return len(left.split()) <= (LONGEST_SETTING if named else LONGEST_DAY) and not any(
        pattern.search(left) for _, pattern in KINDS
    )
