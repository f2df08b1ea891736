"""What a table of recommendations that comes in would change here: cell by cell, matched by id, writing nothing.

Adopted texts stay. What is decided in the program (a status beyond negotiation) is not decided in a sheet. A milder
class needs a reason. What cannot be taken is kept aside and told with the reason.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hrdesk.errors import Refused
from hrdesk.exchange.tools.cells import parted, plain, unguarded
from hrdesk.exchange.tools.table import BY_NAME, READ_ONLY, Around, Column, around, heading, tag_word, value_of
from hrdesk.language import LANGUAGES, N_, SOURCE_LANGUAGE
from hrdesk.language.folding import fold
from hrdesk.notes.terms import term_called, term_of
from hrdesk.records import Recommendation, Tag
from hrdesk.records.classes import is_milder
from hrdesk.records.declaration import FieldInfo
from hrdesk.records.disclosure import Classes
from hrdesk.records.protection import is_adopted
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes

NO_IDS = N_("{name} has no column “text” or “id”; nothing was read. Write the recommendations as a table first.")
OPEN_STATUSES = ("proposed", "under_negotiation")
"""What a sheet may say of the status; everything beyond is decided in the program."""

READ_ONLY_CELL = N_("This column is only told, not taken.")
UNKNOWN_ID = N_("No recommendation here has this id.")
TWICE = N_("This id stands in the table more than once.")
NO_TEXT = N_("A recommendation needs a text.")
ADOPTED = N_("The text was adopted and stays as it is.")
NO_CHOICE = N_("That is none of the choices.")
DECIDED = N_("This status is decided in the program.")
MILDER = N_("Less strict needs a reason.")
NO_LANGUAGE = N_("That is none of the six languages.")
TOO_LONG = N_("This text may have been cut off.")

LONGEST = 10_000
"""Characters of a cell that is read whole (``files.rows``)."""


@dataclass(frozen=True)
class CellChange:
    """A cell that would change: what stands here, and what comes."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Aside:
    """A cell or a row (no column) that is not taken, and why."""

    column: str
    cell: str
    why: str


@dataclass(frozen=True)
class RowMatch:
    """A row of the table, by its number in the file: the recommendation it is about (none: a new one)."""

    number: int
    record: str
    changes: tuple[CellChange, ...]
    aside: tuple[Aside, ...] = ()

    @property
    def is_new(self) -> bool:
        """Tell whether a recommendation would be made of it."""
        return not self.record and bool(self.changes)


@dataclass(frozen=True)
class Matched:
    """A whole table: the rows that would change anything or say why not, and how many change nothing."""

    rows: tuple[RowMatch, ...]
    unchanged: int
    unknown: tuple[str, ...]
    """Headings of columns that this program does not know."""

    @property
    def changed(self) -> int:
        """Count the recommendations that would change."""
        return sum(1 for one in self.rows if one.record and one.changes)

    @property
    def new(self) -> int:
        """Count the recommendations that would be made."""
        return sum(1 for one in self.rows if one.is_new)

    @property
    def aside(self) -> int:
        """Count the cells and rows that are not taken."""
        return sum(len(one.aside) for one in self.rows)

    @property
    def needs_reason(self) -> bool:
        """Tell whether anything is kept aside for want of a reason."""
        return any(each.why == MILDER for one in self.rows for each in one.aside)


def is_of_recommendations(rows: Sequence[Sequence[str]]) -> bool:
    """Tell by its headings whether a table can be matched with recommendations."""
    return bool(rows) and bool({"id", "text"} & {heading(unguarded(cell)) for cell in rows[0]})


def keyed(rows: Sequence[Sequence[str]], name: str) -> tuple[list[dict[str, str]], tuple[str, ...]]:
    """Give the rows by known heading, and the headings that nobody knows; Refused where no row could be matched."""
    if not is_of_recommendations(rows):
        raise Refused(NO_IDS, name=name)
    names = [heading(unguarded(cell)) for cell in rows[0]]
    known = {at: one for at, one in enumerate(names) if one in BY_NAME and names.index(one) == at}
    found = [{column: unguarded(row[at]) for at, column in known.items() if at < len(row)} for row in rows[1:]]
    unknown = tuple(plain(cell) for at, cell in enumerate(rows[0]) if at not in known and plain(cell))
    return found, unknown


def match(
    reader: Reader, rows: Iterable[Mapping[str, str]], unknown: tuple[str, ...] = (), *, has_reason: bool = False
) -> Matched:
    """Compare rows by heading with what the desk holds; with a reason a milder class is a change like any other."""
    here = _Here(
        {one.id: one for one in reader.every(Recommendation)},
        around(reader),
        read_classes(reader),
        {one.id: one for one in reader.every(Tag)},
        has_reason,
    )
    found, seen, unchanged = [], set[str](), 0
    for number, row in enumerate(rows, 2):
        record = row.get("id", "").strip()
        if not record and not any(row.values()):
            continue
        if record in seen:
            found.append(RowMatch(number, "", (), (Aside("", record, TWICE),)))
            continue
        if record:
            seen.add(record)
        if record and record not in here.held:
            found.append(RowMatch(number, "", (), (Aside("", record, UNKNOWN_ID),)))
            continue
        one = here.match(number, record, row)
        if one.changes or one.aside:
            found.append(one)
        else:
            unchanged += 1
    return Matched(tuple(found), unchanged, unknown)


