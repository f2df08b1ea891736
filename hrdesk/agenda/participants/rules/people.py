"""What a list of participants says, row by row: who it is, from which delegation, and what is doubtful about it.

Nothing is written here. What was understood is shown, corrected by a person, and only then taken.
"""

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hrdesk.agenda.participants.rules.directory import Directory, Entry, plain
from hrdesk.agenda.participants.rules.headings import (
    DROPPED,
    EMAIL,
    guess_columns,
    meaning_of,
    read_columns,
)
from hrdesk.agenda.participants.rules.rows import HERE, NEW, TWICE, Doubt, Row
from hrdesk.agenda.participants.rules.values import category_of, gender_of, is_governmental, part_title

LONGEST_NAME = 120
"""Characters; what is longer is hardly a name alone."""


@dataclass(frozen=True)
class Reading:
    """What was understood of a table: what each column holds, the rows, and what was left out on purpose."""

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    dropped: int = 0
    is_guessed: bool = False


def understand(table: Sequence[Sequence[str]], directory: Directory, columns: tuple[str, ...] | None = None) -> Reading:
    """Understand a table; ``columns`` say what each column holds where a person said so."""
    told, first = read_columns(table)
    guessed = not told
    if guessed:
        told = guess_columns(table, directory)
    headings = tuple(table[first - 1]) if first else ()
    told = columns or told
    rows: list[Row] = []
    dropped = 0
    above = _Above()
    for number, cells in enumerate(table[first:], start=first + 1):
        held, private = _by_meaning(told, cells)
        dropped += private
        if not any(held.values()) or _repeats(cells, headings):
            continue
        if above.take(number, _only_cell(cells), directory):
            rows += above.given_up()
            continue
        row = _row(number, _divided(held, told, directory), above, directory)
        rows += [*above.given_up(row), row]
    return Reading(told, headings, (*rows, *above.given_up(last=True)), dropped, guessed)


def with_delegation(row: Row, written: str, directory: Directory) -> Row:
    """Give the row with another delegation, by its code or as it is written."""
    kept = tuple(one for one in row.doubts if one.kind not in ("unknown", "several", "above", "no_delegation"))
    known = directory.get(written)
    found: Sequence[Entry] = (known,) if known else directory.match(written)
    row = dataclasses.replace(row, organization=written if known is None else known.name("en"), country="")
    return _placed(row, found, kept)


def compare(rows: Iterable[Row], here: Mapping[str, Collection[str]], directory: Directory) -> list[Row]:
    """Say of each row whether the person is here already or stands twice in the list.

    ``here`` maps folded names to the ids of the delegations in which somebody of that name is.
    """
    seen: set[tuple[str, str]] = set()
    compared: list[Row] = []
    for row in rows:
        entry = directory.get(row.delegation)
        place = entry.record if entry else plain(row.organization)
        key = (plain(row.name), place)
        held = here.get(key[0], ()) if row.name else ()
        doubts = tuple(one for one in row.doubts if one.kind != "namesake")
        state = HERE if place in held else TWICE if key in seen else NEW
        if state == NEW and held:
            doubts = (*doubts, Doubt("namesake"))
        seen.add(key)
        taken = row.taken if state == row.state else state == NEW
        compared.append(dataclasses.replace(row, state=state, doubts=doubts, taken=taken))
    return compared


@dataclass
class _Above:
    """What the rows before say of those that follow: a heading that names a State or a kind, a joined cell.

    A State alone in its row is a heading for those who follow without one; where none does, it is a delegation.
    """

    delegation: str = ""
    category: str = ""
    cell: str = ""
    alone: Row | None = None
    before: Row | None = None

    def take(self, number: int, only: str, directory: Directory) -> bool:
        """Take the only cell of a row as a heading, if it is one."""
        category = category_of(only)
        if category:
            self.category, self.delegation, self.cell = category, "", ""
            self.before, self.alone = self.alone, None
            return True
        found = directory.match(only) if only else ()
        if found:
            self.delegation, self.cell = only, ""
            self.before = self.alone
            self.alone = _placed(Row(number, organization=only, category=self.category), found, ())
            return True
        return False

    def given_up(self, row: Row | None = None, *, last: bool = False) -> list[Row]:
        """Give the delegation that turned out to be no heading: the next row has its own, or there is none."""
        if row is not None:
            self.before = self.alone if row.organization != self.delegation else None
            self.alone = None
        elif last:
            self.before, self.alone = self.alone, None
        found, self.before = self.before, None
        return [found] if found else []


