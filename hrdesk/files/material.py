"""Reads material from outside, whatever wrote it, into pieces: notes, statements, chats, transcripts of meetings."""

import contextlib
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.files.captions import is_captions, read_captions
from hrdesk.files.chat import read_chat
from hrdesk.files.delimited import CODE_PAGES, decode_table
from hrdesk.files.document import load, read_document
from hrdesk.files.lines import ForeignText, Line
from hrdesk.files.pieces import Piece, cleaned, in_bounds, one_after_the_other
from hrdesk.files.refusals import TOO_LARGE
from hrdesk.files.rows import TOO_MUCH_TEXT
from hrdesk.files.text import MARKS, decode, read_text
from hrdesk.language import N_

MOST_PIECES = 20_000
SAMPLE = 60_000
"""Bytes from which the code page of a text is told."""

NO_TEXT_FORMATS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"{\\rtf")

WRAPPED = range(45, 110)
"""Characters of a line that ends because the page was full and not because a paragraph did."""

NAMED_SHARE, MOST_NAMES = 2, 2
"""Half of the paragraphs begin with a name, and a name comes twice on average: then it is who spoke."""

_NAMED = re.compile(r"([^\s:：][^:：\n]{0,80})[:：](?:\s+|(?<=：))(\S.*)\Z", re.DOTALL)
_SENTENCE = re.compile(r"[.!?…؟۔。！？;:][\"'”’»)\]]*\Z")
_ITEM = re.compile(r"\s*(?:[-*+•–—#>]|\(?\w{1,3}[.)])\s")
_BULLET = re.compile(r"[•·▪◦‣●○■□–—-]\s+")


@dataclass(frozen=True)
class Material:
    """What was read of a file: its kind, its pieces, and from when their times count.

    ``kind`` is one of the kinds of material that records know. ``file_hash`` is the SHA-256 of the file.
    """

    kind: str
    pieces: tuple[Piece, ...]
    file_hash: str
    is_timed_from_start: bool = False


@dataclass(frozen=True)
class Source:
    """A file whose text was read, before anybody says what it is; its name is kept nowhere."""

    text: ForeignText
    file_hash: str

    @property
    def lines(self) -> list[str]:
        """Give the lines as they are printed."""
        return [line.text for line in self.text.lines]


def read_source(path: Path) -> Source:
    """Read the text of the file at ``path``; Refused, with one sentence, when it has none that can be read."""
    name = path.name
    try:
        content = load(path)
        is_text = not content.startswith(NO_TEXT_FORMATS) and b"%PDF-" not in content[:1024] and bool(content.strip())
        text = read_text(decode_any(content).encode(), name) if is_text else read_document(path)
    except Refused as refusal:
        if refusal.message == TOO_LARGE:
            raise Refused(TOO_MUCH_TEXT, name=name) from None
        raise
    return Source(text, hashlib.sha256(content).hexdigest())


def read_pasted(text: str) -> Source:
    """Read what was copied from elsewhere."""
    return Source(
        read_text(text.encode(errors="replace"), "…"), hashlib.sha256(text.encode(errors="replace")).hexdigest()
    )


def read_material(source: Source, kind: str = "") -> Material:
    """Understand a text as ``kind``, or as what it looks like; Refused when it holds no words, or too many."""
    found = _understood(source, kind)
    pieces = tuple(one for one in in_bounds(_clean(found.pieces)) if one.text)
    if not pieces:
        raise Refused(
            N_("There are no words in it to take notes from. Nothing was changed; please choose another file.")
        )
    if len(pieces) > MOST_PIECES:
        raise Refused(
            N_("It has more than {most} paragraphs. Nothing was changed; please divide it and take in its parts."),
            most=MOST_PIECES,
        )
    return replace(found, pieces=pieces)


