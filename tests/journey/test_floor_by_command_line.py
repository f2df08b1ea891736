"""The panel of 2016 by the command line alone: every command is a process of its own, and the clock outlives them all.

Half-way through a speech a spare laptop takes over from a bundle.
"""

import json
import shutil
import time
from pathlib import Path
from typing import Any, TypeVar

from hrdesk.floor.rules.clock import Reading, between, moment_of, read
from hrdesk.floor.rules.lots import replay
from hrdesk.paths import resources_folder
from hrdesk.records import FloorDecision, FloorMark, FloorRequest, Intervention, Record
from hrdesk.records.moment import Moment
from hrdesk.store.desk_file import reader
from hrdesk.store.machine_clock import counted, system_clock
from tests.journey.test_two_laptops_by_command_line import Laptop

R = TypeVar("R", bound=Record)

TENTH = 100
"""Milliseconds by which a clock may be wrong."""

FIRST_ROUND = (
    ("State A", "state"),
    ("Organization", "ngo"),
    ("Minister", "dignitary"),
    ("State B", "state"),
    ("On behalf of a group", "group"),
    ("State C", "state"),
    ("State D", "state"),
    ("State E", "state"),
)


class Chair:
    """Somebody who chairs one session at a laptop."""

    def __init__(self, laptop: Laptop, session: str) -> None:
        self.laptop = laptop
        self.session = session

    def floor(self, command: str, **arguments: Any) -> Any:
        return self.laptop.do(command, session=self.session, **arguments)

    def refused(self, command: str, **arguments: Any) -> str:
        told = json.dumps({"session": self.session, **arguments})
        return str(self.laptop.hrdesk("do", self.laptop.desk, command, told, status=1))

    def inscribe(self, label: str, speaker_class: str, **more: Any) -> str:
        return str(self.floor("inscribe", label=label, speaker_class=speaker_class, **more)["id"])

    def gives_the_floor_to(self, request: str) -> str:
        """Press the key of the clicker until somebody else is called, and see who it is."""
        told = self.floor("next")
        assert told["request"] == request
        return str(told["intervention"])

    def state(self, request: str) -> str:
        return str(next(one.state for one in self.records(FloorRequest) if one.id == request))

    def reading(self, intervention: str, seconds: int | None = None) -> Reading:
        """Read the clock of somebody who has spoken."""
        return read(self.marks(intervention), system_clock.moment(), seconds)

    def marks(self, intervention: str) -> list[FloorMark]:
        return [one for one in self.records(FloorMark) if one.intervention == intervention]

    def records(self, noun: type[R]) -> list[R]:
        """Read the desk beside the command line, which would take a process for each question."""
        with reader(self.laptop.stick / self.laptop.desk) as held:
            return held.every(noun)


def test_the_panel_of_2016(tmp_path: Path):
    moderator, spare = Laptop("moderator", tmp_path), Laptop("spare", tmp_path)
    shutil.copy(resources_folder() / "samples" / "concept-note.txt", tmp_path)
    made = moderator.hrdesk("new", moderator.desk, "--from", "concept-note.txt", "--json")
    moderator.do("edit", id=made["consultation"], sensitivity="public")
    panellist = moderator.do("add", kind="person", name="Panellist", affiliation="African Union")["id"]
    chair = Chair(moderator, made["sessions"][0])
    made_from = chair.floor("choose-format", format="panel-2016")["format"]
    moderator.do("edit", id=made_from, announced=1)

    # Presentations: the panellist has no place on the list.
    chair.floor("begin-segment")
    shown = chair.floor("begin-reply", person=panellist)["intervention"]
    chair.floor("start")
    chair.floor("stop")
    assert chair.reading(shown).ended

    # The first round: inscribed when the discussion begins, dignitaries and groups first.
    asked = {label: chair.inscribe(label, speaker_class) for label, speaker_class in FIRST_ROUND}
    chair.floor("begin-segment")
    assert "confirm" in chair.refused("inscribe", label="State A", speaker_class="state")
    minister = chair.gives_the_floor_to(asked["Minister"])
    before = counted()
    chair.floor("start")
    after = counted()
    late = chair.inscribe("Late minister", "dignitary")
    moderator.do("accept-late", request=late)
    moderator.do("swap-requests", request=asked["State A"], other=asked["State B"], consents="Both delegations agreed.")
    assert "second press" in chair.refused("next", after="")
    least = counted() - after
    called = chair.floor("next")
    most = counted() - before
    assert called["request"] == asked["On behalf of a group"]
    told = chair.reading(minister, 120)
    assert least - TENTH < told.used < most + TENTH
    assert (told.ended, told.certain, told.allowed) == (True, True, 120_000)

    # The group is absent; the limit is cut; a step too many is taken back.
    moderator.do("mark-absent", request=asked["On behalf of a group"])
    speaker = chair.gives_the_floor_to(late)
    chair.floor("set-limit", seconds=90)
    chair.floor("next")
    chair.floor("pause")
    chair.floor("take-back")
    chair.floor("extend", seconds=30)

    # A spare laptop takes over in the middle of the speech, and the list is the same there.
    spare.hrdesk("new", spare.desk, "--from", moderator.hand_over(), "--json")
    there = Chair(spare, chair.session)
    time.sleep(0.2)
    there.floor("confirm-elapsed")
    there.gives_the_floor_to(asked["State B"])
    told = there.reading(speaker, 90)
    assert (told.ended, told.certain, told.allowed) == (True, True, 120_000)
    instants = {one.mark: Moment(moment_of(one).at) for one in there.marks(speaker)}
    gone, _ = between(instants["start"], instants["stop"])
    assert abs(told.used - gone) < TENTH
    there.floor("start")
    lots = there.floor("draw-lots", seed="drawn in the room")
    assert lots["drawn"] == list(replay("drawn in the room", lots["drawn"], len(lots["drawn"])))
    assert set(lots["drawn"]) == {asked[one] for one in ("State C", "State D", "State E", "Organization")}
    there.gives_the_floor_to(asked["State A"])
    spare.do("undo")
    assert (there.state(asked["State B"]), there.state(asked["State A"])) == ("speaking", "inscribed")
    there.floor("stop")

    # Back at the first laptop: who is left was not reached; replies; the second round.
    moderator.take(spare.hand_over())
    assert set(chair.floor("end-list", number=1, queue="floor")["not_reached"]) == {
        asked[one] for one in ("State A", "State C", "State D", "State E", "Organization")
    }
    chair.floor("begin-segment")
    question = chair.floor("ask-panellist", panellist=panellist, text="Who warns whom?")["id"]
    chair.floor("begin-reply", person=panellist)
    chair.floor("next")
    chair.floor("next")
    moderator.do("answer-question", question=question)
    chair.floor("begin-segment")
    second = chair.inscribe("State F", "state")
    chair.gives_the_floor_to(second)
    chair.floor("next")
    assert chair.floor("next")["request"] == second
    assert chair.state(second) == "spoke"
    assert "Nobody is waiting" in chair.refused("next")
    chair.floor("end-segment")

    # Both laptops say the same, and nothing was lost on the way.
    spare.take(moderator.hand_over())
    for noun in (FloorRequest, Intervention, FloorMark, FloorDecision):
        assert there.records(noun) == chair.records(noun)
    for laptop in (moderator, spare):
        assert laptop.hrdesk("verify", laptop.desk, "--json")["faults"] == []
