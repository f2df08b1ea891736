"""What was found in a concept note, and the sheet on which the readers of its parts write it down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.files.document import Line
from hrdesk.records import Value

CONSULTATION = "consultation"


@dataclass(frozen=True)
class Found:
    """One record read out of a note.

    ``key`` is unique within the note, ``kind`` is a noun of ``hrdesk.records.KINDS``, ``values`` are fields of that
    noun (a reference holds the key of another ``Found``), ``lines`` are the first and last line it was read from.
    """

    key: str
    kind: str
    values: Mapping[str, Value]
    lines: tuple[int, int]


@dataclass(frozen=True)
class ConceptNote:
    """What a note says; the first of ``found`` is the consultation.

    Every line that is not empty is within the lines of a ``Found``, or one of the ``headings`` (labels, titles of parts
    that were understood, and lines such as the venue that only the consultation's own fields were read from), or
    ``leftover``. A line of which only a part was understood, such as a paragraph that cites a resolution, is leftover
    as well.
    """

    found: tuple[Found, ...]
    leftover: tuple[Line, ...]
    headings: tuple[Line, ...] = ()


@dataclass
class Sheet:
    """Gathers what the readers find; ``used`` are the lines understood as a whole, ``headings`` the labels."""

    records: dict[str, Found] = field(default_factory=dict)
    consultation: dict[str, Value] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)
    _kinds: dict[str, list[str]] = field(default_factory=dict)

    def add(self, kind: str, lines: tuple[int, int], whole: bool = True, **values: Value) -> str:
        """Write a record down and give its key; ``whole`` says that its lines hold nothing else."""
        keys = self._kinds.setdefault(kind, [])
        key = f"{kind}-{len(keys) + 1}"
        keys.append(key)
        self.records[key] = Found(key, kind, MappingProxyType(given(values)), lines)
        if whole:
            self.used.update(range(lines[0], lines[1] + 1))
        return key

    def amend(self, key: str, **values: Value) -> None:
        """Add fields to a record written down before; what it already says stands."""
        record = self.records[key]
        self.records[key] = Found(key, record.kind, MappingProxyType(given(values) | dict(record.values)), record.lines)

    def correct(self, key: str, **values: Value) -> None:
        """Replace fields of a record written down before, when a later line shows what it is."""
        record = self.records[key]
        self.records[key] = Found(key, record.kind, MappingProxyType(dict(record.values) | values), record.lines)

    def reorder(self, kind: str, keys: list[str]) -> None:
        """Put the records of one kind into another order."""
        self._kinds[kind] = keys

    def say(self, **values: Value) -> None:
        """Say something of the consultation itself, unless it was said before."""
        for name, value in given(values).items():
            self.consultation.setdefault(name, value)

    def take(self, para: Para) -> None:
        """Count the lines of a paragraph as understood."""
        self.used.update(range(para.first, para.last + 1))

    def head(self, para: Para) -> None:
        """Count the lines of a paragraph as a heading that was understood."""
        self.headings.update(range(para.first, para.last + 1))

    def of(self, kind: str) -> list[Found]:
        """Give the records of one kind found so far, in order."""
        return [self.records[key] for key in self._kinds.get(kind, ())]

    def has(self, kind: str) -> bool:
        """Tell whether a record of one kind was found."""
        return bool(self._kinds.get(kind))


def given(values: Mapping[str, Value]) -> dict[str, Value]:
    """Keep the values that say something."""
    return {name: value for name, value in values.items() if value is not None and value != ""}