def decode_any(content: bytes) -> str:
    """Decode a text: as Unicode where it is, cut short or not, else in the code page in which its words are words."""
    if any(content.startswith(mark) for mark, _name in MARKS) or b"\x00" in content[:4000]:
        return decode(content)
    for cut in range(4):
        try:
            return content[: len(content) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
    foreign = b"\n".join(line for line in content.split(b"\n") if not line.isascii())[:SAMPLE]
    sample = _unbroken(foreign)
    text = decode_table(sample)
    for page in CODE_PAGES:
        if sample.decode(page, errors="ignore") == text:
            return content.decode(page, errors="replace")
    return decode(content)


def _unbroken(sample: bytes) -> bytes:
    """Give a sample without the half of a Chinese character at its end; to other pages a few bytes are nothing."""
    for cut in range(4):
        with contextlib.suppress(UnicodeDecodeError):
            sample[: len(sample) - cut].decode("gb18030")
            return sample[: len(sample) - cut]
    return sample


def _understood(source: Source, kind: str) -> Material:
    lines = source.lines
    if kind in ("", "chat", "transcript"):
        if is_captions(lines):
            return Material(
                kind or "transcript", tuple(read_captions(lines)), source.file_hash, is_timed_from_start=True
            )
        log = read_chat(lines)
        if log is not None:
            guessed = "transcript" if log.is_transcript else "chat"
            return Material(kind or guessed, log.pieces, source.file_hash, log.is_timed_from_start)
    paragraphs = tuple(_numbered(_paragraphs(source.text)))
    if kind in ("chat", "transcript") or (not kind and _are_named(paragraphs)):
        return Material(kind or "transcript", tuple(_by_speaker(paragraphs)), source.file_hash)
    return Material(kind or "notes", paragraphs, source.file_hash)


def _clean(pieces: Iterable[Piece]) -> Iterator[Piece]:
    return (replace(one, text=cleaned(one.text), speaker=" ".join(one.speaker.split())) for one in pieces)


def _numbered(texts: Iterable[str]) -> Iterator[Piece]:
    filled = (text for text in texts if text)
    return (Piece(text, f"¶ {number}") for number, text in enumerate(filled, start=1))


def _paragraphs(text: ForeignText) -> Iterator[str]:
    """Give the paragraphs: those of Word as they are, a row of a table as one, wrapped lines put together."""
    if any(line.style or line.cell or line.mark or line.calls for line in text.lines):
        yield from _of_word(text)
        return
    block: list[str] = []
    for line in [*(one.text for one in text.lines), ""]:
        if line.strip() and not (block and _ITEM.match(line)):
            block.append(line)
            continue
        yield from _unwrapped(block)
        block = [line] if line.strip() else []
    yield from _unwrapped(block)


def _of_word(text: ForeignText) -> Iterator[str]:
    notes = dict(text.footnotes)
    row: tuple[int, ...] = ()
    cells: list[str] = []
    for line in (*text.lines, Line("", 0)):
        if cells and line.cell[:2] != row:
            yield " | ".join(cells)
            cells = []
        told = cleaned(_with_notes(line, notes))
        row = line.cell[:2]
        if line.cell:
            cells += [told] if told else []
        else:
            yield told


def _with_notes(line: Line, notes: dict[str, str]) -> str:
    """Give a paragraph without its bullet, and below it the footnotes that it calls."""
    told = _BULLET.sub("", line.text, count=1) if _BULLET.match(line.text) else line.text
    called = [f"[{mark}] {notes[mark]}" for _at, mark in line.calls if mark in notes]
    return "\n".join([told, *called])


def _unwrapped(block: Sequence[str]) -> Iterator[str]:
    """Put the lines of a paragraph together where they end because the page was full; else each is one."""
    full = [line.strip() for line in block[:-1]]
    ended = sum(1 for line in full if _SENTENCE.search(line))
    if full and all(len(line) in WRAPPED for line in full) and ended * 2 <= len(full):
        joined = ""
        for line in block:
            joined = one_after_the_other(joined, line.strip())
        yield cleaned(joined)
        return
    yield from (cleaned(line) for line in block)


def _are_named(paragraphs: Sequence[Piece]) -> bool:
    names = Counter(found[1] for one in paragraphs if (found := _NAMED.match(one.text)))
    count = names.total()
    return count > 2 and count * NAMED_SHARE >= len(paragraphs) and len(names) * MOST_NAMES <= count


def _by_speaker(paragraphs: Sequence[Piece]) -> Iterator[Piece]:
    """Take the names off; a paragraph without one is of the speaker before it."""
    speaker = ""
    for one in paragraphs:
        found = _NAMED.match(one.text)
        speaker = found[1].strip() if found else speaker
        yield replace(one, speaker=speaker, text=found[2] if found else one.text)
