"""The key of an encrypted desk file: made from a passphrase, or copied from paper; SQLCipher is handed it as it is.

The passphrase becomes a key once, by Argon2id with the file's own salt: the file and the passphrase are all that
anybody needs. Afterwards only the key is held, and wiped when the desk is locked as far as Python allows.
"""

import hashlib
import hmac
import os
import unicodedata
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language import N_

KEY_LENGTH = 32
SALT_LENGTH = 16
"""SQLCipher keeps the salt in the first bytes of the file, where a plain file says that it is SQLite's."""

PAGE = 4096
"""SQLCipher's page: of the first, salt, what is encrypted, a vector of 16 bytes, and 64 that prove it whole."""

ARGON2ID_PASSES = 3
ARGON2ID_BYTES = 256 * 1024 * 1024
"""libsodium's "moderate" cost, about half a second; fixed for ever, as no place in the file says another."""

SHORTEST_PASSPHRASE = 10
"""Characters. Four words are better than any mixture of signs, and the window says so."""

PAPER_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L, O and U, so that nothing copied by hand is read as something else."""

PAPER_GROUPS = 13
"""Groups of four letters and a letter that checks them: 13 · 4 · 5 bits hold the key, the last four bits are zero."""

_WEIGHTS = (1, 3, 5, 7)
_PLACE = 11


class Key:
    """What opens one desk file: 32 secret bytes, and the salt that the file begins with."""

    __slots__ = ("_raw", "salt")

    def __init__(self, raw: bytes, salt: bytes) -> None:
        assert len(raw) == KEY_LENGTH
        assert len(salt) == SALT_LENGTH
        self._raw = bytearray(raw)
        self.salt = salt

    def __repr__(self) -> str:
        return "Key(…)"

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Key)
            and self.salt == other.salt
            and hmac.compare_digest(bytes(self._raw), bytes(other._raw))
        )

    def __hash__(self) -> int:
        return hash(self.salt)

    @property
    def raw(self) -> bytes:
        """Give the 32 bytes; a key that was wiped gives none."""
        if not any(self._raw):
            raise Refused(N_("The desk is locked. Nothing was changed; please unlock it first."))
        return bytes(self._raw)

    @property
    def for_sqlcipher(self) -> str:
        """Write key and salt as SQLCipher takes them without deriving anything: ``x'…'``."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"

    def wipe(self) -> None:
        """Overwrite the key in memory; what Python or the driver copied meanwhile is out of reach."""
        self._raw[:] = bytes(KEY_LENGTH)


def new_key(passphrase: str) -> Key:
    """Give a key for a file that is to be made, with a salt of its own; Refused when the passphrase is short."""
    if len(_settled(passphrase)) < SHORTEST_PASSPHRASE:
        raise Refused(
            N_("A passphrase has at least {number} characters. Nothing was changed; four words make a good one."),
            number=SHORTEST_PASSPHRASE,
        )
    return key_from_passphrase(passphrase, os.urandom(SALT_LENGTH))


def key_from_passphrase(passphrase: str, salt: bytes) -> Key:
    """Derive the key; takes about half a second and a quarter of a gigabyte, on purpose."""
    from nacl.pwhash import argon2id  # slow to load, and a desk that is not encrypted never needs it

    told = _settled(passphrase).encode()
    return Key(argon2id.kdf(KEY_LENGTH, told, salt, ARGON2ID_PASSES, ARGON2ID_BYTES), salt)


def key_from_text(text: str, salt: bytes) -> Key:
    """Give the key for what a person typed: a paper key where it has the form of one, a passphrase otherwise."""
    return Key(_read_paper(text), salt) if is_paper_key(text) else key_from_passphrase(text, salt)


def paper_key(key: Key) -> str:
    """Write the key as groups of five letters for copying by hand; the fifth of each checks the four before it."""
    number = int.from_bytes(key.raw, "big") << (PAPER_GROUPS * 20 - KEY_LENGTH * 8)
    groups = []
    for place in range(PAPER_GROUPS):
        bits = number >> (20 * (PAPER_GROUPS - 1 - place))
        values = [bits >> shift & 31 for shift in (15, 10, 5, 0)]
        groups.append("".join(PAPER_ALPHABET[value] for value in (*values, _check(values, place))))
    return "-".join(groups)


def is_paper_key(text: str) -> bool:
    """Tell whether ``text`` has the form of a paper key, right or miscopied."""
    bare = _bare(text)
    return len(bare) == PAPER_GROUPS * 5 and all(letter in PAPER_ALPHABET for letter in bare)


def salt_of(path: Path) -> bytes:
    """Read the salt of an encrypted desk file."""
    with path.open("rb") as file:
        return file.read(SALT_LENGTH)


def opens(key: Key, path: Path) -> bool:
    """Tell whether ``key`` fits the first page of a file, which is touched by nothing that could write.

    SQLCipher 4: the page without the salt, and its number, under HMAC-SHA-512, whose key is derived from ours.
    """
    with path.open("rb") as file:
        page = file.read(PAGE)
    salt = bytes(one ^ 0x3A for one in page[:SALT_LENGTH])
    derived = hashlib.pbkdf2_hmac("sha512", key.raw, salt, 2, KEY_LENGTH)
    told = hmac.digest(derived, page[SALT_LENGTH : PAGE - 64] + (1).to_bytes(4, "little"), "sha512")
    return len(page) == PAGE and hmac.compare_digest(told, page[PAGE - 64 :])


def _read_paper(text: str) -> bytes:
    bare, number = _bare(text), 0
    for place in range(PAPER_GROUPS):
        values = [PAPER_ALPHABET.index(letter) for letter in bare[place * 5 : place * 5 + 5]]
        if _check(values[:4], place) != values[4]:
            raise Refused(
                N_("Group {number} of the paper key ({group}) is not copied right. Please compare it with the paper."),
                number=place + 1,
                group=bare[place * 5 : place * 5 + 5],
            )
        for value in values[:4]:
            number = number << 5 | value
    spare = PAPER_GROUPS * 20 - KEY_LENGTH * 8
    return (number >> spare).to_bytes(KEY_LENGTH, "big")


def _check(values: list[int], place: int) -> int:
    """Odd weights find every wrong letter; the place finds groups that were swapped."""
    return (sum(value * weight for value, weight in zip(values, _WEIGHTS, strict=True)) + place * _PLACE) % 32


def _bare(text: str) -> str:
    """Take away what people put between letters, and read the letters that the alphabet leaves out as they look."""
    bare = "".join(sign for sign in text.upper() if sign.isalnum())
    return bare.translate(str.maketrans("OIL", "011"))


def _settled(passphrase: str) -> str:
    """Bring a passphrase into one form whatever keyboard it was typed on (RFC 8265, OpaqueString)."""
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in passphrase)
    return unicodedata.normalize("NFC", spaced)
