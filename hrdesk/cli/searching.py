"""The command that searches a desk by words, for the desk's own people or for what others may see."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from hrdesk.cli.answers import Action, answer
from hrdesk.cli.unlocking import reading
from hrdesk.language.interface import _
from hrdesk.records import KINDS
from hrdesk.store.finding import MOST, Found, find
from hrdesk.store.pen import noun_of

MARK = "*"
"""Stands before and after what was found: a terminal's colours do not survive being copied."""


def search_desk(chosen: Namespace) -> Any:
    """Find records by words; nothing found is an empty list and no refusal."""
    kinds = [noun_of(kind).kind for kind in chosen.kind] if chosen.kind else None
    words = " ".join(chosen.words)
    most = MOST if chosen.limit is None else chosen.limit
    with reading(chosen) as reader:
        found = find(reader, words, chosen.audience, kinds=kinds, limit=most)
    if not chosen.json:
        return "\n".join(_line(one) for one in found) or _("Nothing was found.")
    return answer("search", words=words, audience=chosen.audience, found=[asdict(one) for one in found])


def _line(one: Found) -> str:
    text = one.text
    for start, end in reversed(one.marks):
        text = f"{text[:start]}{MARK}{text[start:end]}{MARK}{text[end:]}"
    return f"{one.shows}  {_(KINDS[one.kind].label)}: {text}"


ACTIONS: dict[str, Action] = {"search": search_desk}
