"""The rapporteur's report to the last session: slides to show and a text to speak from, in an order a person chose."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.outcome.composition import Composed
from hrdesk.outcome.document import Block, Heading, Paragraph, Run
from hrdesk.outcome.export import Exported
from hrdesk.outcome.material import Material, Source, note_source, recommendation_source
from hrdesk.outcome.paper import TEXT, days_of, finished, head, title_of, write_paper
from hrdesk.outcome.plain_text import plain_text
from hrdesk.outcome.queries import material
from hrdesk.outcome.question_summary import POINT, point
from hrdesk.outcome.report_points import parts_of_report
from hrdesk.outcome.report_rules import PARTS, SAID, PartOfReport, in_short
from hrdesk.outcome.telling import Teller
from hrdesk.recommendations.wrap_up import theme_tally
from hrdesk.records import RegionalConsultation, ThemePreference
from hrdesk.records.disclosure import may_appear
from hrdesk.store.reading import Reader

TITLE = N_("Report of the rapporteur")
SESSION, KIND = 2, 3
"""Levels of the headings: a session begins a slide, the kinds part its points."""


def rapporteur_report(reader: Reader, language: str) -> Composed:
    """Compose the report as slides: nothing confidential, nothing that somebody left out."""
    whole = material(reader)
    teller = Teller(whole, language)
    blocks: list[Block] = []
    for session, parts in _by_session(reader, whole):
        blocks.append(Heading(SESSION, _title(teller, session)))
        for part in parts:
            blocks.append(Heading(KIND, (Run(teller.words.text(PARTS[part.kind]), bold=True),)))
            blocks += [Paragraph(_point(teller, one), POINT, hangs=True) for one in part.told if teller.lets_in(one)]
    blocks += _themes(teller, reader)
    title = (Run(teller.words.text(TITLE), bold=True),)
    days = days_of(whole)
    composed = finished(teller, head(teller, "", days), title, blocks, days[1])
    return composed.on_pages(form="slides")


def speech(reader: Reader, language: str) -> str:
    """Give the page to speak from: the first sentence of what stands first under each kind, and how much follows.

    It names nobody: who said what stands on the slides, where it may.
    """
    whole = material(reader)
    teller = Teller(whole, language)
    lines = [teller.words.text(N_("What to say"))]
    for session, parts in _by_session(reader, whole):
        lines += ["", "".join(run.text for run in _title(teller, session))]
        for part in parts:
            lines.append(f"  {teller.words.text(PARTS[part.kind])}")
            lines += [f"    - {in_short(''.join(run.text for run in _words(teller, one)))}" for one in part.told[:SAID]]
            more = len(part.told) - SAID
            if more > 0:
                told = teller.words.plural("And {number} more.", "And {number} more.", more)
                lines.append(f"      {told}")
    return "\n".join(lines) + "\n"


def export_rapporteur_report(reader: Reader, language: str, target: Path) -> Exported:
    """Write the report as slides (PDF); as ``.txt`` the page to speak from, and then all the points.

    Refused where nothing was noted that may be told.
    """
    composed = rapporteur_report(reader, language)
    if len(composed.document.blocks) == 1:
        raise Refused(
            N_(
                "There is nothing to report yet: no key issue, good practice, challenge, lesson or recommendation"
                " that may be told. Nothing was written."
            )
        )
    text = None
    if target.suffix.lower() == TEXT:
        text = f"{speech(reader, language)}\n\n{plain_text(composed.document)}"
        if composed.document.banner:
            text = f"{composed.document.banner}\n\n{text}"
    return write_paper(composed, target, text=text)


def _themes(teller: Teller, reader: Reader) -> list[Block]:
    """Give the themes that regional consultations prefer, with the points and first choices that they count."""
    classes = teller.material.classes
    counted = {classes.of(one.id) for noun in (RegionalConsultation, ThemePreference) for one in reader.every(noun)}
    if not all(map(may_appear, counted)):
        return []  # a tally of some regions alone would be a wrong one
    teller.classes |= counted
    spoken = (teller.material.consultation.language if teller.material.consultation else None) or "en"
    points: list[Block] = []
    for one in theme_tally(reader):
        theme = teller.plain(Source("", "", one.theme, spoken))
        fields = {"theme": theme, "points": str(one.points), "firsts": str(one.first_choices)}
        words = teller.words.text(N_("{theme} (points: {points}; first choices: {firsts})"), **fields)
        points.append(Paragraph((Run(words),), POINT, hangs=True))
    if not points:
        return []
    return [Heading(SESSION, (Run(teller.words.text(N_("Themes in order of preference")), bold=True),)), *points]


def _by_session(reader: Reader, whole: Material) -> Iterator[tuple[str, list[PartOfReport]]]:
    told = [part for part in parts_of_report(reader, whole) if part.told]
    for session, parts in groupby(told, key=lambda part: part.session):
        yield session, list(parts)


def _title(teller: Teller, session: str) -> tuple[Run, ...]:
    held = next((one for one in teller.material.sessions if one.id == session), None)
    if held is None:
        return (Run(teller.words.text(N_("Other recommendations")), bold=True),)
    teller.classes.add(teller.material.classes.of(session))
    return title_of(teller.material, held, teller.language)


def _words(teller: Teller, item: str) -> tuple[Run, ...]:
    """Give the words of a note or a recommendation, without who said it."""
    whole = teller.material
    recommendation = whole.recommendations.get(item)
    if recommendation is not None:
        return teller.text(recommendation_source(recommendation))[0]
    note = next(one for one in whole.notes if one.id == item)
    return teller.text(note_source(note))[0]


def _point(teller: Teller, item: str) -> tuple[Run, ...]:
    if item in teller.material.recommendations:
        return _words(teller, item)
    return point(teller, next(one for one in teller.material.notes if one.id == item))