def _by_meaning(columns: Sequence[str], cells: Sequence[str]) -> tuple[dict[str, str], int]:
    """Give the cells by what they hold, and how many private ones were left out."""
    held: dict[str, str] = {}
    private = 0
    for meaning, cell in zip(columns, cells, strict=False):
        if meaning in DROPPED:
            private += bool(cell)
        elif meaning and cell:
            plainly, found = EMAIL.subn("", cell)
            private += found
            held[meaning] = plainly.strip(" ,;<>()") if found else cell
    return held, private


def _divided(held: dict[str, str], columns: Sequence[str], directory: Directory) -> dict[str, str]:
    """Divide "Ms. …, Minister, Kenya" where one column holds all of it."""
    if {"function", "delegation", "country"} & set(columns) or held.get("name", "").count(",") == 0:
        return held
    pieces = [piece.strip() for piece in held["name"].split(",")]
    rest = pieces[1:]
    behind: dict[str, str] = {}
    for at in range(len(rest)):  # "Permanent Mission, Iran, Islamic Republic of" may itself hold commas
        whose = ", ".join(rest[at:])
        if directory.match(whose):
            behind["delegation"] = whose
            rest = rest[:at]
            break
    return {**held, "name": pieces[0], "function": ", ".join(rest), **behind}


def _row(number: int, held: Mapping[str, str], above: _Above, directory: Directory) -> Row:
    title, name = part_title(_name(held))
    doubts: list[Doubt] = []
    category = category_of(held.get("category", ""))
    if held.get("category") and not category:
        doubts.append(Doubt("category", held["category"]))
    gender = gender_of(held.get("gender", ""))
    if held.get("gender") and not gender:
        doubts.append(Doubt("gender", held["gender"]))
    if len(name) > LONGEST_NAME:
        doubts.append(Doubt("long"))
    written, country = _whose(held, directory)
    if written:
        above.cell = written
        above.delegation = ""
    elif above.delegation or above.cell:
        written = above.delegation or above.cell
        if not above.delegation:
            doubts.append(Doubt("above"))
    row = Row(
        number,
        name,
        held.get("honorific", "") or title,
        held.get("function", ""),
        written,
        country=country,
        category=category or above.category,
        gender=gender,
    )
    return _placed(row, directory.match(written) if written else (), doubts)


def _name(held: Mapping[str, str]) -> str:
    """Give the name: as one cell has it, else given name and family name in the order of their script."""
    given, family, name = held.get("given", ""), held.get("family", ""), held.get("name", "")
    if name:
        return name
    if any("\u3400" < letter < "\uffff" for letter in family):
        return f"{family}{given}"
    return f"{given} {family}".strip()


def _whose(held: Mapping[str, str], directory: Directory) -> tuple[str, str]:
    """Give the delegation as written and the code of the country; a ministry's people sit with their State."""
    organization, country = held.get("delegation", ""), held.get("country", "")
    states = [one for one in directory.match(country) if one.country] if country else []
    if not organization:
        return country, ""
    if len(states) == 1 and not directory.match(organization):
        if is_governmental(organization) or category_of(held.get("category", "")) == "state":
            return country, ""
        return organization, states[0].code
    return organization, ""


def _placed(row: Row, found: Sequence[Entry], doubts: Sequence[Doubt]) -> Row:
    """Put a row into the delegation that was found, or say what is doubtful."""
    told = list(doubts)
    found = _likelier(found, row.category)
    if len(found) == 1:
        entry = found[0]
        category = row.category or entry.category
        return dataclasses.replace(row, delegation=entry.code, offers=(), category=category, doubts=tuple(told))
    if found:
        told.append(Doubt("several"))
    elif row.organization:
        told.append(Doubt("unknown"))
    else:
        told.append(Doubt("no_delegation"))
    return dataclasses.replace(row, delegation="", offers=tuple(one.code for one in found), doubts=tuple(told))


def _likelier(found: Sequence[Entry], category: str) -> Sequence[Entry]:
    fitting = [one for one in found if one.category == category]
    return fitting if len(found) > 1 and len(fitting) == 1 else found


def _only_cell(cells: Sequence[str]) -> str:
    written = [cell for cell in cells if cell]
    return written[0] if len(written) == 1 else ""


def _repeats(cells: Sequence[str], headings: Sequence[str]) -> bool:
    """Tell whether a row repeats the headings, as on each page of a long table."""
    return bool(headings) and tuple(cells) == tuple(headings) and any(meaning_of(cell) for cell in cells)
