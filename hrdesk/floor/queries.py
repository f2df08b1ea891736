"""What a person can see of the floor: the picture of one session, in a handful of questions to the desk."""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from hrdesk.errors import Refused
from hrdesk.floor import clocks, reckoning
from hrdesk.floor.clocks import Form
from hrdesk.floor.lines import Listing
from hrdesk.floor.picture import Line, Picture
from hrdesk.floor.rules import fit as fitting
from hrdesk.floor.rules import order as ordering
from hrdesk.floor.rules.clock import FIRST_YEAR, LAST_YEAR, in_order
from hrdesk.floor.rules.plan import replayed
from hrdesk.floor.rules.turns import standings
from hrdesk.floor.who import Company, class_and_attribution
from hrdesk.language import N_
from hrdesk.records import (
    Consultation,
    Delegation,
    Floor,
    FloorDecision,
    FloorMark,
    FloorRequest,
    FormatClass,
    FormatSegment,
    Intervention,
    PanelQuestion,
    Person,
    Record,
    Session,
    SessionFormat,
)
from hrdesk.records.ids import joined_id
from hrdesk.records.moment import Moment
from hrdesk.store.reading import Reader
from hrdesk.store.schema import GONE

R = TypeVar("R", bound=Record)

NAMED = "id IN (SELECT value FROM json_each(?))"

BEGAN = 12
"""A sitting's own end counts as hard end for so many hours before it: not for the rehearsal of the week before."""


def picture(reader: Reader, session: str, moment: Moment, language: str = "en", room: str | None = None) -> Picture:
    """Give the whole floor of a session as it stands at ``moment``, named for this desk in ``language``.

    ``room`` is the language of what everybody may read; without one it is that of the screen.
    """
    held = reader.get(Session, session)
    if held is None:
        raise Refused(N_("There is no session “{id}” here. Nothing was changed; please choose a session."), id=session)
    floor = reader.get(Floor, joined_id("floor", session))
    form = read_format(reader, floor.session_format if floor else None)
    decisions = tuple(replayed(of_session(reader, FloorDecision, session)))
    requests = {one.id: one for one in of_session(reader, FloorRequest, session)}
    marks = in_order(of_session(reader, FloorMark, session))
    stretches = clocks.stretches(form, marks, decisions)
    company = _company(reader, held, floor, requests.values(), language, room)
    speakers = {one.id: company.speaker(one) for one in requests.values()}
    states = {one.id: one.state for one in requests.values()}
    found = standings(of_session(reader, Intervention, session), marks, states)
    turns, going, ended = clocks.turns(found, speakers, form.made)
    used = {turn.intervention.id: turn.clock.read(moment).used for turn in turns if turn is not going}
    stage = reckoning.stage_of(stretches)
    seen = Picture(
        held,
        floor,
        form.made,
        stretches,
        current=going,
        last=ended,
        turns=turns,
        list_is_open=ordering.is_open(decisions),
        round=(stage.segment.number or 1) if stage else 1,
        decisions=decisions,
        questions=tuple(of_session(reader, PanelQuestion, session)),
        may_name=company.may_name,
        language=company.room,
        changeover=fitting.changeover(reckoning.gaps(turns), form.made.changeover if form.made else 0),
        assumed=fitting.assumed(list(used.values())),
        hard_end=hard_end(floor, held, moment),
    )
    listed = Listing(seen, form, requests, speakers, company, stage.segment.id if stage else None)
    seen = replace(
        seen,
        waiting=listed.waiting("floor"),
        replies=listed.waiting("panel_reply"),
        rights=listed.waiting("right_of_reply"),
        done=listed.done(used),
    )
    return _measured(seen, moment)


def hard_end(floor: Floor | None, session: Session, moment: Moment) -> datetime | None:
    """Give when all must be over: as was said for the floor, else when the sitting itself ends."""
    if floor is not None and floor.hard_end:
        return _instant(floor.hard_end, "UTC")
    ends = _instant(session.ends, session.time_zone)
    return ends if ends and timedelta(0) <= ends - moment.at <= timedelta(hours=BEGAN) else None


def read_format(reader: Reader, made: str | None) -> Form:
    """Read a format of the desk; an empty one where there is none."""
    held = reader.get(SessionFormat, made)
    if held is None:
        return Form()
    segments = reader.every(FormatSegment, session_format=held.id)
    return Form(held, tuple(segments), tuple(reader.every(FormatClass, session_format=held.id)))


