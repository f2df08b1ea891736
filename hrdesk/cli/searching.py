"""The command that searches a desk by words, for the desk's own people or for what others may see."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.cli import unlocking
from hrdesk.language.interface import _
from hrdesk.records import KINDS
from hrdesk.records.classes import SENSITIVITY
from hrdesk.store.finding import MOST, Found, find
from hrdesk.store.pen import noun_of

if TYPE_CHECKING:
    from argparse import _SubParsersAction

VERSION = 1
"""The version of every JSON answer; a field may be added without raising it, none is renamed or dropped."""

MARK = "*"
"""Stands before and after what was found: a terminal's colours do not survive being copied."""


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Put the command into the parser."""
    search = commands.add_parser("search", help=_("find records by their words, in six languages"))
    search.add_argument("desk", type=Path)
    search.add_argument("words", nargs="+", metavar="WORDS")
    search.add_argument("--kind", action="append", help=_("only records of this kind; may be given several times"))
    search.add_argument(
        "--audience",
        choices=SENSITIVITY,
        default=SENSITIVITY[-1],
        help=_("only what may be shown to others: public, or public and restricted"),
    )
    search.add_argument("--limit", type=int, default=MOST, metavar="NUMBER")
    search.add_argument("--json", action="store_true")
    unlocking.take_passphrase(search)
    search.set_defaults(action=search_desk)


def search_desk(chosen: Namespace) -> Any:
    """Find records by words; nothing found is an empty list and no refusal."""
    kinds = [noun_of(kind).kind for kind in chosen.kind] if chosen.kind else None
    words = " ".join(chosen.words)
    with unlocking.reading(chosen) as reader:
        found = find(reader, words, chosen.audience, kinds=kinds, limit=chosen.limit)
    if not chosen.json:
        return "\n".join(_line(one) for one in found) or _("Nothing was found.")
    return {
        "format": "hrdesk-search",
        "version": VERSION,
        "words": words,
        "audience": chosen.audience,
        "found": [asdict(one) for one in found],
    }


def _line(one: Found) -> str:
    text = one.text
    for start, end in reversed(one.marks):
        text = f"{text[:start]}{MARK}{text[start:end]}{MARK}{text[end:]}"
    return f"{one.shows}  {_(KINDS[one.kind].label)}: {text}"
