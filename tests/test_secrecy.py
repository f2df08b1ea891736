"""Any command of any room, in any order, on two desks: nothing secret gets out through any outlet.

Nobody in these stories gives a reason, and without one nothing is made milder; whoever gives one decides that it is.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.records import KINDS
from hrdesk.records.classes import SENSITIVITY
from hrdesk.work import COMMANDS
from tests.outlets import OUTLETS, SECRETS
from tests.store.desks import MemoryDesk

SECRET, NAME, HEARD = SECRETS

NOT_TRIED = frozenset(
    {
        "take-concept-note",
        "take-participants",
        "withdraw",
    }
)
"""Commands that take whole files or make lines vanish; what they write is tried by tests of their own."""

WORDS = ("mot", "public", "restricted", "adopted", "2026-11-20T10:00", "en", "fr", "one. two. three.", "[a] [b]")
"""What is typed where words are asked for. None is secret: a person who types a secret into an open text lets it out."""

MEANT = {
    "request": "floor_request",
    "first": "floor_request",
    "second": "floor_request",
    "speaker": "person",
    "panellist": "person",
    "items": "recommendation",
    "records": "note",
    "format": "panel-2016",
    "field": "text",
    "role": "rapporteur",
    "part": "addressee",
    "way": "consensus",
}
"""What an argument means that is not called by a kind: a kind, or the one word that is no nonsense."""

SECRET_TEXTS = ("propose-amendment", "propose-alternative", "record-reservation", "reword")
"""Commands that are given secret words, on records that are confidential."""

NAMED = {"propose-amendment": "proposed_by", "propose-alternative": "proposed_by", "record-reservation": "body"}
"""Commands that are given the name of a protected person in plain words, on records that are public."""


class Story:
    """Two desks that share a confidential note, a recommendation made from it, and a protected person."""

    def __init__(self) -> None:
        self.desks = [MemoryDesk(0), MemoryDesk(1)]
        desk = self.desks[0]
        self.session = str(
            self.do(desk, "new-consultation", title="Workshop", language="en", sensitivity="public")["session"]
        )
        person = self.do(desk, "add", kind="person", name=NAME, affiliation=f"{NAME} union", protected=True)["id"]
        secret = self.note(desk, SECRET, sensitivity="confidential", speaker=person)
        self.secret = str(self.do(desk, "make-recommendation", notes=[secret])["id"])
        self.note(desk, "open", sensitivity="public", speaker=person, speaker_label=HEARD)
        self.do(desk, "translate", item=self.secret, language="fr", text=SECRET)
        self.do(desk, "choose-format", session=self.session, format="panel-2016")
        for speaker in (person, self.do(desk, "add", kind="person", name="Open")["id"]):
            self.do(desk, "inscribe", session=self.session, person=speaker)
        self.open = str(
            self.do(desk, "make-recommendation", notes=[], text="open", sensitivity="public", session=self.session)[
                "id"
            ]
        )
        self.do(desk, "propose-amendment", recommendation=self.open, text="wide open")
        self.do(desk, "propose-alternative", recommendation=self.open, text="open [or] [and] shut")
        self.desks[1].take(desk.changes())

    def do(self, desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
        return desk.run(COMMANDS[command], **arguments)

    def note(self, desk: MemoryDesk, text: str, **fields: Any) -> str:
        return str(self.do(desk, "keep-note", session=self.session, text=text, **fields)["id"])

    def step(self, name: str, which: int, chances: list[int]) -> None:
        desk = self.desks[which]
        if name == "undo":
            if desk.reader.value("SELECT count(*) FROM command WHERE state = 'done'") > 6:
                desk.undo()
        elif name == "redo":
            desk.redo()
        elif name == "merge":
            # A name in plain words stays where it is known to be one: no bundle would bring it.
            desk.take(one for one in self.desks[1 - which].changes() if NAME not in str(one.val))
        elif name == "secret note":
            self.note(desk, SECRET, sensitivity="confidential")
        elif name.startswith("secret "):
            text = f"{SECRET} {chances[0]}"
            self.do(desk, name.removeprefix("secret "), recommendation=self.secret, text=text, **self.needed(name))
        elif name.startswith("named "):
            named = name.removeprefix("named ")
            text = f"open {chances[0]}"
            who = {NAMED[named]: NAME}
            self.do(self.desks[0], named, recommendation=self.open, text=text, **who, **self.needed(name))
        else:
            command = COMMANDS[name]
            self.do(desk, name, **self.filled(desk, command, chances))

    def needed(self, name: str) -> dict[str, str]:
        return {"reservation_kind": "reservation"} if name.endswith("record-reservation") else {}

    def filled(self, desk: MemoryDesk, command: Command, chances: list[int]) -> dict[str, Any]:
        """Give every argument of a command something: a record where one is meant, a word, a number, yes or no."""
        told: dict[str, Any] = {}
        for place, argument in enumerate(command.arguments()):
            chance = chances[place % len(chances)] + place
            if argument.name == "reason" and command.name == "reopen":
                told["reason"] = "again"
            if argument.name in ("reason", "fields", "raised_by_a_person"):
                continue
            if argument.required or not chance % 3:
                told[argument.name] = self.value(desk, command, argument.name, chance)
        return told

    def value(self, desk: MemoryDesk, command: Command, name: str, chance: int) -> Any:
        hint = str(command.hints[name])
        if "bool" in hint:
            return chance % 2 == 0
        if "int" in hint:
            return chance % 5
        if name == "kind":
            return sorted(KINDS)[chance % len(KINDS)]
        if "list" in hint:
            one = MEANT.get(name) or name.removesuffix("s")
            return [self.word(desk, one, chance + more) for more in range(1 + chance % 3)]
        return self.word(desk, name, chance)

    def word(self, desk: MemoryDesk, name: str, chance: int) -> str:
        """Give a record of the kind that the argument is called by, any record, or a word."""
        if name == "sensitivity":
            return SENSITIVITY[chance % 3]
        if name == "language":
            return ("en", "fr", "ar")[chance % 3]
        name = MEANT.get(name, name) if chance % 4 else name
        if name in MEANT.values() and name not in KINDS:
            return name
        if name in KINDS:
            return self.any(desk, chance, name)
        if name in ("id", "item", "record", "source", "first", "second", "before", "after", "under", "parent"):
            return self.any(desk, chance, *KINDS)
        return WORDS[chance % len(WORDS)]

    def any(self, desk: MemoryDesk, chance: int, *kinds: str) -> str:
        found = [row["id"] for kind in kinds for row in desk.reader.rows(f'SELECT id FROM "{kind}" ORDER BY id')]
        return str(found[chance % len(found)]) if found else ""

    def close(self) -> None:
        for desk in self.desks:
            desk.close()


STEPS = (
    *(name for name in COMMANDS if name not in NOT_TRIED),
    *(f"secret {name}" for name in SECRET_TEXTS if name in COMMANDS),
    *(f"named {name}" for name in NAMED),
    *("undo", "redo", "merge", "secret note") * 3,
)


@given(
    st.lists(
        st.tuples(st.sampled_from(STEPS), st.integers(0, 1), st.lists(st.integers(0, 10**4), min_size=3, max_size=6)),
        max_size=20,
    )
)
@settings(
    max_examples=int(os.environ.get("HRDESK_HISTORIES", "25")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_nothing_secret_gets_out_whatever_commands_people_give(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, list[int]]]
):
    folder = Path(tmp_path_factory.getbasetemp())
    story = Story()
    try:
        for one in steps:
            try:
                story.step(*one)
            except Refused:
                continue
        for desk in story.desks:
            for outlet, let_out in OUTLETS.items():
                told = let_out(desk.reader, folder)
                assert [secret for secret in SECRETS if secret in told] == [], outlet
    finally:
        story.close()


@pytest.mark.parametrize("kind", ["session", "consultation"])
def test_the_rule_under_which_people_spoke_outlives_what_told_it(tmp_path: Path, kind: str):
    desk = MemoryDesk(0)
    try:
        made = desk.run(COMMANDS["new-consultation"], title="Workshop", language="en", sensitivity="public")
        owner = desk.reader.value(f"SELECT id FROM {kind}")
        desk.run(COMMANDS["edit"], id=owner, attribution="chatham_house")
        said = {"session": made["session"], "sensitivity": "public", "note_kind": "good_practice"}
        person = desk.run(COMMANDS["add"], kind="person", name=NAME)["id"]
        notes = [
            desk.run(COMMANDS["keep-note"], text="one", speaker=person, **said)["id"],
            desk.run(COMMANDS["keep-note"], text="two", speaker_label=HEARD, **said)["id"],
        ]
        told = {"recommendation": desk.run(COMMANDS["make-recommendation"], notes=notes, text="open")["id"]}
        desk.run(COMMANDS["propose-alternative"], **told, text="wide open", proposed_by=NAME)
        desk.run(COMMANDS["record-reservation"], **told, text="no", body=NAME, reservation_kind="reservation")
        desk.run(COMMANDS["compose-outcome"], notes=True)
        desk.run(COMMANDS["delete"], id=owner)
        for outlet, let_out in OUTLETS.items():
            if outlet not in ("bundles", "search in the hall"):  # that a person takes part at all is told there
                assert [one for one in (NAME, HEARD) if one in let_out(desk.reader, tmp_path)] == [], outlet
    finally:
        desk.close()


def test_every_outlet_lets_out_what_is_public(tmp_path: Path):
    desk = MemoryDesk(0)
    try:
        session = desk.run(COMMANDS["new-consultation"], title="Workshop", language="en", sensitivity="public")[
            "session"
        ]
        words = SECRETS[0]
        desk.run(COMMANDS["edit"], id=session, title=words, sensitivity="public")
        desk.run(COMMANDS["keep-note"], session=session, text=words, sensitivity="public", note_kind="key_issue")
        made = desk.run(
            COMMANDS["make-recommendation"], notes=[], text=words, sensitivity="public", session=session, language="en"
        )
        desk.run(COMMANDS["open-negotiation"], recommendation=made["id"])
        silent = [outlet for outlet, let_out in OUTLETS.items() if words not in let_out(desk.reader, tmp_path)]
        assert silent == ["floor tables"]  # nobody spoke
    finally:
        desk.close()
