"""Writes files for other programs: a codebook, coded notes, or recommendations as a table."""

from dataclasses import dataclass
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.exchange.tools.codes import codes
from hrdesk.exchange.tools.composing import compose
from hrdesk.exchange.tools.leaving import LIMITS, Left, leaving
from hrdesk.exchange.tools.project import write_project
from hrdesk.exchange.tools.refi import codebook
from hrdesk.exchange.tools.table import as_csv, table
from hrdesk.files.workbook import write_workbook
from hrdesk.language import LANGUAGES, N_, RIGHT_TO_LEFT
from hrdesk.language.isolation import isolate
from hrdesk.language.words import words_for
from hrdesk.store.reading import Reader
from hrdesk.store.saving import write_safely

FORMS = (".qdc", ".qdpx", ".xlsx", ".csv")
"""Codebook, coded notes, recommendations as workbook and as plain text."""

NOTHING_LEFT = Left()


@dataclass(frozen=True)
class Prepared:
    """A file that was not written yet: its content, what it holds, and what stays here."""

    content: bytes
    codes: int = 0
    notes: int = 0
    recommendations: int = 0
    left: Left = NOTHING_LEFT


def form_of(target: Path) -> str:
    """Tell from a name what is to be written; Refused for any other name."""
    form = target.suffix.lower()
    if form not in FORMS:
        raise Refused(
            N_("“{name}” ends in none of {forms}. Nothing was written; please choose another name."),
            name=target.name,
            forms=isolate(", ".join(FORMS)),
        )
    return form


def prepare(reader: Reader, form: str, language: str, limit: str = LIMITS[-1]) -> Prepared:
    """Gather what may leave and write it as bytes; ``limit`` is the strictest class that may be in it."""
    if language not in LANGUAGES:
        raise Refused(N_("“{language}” is none of the six languages. Nothing was changed."), language=language)
    if form in (".xlsx", ".csv"):
        written = table(reader, leaving(reader, "table", limit), language)
        name = words_for(language).text(N_("Recommendations"))
        is_book = form == ".xlsx"
        mirrored = language in RIGHT_TO_LEFT
        content = write_workbook(written.rows, name, right_to_left=mirrored) if is_book else as_csv(written.rows)
        return Prepared(content, recommendations=len(written.rows) - 1, left=written.left)
    decides = leaving(reader, "tool", limit)
    if form == ".qdc":
        book = codes(reader, decides, language)
        return Prepared(codebook(book), codes=sum(len(one.below) for one in book))
    project = compose(reader, decides, language)
    return Prepared(
        write_project(project),
        sum(len(one.below) for one in project.codes),
        project.count(notes=True),
        project.count(notes=False),
        project.left,
    )


def export(reader: Reader, target: Path, language: str, limit: str = LIMITS[-1]) -> Prepared:
    """Write ``target``, whose ending says what: whole or not at all."""
    prepared = prepare(reader, form_of(target), language, limit)
    write_safely(target, prepared.content)
    return prepared
