"""What bundles would bring, for ``merge --preview``: looked at together, changing nothing."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from hrdesk.cli.answers import answer
from hrdesk.cli.unlocking import profile, reading
from hrdesk.errors import sentence_of
from hrdesk.exchange.preview import Preview, preview, read_all
from hrdesk.exchange.rollcall import STATES
from hrdesk.exchange.trust import LEVELS
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import visible
from hrdesk.records import KINDS
from hrdesk.store.age import Opener


def look(chosen: Namespace, opener: Opener) -> Any:
    """Look at the bundles; those that cannot be read are named, and the others looked at all the same."""
    good, bad = read_all(chosen.bundles, opener)
    with reading(chosen) as reader:
        seen = preview(good, reader, profile(), bad=bad)
    return answer("merge-preview", **_in_data(seen)) if chosen.json else "\n".join(_in_words(seen))


def _in_data(seen: Preview) -> dict[str, Any]:
    return {
        "files": [
            {
                "file": str(one.path),
                "sender": one.sender.device,
                "created": one.created,
                "new": one.new,
                "known": one.known,
                "merged_at": one.merged_at or None,
                "same_as": str(one.same_as) if one.same_as else None,
            }
            for one in seen.files
        ],
        "bad": [{"file": str(one.path), "reason": sentence_of(one.refusal, _)} for one in seen.bad],
        "authors": [
            {
                "device": one.author.device,
                "name": one.author.name,
                "level": one.author.level,
                "words": one.author.words,
                "sealed": one.sealed,
                "unsealed": one.unsealed,
                "refused": one.refused,
                "forked": one.is_forked,
            }
            for one in seen.authors
        ],
        "new": seen.new,
        "touched": seen.touched,
        "deleted": seen.deleted,
        "meetings": [{"kind": one.kind, "record": one.record, "field": one.field} for one in seen.meetings],
        "meeting_count": seen.meeting_count,
        "withdrawals": [
            {"item": one.item, "lines": one.lines, "by": one.by.device, "held": one.is_held} for one in seen.withdrawals
        ],
        "roll_call": [
            {
                "device": one.device,
                "name": one.name,
                "expected": one.expected,
                "state": one.state,
                "latest": one.latest or None,
                "changes": one.changes,
                "arriving": one.arriving,
                "missing": one.missing,
            }
            for one in seen.roll_call.desks
        ],
    }


def _in_words(seen: Preview) -> list[str]:
    lines = [_("{file}: {new} new, {known} known", file=one.path, new=one.new, known=one.known) for one in seen.files]
    lines += [sentence_of(one.refusal, _) for one in seen.bad]
    lines += [_("{kind}: {number}", kind=_(KINDS[kind].label), number=count) for kind, count in seen.new.items()]
    if seen.deleted:
        lines.append(
            plural_("⚠ {number} record of ours was deleted.", "⚠ {number} records of ours were deleted.", seen.deleted)
        )
    for one in seen.authors:
        named = visible(one.author.name) or one.author.device
        lines.append(f"{named} ({_(LEVELS[one.author.level])}) {one.author.words}".rstrip())
    if seen.meeting_count:
        lines.append(
            plural_(
                "{number} field would become contested.", "{number} fields would become contested.", seen.meeting_count
            )
        )
    for withdrawn in seen.withdrawals:
        count = plural_("{number} change", "{number} changes", withdrawn.lines)
        title = visible(withdrawn.title)
        if withdrawn.is_held:
            lines.append(
                _("{count} would only be withdrawn with --accept-withdrawals, of: {title}", count=count, title=title)
            )
        else:
            lines.append(_("{count} would be withdrawn here, of: {title}", count=count, title=title))
    for desk in seen.roll_call.desks:
        lines.append(f"{visible(desk.name) or desk.device}: {_(STATES[desk.state])} {desk.latest}".rstrip())
    return lines
