"""Opens the package of a Word document under limits, and its XML without document types or entities."""

import xml.etree.ElementTree as ET
import zipfile

from hrdesk.errors import Refused
from hrdesk.files.refusals import DAMAGED, PROTECTED, TOO_LARGE

LARGEST_PART = 60_000_000
"""Bytes of one unpacked part of XML."""

DEEPEST_XML = 200
MOST_ELEMENTS = 2_500_000
"""Elements of one part: some 800 MB of memory at the worst. A million cells are two million of them."""

MOST_NUMBERS = 1_000_000_000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class DocumentTypeError(Exception):
    """The XML declares a document type, which no Word file does."""


class TooManyElementsError(Exception):
    """The XML is short when it is packed, and its tree would fill the memory."""


class SafeBuilder(ET.TreeBuilder):
    """Builds a tree, but refuses document types (and with them entities), bottomless nesting and endless lists."""

    depth = count = 0

    def doctype(self, name: str, *_: str | None) -> None:
        """Refuse the declaration of a document type."""
        raise DocumentTypeError(name)

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        """Open an element."""
        self.depth += 1
        self.count += 1
        if self.depth > DEEPEST_XML:
            raise DocumentTypeError(tag)
        if self.count > MOST_ELEMENTS:
            raise TooManyElementsError(tag)
        return super().start(tag, attrs)

    def end(self, tag: str) -> ET.Element:
        """Close an element."""
        self.depth -= 1
        return super().end(tag)


def part(package: zipfile.ZipFile, path: str, name: str) -> ET.Element | None:
    """Read one part of the package as XML, or None when it has none; Refused when it is too large or harmful."""
    if path not in package.namelist():
        return None
    info = package.getinfo(path)
    if info.flag_bits & 1:
        raise Refused(PROTECTED, name=name)
    with package.open(info) as stream:
        content = stream.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART or info.file_size > LARGEST_PART:
        raise Refused(TOO_LARGE, name=name)
    parser = ET.XMLParser(target=SafeBuilder())  # noqa: S314 - SafeBuilder refuses what makes XML dangerous
    try:
        parser.feed(content)
        root = parser.close()
    except TooManyElementsError as many:
        raise Refused(TOO_LARGE, name=name) from many
    except (ET.ParseError, DocumentTypeError, LookupError) as broken:
        raise Refused(DAMAGED, name=name) from broken
    if not isinstance(root, ET.Element):
        raise TypeError(path)
    return root


def value_of(parent: ET.Element | None, name: str) -> str:
    """Give the value of the child ``name``, "" when there is none."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val", "") if child is not None else ""


def is_on(properties: ET.Element, name: str) -> bool:
    """Tell whether a yes-or-no property is set."""
    child = properties.find(f"{W}{name}")
    return child is not None and child.get(f"{W}val", "true") not in ("0", "false", "off", "none")


def whole(text: str | None, otherwise: int) -> int:
    """Read a whole number, or take ``otherwise`` when there is none that a document could mean."""
    try:
        number = int(text or "")
    except ValueError:
        return otherwise
    return number if abs(number) < MOST_NUMBERS else otherwise
