"""Walks through a Word document with its history: what was there, what was put in, what was taken out, and by whom.

Formatting that changed says nothing here. A passage is what stands between the ends of a bookmark of ours, with what
was written right before or behind it; the number and the bracket around it are ours and no part of it. A paragraph
that was put in whole is a passage of its own, also where the bookmark closed only behind it.

Source: ECMA-376, Part 1, 17.13 (annotations).
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from hrdesk.files.passages import Mark, Passage, Remark, Stretch
from hrdesk.files.word_frames import FRAME_BEFORE, FRAME_BEHIND, NUMBER_BEFORE, without
from hrdesk.files.word_package import W, is_on
from hrdesk.files.word_remarks import NOTES, mark_of

BOOKMARK = "_hr"
"""How the bookmarks begin that a draft of ours is sent with."""

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TEXT_BOX = f"{W}txbxContent"

PUT_IN = {f"{W}ins": False, f"{W}moveTo": True}
TAKEN_OUT = {f"{W}del": False, f"{W}moveFrom": True}
"""The elements around changed words, and whether they were moved."""

SKIPPED = frozenset({f"{W}rPr", f"{W}pPr", f"{W}sdtPr", f"{W}tblPr", f"{W}instrText", f"{W}delInstrText", FALLBACK})

SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}

PLAIN_END = Stretch("\n", is_end=True)


@dataclass(frozen=True)
class _Edge:
    """Where a bookmark of ours, called ``name``, or the range of a comment begins or ends, or where a note stands."""

    name: str
    begins: bool
    comment: str = ""


@dataclass
class _Paragraph:
    """What stands in one paragraph, in order, and the history of its end."""

    parts: list[Stretch | _Edge] = field(default_factory=list)
    end: Stretch = PLAIN_END


@dataclass
class _Draft:
    """A passage that is being gathered: what stands before the bookmark, in it and behind it."""

    anchor: str
    before: list[Stretch] = field(default_factory=list)
    inside: list[Stretch] = field(default_factory=list)
    behind: list[Stretch] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    joined_by: Mark | None = None

    def finished(self) -> list[Stretch]:
        """Give its words without the frame around them, which was put in where all of it was moved or copied here."""
        if all(one.inserted is not None for one in (*self.before, *self.inside, *self.behind)):
            before = without(NUMBER_BEFORE, self.before, put_in=True)
            return [*before, *self.inside, *without(FRAME_BEHIND, self.behind, whole=False, put_in=True)]
        before = without(FRAME_BEFORE, self.before)
        return [*before, *self.inside, *without(FRAME_BEHIND, self.behind, whole=False)]


def passages(main: ET.Element, told: Mapping[str, Remark]) -> tuple[Passage, ...]:
    """Give the passages of a document in their order, with the comments on each, which are told by their keys."""
    walk = _Walk()
    walk.block(main, None, None)
    waiting = dict(told)
    quoted = _quoted(walk.paragraphs)
    found: list[Passage] = []
    for draft in _drafts(walk.paragraphs):
        remarks = tuple(
            replace(waiting.pop(key), quoted=quoted.get(key, "")) for key in draft.remarks if key in waiting
        )
        for stretches, is_own in _parted(draft.finished()) if draft.anchor else [(draft.inside, True)]:
            words = tuple(_joined(stretches))
            found.append(Passage(draft.anchor, words, remarks, draft.joined_by) if is_own else Passage("", words))
    return tuple(one for one in found if one.anchor or one.remarks or any(part.text.strip() for part in one.stretches))


class _Walk:
    """Gathers the paragraphs below an element."""

    def __init__(self) -> None:
        self.paragraphs: list[_Paragraph] = []
        self._waiting: list[_Edge] = []
        self._names: dict[str, str] = {}

    def block(self, parent: ET.Element, put_in: Mark | None, taken_out: Mark | None) -> None:
        """Walk through what holds paragraphs: the body, a cell, a content control."""
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, put_in, taken_out)
            elif child.tag in PUT_IN:
                self.block(child, mark_of(child, moved=PUT_IN[child.tag]), taken_out)
            elif child.tag in TAKEN_OUT:
                self.block(child, put_in, mark_of(child, moved=TAKEN_OUT[child.tag]))
            elif (edge := self._edge(child)) is not None:
                # Between two paragraphs: what begins there begins in the next one, what ends there has ended.
                if edge.begins or not self.paragraphs:
                    self._waiting.append(edge)
                else:
                    self.paragraphs[-1].parts.append(edge)
            elif child.tag not in SKIPPED:
                self.block(child, put_in, taken_out)

    def _paragraph(self, paragraph: ET.Element, put_in: Mark | None, taken_out: Mark | None) -> None:
        held = _Paragraph([*self._waiting])
        self._waiting = []
        self.paragraphs.append(held)
        boxes: list[ET.Element] = []
        self._runs(paragraph, put_in, taken_out, held.parts, boxes)
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        inserted = _first(marks, PUT_IN) or put_in
        deleted = _first(marks, TAKEN_OUT) or taken_out
        held.end = Stretch("\n", inserted, deleted, is_end=True)
        held.parts = [_moved_with(held.end, one) if isinstance(one, Stretch) else one for one in held.parts]
        for box in boxes:
            self.block(box, put_in, taken_out)

    def _runs(
        self,
        parent: ET.Element,
        put_in: Mark | None,
        taken_out: Mark | None,
        parts: list[Stretch | _Edge],
        boxes: list[ET.Element],
    ) -> None:
        for child in parent:
            if child.tag in SKIPPED:
                continue
            if child.tag == TEXT_BOX:
                boxes.append(child)
            elif child.tag in PUT_IN:
                self._runs(child, mark_of(child, moved=PUT_IN[child.tag]), taken_out, parts, boxes)
            elif child.tag in TAKEN_OUT:
                self._runs(child, put_in, mark_of(child, moved=TAKEN_OUT[child.tag]), parts, boxes)
            elif child.tag in (f"{W}t", f"{W}delText"):
                parts.append(Stretch((child.text or "").replace("\n", " "), put_in, taken_out))
            elif child.tag.removeprefix(W) in SIGNS:
                if child.get(f"{W}type", "textWrapping") == "textWrapping":  # else a new page or column
                    parts.append(Stretch(SIGNS[child.tag.removeprefix(W)], put_in, taken_out))
            elif (edge := self._edge(child)) is not None:
                parts.append(edge)
            elif not (child.tag == f"{W}r" and _is_hidden(child)):
                self._runs(child, put_in, taken_out, parts, boxes)

    def _edge(self, element: ET.Element) -> _Edge | None:
        key = element.get(f"{W}id", "")
        match element.tag.removeprefix(W):
            case "bookmarkStart" if element.get(f"{W}name", "").startswith(BOOKMARK):
                self._names[key] = element.get(f"{W}name", "")
                return _Edge(self._names[key], begins=True)
            case "bookmarkEnd" if key in self._names:
                return _Edge(self._names.pop(key), begins=False)
            case "commentRangeStart":
                return _Edge("", begins=True, comment=key)
            case "commentRangeEnd" | "commentReference":
                return _Edge("", begins=False, comment=key)
            case "footnoteReference" | "endnoteReference":
                return _Edge("", begins=False, comment=NOTES[element.tag] + key)
        return None


def _moved_with(end: Stretch, one: Stretch) -> Stretch:
    """Give words as moved where the end of their paragraph was: LibreOffice says it only there."""

    def moved(whole: Mark | None, mark: Mark | None) -> Mark | None:
        is_same = whole is not None and mark is not None and whole.moved and whole.author == mark.author
        return replace(mark, moved=True) if is_same and mark else mark

    return replace(one, inserted=moved(end.inserted, one.inserted), deleted=moved(end.deleted, one.deleted))


def _first(marks: ET.Element | None, kinds: dict[str, bool]) -> Mark | None:
    """Give the history of a paragraph's end, which stands among the properties of its mark."""
    for kind, moved in kinds.items():
        found = marks.find(kind) if marks is not None else None
        if found is not None:
            return mark_of(found, moved=moved)
    return None


