"""What kind of event a note is for, by its title and its text, and which of its series."""

import re

from hrdesk.agenda.concept_note.finding import Sheet
from hrdesk.agenda.concept_note.labels import plain
from hrdesk.agenda.concept_note.ordinals import ORDINAL, ordinal_number
from hrdesk.agenda.concept_note.parts import Parts

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        (
            "expert_meeting",
            "expert (?:group )?meetings?|meeting of experts|réunion d'experts|reunión de expert(?:os|as)",
        ),
        ("workshop", "workshops?|ateliers?|taller(?:es)?"),
        ("panel", "panels?(?: discussions?)?|table ronde|réunion-débat|mesa redonda"),
        ("consultation", "consultations?|consultas?"),
        ("briefing", "briefings?"),
        ("seminar", "seminars?|séminaires?|seminarios?|webinars?"),
        ("forum", "forums?|foros?"),
    )
)
EVENT_ONLY = re.compile(
    r"(?:(?:third|second|first|fourth|fifth|sixth|\d(?:st|nd|rd|th)|international|regional|expert|virtual"
    r"|intersessional|annual|biennial|half-day|full-day|one-day|two-day"
    r"|high-level|un|united nations|interactive|atelier|taller|internacional)\s)*(?:workshops?|panels?(?: "
    r"discussion)?|consultations?|meeting|seminar|forum|briefing|atelier"
    r"|taller|discussion)(?:\s(?:internacional|international|régional|regional))?",
    re.IGNORECASE,
)
EVENT_WORDS = re.compile("|".join(pattern.pattern for _, pattern in KINDS), re.IGNORECASE)


def read_event_kind(parts: Parts, sheet: Sheet) -> None:
    """Read what kind of event it is: from the subtitle if that says nothing else, from the title, from the text."""
    subtitle = str(sheet.consultation.get("subtitle") or "")
    title = str(sheet.consultation.get("title") or "")
    for text in (subtitle, title) if EVENT_ONLY.fullmatch(plain(subtitle)) else (title, subtitle):
        kind = first_kind(text)
        if kind:
            sheet.say(event_kind=kind)
            break
    else:
        counts: dict[str, int] = {}
        for para in (para for section in parts.sections for para in section.paras):
            for found in re.finditer(
                r"\b(?:the|this|le|cet|el|este)\s(?:\w+\s){0,2}?(\w+(?:\s\w+)?)\s(?:will|aims|seeks"
                r"|is\s(?:organi|held|to))",
                para.text[:3000],
                re.IGNORECASE,
            ):
                kind = first_kind(found[1])
                if kind:
                    counts[kind] = counts.get(kind, 0) + 1
        if counts:
            sheet.say(event_kind=max(counts, key=lambda each: counts[each]))
    nth = re.search(
        rf"\b({ORDINAL})\s+(?:\w+[\s-]){{0,3}}?(?:workshop|panel|consultation|seminar|forum|meeting)",
        f"{subtitle} {title}",
        re.IGNORECASE,
    )
    if nth:
        sheet.say(ordinal=ordinal_number(nth[1]))


def first_kind(text: str) -> str:
    """Give the kind of event that a text names first, "" when it names none."""
    places = [
        (found.start(), rank, kind) for rank, (kind, pattern) in enumerate(KINDS) if (found := pattern.search(text))
    ]
    return min(places)[2] if places else ""
