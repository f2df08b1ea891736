"""The list as a command reads it is the list as everybody sees it."""

import random

import pytest

from hrdesk.errors import Refused
from hrdesk.floor.line_up import line_up
from hrdesk.floor.reckoning import counted
from tests.floor.chairing import Chaired

CODES = ("FRA", "CHN", "ARG", "KEN", "DEU", "ZAF", "JPN", "EGY", "MEX")


def step(chaired: Chaired, draw: random.Random) -> None:
    """Do something that a moderator might do, whether it is refused or not."""
    waiting = [*chaired.waiting, ""]
    one, other = draw.choice(waiting), draw.choice(waiting)
    queue = draw.choice(("floor", "floor", "panel_reply", "right_of_reply"))
    steps = (
        lambda: chaired.inscribe(draw.choice(CODES), again=True, queue=queue, number=draw.choice((None, 1, 2))),
        lambda: chaired.inscribe(draw.choice(CODES), speaker_class="dignitary"),
        lambda: chaired.do("move-request", request=one, before=other),
        lambda: chaired.do("swap-requests", request=one, other=other, consents="Both agreed."),
        lambda: chaired.do("withdraw-request", request=one),
        lambda: chaired.floor("draw-lots", number=2),
        lambda: chaired.floor("call-next"),
        lambda: chaired.floor("next"),
        lambda: chaired.floor("begin-segment"),
    )
    try:
        draw.choice(steps)()
    except Refused:
        return


@pytest.mark.parametrize("seed", range(6))
def test_a_command_calls_from_the_list_that_is_shown(seed: int):
    chaired, draw = Chaired(), random.Random(seed)
    chaired.inscribe(*CODES[:4])
    for _step in range(25):
        step(chaired, draw)
        seen, listed = chaired.seen, line_up(chaired.desk.reader, chaired.session)
        assert listed.round == seen.round
        for queue, lines in (
            ("floor", counted(seen)),
            ("panel_reply", seen.replies),
            ("right_of_reply", seen.rights),
        ):
            assert [one.request for one in listed.waiting(queue)] == [line.speaker.request for line in lines]
    chaired.close()
