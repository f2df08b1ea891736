"""The Unicode bidirectional algorithm (UAX #9): which direction every character of a paragraph runs.

Pure Python over the shipped character table. ``levels`` resolves a paragraph (rules P2 to I2); ``line_levels`` and
``visual_order`` arrange one line of it (L1, L2). Mirrored glyphs (L4) are the shaper's business.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from hrdesk.outcome.pdf.characters import bidi_class, character_table

MAX_DEPTH = 125
MAX_BRACKETS = 63
ISOLATE_STARTS = frozenset({"LRI", "RLI", "FSI"})
EMBEDDING_STARTS = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED_BY_X9 = EMBEDDING_STARTS | {"PDF", "BN"}
ISOLATE_SIGNS = ISOLATE_STARTS | {"PDI"}
NEUTRAL = frozenset({"B", "S", "WS", "ON"}) | ISOLATE_SIGNS
TRAILING = frozenset({"WS"}) | ISOLATE_SIGNS
STRONG_AS = {"L": "L", "R": "R", "EN": "R", "AN": "R", "AL": "R"}
PLAIN = re.compile(
    r"[^\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    r"\U00010800-\U00010fff\U0001e800-\U0001efff]*"
)
"""Text that holds neither right-to-left letters nor direction signs, and so is one level in a left-to-right text."""


@dataclass
class _Sequence:
    """An isolating run sequence (BD13): positions in the paragraph, with the directions at its two ends (X10)."""

    positions: list[int]
    level: int
    before: str = "L"
    after: str = "L"
    classes: list[str] = field(default_factory=list)

    @property
    def direction(self) -> str:
        return "R" if self.level % 2 else "L"


class _Status(NamedTuple):
    level: int
    override: str
    isolate: bool


def levels(text: str, right_to_left: bool) -> list[int]:
    """Return the embedding level of every character of a paragraph whose base direction is given."""
    base = int(right_to_left)
    if not right_to_left and PLAIN.fullmatch(text):
        return [0] * len(text)
    return resolve([bidi_class(character) for character in text], text, base)


def base_level(classes: list[str]) -> int:
    """Return the base level that the first strong character outside isolates asks for (P2, P3)."""
    return 1 if _first_strong(classes, 0, len(classes)) in {"R", "AL"} else 0


def resolve(classes: list[str], text: str, base: int) -> list[int]:
    """Return the level of every character from the classes; ``text`` is asked for its brackets only.

    Characters that X9 removes get the level of the character before them.
    """
    kinds = list(classes)
    partners = _isolate_partners(classes)
    result = _explicit_levels(kinds, partners, base)
    for sequence in _sequences(classes, kinds, partners, result, base):
        _resolve_weak(sequence)
        _resolve_brackets(sequence, text, classes)
        _resolve_neutral(sequence)
        for position, kind in zip(sequence.positions, sequence.classes, strict=True):
            odd = result[position] % 2
            if kind in {"EN", "AN"}:
                result[position] += 1 if odd else 2
            elif (kind == "R") != bool(odd):
                result[position] += 1
    before = base
    for position, kind in enumerate(classes):
        if kind in REMOVED_BY_X9:
            result[position] = before
        before = result[position]
    return result


def line_levels(text: str, resolved: list[int], start: int, end: int, base: int) -> list[int]:
    """Return the levels of one line, its separators and trailing blanks set back to the base level (L1)."""
    return reset_trailing([bidi_class(character) for character in text[start:end]], resolved[start:end], base)


def reset_trailing(classes: list[str], resolved: list[int], base: int) -> list[int]:
    """Apply rule L1 to the classes and levels of one line."""
    result = list(resolved)
    trailing = True
    for at in range(len(result) - 1, -1, -1):
        kind = classes[at]
        if kind in {"S", "B"}:
            trailing = True
        if trailing and (kind in TRAILING or kind in {"S", "B"} or kind in REMOVED_BY_X9):
            result[at] = base
        else:
            trailing = False
    return result


def visual_order(line: list[int]) -> list[int]:
    """Return the indexes of a line's parts from left to right, given the level of each part (L2)."""
    order = list(range(len(line)))
    if not line:
        return order
    odd = [level for level in line if level % 2]
    if not odd:
        return order
    for level in range(max(line), min(odd) - 1, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and line[order[end]] >= level:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = end + 1
    return order


def _isolate_partners(classes: list[str]) -> dict[int, int]:
    """Pair isolate starts with their ends, in both directions (BD9)."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for position, kind in enumerate(classes):
        if kind in ISOLATE_STARTS:
            opened.append(position)
        elif kind == "PDI" and opened:
            start = opened.pop()
            partners[start], partners[position] = position, start
        elif kind == "B":
            opened.clear()
    return partners


def _first_strong(classes: list[str], start: int, end: int) -> str:
    depth = 0
    for position in range(start, end):
        kind = classes[position]
        if kind in ISOLATE_STARTS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in {"L", "R", "AL"}:
            return kind
    return ""


def _explicit_levels(kinds: list[str], partners: dict[int, int], base: int) -> list[int]:
    """Apply X1 to X8; overrides change ``kinds`` in place."""
    result = [base] * len(kinds)
    stack = [_Status(base, "", False)]
    lost_isolates = lost_embeddings = valid_isolates = 0
    for position, kind in enumerate(kinds):
        top = stack[-1]
        if kind in EMBEDDING_STARTS:
            level = _next_level(top.level, kind[0] == "R")
            if level <= MAX_DEPTH and not lost_isolates and not lost_embeddings:
                stack.append(_Status(level, kind[0] if kind[2] == "O" else "", False))
            elif not lost_isolates:
                lost_embeddings += 1
        elif kind in ISOLATE_STARTS:
            result[position] = top.level
            kinds[position] = top.override or kind
            right = kind == "RLI"
            if kind == "FSI":
                end = partners.get(position, len(kinds))
                right = _first_strong(kinds, position + 1, end) in {"R", "AL"}
            level = _next_level(top.level, right)
            if level <= MAX_DEPTH and not lost_isolates and not lost_embeddings:
                valid_isolates += 1
                stack.append(_Status(level, "", True))
            else:
                lost_isolates += 1
        elif kind == "PDI":
            if lost_isolates:
                lost_isolates -= 1
            elif valid_isolates:
                lost_embeddings = 0
                while not stack[-1].isolate:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            result[position] = stack[-1].level
            kinds[position] = stack[-1].override or kind
        elif kind == "PDF":
            if not lost_isolates and lost_embeddings:
                lost_embeddings -= 1
            elif not lost_isolates and not top.isolate and len(stack) > 1:
                stack.pop()
        elif kind == "B":
            result[position] = base
        elif kind != "BN":
            result[position] = top.level
            kinds[position] = top.override or kind
    return result


def _next_level(level: int, right: bool) -> int:
    return (level + 1) | 1 if right else (level + 2) & ~1


def _sequences(
    classes: list[str], kinds: list[str], partners: dict[int, int], resolved: list[int], base: int
) -> list[_Sequence]:
    """Join level runs into isolating run sequences and find the directions at their ends (X9, X10)."""
    kept = [position for position, kind in enumerate(classes) if kind not in REMOVED_BY_X9]
    runs: list[list[int]] = []
    for position in kept:
        if runs and resolved[runs[-1][-1]] == resolved[position]:
            runs[-1].append(position)
        else:
            runs.append([position])
    place = {position: at for at, position in enumerate(kept)}
    run_of_first = {run[0]: run for run in runs}
    sequences = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in partners:
            continue
        positions = list(run)
        while classes[positions[-1]] in ISOLATE_STARTS and positions[-1] in partners:
            positions.extend(run_of_first[partners[positions[-1]]])
        level = resolved[positions[0]]
        first, last = place[positions[0]], place[positions[-1]]
        before = resolved[kept[first - 1]] if first else base
        open_isolate = classes[positions[-1]] in ISOLATE_STARTS
        after = base if open_isolate or last + 1 == len(kept) else resolved[kept[last + 1]]
        sequences.append(
            _Sequence(
                positions,
                level,
                "R" if max(level, before) % 2 else "L",
                "R" if max(level, after) % 2 else "L",
                [kinds[position] for position in positions],
            )
        )
    return sequences


def _resolve_weak(sequence: _Sequence) -> None:
    """Apply W1 to W7 to a sequence's classes."""
    kinds = sequence.classes
    before, strong = sequence.before, sequence.before
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = "ON" if before in ISOLATE_SIGNS else before
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
        elif kind in {"L", "R", "AL"}:
            strong = kind
        before = kinds[at]
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        neighbour = kinds[at - 1]
        same = neighbour == kinds[at + 1]
        if same and ((kinds[at] == "ES" and neighbour == "EN") or (kinds[at] == "CS" and neighbour in {"EN", "AN"})):
            kinds[at] = neighbour
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at:
            touches = (at and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
            kinds[at:end] = ["EN" if touches else "ON"] * (end - at)
        at = end + 1
    strong = sequence.before
    for at, kind in enumerate(kinds):
        if kind in {"ES", "CS"}:
            kinds[at] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
        elif kind in {"L", "R"}:
            strong = kind


@cache
def _brackets() -> tuple[dict[str, str], frozenset[str]]:
    """Return closing bracket by opening bracket, and all closing ones; U+2329 counts as U+3008 (BD16)."""
    pairs = dict(character_table().brackets)
    pairs["\u2329"] = pairs["\u3008"]
    return pairs, frozenset(pairs.values()) | {"\u232a"}


def _bracket_pairs(sequence: _Sequence, text: str) -> list[tuple[int, int]]:
    pairs, closings = _brackets()
    opened: list[tuple[str, int]] = []
    found = []
    for at, position in enumerate(sequence.positions):
        if sequence.classes[at] != "ON":
            continue
        character = text[position]
        if character in pairs:
            if len(opened) == MAX_BRACKETS:
                return []
            opened.append((pairs[character], at))
        elif character in closings:
            wanted = "\u3009" if character == "\u232a" else character
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == wanted:
                    found.append((opened[depth][1], at))
                    del opened[depth:]
                    break
    return sorted(found)


def _resolve_brackets(sequence: _Sequence, text: str, classes: list[str]) -> None:
    """Apply N0: paired brackets take the direction of what they hold, or of what stands before them."""
    kinds = sequence.classes
    for start, end in _bracket_pairs(sequence, text):
        inside = {STRONG_AS[kind] for kind in kinds[start + 1 : end] if kind in STRONG_AS}
        if sequence.direction in inside:
            direction = sequence.direction
        elif inside:
            context = sequence.before
            for at in range(start - 1, -1, -1):
                if kinds[at] in STRONG_AS:
                    context = STRONG_AS[kinds[at]]
                    break
            direction = context if context in inside else sequence.direction
        else:
            continue
        for at in (start, end):
            kinds[at] = direction
            follower = at + 1
            while follower < len(kinds) and classes[sequence.positions[follower]] == "NSM":
                kinds[follower] = direction
                follower += 1


def _resolve_neutral(sequence: _Sequence) -> None:
    """Apply N1 and N2: neutrals between equal directions take it, others take the embedding direction."""
    kinds = sequence.classes
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in NEUTRAL:
            end += 1
        if end > at:
            before = STRONG_AS[kinds[at - 1]] if at else sequence.before
            after = STRONG_AS[kinds[end]] if end < len(kinds) else sequence.after
            kinds[at:end] = [before if before == after else sequence.direction] * (end - at)
        at = end + 1
