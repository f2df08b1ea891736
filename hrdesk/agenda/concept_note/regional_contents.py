"""What a regional consultation was: region, place and bodies, the themes it proposed and the key points it made."""

import re
from collections.abc import Sequence

from hrdesk.agenda.concept_note.dates import find_dates
from hrdesk.agenda.concept_note.finding import Sheet
from hrdesk.agenda.concept_note.marks import inline_items
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.participants import add_category
from hrdesk.agenda.concept_note.places import known_city, read_venue
from hrdesk.agenda.concept_note.sentences import listed, listed_bodies, sentences, strip_and

REGIONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (region, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for region, words in (
        (
            "Americas",
            r"americas?|inter[- ]american|latin america(?: and the caribbean)?|IACHR|organization of american states",
        ),
        ("Africa", r"africa|african|ACHPR|banjul"),
        ("Europe", r"europe|european|council of europe|OSCE"),
        ("Arab region", r"arab (?:region|states|charter)|league of arab states|arab"),
        ("Asia and the Pacific", r"asia and the pacific"),
        ("Asia-Pacific", r"asia[- ]pacific"),
        ("Asia", r"asia|asian|ASEAN|AICHR"),
        ("Middle East", r"middle east(?: and north africa)?|MENA"),
        ("Pacific", r"pacific"),
    )
)

HELD = re.compile(
    r"\b(?:(?:was|were|have been|has been)\s(?:also\s)?(?:held|organi[sz]ed|convened|conducted)"
    r"|took place|(?:organi[sz]ed"
    r"|held|convened|conducted)\s(?:an?|the|two|three|four|five|several|\w+\svirtual)?\s?(?:\w+\s)"
    r"{0,3}?(?:consultations?|briefings?|meetings?))\b",
    re.IGNORECASE,
)

PLACE = re.compile(
    r"\b(?:in|at)\s(?P<place>(?:the\s)?[A-ZÀ-Þ][\wÀ-þ.’'-]*(?:,?\s(?:of|and|the|de|[A-ZÀ-Þ][\wÀ-þ.’'-]*)){0,7})"
)

WITH = re.compile(
    r"\b(?:(?P<how>in (?:close )?(?:cooperation|collaboration|partnership|coordination)|jointly|together"
    r"|co-organi[sz]ed|co-hosted)\s(?:with|by)|(?P<plain>with)|hosted by(?P<host>))\s(?:the\s)?(?P<who>.+)",
    re.IGNORECASE,
)

INCLUDED = re.compile(
    r"\bparticipants (?:to the consultation )?(?:included|were)\s(?:representatives\s(?:from|of)"
    r"\s(?:the\s)?)?(?P<who>[^.]{3,600})|\bwith the participation of\s(?:the\s)?(?P<with>.{3,400}?)"
    r"(?=,?\s(?:was|were)\s|[.]|$)"
    r"|\b(?:was|were) attended by\s(?:the\s)?(?P<by>[^.]{3,400})",
    re.IGNORECASE,
)

WAS_INVITED = re.compile(r"^(?:The\s)?(?P<who>[A-Z].{3,160}?)\s(?:was|were)\s(?:also\s)?invited\b")

RECOMMENDED_AS = re.compile(
    r"\b(?:recommended|proposed|suggested|chose"
    r"|selected)\s(?!that\b)(?P<theme>[^,.;]{3,160}?)\sas (?:the |a )?(?:main |overall "
    r"|common )?theme\b[^,.;]{0,60}(?P<rest>.*)",
    re.IGNORECASE,
)

RECOMMENDED = re.compile(
    r"\brecommended that (?:the theme of the (?:next )?\w+ be (?P<theme>.{3,160}?)"
    r"|(?P<theme_first>.{3,160}?) be the theme\b[^,.;]{0,60}?)(?=,|\.|;|\staking|\sgiven|\sbecause|\sas\b"
    r"|$)(?P<rest>.*)",
    re.IGNORECASE,
)

REASON = re.compile(
    r"^,?\s*(?:taking into account (?:that|the fact that)|because|since|considering(?: that)?|as|in view "
    r"of(?: the fact that)?|due to)\s(?P<why>[^.]+)|^,?\s*(?P<given>given [^.]+)",
    re.IGNORECASE,
)

