"""The command that takes material from outside in as notes: a file, a session, and a class for all of it."""

from __future__ import annotations

from argparse import Namespace
from datetime import tzinfo
from typing import TYPE_CHECKING, Any

from hrdesk.cli.answers import Action, answer
from hrdesk.cli.unlocking import reading, writing
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.interface import plural_
from hrdesk.language.isolation import visible

if TYPE_CHECKING:
    from hrdesk.notes.outside_preview import Preview
    from hrdesk.notes.rules.outside import Clock
    from hrdesk.store.reading import Reader


def take_in(chosen: Namespace) -> Any:
    """Take a file in as notes of a session, or only show what was understood."""
    if chosen.preview:
        with reading(chosen) as reader:
            found, rows = _understood(reader, chosen)
        left_out = len(found.rows) - len(rows)
        shown = answer("take-material", **_told(chosen, found), rows=rows, left_out=left_out)
        return shown if chosen.json else _in_words(rows, left_out)
    from hrdesk.work import COMMANDS

    with writing(chosen) as desk:
        with desk.reading() as reader:
            found, rows = _understood(reader, chosen)
        made = desk.run(
            COMMANDS["take-material"],
            session=chosen.session,
            source_kind=found.kind,
            file_hash=found.source.file_hash,
            rows=rows,
            title=chosen.title,
            sensitivity=chosen.sensitivity,
            again=chosen.again,
        )
    left_out = len(found.rows) - made["notes"]
    if chosen.json:
        told = _told(chosen, found)
        return answer("take-material", **told, source=made["id"], notes=made["notes"], left_out=left_out)
    lines = [plural_("{number} note was taken in.", "{number} notes were taken in.", made["notes"])]
    return "\n".join([*lines, *_left_out(left_out)])


def _told(chosen: Namespace, found: Preview) -> dict[str, Any]:
    return {
        "file_hash": found.source.file_hash,
        "source_kind": found.kind,
        "language": chosen.language or found.language,
    }


def _understood(reader: Reader, chosen: Namespace) -> tuple[Preview, list[dict[str, str | None]]]:
    """Give what was understood of the file, and the rows as the command takes them."""
    from hrdesk.notes.outside_preview import preview, preview_file
    from hrdesk.notes.rules.outside import STRICTEST, handed_over

    found = preview_file(reader, chosen.file)
    if chosen.kind and chosen.kind != found.kind:
        found = preview(found.source, found.known, chosen.kind)
    clock = _clock(reader, chosen.session, found)
    return found, handed_over(found.rows, chosen.sensitivity or STRICTEST, chosen.language or found.language, clock)


def _clock(reader: Reader, session: str, found: Preview) -> Clock:
    """Give by what times become instants: a recording began when the session did."""
    from hrdesk.notes.rules.outside import Clock
    from hrdesk.records import Consultation, Session

    held = reader.get(Session, session)
    if held is None:
        raise Refused(N_("There is no session “{id}” here. Nothing was changed; please choose a session."), id=session)
    day, _between, hour = (held.starts or "").partition("T")
    owner = reader.get(Consultation, held.consultation)
    zone = _zone(held.time_zone) or _zone(owner.time_zone if owner else None)
    parts = [int(one) for one in hour.split(":")[:2] if one.isdecimal()]
    begins = parts[0] * 3600 + parts[1] * 60 if len(parts) == 2 else None
    return Clock(day, zone, begins, found.is_timed_from_start)


def _zone(told: str | None) -> tzinfo | None:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(told) if told else None
    except (ValueError, OSError, KeyError):  # KeyError: a zone that no table knows
        return None


def _in_words(rows: list[dict[str, str | None]], left_out: int) -> str:
    lines = [
        "  ".join(visible(row[name] or "") for name in ("place", "speaker_label", "sensitivity", "text") if row[name])
        for row in rows
    ]
    return "\n".join([*lines, *_left_out(left_out)])


def _left_out(count: int) -> list[str]:
    """Say what is left out: private messages, and what nobody said."""
    if not count:
        return []
    return [
        plural_(
            "{number} private message or line of the program was left out.",
            "{number} private messages or lines of the program were left out.",
            count,
        )
    ]


ACTIONS: dict[str, Action] = {"take-material": take_in}
