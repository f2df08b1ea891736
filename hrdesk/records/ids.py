"""Ids and orders that two laptops without a network agree on."""

import os
import unicodedata
from datetime import datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def new_id(now: datetime, after: str = "") -> str:
    """Give a ULID in small letters: 48 bits of milliseconds, 80 random bits.

    One that would not sort after ``after`` follows it by a random step instead of by one, which the ULID
    specification has for ids made within a millisecond: two laptops that both know ``after`` must not make the same.
    """
    made = _letters(int(now.timestamp() * 1000) << 80 | int.from_bytes(os.urandom(10), "big"))
    if made > after:
        return made
    number = 0
    for sign in after:
        number = number << 5 | _CROCKFORD.index(sign)
    return _letters(number + 1 + int.from_bytes(os.urandom(8), "big"))


def _letters(number: int) -> str:
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))


def joined_id(*parts: str) -> str:
    """Give the id of what joins ``parts`` (a link, a wording, a use of a tag): the same on every desk."""
    import uuid  # needed by few, and slow to load

    return str(uuid.uuid5(_space(), "\x1f".join(unicodedata.normalize("NFC", part) for part in parts)))


@cache
def _space() -> "UUID":
    from uuid import UUID

    return UUID("5b0f3f0e-6a0e-5c8f-9d55-68726465736b")


@lru_cache(maxsize=1024)  # the same few tags are typed all day
def tag_id(scheme: str, name: str) -> str:
    """Give the id of a tag from its scheme and its name without regard to case and spaces."""
    return joined_id("tag", scheme, " ".join(name.casefold().split()))


def between(before: str | None, after: str | None) -> str:
    """Give an order key that sorts after ``before`` and before ``after`` (a fractional index; ties go by id).

    Keys are digits and small letters and never end in "0", so that there is always room in front of one.
    ValueError when ``before`` does not sort before ``after``.
    """
    low, high = before or "", after
    if high is not None and low >= high:
        raise ValueError(f"no order key fits between {low!r} and {high!r}")
    made = ""
    while True:
        place = len(made)
        start = _DIGITS.find(low[place]) if place < len(low) else 0
        bounded = high is not None and high[:place] == made
        stop = _DIGITS.find(high[place]) if bounded and high is not None and place < len(high) else len(_DIGITS)
        if stop - start > 1:
            # Far from the end when only appending, so that a list that grows at its end keeps short keys.
            step = (stop - start) // 2 if high is not None else 1
            return made + _DIGITS[start + max(step, 1)]
        made += _DIGITS[start]


def positions(count: int) -> list[str]:
    """Give ``count`` order keys of one length with room between them."""
    width, room = 2, len(_DIGITS) ** 2
    while room < (count + 1) * 2:
        width, room = width + 1, room * len(_DIGITS)
    step = room // (count + 1)
    return [_key(step * (index + 1), width) for index in range(count)]


def _key(number: int, width: int) -> str:
    signs = ""
    for _ in range(width):
        number, digit = divmod(number, len(_DIGITS))
        signs = _DIGITS[digit] + signs
    return signs.rstrip("0") or "1"
