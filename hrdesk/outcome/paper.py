"""What all papers of the rapporteur share: head, class, titles of sessions; and writing one as PDF or as plain text."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.dates import date_range
from hrdesk.language.masthead import official_name
from hrdesk.language.words import Words, words_for
from hrdesk.outcome.composition import Composed
from hrdesk.outcome.document import Block, Document, Heading, Masthead, Run
from hrdesk.outcome.export import Exported
from hrdesk.outcome.material import Material, Source
from hrdesk.outcome.plain_text import plain_text
from hrdesk.outcome.telling import Teller
from hrdesk.records import Session
from hrdesk.records.classes import SENSITIVITY, strictest_sensitivity
from hrdesk.records.disclosure import may_appear
from hrdesk.records.wording import standing
from hrdesk.store.saving import write_safely

CLASSES = {"public": N_("Public"), "restricted": N_("Restricted")}

TEXT = ".txt"
"""The ending of a file that is to hold plain text; any other holds a PDF."""


def banner(classes: Iterable[str], words: Words) -> str:
    """Give what is printed on every page of a paper that holds these classes: the strictest, but that it is public."""
    found = tuple(classes)
    strictest = strictest_sensitivity(*found) if found else SENSITIVITY[0]
    return "" if strictest == SENSITIVITY[0] else words.text(CLASSES[strictest])


def title_of(whole: Material, session: Session, language: str) -> tuple[Run, ...]:
    """Give the title of a session in the language of the paper, or in its own."""
    if not session.title:
        return (Run(words_for(language).text(N_("Session without a title")), bold=True),)
    own = (whole.consultation.language if whole.consultation else None) or "en"
    wording = whole.wordings.get((session.id, "title", language))
    if own != language and wording and wording.text and standing(wording, session.title) in ("draft", "reviewed"):
        return (Run(wording.text, bold=True),)
    return (Run(session.title, bold=True, language=own if own != language else None),)


def name_of_consultation(teller: Teller) -> str:
    """Give the title of the consultation in the language of the paper; nothing of a confidential one."""
    held = teller.material.consultation
    if held is None or not held.title or not may_appear(teller.material.classes.of(held.id)):
        return ""
    return teller.plain(Source(held.id, "title", held.title, held.language or "en"))


def head(teller: Teller, name: str, days: tuple[str, str], more: Sequence[str] = ()) -> Masthead:
    """Head a paper by its name, the consultation and the days: it is a working paper and bears no symbol."""
    dates = date_range(*days, teller.language) if any(days) else ""
    return Masthead(
        organisation=official_name("united_nations", teller.language),
        symbol="",
        organ=name,
        lines=tuple(one for one in (*more, dates) if one),
        body=tuple(one for one in (name_of_consultation(teller),) if one),
    )


def days_of(whole: Material) -> tuple[str, str]:
    """Give the first and the last day of the consultation; nothing of a confidential one."""
    held = whole.consultation
    if held is None or not may_appear(whole.classes.of(held.id)):
        return "", ""
    return held.start or "", held.end or held.start or ""


def finished(teller: Teller, masthead: Masthead, title: Sequence[Run], blocks: Sequence[Block], date: str) -> Composed:
    """Make the paper of what was told: its class on every page, and the classes of all that stands in it."""
    document = Document(
        language=teller.language,
        title="".join(run.text for run in title),
        masthead=masthead,
        blocks=(Heading(1, tuple(title)), *blocks),
        author=official_name("united_nations", teller.language),
        date=date[:10],
        banner=banner(teller.classes, teller.words),
    )
    return Composed(document, teller.report, ("",) * len(document.blocks), frozenset(teller.classes))


def write_paper(composed: Composed, target: Path, *, text: str | None = None) -> Exported:
    """Write a paper, as plain text where the file is named so, else as PDF; what may stand in it is asked once more.

    ``text`` stands in for the words of the document where a paper says something else as text.
    """
    if not all(may_appear(one) for one in composed.classes):
        raise RuntimeError("a confidential text was composed into a paper; nothing was written")
    document = composed.document
    if target.suffix.lower() == TEXT:
        told = text if text is not None else plain_text(document)
        write_safely(target, told.encode("utf-8"))
        return Exported(target, document.language, 0, composed.report, {})
    from hrdesk.outcome.pdf import write_pdf  # the text layer and its fonts, only when something is written

    written = write_pdf(document)
    write_safely(target, written.data)
    return Exported(target, document.language, written.pages, composed.report, written.missing)


def session_called(whole: Material, session: str) -> Session:
    """Give the session that a paper is asked of; refused where it is not here or confidential."""
    held = next((one for one in whole.sessions if one.id == session), None)
    if held is None:
        raise Refused(N_("There is no session “{id}” here. Nothing was written."), id=session)
    if not may_appear(whole.classes.of(session)):
        raise Refused(N_("This session is confidential: what was said in it stays here. Nothing was written."))
    return held
