"""Rounds of the floor, with the minutes of interventions and of replies, and the agenda they make."""

import re
from dataclasses import dataclass

from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.item_words import item_kind, minutes_in
from hrdesk.agenda.concept_note.ordinals import ordinal_number
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.sentences import NUMBER

FLOOR = re.compile(
    r"\b(?:floor|(?:first|second|third) round|interventions?|statements|comments|questions from)\b", re.IGNORECASE
)

REPLY = re.compile(r"\b(?:respond|responses?|repl(?:y|ies)|answers?|concluding|reactions?)\b", re.IGNORECASE)

QUANTITY = re.compile(rf"\b(?P<number>{NUMBER})[\s-](?P<unit>minutes?|hours?)\b", re.IGNORECASE)

SLOTS = re.compile(
    r"\b(?P<count>two|three|four|2|3|4)\s(?:(?:one|two|1|2)-hour\s|\d+-minute\s)?(?:slots|rounds|segments|parts"
    r"|sets|clusters)\b",
    re.IGNORECASE,
)

NTH = re.compile(r"\b(first|second|third|fourth)\s(?:round|slot|segment|set|part)\b", re.IGNORECASE)

ONE_SPEAKER = re.compile(
    rf"(?P<before>\b(?:up to|(?:speak|talk) for more than|keep to|kept to|at most|not exceed(?:ing)?"
    rf"|no (?:more|longer) than|maximum of|limited to"
    rf"|limit of|limit (?:themselves|(?:his|her|their) \w+) to|must not exceed|speaking (?:time"
    rf"|limit)s?(?:\sof|\sis|\swill be|:)?)\s(?:a maximum of\s|up to\s)?)?"
    rf"\b(?P<number>{NUMBER})(?P<range>\s?(?:-|–|to)\s?{NUMBER})?[\s-](?P<unit>minutes?|mins?|seconds?"
    rf"|secs?)\b(?P<after>[\s-](?:long\s)?(?:interventions?|statements?|presentations?|remarks|each"
    rf"|per\s(?:speaker|delegation|intervention|statement|panell?ist|person)|for\s(?:each|every|all)\b"
    rf"|speaking time))?",
    re.IGNORECASE,
)

COUNTS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}


@dataclass
class Round:
    """A round of the floor and where its words stand."""

    number: int
    floor: int
    reply: int | None
    text: str
    lines: tuple[int, int]


def slots_of(sentence: str) -> int:
    """Tell how many rounds a sentence announces, 0 when it does not say."""
    slots = SLOTS.search(sentence)
    return COUNTS[slots["count"].casefold()] if slots else 0


def read_round(sentence: str, para: Para, rounds: list[Round], announced: int = 1) -> tuple[list[Round], int] | None:
    """Read "45 minutes … from the floor, followed by 15 minutes for replies", and where talk of one speaker ends."""
    amounts = [
        (found, minutes_in(found.group())[0])
        for found in QUANTITY.finditer(sentence)
        if not re.match(
            r"[\s-](?:interventions?|statements?|each\b|per\b|slots|rounds|segments|parts)", sentence[found.end() :]
        )
    ]
    floor: tuple[re.Match[str], int] | None = None
    reply: int | None = None
    slots = SLOTS.search(sentence)
    for found, minutes in amounts:
        if minutes is None or minutes < 5:
            continue
        around = sentence[max(0, found.start() - 110) : found.end() + 70]
        after = sentence[found.end() : found.end() + 70]
        last_part = re.split(r"[,;:]\s|\bfollowed by\b", sentence[: found.start()])[-1]
        if slots and found.end() <= slots.start() and "each" in sentence[slots.end() :]:
            # What goes before "two slots of 40 minutes each" is the time of something else.
            continue
        if slots and found.start() >= slots.start() and re.match(r"\s?each\b", after):
            continue
        if REPLY.search(last_part) or (floor is not None and REPLY.search(re.split(r"[,;]\s", after)[0])):
            reply = minutes if floor is not None else reply
        elif floor is None and FLOOR.search(around):
            floor = (found, minutes)
    if floor is None or (reply is None and not NTH.search(sentence)):
        return None
    start = max(0, floor[0].start())
    nth = NTH.search(sentence)
    number = ordinal_number(nth[1]) if nth else len(rounds) + 1
    count = slots_of(sentence) or announced
    text = sentence.rstrip(".")
    cut = text.find("followed by") if not nth and not slots and ONE_SPEAKER.search(text[:start]) else -1
    made = [
        Round((number or 1) + each, floor[1], reply, text[cut:] if cut > start else text, para.lines)
        for each in range(count)
    ]
    return made, cut if cut > start else 0


def items_of(rounds: list[Round], openings: list[tuple[str, int | None, str, tuple[int, int]]], sheet: Sheet) -> None:
    """Make the agenda of a panel whose note has none: presentations, then each round of floor and replies."""
    if not rounds:
        return
    number = 0
    for title, minutes, written, lines in openings:
        number += 1
        sheet.add(
            "agenda_item",
            lines,
            whole=False,
            consultation=CONSULTATION,
            number=str(number),
            title=title,
            minutes=minutes,
            minutes_as_written=written,
            item_kind=item_kind(title, ""),
        )
    names = ("First", "Second", "Third", "Fourth")
    for place, each in enumerate(rounds[:4]):
        number += 1
        sheet.add(
            "agenda_item",
            each.lines,
            whole=False,
            consultation=CONSULTATION,
            number=str(number),
            title=f"{names[place]} round of interventions from the floor",
            minutes=each.floor,
            item_kind="discussion",
        )
        if each.reply is not None:
            number += 1
            concluding = re.search(
                r"\bresponses and concluding remarks(?: (?:from|by) the panell?ists)?", each.text, re.IGNORECASE
            )
            words = concluding.group() if concluding else "responses by panellists"
            sheet.add(
                "agenda_item",
                each.lines,
                whole=False,
                consultation=CONSULTATION,
                number=str(number),
                title=words[:1].upper() + words[1:],
                minutes=each.reply,
                item_kind="discussion",
            )
