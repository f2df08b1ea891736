"""The rules for the floor: when the list opens, who goes first, how long each may speak, rounds and segments."""

import re

from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.item_words import minutes_in
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.rounds import NTH, ONE_SPEAKER, QUANTITY, Round, items_of, read_round, slots_of
from hrdesk.agenda.concept_note.sentences import NUMBER, sentences
from hrdesk.agenda.concept_note.speaking import limits

LIST_OPENS = re.compile(
    r"\blists?\sof\sspeakers\b[^.;]{0,100}?\b(?:(?:will|shall)\s(?:be\s)?(?:established|opened|open|drawn "
    r"up|compiled|prepared)|opens|is established)\b"
    r"|\b(?:inscri\w+|register|sign up|registration)\b[^.;]{0,60}\blist of speakers\b",
    re.IGNORECASE,
)
LIST_CLOSES = re.compile(
    r"\blists?\sof\sspeakers\b[^;]{0,140}?\band\s(?:will\s)?close[sd]?\b"
    r"|\blists?\sof\sspeakers\b[^.;]{0,100}?\b(?:will|shall)\s(?:be\s)?closed?\b"
    r"|\blists?\sof\sspeakers\scloses\b",
    re.IGNORECASE,
)
PRIORITY = re.compile(
    r"\b(?:(?:be\s)?(?:moved|placed|put)\s(?:to|at)\sthe\s(?:beginning|top|head|front)"
    r"\sof\sthe\s(?:speakers['’]?\s)?list|(?:be\s)?given\s(?:priority|precedence)|(?:will|shall)"
    r"\s(?:speak|take the floor)\sfirst"
    r"|priority\s(?:will|shall)\sbe\sgiven|have\spriority)\b",
    re.IGNORECASE,
)
FOCUS = re.compile(
    r"\b(?P<text>(?:speakers|participants|delegations|delegates|panell?ists|statements|interventions)"
    r"\s(?:are|should|will be)\s(?:encouraged|invited|requested|asked|be|focus|address)\b[^.]{0,300})",
    re.IGNORECASE,
)
FOCUS_ON = re.compile(
    r"\b(?:focus|focused|address|interactive|concise|avoid|refrain|concentrate|questions?|share|sharing)\b",
    re.IGNORECASE,
)

ELSEWHERE = ("format", "methodology", "regional", "regional_one", "previous", "documents", "practices")
"""Parts that are read for rules of their own, or that tell what others did."""

