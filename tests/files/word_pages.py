"""Word files as people send them back: raw parts, and tracked changes as Word and LibreOffice write them."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DATE = "2026-11-20T10:11:00Z"


def run(text: str, tag: str = "t", face: str = "") -> str:
    """Give the XML of a run; line ends and tabs as Word writes them."""
    pieces = re.split("([\t\n])", text)
    told = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(piece) or f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>'
        for piece in pieces
        if piece
    )
    return f"<w:r>{face}{told}</w:r>"


def put_in(text: str, author: str = "Kenya", date: str = DATE, tag: str = "ins") -> str:
    """Give the XML of words that were put in."""
    return f"<w:{tag} w:id='9' w:author={quoteattr(author)} w:date='{date}'>{run(text)}</w:{tag}>"


def taken_out(text: str, author: str = "Kenya", date: str = DATE, tag: str = "del") -> str:
    """Give the XML of words that were taken out."""
    inner = run(text, "delText" if tag == "del" else "t")
    return f"<w:{tag} w:id='9' w:author={quoteattr(author)} w:date='{date}'>{inner}</w:{tag}>"


def marked(name: str, inner: str, number: int = 1) -> str:
    """Give the XML of what stands in a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(inner: str, end: str = "") -> str:
    """Give the XML of a paragraph; ``end`` is the history of its end (``ins``, ``del``, ``moveTo`` …) by Kenya."""
    mark = f'<w:pPr><w:rPr><w:{end} w:id="9" w:author="Kenya" w:date="{DATE}"/></w:rPr></w:pPr>' if end else ""
    return f"<w:p>{mark}{inner}</w:p>"


def comment(key: str, text: str, author: str = "Chile") -> str:
    """Give the XML of a comment."""
    return f'<w:comment w:id="{key}" w:author={quoteattr(author)} w:date="{DATE}">{paragraph(run(text))}</w:comment>'


def word_file(
    path: Path,
    body: str,
    comments: str = "",
    properties: Mapping[str, str] | None = None,
    parts: Mapping[str, str] | None = None,
) -> Path:
    """Write a Word file of raw parts, and of others whole."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
        if comments:
            archive.writestr("word/comments.xml", f"<w:comments {W}>{comments}</w:comments>")
        if properties:
            kind = "http://schemas.openxmlformats.org/officeDocument/2006"
            told = "".join(
                f'<property name="{name}" pid="2"><v>{escape(value)}</v></property>'
                for name, value in properties.items()
            )
            archive.writestr("docProps/custom.xml", f'<Properties xmlns="{kind}/custom-properties">{told}</Properties>')
    return path


def rewritten(
    data: bytes, inside: Mapping[str, str], behind: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    """Give a Word file with other XML inside its bookmarks, with paragraphs added at its end and parts added to it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name).decode()
            if name == "word/document.xml":
                for bookmark, inner in inside.items():
                    start = content.index("/>", content.index(f'w:name="{bookmark}"')) + 2
                    content = content[:start] + inner + content[content.index("<w:bookmarkEnd", start) :]
                content = content.replace("<w:sectPr>", f"{behind}<w:sectPr>")
            new.writestr(name, content)
        for name, content in (parts or {}).items():
            new.writestr(name, content)
    return out.getvalue()
