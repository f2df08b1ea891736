"""A file of another program that is looked at before it comes in: what it holds, what it would bring, how to take it.

One road for window and command line. What is foreseen is told by the same functions that the commands ask again.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from hrdesk.errors import Refused
from hrdesk.exchange.tools.matching import Matched, RowMatch, is_of_recommendations, keyed, match
from hrdesk.exchange.tools.recognizing import (
    KNOWN,
    NEW,
    RENAMED,
    SAME_NAME,
    STRUCTURE,
    CodeMatch,
    PassageMatch,
    match_codes,
    match_passages,
)
from hrdesk.exchange.tools.taking_codes import code_rows, passage_rows
from hrdesk.files.qda import ForeignProject, read_qda
from hrdesk.files.table import read_tables
from hrdesk.language import N_
from hrdesk.records.classes import SENSITIVITY
from hrdesk.store.reading import Reader

ENDINGS = (".qdc", ".qdpx", ".xlsx", ".csv")

SAY = Callable[..., str]

CODE_WORDS: Mapping[str, str] = {
    NEW: N_("New tag"),
    KNOWN: N_("Known"),
    RENAMED: N_("Renamed"),
    SAME_NAME: N_("A tag here has this name"),
    STRUCTURE: N_("Only orders others"),
}


@dataclass(frozen=True)
class Found:
    """What a file holds: codes and perhaps coded passages, or the rows of a table by heading."""

    project: ForeignProject | None = None
    rows: tuple[Mapping[str, str], ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def needs_session(self) -> bool:
        """Tell whether it holds passages, which become notes of a session."""
        return self.project is not None and not self.project.is_codebook


@dataclass(frozen=True)
class Coming:
    """What a file would bring: codes and passages, or rows of recommendations; ``media`` counts what is no text."""

    codes: tuple[CodeMatch, ...] = ()
    passages: tuple[PassageMatch, ...] = ()
    table: Matched | None = None
    media: int = 0

    def counts(self) -> dict[str, int]:
        """Count what would come, by what it is."""
        if self.table is not None:
            held = self.table
            return {"changed": held.changed, "new": held.new, "unchanged": held.unchanged, "aside": held.aside}
        found = {how: sum(1 for one in self.codes if one.how == how) for how in (NEW, RENAMED, SAME_NAME, KNOWN)}
        notes = sum(1 for one in self.passages if not one.record)
        tagged = sum(1 for one in self.passages if one.record and one.coming)
        known = len(self.passages) - notes - tagged
        return {**found, "notes": notes, "tagged": tagged, "known_passages": known, "no_text": self.media}

    @property
    def brings(self) -> bool:
        """Tell whether taking it in would change anything."""
        told = self.counts()
        return any(told.get(one) for one in ("changed", "new", RENAMED, "notes", "tagged"))

    def details(self) -> dict[str, Any]:
        """Give everything as plain data."""
        if self.table is not None:
            rows = [asdict(one) for one in self.table.rows]
            return {"rows": rows, "unknown_columns": list(self.table.unknown)}
        return {"codes": [asdict(one) for one in self.codes], "passages": [asdict(one) for one in self.passages]}

    def lines(self, say: SAY) -> list[str]:
        """Give a line for everything that would change, and for what is kept aside."""
        if self.table is not None:
            found = [line for row in self.table.rows for line in _row_lines(row, say)]
            return [*found, *(say(N_("Column “{name}” is not known here."), name=one) for one in self.table.unknown)]
        codes = [one for one in self.codes if one.how in (NEW, RENAMED, SAME_NAME)]
        told = [f"{say(CODE_WORDS[one.how])}: {_code_words(one)}" for one in codes]
        return told + [one.text for one in self.passages if not one.record]


def read(path: Path) -> Found:
    """Read a file by what it holds; Refused when it is none of those that can come in."""
    if path.suffix.lower() in (".qdc", ".qdpx", ".qde", ".xml"):
        return Found(read_qda(path))
    tables = read_tables(path)
    told = next((one for one in tables if is_of_recommendations(one.rows)), tables[0])
    rows, unknown = keyed(told.rows, path.name)
    return Found(rows=tuple(rows), unknown=unknown)


def foresee(
    reader: Reader, found: Found, session: str = "", scheme: str = "free", *, has_reason: bool = False
) -> Coming:
    """Say what a file would bring, writing nothing."""
    if found.project is None:
        return Coming(table=match(reader, found.rows, found.unknown, has_reason=has_reason))
    codes = match_codes(reader, found.project.codes, scheme)
    passages = match_passages(reader, found.project.passages, codes, session)
    return Coming(tuple(codes), tuple(passages), media=found.project.aside)


def command_of(
    found: Found,
    *,
    session: str = "",
    sensitivity: str = SENSITIVITY[-1],
    language: str | None = None,
    scheme: str = "free",
    reason: str | None = None,
) -> tuple[str, dict[str, Any]]:
    """Give the command that takes a file in, with its arguments."""
    if found.project is None:
        rows = [dict(one) for one in found.rows]
        return "take-recommendations", {"rows": rows, "sensitivity": sensitivity, "reason": reason}
    if found.project.is_codebook:
        return "take-codebook", {"codes": code_rows(found.project), "scheme": scheme}
    if not session:
        raise Refused(N_("Coded notes come into a session. Nothing was changed; please choose one."))
    return "take-passages", {
        "codes": code_rows(found.project),
        "passages": passage_rows(found.project),
        "session": session,
        "sensitivity": sensitivity,
        "language": language,
        "scheme": scheme,
    }


def _row_lines(row: RowMatch, say: SAY) -> list[str]:
    place = say(N_("Row {number}"), number=row.number)
    found = [f"{place}, {one.column}: {one.before} → {one.after}" for one in row.changes]
    return found + [f"{place}, {one.column or one.cell}: {say(one.why)}" for one in row.aside]


def _code_words(one: CodeMatch) -> str:
    return f"{one.called} → {one.name}" if one.how == RENAMED else one.name
