"""What the chair decides: a limit, more time for a segment, a way to make it fit; and questions to panellists.

Each decision is a record with its time and its sentence, so that anyone can say afterwards why the list went as it did.
"""

from collections.abc import Callable
from datetime import UTC, timedelta
from typing import Any

from hrdesk.agenda.queries import next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.floor.listing import close_list
from hrdesk.floor.ordering import draw_lots
from hrdesk.floor.picture import Line, Picture
from hrdesk.floor.queries import picture, read_format
from hrdesk.floor.reckoning import counted, legs_of, limit_of, stage_of
from hrdesk.floor.recording import decide
from hrdesk.floor.rules.fit import Option
from hrdesk.floor.rules.limits import limits
from hrdesk.floor.rules.order import FIRST
from hrdesk.floor.rules.plan import droppable, shrunk
from hrdesk.floor.sentences import sentence
from hrdesk.language import N_
from hrdesk.records import Floor, FloorDecision, FloorRequest, FormatSegment, PanelQuestion, Person, Session
from hrdesk.records.floor import SPEAKER_CLASSES
from hrdesk.records.ids import joined_id
from hrdesk.records.moment import Moment
from hrdesk.store.pen import Pen

LONGEST = 24 * 60 * 60
"""Seconds beyond which a number is a slip of the hand."""


def set_limit(
    pen: Pen, session: str, seconds: int, speaker_class: str | None = None, text: str | None = None
) -> dict[str, str]:
    """Set how long each may speak who has not begun: of one class, or all from the floor."""
    _here(pen, session)
    _check_seconds(seconds)
    if speaker_class is not None and speaker_class not in SPEAKER_CLASSES:
        raise Refused(N_("There is no class of speakers “{name}”. Nothing was changed."), name=speaker_class)
    return {"decision": decide(pen, session, "limit", amount=seconds, speaker_class=speaker_class, text=text)}


def extend_segment(
    pen: Pen, session: str, minutes: int, segment: str | None = None, text: str | None = None
) -> dict[str, str]:
    """Give a segment some minutes more: the one that goes on, or the one named."""
    _here(pen, session)
    if not 0 < minutes * 60 <= LONGEST:
        raise Refused(N_("An extension takes at least one minute and at most a day. Nothing was changed."))
    shown = picture(pen.read, session, pen.moment())
    if segment is None and shown.running is None:
        raise Refused(N_("No segment goes on. Nothing was changed; please begin one first."))
    wanted = segment or (shown.running.segment.id if shown.running else "")
    found = next((one for one in shown.stretches if one.segment.id == wanted), None)
    if found is None:
        raise Refused(N_("The format has no segment “{id}”. Nothing was changed."), id=wanted)
    if found.clock.seconds is None:
        raise Refused(N_("This segment has no time set, so there is none to extend. Nothing was changed."))
    made = decide(pen, session, "extend_segment", segment=wanted, amount=minutes * 60, text=text)
    return {"decision": made}


def pick_option(
    pen: Pen,
    session: str,
    kind: str,
    seconds: int | None = None,
    number: int | None = None,
    text: str | None = None,
) -> dict[str, str]:
    """Do what an option of “does it fit?” says and record it with its sentence, in English where none is given.

    An option that is offered no longer is refused; a limit always holds, as the chair has said it aloud.
    """
    held = _here(pen, session)
    do = DOINGS.get(kind)
    if do is None:
        raise Refused(N_("There is no option “{kind}”. Nothing was changed."), kind=kind)
    now = pen.moment()
    shown = picture(pen.read, session, now)
    option = _option(shown, now, kind, seconds)
    if option is None:
        raise Refused(N_("This option is not offered any more. Nothing was changed; please look at the options again."))
    said = sentence(option, now, held.time_zone).english if text is None else text
    return {"decision": do(pen, shown, now, option, number, said)}


def ask_panellist(pen: Pen, session: str, panellist: str, text: str, request: str | None = None) -> dict[str, str]:
    """Note a question to a panellist for the time of replies; asked by who has the floor, unless another is named."""
    _here(pen, session)
    if not text.strip():
        raise Refused(N_("There is no question to keep. Nothing was changed."))
    if pen.read.get(Person, panellist) is None:
        raise Refused(
            N_("There is no panellist “{id}” here. The text stays in the line; please choose again."), id=panellist
        )
    asked = pen.read.get(FloorRequest, request)
    if request and (asked is None or asked.session != session):
        raise Refused(N_("There is no request “{id}” in this session. Nothing was changed."), id=request)
    if asked is None:
        current = picture(pen.read, session, pen.moment()).current
        request = current.intervention.request if current else None
    made = pen.create(
        PanelQuestion,
        session=session,
        request=request,
        panellist=panellist,
        text=text.strip(),
        answered=False,
        position=next_position(pen.read, PanelQuestion),
    )
    return {"id": made}


def answer_question(pen: Pen, question: str, answered: bool = True) -> dict[str, str]:
    """Say that a question was answered, or that it was not."""
    pen.change(PanelQuestion, question, answered=answered)
    return {"id": question}


def _here(pen: Pen, session: str) -> Session:
    held = pen.read.get(Session, session)
    if held is None:
        raise Refused(N_("There is no session “{id}” here. Nothing was changed; please choose a session."), id=session)
    return held


