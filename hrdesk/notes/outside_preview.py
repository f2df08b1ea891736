"""From a file or the clipboard to what is shown before anything is taken: rows, a kind, a language, all changeable."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from hrdesk.agenda.queries import people
from hrdesk.files.material import Material, Source, read_material, read_source
from hrdesk.files.material import read_pasted as read_pasted_text
from hrdesk.files.pieces import Piece
from hrdesk.language.folding import fold
from hrdesk.language.person_names import Names
from hrdesk.notes.outside import taken_before
from hrdesk.notes.rules.outside import Row, language_of, person_called, speakers
from hrdesk.records import OutsideSource, Person
from hrdesk.store.namings import read_common_words, read_names, read_protected
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Known:
    """What a desk knows that material is compared with: who can be meant by which name, and the protected names."""

    called: Mapping[str, str]
    people: Mapping[str, Person] = field(default_factory=dict)
    protected: Mapping[str, Names] = field(default_factory=dict)
    """The names of each protected person, as far as this desk knows them."""

    any_protected: Names | None = None
    """The same of all of them, so that a text is looked through once."""

    def of_protected(self, text: str) -> list[str]:
        """Give the protected persons whose name stands in a text."""
        if self.any_protected is None or not self.any_protected.stand_in(text):
            return []
        return [person for person, names in self.protected.items() if names.stand_in(text)]


@dataclass(frozen=True)
class Preview:
    """What was understood of material from outside; ``before`` is what was taken in of the same file."""

    source: Source
    known: Known
    kind: str
    language: str
    rows: tuple[Row, ...]
    is_timed_from_start: bool = False
    before: OutsideSource | None = None

    @property
    def is_timed(self) -> bool:
        """Tell whether anything in it has a time."""
        return any(row.seconds is not None for row in self.rows)


def read_known(reader: Reader) -> Known:
    """Read what material is compared with; a protected person is found by each name that stood for it."""
    found = people(reader)
    protected = read_protected(reader)
    told = read_names(reader, protected)
    common = read_common_words(reader) if told else []
    called = speakers(found)
    for person, names in told.items():
        called |= {fold(name): person for name in names}
    return Known(
        called,
        {one.id: one for one in found},
        {person: Names({person: names}, common) for person, names in told.items()},
        Names(told, common) if told else None,
    )


def preview_file(reader: Reader, path: Path) -> Preview:
    """Read a file and understand it as what it looks like; Refused, with one sentence, when it cannot be read."""
    return _with_before(reader, preview(read_source(path), read_known(reader)))


def preview_pasted(reader: Reader, text: str) -> Preview:
    """Understand what was copied from elsewhere."""
    return _with_before(reader, preview(read_pasted_text(text), read_known(reader)))


def preview(source: Source, known: Known, kind: str = "") -> Preview:
    """Understand a text as ``kind``, or as what it looks like."""
    read = read_material(source, kind)
    language = language_of(piece.text for piece in read.pieces) or "en"
    return Preview(source, known, read.kind, language, _rows(read, known), read.is_timed_from_start)


def _with_before(reader: Reader, found: Preview) -> Preview:
    return replace(found, before=taken_before(reader, found.source.file_hash))


def _rows(read: Material, known: Known) -> tuple[Row, ...]:
    who = {name: _who(name, known) for name in {piece.speaker for piece in read.pieces}}
    return tuple(_row(piece, *who[piece.speaker], known) for piece in read.pieces)


def _row(piece: Piece, heard: str, person: str | None, known: Known) -> Row:
    return Row(
        text=piece.text,
        place=piece.place,
        heard=heard,
        person=person,
        seconds=piece.seconds,
        days=piece.days,
        private=piece.private,
        named=bool(known.of_protected(piece.text)),
        taken=not (piece.private or piece.aside),
    )


def _who(told: str, known: Known) -> tuple[str, str | None]:
    """Give the words as heard and the person they mean; the name of a protected person is not among the words."""
    person = person_called(told, known.called)
    protected = known.of_protected(told) if told else []
    if protected:
        return "", person if person in protected else protected[0] if len(protected) == 1 else None
    held = known.people.get(person or "")
    return ("" if held is not None and held.protected else told), person