SEGMENT = re.compile(
    rf"(?P<what>[A-Z][^.;()]{{4,120}}?)\s\((?P<long>[^()]{{0,40}}\b{NUMBER}\s(?:minutes?|hours?)[^()"
    rf"]{{0,20}})\)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


def read_floor_rules(parts: Parts, sheet: Sheet) -> None:
    """Read the rules out of the sections on format, and the agenda from them where the note has no other."""
    rounds: list[Round] = []
    openings: list[tuple[str, int | None, str, tuple[int, int]]] = []
    for section in parts.of("format", "methodology"):
        if section.annex:
            continue
        announced = 1
        for para in section.paras:
            before = len(sheet.of("time_rule")) + len(rounds) + len(openings)
            for sentence in (piece for whole in sentences(para.text) for piece in by_round(whole)):
                each = re.match(r"each\s(?:slot|round|segment|part|set)\b", sentence, re.IGNORECASE) is not None
                read_sentence(sentence, para, rounds, openings, sheet, announced if each else 1)
                announced = slots_of(sentence) or announced
            understood = len(sheet.of("time_rule")) + len(rounds) + len(openings) > before
            elsewhere = (
                any(record.lines == para.lines for record in sheet.of("service_language")) or para.first in sheet.used
            )
            if understood:
                sheet.take(para)
            elif section.topic == "format" and not elsewhere and not para.text.endswith(":"):
                sheet.add("time_rule", para.lines, consultation=CONSULTATION, rule="format", text=para.text)
        if section.heading and section.paras:
            sheet.head(section.heading)
    for section in parts.sections:
        if section.topic not in ELSEWHERE and not section.annex:
            for para in section.paras:
                read_stray(para, section.topic == "agenda", sheet)
    if not sheet.of("agenda_item"):
        items_of(rounds, openings, sheet)


def by_round(sentence: str) -> list[str]:
    """Split a sentence that tells of two rounds between semicolons."""
    return sentence.split("; ") if len(NTH.findall(sentence)) > 1 else [sentence]


def read_stray(para: Para, in_agenda: bool, sheet: Sheet) -> None:
    """Read rules that stand outside the part on the format: about the list of speakers, or how long each may speak."""

    def rule(name: str, text: str, **values: str | int | None) -> None:
        sheet.add(
            "time_rule", para.lines, whole=False, consultation=CONSULTATION, rule=name, text=text.strip(" ,;"), **values
        )

    told = sentences(para.text)
    understood = 0
    for sentence in told:
        before = len(sheet.of("time_rule"))
        if not in_agenda and (LIST_OPENS.search(sentence) or LIST_CLOSES.search(sentence)):
            read_sentence(sentence, para, [], [], sheet)
        elif not sentence.endswith("?"):
            speaking(sentence, re.search(r"\bspeaking (?:time|limit)", sentence, re.IGNORECASE) is not None, rule)
        understood += len(sheet.of("time_rule")) > before
    if told and understood == len(told):
        sheet.take(para)


def read_sentence(
    sentence: str,
    para: Para,
    rounds: list[Round],
    openings: list[tuple[str, int | None, str, tuple[int, int]]],
    sheet: Sheet,
    announced: int = 1,
) -> None:
    """Read every rule of one sentence; ``announced`` is how many rounds it speaks of."""

    def rule(name: str, text: str, **values: str | int | None) -> None:
        sheet.add(
            "time_rule", para.lines, whole=False, consultation=CONSULTATION, rule=name, text=text.strip(" ,;"), **values
        )

    opens, first = clauses(sentence)
    if opens:
        opening = LIST_OPENS.search(opens)
        if opening:
            rule("list_opens", opens)
        if LIST_CLOSES.search(opens):
            rule("list_closes", opens)
    if first:
        rule("priority", first)
    found_round = read_round(sentence, para, rounds, announced)
    if found_round is None or found_round[1] > 0:
        speaking(sentence if found_round is None else sentence[: found_round[1]], True, rule)
    if found_round:
        for each in found_round[0]:
            rounds.append(each)
            rule("round", each.text, number=each.number, floor_minutes=each.floor, reply_minutes=each.reply)
    focus = FOCUS.search(sentence)
    if focus and FOCUS_ON.search(focus["text"]):
        rule("content", focus["text"].rstrip("."))
    if found_round is None and not opens and not first:
        segment(sentence, para, openings, rule)


def clauses(sentence: str) -> tuple[str, str]:
    """Split a sentence into its clause on the list of speakers and its clause on who goes first."""
    listing = LIST_OPENS.search(sentence) or LIST_CLOSES.search(sentence)
    first = PRIORITY.search(sentence)
    if listing is None:
        return "", sentence.rstrip(".") if first else ""
    if first is None:
        return sentence.rstrip("."), ""
    for joint in re.finditer(r"[,;]?\sand,?\s", sentence):
        if listing.end() <= joint.start() and joint.end() <= first.start():
            return sentence[: joint.start()], sentence[joint.end() :].rstrip(".")
    return sentence.rstrip("."), sentence.rstrip(".")


def speaking(sentence: str, labelled: bool, rule: object) -> None:
    """Write down how long one speaker may speak, for each group that the sentence names."""
    assert callable(rule)
    for limit in limits(sentence, labelled):
        rule("speaking_time", sentence.rstrip("."), seconds=limit.seconds, applies_to=limit.applies_to)


def segment(
    sentence: str, para: Para, openings: list[tuple[str, int | None, str, tuple[int, int]]], rule: object
) -> None:
    """Read a part of the meeting with its minutes: "Opening statements (up to 1 hour)", "30 minutes for questions"."""
    assert callable(rule)
    found = SEGMENT.match(sentence)
    if found and minutes_in(found["long"])[0] is not None and not ONE_SPEAKER.search(found["what"]):
        minutes, _ = minutes_in(found["long"])
        openings.append((found["what"].strip(), minutes, found["long"].strip(), para.lines))
        return
    for amount in QUANTITY.finditer(sentence):
        whom = re.match(
            r"\s(?:will be (?:allocated|devoted|reserved)\s)?(?:for|to|of)\s(?:an?\s|the\s)"
            r"?(?P<what>(?:questions|interactive|discussion|general|open|q&a|opening|presentations"
            r"|closing|concluding|dialogue|debate)[^.,;]{0,80})",
            sentence[amount.end() :],
            re.IGNORECASE,
        )
        minutes = minutes_in(amount.group())[0]
        if whom and minutes is not None and not re.match(r"\s(?:each|per)\b", sentence[amount.end() :]):
            closing = re.match(r"closing|concluding", whom["what"], re.IGNORECASE)
            rule(
                "closing_remarks" if closing else "segment",
                sentence.rstrip("."),
                minutes=minutes,
                applies_to=whom["what"].strip(),
            )
