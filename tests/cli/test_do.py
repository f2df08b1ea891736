"""Every command by its name through ``hrdesk do``, with good arguments and with bad ones."""

import io
import json
import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hrdesk import cli
from hrdesk.cli.parser import make_parser
from hrdesk.desk import Desk
from hrdesk.store import desk_file
from hrdesk.store.identity import Profile, device_name
from hrdesk.store.verification import derived
from hrdesk.work import COMMANDS
from tests.cli import negotiating
from tests.cli.conftest import Line
from tests.store import quick_disk

DESK = "a.hrdesk"

Do = Callable[..., Any]
"""Runs a command by its name."""


class Made(NamedTuple):
    folder: Path
    """Holds the desk, and beside it the profile that made it."""
    ids: dict[str, str]


@pytest.fixture
def ids(made: Made, hrdesk: Line, tmp_path: Path, profile: Path) -> dict[str, str]:
    """Give each test a copy of the desk and of the profile that made it, and the ids of what is in it."""
    del hrdesk  # it makes the folder the current one
    shutil.copy(made.folder / DESK, tmp_path / DESK)
    shutil.copytree(made.folder / "profile", profile, dirs_exist_ok=True)
    return made.ids


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make, once, a desk on which every command has something to do."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        quick_disk.spare(patch)
        desk = Desk.create(folder / DESK, Profile(folder / "profile"))

        def do(command: str, /, **arguments: Any) -> Any:
            return desk.run(COMMANDS[command], **arguments)

        ids = put_records(do)
        ids |= put_recommendations(do, ids)
        ids |= put_sessions(do, ids)
        ids |= negotiating.put_negotiations(do, ids)
        with desk.reading() as reader:
            ids["paragraph"] = str(reader.value("SELECT min(id) FROM paragraph WHERE recommendation IS NULL"))
            ids["document"] = str(reader.value("SELECT id FROM document"))
        desk.close()
    return Made(folder, ids)


def put_records(do: Do) -> dict[str, str]:
    """Put a consultation, notes, people and what else stands by itself."""
    made = do("new-consultation", title="W", language="en", sensitivity="public")
    ids = {"consultation": made["id"], "session": made["session"]}
    ids["note"] = do("keep-note", session=made["session"], text="said")["id"]
    ids["second_note"] = do("keep-note", session=made["session"], text="said too")["id"]
    ids["marked_note"] = do("keep-note", session=made["session"], text="said [?]", unresolved=["?"])["id"]
    ids["lesson"] = do("add", kind="lesson", text="x")["id"]
    ids["last_lesson"] = do("add", kind="lesson", text="last")["id"]
    ids["person"] = do("add", kind="person", name="Xyzzy")["id"]
    ids["same_person"] = do("add", kind="person", name="Xyzzy")["id"]
    ids["gone"] = do("add", kind="lesson", text="y")["id"]
    do("delete", id=ids["gone"])
    return ids


def put_recommendations(do: Do, ids: dict[str, str]) -> dict[str, str]:
    """Put recommendations of every standing, two of them with a strength to confirm, and their document."""
    told = {"recommendation": do("make-recommendation", notes=[ids["note"]], text="act")["id"]}
    told["strong"] = do("make-recommendation", notes=[], text="States must act.")["id"]
    told["weak"] = do("make-recommendation", notes=[], text="States could act, and they should report.")["id"]
    told["unread"] = do("make-recommendation", notes=[], text="States should act.", strength=None)["id"]
    told["adopted"] = do("make-recommendation", notes=[], text="adopted")["id"]
    do("adopt", recommendation=told["adopted"])
    told["tag"] = do("tag", item=told["recommendation"], name="water")["tag"]
    told["unused_tag"] = do("add-word", scheme="free", name="unused")["id"]
    do("translate", item=told["recommendation"], language="fr", text="agir")
    do("compose-outcome")
    return told


