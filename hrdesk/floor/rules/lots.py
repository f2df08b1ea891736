"""Drawing lots so that anyone can replay the draw: the same seed and the same requests give the same lots.

No generator of any language or version is asked: each request is weighed by SHA-256 of the seed, a line feed and its
id, and the lightest weights are drawn, in that order. A person with the seed and the ids can do it with any tool.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256


def replay(seed: str, ids: Iterable[str], number: int | None = None) -> tuple[str, ...]:
    """Give the ids that are drawn, the first lot first; without a number all are drawn, and only their order is."""
    drawn = sorted(set(ids), key=lambda one: (weight(seed, one), one))
    return tuple(drawn if number is None else drawn[: max(number, 0)])


@lru_cache(maxsize=32)
def lots_of(seed: str, drawn_from: str, number: int | None) -> Mapping[str, int]:
    """Give the lot of each who took part in a draw, as the decision holds it; 0 for who was not drawn.

    Each draw is replayed once, and not whenever the list is put in order.
    """
    taking_part = drawn_from.split()
    return dict.fromkeys(taking_part, 0) | {one: lot for lot, one in enumerate(replay(seed, taking_part, number), 1)}


def weight(seed: str, one: str) -> str:
    """Give what a request weighs in a draw."""
    return sha256(f"{seed}\n{one}".encode()).hexdigest()
