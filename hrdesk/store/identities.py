"""The identities of protected persons: sealed with a key of their own, opened only where that key was given.

A protected person's name, function, affiliation, mechanism and note on consent are written as sealed text
(XSalsa20-Poly1305 under 32 random bytes that belong to this one person), so that no line of the journal, no bundle
and no backup holds them in words. What is sealed names the person and the field it belongs to: a text that was moved
to another field or another person does not open. A desk without the key shows the pseudonym and empty fields.
"""

import base64
import binascii
import json
import os
from collections.abc import Iterable, Mapping
from typing import Any

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import Person, Value
from hrdesk.records.disclosure import IDENTITY
from hrdesk.store.change import LONGEST_VALUE, unpack_group

SEALED = "sealed:1:"
KEY_LENGTH = 32

_NO_KEY = N_(
    "The identity of this person is sealed, and this desk has no key to it. Nothing was changed;"
    " please ask the desk that holds it."
)
_PADDING = 64
"""Sealed texts are filled up to a multiple of so many bytes, so that their length does not tell a name's."""


def is_identity(kind: str, field: str) -> bool:
    """Tell whether a journal field says who a person is."""
    return kind == Person.kind and field in IDENTITY


def is_sealed(value: Value) -> bool:
    """Tell whether a value is sealed text."""
    return isinstance(value, str) and value.startswith(SEALED)


def new_key() -> bytes:
    """Give a key for one person's identity."""
    return os.urandom(KEY_LENGTH)


def seal(key: bytes, person: str, field: str, value: Value) -> str:
    """Seal one value of one field of one person."""
    from nacl.secret import SecretBox  # slow to load, and few desks hold protected persons

    told = json.dumps([person, field, value], ensure_ascii=False).encode()
    told += b" " * (-len(told) % _PADDING)
    sealed = SEALED + base64.urlsafe_b64encode(bytes(SecretBox(key).encrypt(told))).rstrip(b"=").decode()
    if len(sealed) > LONGEST_VALUE:
        raise Refused(N_("This is too long to be sealed. Nothing was changed; please divide the text."))
    return sealed


def unseal(keys: Iterable[bytes], person: str, field: str, value: Value) -> Value:
    """Open sealed text with whichever of ``keys`` fits; nothing when none does or it belongs elsewhere."""
    found = _unsealed(keys, person, field, value)
    return found[1] if found else None


def in_table(value: Value) -> Value:
    """Give a value as the derived tables hold it: nothing of what is sealed, on every desk alike."""
    return None if is_sealed(value) else value


def shown(connection: Any, person: str) -> dict[str, str]:
    """Give the fields that count meanwhile and stand sealed, opened; nothing of this is written anywhere."""
    counting: dict[str, Value] = {}
    for field, value in _heads(connection, person):
        counting.setdefault(field, value)
    found: dict[str, str] = {}
    for cell, value in counting.items():
        told = opened(connection, person, cell, value) if is_sealed(value) else None
        for info in Person.cells().get(cell, ()) if told is not None else ():
            text = unpack_group(told).get(info.name) if info.group else told
            if isinstance(text, str):
                found[info.name] = text
    return found


def opened(connection: Any, person: str, field: str, value: Value) -> Value:
    """Give what a value says here: a plain one as it is, a sealed one opened, nothing without the key."""
    if not is_sealed(value):
        return value
    return unseal(keys_of(connection, person), person, field, value)


def keys_of(connection: Any, person: str) -> list[bytes]:
    """Give the keys this desk holds of a person's identity, the newest first."""
    rows = connection.execute("SELECT key FROM identity_key WHERE person = ? ORDER BY rowid DESC", (person,))
    lock = connection.identity_lock
    kept = [bytes(row[0]) for row in rows]
    told = [one if len(one) == KEY_LENGTH else lock.unlock(one) if lock else None for one in kept]
    return [key for key in told if key is not None and len(key) == KEY_LENGTH]


def keep_key(connection: Any, person: str, key: bytes) -> bool:
    """Keep a key; tell whether it was new here."""
    if key in keys_of(connection, person):
        return False
    lock = connection.identity_lock  # a desk in memory has none, and leaves nothing behind
    kept = lock.lock(key) if lock else key
    connection.execute("INSERT INTO identity_key (person, key) VALUES (?, ?)", (person, kept))
    return True


def writing_key(connection: Any, person: str) -> bytes:
    """Give the key that a person's identity is sealed with now, made when nothing of it was ever sealed.

    Refused where it is sealed and this desk cannot open it: a second key would hide what others wrote.
    """
    held = keys_of(connection, person)
    standing = [(field, value) for field, value in _heads(connection, person) if is_sealed(value)]
    found = [_unsealed(held, person, field, value) for field, value in standing]
    if any(one is None for one in found):
        raise Refused(_NO_KEY)
    if found and found[0]:
        return found[0][0]
    if held:
        return held[0]
    if _was_sealed(connection, person):
        raise Refused(_NO_KEY)
    made = new_key()
    keep_key(connection, person, made)
    return made


