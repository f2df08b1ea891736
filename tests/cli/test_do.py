"""Every command by its name through ``hrdesk do``, with good arguments and with bad ones."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from hrdesk.desk import Desk
from hrdesk.store import desk_file
from hrdesk.store.identity import Profile, device_name
from hrdesk.store.verification import derived
from hrdesk.work import COMMANDS
from tests.cli.conftest import Line

DESK = "a.hrdesk"


@pytest.fixture
def ids(hrdesk: Line, tmp_path: Path, profile: Path) -> dict[str, str]:
    """Make a desk on which every command has something to do, and give the ids of what is in it."""
    del hrdesk  # it makes the folder the current one
    desk = Desk.create(tmp_path / DESK, Profile(profile))

    def do(command: str, /, **arguments: Any) -> Any:
        return desk.run(COMMANDS[command], **arguments)

    made = do("new-consultation", title="W", language="en", sensitivity="public")
    ids = {"consultation": made["id"], "session": made["session"]}
    ids["note"] = do("keep-note", session=made["session"], text="said")["id"]
    ids["second_note"] = do("keep-note", session=made["session"], text="said too")["id"]
    ids["recommendation"] = do("make-recommendation", notes=[ids["note"]], text="act")["id"]
    ids["adopted"] = do("make-recommendation", notes=[], text="adopted")["id"]
    do("adopt", recommendation=ids["adopted"])
    ids["tag"] = do("tag", item=ids["recommendation"], name="water")["tag"]
    ids["lesson"] = do("add", kind="lesson", text="x")["id"]
    ids["last_lesson"] = do("add", kind="lesson", text="last")["id"]
    ids["person"] = do("add", kind="person", name="Xyzzy")["id"]
    ids["same_person"] = do("add", kind="person", name="Xyzzy")["id"]
    ids["gone"] = do("add", kind="lesson", text="y")["id"]
    do("delete", id=ids["gone"])
    do("translate", item=ids["recommendation"], language="fr", text="agir")
    do("compose-outcome")
    with desk.reading() as reader:
        ids["paragraph"] = str(reader.value("SELECT min(id) FROM paragraph WHERE recommendation IS NULL"))
        ids["document"] = str(reader.value("SELECT id FROM document"))
    desk.close()
    return ids


OTHER_KEY = "A" * 43
OTHER_DEVICE = device_name(bytes(32))

GOOD: dict[str, dict[str, Any]] = {
    "add": {"kind": "good_practice", "text": "x"},
    "edit": {"id": "<lesson>", "text": "z"},
    "delete": {"id": "<lesson>"},
    "restore": {"kind": "lesson", "id": "<gone>"},
    "move": {"id": "<lesson>"},
    "new-consultation": {"title": "Another"},
    "take-concept-note": {"found": [{"key": "c", "kind": "consultation", "values": {"title": "T"}}]},
    "take-seat": {"name": "Desk 1", "role": "staff"},
    "keep-note": {"session": "<session>", "text": "x"},
    "make-recommendation": {"notes": ["<second_note>"]},
    "link-note": {"recommendation": "<recommendation>", "note": "<second_note>"},
    "unlink-note": {"recommendation": "<recommendation>", "note": "<note>"},
    "tag": {"item": "<note>", "name": "air"},
    "tag-several": {"items": ["<note>", "<lesson>"], "name": "air"},
    "untag": {"item": "<recommendation>", "tag": "<tag>"},
    "address": {"recommendation": "<recommendation>", "name": "States"},
    "adopt": {"recommendation": "<recommendation>"},
    "adopt-several": {"recommendations": ["<recommendation>", "<adopted>"]},
    "reopen": {"recommendation": "<adopted>", "reason": "objection"},
    "add-paragraph": {"text": "x"},
    "add-missing-recommendations": {},
    "add-council-item": {"number": 3},
    "move-paragraph": {"id": "<paragraph>"},
    "join-records": {"survivor": "<person>", "other": "<same_person>"},
    "enter-in-roster": {"device": OTHER_DEVICE, "key": OTHER_KEY, "name": "Desk 2"},
    "revoke-in-roster": {"device": OTHER_DEVICE, "after": 3},
    "protect-person": {"person": "<person>", "pseudonym": "Speaker 7"},
    "translate": {"item": "<recommendation>", "language": "es", "text": "actuar"},
    "review-wording": {"item": "<recommendation>", "language": "fr"},
}
"""Arguments that work on the desk above; ``<name>`` stands for an id."""

NOT_HERE = {
    "compose-outcome",
    "settle",
    "settle-many",
    "take-up-proposals",
    "dismiss-proposals",
    "restore-in-roster",
}
"""The desk has its document already, nothing came in from other desks, nobody is revoked: they have their own tests."""

FOR_EVER = {"withdraw", "withdraw-late", "withdraw-words", "name-for-identity", "seal-identity-anew"}
"""What makes something vanish is not undone, and a key is handed to another desk: tests of their own, too."""


def filled(told: Any, ids: dict[str, str]) -> Any:
    text = json.dumps(told)
    for name, value in ids.items():
        text = text.replace(f"<{name}>", value)
    return json.loads(text)


def state() -> Any:
    with desk_file.reader(Path(DESK)) as reader:
        return derived(reader)


def test_good_arguments_are_known_for_every_command():
    assert set(COMMANDS) - NOT_HERE - FOR_EVER <= set(GOOD), "tell this test how the new command is called"


@pytest.mark.parametrize("command", sorted(GOOD))
def test_a_command_runs_by_its_name_and_is_undone(hrdesk: Line, ids: dict[str, str], command: str):
    if command not in COMMANDS:
        pytest.skip("the command comes with its room")
    before = hrdesk("show", DESK, "--json").told["records"]
    answer = hrdesk("do", DESK, command, filled(GOOD[command], ids))
    assert (answer.status, answer.err) == (0, ""), answer
    assert isinstance(answer.told, dict)
    assert hrdesk("show", DESK, "--json").told["records"] != before or command == "add-missing-recommendations"
    if hrdesk("show", DESK, "--json").told["records"] != before:
        assert hrdesk("do", DESK, "undo").told == {"undone": command}
        assert hrdesk("show", DESK, "--json").told["records"] == before
    assert [one.name for one in Path().iterdir()] == [DESK]


BAD_VALUES: tuple[Any, ...] = (None, 2**60, True, [1], {"a": 1.5}, "none", "")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_bad_arguments_are_refused_in_one_sentence_or_mean_something(hrdesk: Line, ids: dict[str, str], command: str):
    """Whatever is given, the answer is a result or one sentence; never a fault of ours, and never half of a change."""
    good = filled(GOOD.get(command, {}), ids)
    tries: list[Any] = [{}, {**good, "none": 1}, {**good, "pen": 1}, {**good, "self": 1}, {**good, "consultation": 1}]
    named = [argument.name for argument in COMMANDS[command].arguments() if argument.type != "fields"]
    tries += [{**good, name: value} for name in named for value in BAD_VALUES]
    tries += [{**good, name: "x" * 300_000} for name in named if name in ("text", "name", "title")]
    before = state()
    for told in tries:
        answer = hrdesk("do", DESK, command, told)
        if answer.status == 0:
            hrdesk("do", DESK, "undo")
            before = state()
            continue
        assert answer.status == 1, told
        assert state() == before
        assert answer.out == ""
        assert answer.err.count("\n") == 1, told
        assert answer.err.rstrip().endswith((".", "”.")), answer.err


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[1]",
        "null",
        '"x"',
        "{",
        '{"a": NaN}',
        '{"id": "\\ud800"}',
        '{"\\udfff": 1}',
        "[" * 100_000,
        '{"a":' + "9" * 5000 + "}",
    ],
    ids=lambda text: text[:20],
)
def test_what_are_no_arguments_is_refused(hrdesk: Line, ids: dict[str, str], text: str):
    before = state()
    answer = hrdesk("do", DESK, "edit", text)
    assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert state() == before


def test_arguments_come_from_standard_input(hrdesk: Line, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch):
    def stdin(data: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))

    stdin(json.dumps({"session": ids["session"], "text": "人权 é"}).encode())
    assert hrdesk("do", DESK, "keep-note", "-").status == 0
    stdin(b'{"text": "caf\xe9"}')
    assert hrdesk("do", DESK, "keep-note", "-").status == 1
    stdin(b"")
    assert "needs" in hrdesk("do", DESK, "keep-note", "-").err


@pytest.mark.parametrize(
    "wrong",
    [
        ["do"],
        ["do", DESK],
        ["dance"],
        [],
        ["do", DESK, "a", "{}", "b"],
        ["outcome", DESK],
        ["merge", DESK],
        ["show", DESK, "--xml"],
        ["outcome", DESK, "--language", "de", "--output", "x"],
    ],
)
def test_wrong_usage_is_status_two(hrdesk: Line, wrong: list[str]):
    answer = hrdesk(*wrong)
    assert (answer.status, answer.out) == (2, "")
    assert "usage" in answer.err


def test_help_is_no_error(hrdesk: Line):
    answer = hrdesk("--help")
    assert (answer.status, answer.err) == (0, "")
    assert "conflicts" in answer.out


def test_undo_and_redo_with_nothing_to_do_are_refused(hrdesk: Line, tmp_path: Path, profile: Path):
    Desk.create(tmp_path / "empty.hrdesk", Profile(profile)).close()
    for command in ("undo", "redo"):
        answer = hrdesk("do", "empty.hrdesk", command)
        assert (answer.status, answer.out) == (1, "")
    assert hrdesk("show", "empty.hrdesk").out == "There is nothing yet.\n"
    assert hrdesk("show", "empty.hrdesk", "--json").told["records"] == {}


def test_settling_and_composing_have_their_sentences(hrdesk: Line, ids: dict[str, str]):
    assert hrdesk("do", DESK, "settle", {"record": ids["note"], "field": "text"}).status == 1
    assert "already" in hrdesk("do", DESK, "compose-outcome").err
