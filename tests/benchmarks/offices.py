"""Two offices that worked apart: the changes on which merging is measured, the same for every contender.

A base that both know, notes of six fields each; local edits of the one; a bundle of the other, of which six tenths
are new notes, the rest edits of the base, some of them of fields that the first office edited as well.
"""

import base64
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hrdesk.store.change import Change

FIELDS = ("session", "at", "note_kind", "wording", "speaker", "sensitivity")
_WORDS = (
    "water land rights of defenders and the State should adopt a law on access to remedies for peoples in regions"
    " mechanisms must monitor follow-up measures protection reprisals cooperation l’État devrait adopter права доступ"
).split()


@dataclass(frozen=True)
class Offices:
    """How much of everything there is, and who wrote it."""

    wrote_known: str = "a" * 16 + ".1"
    wrote_here: str = "b" * 16 + ".1"
    wrote_there: str = "c" * 16 + ".1"
    base: int = 100_000
    local: int = 5_000
    arriving: int = 100_000
    contested: int = 2_000

    def known(self) -> Iterator[Change]:
        """Give the base."""
        dice = random.Random(1)
        for n in range(self.base):
            yield _change(dice, self.wrote_known, n + 1, n + 1, _record("base", n // 6), FIELDS[n % 6], {})

    def here(self) -> Iterator[Change]:
        """Give what the first office edited: every so many fields of the base."""
        dice = random.Random(2)
        for n in range(self.local):
            yield self._edit(dice, self.wrote_here, n + 1, self.base + n + 1, n * (self.base // self.local))

    def there(self) -> Iterator[Change]:
        """Give what the other office made: new notes, edits of the base, and edits of what the first edited too."""
        dice = random.Random(3)
        seq = 0
        new = self.arriving * 6 // 10
        for n in range(new):
            seq += 1
            yield _change(dice, self.wrote_there, seq, self.base + seq, _record("new", n // 6), FIELDS[n % 6], {})
        step = self.base // self.local
        both = [n * step for n in range(self.contested)]
        apart = [n for n in range(self.base) if n % step][: self.arriving - new - self.contested]
        for place in sorted([*both, *apart]):
            seq += 1
            yield self._edit(dice, self.wrote_there, seq, self.base + seq, place)

    def _edit(self, dice: random.Random, dev: str, seq: int, lam: int, place: int) -> Change:
        return _change(
            dice, dev, seq, lam, _record("base", place // 6), FIELDS[place % 6], {self.wrote_known: place + 1}
        )


def _record(name: str, number: int) -> str:
    """Give an id that looks and sorts as those of a desk."""
    return f"01k{'a' if name == 'base' else 'b'}{number:022d}"


def _change(dice: random.Random, dev: str, seq: int, lam: int, record: str, field: str, seen: dict[str, int]) -> Change:
    return Change(
        at=f"2026-11-20T10:{seq // 60000 % 60:02d}:{seq // 1000 % 60:02d}.{seq % 1000:03d}Z",
        dev=dev,
        field=field,
        kind="note",
        lam=lam,
        n=base64.urlsafe_b64encode(dice.randbytes(8)).rstrip(b"=").decode(),
        record=record,
        seen=seen,
        seq=seq,
        sv=1,
        val=_VALUES[field](dice),
    )


def _text(dice: random.Random) -> str:
    return f'{{"language":"en","text":"{" ".join(dice.choices(_WORDS, k=dice.randint(8, 30)))}."}}'


_VALUES: dict[str, Callable[[random.Random], str]] = {
    "session": lambda dice: _record("base", 900_000 + dice.randrange(40)),
    "at": lambda dice: f"2026-11-20T{dice.randrange(9, 18):02d}:{dice.randrange(60):02d}:{dice.randrange(60):02d}Z",
    "note_kind": lambda dice: dice.choice(("challenge", "good_practice", "key_issue", "recommendation")),
    "wording": _text,
    "speaker": lambda dice: f'{{"speaker_label":"{" ".join(dice.choices(_WORDS, k=3))}"}}',
    "sensitivity": lambda dice: dice.choice(("public", "restricted")),
}
