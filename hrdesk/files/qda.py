"""Reads REFI-QDA files into plain data: a codebook (.qdc), or a project (.qdpx) with its codes and coded passages.

Programs differ where the standard is silent or is not kept: folders in either case, texts inside the XML or beside it,
line ends of two characters counted as one (ATLAS.ti) or as two, empty lists that the schema does not allow (Taguette).
All of these are read. Pictures, sounds and places on the pages of a PDF are counted and left aside.
"""

import io
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.files.document import load
from hrdesk.files.word_package import DocumentTypeError, SafeBuilder, TooManyElementsError, whole
from hrdesk.language import N_

LARGEST_FILE = 100_000_000
"""Bytes of a file as it comes."""

LARGEST_PART = 60_000_000
"""Bytes of one unpacked text or of the XML."""

MOST_CODES, MOST_PASSAGES = 20_000, 20_000
LONGEST_NAME, LONGEST_PASSAGE = 500, 100_000
"""Characters."""

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
INTERNAL = "internal://"

NOT_QDA = N_("{name} is no REFI-QDA file; choose a codebook (.qdc) or a project (.qdpx). Nothing was changed.")
DAMAGED_QDA = N_("{name} is damaged and could not be read. Nothing was changed; write it again in its own program.")
TOO_LARGE_QDA = N_("{name} is too large to be read here. Nothing was changed; write a smaller part of the project.")


@dataclass(frozen=True)
class ForeignCode:
    """A code: its GUID as it stands, its name, whether anything is coded with it, and the GUIDs above it."""

    guid: str
    name: str
    is_codable: bool = True
    above: tuple[str, ...] = ()


@dataclass(frozen=True)
class ForeignPassage:
    """A coded passage of a text. ``codes`` are GUIDs; ``start`` is its place in the text, in characters."""

    guid: str
    text: str
    codes: tuple[str, ...]
    source: str
    source_guid: str
    start: int


@dataclass(frozen=True)
class ForeignProject:
    """What a file holds; ``aside`` counts what is coded but is no text that can be read."""

    origin: str
    codes: tuple[ForeignCode, ...]
    passages: tuple[ForeignPassage, ...] = ()
    aside: int = 0
    is_codebook: bool = False


