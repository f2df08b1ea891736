"""Passphrases that cost nothing: a real file in the format of age whose scrypt is let off its work.

What makes a passphrase slow is a number in the head of the file (its work factor), which whoever opens the file obeys.
So only closing is replaced here; opening, and what is said of a wrong passphrase or a damaged file, stay the library's.
Written from the format's own description, https://c2sp.org/age.
"""

import hashlib
import hmac
import os
from base64 import b64encode

import pyrage
import pytest
from nacl.bindings import crypto_aead_chacha20poly1305_ietf_encrypt as closed_with

BLOCK = 1 << 16
WORK = 1
"""The work factor: scrypt's N is two to this power, where the library takes about nineteen."""


def spare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whatever is closed with a passphrase during a test be closed, and therefore opened, in no time."""
    monkeypatch.setattr(pyrage.passphrase, "encrypt", close_quickly)


def close_quickly(data: bytes, passphrase: str) -> bytes:
    """Encrypt ``data`` with ``passphrase`` as age does, with the least work."""
    salt, nonce, file_key = os.urandom(16), os.urandom(16), os.urandom(16)
    stretched = hashlib.scrypt(
        passphrase.encode(), salt=b"age-encryption.org/v1/scrypt" + salt, n=1 << WORK, r=8, p=1, dklen=32
    )
    wrapped = _base64(closed_with(file_key, None, bytes(12), stretched))
    head = b"age-encryption.org/v1\n-> scrypt %b %d\n%b\n---" % (_base64(salt), WORK, wrapped)
    seal = hmac.digest(_derived(file_key, b"", b"header"), head, "sha256")
    return head + b" " + _base64(seal) + b"\n" + nonce + _payload(data, _derived(file_key, nonce, b"payload"))


def _payload(data: bytes, key: bytes) -> bytes:
    last = max(0, len(data) - 1) // BLOCK
    return b"".join(
        closed_with(
            data[number * BLOCK : (number + 1) * BLOCK], None, number.to_bytes(11) + bytes([number == last]), key
        )
        for number in range(last + 1)
    )


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    """Derive 32 bytes as HKDF-SHA-256 does (RFC 5869)."""
    return hmac.digest(hmac.digest(salt, key, "sha256"), purpose + b"\x01", "sha256")


def _base64(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")
