"""Handing the keys of protected persons' identities on, and taking those in that were meant for this desk.

A key travels only encrypted to one desk's age key, and names the person it belongs to: one that was put into the
record of somebody else opens nothing there.
"""

import base64
import binascii
import json
from collections.abc import Iterable
from typing import Any

from hrdesk.store import age
from hrdesk.store.identities import KEY_LENGTH, keep_key
from hrdesk.store.identity import Profile


def sealed_for(recipient: str, person: str, keys: Iterable[bytes]) -> str:
    """Give the keys of one person's identity, encrypted for one desk; the first is the one that is written with."""
    told = {"keys": [base64.b64encode(key).decode() for key in keys], "person": person}
    return base64.b64encode(age.seal_bytes(json.dumps(told, sort_keys=True).encode(), [recipient])).decode()


def take_keys(connection: Any, profile: Profile) -> list[str]:
    """Keep the keys that came for this desk and give the persons; what they open is opened when it is read."""
    rows = connection.execute(
        "SELECT person, sealed_key FROM identity_access WHERE _state <> 1 AND person IS NOT NULL"
        " AND sealed_key IS NOT NULL ORDER BY id"
    ).fetchall()
    if not rows:
        return []
    found: list[str] = []
    for person, sealed in rows:
        fresh = [keep_key(connection, person, key) for key in reversed(_opened(profile, person, sealed))]
        if any(fresh):
            found.append(person)
    return found


def _opened(profile: Profile, person: str, sealed: Any) -> list[bytes]:
    """Open a sealed key; of what is not for this desk, or broken, nothing."""
    try:
        told = json.loads(age.open_bytes(base64.b64decode(str(sealed), validate=True), age.Opener(profile)))
        keys = [base64.b64decode(str(one), validate=True) for one in told["keys"]]
    except (age.CannotOpen, binascii.Error, ValueError, TypeError, KeyError):
        return []
    return [key for key in keys if len(key) == KEY_LENGTH] if told["person"] == person else []
