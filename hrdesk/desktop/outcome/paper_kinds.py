"""The papers that this room writes besides the document: what each is called, what it is of, how it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hrdesk.desktop.shell.file_name import file_name
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language import N_
from hrdesk.outcome.composition import Composed
from hrdesk.outcome.export import Exported
from hrdesk.outcome.negotiation_draft import export_negotiation_draft, negotiation_draft
from hrdesk.outcome.question_summary import export_question_summary, question_summary
from hrdesk.outcome.rapporteur_report import export_rapporteur_report, rapporteur_report
from hrdesk.outcome.session_report import export_session_report
from hrdesk.outcome.word_draft import WORD, export_word_draft
from hrdesk.records import Session
from hrdesk.records.classes import SENSITIVITY, strictest_sensitivity
from hrdesk.records.disclosure import may_appear
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes

Write = Callable[[Workplace, str, str, Path], Exported]
"""Writes a paper: of which session (empty for all), in which language, into which file."""

Compose = Callable[[Reader, str], Composed]


@dataclass(frozen=True)
class PaperKind:
    """One kind of paper. ``of_session`` says that it is of one session, ``of_all`` that it can be of all of them.

    ``compose`` makes that of all, to see which class it has before a file is named. ``in_word`` says that it is also
    written for others to write into.
    """

    name: str
    label: str
    file: str
    write: Write
    of_session: bool = False
    of_all: bool = False
    compose: Compose | None = None
    in_word: bool = False


def name_of_file(reader: Reader, kind: PaperKind, session: str, language: str, ending: str) -> str:
    """Name the file after session or paper, its class and the language.

    Whoever finds it on a stick sees who may read it. Refused when there is nothing to write.
    """
    if session:
        held, sensitivity = reader.get(Session, session), read_classes(reader).of(session)
        title = held.title if held and may_appear(sensitivity) else ""
        return file_name(title or kind.file, f"-{sensitivity}-{language}{ending}")
    composed = kind.compose(reader, language) if kind.compose else None
    found = composed.classes if composed else ()
    sensitivity = strictest_sensitivity(*found) if found else SENSITIVITY[0]
    return file_name(kind.file, f"-{sensitivity}-{language}{ending}")


def _session_report(workplace: Workplace, session: str, language: str, target: Path) -> Exported:
    with workplace.desk.reader() as reader:
        return export_session_report(reader, session, language, target, workplace.desk.moment())


def _questions(workplace: Workplace, session: str, language: str, target: Path) -> Exported:
    with workplace.desk.reader() as reader:
        return export_question_summary(reader, language, target, session or None)


def _draft(workplace: Workplace, _session: str, language: str, target: Path) -> Exported:
    """Keep that this draft went out, and write it under the name of its version."""
    workplace.desk.run(workplace.commands["keep-draft-version"])
    with workplace.desk.reader() as reader:
        write = export_word_draft if target.suffix.lower() == WORD else export_negotiation_draft
        return write(reader, language, target)


def _report(workplace: Workplace, _session: str, language: str, target: Path) -> Exported:
    with workplace.desk.reader() as reader:
        return export_rapporteur_report(reader, language, target)


SESSION_REPORT = PaperKind("session", N_("Report on a session"), "session report", _session_report, of_session=True)
QUESTIONS = PaperKind(
    "questions",
    N_("Summary by guiding question"),
    "summary",
    _questions,
    of_session=True,
    of_all=True,
    compose=question_summary,
)
DRAFT = PaperKind("draft", N_("Draft for negotiation"), "draft", _draft, compose=negotiation_draft, in_word=True)
REPORT = PaperKind("report", N_("Report of the rapporteur"), "rapporteur report", _report, compose=rapporteur_report)

KINDS: dict[str, PaperKind] = {one.name: one for one in (SESSION_REPORT, QUESTIONS, DRAFT, REPORT)}
