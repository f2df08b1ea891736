"""What a desk must show, said in the plainest way: an oracle that shares no rule with the store.

It takes the set of all lines that a desk ever held, compares everything with everything, and gives marks and rows of
notes. It is slow and meant to be read.
"""

import base64
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from hrdesk.store.change import Change, encode

SENSITIVITY = ("public", "restricted", "confidential")
Dot = tuple[str, int]


@dataclass
class Expected:
    """What counts: marks of changes, notes by id as (state, fields), the lines that are gone, the forked devices."""

    marks: dict[Dot, int] = field(default_factory=dict)
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)
    standing: dict[tuple[str, str], list[Change]] = field(default_factory=dict)
    lines: set[bytes] = field(default_factory=set)


def digest(change: Change) -> bytes:
    return hashlib.sha256(encode(change)).digest()


def withdrawn(changes: Iterable[Change]) -> set[bytes]:
    """Give the hashes that any withdrawal names."""
    named: set[bytes] = set()
    for one in changes:
        if one.kind == "withdrawal" and one.field == "lines" and isinstance(one.val, str):
            named |= {base64.urlsafe_b64decode(line + "=") for line in one.val.split("\n") if line}
    return named


def knew(author: Change, other: Change) -> bool:
    """Tell whether whoever wrote ``author`` knew ``other``; a counter that says otherwise is a lie."""
    if author.dev == other.dev:
        return author.seq > other.seq and author.lam > other.lam
    return author.seen.get(other.dev, 0) >= other.seq and author.lam > other.lam


def expect(ever: Iterable[Change]) -> Expected:
    """Say what follows from a set of lines."""
    told = Expected()
    lines = {digest(one): one for one in ever}
    gone = withdrawn(lines.values())
    left = {name: one for name, one in lines.items() if name not in gone or one.kind == "withdrawal"}
    told.lines = set(left)
    counting: dict[Dot, bytes] = {}
    for name, one in left.items():
        dot = (one.dev, one.seq)
        counting[dot] = min(name, counting.get(dot, name))
    held = [left[name] for name in counting.values()]
    cells: dict[tuple[str, str, str], list[Change]] = {}
    for one in held:
        cells.setdefault((one.kind, one.record, one.field), []).append(one)
    tops: dict[tuple[str, str, str], list[Change]] = {}
    for cell, found in cells.items():
        top = [one for one in found if not any(knew(other, one) for other in found)]
        top.sort(key=lambda one: (one.lam, one.dev, one.seq), reverse=True)
        tops[cell] = top
        told.standing[cell[1:]] = top
        same = len({json.dumps(one.val) for one in top}) == 1
        for one in found:
            told.marks[one.dev, one.seq] = 0 if one not in top else 1 if same else 2
    for kind, record, _ in cells:
        if kind == "note":
            told.notes[record] = _note({name: top for (k, r, name), top in tops.items() if (k, r) == (kind, record)})
    return told


def _note(cells: dict[str, list[Change]]) -> dict[str, Any]:
    """Give the columns of a note that the histories write."""
    wording = json.loads(str(cells["wording"][0].val or "{}")) if "wording" in cells else {}
    speaker = json.loads(str(cells["speaker"][0].val or "{}")) if "speaker" in cells else {}
    return {
        "text": wording.get("text"),
        "language": wording.get("language"),
        "speaker_label": speaker.get("speaker_label"),
        "note_kind": cells["note_kind"][0].val if "note_kind" in cells else None,
        "sensitivity": _strictest([one.val for one in cells.get("sensitivity", [])]),
        "_state": _state(cells),
    }


def _strictest(values: list[Any]) -> str | None:
    if not values or values == [None]:
        return None
    return max((value or "restricted" for value in values), key=SENSITIVITY.index)


def _state(cells: dict[str, list[Change]]) -> int:
    """0 is living, 1 deleted by someone who had seen all of it, 2 deleted by someone who had not."""
    said = cells.get("_del", [])
    deletions = [one for one in said if one.val is True]
    if not deletions:
        return 0
    others = [one for name, top in cells.items() for one in top if name != "_del" or one.val is not True]
    return 1 if any(all(knew(deletion, one) for one in others) for deletion in deletions) else 2
