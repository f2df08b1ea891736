"""Reads what was written beside the text of a returned draft: comments in the margin, notes at the foot or the end.

Our drafts are sent without notes, so whatever stands in one was put there by who sends it back.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from hrdesk.files.passages import Mark, Remark
from hrdesk.files.word_package import W

NOTES = {f"{W}footnoteReference": "f", f"{W}endnoteReference": "e"}
"""The signs in the text that stand for a note, and what its key begins with, since comments have the same numbers."""


def mark_of(element: ET.Element, *, moved: bool = False) -> Mark:
    """Give who made a change and when, as its element says."""
    author = " ".join(element.get(f"{W}author", "").split())
    return Mark(author, element.get(f"{W}date", ""), moved)


def read_remarks(
    comments: ET.Element | None, footnotes: ET.Element | None, endnotes: ET.Element | None
) -> dict[str, Remark]:
    """Read comments by their number, and notes by "f" or "e" and theirs; an answer to a comment is one of its own."""
    found: dict[str, Remark] = {}
    for root, kind, sign in ((comments, "comment", ""), (footnotes, "footnote", "f"), (endnotes, "endnote", "e")):
        for element in root.iter(f"{W}{kind}") if root is not None else ():
            text = "\n".join(_rows(element))
            if text and element.get(f"{W}type") in (None, "normal"):  # else the line above the notes
                mark = mark_of(element if not sign else next(element.iter(f"{W}ins"), element))
                found[sign + element.get(f"{W}id", "")] = Remark(mark.author, mark.date, text)
    return found


def _rows(element: ET.Element) -> Iterator[str]:
    """Give the lines. LibreOffice drops the sign of a line end in a comment and leaves two texts in one run."""
    for paragraph in element.iter(f"{W}p"):
        runs = ("\n".join(text.text or "" for text in run.iter(f"{W}t")) for run in paragraph.iter(f"{W}r"))
        yield from (row.strip() for row in "".join(runs).split("\n") if row.strip())
