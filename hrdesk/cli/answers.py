"""The JSON answers of the command line: people script it, so their form is stable."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any

Action = Callable[[Namespace], Any]
"""What carries a command out: gives plain data for JSON, or words for a person."""

VERSION = 1
"""The version of every JSON answer; a field may be added without raising it, none is renamed or dropped."""


def answer(what: str, **fields: Any) -> dict[str, Any]:
    """Give an answer with its name and version first."""
    return {"format": f"hrdesk-{what}", "version": VERSION, **fields}