def announced(reader: Reader, session: str) -> list[FloorRequest]:
    """Give the requests that were announced, in their sequence."""
    found = _quickly(reader, FloorRequest, "session = ? AND announced > ''", session)
    return sorted(found, key=lambda one: (one.announced or "", one.position or "", one.id))


def company_of(reader: Reader, requests: Iterable[FloorRequest]) -> Company:
    """Give those who ask for the floor, without the names that others gave them."""
    told = list(requests)
    people = _named(reader, Person, {one.person for one in told if one.person})
    sent = {one.delegation for one in told} | {one.delegation for one in people.values()}
    return Company(people, _named(reader, Delegation, sent - {None}))


def _measured(seen: Picture, moment: Moment) -> Picture:
    """Put the time that is left beside the list: who still fits.

    Of who waits for a time of which nothing is known yet nothing is said.
    """
    fit = reckoning.fit_of(seen, moment)
    if fit is None:
        return seen
    free = fit.options[0].fit
    waiting = []
    for line in seen.waiting:
        is_counted = reckoning.is_counted(line, seen.round)
        fits = free > 0 if is_counted else all(reason.word != "not_drawn" for reason in line.reasons)
        free -= is_counted
        waiting.append(line if fits else _beyond(line))
    return replace(seen, fit=fit, waiting=tuple(waiting))


def _beyond(line: Line) -> Line:
    """Give a line of who does not fit; by ``replace`` the hundreds of a long list take four times as long."""
    return Line(
        line.speaker, line.place, line.reasons, line.seconds, fits=False, is_proposed=line.is_proposed, twice=line.twice
    )


def _company(
    reader: Reader,
    session: Session,
    floor: Floor | None,
    requests: Iterable[FloorRequest],
    language: str,
    room: str | None,
) -> Company:
    consultation = reader.was(Consultation, session.consultation)
    sensitivity, attributions = class_and_attribution(session, consultation)
    room = room or (floor.language if floor else None) or (consultation.language if consultation else None) or "en"
    asking = company_of(reader, requests)
    rows = reader.each(
        f"SELECT item, item_field, language, text FROM wording WHERE {NAMED.replace('id', 'item', 1)}"
        f" AND language IN (?, ?) AND text IS NOT NULL AND _state <> {GONE}",
        json.dumps([*asking.people, *asking.delegations]),
        language,
        room,
    )
    wordings = {(item, field, spoken): text for item, field, spoken, text in rows}
    return Company(asking.people, asking.delegations, wordings, language, room, sensitivity, attributions)


def _named(reader: Reader, noun: type[R], ids: Collection[str | None]) -> dict[str, R]:
    return {one.id: one for one in _quickly(reader, noun, NAMED, json.dumps(list(ids)))}


def of_session(reader: Reader, noun: type[R], session: str) -> list[R]:
    """Give the records of a session in their order, as ``Reader.every`` does."""
    return _quickly(reader, noun, "session = ?", session)


def _quickly(reader: Reader, noun: type[R], condition: str, *values: str) -> list[R]:
    """Read records by the hundred: of a protected person only what stands open, which is all that is asked here.

    A record is filled as a whole, because this is asked after each key: with a call for each it took thrice as long.
    """
    names = ("id", *noun.field_names())
    yes_no = [info.name for info in noun.declared if info.type == "yes_no"]
    order = '"position", id' if "position" in names else "id"
    columns = ", ".join(f'"{name}"' for name in names)
    rows = reader.each(
        f'SELECT {columns} FROM "{noun.kind}" WHERE ({condition}) AND _state <> {GONE} ORDER BY {order}', *values
    )
    found = []
    for row in rows:
        made = noun.__new__(noun)
        held = made.__dict__
        held.update(zip(names, row, strict=True))
        for name in yes_no:
            if held[name] is not None:
                held[name] = bool(held[name])
        found.append(made)
    return found


def _instant(told: str | None, zone: str | None) -> datetime | None:
    """Read a time: one with its own zone, or one local to ``zone``; None for what is neither."""
    try:
        at = datetime.fromisoformat(told or "")
    except ValueError:
        return None
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        return None
    if at.tzinfo is not None or not zone:
        return at if at.tzinfo else None
    if zone == "UTC":
        return at.replace(tzinfo=UTC)
    from zoneinfo import ZoneInfo

    try:
        return at.replace(tzinfo=ZoneInfo(zone))
    except (ValueError, OSError, KeyError):  # KeyError: a zone that no table knows
        return None
