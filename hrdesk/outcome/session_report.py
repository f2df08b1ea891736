"""The report on one session: what was noted, as the draft of the outcome document has it, and how the floor was shared.

Who spoke stands there as the screen of the room showed it; a confidential session has no report that could leave.
"""

from dataclasses import replace
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.floor.queries import picture
from hrdesk.floor.tables import refuse_confidential
from hrdesk.language import N_
from hrdesk.language.dates import date_range
from hrdesk.language.masthead import official_name
from hrdesk.language.words import words_for
from hrdesk.outcome.composition import Composed, compose
from hrdesk.outcome.document import Document, Heading, Masthead, Run
from hrdesk.outcome.export import Exported
from hrdesk.outcome.floor_section import floor_blocks
from hrdesk.outcome.material import Material
from hrdesk.outcome.queries import material
from hrdesk.records import Session
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import may_appear
from hrdesk.records.moment import Moment
from hrdesk.records.wording import standing
from hrdesk.store.reading import Reader
from hrdesk.store.saving import write_safely

CLASSES = {"public": N_("Public"), "restricted": N_("Restricted")}


def session_report(reader: Reader, session: str, language: str, moment: Moment) -> Composed:
    """Compose the report on a session in ``language``; ``moment`` is that of a clock which still runs."""
    refuse_confidential(reader, session, for_desk=False)
    whole = material(reader)
    held = next((one for one in whole.sessions if one.id == session), None)
    if held is None or not may_appear(whole.classes.of(session)):
        raise Refused(N_("This session is confidential: how its floor was shared stays here. Nothing was written."))
    composed = compose(_of_session(whole, held), language)
    seen = picture(reader, session, moment, language, language)
    title = _title(whole, held, language)
    noted = [block for block in composed.document.blocks if not (isinstance(block, Heading) and block.level == 1)]
    numbers = sum(isinstance(block, Heading) and block.level == 2 for block in noted)
    shared = floor_blocks(seen, moment, language, numbers + 1)
    sensitivity = whole.classes.of(session)
    document = Document(
        language=language,
        title="".join(run.text for run in title),
        masthead=_masthead(whole, held, language),
        blocks=(Heading(1, title), *noted, *shared),
        subject=composed.document.subject,
        author=composed.document.author,
        date=(held.starts or "")[:10] or composed.document.date,
        banner="" if sensitivity == SENSITIVITY[0] else words_for(language).text(CLASSES[sensitivity]),
    )
    before = len(composed.document.blocks) - len(noted)
    origins = (session, *composed.origins[before:], *([""] * len(shared)))
    return Composed(document, composed.report, origins, composed.classes | {sensitivity})


def export_session_report(reader: Reader, session: str, language: str, target: Path, moment: Moment) -> Exported:
    """Write the report on a session as PDF: what may stand in it is asked once more here."""
    from hrdesk.outcome.pdf import write_pdf  # the text layer and its fonts, only when something is written

    composed = session_report(reader, session, language, moment)
    if not all(may_appear(one) for one in composed.classes):
        raise RuntimeError("a confidential text was composed into the report; nothing was written")
    written = write_pdf(composed.document)
    write_safely(target, written.data)
    return Exported(target, language, written.pages, composed.report, written.missing)


def _of_session(whole: Material, session: Session) -> Material:
    """Give what a draft of this session alone is made of."""
    made = {key: one for key, one in whole.recommendations.items() if one.session == session.id}
    return replace(
        whole,
        document=None,
        council_items=(),
        paragraphs=(),
        footnotes=(),
        recommendations=made,
        sessions=(session,),
        notes=tuple(one for one in whole.notes if one.session == session.id),
    )


def _title(whole: Material, session: Session, language: str) -> tuple[Run, ...]:
    """Give the title of the session in the language of the report, or in its own."""
    words = words_for(language)
    if not session.title:
        return (Run(words.text(N_("Report on a session")), bold=True),)
    own = (whole.consultation.language if whole.consultation else None) or "en"
    wording = whole.wordings.get((session.id, "title", language))
    if own != language and wording and wording.text and standing(wording, session.title) in ("draft", "reviewed"):
        return (Run(wording.text, bold=True),)
    return (Run(session.title, bold=True, language=own if own != language else None),)


def _masthead(whole: Material, session: Session, language: str) -> Masthead:
    """Head the report by the consultation and the day: it is a paper of the session and bears no symbol."""
    day = (session.starts or "")[:10]
    consultation = (
        whole.consultation if whole.consultation and may_appear(whole.classes.of(whole.consultation.id)) else None
    )
    return Masthead(
        organisation=official_name("united_nations", language),
        symbol="",
        organ=words_for(language).text(N_("Report on a session")),
        lines=tuple(one for one in (date_range(day, day, language),) if one),
        body=tuple(one for one in ((consultation.title if consultation else None) or "",) if one),
    )
