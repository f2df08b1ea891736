"""Pictures of a floor made by hand: a State speaks, two are announced, ten more wait. Seconds count from ten o'clock."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from hrdesk.floor.picture import Clock, Line, Picture, Reason, Speaker, Stretch, Turn
from hrdesk.records import Floor, FloorDecision, FloorMark, FloorRequest, FormatSegment, Intervention, Session
from hrdesk.records.moment import Moment

BEGIN = datetime(2016, 6, 14, 10, 0, tzinfo=UTC)
BOOT = "one run"

SPOKEN_OF = {
    "en": ("Brazil", "Group of African States", "Ghana", "Session 2: Sharing of information"),
    "ar": ("البرازيل", "مجموعة الدول الأفريقية", "غانا", "الجلسة 2: تبادل المعلومات (A/HRC/34/23)"),
    "zh": ("巴西", "非洲国家组", "加纳", "第二次会议：各机制之间的信息交流"),
}
"""Who speaks, for whom, who is next, and the session, as they are called in the language of the room."""

_numbers = count(1)


def at(seconds: float, boot: str = BOOT) -> Moment:
    """Give the moment so many seconds after the begin."""
    return Moment(BEGIN + timedelta(seconds=seconds), boot, round(seconds * 1000))


def mark(kind: str, seconds: float, boot: str = BOOT, amount: int | None = None) -> FloorMark:
    """Make a mark of a clock."""
    when = at(seconds, boot)
    return FloorMark(
        id=f"{next(_numbers):026d}", mark=kind, at=when.at.isoformat(), boot=when.boot, ticks=when.ticks, amount=amount
    )


def speaker(request: str, delegation: str, *, behalf: str = "", speaker_class: str = "state", **fields: Any) -> Speaker:
    """Make a speaker whom the room may know."""
    asked = FloorRequest(id=request, session="s", speaker_class=speaker_class, **fields)
    own = f"{delegation}, as the desk knows it"
    return Speaker(asked, own, public=delegation, delegation=delegation, on_behalf_of=behalf)


def unnamed(who: Speaker) -> Speaker:
    """Make of a speaker one of whom the room may know the class alone."""
    return replace(who, public="", delegation="", on_behalf_of="")


def clock(*marks: FloorMark, seconds: int | None = 120) -> Clock:
    """Make a clock of two minutes that warns at thirty and at ten seconds."""
    return Clock(marks, seconds)


def turn(who: Speaker, of: Clock) -> Turn:
    """Make a turn at the microphone."""
    return Turn(Intervention(id=f"i-{who.request.id}", session="s", seconds=of.seconds), who, of)


def picture(language: str = "en", message: str = "", of: Clock | None = None) -> Picture:
    """Make the picture: a State speaks since a hundred seconds, two are announced, ten more wait."""
    delegation, group, following, title = SPOKEN_OF[language]
    speaks = turn(speaker("r1", delegation, behalf=group), of or clock(mark("start", 100)))
    floor = FormatSegment(id="g1", segment_kind="floor_round", minutes=45, number=1)
    second = FormatSegment(id="g2", segment_kind="floor_round", minutes=45, number=2)
    waiting = [
        Line(speaker("r2", following, announced="a"), 1, (Reason("announced"),), 120),
        Line(speaker("r3", group, announced="b", speaker_class="group"), 2, (Reason("announced"),), 120),
    ]
    waiting += [
        Line(speaker(f"r{number}", f"Body {number}", speaker_class="ngo"), number - 1, (), 120, fits=number < 10)
        for number in range(4, 14)
    ]
    return Picture(
        Session(id="s", title=title, sensitivity="public"),
        Floor(id="f", session="s", message=message),
        None,
        (Stretch(floor, Clock((mark("start", 0),), 45 * 60), "running"), Stretch(second, Clock((), 45 * 60))),
        waiting=tuple(waiting),
        current=speaks,
        done=(
            Line(speaker("r20", "Panama", state="spoke"), used=118_000),
            Line(speaker("r21", "Ghana", state="absent")),
        ),
        decisions=(
            FloorDecision(
                id="d1", session="s", decision="limit", amount=90, text="As we told A. Person.", at=BEGIN.isoformat()
            ),
            FloorDecision(
                id="d2",
                session="s",
                decision="swap",
                request="r2",
                other="r3",
                text="Both said yes.",
                at=BEGIN.isoformat(),
            ),
        ),
        language=language,
    )
