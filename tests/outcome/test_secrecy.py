"""Whatever people do, no text of a confidential note and no name of a protected person reaches a document or a bundle."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.exchange.giving import give
from hrdesk.language import LANGUAGES
from hrdesk.outcome.composition import compose
from hrdesk.outcome.queries import material
from hrdesk.records import KINDS
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk

SECRET, NAME, HEARD = "XYZZY", "Plugh", "Plover"
"""What only confidential notes hold, what a protected person is called, how the person's name was heard."""

STEPS = (
    "note", "recommend", "link", "unlink", "edit", "tag", "address", "adopt", "reopen", "compose", "missing", "follow",
    "paragraph", "translate", "delete", "restore", "move", "undo", "redo", "protect", "merge", "bend", "reason",
)  # fmt: skip


class Story:
    """Two desks; confidential notes whose words people recommend, link, translate, adopt, delete."""

    def __init__(self) -> None:
        self.desks = [MemoryDesk(0), MemoryDesk(1)]
        desk = self.desks[0]
        self.session = self.do(desk, "new-consultation", title="Workshop", language="en", sensitivity="public")[
            "session"
        ]
        self.person = self.do(desk, "add", kind="person", name=NAME, affiliation=f"{NAME} union", protected=True)["id"]
        self.secret = self.note(desk, SECRET, sensitivity="confidential")
        self.open = self.note(desk, "open", sensitivity="public", speaker=self.person, speaker_label=HEARD)
        self.desks[1].take(desk.changes())

    def do(self, desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
        return desk.run(COMMANDS[command], **arguments)

    def note(self, desk: MemoryDesk, text: str, **fields: Any) -> str:
        return str(self.do(desk, "keep-note", session=self.session, text=text, **fields)["id"])

    def any(self, desk: MemoryDesk, chance: int, *kinds: str) -> str:
        found = [row["id"] for kind in kinds for row in desk.reader.rows(f'SELECT id FROM "{kind}" ORDER BY id')]
        return found[chance % len(found)] if found else ""

    def step(self, name: str, which: int, chance: int) -> None:
        """Do one thing as a person would; no reason is given to make anything milder."""
        desk = self.desks[which]
        note = self.any(desk, chance, "note")
        held = self.any(desk, chance, "recommendation")
        paragraph = self.any(desk, chance, "paragraph")
        every = self.any(desk, chance, *KINDS)
        match name:
            case "note":
                self.note(desk, SECRET, sensitivity="confidential")
            case "recommend":
                self.do(desk, "make-recommendation", notes=[self.secret, note][: 1 + chance % 2])
            case "link":
                self.do(desk, "link-note", recommendation=held, note=note)
            case "unlink":
                self.do(desk, "unlink-note", recommendation=(held, paragraph)[chance % 2], note=note)
            case "edit":
                field = ("sensitivity", "session", "speaker", "consent", "theme", "status", "position")[chance % 7]
                value = ("public", self.session, self.person, None, "adopted", "restricted")[chance % 6]
                self.do(desk, "edit", id=every, **{field: value})
            case "tag":
                self.do(desk, "tag", item=every, name="water")
            case "address":
                self.do(desk, "address", recommendation=held, name="States")
            case "adopt":
                self.do(desk, "adopt", recommendation=held)
            case "reopen":
                self.do(desk, "reopen", recommendation=held, reason="again")
            case "compose":
                self.do(desk, "compose-outcome", notes=bool(chance % 3))
            case "missing":
                self.do(desk, "add-missing-recommendations")
            case "follow":
                self.do(desk, "follow-decisions", edited=bool(chance % 2))
            case "paragraph":
                self.do(desk, "add-paragraph", recommendation=held)
            case "translate":
                told = str(desk.reader.find(every))
                text = next((word for word in (SECRET, NAME) if word in told), "mot")
                field = "affiliation" if every == self.person else "text"
                self.do(desk, "translate", item=every, field=field, language="fr", text=text)
            case "delete":
                self.do(desk, "delete", id=every)
            case "restore":
                self.do(desk, "restore", kind="note", id=note)
            case "move":
                self.do(desk, "move", id=paragraph)
            case "undo":
                if desk.reader.value("SELECT count(*) FROM command WHERE state = 'done'") > 4:
                    desk.undo()
            case "redo":
                desk.redo()
            case "protect":
                self.do(desk, "edit", id=self.person, protected=False)
            case "merge":
                other = self.desks[1 - which]
                desk.take(one for number, one in enumerate(other.changes()) if (number * 7 + chance) % 5)
                desk.take(other.changes())
            case "bend":
                self.do(
                    desk, "edit", id=self.any(desk, chance, "link", "wording", "tagging", "decision"), source=self.open
                )
            case _:
                self.do(desk, "edit", id=self.any(desk, chance, "note"), sensitivity="confidential")

    def close(self) -> None:
        for desk in self.desks:
            desk.close()


def printed(desk: MemoryDesk) -> str:
    held = material(desk.reader)
    return "".join(repr(compose(held, language).document) for language in LANGUAGES)


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 1), st.integers(0, 10**4)), max_size=16))
@settings(
    max_examples=int(os.environ.get("HRDESK_HISTORIES", "60")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_nothing_secret_gets_out_whatever_people_do(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
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
            target = folder / "secrecy.json"
            give(desk.reader, target, Profile(folder / "secrecy"), "2026-11-20T10:11:12.123Z")
            told = target.read_text("utf-8") + printed(desk)
            assert SECRET not in told
            assert NAME not in told
            assert HEARD not in told
    finally:
        story.close()


def test_a_document_that_seems_to_name_a_protected_person_says_so():
    desk = MemoryDesk(0)
    try:
        started = desk.run(COMMANDS["new-consultation"], title="Workshop", language="en", sensitivity="public")
        person = desk.run(COMMANDS["add"], kind="person", name=f"Maria {NAME}", protected=True, pseudonym="Speaker 7")
        keep = {"session": started["session"], "sensitivity": "public", "note_kind": "good_practice"}
        desk.run(COMMANDS["keep-note"], text=f"as {NAME} said", speaker=person["id"], **keep)
        desk.run(COMMANDS["keep-note"], text="as many said", speaker_label=f"Ms. {NAME}", **keep)
        told = compose(material(desk.reader), "en")
        assert told.report.named == 1
        text = repr(told.document)
        assert "many said" in text
        assert f"Ms. {NAME}" not in text
    finally:
        desk.connection.close()
