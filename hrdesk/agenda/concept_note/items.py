"""The agenda: its items with titles, objectives, texts, guiding questions, sub-topics and the persons on each."""

import re
from dataclasses import dataclass, field, replace

from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.item_beginnings import beginnings
from hrdesk.agenda.concept_note.item_words import (
    area_of,
    item_kind,
    minutes_in,
    split_minutes,
    split_title,
    unfinished,
    unquoted,
)
from hrdesk.agenda.concept_note.marks import bare
from hrdesk.agenda.concept_note.outputs import add_output
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts, Section, item_line
from hrdesk.agenda.concept_note.people import PARTS_OF_TOPICS, read_persons
from hrdesk.agenda.concept_note.sentences import listed, sentences
from hrdesk.agenda.concept_note.timetable import is_break, is_day, length_until, timed

WORDS = {
    word: str(number) for number, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
}
ORDINALS = {
    word: str(number)
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth".split(), start=1)
}

GROUP_LINE = re.compile(
    r"(?:group|breakout group|table|cluster|sub-?(?:item|session|panel))\s(?:[A-H]|\d)\s?[:.–-]", re.IGNORECASE
)

GROUPS = re.compile(r"\bgroups?\b", re.IGNORECASE)
GROUP_LIST = re.compile(
    r"\b(?:discrimination against|groups such as|such as|including|namely)\s+((?:[^.;:,]{3,80},\s)"
    r"{2,12}[^.;:]{3,120})[.;]",
    re.IGNORECASE,
)


@dataclass
class Item:
    """An agenda item while its paragraphs are gathered."""

    first: Para
    number: str
    title: str
    word: str
    text: list[str] = field(default_factory=list)
    objective: list[str] = field(default_factory=list)
    theme: str = ""
    minutes: int | None = None
    minutes_as_written: str = ""
    rest: list[Para] = field(default_factory=list)


def read_items(parts: Parts, sheet: Sheet) -> None:
    """Read the agenda from its sections, else from a list that says how the discussions are organised."""
    for section in parts.of("agenda") or issues_with_questions(parts):
        if section.annex and sheet.of("agenda_item"):
            continue
        read_section(section, sheet)
    for section in parts.of("questions"):
        for para in section.paras:
            read_questions(para.text, para, CONSULTATION, bool(para.mark) or not para.prose or "?" in para.text, sheet)
        if section.heading and section.paras:
            sheet.head(section.heading)
    for section in parts.of("subtopics"):
        if section.heading and section.heading.first in sheet.headings:
            continue
        for para in section.paras:
            if para.mark:
                sheet.add("subtopic", para.lines, owner=CONSULTATION, text=para.text)
        if section.heading and any(para.mark for para in section.paras):
            sheet.head(section.heading)


def issues_with_questions(parts: Parts) -> list[Section]:
    """Give the parts on issues whose numbered entries have their own questions: an agenda by another name."""
    return [
        section
        for section in parts.of("subtopics")
        if sum(1 for para in section.paras if para.numbered and not para.text.endswith("?")) > 1
        and any(para.bullet and para.text.endswith("?") for para in section.paras)
    ]


def read_section(section: Section, sheet: Sheet) -> None:
    """Read one section of the agenda."""
    starts = beginnings(section)
    if not starts:
        return
    edges = [*starts[1:], len(section.paras)]
    for start, end in zip(starts, edges, strict=True):
        item = gather(section, start, end)
        if timed(section.paras[start].text) and is_break(item.title):
            sheet.used.update(range(item.first.first, item.first.last + 1))
            continue
        write(item, sheet)
    for para in section.paras[: starts[0]]:
        if is_day(para):
            sheet.head(para)
    if section.heading:
        sheet.head(section.heading)


def gather(section: Section, start: int, end: int) -> Item:
    """Gather the paragraphs of one item."""
    first = section.paras[start]
    at_hour = timed(first.text)
    if at_hour:
        cells = first.cells[1:] if len(first.cells) > 1 and timed(first.cells[0]) else ()
        minutes = at_hour.minutes or length_until(section.paras, start)
        first = replace(first, text=cells[0] if cells else at_hour.rest, cells=(), mark="")
        rest = list(section.paras[start + 1 : end])
        if not first.text and rest and not rest[0].topic and not rest[0].prose:
            first = replace(rest[0], first=first.first)
            rest = rest[1:]
        item = gather(Section("agenda", section.heading, [first, *rest]), 0, 1 + len(rest))
        item.minutes, item.minutes_as_written = (
            (minutes, at_hour.written) if minutes else (item.minutes, item.minutes_as_written)
        )
        item.text.extend(cells[1:])
        return item
    line = item_line(first)
    number, word, title = bare(first.mark), section.heading.text if section.heading else "", first.text
    if line:
        word = line["word"] or line["of"]
        number = line["number"] or ORDINALS.get(line["ordinal"].casefold(), "")
        number = WORDS.get(number.casefold(), number)
        title = first.text[line.end() :].strip() if line["sign"] != "(" else "(" + first.text[line.end() :].strip()
        lead = re.match(r"\(([^)]{2,40})\)\s*[:–—-]?\s*", title)
        if lead:
            title = title[lead.end() :] + (f" ({lead[1]})" if title[lead.end() :] else f"({lead[1]})")
    elif first.bullet:
        number = ""
    rest = list(section.paras[start + 1 : end])
    last = first.last
    title, minutes, written = split_minutes(title)
    while (
        rest
        and not rest[0].topic
        and not rest[0].mark
        and ((not title and not rest[0].prose) or (title and unfinished(title) and rest[0].words < 30))
    ):
        follower = rest.pop(0)
        title, last = f"{title} {follower.text}".strip(), follower.last
        title, more, how = split_minutes(title)
        minutes, written = (minutes, written) if minutes is not None else (more, how or written)
    if rest and not rest[0].topic and not rest[0].mark and rest[0].text.startswith("(") and rest[0].words < 8:
        more, how = minutes_in(rest[0].text)
        if more is not None:
            minutes, written = more, how
            last = rest.pop(0).last
    title, text = split_title(title)
    item = Item(first, number, unquoted(title), word, minutes=minutes, minutes_as_written=written, rest=rest)
    item.first = Para(first.text, first.first, max(last, first.last))
    if text:
        item.text.append(text)
    return item


