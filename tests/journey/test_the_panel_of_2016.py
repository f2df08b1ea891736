"""The panel of 2016, from ten to one, by commands: once as it was planned, once as panels go."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.agenda.participants.vocabulary import shipped
from hrdesk.floor.picture import Line
from hrdesk.floor.reckoning import balance_of, legs_of, missed
from hrdesk.floor.rules.lots import replay
from tests.floor.chairing import Chaired


class Moderator(Chaired):
    """Chairs the panel, with the list of Member States at hand."""

    def __init__(self) -> None:
        super().__init__()
        self.floor("set-floor", hard_end="2016-11-09T12:00:00Z")
        self.states = iter([one.code for one in shipped().entries if one.category == "state"])

    def inscribe_states(self, number: int = 1, **fields: Any) -> list[str]:
        """Put so many States on the list, each one that is not there yet, and give their requests."""
        return self.inscribe(*(next(self.states) for _ in range(number)), **fields)

    def segment(self, minutes: float) -> None:
        """Go on to the next segment and let it last so long."""
        self.floor("begin-segment")
        self.clock.wait(minutes * 60)


@pytest.fixture
def moderator() -> Iterator[Moderator]:
    made = Moderator()
    yield made
    made.close()


def ids(lines: tuple[Line, ...]) -> list[str]:
    return [line.speaker.request.id for line in lines]


def test_as_it_was_planned(moderator: Moderator):
    assert sum(leg.ahead for leg in legs_of(moderator.seen.stretches, moderator.clock.moment())) == 180 * 60_000
    assert moderator.option("as_it_is").over == 0

    moderator.segment(60)
    inscribed = moderator.inscribe_states(23)
    moderator.floor("begin-segment")
    now = moderator.option("as_it_is")
    assert (now.fit, now.waiting, now.seconds) == (22, 23, 120)
    assert [line.fits for line in moderator.seen.waiting] == [True] * 22 + [False]

    moderator.floor("call-next")
    spoke = [moderator.speak(120) for _ in range(22)]
    assert spoke == inscribed[:22]
    assert moderator.option("as_it_is").fit == 0  # the twenty-third is called, and one minute is left
    last = moderator.seen.current
    assert last is not None
    assert last.speaker.request.id == inscribed[22]
    moderator.floor("take-back")

    moderator.clock.wait(60)
    moderator.segment(15)
    moderator.floor("begin-segment")
    assert moderator.time == "11:00:00"
    assert moderator.seen.round == 2
    more = moderator.inscribe_states(21)
    assert moderator.waiting == [inscribed[22], *more]
    assert moderator.option("as_it_is").fit == 22
    moderator.floor("call-next")
    assert [moderator.speak(120) for _ in range(22)] == [inscribed[22], *more]
    moderator.clock.wait(60)
    moderator.segment(15)
    moderator.floor("end-segment")

    assert moderator.time == "12:00:00"
    seen = moderator.seen
    assert [one.state for one in seen.stretches] == ["done"] * 5
    legs = legs_of(seen.stretches, moderator.clock.moment())
    assert [leg.used for leg in legs] == [leg.planned for leg in legs]
    shared = balance_of(seen, moderator.clock.moment())
    assert (shared.interventions, shared.used, shared.missed) == (44, 88 * 60_000, 0)
    assert not seen.waiting


def test_as_panels_go(moderator: Moderator):
    panellist = moderator.do("add", kind="person", affiliation="A regional mechanism")["id"]
    moderator.segment(60)
    inscribed = moderator.inscribe_states(31)
    group = moderator.inscribe_states(1, statement="group", on_behalf_of="African Group")[0]
    moderator.floor("begin-segment")
    assert moderator.waiting == [group, *inscribed]  # groups stand in front
    now = moderator.option("as_it_is")
    assert (now.fit, now.waiting) == (22, 32)

    # A dignitary comes late: proposed, and in front as soon as the chair accepts.
    moderator.floor("call-next")
    moderator.speak(120)
    dignitary = moderator.inscribe_states(1, speaker_class="dignitary", late=True)[0]
    assert moderator.waiting[-1] == dignitary
    proposed = moderator.seen.proposed
    assert proposed is not None
    assert proposed.speaker.request.id == dignitary
    moderator.do("accept-late", request=dignitary)
    announced = [line.speaker.request.id for line in moderator.seen.waiting if line.speaker.request.announced]
    assert moderator.waiting[: len(announced) + 1] == [*announced, dignitary]  # a name told stays where it was told
    assert moderator.seen.proposed is None

    # One is absent, two exchange their places.
    assert moderator.speak(120) == inscribed[0]
    for one in announced:
        if one == announced[-1]:
            moderator.do("mark-absent", request=one)
            moderator.floor("call-next")
        else:
            assert moderator.speak(120) == one
    current = moderator.seen.current
    assert current is not None
    assert current.speaker.request.id == dignitary
    one, other = moderator.waiting[-2:]
    moderator.do("swap-requests", request=one, other=other, consents="Both agreed at the desk.")
    assert moderator.waiting[-2:] == [other, one]
    while moderator.time < "10:22:00":
        moderator.speak(120)

    # At half-time ninety seconds each; who has been called keeps the limit of the call.
    moderator.floor("take-back")
    assert moderator.time == "10:22:00"
    offered = moderator.option("limit", 90)
    assert (offered.fit, offered.waiting) == (15, 21)
    moderator.floor("pick-option", kind="limit", seconds=90)
    (cut,) = moderator.decisions("limit")
    assert (cut.amount, cut.text) == (90, "90 seconds each: 15 of 21 fit, end 11:44.")
    assert {line.seconds for line in moderator.seen.waiting} == {90}
    assert moderator.option("as_it_is").fit == 15

    # Still too many: lots are drawn, and anyone can draw them again.
    told = [line.speaker.request.id for line in moderator.seen.waiting if line.speaker.request.announced]
    others = [one for one in moderator.waiting if one not in told]
    drawn = moderator.option("draw")
    moderator.floor("pick-option", kind="draw", number=drawn.fit)
    (draw,) = moderator.decisions("draw")
    assert draw.seed
    assert draw.text == "Draw lots: 15 of 21 speak, end 11:44."
    assert moderator.waiting[:15] == [*told, *replay(draw.seed, others, 15 - len(told))]
    assert [line.fits for line in moderator.seen.waiting] == [True] * 15 + [False] * 6
    assert (moderator.option("as_it_is").fit, moderator.option("as_it_is").waiting) == (15, 15)
    moderator.floor("pick-option", kind="close_list")
    assert not moderator.seen.list_is_open

    left = moderator.waiting
    moderator.floor("call-next")
    assert [moderator.speak(90) for _ in range(15)] == left[:15]
    assert moderator.seen.current is None  # who was not drawn is not called
    assert moderator.time == "10:44:30"
    moderator.floor("end-list", number=1)
    assert set(ids(tuple(missed(moderator.seen)))) == set(left[15:])

    # The panel replies.
    moderator.clock.wait(30)
    moderator.floor("begin-segment")
    moderator.floor("ask-panellist", panellist=panellist, text="Who follows up?", request=inscribed[0])
    moderator.floor("begin-reply", person=panellist)
    moderator.floor("start")
    moderator.clock.wait(300)
    moderator.floor("stop")
    (question,) = moderator.seen.questions
    moderator.do("answer-question", question=question.id)
    assert moderator.seen.questions[0].answered
    moderator.clock.wait(600)

    # The second round: who was not reached comes back, who has not spoken goes first, ninety seconds still hold.
    moderator.floor("begin-segment")
    moderator.floor("open-list")
    assert moderator.time == "11:00:00"
    for request in left[15:]:
        moderator.do("put-back", request=request)
    moderator.clock.wait(5)
    first = next(one.code for one in shipped().entries if one.category == "state")
    again = moderator.inscribe(first)[0]
    assert set(moderator.waiting[:6]) == set(left[15:])
    assert moderator.waiting[6:] == [again]
    assert {line.seconds for line in moderator.seen.waiting} == {90}
    moderator.floor("call-next")
    for _ in range(7):
        moderator.speak(90)
    moderator.segment(15)
    moderator.floor("end-segment")

    seen = moderator.seen
    shared = balance_of(seen, moderator.clock.moment())
    assert shared.missed == 0
    assert not seen.waiting
    assert {row.word for row in shared.speaker_class} >= {"dignitary", "group", "state"}
    assert [line.speaker.request.state for line in seen.done].count("absent") == 1


def test_a_start_twelve_minutes_late_is_made_up_for(moderator: Moderator):
    moderator.clock.wait(12 * 60)
    assert moderator.option("as_it_is").over == 12 * 60_000
    moderator.floor("pick-option", kind="shrink")
    assert [one.clock.seconds for one in moderator.seen.stretches] == [56 * 60, 42 * 60, 14 * 60, 42 * 60, 14 * 60]
    assert sum(leg.ahead for leg in legs_of(moderator.seen.stretches, moderator.clock.moment())) == 168 * 60_000
    assert moderator.option("as_it_is").over == 0
    moderator.desk.undo()
    assert moderator.option("as_it_is").over == 12 * 60_000
    moderator.floor("pick-option", kind="drop_round")
    assert [one.state for one in moderator.seen.stretches] == ["to_come"] * 3 + ["dropped", "to_come"]
    moderator.desk.undo()
    moderator.floor("pick-option", kind="shift")
    assert moderator.option("as_it_is").over == 0
