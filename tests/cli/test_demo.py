"""The demo says of the documents that it writes what is true of them."""

from pathlib import Path

import pytest

from hrdesk import sample
from hrdesk.desk import Desk
from hrdesk.sample import Built
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.cli.conftest import Line


def test_a_text_that_names_a_protected_person_is_told(hrdesk: Line, monkeypatch: pytest.MonkeyPatch):
    def build(folder: Path, _say: object) -> Built:
        desk = Desk.create(folder / "merged.hrdesk", Profile(folder / "profiles" / "staff"))
        held = desk.run(COMMANDS["new-consultation"], title="W", language="en", sensitivity="public")
        desk.run(COMMANDS["add"], kind="person", name="Frobozz", protected=True, pseudonym="Speaker 7")
        text = "as Frobozz said"
        desk.run(
            COMMANDS["keep-note"], session=held["session"], text=text, sensitivity="public", note_kind="good_practice"
        )
        desk.close()
        return Built((), (), folder / "starter", desk.path)

    Path("out").mkdir()
    monkeypatch.setattr(sample, "build", build)
    answer = hrdesk("demo", "out")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.count("1 text seems to name a protected person") == 1
