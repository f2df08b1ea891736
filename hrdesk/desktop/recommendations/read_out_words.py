"""What the hall may read of the texts under discussion, in words: in the room's language, each text in its own.

The screen is read by everybody in the room and by whoever photographs it: only what is public stands there, and never
who proposed what.
"""

from dataclasses import dataclass

from hrdesk.agenda.queries import consultation
from hrdesk.desktop.widgets.vocabulary import WORDS
from hrdesk.language import LANGUAGES, SOURCE_LANGUAGE
from hrdesk.language.repeated_numbers import repeated_number
from hrdesk.language.words import words_for
from hrdesk.recommendations.negotiation_lines import Negotiation
from hrdesk.recommendations.negotiation_queries import negotiation_list
from hrdesk.recommendations.rules.brackets import pieces
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import may_be_found
from hrdesk.store.reading import Reader

HALL = SENSITIVITY[0]
"""The class that everybody in the hall may see."""

KINDS = ("recommendation", "alternative", "note", "link", "session", "consultation", "decision")
"""Kinds of records that bear on what is shown."""


@dataclass(frozen=True)
class PassageLine:
    """The text or one of its alternatives, cut into pieces of which each tells whether it stands in brackets."""

    text: str
    language: str
    label: str = ""
    pieces: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True)
class Passage:
    """One recommendation as the hall sees it: its text, and below it what else is proposed in its place."""

    record: str
    number: int
    status: str
    language: str
    lines: tuple[PassageLine, ...]


@dataclass(frozen=True)
class Reading:
    """All that is read out, in order; ``hidden`` counts what the hall may not see, ``order`` holds the ids of all."""

    passages: tuple[Passage, ...] = ()
    hidden: int = 0
    order: tuple[str, ...] = ()
    language: str = SOURCE_LANGUAGE

    def passage(self, record: str) -> Passage | None:
        """Give the passage of a recommendation, nothing where the hall may not see it."""
        return next((one for one in self.passages if one.record == record), None)

    def nearest(self, record: str) -> str:
        """Give the recommendation itself if the hall may see it, else the next, else the last before it."""
        if self.passage(record) is not None:
            return record
        return self.beside(record, 1) or self.beside(record, -1)

    def beside(self, record: str, way: int) -> str:
        """Give the next recommendation (1) or the one before (-1) that the hall may see; empty at the end."""
        shown = {one.record for one in self.passages}
        at = self.order.index(record) if record in self.order else (-1 if way > 0 else len(self.order))
        rest = self.order[at + 1 :] if way > 0 else self.order[: max(at, 0)][::-1]
        return next((one for one in rest if one in shown), "")


@dataclass(frozen=True)
class Shown:
    """What stands on the screen around a passage."""

    passage: Passage | None
    language: str
    number: str = ""
    place: str = ""
    status: str = ""

    @property
    def needs_chinese(self) -> bool:
        """Tell whether a font with Chinese is needed, which a bare Linux lacks."""
        spoken = [line.language for line in self.passage.lines] if self.passage is not None else []
        return "zh" in (self.language, *spoken)


def read_for_the_hall(reader: Reader) -> Reading:
    """Read what is under negotiation, as far as everybody may see it."""
    found = negotiation_list(reader)
    about = consultation(reader)
    language = about.language if about is not None and about.language in LANGUAGES else SOURCE_LANGUAGE
    seen = [one for one in found if may_be_found(one.sensitivity, HALL)]
    return Reading(
        tuple(_passage(one, language) for one in seen),
        len(found) - len(seen),
        tuple(one.recommendation.id for one in found),
        language,
    )


def shown(reading: Reading, record: str) -> Shown:
    """Give what the screen shows while a recommendation is read out; nothing is told of one the hall may not see."""
    passage, words = reading.passage(record), words_for(reading.language)
    if passage is None:
        return Shown(None, reading.language)
    place = reading.passages.index(passage) + 1
    return Shown(
        passage,
        reading.language,
        words.text("Recommendation {number}", number=passage.number),
        words.text("{number} of {count}", number=place, count=len(reading.passages)),
        words.text(WORDS.get(passage.status, "")),
    )


def _passage(held: Negotiation, language: str) -> Passage:
    alternatives = [one for one in held.alternatives if may_be_found(one.sensitivity, HALL)]
    has_alternatives = bool(alternatives)
    alone = _alone(held.number, language) if has_alternatives else ""
    lines = [_line(held.text, held.language, alone, is_open=has_alternatives)]
    for one in alternatives:
        label = repeated_number(held.number, one.turn, language)
        lines.append(_line(one.alternative.text or "", one.alternative.language or "", label, is_open=True))
    status = held.recommendation.status or ""
    return Passage(held.recommendation.id, held.number, status, held.language or language, tuple(lines))


def _alone(number: int, language: str) -> str:
    """Give the number of the text itself as it is written before its alternatives."""
    return f"{number}-" if language == "ar" else f"{number}."


def _line(text: str, language: str, label: str, *, is_open: bool) -> PassageLine:
    """Put the whole into brackets where it is one of several wordings, and mark what stands in brackets inside."""
    cut = tuple((piece.text, bool(piece.options)) for piece in pieces(text))
    if is_open:
        cut = (("[", True), *cut, ("]", True))
    return PassageLine(text, language, label, cut)
