"""From a file or the clipboard to what is shown before anything is taken: a list of people, or a table of names."""

from dataclasses import dataclass
from pathlib import Path

from hrdesk.agenda.participants.queries import names_here
from hrdesk.agenda.participants.rules.directory import Directory
from hrdesk.agenda.participants.rules.headings import read_columns, read_language_columns
from hrdesk.agenda.participants.rules.names import NamesReading, understand_names
from hrdesk.agenda.participants.rules.people import Reading, compare, understand
from hrdesk.agenda.participants.vocabulary import of_desk
from hrdesk.files.table import Table, read_lines, read_pasted, read_tables
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Known:
    """What a desk knows that a list is compared with."""

    directory: Directory
    names: dict[str, frozenset[str]]


@dataclass(frozen=True)
class Preview:
    """What was understood of a source: of a list of people, or (``names``) of a table of names."""

    table: Table
    known: Known
    reading: Reading
    names: NamesReading | None = None


def read_known(reader: Reader) -> Known:
    """Read what a list is compared with."""
    return Known(of_desk(reader), names_here(reader))


def preview_file(path: Path, known: Known) -> Preview:
    """Read a file and understand the table of it that looks most like a list; Refused when there is none."""
    return preview(max(read_tables(path), key=_likeness), known)


def preview_pasted(text: str, name: str, known: Known) -> Preview:
    """Understand what was copied: a table, or lines that name a person each; ``name`` is what a refusal calls it."""
    table = read_pasted(text, name)[0]
    is_headed = bool(read_columns(table.rows)[0] or read_language_columns(table.rows)[0])
    if not is_headed and "\t" not in text and ";" not in text:
        table = read_lines(text, name)  # "Ms. …, Minister, Kenya": commas part what is said of one
    return preview(table, known)


def preview(table: Table, known: Known, columns: tuple[str, ...] | None = None) -> Preview:
    """Understand a table; ``columns`` say what each column holds where a person said so."""
    if columns is None and read_language_columns(table.rows)[0]:
        names = understand_names(table.rows, known.directory)
        if names.rows or names.same:
            return Preview(table, known, Reading((), (), ()), names)
    reading = understand(table.rows, known.directory, columns)
    rows = tuple(compare(reading.rows, known.names, known.directory))
    return Preview(table, known, Reading(reading.columns, reading.headings, rows, reading.dropped, reading.is_guessed))


def _likeness(table: Table) -> tuple[int, int]:
    """Say how much a table looks like a list: what its headings tell, then its length."""
    columns, _first = read_columns(table.rows)
    languages, _first = read_language_columns(table.rows)
    return max(len({one for one in columns if one}), len(languages)), len(table.rows)
