"""How far a wording can be relied on, as a shape and a word, so that neither colour nor shape says it alone."""

from collections import Counter

from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _

SHAPES = {"empty": "○", "draft": "◐", "stale": "↻", "reviewed": "✓"}
"""The fuller the further; an arrow for what must be done again."""

TO_DO = ("empty", "draft", "stale")
"""What is not finished."""


def standing_word(standing: str) -> str:
    """Give shape and word: "◐ Draft"."""
    return f"{SHAPES.get(standing, '')} {choice_word(standing)}"


def counts_in_words(counts: Counter[str]) -> str:
    """Say how many texts stand how: "○ Empty 3 · ↻ Source has changed 1 · ✓ Reviewed 40"."""
    told = [f"{standing_word(one)}: {counts[one]}" for one in SHAPES if counts[one]]
    return "  ·  ".join(told) or _("Nothing to translate")


def left_to_do(counts: Counter[str]) -> int:
    """Count the texts that are not finished."""
    return sum(counts[one] for one in TO_DO)