def put_sessions(do: Do, ids: dict[str, str]) -> dict[str, str]:
    """Put a session for each state of the floor: closed list, waiting, called, speaking, paused."""
    told = {}
    for name in ("closed", "waiting", "called", "speaking", "paused"):
        session = do("add", kind="session", title=name, consultation=ids["consultation"])["id"]
        told[name] = session
        do("choose-format", session=session, format="panel-2016")
        for code in ("CHE", "KEN", "PER"):
            told[f"{name}_{code}"] = do("inscribe", session=session, delegation=code)["id"]
    waiting = told["waiting"]
    told["twice"] = do("inscribe", session=waiting, delegation="CHE", again=True)["id"]
    told["minister"] = do("inscribe", session=waiting, label="Minister", speaker_class="dignitary", late=True)["id"]
    told["absent"] = do("inscribe", session=waiting, label="Absent")["id"]
    do("mark-absent", request=told["absent"])
    told["question"] = do("ask-panellist", session=waiting, panellist=ids["person"], text="Why?")["id"]
    do("close-list", session=told["closed"])
    for name in ("called", "speaking", "paused"):
        do("begin-segment", session=told[name])
        told[f"{name}_intervention"] = do("call", session=told[name], request=told[f"{name}_CHE"])["intervention"]
    for name in ("speaking", "paused"):
        do("start", session=told[name])
    do("pause", session=told["paused"])
    do("pause-session", session=told["paused"])
    told["spoken_note"] = do("keep-note", session=told["speaking"], text="said from the floor")["id"]
    return told


OTHER_KEY = "A" * 43
OTHER_DEVICE = device_name(bytes(32))

GOOD: dict[str, dict[str, Any]] = negotiating.GOOD | {
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
    "find-strengths": {"recommendations": ["<unread>"]},
    "confirm-strengths": {"pairs": ["<strong>:should", "<weak>:could"]},
    "join-recommendations": {"items": ["<recommendation>", "<unread>"], "text": "act"},
    "split-recommendation": {"recommendation": "<weak>", "parts": ["States could act.", "They could report."]},
    "keep-apart": {"first": "<recommendation>", "second": "<unread>"},
    "settle-marks": {"note": "<marked_note>", "tags": ["free:air"]},
    "add-word": {"scheme": "theme", "name": "Witnesses"},
    "rename-word": {"tag": "<tag>", "name": "Waters"},
    "delete-word": {"tag": "<unused_tag>"},
    "move-in-report": {"item": "<recommendation>"},
    "leave-out-of-report": {"item": "<recommendation>"},
    "take-codebook": {"codes": [{"guid": "6E5C7F3A-0000-4000-8000-000000000001", "name": "Detention"}]},
    "take-passages": {
        "session": "<session>",
        "codes": [{"guid": "6E5C7F3A-0000-4000-8000-000000000001", "name": "Detention"}],
        "passages": [
            {
                "guid": "6E5C7F3A-0000-4000-8000-000000000002",
                "text": "said elsewhere",
                "codes": "6E5C7F3A-0000-4000-8000-000000000001",
                "source": "A file",
                "source_guid": "6E5C7F3A-0000-4000-8000-000000000003",
            }
        ],
    },
    "take-recommendations": {"rows": [{"text": "States should report."}]},
    "take-returned-draft": {
        "changes": [{"kind": "text", "recommendation": "<recommendation>", "base": "act", "text": "act at once"}]
    },
    "correct-note": {"note": "<second_note>", "text": "said otherwise", "tags": ["free:air"], "note_kind": "challenge"},
    "take-material": {
        "session": "<session>",
        "source_kind": "chat",
        "file_hash": "ab" * 32,
        "rows": [{"text": "x", "place": "¶ 1", "speaker": "<person>", "at": "2026-09-08T08:06:10Z"}],
    },
    "confirm-spoken": {"pairs": ["<spoken_note>:<speaking_intervention>"]},
    "take-participants": {"found": [{"name": "Xyzzy", "delegation": "FRA", "function": "Minister"}]},
    "add-delegation": {"code": "FRA"},
    "take-names": {"found": [{"code": "FRA", "names": {"es": "Francia"}}]},
    "choose-format": {"session": "<waiting>", "format": "workshop"},
    "copy-format": {"format": "panel-2016", "name": "Ours"},
    "set-floor": {"session": "<waiting>", "language": "fr", "hard_end": "2026-09-08T11:00:00Z", "message": "x"},
    "inscribe": {"session": "<waiting>", "delegation": "FRA"},
    "confirm-request": {"request": "<waiting_CHE>"},
    "withdraw-request": {"request": "<waiting_CHE>"},
    "mark-absent": {"request": "<called_CHE>"},
    "put-back": {"request": "<absent>"},
    "receive-written": {"request": "<waiting_CHE>"},
    "correct-request": {"request": "<waiting_CHE>", "label": "The delegation"},
    "join-requests": {"request": "<waiting_CHE>", "other": "<twice>"},
    "move-request": {"request": "<waiting_PER>", "before": "<waiting_CHE>"},
    "swap-requests": {"request": "<waiting_PER>", "other": "<waiting_CHE>", "consents": "both"},
    "accept-late": {"request": "<minister>"},
    "draw-lots": {"session": "<waiting>", "number": 2, "seed": "x"},
    "open-list": {"session": "<closed>"},
    "close-list": {"session": "<waiting>"},
    "end-list": {"session": "<waiting>"},
    "call-next": {"session": "<waiting>"},
    "call": {"session": "<waiting>", "request": "<waiting_PER>"},
    "begin-reply": {"session": "<waiting>", "person": "<person>"},
    "next": {"session": "<speaking>"},
    "start": {"session": "<called>"},
    "pause": {"session": "<speaking>"},
    "resume": {"session": "<paused>"},
    "stop": {"session": "<speaking>"},
    "extend": {"session": "<speaking>", "seconds": 30},
    "take-back": {"session": "<speaking>"},
    "confirm-elapsed": {"session": "<speaking>", "seconds": 60},
    "begin-segment": {"session": "<waiting>"},
    "end-segment": {"session": "<speaking>"},
    "extend-segment": {"session": "<speaking>", "minutes": 5},
    "pause-session": {"session": "<speaking>"},
    "resume-session": {"session": "<paused>"},
    "gavel": {"session": "<speaking>"},
    "set-limit": {"session": "<waiting>", "seconds": 60},
    "pick-option": {"session": "<waiting>", "kind": "limit", "seconds": 60},
    "ask-panellist": {"session": "<speaking>", "panellist": "<person>", "text": "Why?"},
    "answer-question": {"question": "<question>"},
}
"""Arguments that work on the desk above; ``<name>`` stands for an id."""

