"""What a session leaves behind: how its floor was shared, as a table, and the report on it."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from hrdesk.cli import words
from hrdesk.cli.answers import Action, answer
from hrdesk.cli.unlocking import profile, reading
from hrdesk.language.interface import current

if TYPE_CHECKING:
    from hrdesk.records.moment import Moment
    from hrdesk.store.reading import Reader


def floor_table(chosen: Namespace) -> Any:
    """Write how the floor of a session was shared as CSV."""
    from hrdesk.floor.tables import export_table

    language = chosen.language or current().language
    with reading(chosen) as reader:
        rows = export_table(reader, chosen.session, chosen.output, _moment(reader), language, for_desk=chosen.for_desk)
    told = answer(
        "floor-table",
        file=str(chosen.output),
        session=chosen.session,
        language=language,
        rows=rows,
        for_desk=chosen.for_desk,
    )
    return told if chosen.json else words.floor_table(told)


def session_report(chosen: Namespace) -> Any:
    """Write the report on a session as PDF."""
    from hrdesk.outcome.session_report import export_session_report

    with reading(chosen) as reader:
        exported = export_session_report(reader, chosen.session, chosen.language, chosen.output, _moment(reader))
    told = answer(
        "session-report",
        file=str(exported.path),
        session=chosen.session,
        language=exported.language,
        pages=exported.pages,
        report=asdict(exported.report),
        missing_characters=exported.missing,
    )
    return told if chosen.json else words.outcome(told)


def _moment(reader: Reader) -> Moment:
    """Give the present moment, by which a clock is read that still runs on this machine."""
    from hrdesk.desk import system_clock
    from hrdesk.store.machine_clock import moment_by

    return moment_by(system_clock, reader.desk, profile().device or "")


ACTIONS: dict[str, Action] = {"floor-table": floor_table, "session-report": session_report}
