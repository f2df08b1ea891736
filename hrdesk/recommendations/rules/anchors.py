"""The bookmarks by which a draft that was sent out is known again when it comes back.

A bookmark names no record and gives no id away: it holds the beginnings of two hashes, that of the recommendation and
that of the words that were sent. So a desk tells which text was changed also when its own text has moved on since.
Word allows names of forty signs and hides those that begin with a low line ([MS-OI29500] 2.1.362).
"""

import hashlib
import re
import unicodedata

from hrdesk.language.folding import fold
from hrdesk.records.ids import joined_id

_WORDS = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")

RECORD_SIGNS, TEXT_SIGNS = 20, 12
"""Hexadecimal signs: 80 bits tell the records of a desk apart, 48 the wordings of one recommendation."""

OWN = "_hro_"
"""Begins the bookmarks around what is no recommendation: title, headings, what is said about the draft."""

CONSULTATION, VERSION = "hrdesk consultation", "hrdesk version"
"""What the file says of itself: which consultation it belongs to, as a hash, and the name of the version."""


def anchor(record: str, text: str) -> str:
    """Give the bookmark around one wording of a recommendation."""
    return f"_hr_{known_by(record)}_{hashed(text)[:TEXT_SIGNS]}"


def own_anchor(number: int) -> str:
    """Give the bookmark around a paragraph that is no recommendation; ``number`` counts them."""
    return f"{OWN}{number}"


def parts_of(name: str) -> tuple[str, str] | None:
    """Give the two hashes of a bookmark, that of the record and that of the text; None where it is no such bookmark."""
    words = name.split("_")
    match words:
        case ["", "hr", record, text] if len(record) == RECORD_SIGNS and len(text) == TEXT_SIGNS:
            return record, text
    return None


def change_id(kind: str, recommendation: str, base: str, text: str, author: str) -> str:
    """Give the id of what an author proposes in a returned draft: the same wherever and however often it is read."""
    if not recommendation:
        return joined_id("recommendation", "returned", tidy(text), author)
    return joined_id("amendment", recommendation, kind, tidy(base), tidy(text), author)


def known_by(record: str) -> str:
    """Give the sign of a record that says nothing of it to whoever does not know it."""
    return hashlib.sha256(record.encode()).hexdigest()[:RECORD_SIGNS]


def text_sign(text: str) -> str:
    """Give the sign of a wording."""
    return hashed(text)[:TEXT_SIGNS]


def hashed(text: str) -> str:
    """Hash a text as it reads: in one form of its letters, without the blanks around it."""
    return hashlib.sha256(tidy(text).encode()).hexdigest()


def tidy(text: str) -> str:
    """Give a text as it is compared: in one form of its letters (NFC), without blanks at its edges and line ends."""
    lines = unicodedata.normalize("NFC", text).split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def words_of(text: str) -> frozenset[str]:
    """Give the words of a text, folded; a Chinese character is one."""
    return frozenset(_WORDS.findall(fold(text)))
