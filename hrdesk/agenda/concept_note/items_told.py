"""Items of the agenda that a note tells in running text: how discussions are organised, which sessions there are."""

import re
from collections.abc import Sequence

from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.items import gather, write
from hrdesk.agenda.concept_note.marks import inline_items
from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Parts, Section
from hrdesk.agenda.concept_note.sentences import sentences

FOLLOWS = re.compile(
    r"\b(?:organi[sz]ed|structured|divided|arranged|clustered|grouped)\b[^.;]{0,80}\b(?:as follows"
    r"|(?:the\s)?following)\b[^.;]{0,60}:$"
    r"|\b(?:following|these)\s(?:\w+\s)?(?:sessions|panels|themes|topics|agenda items|thematic areas)\s?:$",
    re.IGNORECASE,
)

WILL_DISCUSS = re.compile(
    r"\b(?:themes|topics|panels|sessions|items|segments|working groups)\b[^.;:]{0,60}\b(?:will"
    r"|shall) be\b[^.;:]{0,40}:$"
    r"|\b(?:will|shall)\s(?:discuss|address|examine|focus on|consist of)[^.;:]{0,60}\b(?:themes|topics"
    r"|panels|sessions)\s?:$",
    re.IGNORECASE,
)

CONSISTS = re.compile(r"\b(?:consist of|comprise|include|feature|begin with|open with)\b", re.IGNORECASE)


def read_organised_list(parts: Parts, sheet: Sheet) -> None:
    """Read items from "The discussions will be organized as follows:" and the list below it."""
    if sheet.has("agenda_item"):
        return
    for section in parts.sections:
        if section.annex or section.topic in ("regional", "regional_one", "previous", "objectives", "documents"):
            continue
        for para in section.paras:
            lead, told = inline_items(para.text)
            if len(told) > 1 and WILL_DISCUSS.search(sentences(lead)[-1] if sentences(lead) else ""):
                for mark, text in told:
                    only = re.sub(r"[;,.]?\s(?:and|et|y)$", "", sentences(text)[0]).rstrip(";., ")
                    entry = Para(only, para.first, para.last, mark)
                    write(gather(Section("agenda", paras=[entry]), 0, 1), sheet)
                sheet.used.difference_update(range(para.first, para.last + 1))
                return
        for place, para in enumerate(section.paras):
            entries = marked_after(section.paras, place)
            if len(entries) < 2 or not FOLLOWS.search(para.text[-300:]):
                continue
            sheet.head(para)
            for entry in entries:
                write(gather(Section("agenda", paras=[entry]), 0, 1), sheet)
            return


def marked_after(paras: Sequence[Para], place: int) -> list[Para]:
    """Give the entries of the list that follows a paragraph."""
    entries: list[Para] = []
    for para in paras[place + 1 :]:
        if not para.mark:
            break
        entries.append(para)
    return entries


def read_sessions_named(parts: Parts, sheet: Sheet) -> None:
    """Read the opening, wrap-up, way forward and closing sessions that the format names in running text."""
    titles = {str(record.values.get("item_kind", "")) for record in sheet.of("agenda_item")}
    for para in (para for section in parts.of("format", "methodology") if not section.annex for para in section.paras):
        for sentence in sentences(para.text):
            consists = CONSISTS.search(sentence)
            for kind, pattern, title in (
                ("opening", r"\bopening\s(?:and\sclosing\s)?sessions?\b", "Opening session"),
                ("wrap_up", r"\bwrap[- ]?up sessions?\b", ""),
                ("way_forward", r"\bway forward sessions?\b", ""),
                ("closing", r"\bclosing\s(?:and\sopening\s)?sessions?\b", "Closing session"),
            ):
                found = re.search(pattern, sentence, re.IGNORECASE)
                if found is None or kind in titles or (not consists and kind in ("opening", "closing")):
                    continue
                titles.add(kind)
                named = title or found.group()[:1].upper() + found.group()[1:]
                sheet.add(
                    "agenda_item", para.lines, whole=False, consultation=CONSULTATION, title=named, item_kind=kind
                )
    order = {"opening": 0, "wrap_up": 2, "way_forward": 3, "closing": 4}
    items = sheet.of("agenda_item")
    if any(record.values.get("item_kind") in order and "number" not in record.values for record in items):
        ranked = sorted(items, key=lambda record: order.get(str(record.values.get("item_kind", "")), 1))
        sheet.reorder("agenda_item", [record.key for record in ranked])
