"""Whether a translation is current: derived from the source it was made from, never stored."""

import hashlib
import unicodedata
from typing import Literal

from hrdesk.records.outcome import Wording

Standing = Literal["empty", "draft", "reviewed", "stale"]


def source_hash(text: str) -> str:
    """Give the hash of a source: NFC, white space collapsed, 32 hexadecimal digits of SHA-256."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:32]


def standing(wording: Wording | None, source: str) -> Standing:
    """Tell how far a wording can be relied on for ``source`` as it reads now."""
    if wording is None or not wording.text:
        return "empty"
    if wording.source_hash != source_hash(source):
        return "stale"
    return "reviewed" if wording.status == "reviewed" else "draft"
