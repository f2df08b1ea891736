"""Where sentences end in the six languages: roughly, for texts that are compared sentence by sentence.

An end that is missed only makes a sentence longer, and two people then meet in it sooner; a person sees either.
"""

import re
from dataclasses import dataclass

ABBREVIATIONS = frozenset(
    "mr mrs ms mme mlle dr prof hon st mt no nos para paras par art arts vol rev add cf vs approx max min etc fig"
    " pp ed eds res sr sra srta núm núms pág págs párr párrs ej ee uu nº al chap"
    " т п пп ст гг г гл др см стр проф им ул д к р тыс млн млрд напр"
    " د أ م ص ق".split()
)
"""Words of the six languages after which a full stop ends no sentence, in small letters and without it."""

_END = re.compile(
    r"""
    (?P<western>[.!?…؟۔]+ [\"'”’»)\]]*) (?P<blank>\s+ | \Z)   # a blank or the end must follow
    | (?P<eastern>[。！？]+ [”’」』）》\"')\]]*) (?P<after>\s*)     # Chinese leaves no blank
    | (?P<line>\s* \n \s*)                                     # a new line ends whatever stood before
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s.(\[«“\"'’]*\Z")


@dataclass(frozen=True)
class Sentence:
    """A sentence without the blanks around it, and the blanks that part it from the next one."""

    text: str
    blank: str


def sentences(text: str) -> list[Sentence]:
    """Split ``text``; put together again, sentences and blanks are the text itself."""
    found, start = [], 0
    for end in _END.finditer(text):
        if end["western"] is not None and _goes_on(text, start, end):
            continue
        blank = end["line"] if end["line"] is not None else end["blank"] or end["after"] or ""
        found.append(Sentence(text[start : end.end() - len(blank)], blank))
        start = end.end()
    if start < len(text):
        rest = text[start:].rstrip()
        found.append(Sentence(rest, text[start + len(rest) :]))
    return found


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Tell whether a sign that could end a sentence stands inside one: an abbreviation, an initial, a small letter."""
    follows = text[end.end() : end.end() + 1]
    if "\n" in end["blank"] or not follows:
        return False
    if follows.islower():
        return True
    if end["western"] != ".":
        return False
    last = _LAST_WORD.search(text, start, end.start())
    word = last[0].casefold() if last else ""
    is_initial = len(word) == 1 and word.isalpha() and text[end.start() - 1].isupper()
    is_number_of_list = word.isdigit() and text[start : end.start()].strip() == last[0] if last else False
    return word in ABBREVIATIONS or is_initial or is_number_of_list
