"""Reads a concept note: the order in which its parts are read, and what is left over in the end."""

import re
from types import MappingProxyType

from hrdesk.agenda.concept_note.aims import read_objectives
from hrdesk.agenda.concept_note.event_kind import read_event_kind
from hrdesk.agenda.concept_note.finding import CONSULTATION, ConceptNote, Found, Sheet
from hrdesk.agenda.concept_note.floor_rules import read_floor_rules
from hrdesk.agenda.concept_note.items import read_items
from hrdesk.agenda.concept_note.items_told import read_organised_list, read_sessions_named
from hrdesk.agenda.concept_note.mandates import read_mandates
from hrdesk.agenda.concept_note.masthead import read_masthead
from hrdesk.agenda.concept_note.mechanisms import read_mechanisms
from hrdesk.agenda.concept_note.organisers import read_organisers
from hrdesk.agenda.concept_note.outputs import read_outputs
from hrdesk.agenda.concept_note.paragraphs import Note, read_paragraphs
from hrdesk.agenda.concept_note.participants import read_participants
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.people import read_chairs_told, read_officers
from hrdesk.agenda.concept_note.practices import read_practices
from hrdesk.agenda.concept_note.questions_told import read_questions_told
from hrdesk.agenda.concept_note.references import read_documents, read_footnotes
from hrdesk.agenda.concept_note.regional import read_regional
from hrdesk.agenda.concept_note.sections import divide
from hrdesk.agenda.concept_note.series import read_attached, read_series
from hrdesk.agenda.concept_note.services import read_services
from hrdesk.agenda.concept_note.setting import read_setting
from hrdesk.files.document import ForeignText
from hrdesk.records import KINDS

COMMON_WORDS = {
    "en": frozenset("the of and to in for with will on by that are is".split()),
    "fr": frozenset("le les des du et pour dans sur par est sera au aux avec".split()),
    "es": frozenset("el los las del y para con por que se al su como cada".split()),
}


def read_concept_note(text: ForeignText) -> ConceptNote:
    """Read a concept note; what is not understood is left over and never guessed."""
    note = read_paragraphs(text)
    parts = divide(note)
    sheet = Sheet()
    title_lines = read_masthead(parts, sheet)
    for section in parts.of("title", "theme"):
        read_titled(section.topic, section.paras[0].text if section.paras else "", sheet)
        if section.heading and section.paras:
            sheet.head(section.heading)
            sheet.take(section.paras[0])
    sheet.say(language=language_of(note))
    read_event_kind(parts, sheet)
    read_setting(parts, title_lines, sheet)
    read_organisers(parts, sheet)
    read_mandates(note, parts, sheet)
    read_objectives(parts, sheet)
    read_participants(parts, sheet)
    read_officers(parts, sheet)
    read_chairs_told(parts, sheet)
    read_services(parts, sheet)
    read_items(parts, sheet)
    read_organised_list(parts, sheet)
    read_questions_told(parts, sheet)
    read_floor_rules(parts, sheet)
    read_sessions_named(parts, sheet)
    read_outputs(parts, sheet)
    year = str(sheet.consultation.get("start") or "")[:4]
    read_regional(parts, int(year) if year else None, sheet)
    read_attached(parts, sheet)
    read_series(parts, sheet)
    read_documents(note, parts, sheet)
    read_practices(parts, sheet)
    read_mechanisms(note, sheet)
    read_footnotes(note, sheet)
    return conclude(text, note, parts, sheet)


def read_titled(topic: str, text: str, sheet: Sheet) -> None:
    """Take a title or a theme given under a label of its own."""
    if text and len(text) < 400:
        above = sheet.consultation.get(topic)
        sheet.consultation[topic] = text
        if topic == "title" and above and above != text:
            sheet.say(subtitle=above)


def language_of(note: Note) -> str:
    """Tell the language by its commonest words; "" when none is clearly ahead."""
    words = re.findall(r"[a-zà-ÿ]+", " ".join(para.text for para in note.paras)[:20_000].casefold())
    counts = sorted(
        ((sum(1 for word in words if word in common), language) for language, common in COMMON_WORDS.items()),
        reverse=True,
    )
    first, second = counts[0], counts[1]
    return first[1] if first[0] >= 3 and first[0] * 2 > 3 * second[0] else ""


def conclude(text: ForeignText, note: Note, parts: Parts, sheet: Sheet) -> ConceptNote:
    """Put the consultation first, the rest in the order of the nouns and of the note, and gather the unused lines."""
    titles = [para for para in parts.title if para.first in sheet.used]
    lines = (titles[0].first, titles[-1].last) if titles else (1, 1)
    consultation = Found(CONSULTATION, "consultation", MappingProxyType(dict(sheet.consultation)), lines)
    ranked = [record for kind in KINDS for record in sheet.of(kind)]
    for section in parts.sections:
        if section.topic and section.heading and all(para.first in sheet.used for para in section.paras):
            sheet.head(section.heading)
    for para in parts.columns:
        sheet.head(para)
    told = {line for found in ranked for line in range(found.lines[0], found.lines[1] + 1)}
    told.update(range(lines[0], lines[1] + 1))
    understood = sheet.used | sheet.headings | note.rules
    printed = [line for line in text.lines if line.text.strip()]
    leftover = tuple(line for line in printed if line.number not in understood)
    headings = tuple(
        line
        for line in printed
        if line.number in understood and (line.number not in sheet.used or line.number not in told)
    )
    return ConceptNote((consultation, *ranked), leftover, headings)