OTHER_THEMES = re.compile(
    r"\b(?:other|further|additional) themes?(?: proposed| suggested| mentioned)?(?: were| included)?,?\s?"
    r"(?P<order>\(?in (?:this |the )?order of (?:preference|priority)\)?)?,?(?: were| included| are)?\s?:?\s"
    r"(?P<themes>[^.]{3,500})",
    re.IGNORECASE,
)

OUTCOME = re.compile(
    r"\b(?P<document>outcome document(?:\s(?:(?:was\s)?(?P<status>validated|adopted|endorsed)"
    r"(?:\sby\s(?:the\s)?participants)?))?|protocols?)\b",
    re.IGNORECASE,
)

POINTS = re.compile(
    r"\b(?:key|main)\s(?:points|messages|recommendations|outcomes|issues|conclusions|findings)\b"
    r"|\brecommended\b[^.]*:$|\bfollowing\b[^.]*:$",
    re.IGNORECASE,
)

BRIEFING = re.compile(r"\bbriefing\b", re.IGNORECASE)

THEME_CHOICE = re.compile(r"\bidentif\w+ (?:the |possible )?themes?\b", re.IGNORECASE)

ORGANISED = re.compile(
    r"(?:^|,\s)(?P<who>(?:the\s)?[A-Z][^,.;]{1,80}?)\s(?:organi[sz]ed|held|convened|hosted)\s(?:an?|the)\s",
    re.IGNORECASE,
)


def region_of(text: str) -> str:
    """Name the region a text speaks of, "" when it names none or several."""
    found = [region for region, pattern in REGIONS if pattern.search(text)]
    if "Asia-Pacific" in found or "Asia and the Pacific" in found:
        found = [region for region in found if region not in ("Asia", "Pacific")]
    return found[0] if len(found) == 1 else ""


def place_in(text: str) -> str:
    """Find where something was held: "in Washington D.C., United States of America"."""
    for found in PLACE.finditer(text):
        words = found["place"].strip(" ,")
        words = re.split(r",?\s(?:on|from|with|and)\s|\s(?:On|From|With)\s", words)[0].strip(" ,")
        city = known_city(words)
        if words.endswith(".") and not words.endswith("D.C."):
            words = words.rstrip(".")
        if city and words.casefold().startswith(city[0].casefold()):
            tail = words[len(city[0]) :].strip(" ,.")
            return (
                words
                if not tail or tail.casefold() in ("d.c", "dc") or read_venue(words).country or len(tail.split()) < 5
                else city[0]
            )
        if read_venue(words).country and "," in words:
            return words
    return ""


def place_at_front(text: str) -> str:
    """Give the city with which an entry begins or which stands between commas, "" when there is none we know."""
    for piece in re.split(r"[,;:()]|\s[–—-]\s", text):
        city = known_city(piece)
        if city and len(piece.split()) <= len(city[0].split()) + 1:
            district = re.match(rf"{re.escape(city[0])},? D\.?C\.?", text[text.find(city[0]) :])
            return district.group() if district else city[0]
    return ""


def fill(key: str, paras: Sequence[Para], sheet: Sheet) -> None:
    """Read who took part, the themes, the outcome document and the key points of a consultation."""
    points = False
    theme = substance = False
    announced = any(POINTS.search(para.text) for para in paras if not para.mark)
    for para in paras:
        if para.mark:
            if announced is False or points or not any(each.mark for each in paras[: paras.index(para)]):
                sheet.add("key_point", para.lines, regional_consultation=key, text=para.text)
                substance = True
            continue
        points = points or POINTS.search(para.text) is not None
        understood = False
        for sentence in sentences(para.text):
            understood = bodies(key, sentence, para, sheet) or understood
            advised = RECOMMENDED_AS.search(sentence) or RECOMMENDED.search(sentence)
            if advised:
                reason = REASON.search(advised["rest"])
                theme_named = advised["theme"] or advised.groupdict().get("theme_first") or ""
                sheet.amend(
                    key,
                    recommended_theme=theme_named.strip(),
                    reason=(reason["why"] or reason["given"]).strip() if reason else "",
                )
                theme = True
            others = OTHER_THEMES.search(sentence)
            if others:
                _, numbered = inline_items(others["themes"])
                named = [strip_and(text) for _, text in numbered] or listed(others["themes"])
                for rank, name in enumerate(named, start=1):
                    sheet.add(
                        "theme_preference",
                        para.lines,
                        whole=False,
                        regional_consultation=key,
                        theme=name,
                        rank=rank if others["order"] else None,
                    )
            outcome = OUTCOME.search(sentence)
            if outcome and "outcome document" in outcome.group().casefold():
                status = (outcome["status"] or "").casefold()
                sheet.amend(
                    key,
                    outcome_document=outcome["document"].strip(),
                    validation={"validated": "validated", "endorsed": "validated", "adopted": "adopted"}.get(
                        status, ""
                    ),
                )
            theme = theme or THEME_CHOICE.search(sentence) is not None
            understood = understood or bool(advised or others or outcome or HELD.search(sentence))
        if understood:
            sheet.take(para)
    briefing = BRIEFING.search(str(sheet.records[key].values.get("title", "")))
    sheet.amend(key, purpose="briefing" if briefing else "theme" if theme else "substance" if substance else "")


