"""The tag tree (PDF/UA-1): what every mark on a page is, in reading order, for those who listen to a document.

Elements are made while the document is composed and filled while it is drawn. Elements of the text itself (spans,
notes) are hung into their parent when their first mark is drawn, so that the order of the tree is that of reading.
"""

from dataclasses import dataclass, field

from hrdesk.outcome.pdf.file import PdfFile, Reference, text_string


@dataclass(frozen=True)
class Marked:
    """Marked content on a page (both counted from 0)."""

    page: int
    mark: int


@dataclass(frozen=True)
class Linked:
    """A link's place on a page: the annotation that is part of an element."""

    page: int
    annotation: Reference


@dataclass(eq=False)
class Element:
    """One element of the tree; ``entries`` are further entries of its dictionary, as PDF writes them."""

    kind: str
    parent: "Element | None" = None
    entries: str = ""
    kids: "list[Element | Marked | Linked]" = field(default_factory=list)
    hung: bool = False

    def hang(self) -> None:
        """Become the last child of the parent, unless it is a child already."""
        if self.parent and not self.hung:
            self.parent.hang()
            self.parent.kids.append(self)
        self.hung = True

    def child(self, kind: str, entries: str = "", later: bool = False) -> "Element":
        """Return a new child; ``later`` leaves its place to be taken when something of it is drawn."""
        element = Element(kind, self, entries)
        if not later:
            self.hang()
            element.hang()
        return element


def language_entry(language: str) -> str:
    """Return the entry that states an element's language."""
    return f"/Lang {text_string(language)}"


def write_tree(
    root: Element,
    file: PdfFile,
    pages: list[Reference],
    marks: list[list[Element]],
    links: list[Element],
) -> Reference:
    """Write the tree.

    ``marks`` names the element of every marked content of every page, ``links`` the element of every annotation in
    the order of their keys, which count on from the pages'.
    """
    top = file.reserve()
    numbers: dict[int, Reference] = {}
    _write(root, top, file, pages, numbers)
    keys = []
    for page, elements in enumerate(marks):
        row = file.add("[" + " ".join(str(numbers[id(element)]) for element in elements) + "]")
        keys.append(f"{page} {row}")
    keys += [f"{len(marks) + at} {numbers[id(element)]}" for at, element in enumerate(links)]
    parents = file.add(f"<< /Nums [{' '.join(keys)}] >>")
    file.fill(
        top,
        f"<< /Type /StructTreeRoot /K [{numbers[id(root)]}] /ParentTree {parents}"
        f" /ParentTreeNextKey {len(marks) + len(links)} >>",
    )
    return top


def _write(root: Element, top: Reference, file: PdfFile, pages: list[Reference], numbers: dict[int, Reference]) -> None:
    """Number every element, parents first, and write them; without recursion, however deep the tree."""
    waiting: list[tuple[Element, Reference]] = [(root, top)]
    order: list[tuple[Element, Reference]] = []
    while waiting:
        element, parent = waiting.pop()
        numbers[id(element)] = file.reserve()
        order.append((element, parent))
        kids = [kid for kid in element.kids if isinstance(kid, Element)]
        waiting += [(kid, numbers[id(element)]) for kid in reversed(kids)]
    for element, parent in order:
        page_at_hand = next((kid.page for kid in element.kids if isinstance(kid, Marked)), None)
        entries = element.entries if page_at_hand is None else f"{element.entries} /Pg {pages[page_at_hand]}"
        kids_written = []
        for kid in element.kids:
            match kid:
                case Element():
                    kids_written.append(str(numbers[id(kid)]))
                case Marked(page, mark) if page == page_at_hand:
                    kids_written.append(str(mark))
                case Marked(page, mark):
                    kids_written.append(f"<< /Type /MCR /Pg {pages[page]} /MCID {mark} >>")
                case Linked(page, annotation):
                    kids_written.append(f"<< /Type /OBJR /Pg {pages[page]} /Obj {annotation} >>")
        file.fill(
            numbers[id(element)],
            f"<< /Type /StructElem /S /{element.kind} /P {parent} {entries} /K [{' '.join(kids_written)}] >>",
        )
