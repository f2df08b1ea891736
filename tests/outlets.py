"""Everything through which content leaves a desk, each giving all the text that it lets out.

Who adds a way out adds it here: ``test_secrecy`` then lets hundreds of random stories try to get a secret through it.
"""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from hrdesk.desktop.recommendations.read_out_words import read_for_the_hall
from hrdesk.errors import Refused
from hrdesk.exchange.giving import give
from hrdesk.exchange.scope import Scope
from hrdesk.exchange.tools.export import prepare
from hrdesk.floor.tables import export_table
from hrdesk.language import LANGUAGES
from hrdesk.outcome.composition import compose
from hrdesk.outcome.negotiation_draft import negotiation_draft
from hrdesk.outcome.queries import material
from hrdesk.outcome.question_summary import question_summary
from hrdesk.outcome.rapporteur_report import rapporteur_report, speech
from hrdesk.outcome.session_report import session_report
from hrdesk.outcome.word_draft import word_draft
from hrdesk.records import Session
from hrdesk.records.disclosure import PLACES
from hrdesk.records.moment import Moment
from hrdesk.store.finding import find
from hrdesk.store.identity import Profile
from hrdesk.store.reading import Reader

SECRETS = ("XYZZY", "Plugh", "Plover")
"""What only confidential notes hold, what a protected person is called, how the person's name was heard."""

MOMENT = Moment(datetime(2026, 11, 20, 12, tzinfo=UTC))
"""When everything is let out."""


def bundles(reader: Reader, folder: Path) -> str:
    told = ""
    for sensitivity in ("public", "restricted"):
        for mode in ("history", "heads"):
            target = folder / "outlet.json"
            give(
                reader,
                target,
                Profile(folder / "profile"),
                "2026-11-20T10:11:12.123Z",
                scope=Scope(sensitivity=sensitivity),
                mode=mode,
            )
            told += target.read_text("utf-8")
    return told


def documents(reader: Reader, _folder: Path) -> str:
    held = material(reader)
    return "".join(repr(compose(held, language).document) for language in LANGUAGES)


def session_reports(reader: Reader, _folder: Path) -> str:
    return "".join(_of_each(reader, lambda one: repr(session_report(reader, one, "en", MOMENT).document)))


def drafts_in_word(reader: Reader, _folder: Path) -> str:
    try:
        return repr(word_draft(reader, "en").document)
    except Refused as refused:  # nothing is under negotiation that may be printed
        return str(refused)


def papers(reader: Reader, _folder: Path) -> str:
    told = [_or_refusal(lambda: repr(negotiation_draft(reader, "en").document))]
    told += [repr(question_summary(reader, "fr").document), repr(rapporteur_report(reader, "en").document)]
    told += _of_each(reader, lambda one: repr(question_summary(reader, "en", one).document))
    return "".join((*told, speech(reader, "en")))


def floor_tables(reader: Reader, folder: Path) -> str:
    target = folder / "outlet.csv"

    def write(session: str) -> str:
        export_table(reader, session, target, MOMENT, "en")
        return target.read_text("utf-8")

    return "".join(_of_each(reader, write))


def files_for_other_programs(reader: Reader, _folder: Path) -> str:
    told = [prepare(reader, form, "en").content.decode() for form in (".qdc", ".csv")]
    for form in (".qdpx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(prepare(reader, form, "en").content)) as packed:
            told += [one + packed.read(one).decode() for one in packed.namelist()]
    return "".join(told)


def search_in_the_hall(reader: Reader, _folder: Path) -> str:
    found = (one for word in SECRETS for one in find(reader, word, PLACES["hall"], limit=100))
    return "".join(repr((one.text, one.field)) for one in found)


def read_out(reader: Reader, _folder: Path) -> str:
    return repr(read_for_the_hall(reader))


OUTLETS: dict[str, Callable[[Reader, Path], str]] = {
    "bundles": bundles,
    "documents": documents,
    "session reports": session_reports,
    "drafts in Word": drafts_in_word,
    "papers of the rapporteur": papers,
    "floor tables": floor_tables,
    "files for other programs": files_for_other_programs,
    "search in the hall": search_in_the_hall,
    "read out in the hall": read_out,
}


def _or_refusal(write: Callable[[], str]) -> str:
    try:
        return write()
    except Refused as refused:
        return str(refused)


def _of_each(reader: Reader, write: Callable[[str], str]) -> list[str]:
    """Give what is let out of each session; one that is refused lets nothing out."""
    told = []
    for session in reader.every(Session):
        try:
            told.append(write(session.id))
        except Refused as refused:
            told.append(str(refused))
    return told