def write(item: Item, sheet: Sheet) -> None:
    """Write an item down with all that hangs on it; an item of the same title is the same item told at length."""
    same = next(
        (
            record.key
            for record in sheet.of("agenda_item")
            if item.title
            and str(record.values.get("title", "")).casefold().rstrip(".") == item.title.casefold().rstrip(".")
        ),
        None,
    )
    last = max([item.first.last, *(para.last for para in item.rest)])
    area, theme = area_of(item.title)
    key = same or sheet.add(
        "agenda_item",
        (item.first.first, last),
        whole=False,
        consultation=CONSULTATION,
        number=item.number,
        title=item.title,
        item_kind=item_kind(item.title, item.word),
        area=area,
        theme=theme,
    )
    for line in range(item.first.first, item.first.last + 1):
        sheet.used.add(line)
    leading = " ".join(item.text)
    item.text = [] if "?" in leading else item.text
    if "?" in leading:
        item.text = [kept] if (kept := read_questions(leading, item.first, key, False, sheet)) else []
    read_rest(item, key, sheet)
    text = "\n".join(item.text)
    sheet.amend(
        key,
        objective="\n".join(item.objective),
        text=text,
        theme=item.theme,
        minutes=item.minutes,
        minutes_as_written=item.minutes_as_written,
    )
    if GROUPS.search(item.title):
        found = GROUP_LIST.search(text)
        for member in listed(found[1]) if found else ():
            sheet.add("subtopic", (item.first.first, last), whole=False, owner=key, text=member)


def read_rest(item: Item, key: str, sheet: Sheet) -> None:
    """Read the paragraphs below the title of an item, under the labels they stand under."""
    topic = ""
    intro = ""
    for para in item.rest:
        text = para.text
        if is_day(para):
            sheet.head(para)
            topic = ""
            continue
        if GROUP_LINE.match(text):
            sheet.add("subtopic", para.lines, owner=key, text=text)
            continue
        if para.topic:
            topic, text = para.topic, para.cells[0] if para.cells else ""
            sheet.head(para)
            if not text:
                continue
        sheet.take(para)
        if topic == "objectives":
            item.objective.append(text)
        elif topic == "questions":
            read_questions(text, para, key, True, sheet)
        elif topic == "subtopics":
            sheet.add("subtopic", para.lines, owner=key, text=text)
        elif topic in PARTS_OF_TOPICS:
            if not read_persons(Para(text, para.first, para.last), PARTS_OF_TOPICS[topic], key, sheet):
                # What follows the persons and names none is the item's own text again.
                topic = topic if para.topic else ""
                kept = read_questions(text, para, key, False, sheet)
                item.text.extend([kept] if kept else [])
        elif topic in ("possible_outcome", "outcome"):
            add_output(text, para.lines, "", True, sheet)
        elif topic == "theme":
            item.theme = text
        elif topic == "date":
            item.minutes, item.minutes_as_written = minutes_in(text)
        elif para.mark and intro.endswith(":") and "?" not in text:
            sheet.add("subtopic", para.lines, owner=key, text=text)
        elif "?" in text:
            kept = read_questions(text, para, key, False, sheet)
            if kept:
                item.text.append(kept)
        else:
            item.text.append(text)
        intro = intro if para.mark else text


def read_questions(text: str, para: Para, owner: str, all_of_it: bool, sheet: Sheet) -> str:
    """Read the questions of a paragraph, each its own; under a label an entry without question mark is one too."""
    if len(text) > 10_000:
        return text
    kept: list[str] = []
    asked = False
    for sentence in sentences(text):
        if sentence.rstrip("”\"' ").endswith("?"):
            lead, colon, question = sentence.rpartition(": ")
            if colon and len(lead) < 200 and question[:1].isupper() and "?" not in lead:
                kept.append(lead + ":")
            else:
                question = sentence
            sheet.add("guiding_question", para.lines, whole=all_of_it, owner=owner, text=question)
            asked = True
        else:
            kept.append(sentence)
    if all_of_it and not asked and not text.endswith(":"):
        sheet.add("guiding_question", para.lines, owner=owner, text=text)
        return ""
    return " ".join(kept)
