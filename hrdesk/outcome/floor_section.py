"""How the floor was shared, as a section of a report: sentences, tables with bars, and every intervention."""

from collections.abc import Sequence

from hrdesk.floor.picture import Picture
from hrdesk.floor.reckoning import balance_of, missed
from hrdesk.floor.rules.balance import TABLES as KEYS
from hrdesk.floor.rules.balance import Row
from hrdesk.floor.tables import SAY, TABLES, public_name, segment_name, word_of
from hrdesk.language import N_
from hrdesk.language.numbers import heading_number
from hrdesk.language.words import Words, words_for
from hrdesk.outcome.document import Block, Heading, Paragraph, Run, Table
from hrdesk.records.moment import Moment

SECTION, PART = 2, 3
"""The levels of its headings."""

WHO, SHARE, OTHER, SHORT, COUNT = 8, 8, 3, 4, 5
"""Shares of the measure: the first column, the one with the bars, and others as their heads need it."""

MINUTE, HOUR = 60, 3600


def floor_blocks(seen: Picture, now: Moment, language: str, number: int) -> list[Block]:
    """Give the section as number ``number`` of a report; nothing where nobody has spoken or was to speak."""
    balance = balance_of(seen, now)
    if not balance.interventions and not balance.missed:
        return []
    words = words_for(language)
    title = words.text(N_("How the floor was shared"))
    found: list[Block] = [Heading(SECTION, (Run(title, bold=True),), heading_number(SECTION, number, language))]
    found.append(Paragraph((Run(" ".join(_sentences(words, balance.interventions, balance.used, balance.missed))),)))
    parts = [(TABLES[name], _of_balance(words, balance.table(name))) for name in KEYS if balance.table(name)]
    parts += [(N_("Planned and used"), _plan(words, seen, now)), (N_("Interventions"), _turns(words, seen, now))]
    parts.append((N_("Not reached"), _missed(words, seen)))
    shown = [(name, table) for name, table in parts if table.rows]
    for place, (name, table) in enumerate(shown, 1):
        found.append(Heading(PART, (Run(words.text(name), bold=True),), heading_number(PART, place, language)))
        found.append(table)
    return found


def duration(seconds: int) -> str:
    """Write a length of time: 1:05, or 1:02:05 from an hour on."""
    if seconds < HOUR:
        return f"{seconds // MINUTE}:{seconds % MINUTE:02}"
    return f"{seconds // HOUR}:{seconds % HOUR // MINUTE:02}:{seconds % MINUTE:02}"


def _sentences(words: Words, interventions: int, used: int, not_reached: int) -> list[str]:
    told = [
        words.plural(
            "{number} intervention was made, of {time} in all.",
            "{number} interventions were made, of {time} in all.",
            interventions,
            time=duration(round(used / 1000)),
        )
    ]
    if not_reached:
        told.append(
            words.plural(
                "{number} speaker who had asked for the floor was not reached.",
                "{number} speakers who had asked for the floor were not reached.",
                not_reached,
            )
        )
    return told


def _of_balance(words: Words, rows: Sequence[Row]) -> Table:
    heads = (
        N_("Who"),
        N_("Speakers"),
        N_("Interventions"),
        N_("Not reached"),
        N_("Time taken"),
        N_("Share of the time"),
    )
    lines = [
        (
            word_of(words.text, row),
            str(row.speakers),
            str(row.interventions),
            str(row.missed),
            duration(round(row.used / 1000)),
            words.text(N_("{number}%"), number=round(row.share / 10)),
        )
        for row in rows
    ]
    return _table(words.text, heads, lines, (WHO, SHORT, COUNT, COUNT, OTHER, SHARE), tuple(row.share for row in rows))


def _plan(words: Words, seen: Picture, now: Moment) -> Table:
    """Set what each segment took beside what was planned; the bar is the part of the plan that was used."""
    heads = (N_("Part of the session"), N_("Planned"), N_("Used"), N_("Of the plan"))
    lines, bars = [], []
    for one in seen.stretches:
        used = round(one.clock.read(now).used / 1000)
        planned = one.clock.seconds
        share = used * 1000 // planned if planned else 0
        percent = words.text(N_("{number}%"), number=round(share / 10)) if planned else ""
        name = segment_name(words.text, one.segment)
        lines.append((name, duration(planned) if planned else "", duration(used), percent))
        bars.append(share)
    return _table(words.text, heads, lines, (WHO, OTHER, OTHER, SHARE), tuple(bars))


def _turns(words: Words, seen: Picture, now: Moment) -> Table:
    """List who spoke, in the order of the calls, with the time allowed and used; the bar fills where all was used."""
    heads = (N_("Speaker"), N_("Round"), N_("Allowed"), N_("Used"), N_("Of the time allowed"))
    lines, bars = [], []
    for turn in (one for one in seen.turns if one.clock.marks):
        reading = turn.clock.read(now)
        allowed = reading.allowed
        share = reading.used * 1000 // allowed if allowed else 0
        lines.append(
            (
                public_name(words.text, turn.speaker),
                str(turn.speaker.request.number or ""),
                duration(round(allowed / 1000)) if allowed is not None else "",
                duration(round(reading.used / 1000)),
                words.text(N_("{number}%"), number=round(share / 10)) if allowed else "",
            )
        )
        bars.append(share)
    return _table(words.text, heads, lines, (WHO, OTHER, OTHER, OTHER, SHARE), tuple(bars))


def _missed(words: Words, seen: Picture) -> Table:
    heads = (N_("Speaker"), N_("Round"), N_("Written statement received"))
    yes, no = words.context("a written statement", "yes"), words.context("a written statement", "no")
    lines = [
        (public_name(words.text, line.speaker), str(line.speaker.request.number or ""), yes if is_written else no)
        for line in missed(seen)
        for is_written in (line.speaker.request.written,)
    ]
    return _table(words.text, heads, lines, (WHO, OTHER, SHARE))


def _table(
    say: SAY, heads: Sequence[str], lines: Sequence[Sequence[str]], widths: tuple[int, ...], bars: tuple[int, ...] = ()
) -> Table:
    header = tuple((Run(say(one)),) for one in heads)
    return Table(header, tuple(tuple((Run(cell),) for cell in line) for line in lines), widths, bars)