def read_qda(path: Path) -> ForeignProject:
    """Read a codebook or a project; Refused, with one sentence, when it is neither, harmful or too large."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(TOO_LARGE_QDA, name=path.name)
    except (OSError, ValueError):
        pass  # load says what is the matter
    return parse_qda(load(path), path.name)


def parse_qda(content: bytes, name: str) -> ForeignProject:
    """Read the bytes of a codebook or a project."""
    if not content.startswith(ZIP):
        return _read(_parse(content, name), name, {}, None)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = {one.rpartition("/")[2].casefold(): one for one in package.namelist() if not one.endswith("/")}
            main = next((one for key, one in names.items() if key.endswith((".qde", ".qdc"))), None)
            if main is None:
                raise Refused(NOT_QDA, name=name)
            return _read(_parse(_part(package, main, name), name), name, names, package)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as broken:
        raise Refused(DAMAGED_QDA, name=name) from broken


def _parse(content: bytes, name: str) -> ET.Element:
    parser = ET.XMLParser(target=SafeBuilder())  # noqa: S314 - SafeBuilder refuses what makes XML dangerous
    try:
        parser.feed(content)
        root: object = parser.close()
    except TooManyElementsError as many:
        raise Refused(TOO_LARGE_QDA, name=name) from many
    except DocumentTypeError as harmful:
        raise Refused(DAMAGED_QDA, name=name) from harmful
    except (ET.ParseError, LookupError, ValueError) as broken:
        looks_right = b"QDA-XML" in content[:4000]
        raise Refused(DAMAGED_QDA if looks_right else NOT_QDA, name=name) from broken
    if not isinstance(root, ET.Element) or _local(root) not in ("CodeBook", "Project"):
        raise Refused(NOT_QDA, name=name)
    return root


def _part(package: zipfile.ZipFile, path: str, name: str) -> bytes:
    info = package.getinfo(path)
    with package.open(info) as stream:
        content = stream.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART or info.file_size > LARGEST_PART:
        raise Refused(TOO_LARGE_QDA, name=name)
    return content


def _read(root: ET.Element, name: str, names: dict[str, str], package: zipfile.ZipFile | None) -> ForeignProject:
    is_codebook = _local(root) == "CodeBook"
    book = root if is_codebook else _child(root, "CodeBook")
    codes = tuple(_codes(_child(book, "Codes"), ())) if book is not None else ()
    passages: list[ForeignPassage] = []
    aside = unpacked = coded = 0
    for source in root.iter() if not is_codebook else ():
        if _local(source) in ("PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection"):
            aside += bool(_coded(source))
        if _local(source) == "TranscriptSelection":
            aside += bool(_coded(source))
        if _local(source) not in ("TextSource", "Representation"):
            continue
        text = _text(source, name, names, package)
        unpacked += len(text)
        if unpacked > LARGEST_PART:
            raise Refused(TOO_LARGE_QDA, name=name)
        for found in _passages(source, text, "ATLAS" in root.get("origin", "")):
            if found is None:
                aside += 1
            else:
                passages.append(found)
                coded += len(found.text)
            # Told as they come: passages may lie over one another, and all of them together fill any memory.
            if len(passages) > MOST_PASSAGES or coded > LARGEST_PART:
                raise Refused(TOO_LARGE_QDA, name=name)
    if len(codes) > MOST_CODES:
        raise Refused(TOO_LARGE_QDA, name=name)
    return ForeignProject(_line(root.get("origin", "")), codes, tuple(passages), aside, is_codebook)


def _codes(parent: ET.Element | None, above: tuple[str, ...]) -> Iterator[ForeignCode]:
    for one in parent if parent is not None else ():
        name, guid = _line(one.get("name", "")), one.get("guid", "")
        if _local(one) != "Code":
            continue
        if name and guid:
            yield ForeignCode(guid, name, one.get("isCodable", "true") not in ("false", "0"), above)
        yield from _codes(one, (*above, guid) if guid else above)


def _text(source: ET.Element, name: str, names: dict[str, str], package: zipfile.ZipFile | None) -> str:
    """Give the text of a source as its positions count it: what stands inside, or the file beside it."""
    inside = _child(source, "PlainTextContent")
    if inside is not None:
        return inside.text or ""
    path = source.get("plainTextPath", "")
    beside = names.get(path.removeprefix(INTERNAL).replace("\\", "/").rpartition("/")[2].casefold())
    # Other schemes name files on the disk of whoever wrote this: those are nobody's to open here.
    if package is None or beside is None or "://" in path.removeprefix(INTERNAL):
        return ""
    return _part(package, beside, name).decode("utf-8-sig", "replace")


def _passages(source: ET.Element, text: str, counts_pairs_as_one: bool) -> Iterator[ForeignPassage | None]:
    """Give the coded passages of a source, each with all of its codes; nothing for one that is not in the text."""
    if counts_pairs_as_one:
        text = text.replace("\r\n", "\n")
    found: dict[tuple[int, int], tuple[str, list[str]]] = {}
    for selection in source:
        codes = _coded(selection)
        if _local(selection) != "PlainTextSelection" or not codes:
            continue
        start, end = whole(selection.get("startPosition"), -1), whole(selection.get("endPosition"), -1)
        found.setdefault((start, end), (selection.get("guid", ""), []))[1].extend(codes)
    for (start, end), (guid, codes) in found.items():
        passage = text[start:end] if 0 <= start < end <= len(text) else ""
        passage = passage.replace("\r\n", "\n").replace("\r", "\n").strip()
        if not passage or len(passage) > LONGEST_PASSAGE:
            yield None
            continue
        name = _line(source.get("name", ""))
        yield ForeignPassage(guid, passage, tuple(dict.fromkeys(codes)), name, source.get("guid", ""), start)


def _coded(selection: ET.Element) -> list[str]:
    references = (_child(one, "CodeRef") for one in selection if _local(one) == "Coding")
    return [told for one in references if one is not None and (told := one.get("targetGUID", ""))]


def _child(parent: ET.Element, name: str) -> ET.Element | None:
    return next((one for one in parent if _local(one) == name), None)


def _local(one: ET.Element) -> str:
    """Give the name of an element without its space: some programs wrote the space wrongly for years."""
    return one.tag.rpartition("}")[2]


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_NAME]
