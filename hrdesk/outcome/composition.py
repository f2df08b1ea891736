"""Composing the outcome document in one language: what may appear, in which words, under which numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from hrdesk.language import N_
from hrdesk.language.masthead import masthead_block, official_name
from hrdesk.language.numbers import agenda_items, council_session, heading_number, paragraph_number
from hrdesk.outcome.document import Block, Document, Heading, Masthead, Note, Run, Summary
from hrdesk.outcome.document import Paragraph as Printed
from hrdesk.outcome.material import Material, Source, paragraph_source, recommendation_source
from hrdesk.outcome.negotiated_texts import alternatives, in_brackets, reservations, validations
from hrdesk.outcome.report import Report
from hrdesk.outcome.rules import Planned, in_tree_order, outline
from hrdesk.outcome.telling import Teller
from hrdesk.outcome.whole_text import shown_alternatives
from hrdesk.records import Note as TakenNote
from hrdesk.records import Paragraph
from hrdesk.records.disclosure import may_appear

SECTION_LEVEL = 2
DEEPEST_HEADING = 4


@dataclass(frozen=True)
class Composed:
    """A document ready to be written, the report on it, and which paragraph record each block came from.

    ``classes`` are those of everything that stands in it: whoever writes it out asks once more.
    """

    document: Document
    report: Report
    origins: tuple[str, ...]
    classes: frozenset[str] = frozenset()

    def on_pages(self, **given: Any) -> "Composed":
        """Give the same with other fields of the document, such as its form or what stands at the foot of pages."""
        return replace(self, document=replace(self.document, **given))


@dataclass(frozen=True)
class _Node:
    """One place in the tree with the text that belongs there."""

    role: str
    depth: int
    source: Source
    sensitivity: str
    record: str
    said_by: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    recommendation: str = ""


class _Composer(Teller):
    """Walks the tree once, numbering and counting."""

    def __init__(self, material: Material, language: str) -> None:
        super().__init__(material, language)
        self.blocks: list[Block] = []
        self.origins: list[str] = []
        self._summary: list[Printed] = []
        self._headings = [0] * (DEEPEST_HEADING + 1)
        self._paragraphs = 0
        self._notes = 0

    def compose(self) -> Composed:
        nodes = list(self._nodes())
        for node in nodes:
            if not may_appear(node.sensitivity):
                self.count("left_out")
            elif node.source.text or node.role == "heading":
                self.classes.add(node.sensitivity)
                self._place(node)
        self._add(validations(self))
        title, author = self._title(), self._author()
        head = self.material.document
        blocks: list[Block] = [Heading(1, (Run(title, bold=True),))]
        if author:
            blocks.append(Printed((Run(author, bold=True),), align="start"))
        origins = [head.id if head else ""] * len(blocks)
        if self._summary:
            heading = self.words.context("document", "Summary")
            blocks.append(Summary(heading, tuple(self._summary)))
            origins.append("")
        consultation = self.material.consultation
        document = Document(
            language=self.language,
            title=title,
            masthead=self._masthead(),
            blocks=(*blocks, *self.blocks),
            subject=(consultation.theme or consultation.subtitle or "") if consultation else "",
            author=official_name("united_nations", self.language),
            page_notes=self._page_notes(),
            date=(head.date if head and head.date else (consultation.end or "") if consultation else "") or "",
        )
        return Composed(document, self.report, (*origins, *self.origins), frozenset(self.classes))

    def _place(self, node: _Node) -> None:
        runs, is_marked = self.text(node.source)
        runs = self.led(runs, node.said_by)
        if node.role == "summary":
            self._summary.append(Printed(runs))
            return
        self.origins.append(node.record)
        if node.role == "heading":
            level = min(SECTION_LEVEL + node.depth, DEEPEST_HEADING)
            self._headings[level] += 1
            self._headings[level + 1 :] = [0] * (DEEPEST_HEADING - level)
            number = heading_number(level, self._headings[level], self.language)
            self.blocks.append(Heading(level, tuple(replace(run, bold=True) for run in runs), number))
            return
        self._paragraphs += 1
        held = self.material.recommendations.get(node.recommendation)
        if held is not None and shown_alternatives(self.material, held):
            runs = in_brackets(runs, is_marked)
        if node.role == "recommendation":
            # Bold is for recommendations alone, as the General Assembly asked.
            runs = tuple(replace(run, bold=True) for run in runs)
        end = sum(len(run.text) for run in runs)
        called = tuple((end, self._note(*note)) for note in node.notes)
        self.blocks.append(Printed(runs, paragraph_number(self._paragraphs, self.language), notes=called))
        if held is not None:
            others = alternatives(self, held, self._paragraphs)
            self._add(replace(one, runs=tuple(replace(run, bold=True) for run in one.runs)) for one in others)
            self._add(reservations(self, held))

    def _add(self, blocks: Iterable[Printed]) -> None:
        """Print what comes from no place of its own in the tree."""
        for one in blocks:
            self.blocks.append(one)
            self.origins.append("")

    def _note(self, text: str, url: str) -> Note:
        self._notes += 1
        return Note(str(self._notes), (Run(" ".join(part for part in (text, url) if part)),))

    def _nodes(self) -> Iterator[_Node]:
        material = self.material
        if not material.paragraphs:
            yield from self._planned()
            return
        for depth, held in in_tree_order(material.paragraphs):
            yield self._node(depth, held)

    def _node(self, depth: int, held: Paragraph) -> _Node:
        material = self.material
        source = paragraph_source(held)
        recommendation = material.recommendations.get(held.recommendation or "")
        if recommendation:
            source = recommendation_source(recommendation)
        notes = tuple((one.text or "", one.url or "") for one in material.footnotes if one.owner == held.id)
        printed = recommendation.id if recommendation else ""
        return _Node(held.role or "paragraph", depth, source, material.classes.of(held.id), held.id, "", notes, printed)

    def _planned(self) -> Iterator[_Node]:
        """Without a composed document its draft is printed, made on the spot from what the desk holds."""
        material = self.material
        plan = outline(
            material.consultation,
            material.mandates,
            material.sessions,
            material.notes,
            material.standing,
        )
        notes = {note.id: note for note in material.notes}
        for one in plan:
            yield self._draft(one, notes)

    def _draft(self, one: Planned, notes: dict[str, TakenNote]) -> _Node:
        material = self.material
        depth = 0 if one.role == "heading" else 1
        if one.recommendation:
            record = one.recommendation
            source = recommendation_source(material.recommendations[record])
            return _Node(one.role, depth, source, material.classes.of(record), record, recommendation=record)
        note = notes.get(one.note or "")
        if note:
            sensitivity = material.classes.of(note.id)
            source = Source(note.id, "text", one.texts[one.language], one.language)
            return _Node(one.role, depth, source, sensitivity, note.id, self.speaker(note, sensitivity))
        if one.session:
            source = Source(one.session, "title", one.texts[one.language], one.language)
            return _Node(one.role, depth, source, material.classes.of(one.session), one.session)
        language = self.language if self.language in one.texts else one.language
        return _Node(one.role, depth, Source("", "", one.texts.get(language, ""), language), "public", "")

    def _title(self) -> str:
        head, consultation = self.material.document, self.material.consultation
        if head and head.title:
            return self.plain(Source(head.id, "title", head.title, head.language or "en"))
        if consultation and consultation.title:
            return self.plain(Source(consultation.id, "title", consultation.title, consultation.language or "en"))
        return self.words.text(N_("Outcome document"))

    def _author(self) -> str:
        head = self.material.document
        author = Source(head.id, "author", head.author or "", head.language or "en") if head else None
        return self.plain(author) if author and author.text else ""

    def _page_notes(self) -> tuple[Note, ...]:
        """Give the notes called from the title, by asterisks as the reports have them."""
        head = self.material.document
        found = [one for one in self.material.footnotes if head and one.owner == head.id and one.text]
        return tuple(
            Note(
                "*" * number,
                (Run(self.plain(Source(one.id, "text", one.text or "", (head.language if head else None) or "en"))),),
            )
            for number, one in enumerate(found, 1)
        )

    def _masthead(self) -> Masthead:
        head, consultation = self.material.document, self.material.consultation
        original = (head.language if head else None) or (consultation.language if consultation else None) or "en"
        date = (head.date if head else None) or (consultation.end if consultation else None) or ""
        distribution = head.distribution if head else None
        body = [official_name("human_rights_council", self.language)]
        if head and head.council_session and head.council_session > 0:
            body.append(council_session(head.council_session, self.language))
        numbers = [item.number for item in self.material.council_items if item.number]
        if numbers:
            body.append(agenda_items(numbers, self.language))
            body += [
                self.plain(Source(item.id, "title", item.title, original))
                for item in self.material.council_items
                if item.title
            ]
        return Masthead(
            organisation=official_name("united_nations", self.language),
            symbol=(head.symbol or "") if head else "",
            organ=official_name("general_assembly", self.language),
            lines=tuple(
                masthead_block(
                    self.language,
                    date,
                    original=original,
                    distribution="limited"
                    if distribution == "limited"
                    else "restricted"
                    if distribution == "restricted"
                    else "general",
                )
            ),
            body=tuple(body),
        )


def compose(material: Material, language: str) -> Composed:
    """Compose the outcome document in ``language``: confidential never, restricted without attribution."""
    head = material.document or material.consultation
    if head and not may_appear(material.classes.of(head.id)):  # then neither its title nor anything told of it
        material = replace(material, document=None, consultation=None, council_items=(), footnotes=(), validations=())
    return _Composer(material, language).compose()
