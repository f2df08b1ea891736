"""The commands around a stick: swap with what lies on it, and leave nothing on this machine once staff has it all."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from hrdesk.cli.answers import Action, answer
from hrdesk.cli.unlocking import profile, reading, writing
from hrdesk.errors import sentence_of
from hrdesk.exchange.bundle import read_have
from hrdesk.exchange.receipt import Receipt, check_receipt, leave_nothing
from hrdesk.exchange.stick import swap as swap_with
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import visible
from hrdesk.settings import Settings


def swap(chosen: Namespace) -> Any:
    """Swap with a stick and say what happened."""
    with writing(chosen) as desk:
        done = swap_with(desk, chosen.folder, keep_out=chosen.keep_out, withdrawals=chosen.accept_withdrawals)
    if not chosen.json:
        return "\n".join(visible(_(message, **fields)) for message, fields in done.sentences)
    return answer(
        "swap",
        file=str(done.written.path),
        changes=done.written.changes,
        encrypted=done.written.is_encrypted,
        new=done.taken.new,
        left_out=done.taken.left_out,
        removed=done.taken.removed,
        held=done.taken.held,
        contested=done.taken.contested,
        unknown=[{"device": one.device, "name": one.name, "words": one.words} for one in done.taken.strangers],
        elsewhere=[str(path) for path in done.elsewhere],
        bad=[{"file": str(one.path), "reason": sentence_of(one.refusal, _)} for one in done.bad],
    )


def leave(chosen: Namespace) -> Any:
    """Destroy a desk against staff's receipt, or only check the receipt."""
    have = read_have(chosen.receipt)
    if chosen.check:
        with reading(chosen) as reader:
            receipt = check_receipt(reader, profile(), have)
    else:
        with writing(chosen) as desk:
            receipt = leave_nothing(desk, have)
        _forget(chosen.desk)
    told = answer(
        "leave",
        desk=str(chosen.desk),
        destroyed=not chosen.check,
        staff=receipt.staff.device,
        at=receipt.at,
        held=receipt.held - receipt.lacking_count,
        lacking=receipt.lacking_count,
    )
    return told if chosen.json else _in_words(chosen, receipt)


def _forget(desk: Path) -> None:
    """Take a desk out of the recent ones that the window shows."""
    folder = profile().folder
    held = Settings.load(folder)
    if str(desk.resolve()) in held.recent:
        held.forget(desk)
        held.save(folder=folder)


def _in_words(chosen: Namespace, receipt: Receipt) -> str:
    if not chosen.check:
        return _("{desk} is destroyed. Staff has everything that was written on this device.", desk=str(chosen.desk))
    if receipt.is_complete:
        return _("Staff has everything that was written on this device.")
    return plural_(
        "Staff does not have {number} change of this device yet.",
        "Staff does not have {number} changes of this device yet.",
        receipt.lacking_count,
    )


ACTIONS: dict[str, Action] = {"swap": swap, "leave": leave}
