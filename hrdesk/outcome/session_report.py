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
from hrdesk.outcome.document import Document, Heading, Masthead
from hrdesk.outcome.export import Exported
from hrdesk.outcome.floor_section import floor_blocks
from hrdesk.outcome.material import Material
from hrdesk.outcome.paper import banner, title_of, write_paper
from hrdesk.outcome.queries import material
from hrdesk.records import Session
from hrdesk.records.disclosure import may_appear
from hrdesk.records.moment import Moment
from hrdesk.store.reading import Reader


def session_report(reader: Reader, session: str, language: str, moment: Moment) -> Composed:
    """Compose the report on a session in ``language``; ``moment`` is that of a clock which still runs."""
    refuse_confidential(reader, session, for_desk=False)
    whole = material(reader)
    held = next((one for one in whole.sessions if one.id == session), None)
    if held is None or not may_appear(whole.classes.of(session)):
        raise Refused(N_("This session is confidential: how its floor was shared stays here. Nothing was written."))
    composed = compose(_of_session(whole, held), language)
    seen = picture(reader, session, moment, language, language)
    title = title_of(whole, held, language)
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
        banner=banner((sensitivity,), words_for(language)),
    )
    before = len(composed.document.blocks) - len(noted)
    origins = (session, *composed.origins[before:], *([""] * len(shared)))
    return Composed(document, composed.report, origins, composed.classes | {sensitivity})


def export_session_report(reader: Reader, session: str, language: str, target: Path, moment: Moment) -> Exported:
    """Write the report on a session as PDF: what may stand in it is asked once more here."""
    return write_paper(session_report(reader, session, language, moment), target)


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
