"""The exact words of a text as one line of figures: who validated it says so of these words and of no others."""

import hashlib
import unicodedata

_BETWEEN = "\x1e"
"""The record separator of ASCII: the pen takes it out of every text, so that no text can hold it."""


def exact_hash(*texts: str | None) -> str:
    """Give the SHA-256 of texts in their order, hexadecimal: NFC, UTF-8, the record separator between two."""
    plain = _BETWEEN.join(unicodedata.normalize("NFC", text or "") for text in texts)
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()
