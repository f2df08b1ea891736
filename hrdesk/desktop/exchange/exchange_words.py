"""Words that the parts of the exchange share: counts of records by kind, who and when."""

from collections.abc import Mapping
from datetime import datetime

from hrdesk.language.interface import _, context_, current, plural_
from hrdesk.language.isolation import isolate, visible


def counted(counts: Mapping[str, int]) -> str:
    """Say how many records of the kinds that people know, and how many others: "37 notes, 20 recommendations"."""
    told = [
        plural_("{number} note", "{number} notes", counts.get("note", 0)),
        plural_("{number} recommendation", "{number} recommendations", counts.get("recommendation", 0)),
        plural_("{number} paragraph", "{number} paragraphs", counts.get("paragraph", 0)),
        plural_("{number} translation", "{number} translations", counts.get("wording", 0)),
        plural_("{number} session", "{number} sessions", counts.get("session", 0)),
        plural_("{number} person or delegation", "{number} persons or delegations", counts.get("person", 0)),
    ]
    known = ("note", "recommendation", "paragraph", "wording", "session", "person")
    told = [words for kind, words in zip(known, told, strict=True) if counts.get(kind)]
    others = sum(count for kind, count in counts.items() if kind not in known)
    if others:
        told.append(
            plural_("{number} other record", "{number} other records", others)
            if told
            else plural_("{number} record", "{number} records", others)
        )
    return context_("between the parts of a list", ", ").join(told)


def moment(at: str) -> str:
    """Write an instant by the clock of this machine: 2026-11-20 14:03."""
    try:
        told = f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):  # at either end of the calendar another zone is beyond it
        told = at
    return isolate(told) if current().right_to_left else told


def who(seat: str, device: str) -> str:
    """Name a desk by its seat, else by the first letters of its device."""
    return visible(seat) or _("Desk {device}", device=device[:6])
