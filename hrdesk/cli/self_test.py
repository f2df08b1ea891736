"""Whether an installed program is whole: fonts, catalogs, driver, text, files of others, tried on a small desk."""

import tempfile
from pathlib import Path
from typing import Any

from hrdesk.desk import Desk, system_clock
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import SUFFIX
from hrdesk.exchange.giving import give
from hrdesk.exchange.merging import join
from hrdesk.exchange.tools.export import export
from hrdesk.files.qda import read_qda
from hrdesk.files.returned import read_returned
from hrdesk.files.table import read_tables
from hrdesk.language import LANGUAGES, N_
from hrdesk.language.words import words_for
from hrdesk.outcome.export import export_pdf
from hrdesk.outcome.word_draft import export_word_draft
from hrdesk.store.identity import Profile
from hrdesk.store.reading import Reader
from hrdesk.work import COMMANDS


def run_self_test() -> dict[str, Any]:
    """Make a desk, hand it over as a bundle, write a page in each language and files for other programs, read them.

    Refused when anything is missing.
    """
    told = N_("Conclusions and recommendations")
    silent = [one for one in LANGUAGES if one != "en" and words_for(one).text(told) == told]
    if silent:
        raise Refused(
            N_("The catalogs of {languages} are missing. Please install hrdesk again."), languages=", ".join(silent)
        )
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        desk = Desk.create(folder / "test.hrdesk", Profile(folder / "first"), system_clock)
        try:
            made = desk.run(COMMANDS["new-consultation"], title="Self-test", language="en", start="2026-09-08")
            desk.run(COMMANDS["keep-note"], session=made["session"], text="A note.", sensitivity="restricted")
            text = desk.run(COMMANDS["make-recommendation"], notes=[], text="A recommendation.")["id"]
            desk.run(COMMANDS["open-negotiation"], recommendation=text)
            with desk.reading() as reader:
                bundle = give(reader, folder / f"test{SUFFIX}", desk.file.profile, desk.file.now())
        finally:
            desk.close()
        other = join(bundle.path, folder / "joined.hrdesk", Profile(folder / "second"), system_clock)
        try:
            with other.reading() as reader:
                pages = {
                    language: export_pdf(reader, language, folder / f"{language}.pdf").pages for language in LANGUAGES
                }
                files = _files(reader, folder)
        finally:
            other.close()
    return {"format": "hrdesk-self-test", "version": 1, "changes": bundle.changes, "pages": pages, "files": files}


def _files(reader: Reader, folder: Path) -> dict[str, int]:
    """Write what other programs read, read it back, and tell by the ending of each file how many pieces it holds."""
    book, project, draft = (folder / f"test{ending}" for ending in (".xlsx", ".qdpx", ".docx"))
    export(reader, book, "en")
    export(reader, project, "en")
    export_word_draft(reader, "en", draft)
    found = {
        ".xlsx": sum(len(table.rows) for table in read_tables(book)),
        ".qdpx": len(read_qda(project).passages),
        ".docx": len(read_returned(draft).passages),
    }
    if empty := ", ".join(ending for ending, pieces in found.items() if not pieces):
        raise Refused(N_("Files of the kinds {files} come out empty. Please install hrdesk again."), files=empty)
    return found
