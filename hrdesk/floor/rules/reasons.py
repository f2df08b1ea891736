"""Why somebody stands on the list where he stands."""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Reason:
    """A word of ``hrdesk.floor.words.REASONS`` and what it speaks of."""

    word: str
    of: str = ""


reason = lru_cache(maxsize=4096)(Reason)
"""Gives a reason; of two that are the same one object is made, and whoever compares two lists need not look into it."""