def plain_fields(connection: Any, person: str) -> dict[str, Value]:
    """Give the identity fields whose standing values are in words, in one version of them at least."""
    return {field: value for field, value in _heads(connection, person) if value is not None and not is_sealed(value)}


def sealed_fields(connection: Any, person: str) -> dict[str, Value]:
    """Give the identity fields that stand sealed and open here, opened."""
    found: dict[str, Value] = {}
    for field, value in _heads(connection, person):
        if is_sealed(value) and (told := opened(connection, person, field, value)) is not None:
            found.setdefault(field, told)
    return found


def is_sealed_away(connection: Any, person: str) -> bool:
    """Tell whether anything that says who a person is stands sealed and does not open here."""
    return any(
        is_sealed(value) and opened(connection, person, field, value) is None
        for field, value in _heads(connection, person)
    )


def protected(connection: Any, person: str) -> bool:
    """Tell whether anybody says that a person is protected: the strictest counts."""
    row = connection.execute("SELECT protected FROM person WHERE id = ?", (person,)).fetchone()
    return bool(row and row[0])


def as_written(connection: Any, person: str, values: Mapping[str, Value], *, alone: bool = False) -> dict[str, Value]:
    """Give the fields of a person as they are written: those that say who a protected one is are sealed.

    Protecting seals what stood there in words; taking the protection back writes it in words again. Undo and redo,
    which know what stood in each field, ask for their field ``alone``.
    """
    told = dict(values)
    is_protected = protected(connection, person)
    will_be = told["protected"] not in (None, False) if "protected" in told else is_protected
    if not will_be:
        takes_back = is_protected and not alone
        if (takes_back or any(field in IDENTITY for field in told)) and is_sealed_away(connection, person):
            raise Refused(_NO_KEY)  # what was written in words would hide what this desk has never read
        if takes_back:
            told = {**sealed_fields(connection, person), **told}
        return {field: opened(connection, person, field, value) for field, value in told.items()}
    if not is_protected and not alone:
        told = {**plain_fields(connection, person), **told}
    plain = [field for field in told if field in IDENTITY and not is_sealed(told[field])]
    if plain:
        # Asked also where a field is emptied: what cannot be read here is not to be wiped out from here.
        key = writing_key(connection, person) if is_protected or any(told[field] for field in plain) else b""
        told |= {field: seal(key, person, field, told[field]) for field in plain if told[field] is not None}
    return told


def anew(connection: Any, person: str) -> tuple[bytes, dict[str, Value]]:
    """Make a new key for a person's identity, and give it with the fields sealed by it.

    Refused where something stands sealed that this desk cannot open.
    """
    told = {**sealed_fields(connection, person), **plain_fields(connection, person)}
    if any(is_sealed(value) and field not in told for field, value in _heads(connection, person)):
        raise Refused(_NO_KEY)
    key = new_key()
    keep_key(connection, person, key)
    return key, {field: seal(key, person, field, value) for field, value in told.items()}


def _unsealed(keys: Iterable[bytes], person: str, field: str, value: Value) -> tuple[bytes, Value] | None:
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    if not isinstance(value, str):
        return None
    try:
        raw = value[len(SEALED) :].encode("ascii")
        sealed = base64.urlsafe_b64decode(raw + b"=" * (-len(raw) % 4))
    except (UnicodeEncodeError, binascii.Error, ValueError):
        return None
    for key in keys:
        try:
            told = json.loads(SecretBox(key).decrypt(sealed))
        except (CryptoError, ValueError, TypeError):
            continue
        if isinstance(told, list) and len(told) == 3 and told[:2] == [person, field]:
            inside = told[2]
            return (key, inside) if isinstance(inside, str | int | bool | None) else None
    return None


def _heads(connection: Any, person: str) -> list[tuple[str, Value]]:
    """Give the standing values of the identity fields, the one that counts first."""
    marked = ", ".join("?" * len(IDENTITY))
    rows = connection.execute(
        "SELECT c.field, c.val FROM change c INDEXED BY change_cell JOIN device d ON d.n = c.id >> 40"
        f" WHERE c.record = ? AND c.kind = 'person' AND c.head <> 0 AND c.field IN ({marked})"
        " ORDER BY c.lam DESC, d.dev DESC, c.id DESC",
        (person, *IDENTITY),
    )
    return [(row[0], row[1]) for row in rows if row[1] is None or isinstance(row[1], str)]


def _was_sealed(connection: Any, person: str) -> bool:
    """Tell whether anything of a person was ever sealed, here or elsewhere."""
    rows = connection.execute(
        "SELECT val FROM change INDEXED BY change_cell WHERE record = ? AND kind = 'person'", (person,)
    )
    return any(is_sealed(row[0]) for row in rows)
