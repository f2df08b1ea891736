"""Bookmarks: the headings as the reader's side panel shows them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hrdesk.outcome.pdf.file import PdfFile, Reference, text_string
from hrdesk.outcome.pdf.typography import cleaned


@dataclass
class Bookmark:
    """A heading with the destination that a click leads to."""

    level: int
    text: str
    destination: str
    children: "list[Bookmark]" = field(default_factory=list)


def write_outlines(file: PdfFile, bookmarks: Sequence[Bookmark]) -> Reference | None:
    """Write the bookmarks, nested by their levels; without any there is nothing to write."""
    if not bookmarks:
        return None
    root = Bookmark(0, "", "")
    open_ones = [root]
    for bookmark in bookmarks:
        while open_ones[-1].level >= bookmark.level:
            open_ones.pop()
        open_ones[-1].children.append(bookmark)
        open_ones.append(bookmark)
    top = file.reserve()
    first, last = _write_children(file, root, top)
    file.fill(top, f"<< /Type /Outlines /First {first} /Last {last} /Count {len(root.children)} >>")
    return top


def _write_children(file: PdfFile, parent: Bookmark, reference: Reference) -> tuple[Reference, Reference]:
    references = [file.reserve() for _ in parent.children]
    for at, (child, own) in enumerate(zip(parent.children, references, strict=True)):
        entries = f"/Title {text_string(cleaned(child.text))} /Parent {reference} /Dest {child.destination}"
        if at:
            entries += f" /Prev {references[at - 1]}"
        if at + 1 < len(references):
            entries += f" /Next {references[at + 1]}"
        if child.children:
            first, last = _write_children(file, child, own)
            entries += f" /First {first} /Last {last} /Count -{len(child.children)}"
        file.fill(own, f"<< {entries} >>")
    return references[0], references[-1]
