"""Composing: what may appear in which words, in every language, whatever was classed how."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.language import LANGUAGES
from hrdesk.outcome.composition import Composed, compose
from hrdesk.outcome.document import Paragraph
from hrdesk.outcome.queries import material
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk

SECRET = "XYZZY"


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def start(desk: MemoryDesk, **fields: Any) -> str:
    return str(
        do(desk, "new-consultation", **{"title": "Workshop", "language": "en", "sensitivity": "public", **fields})[
            "session"
        ]
    )


def composed(desk: MemoryDesk, language: str = "en") -> Composed:
    return compose(material(desk.reader), language)


def words(desk: MemoryDesk, language: str = "en") -> str:
    return repr(composed(desk, language).document)


@pytest.mark.parametrize("made", [False, True])
@pytest.mark.parametrize(
    ("sensitivity", "appears", "named"),
    [("public", True, True), ("restricted", True, False), ("confidential", False, False)],
)
def test_a_note_appears_as_its_class_says(desk: MemoryDesk, made: bool, sensitivity: str, appears: bool, named: bool):
    session = start(desk)
    person = do(desk, "add", kind="person", name="N. N.", affiliation="Some body", consent="press")["id"]
    do(desk, "keep-note", session=session, text=SECRET, speaker=person, sensitivity=sensitivity)
    if made:
        do(desk, "compose-outcome")
    for language in LANGUAGES:
        told = words(desk, language)
        assert (SECRET in told) is appears
        assert ("Some body" in told) is (named and not made), "a paragraph is worded by its author"
        assert composed(desk, language).report.left_out == (0 if appears else 1)
        assert "confidential" not in composed(desk, language).classes


@pytest.mark.parametrize("made", [False, True])
@pytest.mark.parametrize("where", ["session", "consultation"])
def test_a_confidential_session_or_consultation_leaves_not_even_its_title(desk: MemoryDesk, made: bool, where: str):
    start(desk, title="Open")
    closed = do(desk, "add", kind="session", title=f"Meeting on {SECRET}", sensitivity="restricted")["id"]
    note = do(desk, "keep-note", session=closed, text=SECRET)["id"]
    do(desk, "make-recommendation", notes=[note])
    consultation = desk.reader.value("SELECT id FROM consultation")
    do(
        desk,
        "edit",
        id=consultation,
        title=f"Workshop on {SECRET}" if where == "consultation" else "Workshop",
        theme=SECRET if where == "consultation" else None,
    )
    if made:
        do(desk, "compose-outcome", author=SECRET if where == "consultation" else None)
    assert SECRET in words(desk)
    do(desk, "edit", id=closed if where == "session" else consultation, sensitivity="confidential")
    for language in LANGUAGES:
        assert SECRET not in words(desk, language)


def test_a_contested_class_leaves_the_text_out_until_it_is_settled(desk: MemoryDesk):
    other = MemoryDesk(1)
    note = do(desk, "keep-note", session=start(desk), text=SECRET)["id"]
    other.take(desk.changes())
    do(other, "edit", id=note, sensitivity="confidential")
    do(desk, "edit", id=note, sensitivity="restricted")
    desk.take(other.changes())
    assert SECRET not in words(desk)
    do(desk, "settle", record=note, field="sensitivity", value="restricted", reason="agreed")
    assert SECRET in words(desk)
    other.close()


@pytest.mark.parametrize(
    ("level", "consent", "protected", "named"),
    [
        ("attributed", "press", False, "N. N. (Some body): "),
        ("affiliation", "press", False, "Some body: "),
        ("chatham_house", "press", False, ""),
        ("attributed", "notes", False, ""),
        ("attributed", "withdrawn", False, ""),
        ("attributed", "press", True, "Speaker 7: "),
    ],
)
def test_contested_attribution_consent_and_protection_count_as_the_strictest(
    desk: MemoryDesk, level: str, consent: str, protected: bool, named: str
):
    other = MemoryDesk(1)
    session = start(desk)
    person = do(desk, "add", kind="person", name="N. N.", affiliation="Some body", pseudonym="Speaker 7")["id"]
    note = do(desk, "keep-note", session=session, text="said", speaker=person, sensitivity="public")["id"]
    other.take(desk.changes())
    do(desk, "edit", id=note, attribution="attributed")
    do(desk, "edit", id=person, consent="press", protected=False)
    do(other, "edit", id=note, attribution=level)
    do(other, "edit", id=person, consent=consent, protected=protected)
    desk.take(other.changes())
    told = words(desk)
    assert (f"text='{named}'" in told) is bool(named)
    if not named:
        assert "Some body" not in told
    other.close()


def test_a_speaker_whose_record_is_gone_is_not_named_by_what_was_heard(desk: MemoryDesk):
    session = start(desk)
    person = do(desk, "add", kind="person", name="N. N.")["id"]
    do(desk, "keep-note", session=session, text="said", speaker=person, speaker_label=SECRET, sensitivity="public")
    do(desk, "delete", id=person)
    assert SECRET not in words(desk)


def test_a_translation_stands_where_it_is_current_and_the_source_marked_where_not(desk: MemoryDesk):
    start(desk)
    made = do(desk, "make-recommendation", notes=[], text="Act.", sensitivity="public")["id"]
    before = composed(desk, "fr").report.untranslated
    do(desk, "translate", item=made, language="fr", text="Agir.")
    report = composed(desk, "fr").report
    assert (report.untranslated, report.drafts) == (before - 1, 1)
    assert "Agir." in words(desk, "fr")
    do(desk, "edit", id=made, text="Act now.")
    assert "Agir." not in words(desk, "fr")
    assert "Act now." in words(desk, "fr")
    assert composed(desk, "fr").report.stale == 1
    assert composed(desk, "en").report.stale == 0


def test_paragraphs_are_numbered_through_and_recommendations_are_bold(desk: MemoryDesk):
    session = start(desk)
    for text in ("one", "two"):
        do(desk, "keep-note", session=session, text=text)
    made = do(desk, "make-recommendation", notes=[], text="Act.")["id"]
    do(desk, "adopt", recommendation=made)
    do(desk, "compose-outcome")
    printed = [block for block in composed(desk).document.blocks if isinstance(block, Paragraph)]
    assert [block.number for block in printed] == [f"{number}." for number in range(1, len(printed) + 1)]
    bold = [block for block in printed if all(run.bold for run in block.runs)]
    assert ["".join(run.text for run in block.runs) for block in bold] == ["Act."]


def test_paragraphs_put_under_each_other_by_two_desks_are_all_printed(desk: MemoryDesk):
    other = MemoryDesk(1)
    start(desk)
    do(desk, "compose-outcome")
    first, second = (do(desk, "add-paragraph", text=text)["id"] for text in ("first one", "second one"))
    other.take(desk.changes())
    do(desk, "edit", id=first, parent=second)
    do(other, "edit", id=second, parent=first)
    desk.take(other.changes())
    assert "first one" in words(desk)
    assert "second one" in words(desk)
    other.close()


def test_an_empty_desk_gives_a_document_in_every_language(desk: MemoryDesk):
    for language in LANGUAGES:
        assert composed(desk, language).document.title
