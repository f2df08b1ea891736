"""Exchange with other programs: codebooks and coded notes as REFI-QDA, recommendations as tables, out and in."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from hrdesk.cli.answers import Action, answer
from hrdesk.cli.unlocking import reading, writing
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.interface import _, current, plural_
from hrdesk.language.isolation import visible

if TYPE_CHECKING:
    from hrdesk.exchange.tools.coming import Coming


def export(chosen: Namespace) -> Any:
    """Write a codebook, coded notes or recommendations for another program."""
    from hrdesk.exchange.tools.export import export as write

    language = chosen.language or current().language
    with reading(chosen) as reader:
        done = write(reader, chosen.output, language, chosen.sensitivity)
    told = answer(
        "export",
        file=str(chosen.output),
        language=language,
        codes=done.codes,
        notes=done.notes,
        recommendations=done.recommendations,
        stayed=asdict(done.left),
    )
    return told if chosen.json else _exported(told)


def take(chosen: Namespace) -> Any:
    """Take a file of another program in, or only say what it would bring."""
    from hrdesk.exchange.tools.coming import command_of, foresee, read
    from hrdesk.work import COMMANDS

    found = read(chosen.source)
    if found.needs_session and not chosen.session:
        raise Refused(N_("Coded notes need a session to come into (--session). Nothing was changed."))
    if chosen.preview:
        with reading(chosen) as reader:
            coming = foresee(reader, found, chosen.session or "", chosen.scheme, has_reason=bool(chosen.reason))
        told = answer("import-preview", file=str(chosen.source), **coming.counts(), details=coming.details())
        return told if chosen.json else _foreseen(coming)
    name, arguments = command_of(
        found,
        session=chosen.session or "",
        sensitivity=chosen.sensitivity,
        language=chosen.language,
        scheme=chosen.scheme,
        reason=chosen.reason,
    )
    with writing(chosen) as desk:
        done = desk.run(COMMANDS[name], **arguments)
    told = answer("import", file=str(chosen.source), **done)
    return told if chosen.json else _taken(done)


def _exported(told: dict[str, Any]) -> str:
    lines = [_("{file} was written.", file=visible(told["file"]))]
    if told["codes"]:
        lines.append(plural_("{number} code", "{number} codes", told["codes"]))
    if told["notes"]:
        lines.append(plural_("{number} note", "{number} notes", told["notes"]))
    if told["recommendations"]:
        lines.append(plural_("{number} recommendation", "{number} recommendations", told["recommendations"]))
    if told["stayed"]["strict"]:
        lines.append(
            plural_(
                "{number} item stayed: it is stricter than what may leave.",
                "{number} items stayed: they are stricter than what may leave.",
                told["stayed"]["strict"],
            )
        )
    if told["stayed"]["named"]:
        lines.append(
            plural_(
                "{number} item stayed: the name of a protected person seems to stand in it.",
                "{number} items stayed: the names of protected persons seem to stand in them.",
                told["stayed"]["named"],
            )
        )
    return "\n".join(lines)


def _foreseen(coming: Coming) -> str:
    counts = [f"{name}: {number}" for name, number in coming.counts().items()]
    return "\n".join([*counts, *(f"  {visible(one)}" for one in coming.lines(_))])


def _taken(done: dict[str, Any]) -> str:
    found = ((name, len(held) if isinstance(held, list) else held) for name, held in done.items())
    return "\n".join(f"{name}: {number}" for name, number in found)


ACTIONS: dict[str, Action] = {"export": export, "import": take}
