"""A draft that came back in Word: what it proposes, and taking in what is chosen of it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from hrdesk.cli.answers import Action, answer
from hrdesk.cli.unlocking import reading, writing
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.recommendations.returned_changes import ReturnedChange, ReturnedDraft

ALL = "all"


def returned(chosen: Namespace) -> Any:
    """Say what a returned draft proposes; take in what is named by its number, or all of it."""
    from hrdesk.files.returned import read_returned
    from hrdesk.recommendations.returned import look

    file = read_returned(chosen.file)
    with reading(chosen) as reader:
        draft = look(reader, file)
    wanted = _wanted(chosen.take, draft.changes)
    taken: list[str] = []
    if wanted:
        from hrdesk.work import COMMANDS

        with writing(chosen) as desk:
            told = [one.told(draft.origin) for one in wanted]
            taken = desk.run(COMMANDS["take-returned-draft"], changes=told)["ids"]
    if not chosen.json:
        return "\n".join(_in_words(draft, len(taken)))
    return answer(
        "returned",
        file=str(chosen.file),
        draft_version=draft.version,
        missing=draft.missing,
        changes=[_in_data(number, one, draft.origin) for number, one in enumerate(draft.changes, 1)],
        asides=[{"author": one.author, "text": one.text, "why": one.why} for one in draft.asides],
        taken=taken,
    )


def _wanted(numbers: Sequence[str] | None, changes: Sequence[ReturnedChange]) -> list[ReturnedChange]:
    """Give the changes that were asked for by number; of all, those that are not here yet."""
    if not numbers:
        return []
    if ALL in numbers:
        return [one for one in changes if not one.is_taken_in]
    known = {str(number): one for number, one in enumerate(changes, 1)}
    for number in numbers:
        if number not in known:
            raise Refused(N_("There is no proposal {number} in this draft. Nothing was taken in."), number=number)
    return [known[number] for number in dict.fromkeys(numbers)]


def _in_data(number: int, one: ReturnedChange, origin: str) -> dict[str, Any]:
    return {
        "number": number,
        "id": one.id,
        **one.told(origin),
        "outdated": one.is_outdated,
        "taken_in": one.is_taken_in,
        "found_by_words": one.is_found_by_words,
        "stands_on": list(one.stands_on),
    }


def _in_words(draft: ReturnedDraft, taken: int) -> list[str]:
    lines = [plural_("{number} proposal", "{number} proposals", len(draft.changes))]
    for number, one in enumerate(draft.changes, 1):
        place = _("new recommendation") if one.kind == "new" else str(one.number)
        lines.append(
            _(
                "{number}: to {place}, by {author}: {text}",
                number=number,
                place=place,
                author=visible(one.author) or "?",
                text=visible(one.text) or "∅",
            )
        )
    lines += [_("not taken in: {text}", text=visible(one.text)) for one in draft.asides]
    if draft.missing:
        lines.append(
            plural_(
                "⚠ {number} text under negotiation is nowhere in the file.",
                "⚠ {number} texts under negotiation are nowhere in the file.",
                draft.missing,
            )
        )
    if taken:
        lines.append(plural_("{number} proposal was taken in.", "{number} proposals were taken in.", taken))
    return lines


ACTIONS: dict[str, Action] = {"returned": returned}
"""What this module carries out."""
