"""Material from outside as notes: one step, one source, as strict as it came, and not twice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.notes.outside import Stopped, take_material_telling
from hrdesk.notes.outside_preview import preview_file, preview_pasted
from hrdesk.notes.rules.outside import Clock, handed_over
from hrdesk.records import Note, OutsideSource
from hrdesk.store.finding import find
from hrdesk.store.standings import read_classes
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk

HASH = "ab" * 32
LOG = (
    "09:15:22 From Delegation of A to Everyone:\n\tWe support #focal points.\n"
    "09:16:00 From Delegation of A to Delegation of B (Direct Message):\n\tLet us talk.\n"
    "09:17:00 From Plugh (host) to Everyone:\n\tYes.\n"
    "09:18:00 From Participant 1 to Everyone:\n\tAs Plugh said.\n"
)


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def session(desk: MemoryDesk, **fields: Any) -> str:
    return str(do(desk, "add", kind="session", title="Opening", **fields)["id"])


def take(desk: MemoryDesk, where: str, *rows: dict[str, Any], **told: Any) -> Any:
    given = {"source_kind": "chat", "file_hash": HASH, **told}
    return do(desk, "take-material", session=where, rows=list(rows), **given)


def test_each_row_is_a_note_that_names_its_source_and_undo_takes_all_of_it_back(desk: MemoryDesk) -> None:
    where = session(desk)
    made = take(
        desk, where, {"text": "one", "place": "¶ 1"}, {"text": "two", "at": "2026-09-08T07:15:22Z"}, title=" A  chat "
    )
    source = desk.reader.get(OutsideSource, made["id"])
    assert source is not None
    assert (source.title, source.source_kind, source.file_hash, source.session) == ("A chat", "chat", HASH, where)
    notes = desk.reader.every(Note)
    assert [(note.text, note.source, note.source_place, note.at) for note in notes] == [
        ("one", made["id"], "¶ 1", None),
        ("two", made["id"], None, "2026-09-08T07:15:22Z"),
    ]
    desk.undo()
    assert desk.reader.every(Note) == desk.reader.every(OutsideSource) == []
    desk.redo()
    assert len(desk.reader.every(Note)) == 2


def test_what_nobody_classed_is_confidential_and_the_source_as_strict_as_its_strictest(desk: MemoryDesk) -> None:
    where = session(desk)
    made = take(desk, where, {"text": "one"}, {"text": "two", "sensitivity": "public"})
    assert [note.sensitivity for note in desk.reader.every(Note)] == ["confidential", "public"]
    source = desk.reader.get(OutsideSource, made["id"])
    assert source is not None
    assert source.sensitivity == "confidential"


def test_the_same_file_is_taken_twice_only_if_somebody_says_so(desk: MemoryDesk) -> None:
    where = session(desk)
    take(desk, where, {"text": "one"})
    with pytest.raises(Refused, match="taken in already"):
        take(desk, where, {"text": "one"})
    assert len(desk.reader.every(Note)) == 1
    take(desk, where, {"text": "one"}, again=True)
    assert len(desk.reader.every(Note)) == 2


@pytest.mark.parametrize(
    ("rows", "told", "sentence"),
    [
        ([], {}, "tick at least one"),
        ([{"text": " "}], {}, "Rows of material"),
        ([{"text": "x", "name": "y"}], {}, "Rows of material"),
        ([{"text": 3}], {}, "Rows of material"),
        ([{"text": "x", "at": "09:15"}], {}, "Rows of material"),
        ([{"text": "x", "language": "xx"}], {}, "Rows of material"),
        ([{"text": "x", "sensitivity": "secret"}], {}, "Rows of material"),
        ([{"text": "x", "speaker": "nobody"}], {}, "no speaker"),
        ([{"text": "x"}], {"source_kind": "letter"}, "no kind of material"),
        ([{"text": "x"}], {"sensitivity": "restricted"}, "stricter"),
        ([{"text": "x"}], {"session": "nowhere"}, "no session"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    desk: MemoryDesk, rows: list[dict[str, Any]], told: dict[str, Any], sentence: str
) -> None:
    where = session(desk, sensitivity="confidential")
    given = {"session": where, "source_kind": "chat", "file_hash": HASH, "rows": rows, **told}
    with pytest.raises(Refused, match=sentence):
        do(desk, "take-material", **given)
    assert desk.reader.every(Note) == desk.reader.every(OutsideSource) == []


def test_a_stop_half_way_changes_nothing(desk: MemoryDesk) -> None:
    where = session(desk)
    heard: list[tuple[int, int]] = []

    def report(done: int, of: int) -> bool:
        heard.append((done, of))
        return done < 100

    with pytest.raises(Stopped):
        desk.run(
            take_material_telling(report),
            session=where,
            source_kind="chat",
            file_hash=HASH,
            rows=[{"text": str(number)} for number in range(150)],
        )
    assert heard == [(0, 150), (100, 150)]
    assert desk.reader.every(Note) == []


def test_a_protected_person_is_known_by_the_record_and_its_name_stands_nowhere(desk: MemoryDesk) -> None:
    do(desk, "new-consultation", title="Workshop", language="en")
    person = do(
        desk, "add", kind="person", name="Plugh", affiliation="Plugh union", protected=True, pseudonym="Speaker 7"
    )["id"]
    known = do(desk, "add", kind="person", affiliation="Delegation of A")["id"]
    where = session(desk)
    found = preview_pasted(desk.reader, LOG)
    assert [(row.person, row.heard) for row in found.rows] == [
        (known, "Delegation of A"),
        (known, "Delegation of A"),
        (person, ""),
        (None, "Participant 1"),
    ]
    assert [(row.private, row.named, row.taken) for row in found.rows] == [
        (False, False, True),
        (True, False, False),
        (False, False, True),
        (False, True, True),
    ]
    rows = handed_over(found.rows, "restricted", found.language, Clock())
    assert [row["sensitivity"] for row in rows] == ["restricted", "restricted", "confidential"]
    take(
        desk,
        where,
        *rows,
        {"text": "x", "speaker_label": "Plugh, on the telephone"},
        {"text": "y", "speaker": person, "speaker_label": "Plugh"},
    )
    labels = [(note.speaker, note.speaker_label) for note in desk.reader.every(Note)]
    assert labels == [(known, "Delegation of A"), (person, None), (None, "Participant 1"), (None, None), (person, None)]
    assert desk.reader.every(Note)[0].text == "We support #focal points."


def test_the_preview_says_that_the_same_file_was_taken_before(desk: MemoryDesk, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LOG, encoding="utf-8")
    where = session(desk)
    found = preview_file(desk.reader, path)
    assert found.before is None
    made = take(desk, where, {"text": "one"}, file_hash=found.source.file_hash)
    before = preview_file(desk.reader, path).before
    assert before is not None
    assert before.id == made["id"]


def test_the_notes_are_found_by_their_words_like_any_other(desk: MemoryDesk) -> None:
    where = session(desk)
    take(desk, where, {"text": "Early warning for defenders"})
    assert [one.kind for one in find(desk.reader, "defender", "confidential")] == ["note"]
    assert find(desk.reader, "defender", "restricted") == []


def test_the_material_is_as_strict_as_its_session_becomes(desk: MemoryDesk) -> None:
    where = session(desk)
    made = take(desk, where, {"text": "x", "sensitivity": "public"}, title="Chat")
    assert read_classes(desk.reader).of(made["id"]) == "public"
    do(desk, "edit", id=where, sensitivity="confidential")
    assert read_classes(desk.reader).of(made["id"]) == "confidential"
