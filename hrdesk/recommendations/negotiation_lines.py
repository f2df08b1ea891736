"""How a negotiation stands, as plain lines to show: versions, alternatives, amendments, reservations, validations."""

from dataclasses import dataclass

from hrdesk.language.repeated_numbers import repeated
from hrdesk.recommendations.rules.brackets import Piece, has_brackets
from hrdesk.records import Alternative, Amendment, Recommendation, Reservation, Validation
from hrdesk.records.classes import UNSAID_SENSITIVITY


@dataclass(frozen=True)
class VersionLine:
    """A text that stood: its number from 1, and ``why`` it was replaced, "" for the text that stands.

    ``by`` is in words who proposed what took its place, as far as that is known. ``sensitivity`` is the class that
    counts for it, which may be stricter than that of the text that stands.
    """

    number: int
    text: str
    language: str
    why: str = ""
    at: str = ""
    by: str = ""
    id: str = ""
    sensitivity: str = UNSAID_SENSITIVITY


@dataclass(frozen=True)
class AlternativeLine:
    """Another wording in square brackets; ``turn`` is 2 for "bis", 3 for "ter" and so on.

    ``sensitivity``, here and in the lines below, is the class that counts for it: it may be stricter than the text.
    """

    alternative: Alternative
    turn: int
    proposer: str
    sensitivity: str = UNSAID_SENSITIVITY

    @property
    def label(self) -> str:
        """Give the word after the number, "bis" or "ter"."""
        return self.label_in("en")

    def label_in(self, language: str) -> str:
        """Give the word after the number in one of the six languages."""
        return repeated(self.turn, language)


@dataclass(frozen=True)
class AmendmentLine:
    """An amendment or a comment. ``is_outdated``: the text is no longer the one that it was proposed to."""

    amendment: Amendment
    proposer: str
    is_outdated: bool
    sensitivity: str = UNSAID_SENSITIVITY

    @property
    def base(self) -> str:
        """Give the text that it was proposed to."""
        return self.amendment.base or ""

    @property
    def outcome(self) -> str:
        """Tell what was decided; what waits is "proposed"."""
        return self.amendment.outcome or "proposed"


@dataclass(frozen=True)
class ReservationLine:
    """What was said for the record, and in words by whom, for the eyes of this desk; papers ask ``disclosure``."""

    reservation: Reservation
    body: str
    sensitivity: str = UNSAID_SENSITIVITY


@dataclass(frozen=True)
class ValidationLine:
    """Who decided how; ``is_current`` tells whether the text still is, sign by sign, the one that was decided on."""

    validation: Validation
    is_current: bool


@dataclass(frozen=True)
class Holder:
    """Who holds the pen of a section: the seat, the name of its desk, its device, since when."""

    id: str
    item: str
    seat: str
    name: str
    device: str
    at: str


@dataclass(frozen=True)
class Negotiation:
    """How the text of one recommendation stands. ``versions`` end with the text that stands now.

    ``alternatives`` and ``amendments`` are in their order; of the alternatives only those are here that are open.
    ``pen`` holds who writes on the recommendations of its session.
    """

    recommendation: Recommendation
    number: int
    sensitivity: str
    versions: tuple[VersionLine, ...]
    alternatives: tuple[AlternativeLine, ...] = ()
    amendments: tuple[AmendmentLine, ...] = ()
    reservations: tuple[ReservationLine, ...] = ()
    pieces: tuple[Piece, ...] = ()
    validations: tuple[ValidationLine, ...] = ()
    pen: Holder | None = None

    @property
    def text(self) -> str:
        """Give the text that stands, as adopted if it was."""
        return standing_text(self.recommendation)

    @property
    def language(self) -> str:
        """Give the language of that text."""
        return self.versions[-1].language

    @property
    def is_agreed(self) -> bool:
        """Tell whether nothing is left in brackets, so that the text can be adopted."""
        return not self.alternatives and not has_brackets(self.text)


def standing_text(held: Recommendation) -> str:
    """Give the text of a recommendation that counts: the adopted one, or the one that stands."""
    return held.adopted_text or held.text or ""
