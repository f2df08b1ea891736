"""Footnotes and background documents, with the symbol and the address each holds."""

import re

from hrdesk.agenda.concept_note.dates import find_dates
from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.mandates import usual_body
from hrdesk.agenda.concept_note.paragraphs import Note
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.services import ADDRESS
from hrdesk.records.symbols import find_symbols

DATED = re.compile(r"\((?P<date>[^()]{4,30})\)|,\s(?P<last>\d{1,2}\s\w+\s\d{4})\.?$")

AVAILABLE = re.compile(
    r"\b(?:will be|are|is|to be)\s(?:made\s|also\s)?(?:available|provided|issued|circulated|posted|translated)\b",
    re.IGNORECASE,
)
"""What is said of documents and is none."""


def read_footnotes(note: Note, sheet: Sheet) -> None:
    """Write the footnotes down, each with the words from which it is called."""
    body = usual_body(note)
    shared = {line for para in note.paras for line in range(para.first, para.last + 1)}
    anchors = {mark: words for para in note.paras for mark, words in para.calls}
    for mark, text in note.notes.texts.items():
        symbol = next((each.symbol for each in find_symbols(text, body) if each.symbol), "")
        address = ADDRESS.search(text)
        first, last = note.notes.lines[mark]
        sheet.used.update(line for line in range(first, last + 1) if line not in shared)
        sheet.add(
            "footnote",
            note.notes.lines[mark],
            whole=not note.notes.inside,
            owner=CONSULTATION,
            mark=mark,
            anchor=anchors.get(mark, ""),
            text=text,
            url=address.group().rstrip(".,;)") if address else "",
            symbol=symbol,
        )


def read_documents(note: Note, parts: Parts, sheet: Sheet) -> None:
    """Read the background documents, one for each entry of the section."""
    body = usual_body(note)
    for section in parts.of("documents"):
        if section.annex and len(section.paras) > 60:
            continue
        found = False
        for para in section.paras:
            if para.text.endswith(":") and not para.mark and para.words < 25:
                sheet.head(para)
                continue
            symbol = next((each.symbol for each in find_symbols(para.text, body) if each.symbol), "")
            address = ADDRESS.search(para.text)
            if not para.mark and para.prose and not (symbol or address) and len(section.paras) > 1:
                continue
            if AVAILABLE.search(para.text) and not (symbol or address):
                continue
            dated = DATED.search(para.text)
            dates = find_dates((dated["date"] or dated["last"]) if dated else "")
            sheet.add(
                "background_document",
                para.lines,
                consultation=CONSULTATION,
                title=para.text,
                symbol=symbol,
                url=address.group().rstrip(".,;)") if address else "",
                date=dates[0].start if dates else "",
            )
            found = True
        if found and section.heading:
            sheet.head(section.heading)