def tag_called(here: Iterable[Tag], scheme: str, word: str) -> tuple[str, str]:
    """Give the id and name of the tag that a word means in a scheme: of a shipped term, of an own tag, else no id."""
    called = fold(word)
    held = next((tag for tag in here if (tag.scheme or "free") == scheme and fold(tag.name or "") == called), None)
    if held is not None:
        return held.id, held.name or ""
    term = term_called(scheme, word)
    return (term.tag, term.key) if term else ("", word)


@dataclass(frozen=True)
class _Here:
    """What the desk holds to compare with."""

    held: Mapping[str, Recommendation]
    hanging: Around
    classes: Classes
    tags: Mapping[str, Tag]
    has_reason: bool

    def match(self, number: int, record: str, row: Mapping[str, str]) -> RowMatch:
        changes, aside = [], []
        for name, cell in row.items():
            told = self._cell(record, BY_NAME[name], plain(cell))
            if isinstance(told, Aside):
                aside.append(told)
            elif told is not None:
                changes.append(told)
        if not record and not any(one.column == "text" for one in changes):
            return RowMatch(number, "", (), (Aside("", row.get("text", ""), NO_TEXT),))
        return RowMatch(number, record, tuple(changes), tuple(aside))

    def _cell(self, record: str, column: Column, cell: str) -> CellChange | Aside | None:
        """Compare one cell: nothing where it says what stands here."""
        held = self.held.get(record) or Recommendation(record)
        before = value_of(held, column, self.hanging, SOURCE_LANGUAGE)
        if column.holds in READ_ONLY:
            is_told = not cell or column.holds != "adopted" or plain(before) == cell
            return None if is_told else Aside(column.name, cell, READ_ONLY_CELL)
        if column.holds == "tags":
            return self._tags(record, column, cell, before)
        if column.holds == "bodies":
            is_same = set(parted(cell)) == {plain(one.name) for one in self.hanging.bodies_of(record, column.of)} - {""}
            return None if is_same else CellChange(column.name, before, cell)
        if column.name == "sensitivity":
            return self._class(record, cell)
        info = Recommendation.field(column.of)
        after = self._choice(info, cell) if info.choices else cell
        if plain(before)[:LONGEST] == after:
            return None
        why = self._refusal(held, column, info, after)
        return Aside(column.name, cell, why) if why else CellChange(column.name, before, after)

    def _refusal(self, held: Recommendation, column: Column, info: FieldInfo, after: str) -> str:
        """Say why a cell that differs is not taken; nothing where it is."""
        if len(after) >= LONGEST:
            return TOO_LONG
        if column.name in ("text", "language", "status") and is_adopted(held):
            return ADOPTED
        if info.choices and after and after not in info.choices:
            return NO_CHOICE
        if column.name == "status" and not {after or OPEN_STATUSES[0], held.status or OPEN_STATUSES[0]} <= set(
            OPEN_STATUSES
        ):
            return DECIDED
        if column.name == "language" and after not in LANGUAGES:
            return NO_LANGUAGE
        return NO_TEXT if column.name == "text" and not after else ""

    def _choice(self, info: FieldInfo, cell: str) -> str:
        return next((one for one in info.choices if heading(one) == heading(cell)), cell)

    def _class(self, record: str, cell: str) -> CellChange | Aside | None:
        wanted = self._choice(Recommendation.field("sensitivity"), cell)
        held = self.held.get(record)
        before = self.classes.of(record) if held else ""
        if not cell or wanted == before or (held and wanted == held.sensitivity):
            return None  # an empty cell says nothing of the class: it never makes anything milder
        if wanted not in Recommendation.field("sensitivity").choices:
            return Aside("sensitivity", cell, NO_CHOICE)
        if held and is_milder(wanted, before) and not self.has_reason:
            return Aside("sensitivity", cell, MILDER)
        return CellChange("sensitivity", before, wanted)

    def _tags(self, record: str, column: Column, cell: str, before: str) -> CellChange | None:
        """Compare by what words mean: the same tags in another language are the same."""
        on_it = self.hanging.tags_of(record, column.of)
        words = {fold(word) for one in on_it for word in _words_of(one)}
        told = parted(cell)
        new = [word for word in told if fold(word) not in words]
        kept = {one.id for one in on_it if {fold(word) for word in _words_of(one)} & {fold(word) for word in told}}
        if not new and len(kept) == len(on_it):
            return None
        return CellChange(column.name, before, cell)


def _words_of(tag: Tag) -> tuple[str, ...]:
    term = term_of(tag.id)
    return (plain(tag.name), *(term.words.values() if term else ()), tag_word(tag, SOURCE_LANGUAGE))
