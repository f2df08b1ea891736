"""What may be suggested where desks wrote different texts: whole sentences of theirs, and never a new one.

Merging characters or words made sentences that nobody had said and reported success, so nothing smaller than a
sentence is ever put together here, and a person commits what is suggested or leaves it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from hrdesk.language.sentences import Sentence, sentences

MOST_SENTENCES = 2_000
"""A longer text gets no suggestion: comparing sentences that repeat takes the square of their number."""

_EASTERN = "。！？"


@dataclass(frozen=True)
class Edit:
    """Sentences ``low`` to ``high`` of the base replaced by others; nothing replaced is an insertion before ``low``."""

    low: int
    high: int
    told: tuple[Sentence, ...]

    @property
    def is_one_for_one(self) -> bool:
        """Tell whether each sentence was replaced by one: then it is clear what stands beside it."""
        return self.high - self.low == len(self.told)

    @property
    def words(self) -> tuple[int, int, tuple[str, ...]]:
        """Give what makes two edits the same: the blanks between sentences do not."""
        return (self.low, self.high, tuple(one.text for one in self.told))

    def meets(self, other: "Edit") -> bool:
        """Tell whether both touch one place, so that only a person can say what should stand there."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low < high:
            return True
        return low == high and not (self.is_one_for_one and other.is_one_for_one)


def suggestion(base: str | None, versions: Sequence[str]) -> str | None:
    """Unite what several desks made of ``base``, sentence by sentence; None where they meet in one sentence.

    The order of ``versions`` says nothing. Without a base only versions that are equal give a suggestion: nobody
    can tell then which sentence is new and which was struck out.
    """
    if len(set(versions)) == 1:
        return versions[0]
    if base is None or not versions:
        return None
    start, others = sentences(base), [sentences(one) for one in versions]
    if any(len(one) > MOST_SENTENCES for one in (start, *others)):
        return None
    edits = {edit.words: edit for one in others for edit in sorted(edits_of(start, one), key=_blanks)}
    in_order = [edits[words] for words in sorted(edits)]
    if any(one.meets(other) for one, other in pairwise(in_order)):
        return None
    made = _applied(_parted_as(start, others), in_order)
    return _joined(made) if _keeps_what_all_say(made, others) else None


def edits_of(base: Sequence[Sentence], version: Sequence[Sentence]) -> list[Edit]:
    """Say what a version changes of ``base``."""
    return [
        Edit(low, high, tuple(version[start:end]))
        for verb, low, high, start, end in _compared(base, version)
        if verb != "equal"
    ]


def alternatives(texts: Sequence[str]) -> str:
    """Keep several wordings side by side in square brackets, as a text under negotiation does: ``[A] [B]``."""
    return " ".join(f"[{text}]" for text in dict.fromkeys(texts) if text)


def _compared(base: Sequence[Sentence], version: Sequence[Sentence]) -> Sequence[tuple[str, int, int, int, int]]:
    told, now = [one.text for one in base], [one.text for one in version]
    return SequenceMatcher(None, told, now, autojunk=False).get_opcodes()


def _parted_as(base: Sequence[Sentence], versions: Sequence[Sequence[Sentence]]) -> list[Sentence]:
    """Give the base with the blanks that a version put behind its sentences: a new paragraph stays one."""
    blanks: list[set[str]] = [set() for _ in base]
    for version in versions:
        for verb, low, high, start, _end in _compared(base, version):
            if verb == "equal":
                for place in range(low, high):
                    blanks[place].add(version[start + place - low].blank)
    return [
        Sentence(one.text, max(found - {one.blank}, default=one.blank, key=lambda blank: (blank.count("\n"), blank)))
        for one, found in zip(base, blanks, strict=True)
    ]


def _blanks(edit: Edit) -> tuple[str, ...]:
    return tuple(one.blank for one in edit.told)


def _applied(base: Sequence[Sentence], edits: Sequence[Edit]) -> list[Sentence]:
    made: list[Sentence] = []
    reached = 0
    for edit in edits:
        made += [*base[reached : edit.low], *edit.told]
        reached = edit.high
    return made + list(base[reached:])


def _joined(made: Sequence[Sentence]) -> str:
    """Write sentences one after another; one that stood last and does so no more gets a blank behind it."""
    told = ""
    for one in made:
        told += one.text + (one.blank or ("" if one.text[-1:] in _EASTERN else " "))
    return told.rstrip()


def _keeps_what_all_say(made: Sequence[Sentence], versions: Sequence[Sequence[Sentence]]) -> bool:
    """Tell whether nothing is lost that every version says: a sentence moved by one may look struck out by each."""
    counts = [Counter(one.text for one in version) for version in versions]
    held = Counter(one.text for one in made)
    return all(held[text] >= min(count[text] for count in counts) for text in counts[0] if text)
