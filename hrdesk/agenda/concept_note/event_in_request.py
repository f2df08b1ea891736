"""What the request for an event says of it: during whose session it is held, which of its series it is."""

import re

from hrdesk.agenda.concept_note.finding import Sheet
from hrdesk.agenda.concept_note.ordinals import ORDINAL, ordinal_number
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.sentences import sentences

EVENT = (
    r"(?:workshop|panel(?:\sdiscussion)?|full-day\smeeting|consultation|seminar|meeting|forum|briefing"
    r"|discussion|round\s?table"
    r"|atelier|taller)"
)

REQUESTS = re.compile(
    rf"\b(?:request(?:ed|s|ing)?|ask(?:ed|s|ing)|decid(?:ed|es|ing)|invit(?:ed|es|ing)|call(?:ed|s) upon|mandat(?:ed|es"
    rf"|ing)|encouraged)\b"
    rf"(?P<whom>[^.;]{{0,160}}?)\b(?P<what>to\s(?:hold|organi[sz]e|convene|facilitate|(?:focus"
    rf"|devote)\sits\s(?:next\s)?annual)"
    rf"\b[^.;]{{0,120}}?\b{EVENT}(?!s)\b)",
    re.IGNORECASE,
)
HELD_DURING = re.compile(
    rf"\b(?:during|at|on the margins of|in the margins of|within)\s(?:its|the)\s({ORDINAL}\s(?:regular\s)"
    rf"?session(?:\sof\s(?:the\s)?(?:[A-Z][\w-]+|on|of|the|for|and)(?:\s(?:[A-Z][\w-]+|on|of|the|for|and))"
    rf"{{0,9}})?)",
    re.IGNORECASE,
)


def held_during(parts: Parts, sheet: Sheet) -> None:
    """Read during whose session the event is to be held, from the request for it."""
    for para in (para for section in parts.sections if not section.annex for para in section.paras):
        for sentence in sentences(para.text):
            request = REQUESTS.search(sentence)
            if request is None:
                continue
            for found in HELD_DURING.finditer(sentence):
                between = sentence[request.start() : found.start()]
                if "report" not in between and (
                    found[1].endswith("session") is False
                    or "during" in found.group().casefold()
                    or found.start() < request.end()
                ):
                    sheet.say(held_during=found[1].strip())


def ordinal_of_series(parts: Parts, sheet: Sheet) -> None:
    """Read which of its series the event is, from the request for it or from a sentence on what it will do."""
    nth = re.compile(rf"\b(?:an?|the|this)\s({ORDINAL})\s(?:\w+[\s-]){{0,2}}?{EVENT}\b(?!s)", re.IGNORECASE)
    for para in (para for section in parts.sections if not section.annex for para in section.paras):
        for sentence in sentences(para.text):
            found = nth.search(sentence)
            if found and of_earlier(sentence, sheet):
                continue
            if found and (
                REQUESTS.search(sentence) or re.match(r"\s(?:will|is to|aims|seeks)\b", sentence[found.end() :])
            ):
                sheet.say(ordinal=ordinal_number(found[1]))


def of_earlier(sentence: str, sheet: Sheet) -> bool:
    """Tell whether a sentence speaks of the request for an earlier event: it names other resolutions only."""
    named = [
        record.values.get("role")
        for record in sheet.of("mandate")
        if str(record.values.get("symbol_as_written", "")) in sentence
    ]
    return bool(named) and "mandate" not in named