NOT_HERE = {
    "compose-outcome",
    "follow-decisions",
    "settle",
    "settle-many",
    "take-up-proposals",
    "dismiss-proposals",
    "restore-in-roster",
}
"""The desk has its document already and nothing was decided since, nothing came in from other desks, nobody is revoked:
they have their own tests.
"""

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


def pages() -> bytes:
    """Give the file behind the header, in which SQLite counts how often it was opened for writing."""
    return Path(DESK).read_bytes()[100:]


def test_good_arguments_are_known_for_every_command():
    assert set(COMMANDS) - NOT_HERE - FOR_EVER == set(GOOD), "tell this test how the new command is called"


@pytest.mark.parametrize("command", sorted(GOOD))
def test_a_command_runs_by_its_name_and_is_undone(hrdesk: Line, ids: dict[str, str], command: str):
    before = hrdesk("show", DESK, "--json").told["records"]
    answer = hrdesk("do", DESK, command, filled(GOOD[command], ids))
    assert (answer.status, answer.err) == (0, ""), answer
    assert isinstance(answer.told, dict)
    assert hrdesk("show", DESK, "--json").told["records"] != before or command == "add-missing-recommendations"
    if hrdesk("show", DESK, "--json").told["records"] != before:
        assert hrdesk("do", DESK, "undo").told == {"undone": command}
        assert hrdesk("show", DESK, "--json").told["records"] == before
    assert [one.name for one in Path().iterdir()] == [DESK]


BAD_VALUES: tuple[Any, ...] = (None, 2**60, -1, True, [1], ["none"], [{}], [], {"a": 1.5}, "none", "")

EACH = 1 if os.environ.get("HRDESK_HISTORIES") else 3
"""Every how many of the bad values an argument is given here: the next one gets the next ones; all of them in bench."""


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_bad_arguments_are_refused_in_one_sentence_or_mean_something(
    hrdesk: Line, ids: dict[str, str], command: str, monkeypatch: pytest.MonkeyPatch
):
    """Whatever is given, the answer is a result or one sentence; never a fault of ours, and never half of a change."""
    monkeypatch.setattr(cli, "make_parser", cache(make_parser))  # making it takes longer than most commands do
    good = filled(GOOD.get(command, {}), ids)
    tries: list[Any] = [{}, {**good, "none": 1}, {**good, "pen": 1}, {**good, "self": 1}, {**good, "consultation": 1}]
    named = [argument.name for argument in COMMANDS[command].arguments() if argument.type != "fields"]
    tries += [{**good, name: value} for at, name in enumerate(named) for value in BAD_VALUES[at % EACH :: EACH]]
    tries += [{**good, name: "x" * 300_000} for name in named if name in ("text", "name", "title")]
    before, written = state(), pages()
    for told in tries:
        answer = hrdesk("do", DESK, command, told)
        if answer.status == 0:
            if pages() != written:  # else there is nothing of its own to undo
                hrdesk("do", DESK, "undo")
            before, written = state(), pages()
            continue
        assert answer.status == 1, told
        assert pages() == written or state() == before, told  # the first says the same and is quickly seen
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
