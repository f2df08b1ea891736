"""Composing the outcome document in one language: what may appear, in which words, under which numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hrdesk.language import N_
from hrdesk.language.masthead import masthead_block, official_name
from hrdesk.language.names import language_name
from hrdesk.language.numbers import agenda_items, council_session, heading_number, paragraph_number
from hrdesk.language.words import words_for
from hrdesk.outcome.document import Block, Document, Heading, Masthead, Note, Run, Summary
from hrdesk.outcome.document import Paragraph as Printed
from hrdesk.outcome.material import Material, Source, paragraph_source, recommendation_source
from hrdesk.outcome.report import Report
from hrdesk.outcome.rules import Planned, in_tree_order, outline
from hrdesk.records import Note as TakenNote
from hrdesk.records import Paragraph
from hrdesk.records.disclosure import attribution, may_appear
from hrdesk.records.wording import standing

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


class _Composer:
    """Walks the tree once, numbering and counting."""

    def __init__(self, material: Material, language: str) -> None:
        self.material = material
        self.language = language
        self.words = words_for(language)
        self.report = Report()
        self.blocks: list[Block] = []
        self.origins: list[str] = []
        self._summary: list[Printed] = []
        self._classes: set[str] = set()
        self._headings = [0] * (DEEPEST_HEADING + 1)
        self._paragraphs = 0
        self._notes = 0

    def compose(self) -> Composed:
        nodes = list(self._nodes())
        for node in nodes:
            if not may_appear(node.sensitivity):
                self._count("left_out")
            elif node.source.text or node.role == "heading":
                self._classes.add(node.sensitivity)
                self._place(node)
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
        return Composed(document, self.report, (*origins, *self.origins), frozenset(self._classes))

    def text(self, source: Source) -> tuple[tuple[Run, ...], bool]:
        """Give a text in the document's language, or in its own with a mark, and whether it is marked."""
        self._count("texts")
        wording = self.material.wordings.get((source.item, source.field, self.language))
        if any(map(self.material.names.stand_in, (source.text, (wording.text if wording else None) or ""))):
            self._count("named")
        if source.item in self.material.contested:
            self._count("contested")
        if source.language == self.language:
            return (Run(source.text),), False
        found = standing(wording, source.text)
        if wording and wording.text and found in ("draft", "reviewed"):
            if found == "draft":
                self._count("drafts")
            return (Run(wording.text),), False
        fields = {"language": language_name(source.language, self.language)}
        if found == "stale":
            self._count("stale")
            mark = self.words.text(N_("[Original: {language}; the translation is out of date]"), **fields)
        else:
            self._count("untranslated")
            mark = self.words.text(N_("[Original: {language}]"), **fields)
        return (Run(f"{mark} ", italic=True), Run(source.text, language=source.language)), True

    def _place(self, node: _Node) -> None:
        runs, _ = self.text(node.source)
        if node.said_by:
            lead = self.words.context("before what a speaker said", "{speaker}: ", speaker=node.said_by)
            runs = (Run(lead), *runs)
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
        if node.role == "recommendation":
            # Bold is for recommendations alone, as the General Assembly asked.
            runs = tuple(replace(run, bold=True) for run in runs)
        end = sum(len(run.text) for run in runs)
        called = tuple((end, self._note(*note)) for note in node.notes)
        self.blocks.append(Printed(runs, paragraph_number(self._paragraphs, self.language), notes=called))

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
        return _Node(held.role or "paragraph", depth, source, material.classes.of(held.id), held.id, notes=notes)

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
            source = recommendation_source(material.recommendations[one.recommendation])
            return _Node(one.role, depth, source, material.classes.of(one.recommendation), one.recommendation)
        note = notes.get(one.note or "")
        if note:
            sensitivity = material.classes.of(note.id)
            source = Source(note.id, "text", one.texts[one.language], one.language)
            return _Node(one.role, depth, source, sensitivity, note.id, self._speaker(note, sensitivity))
        if one.session:
            source = Source(one.session, "title", one.texts[one.language], one.language)
            return _Node(one.role, depth, source, material.classes.of(one.session), one.session)
        language = self.language if self.language in one.texts else one.language
        return _Node(one.role, depth, Source("", "", one.texts.get(language, ""), language), "public", "")

    def _speaker(self, note: TakenNote, sensitivity: str) -> str:
        session = next((one for one in self.material.sessions if one.id == note.session), None)
        consultation = self.material.consultation
        levels = (
            note.attribution,
            session.attribution if session else None,
            consultation.attribution if consultation else None,
        )
        person = self.material.people.get(note.speaker or "")
        if note.speaker and person is None:
            return ""  # whoever spoke is not known here and may be protected elsewhere
        named = attribution(sensitivity, levels, person, note.speaker_label)
        if person is None and self.material.names.stand_in(named):
            return ""  # as it was heard, before anybody knew that this person is protected
        if person and named == person.affiliation:
            wording = self.material.wordings.get((person.id, "affiliation", self.language))
            return wording.text if wording and wording.text else named
        return named

    def _title(self) -> str:
        head, consultation = self.material.document, self.material.consultation
        if head and head.title:
            return self._plain(Source(head.id, "title", head.title, head.language or "en"))
        if consultation and consultation.title:
            return self._plain(Source(consultation.id, "title", consultation.title, consultation.language or "en"))
        return self.words.text(N_("Outcome document"))

    def _author(self) -> str:
        head = self.material.document
        author = Source(head.id, "author", head.author or "", head.language or "en") if head else None
        return self._plain(author) if author and author.text else ""

    def _plain(self, source: Source) -> str:
        runs, _ = self.text(source)
        return "".join(run.text for run in runs)

    def _page_notes(self) -> tuple[Note, ...]:
        """Give the notes called from the title, by asterisks as the reports have them."""
        head = self.material.document
        found = [one for one in self.material.footnotes if head and one.owner == head.id and one.text]
        return tuple(
            Note(
                "*" * number,
                (Run(self._plain(Source(one.id, "text", one.text or "", (head.language if head else None) or "en"))),),
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
                self._plain(Source(item.id, "title", item.title, original))
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

    def _count(self, what: str) -> None:
        self.report = replace(self.report, **{what: getattr(self.report, what) + 1})


def compose(material: Material, language: str) -> Composed:
    """Compose the outcome document in ``language``: confidential never, restricted without attribution."""
    head = material.document or material.consultation
    if head and not may_appear(material.classes.of(head.id)):  # then neither its title nor anything told of it
        material = replace(material, document=None, consultation=None, council_items=(), footnotes=())
    return _Composer(material, language).compose()
