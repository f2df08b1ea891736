"""The summary by guiding question, ready at the coffee break: of one session or of the whole consultation."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hrdesk.agenda.queries import questions
from hrdesk.language import N_
from hrdesk.language.numbers import heading_number
from hrdesk.outcome.composition import Composed
from hrdesk.outcome.document import Block, Heading, Paragraph, Run
from hrdesk.outcome.export import Exported
from hrdesk.outcome.material import Material, Source, note_source
from hrdesk.outcome.note_kinds import by_kind
from hrdesk.outcome.paper import days_of, finished, head, session_called, title_of, write_paper
from hrdesk.outcome.queries import material
from hrdesk.outcome.question_summary_rules import by_question
from hrdesk.outcome.telling import Teller
from hrdesk.records import GuidingQuestion, Note, Session
from hrdesk.records.disclosure import may_appear
from hrdesk.store.reading import Reader

TITLE = N_("Summary by guiding question")
POINT = "•"
SESSION, QUESTION, KIND = 2, 3, 4
"""Levels of the headings."""


def question_summary(reader: Reader, language: str, session: str | None = None) -> Composed:
    """Compose the summary of a session, or without one of all that were noted in.

    Refused for a confidential session: Refused says that nothing was written.
    """
    whole = material(reader)
    teller = Teller(whole, language)
    if session:
        held = session_called(whole, session)
        teller.classes.add(whole.classes.of(session))
        title = title_of(whole, held, language)
        day = (held.starts or "")[:10]
        blocks = _of_session(teller, reader, held)
        return finished(teller, head(teller, teller.words.text(TITLE), (day, day)), title, blocks, day)
    blocks = []
    for one in whole.sessions:
        if any(note.session == one.id for note in whole.notes) and teller.lets_in(one.id):
            number = heading_number(SESSION, 1 + sum(_begins(block) for block in blocks), language)
            blocks.append(Heading(SESSION, title_of(whole, one, language), number))
            blocks += _of_session(teller, reader, one)
    days = days_of(whole)
    masthead = head(teller, teller.words.text(TITLE), days)
    title = (Run("".join(masthead.body) or teller.words.text(TITLE), bold=True),)
    return finished(teller, replace(masthead, body=()), title, blocks, days[1])


def export_question_summary(reader: Reader, language: str, target: Path, session: str | None = None) -> Exported:
    """Write the summary as PDF, or as plain text where the file is named ``.txt``."""
    return write_paper(question_summary(reader, language, session), target)


def _begins(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == SESSION


def _of_session(teller: Teller, reader: Reader, session: Session) -> list[Block]:
    whole = teller.material
    taken = [one for one in whole.notes if one.session == session.id and teller.lets_in(one.id)]
    agenda = questions(reader, session)
    known = {one.id for one in agenda}
    strays = {one.question for one in taken if one.question and one.question not in known}
    others = [one for one in (reader.get(GuidingQuestion, stray) for stray in sorted(strays)) if one]
    seen = [one for one in (*agenda, *others) if may_appear(whole.classes.of(one.id))]
    answered, loose = by_question(taken, [one for one in seen if one.id in known], others)
    blocks: list[Block] = []
    number = 0
    for question, found in answered:
        if question not in seen:
            loose += found
            continue
        number += 1
        teller.classes.add(whole.classes.of(question.id))
        blocks.append(Heading(QUESTION, _question(teller, whole, question), _numbered(number)))
        blocks += _points(teller, found) or [_nothing(teller)]
    if loose or not blocks:
        if blocks:
            words = teller.words.text(N_("On no guiding question"))
            blocks.append(Heading(QUESTION, (Run(words, bold=True),)))
        blocks += _points(teller, loose) or [_nothing(teller)]
    return blocks


def _numbered(number: int) -> str:
    return f"{number}."


def _question(teller: Teller, whole: Material, question: GuidingQuestion) -> tuple[Run, ...]:
    spoken = (whole.consultation.language if whole.consultation else None) or "en"
    runs, _ = teller.text(Source(question.id, "text", question.text or "", spoken))
    return tuple(Run(run.text, bold=True, italic=run.italic, language=run.language) for run in runs)


def _points(teller: Teller, notes: Sequence[Note]) -> list[Block]:
    blocks: list[Block] = []
    for word, found in by_kind(notes):
        blocks.append(Heading(KIND, (Run(teller.words.text(word), bold=True),)))
        blocks += [Paragraph(point(teller, note), POINT, align="start", hangs=True) for note in found]
    return blocks


def point(teller: Teller, note: Note) -> tuple[Run, ...]:
    """Give the words of a note that may stand in a paper, after who said it where that may be told."""
    runs, _ = teller.text(note_source(note))
    return teller.led(runs, teller.speaker(note, teller.material.classes.of(note.id)))


def _nothing(teller: Teller) -> Paragraph:
    return Paragraph((Run(teller.words.text(N_("Nothing was noted.")), italic=True),))
