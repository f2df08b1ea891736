"""Bundles made by hand, line by line, so that a test may forge what no desk would write."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from hrdesk.exchange.bundle.layout import canonical, close_line
from hrdesk.exchange.bundle.seals import write_seal
from hrdesk.store.change import Change, encode
from hrdesk.store.identity import Profile
from hrdesk.store.seals import MOST_LINES, Seal, seal

CREATED = "2026-11-20T10:11:12.123Z"
RECORD = "01jd3a2b3c4d5e6f7g8h9j0k1m"


def change(dev: str, seq: int, **told: Any) -> Change:
    """Make a change; what is not told is the same in all."""
    given: dict[str, Any] = {
        "at": CREATED,
        "dev": dev,
        "field": "text",
        "kind": "note",
        "lam": seq,
        "n": "AAAAAAAAAAA",
        "record": RECORD,
        "seen": {},
        "seq": seq,
        "sv": 1,
        "val": f"line {seq}",
    }
    return Change(**{**given, **told})


def header(signer: Profile, count: int, **told: Any) -> bytes:
    """Write a header; what is told replaces what stands there."""
    given: dict[str, Any] = {
        "changes": count,
        "created": CREATED,
        "delta": False,
        "format": "hrdesk-bundle",
        "from": f"{signer.device}.1",
        "mode": "history",
        "scope": {"consultation": None, "sensitivity": "restricted", "session": None},
        "sv": 1,
        "version": 2,
    }
    return canonical({**given, **told})


def seals_of(signer: Profile, changes: Iterable[Change]) -> list[Seal]:
    """Seal the lines of ``signer`` among ``changes``, as a desk does that holds no others."""
    found: list[Seal] = []
    mine = [one for one in changes if one.dev.startswith(signer.device)]
    for (dev, _), block in groupby(mine, key=lambda one: (one.dev, (one.seq - 1) // MOST_LINES)):
        lines = list(block)
        for _, run in groupby(enumerate(lines), key=lambda one: one[1].seq - one[0]):
            together = [one for _, one in run]
            hashes = b"".join(hashlib.sha256(encode(one)).digest() for one in together)
            found.append(seal(signer, dev, together[0].seq, hashes))
    return found


def listed(lines: Sequence[bytes]) -> bytes:
    """Write lines with commas between them."""
    return b",\n".join(lines) + b"\n" if lines else b""


def body(head: bytes, lines: Sequence[bytes], seals: Sequence[bytes]) -> bytes:
    """Write everything that the closing hash covers."""
    told = b'{\n"header":' + head + b',\n"changes":[\n' + listed(lines)
    return told + b'],\n"seals":[\n' + listed(seals) + b"],\n"


def closed(told: bytes, signer: Profile) -> bytes:
    """Close a bundle as whoever alters one with a key of his own would."""
    return told + close_line(hashlib.sha256(told).digest(), signer) + b"}\n"


def bundle(signer: Profile, changes: Sequence[Change], seals: Sequence[Seal] | None = None, **told: Any) -> bytes:
    """Write a whole bundle; where no seals are given the signer seals his own lines."""
    made = seals_of(signer, changes) if seals is None else seals
    head = header(signer, len(changes), **told)
    return closed(body(head, [encode(one) for one in changes], [write_seal(one) for one in made]), signer)


def written(path: Path, data: bytes) -> Path:
    """Write ``data`` and give its place."""
    path.write_bytes(data)
    return path
