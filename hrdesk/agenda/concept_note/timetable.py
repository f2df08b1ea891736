"""Timetables: lines that begin with the hour, breaks that are no items, days that only divide."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hrdesk.agenda.concept_note.dates import find_hours
from hrdesk.agenda.concept_note.labels import plain
from hrdesk.agenda.concept_note.paragraphs import Para

START = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])\s?[:.h]\s?(?P<minute>[0-5]\d)\s?(?:(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?h(?:rs?|ours)?\b)?"
    r"\s*[:–—-]?\s*(?=$|[^\W\d]|[“\"(])",
    re.IGNORECASE,
)

BREAK = re.compile(
    r"(?:(?:coffee|tea|lunch|health|refreshment|networking|morning|afternoon|comfort|short|group)\b.{0,25}\bbreak|break"
    r"|(?:networking |working |buffet )?lunch(?:eon)?|coffee|tea|(?:arrival|registration)\b.{0,40}|reception|cocktail"
    r"|group photo\w*|family photo\w*|end of (?:the )?(?:meeting|day|session|workshop|panel|programme)|dinner"
    r"|pause(?:[- ](?:café|déjeuner))?|déjeuner|inscription|accueil des participants|almuerzo|receso"
    r"|pausa(?: (?:para|de) .{3,20})?|inscripción|café)\b[^:]{0,40}",
    re.IGNORECASE,
)
"""What stands in a timetable and is no item of the agenda."""

DAY = re.compile(
    r"(?:(?:first|second|third|fourth|last|final)\sday|day\s(?:\d|one|two|three|four|[ivx]+)|jour\s\d|día\s\d"
    r"|(?:premier|deuxième|première|troisième)\s(?:jour(?:née)?)|(?:primer|segundo|tercer)\sdía"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?\s(?:the\s)?\d{1,2}|morning|afternoon|matin|après-midi)"
    r"(?:\b.{0,60})",
    re.IGNORECASE,
)
HEADS = re.compile(r"(?:time|hours?|schedule|timing|heures?|horaires?|horas?|horario|day and time)", re.IGNORECASE)
"""What the first column of a timetable is called."""

FEWEST = 3


@dataclass(frozen=True)
class Timed:
    """A line of a timetable: when it begins in minutes of the day, how long it takes if it says so, what is left."""

    begins: int
    minutes: int | None
    written: str
    rest: str


def timed(text: str) -> Timed | None:
    """Read the hour with which a line begins; None when it begins with none."""
    hours = find_hours(text[:60])
    if hours and hours[0].at == 0:
        first = hours[0]
        hour, minute = map(int, first.start.split(":"))
        return Timed(
            60 * hour + minute, first.minutes, text[: first.until].strip(), text[first.until :].strip(" :–—-\t")
        )
    found = START.match(text)
    if found is None:
        return None
    hour = (
        int(found["hour"]) % 12 + (12 if found["half"].casefold() == "p" else 0)
        if found["half"]
        else int(found["hour"])
    )
    return Timed(60 * hour + int(found["minute"]), None, "", text[found.end() :].strip())


def is_break(title: str) -> bool:
    """Tell whether a line of a timetable is a break, the registration or an end."""
    return BREAK.fullmatch(title.strip(" .")) is not None


def is_day(para: Para) -> bool:
    """Tell whether a line only says which day or half day follows."""
    return (
        not para.mark
        and para.words <= 9
        and not para.text.endswith(("?", ";"))
        and DAY.fullmatch(para.text) is not None
    )


def is_column_head(para: Para) -> bool:
    """Tell whether a line or cell heads the column of the hours."""
    first = para.cells[0] if para.cells else para.text
    return (
        bool(para.cells or para.cell or para.tabbed)
        and HEADS.fullmatch(plain(first)) is not None
        and len(para.cells) < 5
    )


def begins_timetable(paras: Sequence[Para], at: int) -> bool:
    """Tell whether a timetable begins here: three lines of the next ones begin with an hour, each later than before."""
    if timed(paras[at].text) is None or paras[at].prose:
        return False
    following = [found.begins for para in paras[at : at + 12] if (found := timed(para.text)) is not None]
    return len(following) >= FEWEST and following[:FEWEST] == sorted(set(following[:FEWEST]))


def length_until(paras: Sequence[Para], at: int) -> int | None:
    """Tell how many minutes pass until the next line of the same day begins; None when none follows."""
    here = timed(paras[at].text)
    for para in paras[at + 1 :]:
        if is_day(para):
            return None
        there = timed(para.text)
        if there is not None:
            return there.begins - here.begins if here and there.begins > here.begins else None
    return None