def bodies(key: str, sentence: str, para: Para, sheet: Sheet) -> bool:
    """Read who organised, who took part and who was invited, from one sentence."""
    invited = WAS_INVITED.match(sentence)
    if invited and len(invited["who"].split()) < 20:
        add_category(invited["who"], para, key, "invited", sheet, whole=False)
        return True
    included = INCLUDED.search(sentence)
    if included:
        words = included["who"] or included["with"] or included["by"]
        for member in listed_bodies(re.sub(r",?\s(?:was|were) held.*$", "", words)):
            named = re.sub(r"^(?:the|of the)\s", "", member)
            add_category(named, para, key, "participant", sheet, whole=False)
        return True
    if not HELD.search(sentence):
        return False
    joint = re.search(
        r"\b(?:in (?:close )?(?:cooperation|collaboration|partnership|coordination)|jointly|together"
        r"|co-organi[sz]ed|co-hosted)\s(?:with|by)\s(?:the\s)?(?P<who>[^.;]{3,200}?)(?=,?\s(?:in"
        r"|at|was|were|organi[sz]ed|held|convened)\s|,?\s(?:on|from)\s(?:the\s)?(?:\d|[A-Z][a-z]+day|\w+ \d)|[.;]|$)",
        sentence,
        re.IGNORECASE,
    )
    organised = ORGANISED.search(sentence)
    if organised and len(organised["who"].split()) < 10 and not find_dates(organised["who"]):
        add_organiser(key, re.sub(r"^the\s", "", organised["who"], flags=re.IGNORECASE), "organiser", para, sheet)
    if joint:
        for name in listed_bodies(joint["who"]):
            add_organiser(key, name, "co_organiser", para, sheet)
    within = re.search(
        r"\bwithin an?\s[^,.;]{3,60}?\b(?:organi[sz]ed|convened|held) by\s(?:the\s)?(?P<who>[^,.;]{3,120})", sentence
    )
    if within:
        add_organiser(key, within["who"], "organiser", para, sheet)
    hosted = re.search(r"\bhosted by\s(?:the\s)?(?P<who>[^,.;]{3,120})", sentence)
    if hosted:
        add_organiser(key, hosted["who"], "host", para, sheet)
    return bool(joint or organised or hosted)


def add_organiser(key: str, name: str, part: str, para: Para, sheet: Sheet) -> None:
    """Write an organiser of a consultation down, once."""
    name = re.sub(r"^the\s", "", strip_and(name))
    if not any(each.values.get("owner") == key and each.values.get("name") == name for each in sheet.of("organiser")):
        sheet.add("organiser", para.lines, whole=False, owner=key, name=name, part=part)


def partners(key: str, text: str, para: Para, sheet: Sheet) -> None:
    """Read the bodies with which a consultation was held."""
    found = WITH.search(text)
    if found is None:
        return
    who = re.split(
        r",?\s(?:and\s)?(?:(?:on|from)\s(?:the\s)?\d|(?:in|at)\s[A-Z]|(?:to|which|where|in order)\s)|[.;]", found["who"]
    )[0]
    dates = find_dates(who)
    who = who[: dates[0].at].strip(" ,(") if dates else who
    if re.match(r"(?:a view|participation|the participation)", who):
        return
    for name in listed_bodies(who):
        if re.sub(r"^the\s", "", name)[:1].isupper():
            add_organiser(key, name, "co_organiser", para, sheet)
