"""Guiding questions told in one sentence: "Participants discussed the possibility of …; how to …; and how to …"."""

import re

from hrdesk.agenda.concept_note.finding import CONSULTATION, Sheet
from hrdesk.agenda.concept_note.parts import Parts
from hrdesk.agenda.concept_note.sentences import sentences, split_outside, strip_and

DISCUSSED = re.compile(
    r"\b(?:discussed?|considered|consider|addressed|examined?|explored?|exchange(?:d)? views on)\b"
    r"(?:,?\s(?:among|amongst|inter alia|notably|in particular)(?:\sothers?|\sother (?:issues|things"
    r"|questions))?)?[,:]?\s"
    r"(?P<list>(?:the (?:possibility|feasibility) of|how|whether|ways (?:to|of)|what|which)\b.{20,3000})",
    re.IGNORECASE | re.DOTALL,
)
ASKS = re.compile(
    r"(?:how|whether|which|what|who|when|why|ways (?:to|of)|the (?:possibility|feasibility) of)\b", re.IGNORECASE
)
FEWEST = 3
"""Questions of a sentence that make it a list of them."""


def read_questions_told(parts: Parts, sheet: Sheet) -> None:
    """Read the questions of the sentences that list them, unless the note puts questions to the whole elsewhere."""
    if any(record.values.get("owner") == CONSULTATION for record in sheet.of("guiding_question")):
        return
    for section in parts.sections:
        if section.topic in ("agenda", "objectives", "documents", "outcome", "practices"):
            continue
        for para in section.paras:
            told = sentences(para.text[:8000])
            for sentence in told:
                found = DISCUSSED.search(sentence)
                pieces = [strip_and(piece) for piece in split_outside(found["list"], ";")] if found else []
                if len(pieces) < FEWEST or not all(ASKS.match(piece) for piece in pieces):
                    continue
                for piece in pieces:
                    sheet.add("guiding_question", para.lines, whole=len(told) == 1, owner=CONSULTATION, text=piece)
