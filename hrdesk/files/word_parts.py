"""Reads what stands beside the text of a Word document: its styles, its lists and its footnotes."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field

from hrdesk.files.list_numbers import Level, Numbering
from hrdesk.files.word_package import W, is_on, value_of, whole


@dataclass
class Styles:
    """The styles of a document: their names, what each is based on, and the list it puts its paragraphs into."""

    names: dict[str, str] = field(default_factory=dict)
    based_on: dict[str, str] = field(default_factory=dict)
    lists: dict[str, tuple[str, int]] = field(default_factory=dict)
    bold: dict[str, bool] = field(default_factory=dict)

    def chain(self, style: str) -> Iterator[str]:
        """Give a style and those it is based on; a circle ends it."""
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            yield style
            style = self.based_on.get(style, "")


def read_styles(root: ET.Element | None) -> Styles:
    """Read styles.xml."""
    styles = Styles()
    for style in root.iter(f"{W}style") if root is not None else ():
        key = style.get(f"{W}styleId", "")
        styles.names[key] = value_of(style, "name") or key
        styles.based_on[key] = value_of(style, "basedOn")
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is not None:
            styles.lists[key] = (value_of(numbered, "numId"), whole(value_of(numbered, "ilvl"), 0))
        properties = style.find(f"{W}rPr")
        if properties is not None:
            styles.bold[key] = is_on(properties, "b")
    return styles


def read_numbering(root: ET.Element | None) -> Numbering:
    """Read numbering.xml."""
    numbering = Numbering()
    if root is None:
        return numbering
    for definition in root.iter(f"{W}abstractNum"):
        for level in definition.iter(f"{W}lvl"):
            numbering.levels[definition.get(f"{W}abstractNumId", ""), whole(level.get(f"{W}ilvl"), 0)] = Level(
                value_of(level, "numFmt") or "decimal",
                value_of(level, "lvlText"),
                whole(value_of(level, "start"), 1),
            )
    for used in root.iter(f"{W}num"):
        key = used.get(f"{W}numId", "")
        numbering.lists[key] = value_of(used, "abstractNumId")
        for override in used.iter(f"{W}lvlOverride"):
            restart = value_of(override, "startOverride")
            if restart:
                numbering.restarts[key, whole(override.get(f"{W}ilvl"), 0)] = whole(restart, 1)
    return numbering


def read_notes(footnotes: ET.Element | None, endnotes: ET.Element | None) -> dict[str, str]:
    """Read footnotes.xml and endnotes.xml into the text of each note, by "f" or "e" and its id."""
    notes: dict[str, str] = {}
    for root, kind in ((footnotes, "footnote"), (endnotes, "endnote")):
        for note in root.iter(f"{W}{kind}") if root is not None else ():
            if note.get(f"{W}type") is None:
                words = (
                    "".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in note.iter(f"{W}p")
                )
                notes[kind[0] + note.get(f"{W}id", "")] = " ".join(" ".join(words).split())
    return notes
