"""The command about trust: who wrote into a desk, with six words for each key, and what a person decides about them."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from hrdesk.cli.answers import Action, answer
from hrdesk.cli.unlocking import profile, reading, writing
from hrdesk.exchange import acquaintance
from hrdesk.exchange.acquaintance import Acquaintance, acquaintances
from hrdesk.exchange.trust import LEVELS
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import visible


def decide(chosen: Namespace) -> Any:
    """List the devices, or keep what was decided about one and show it."""
    if not _decides(chosen):
        with reading(chosen) as reader:
            found = acquaintances(reader, profile())
        if chosen.device:
            found = [one for one in found if one.author.device == chosen.device.partition(".")[0]]
        return _answer(chosen, found)
    if chosen.device is None or chosen.revoke == (chosen.after is None):
        chosen.usage_error("DEVICE is needed, and --after with --revoke alone")
    with writing(chosen) as desk:
        if chosen.words is not None:
            author = acquaintance.compare(desk, chosen.device, chosen.words)
        elif chosen.revoke:
            author = acquaintance.revoke(desk, chosen.device, chosen.after)
        else:
            author = (acquaintance.keep_out if chosen.keep_out else acquaintance.let_in)(desk, chosen.device)
        with desk.reader() as reader:
            return _answer(
                chosen, [one for one in acquaintances(reader, profile()) if one.author.device == author.device]
            )


def _decides(chosen: Namespace) -> bool:
    return chosen.words is not None or chosen.keep_out or chosen.let_in or chosen.revoke or chosen.after is not None


def _answer(chosen: Namespace, found: list[Acquaintance]) -> Any:
    if not chosen.json:
        return "\n".join(line for one in found for line in _in_words(one)) or _("There is nothing yet.")
    devices = [
        {
            "device": one.author.device,
            "name": one.author.name,
            "role": one.author.role,
            "level": one.author.level,
            "words": one.author.words,
            "changes": one.changes,
            "sealed": one.sealed,
            "incarnations": one.incarnations,
            "latest": one.latest,
            "forked": one.is_forked,
            "until": one.until,
        }
        for one in found
    ]
    return answer("trust", devices=devices)


def _in_words(one: Acquaintance) -> list[str]:
    author = one.author
    lines = [f"{author.device}  {visible(author.name)}  ({_(LEVELS[author.level])})".replace("  (", " (")]
    if author.words:
        lines.append(f"    {author.words}")
    count = plural_("{number} change", "{number} changes", one.changes)
    if one.changes:
        lines.append(f"    {count} · {one.latest}")
    if one.changes > one.sealed:
        without = plural_("{number} change", "{number} changes", one.changes - one.sealed)
        lines.append("    " + _("{count} came without a seal: who wrote that cannot be proved.", count=without))
    if one.is_forked:
        lines.append("    " + _("Two different changes bear one number: its key was at work in two places."))
    for name, number in (one.until or {}).items():
        lines.append("    " + _("{device}: nothing after number {number} comes in.", device=name, number=number))
    return lines


ACTIONS: dict[str, Action] = {"trust": decide}
