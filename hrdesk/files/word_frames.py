"""What stands around a passage by our own hand, its number and its brackets, and how it is taken away again."""

import re
from dataclasses import replace

from hrdesk.files.passages import Passage, Stretch

FRAME_BEFORE = re.compile(r"[^\t]*\t[\[［]?")
NUMBER_BEFORE = re.compile(r"\s*[\[［]?\d[^\t]{0,30}\t[\[［]?")
FRAME_BEHIND = re.compile(r"[\]］]?")
"""What stands around a passage by our own hand: its number and a tab before it, and a bracket on either side."""


def unframed(passage: Passage) -> Passage:
    """Take the number and the bracket away from a passage whose bookmark was lost."""
    found = NUMBER_BEFORE.match(passage.before or passage.after)
    if found is None:
        return passage
    kept = without(NUMBER_BEFORE, list(passage.stretches), put_in=not passage.before)
    if "[" in found[0] or "［" in found[0]:
        kept = _without_end(kept, put_in=not passage.before)
    return replace(passage, stretches=tuple(kept))


def without(
    frame: re.Pattern[str], stretches: list[Stretch], *, whole: bool = True, put_in: bool = False
) -> list[Stretch]:
    """Take our frame away from the beginning of what was not put in; ``whole`` with what was put in inside it.

    ``put_in`` says that the frame itself was put in, as it is where a whole paragraph was moved or copied.
    """
    found = frame.match("".join(one.text for one in stretches if put_in or one.inserted is None))
    left = found.end() if found else 0
    kept: list[Stretch] = []
    for one in stretches:
        if one.inserted is not None and not put_in:
            kept += [] if whole and left else [one]
            continue
        taken = min(left, len(one.text))
        left -= taken
        if one.text[taken:]:
            kept.append(replace(one, text=one.text[taken:]))
    return kept


def _without_end(stretches: list[Stretch], *, put_in: bool) -> list[Stretch]:
    """Take the bracket away that closes what was there before."""
    for place in range(len(stretches) - 1, -1, -1):
        one = stretches[place]
        if (put_in or one.inserted is None) and one.text.strip():
            text = one.text.rstrip()
            shorter = text[:-1] if text.endswith(("]", "］")) else one.text
            return [*stretches[:place], replace(one, text=shorter), *stretches[place + 1 :]]
    return stretches
