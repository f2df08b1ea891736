"""Checks on a wording beside its source: numbers and document symbols that stand in one and not in the other.

They warn and never block: a translator may write "three" for 3, or have a reason that no rule knows.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from hrdesk.records.symbols import FULL, full_form

_NUMBER = re.compile(r"\d+(?:[.,/:\u066b\u066c]\d+|[ \u00a0\u202f]\d{3}(?!\d))*")
_GROUPS = re.compile(r"\d{1,3}(?:[., \u00a0\u202f\u066c]\d{3})+")
_CHINESE_MONTH = re.compile(r"(?<=年)\s*\d{1,2}\s*(?=月)|(?<!\d)\d{1,2}\s*(?=月\s*\d{1,2}\s*[日至—–-])")


@dataclass(frozen=True)
class Mismatch:
    """What stands in the source and not in the wording (``missing``), and the other way round (``extra``)."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra)


def mismatch(source: str, wording: str) -> Mismatch:
    """Compare the numbers and symbols of a source and its wording; the digits of all scripts are one."""
    there, here = _marks(source), _marks(wording)
    return Mismatch(tuple((there - here).elements()), tuple((here - there).elements()))


def _marks(text: str) -> Counter[str]:
    """Count numbers and symbols in one form; months that Chinese writes as figures are left out."""
    plain = "".join(_as_digit(character) for character in unicodedata.normalize("NFKC", text))
    found: Counter[str] = Counter()

    def take(match: re.Match[str]) -> str:
        symbol = full_form(match.group())
        if symbol:
            found[symbol] += 1
        return " " if symbol else match.group()

    rest = _CHINESE_MONTH.sub(" ", FULL.sub(take, plain))
    found.update(_number(match.group()) for match in _NUMBER.finditer(rest))
    return found


def _as_digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def _number(written: str) -> str:
    """Write 8,500 and 8 500 and 8.500 alike; a decimal comma is a point."""
    if _GROUPS.fullmatch(written):
        return re.sub(r"\D", "", written)
    return re.sub(r"[,\u066b\u066c]", ".", written)
