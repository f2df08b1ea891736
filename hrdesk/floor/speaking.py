"""Who speaks in an intervention, and who spoke when: what the floor tells the rooms in which notes are taken.

A protected person is told by id alone; whoever shows one shows the pseudonym.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hrdesk.floor.rules.clock import in_order, moment_of
from hrdesk.records import Delegation, FloorMark, FloorRequest, Intervention, Person
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Spoken:
    """An intervention and who makes it: a person by id, or else a delegation or body in words.

    ``number`` is the round, ``queue`` the one in which the floor was asked for.
    """

    intervention: str
    person: str | None = None
    words: str | None = None
    number: int | None = None
    queue: str | None = None


@dataclass(frozen=True)
class Turn:
    """From when to when somebody spoke, in milliseconds of the wall by the clock of ``device``; no end: still."""

    spoken: Spoken
    starts: int
    ends: int | None
    device: str


def turns(reader: Reader, session: str) -> list[Turn]:
    """Give who spoke when in a session, in the order of the beginnings."""
    marks: dict[str, list[FloorMark]] = {}
    for mark in reader.every(FloorMark, session=session):
        if mark.intervention and mark.mark in {"start", "stop"}:
            marks.setdefault(mark.intervention, []).append(mark)
    found = [
        _turn(_spoken(reader, held), marks[held.id])
        for held in reader.every(Intervention, session=session)
        if any(mark.mark == "start" for mark in marks.get(held.id, ()))
    ]
    return sorted(found, key=lambda one: (one.starts, one.spoken.intervention))


def spoken_of(reader: Reader, intervention: str | None) -> Spoken | None:
    """Give who makes an intervention; nothing where there is none."""
    held = reader.get(Intervention, intervention)
    return _spoken(reader, held) if held else None


def _spoken(reader: Reader, held: Intervention) -> Spoken:
    request = reader.get(FloorRequest, held.request)
    if request is None:
        return Spoken(held.id)
    person = reader.get(Person, request.person)
    words = None
    if request.person is None or (person is not None and not person.protected):
        delegation = reader.get(Delegation, request.delegation)
        words = request.speaker_label or (delegation.name if delegation else None)
    return Spoken(held.id, person.id if person else None, words, request.number, request.queue)


def _turn(spoken: Spoken, marks: Iterable[FloorMark]) -> Turn:
    told = in_order(marks)
    start = next(mark for mark in told if mark.mark == "start")
    stop = next((mark for mark in told if mark.mark == "stop"), None)
    return Turn(spoken, _instant(start), _instant(stop) if stop else None, (start.device or "").partition(".")[0])


def _instant(mark: FloorMark) -> int:
    return round(moment_of(mark).at.timestamp() * 1000)
