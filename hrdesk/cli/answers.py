"""The JSON answers of the command line: people script it, so their form is stable."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hrdesk.outcome.export import Exported

Action = Callable[[Namespace], Any]
"""What carries a command out: gives plain data for JSON, or words for a person."""

VERSION = 1
"""The version of every JSON answer; a field may be added without raising it, none is renamed or dropped."""


def answer(what: str, **fields: Any) -> dict[str, Any]:
    """Give an answer with its name and version first."""
    return {"format": f"hrdesk-{what}", "version": VERSION, **fields}


def written(what: str, exported: "Exported", **fields: Any) -> dict[str, Any]:
    """Give the answer of what wrote a document or a paper."""
    return answer(
        what,
        **fields,
        file=str(exported.path),
        language=exported.language,
        pages=exported.pages,
        report=asdict(exported.report),
        missing_characters=exported.missing,
    )