def _check_seconds(seconds: int) -> None:
    if not 0 < seconds <= LONGEST:
        raise Refused(N_("A limit takes at least one second and at most a day. Nothing was changed."))


def _option(shown: Picture, now: Moment, kind: str, seconds: int | None) -> Option | None:
    """Give the option that is meant, as it stands now; a limit need not be among those that are offered."""
    if kind == "limit":
        if seconds is None:
            return None
        _check_seconds(seconds)
        return limit_of(shown, now, seconds) or Option("limit", 0, 0, seconds)
    return next((one for one in (shown.fit.options if shown.fit else ()) if one.kind == kind), None)


def _go_on(pen: Pen, shown: Picture, _now: Moment, _option: Option, _number: int | None, text: str) -> str:
    return decide(pen, shown.session.id, "other", text=text)


def _limit(pen: Pen, shown: Picture, _now: Moment, option: Option, _number: int | None, text: str) -> str:
    """Cut to a limit: nobody who has less already gets more by it."""
    seconds = option.seconds or LONGEST
    stage = stage_of(shown.stretches)
    form = read_format(pen.read, shown.format.id if shown.format else None)
    held = limits(form.classes, stage.segment.id if stage else None, shown.decisions)
    from_floor = [name for name in SPEAKER_CLASSES if name != "panellist"]
    longer = [name for name in from_floor if (held.of(name) or LONGEST) > seconds]
    if len(longer) == len(from_floor):
        return decide(pen, shown.session.id, "limit", amount=seconds, text=text)
    made = [
        decide(pen, shown.session.id, "limit", amount=seconds, speaker_class=name, text=None if place else text)
        for place, name in enumerate(longer)
    ]
    if not made:
        raise Refused(N_("Everybody has that limit or a shorter one already. Nothing was changed."))
    return made[0]


def _draw(pen: Pen, shown: Picture, _now: Moment, option: Option, number: int | None, text: str) -> str:
    """Draw among those who take part, so many that all who then speak are the number of the option."""
    asked = (number or option.fit) - sum(not _is_drawn(line) for line in counted(shown))
    if asked < 1:
        raise Refused(N_("Those who go first take all the time that is left. Nothing was changed."))
    return _worded(pen, draw_lots(pen, shown.session.id, number=asked), text)


def _is_drawn(line: Line) -> bool:
    """Tell whether somebody takes part in a draw: neither announced, nor first by class, nor behind a State."""
    request = line.speaker.request
    follows = any(reason.word == "after_state" for reason in line.reasons)
    return not (request.announced or request.speaker_class in FIRST or follows)


def _close(pen: Pen, shown: Picture, _now: Moment, _option: Option, _number: int | None, text: str) -> str:
    return _worded(pen, close_list(pen, shown.session.id), text)


def _shrink(pen: Pen, shown: Picture, now: Moment, option: Option, _number: int | None, text: str) -> str:
    """Shorten what is ahead so that it ends at the hard end."""
    wanted = shrunk(legs_of(shown.stretches, now), option.ends)
    made = [
        decide(pen, shown.session.id, "shrink", segment=segment, amount=seconds, text=None if place else text)
        for place, (segment, seconds) in enumerate(wanted.items())
    ]
    return made[0]


def _shift(pen: Pen, shown: Picture, _now: Moment, option: Option, _number: int | None, text: str) -> str:
    """Let the session end later: the hard end itself moves."""
    assert shown.hard_end is not None  # else it would not be offered
    seconds = -(-option.over // 1000)
    if seconds > LONGEST:
        raise Refused(N_("An extension takes at least one minute and at most a day. Nothing was changed."))
    later = (shown.hard_end.astimezone(UTC) + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")
    session = shown.session.id
    pen.create(Floor, joined_id("floor", session), session=session, hard_end=later)
    return decide(pen, session, "shift", amount=seconds, text=text)


def _drop(pen: Pen, shown: Picture, now: Moment, _option: Option, _number: int | None, text: str) -> str:
    """Drop the last round; who was put down for it waits in the one before."""
    dropped = droppable(legs_of(shown.stretches, now))
    assert dropped is not None  # else it would not be offered
    segment = pen.read.get(FormatSegment, dropped.id)
    for line in shown.waiting:
        request = line.speaker.request
        if segment is not None and segment.number and request.number == segment.number:
            pen.change(FloorRequest, request.id, number=shown.round)
    return decide(pen, shown.session.id, "drop_round", segment=dropped.id, text=text)


def _worded(pen: Pen, made: dict[str, Any], text: str) -> str:
    """Put the sentence of the option to the decision that the list recorded."""
    decision = str(made["id"])
    if text:
        pen.change(FloorDecision, decision, text=text)
    return decision


Doing = Callable[[Pen, Picture, Moment, Option, int | None, str], str]

DOINGS: dict[str, Doing] = {
    "as_it_is": _go_on,
    "limit": _limit,
    "draw": _draw,
    "close_list": _close,
    "shrink": _shrink,
    "shift": _shift,
    "drop_round": _drop,
}

COMMANDS = (
    Command("set-limit", N_("Set the speaking time"), set_limit),
    Command("extend-segment", N_("Extend the segment"), extend_segment),
    Command("pick-option", N_("Decide how to go on"), pick_option),
    Command("ask-panellist", N_("Note a question to a panellist"), ask_panellist),
    Command("answer-question", N_("Mark the question as answered"), answer_question),
)
