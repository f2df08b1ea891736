"""A check of the tag tree in a written file, by an independent reader: what PDF/UA-1 asks of a document like ours.

``faults`` walks the tree and every page; ``Element.text`` is what a screen reader would find, decoded through
the fonts' own character maps.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pikepdf

ENTRY = re.compile(r"<([0-9a-f]+)> <([0-9a-f]*)>")
HEADING = re.compile(r"H([1-6])")


@dataclass
class Element:
    """An element as read back: its kind, the text marked as its own, its children in order."""

    kind: str
    dictionary: Any
    text: str = ""
    children: list["Element"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            yield from child.walk()

    def whole_text(self, without: tuple[str, ...] = ("Note", "Reference")) -> str:
        return self.text + "".join(child.whole_text(without) for child in self.children if child.kind not in without)


def read(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def tree(pdf: pikepdf.Pdf) -> Element:
    """Return the tag tree with the text of every element."""
    texts = [_marked(page)[0] for page in pdf.pages]
    pages = {page.objgen: at for at, page in enumerate(page.obj for page in pdf.pages)}
    return _element(pdf.Root.StructTreeRoot.K[0], pages, texts)


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a file."""
    pdf = read(data)
    root = tree(pdf)
    found = []
    catalog = pdf.Root
    found += [] if str(catalog.get("/Lang", "")) else ["no language"]
    found += [] if bool(catalog.MarkInfo.Marked) else ["not marked"]
    found += [] if bool(catalog.ViewerPreferences.DisplayDocTitle) else ["file name instead of title"]
    metadata = catalog.Metadata.read_bytes().decode("utf-8")
    found += [] if "<dc:title>" in metadata else ["no title"]
    elements = list(root.walk())
    levels = [int(match[1]) for element in elements if (match := HEADING.fullmatch(element.kind))]
    found += [] if levels[:1] == [1] and levels.count(1) == 1 else [f"headings begin {levels[:3]}"]
    found += [f"heading {b} after {a}" for a, b in pairwise(levels) if b > a + 1]
    identifiers = [str(element.dictionary.get("/ID", "")) for element in elements if element.kind == "Note"]
    found += [] if all(identifiers) and len(set(identifiers)) == len(identifiers) else ["notes without identity"]
    found += ["header cell without scope" for e in elements if e.kind == "TH" and "/A" not in e.dictionary]
    found += [
        f"row holds {c.kind}" for e in elements if e.kind == "TR" for c in e.children if c.kind not in {"TH", "TD"}
    ]
    marked = [mark for element in elements for mark in element.marks]
    found += [] if len(marked) == len(set(marked)) else ["content with two elements"]
    drawn = set()
    for at, page in enumerate(pdf.pages):
        texts, loose = _marked(page)
        drawn |= {(at, mark) for mark in texts}
        found += [f"loose text on page {at + 1}"] if loose else []
        found += [] if page.obj.get("/Tabs") == "/S" else [f"no tab order on page {at + 1}"]
    found += [] if drawn == set(marked) else [f"marks and tree differ: {sorted(drawn ^ set(marked))[:3]}"]
    return found + _parent_tree_faults(pdf, elements)


def _parent_tree_faults(pdf: pikepdf.Pdf, elements: list[Element]) -> list[str]:
    numbers: Any = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    owner = {mark: element.dictionary.objgen for element in elements for mark in element.marks}
    found = []
    for at, page in enumerate(pdf.pages):
        row = parents[int(page.obj.StructParents)]
        found += [
            f"wrong parent of {at}/{mark}" for mark in range(len(row)) if owner.get((at, mark)) != row[mark].objgen
        ]
        for annotation in page.obj.get("/Annots", []):
            link = parents[int(annotation.StructParent)]
            held = any(not isinstance(kid, int) and kid.get("/Obj") is not None for kid in link.K)
            found += [] if link.S == "/Link" and held and "/Contents" in annotation else ["link outside the tree"]
    return found


def _element(dictionary: Any, pages: dict[Any, int], texts: list[dict[int, str]]) -> Element:
    element = Element(str(dictionary.S).removeprefix("/"), dictionary)
    own_page = dictionary.get("/Pg")
    for kid in dictionary.K:
        if isinstance(kid, int):
            mark = (pages[own_page.objgen], kid)
        elif kid.get("/S") is not None:
            element.children.append(_element(kid, pages, texts))
            continue
        elif kid.get("/Type") == "/MCR":
            mark = (pages[kid.Pg.objgen], int(kid.MCID))
        else:
            continue
        element.marks.append(mark)
        element.text += texts[mark[0]][mark[1]]
    return element


def _marked(page: pikepdf.Page) -> tuple[dict[int, str], bool]:
    """Return the text of every marked content of a page, and whether text stands outside of any."""
    maps = {name: _character_map(font) for name, font in page.obj.Resources.Font.items()}
    texts: dict[int, str] = {}
    stack: list[int | None] = []
    font: dict[int, str] = {}
    loose = False
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC":
                stack.append(int(operands[1].MCID))
                texts.setdefault(int(operands[1].MCID), "")
            case "BMC":
                stack.append(None)
            case "EMC":
                stack.pop()
            case "Tf":
                font = maps[str(operands[0])]
            case "TJ":
                loose |= not stack
                shown = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                numbers = [int.from_bytes(shown[at : at + 2], "big") for at in range(0, len(shown), 2)]
                if stack and stack[-1] is not None:
                    texts[stack[-1]] += "".join(font[number] for number in numbers)
    return texts, loose


def _character_map(font: Any) -> dict[int, str]:
    stream = font.ToUnicode.read_bytes().decode("ascii")
    blocks = "".join(re.findall(r"beginbfchar(.*?)endbfchar", stream, re.DOTALL))
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in ENTRY.findall(blocks)}
