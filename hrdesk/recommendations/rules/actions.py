"""The actions that one text asks for, so that a long bullet can be split and its parts compared.

Texts are cut where their punctuation cuts them: sentences, semicolons, numbered or lettered parts, "and that". What
leads such a list ("It was recommended that:") stands before each of its parts. A person has the last word on it.
"""

import re

from hrdesk.language.sentences import sentences

_PARTS = re.compile(
    r"""
    \s*[;；؛]\s*                                            # a semicolon
    | (?:^|(?<=[\s:：،,]))[(（]?(?:[a-zа-яأ-ي]|[ivx]{1,4}|\d{1,2})[)）]\s*  # (a), a), (ii), 1)
    | ,?\s+and\ that\s+ | ,?\s+et\ que\s+ | ,?\s+y\ que\s+ | ,?\s+и\ чтобы\s+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LEAD = re.compile(r"^(?P<lead>[^:：]{3,160})[:：]\s*(?P<rest>.+)$", re.DOTALL)
_JOINING = re.compile(r"^(?:and|or|et|ou|y|e|o|и|или)\s+|^(?:و|以及|并)(?=\s)", re.IGNORECASE)
_SHORTEST = 3
"""Letters that a part must have; less is a number or a letter of a list."""


def actions(text: str) -> list[str]:
    """Give the parts of a text, each an action; a text with one action is its only part."""
    found = [part for one in sentences(text.strip()) for part in _parts(one.text)]
    return found or [text.strip()]


def _parts(sentence: str) -> list[str]:
    lead, rest = "", sentence.strip()
    led = _LEAD.match(rest)
    if led and len(_cut(led["rest"])) > 1:
        lead, rest = led["lead"].strip() + " ", led["rest"]
    return [lead + part for part in _cut(rest)]


def _cut(text: str) -> list[str]:
    parts = [_JOINING.sub("", part.strip(" ,،、\t\n")).strip() for part in _PARTS.split(text) if part]
    return [part for part in parts if len(part) >= _SHORTEST]