def _is_hidden(run: ET.Element) -> bool:
    properties = run.find(f"{W}rPr")
    return properties is not None and is_on(properties, "vanish")


def _drafts(paragraphs: Iterable[_Paragraph]) -> Iterator[_Draft]:
    """Gather the passages: by bookmark as far as one reaches, and else by paragraph."""
    open_one: _Draft | None = None
    seen: set[str] = set()
    for paragraph in paragraphs:
        current = open_one or _Draft("")
        place = current.inside if open_one else current.before
        for part in paragraph.parts:
            if isinstance(part, Stretch):
                place.append(part)
            elif part.comment:
                current.remarks.append(part.comment)
            elif part.begins and part.name not in seen:
                seen.add(part.name)
                if current.anchor:  # two passages in one paragraph: what stands between them leads to the second
                    between, current.behind = current.behind, []
                    current.joined_by = Mark()
                    yield current
                    current = _Draft(part.name, before=between)
                else:
                    current.anchor = part.name
                open_one, place = current, current.inside
            elif not part.begins and open_one is not None and part.name == open_one.anchor:
                open_one, place = None, current.behind
        if open_one is not None:
            open_one.inside.append(paragraph.end)
            continue
        if not current.anchor:
            current = _Draft("", inside=current.before, remarks=current.remarks)
        elif paragraph.end.inserted is None and paragraph.end.deleted and not paragraph.end.deleted.moved:
            current.joined_by = paragraph.end.deleted
        yield current
    if open_one is not None:
        yield open_one


def _parted(stretches: list[Stretch]) -> Iterator[tuple[list[Stretch], bool]]:
    """Part the paragraphs that were put in before and behind a passage from it; the passage itself is told by True."""
    lines: list[list[Stretch]] = [[]]
    for one in stretches:
        if one.is_end and one.inserted is not None:
            lines.append([])
        lines[-1].append(one)
    ours = [number for number, line in enumerate(lines) if any(one.inserted is None for one in line)]
    first, last = (ours[0], ours[-1] + 1) if ours else (0, len(lines))
    for line in lines[:first]:
        yield line, False
    yield [one for line in lines[first:last] for one in line], True
    for line in lines[last:]:
        yield line, False


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Join neighbours with one history, and leave out the ends of paragraphs at either edge."""
    kept = list(stretches)
    while kept and kept[-1].is_end:
        kept.pop()
    while kept and kept[0].is_end:
        kept.pop(0)
    for (inserted, deleted, is_end), group in groupby(kept, lambda one: (one.inserted, one.deleted, one.is_end)):
        text = "".join(one.text for one in group)
        if text:
            yield Stretch(text, inserted, deleted, is_end)


def _quoted(paragraphs: Iterable[_Paragraph]) -> dict[str, str]:
    """Give the words each comment is set to, as they were before anybody took them out.

    Only those of its first paragraph: the next text may be of another class than the one the comment is kept with.
    """
    found: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        under_way: set[str] = set()
        for part in paragraph.parts:
            if isinstance(part, Stretch):
                for key in under_way:
                    found[key].append(part.text)
            elif part.comment and part.begins:
                found[part.comment] = []
                under_way.add(part.comment)
            elif part.comment:
                under_way.discard(part.comment)
    return {key: " ".join("".join(words).split()) for key, words in found.items()}
