"""REFI-QDA 1.0 as XML: the parts that a codebook (.qdc) and a project (.qdpx) share.

Source: REFI-QDA 1.5 of 25 September 2019 (www.qdasoftware.org), sections 5.2 codebook and 5.3 project.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from hrdesk.exchange.tools.codes import Code

CODEBOOK_SPACE = "urn:QDA-XML:codebook:1.0"
PROJECT_SPACE = "urn:QDA-XML:project:1.0"
ORIGIN = "hrdesk"

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""


def plain_xml(text: str) -> str:
    """Give a text without what XML cannot hold, its lines ended by LF alone."""
    return _NO_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def element(parent: ET.Element, name: str, text: str | None = None, /, **attributes: str) -> ET.Element:
    """Add an element with its attributes, and its text."""
    told = {key: plain_xml(value) for key, value in attributes.items()}
    made = ET.SubElement(parent, name, told)
    made.text = plain_xml(text) if text else None
    return made


def add_codes(parent: ET.Element, codes: Iterable[Code]) -> None:
    """Add the codes with those below them."""
    for code in codes:
        told = {"guid": code.guid, "name": code.name, "isCodable": "true" if code.is_codable else "false"}
        add_codes(element(parent, "Code", **told), code.below)


def document(root: ET.Element) -> bytes:
    """Write a document as bytes: the same content always gives the same ones."""
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, "unicode").encode() + b"\n"


def codebook(codes: Iterable[Code]) -> bytes:
    """Write a codebook (.qdc)."""
    root = ET.Element("CodeBook", {"xmlns": CODEBOOK_SPACE, "origin": ORIGIN})
    add_codes(element(root, "Codes"), codes)
    return document(root)
