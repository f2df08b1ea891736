"""The story of two laptops by the command line alone: every command a process of its own, three profiles, no network."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2

from hrdesk.paths import resources_folder
from tests.journey import processes


@dataclass(frozen=True)
class Laptop:
    """A machine: a profile of its own, and a stick that is carried about."""

    name: str
    stick: Path

    @property
    def desk(self) -> str:
        return f"{self.name}.hrdesk"

    def hrdesk(self, *line: str, status: int = 0) -> Any:
        """Run one command in a process of its own and give its JSON, or the sentence of a refusal."""
        environment = {
            "HRDESK_PROFILE": str(self.stick / f"profile-{self.name}"),
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": "en",
        }
        done = processes.run(line, self.stick, environment)
        assert done.returncode == status, done.stderr
        return done.stderr if status else json.loads(done.stdout)

    def do(self, command: str, /, **arguments: Any) -> Any:
        return self.hrdesk("do", self.desk, command, json.dumps(arguments))

    def records(self, kind: str) -> list[dict[str, Any]]:
        return list(self.hrdesk("show", self.desk, kind, "--json")["records"])

    def hand_over(self) -> str:
        file = f"{self.name}.hrdesk.json"
        self.hrdesk("bundle", self.desk, "--output", file, "--json")
        return file

    def take(self, *bundles: str) -> Any:
        return self.hrdesk("merge", self.desk, *bundles, "--json")


def test_two_laptops(tmp_path: Path):
    staff, left, right = (Laptop(name, tmp_path) for name in ("staff", "left", "right"))
    shutil.copy(resources_folder() / "samples" / "concept-note.txt", tmp_path)

    # Staff reads the concept note and hands a starter bundle to two rapporteurs.
    made = staff.hrdesk("new", staff.desk, "--from", "concept-note.txt", "--json")
    consultation, session = made["consultation"], made["sessions"][0]
    staff.do("edit", id=consultation, sensitivity="public", language="en")
    seats = [staff.do("add", kind="seat", name=name, role="rapporteur")["id"] for name in ("Desk 1", "Desk 2")]
    person = staff.do("add", kind="person", affiliation="African Union", category="regional_mechanism")["id"]
    starter = staff.hand_over()
    for laptop, seat in zip((left, right), seats, strict=True):
        laptop.hrdesk("new", laptop.desk, "--from", starter, "--json")
        laptop.do("take-seat", seat=seat, name=f"Desk {seats.index(seat) + 1}", role="rapporteur")
        assert [one["id"] for one in laptop.records("session")] == made["sessions"]

    # Both take notes and mark recommendations; one note is told in confidence.
    first = left.do("keep-note", session=session, text="Warnings come too late.", speaker=person, sensitivity="public")[
        "id"
    ]
    told = left.do("keep-note", session=session, text="XYZZY", sensitivity="confidential")["id"]
    second = right.do(
        "keep-note", session=session, text="Les témoins doivent être protégés.", language="fr", sensitivity="public"
    )["id"]
    made_left = left.do("make-recommendation", notes=[first], text="Mechanisms should warn each other early.")["id"]
    made_right = right.do(
        "make-recommendation", notes=[second], text="States should protect witnesses.", language="en"
    )["id"]
    for laptop, made_there in ((left, made_left), (right, made_right)):
        laptop.do("tag", item=made_there, scheme="theme", name="Protection")
        laptop.do("address", recommendation=made_there, name="States")

    # In the evening they swap sticks, and both edit one wording without having seen the other's.
    for laptop, bundle in ((left, right.hand_over()), (right, left.hand_over())):
        assert laptop.take(bundle)["conflicts"] == 0
    left.do("edit", id=made_left, text="Mechanisms should warn each other within a day.")
    right.do("edit", id=made_left, text="Mechanisms should warn each other without delay.")

    # Staff merges both, in either order and twice, and sees one conflict with both values.
    bundles = [left.hand_over(), right.hand_over()]
    shutil.copy(tmp_path / staff.desk, tmp_path / "again.hrdesk")
    merged = staff.take(*bundles)
    assert merged["conflicts"] == 1
    assert [one["new"] for one in staff.take(*reversed(bundles))["bundles"]] == [0, 0]
    again = Laptop("again", tmp_path)
    again.take(*reversed(bundles))
    for kind in ("note", "recommendation", "tag", "tagging", "addressee", "seat", "link"):
        assert again.records(kind) == staff.records(kind)
    assert "XYZZY" not in (tmp_path / bundles[0]).read_text("utf-8")
    assert told not in {one["id"] for one in staff.records("note")}
    assert [one["name"] for one in staff.records("tag")] == ["Protection"]
    [conflict] = staff.hrdesk("conflicts", staff.desk, "--json")["conflicts"]
    assert {one["by"] for one in conflict["versions"]} == {"Desk 1", "Desk 2"}
    staff.do("settle", record=made_left, field="wording", version=conflict["versions"][1]["name"], reason="as read out")
    assert staff.hrdesk("conflicts", staff.desk, "--json")["conflicts"] == []

    # The recommendations are adopted, one is translated, and the document comes out in any language.
    for one in (made_left, made_right):
        staff.do("adopt", recommendation=one)
    assert "adopted" in staff.hrdesk("do", staff.desk, "edit", json.dumps({"id": made_left, "text": "x"}), status=1)
    staff.do(
        "translate", item=made_right, language="fr", text="Les États devraient protéger les témoins.", status="reviewed"
    )
    staff.do("compose-outcome", symbol="A/HRC/66/1")
    for language in ("ar", "en", "fr"):
        told_of = staff.hrdesk("outcome", staff.desk, "--language", language, "--output", f"{language}.pdf", "--json")
        assert told_of["report"]["contested"] == 0
        text = printed(tmp_path / f"{language}.pdf")
        assert "A/HRC/66/1" in text or language == "ar"  # pypdfium2 gives Arabic lines as they are seen, not as read
        assert "XYZZY" not in text
    assert "Les États devraient protéger les témoins." in printed(tmp_path / "fr.pdf")
    assert "States should protect witnesses." in printed(tmp_path / "en.pdf")

    # Whoever takes the settled desk back has no conflict either.
    left.take(staff.hand_over())
    assert left.hrdesk("conflicts", left.desk, "--json")["conflicts"] == []
    for laptop in (staff, left, right):
        assert laptop.hrdesk("verify", laptop.desk, "--json")["faults"] == []
    assert not [one.name for one in tmp_path.iterdir() if one.name.endswith(("-wal", "-shm", "-writer", ".new"))]


def printed(path: Path) -> str:
    """Give the text of a PDF as an independent reader finds it, with one space for any white space."""
    document = pypdfium2.PdfDocument(path)
    text = " ".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    document.close()
    return " ".join(text.split())
