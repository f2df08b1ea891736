"""What was understood of a concept note, while a person looks at it: corrected, left out, and at last handed over."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from hrdesk.agenda.concept_note import ConceptNote, Found
from hrdesk.desktop.widgets.titles import title_of
from hrdesk.records import KINDS, Record, Value

R = TypeVar("R", bound=Record)


@dataclass
class Piece:
    """One record found in a note, with a person's corrections."""

    key: str
    kind: str
    values: dict[str, Value]
    lines: tuple[int, int]
    taken: bool = True

    @property
    def record(self) -> Record:
        """Give the piece as a record, its key for an id, for whatever shows records."""
        return KINDS[self.kind](id=self.key, **self.values)


@dataclass
class Understood:
    """All pieces of a note, in the order in which they were found. A source of records for titles."""

    pieces: list[Piece] = field(default_factory=list)

    @classmethod
    def of(cls, note: ConceptNote) -> "Understood":
        """Begin with what the rules found."""
        return cls([_piece(one) for one in note.found])

    def piece(self, key: str) -> Piece | None:
        """Give a piece by its key."""
        return next((one for one in self.pieces if one.key == key), None)

    def get(self, noun: type[R], record: str | None) -> R | None:
        """Give a piece as a record, as a desk would."""
        found = self.piece(record or "")
        return cast("R", found.record) if found is not None and found.kind == noun.kind else None

    def title(self, piece: Piece) -> str:
        """Give the line by which a piece is recognised."""
        return title_of(piece.record, self)

    def titles(self, kinds: Sequence[str], without: str) -> list[tuple[str, str]]:
        """List pieces that a reference may point at."""
        return [(one.key, self.title(one)) for one in self.pieces if one.kind in kinds and one.key != without]

    def at_line(self, number: int) -> Piece | None:
        """Give the piece that was read from a line: the one that spans the fewest lines."""
        there = [one for one in self.pieces if one.lines[0] <= number <= one.lines[1]]
        return min(there, key=lambda one: one.lines[1] - one.lines[0], default=None)

    def handed_over(self) -> list[dict[str, Any]]:
        """Give what is to be saved; a reference to what was left out is left out too."""
        kept = {one.key for one in self.pieces if one.taken}
        return [{"key": one.key, "kind": one.kind, "values": _pointing(one, kept)} for one in self.pieces if one.taken]


def _pointing(piece: Piece, kept: set[str]) -> dict[str, Value]:
    references = {info.name for info in KINDS[piece.kind].declared if info.refers_to}
    return {
        name: value
        for name, value in piece.values.items()
        if value is not None and (name not in references or value in kept)
    }


def _piece(found: Found) -> Piece:
    return Piece(found.key, found.kind, dict(found.values), found.lines)
