"""What the words of an agenda item say of it: its kind, its area of cooperation, its minutes, where its title ends."""

import re

from hrdesk.agenda.concept_note.dates import find_hours
from hrdesk.agenda.concept_note.paragraphs import PROSE
from hrdesk.agenda.concept_note.sentences import NUMBER, halves, sentences

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        ("opening", r"^(?:official |formal )?opening|^welcome|^ouverture|^apertura"),
        ("closing", r"^(?:official |formal )?closing|^closure|^clôture|^clausura"),
        ("wrap_up", r"wrap(?:ping)?[- ]?up"),
        ("adoption", r"^adoption"),
        ("way_forward", r"way forward|ways forward"),
        (
            "discussion",
            r"^(?:interactive|general|plenary|open) (?:discussion|dialogue|debate)|interventions from the "
            r"floor|^questions and answers|^q ?& ?a\b",
        ),
    )
)
PANEL = re.compile(r"panel", re.IGNORECASE)

AREAS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "information_sharing",
        re.compile(r"(?:information[- ]sharing|sharing (?:of )?information|exchange of information)", re.IGNORECASE),
    ),
    ("joint_activities", re.compile(r"joint (?:activities|actions|initiatives)", re.IGNORECASE)),
    ("follow_up", re.compile(r"follow[- ]?up (?:to|on|of) (?:the )?(?:recommendations|decisions)", re.IGNORECASE)),
)

VERB = re.compile(
    r"\b(?:will|would|could|should|shall|may|might|can|is|are|was|were|has|have|seeks?|aims?|focuses"
    r"|explores?|examines?|addresses|discusses|includes?|sera|será|devrait)\b",
    re.IGNORECASE,
)
MINUTES = re.compile(
    rf"(?:(?:estimated to take|approximately|approx\.?|about|around|up to|for|total(?: of)?|maximum(?: of)"
    rf"?|lasting)\s)*(?:up to\s)?(?P<number>{NUMBER})[\s-]?(?P<unit>hours?|hrs?|h|minutes?|mins?\.?"
    rf"|heures?|horas?|minutos)\b(?:\s?(?P<more>\d\d)\s?(?:minutes|mins?)?)?",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\s*[(\[]([^)\]]{2,60})[)\]]\s*:?\s*$")
DASHED = re.compile(r"\s*[-–—,]\s*((?:\d{1,3}|one|two|three)\s?(?:hours?|minutes|mins?)\b\.?)\s*$", re.IGNORECASE)
HALF_DAY = re.compile(r"(?:one )?half[- ]?(?:a )?day|full day|one day|morning|afternoon|day \d", re.IGNORECASE)


def item_kind(title: str, word: str) -> str:
    """Tell the kind of an item by its title, else by the word before its number ("Panel 3")."""
    for kind, pattern in KINDS:
        if pattern.search(title):
            return kind
    if PANEL.search(word):
        return "panel"
    return "working" if re.search(r"working|session|séance|sesión", word, re.IGNORECASE) else ""


def area_of(title: str) -> tuple[str, str]:
    """Give the area of cooperation a title names and, for "Area: theme", the theme; "" where there is none."""
    named = [area for area, pattern in AREAS if pattern.search(title)]
    if len(named) != 1:
        return "", ""
    before, sign, after = title.partition(":")
    pattern = dict(AREAS)[named[0]]
    if sign and pattern.fullmatch(before.strip()):
        return named[0], after.strip()
    return named[0], ""


def minutes_in(text: str) -> tuple[int | None, str]:
    """Read a length in minutes and how it is written: "estimated to take up to 1 hour", "10:00 – 11:30"."""
    hours = find_hours(text)
    if hours:
        return hours[0].minutes, text[hours[0].at : hours[0].until].strip()
    found = MINUTES.search(text)
    if found is None:
        return None, ""
    twice = halves(found["number"])
    if twice is None:
        return None, ""
    unit = found["unit"].casefold()
    if unit.startswith("h"):
        return twice * 30 + int(found["more"] or 0), found.group().strip()
    return (twice // 2 if twice % 2 == 0 else None), found.group().strip()


def split_minutes(title: str) -> tuple[str, int | None, str]:
    """Split the length off the end of a title: "Opening (30 minutes)"."""
    for pattern in (BRACKET, DASHED):
        found = pattern.search(title)
        if found:
            minutes, written = minutes_in(found[1])
            if minutes is not None:
                return title[: found.start()].strip(), minutes, written
            if HALF_DAY.search(found[1]) and len(found[1]) < 30:
                return title[: found.start()].strip(), None, found[1].strip()
    hours = find_hours(title)
    if hours and hours[0].at == 0:
        rest = title[hours[0].until :].strip(" :–—-\t")
        return rest, hours[0].minutes, title[: hours[0].until].strip()
    return title, None, ""


def split_title(text: str) -> tuple[str, str]:
    """Split a paragraph into the title of an item and the rest; no title where the first sentence is a statement."""
    pieces = sentences(text)
    if not pieces:
        return "", text
    first = pieces[0]
    statement = VERB.search(re.sub(r"[“\"«].*?[”\"»]", "", first)) and (
        first.endswith(".") or len(first.split()) >= PROSE
    )
    if first.endswith("?") and len(pieces) > 1:
        return "", text
    if statement:
        return "", text
    return first, text[len(first) :].strip()


def unquoted(title: str) -> str:
    """Take off quotation marks that enclose a whole title."""
    found = re.fullmatch(r"[“\"«]\s?([^“”\"«»]+?)\s?[”\"»]", title)
    return found[1] if found else title


def unfinished(title: str) -> bool:
    """Tell whether a title breaks off: an open quotation or bracket, or a word that asks for more."""
    return (
        title.count("“") > title.count("”")
        or title.count('"') % 2 == 1
        or title.count("(") > title.count(")")
        or re.search(
            r"\b(?:of|the|and|or|for|to|in|on|with|between|by|from|de|des|du|la|les|et|y|los|del)$|[,:–]$", title
        )
        is not None
    )
