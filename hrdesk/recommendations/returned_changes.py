"""What a returned draft proposes, as plain data: one change of one author to one text, and what is left aside."""

from dataclasses import dataclass

from hrdesk.language import N_
from hrdesk.records import Recommendation

WHYS = {
    "own": N_("Outside of the recommendations"),
    "unknown": N_("In a recommendation that is not on this desk"),
    "lost": N_("In a passage that could not be told"),
    "moved": N_("Moved to another place"),
}
"""Where changes stand that no proposal can be made of; a person reads them here and does what is right."""


@dataclass(frozen=True)
class ReturnedChange:
    """One proposal of one author. ``base`` is the text it was proposed to, ``text`` nothing where it would strike it.

    ``recommendation`` is None for a new one that is proposed. ``author`` is as the file says, nothing where a change
    was not tracked; ``delegation`` is its code where the author is one. ``stands_on`` are other authors whose changes
    are part of it. ``is_hidden`` says that the author may be a protected person, whose name is not kept.
    """

    id: str
    kind: str
    recommendation: Recommendation | None
    number: int
    base: str
    text: str
    language: str
    author: str
    delegation: str
    at: str
    sensitivity: str
    stands_on: tuple[str, ...] = ()
    is_outdated: bool = False
    is_taken_in: bool = False
    is_found_by_words: bool = False
    is_hidden: bool = False
    names_protected: bool = False

    def told(self, origin: str) -> dict[str, str]:
        """Give what the command takes of it."""
        return {
            "kind": self.kind,
            "recommendation": self.recommendation.id if self.recommendation else "",
            "base": self.base,
            "text": self.text,
            "language": self.language,
            "author": self.author,
            "delegation": self.delegation,
            "at": self.at,
            "origin": origin,
        }


@dataclass(frozen=True)
class Aside:
    """A change or comment that no proposal can be made of, and why (a key of ``WHYS``)."""

    author: str
    text: str
    why: str


@dataclass(frozen=True)
class ReturnedDraft:
    """What came back. ``missing`` counts texts under negotiation that are nowhere in the file."""

    version: str
    origin: str
    changes: tuple[ReturnedChange, ...]
    asides: tuple[Aside, ...] = ()
    missing: int = 0
