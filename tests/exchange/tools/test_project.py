"""Codebooks and coded notes are valid against the standard, survive renaming, and tell nothing that must stay."""

import hashlib
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.exchange.tools.codes import scheme_guid
from hrdesk.exchange.tools.guids import guid_of
from hrdesk.language import LANGUAGES
from hrdesk.paths import resources_folder
from hrdesk.records import Tag
from tests.exchange.tools.table_desk import CODEBOOK, PROJECT, ToolDesk, hold_against


def codes(desk: ToolDesk, **told: str) -> dict[str, str]:
    root = ET.fromstring(desk.prepare(".qdc", **told).content)
    return {one.get("guid", ""): one.get("name", "") for one in root.iter(f"{CODEBOOK}Code")}


def selections(root: ET.Element) -> dict[str, ET.Element]:
    return {one.get("guid", ""): one for one in root.iter(f"{PROJECT}PlainTextSelection")}


def test_the_standards_schema_is_the_one_that_was_published():
    schema = resources_folder() / "schemas" / "refi-qda" / "Project.xsd"
    told = (schema.parent / "README.md").read_text("utf-8")
    assert hashlib.sha256(schema.read_bytes()).hexdigest() in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_codebook_and_coded_notes_are_valid_in_every_language(desk, language):
    note = desk.note(
        "Shelters should open.", tags=["theme:Prevention of torture", "shelter", "庇护所"], bodies=["ACHPR"]
    )
    desk.recommend("States should open shelters.", note)
    hold_against(desk.prepare(".qdc", language).content, "Codebook.xsd")
    root, texts = desk.project(language=language)
    assert len(texts) == 2
    assert len(selections(root)) == 2


def test_an_empty_desk_gives_a_valid_codebook_and_project():
    desk = ToolDesk()
    hold_against(desk.prepare(".qdc").content, "Codebook.xsd")
    root, texts = desk.project()
    assert not texts
    assert root.find(f"{PROJECT}Sources") is None
    desk.close()


def test_every_passage_stands_where_its_positions_say_counted_in_code_points(desk):
    said = ["First 𝒳 note\nof two lines.", "Вторая", "ثالثا", "第四𠮷"]
    notes = {desk.note(text): text for text in said}
    root, texts = desk.project()
    ((_, text),) = texts.items()
    assert "\r" not in text
    for record, words in notes.items():
        one = selections(root)[guid_of(record)]
        assert text[int(one.get("startPosition", "")) : int(one.get("endPosition", ""))] == words


@settings(max_examples=15)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), min_size=1, max_size=4))
def test_whatever_is_said_the_project_is_valid_and_its_positions_are_right(said):
    desk = ToolDesk()
    kept = {}
    for text in said:
        try:
            kept[desk.note(text, tags=[text] if text.split() else [])] = text
        except Refused:
            continue
    root, texts = desk.project()
    for one in selections(root).values():
        start, end = int(one.get("startPosition", "")), int(one.get("endPosition", ""))
        assert all(0 <= start < end <= len(text) for text in texts.values())
    desk.close()


def test_the_same_content_always_gives_the_same_bytes(desk):
    desk.note("Shelters should open.", tags=["shelter"])
    assert desk.prepare(".qdpx").content == desk.prepare(".qdpx").content
    assert desk.prepare(".qdc").content == desk.prepare(".qdc").content


def test_a_tag_keeps_its_guid_when_it_is_renamed(desk):
    desk.note("Shelters should open.", tags=["shelter"])
    (tag,) = desk.reader.every(Tag)
    before = codes(desk)
    desk.do("edit", id=tag.id, name="night shelter")
    after = codes(desk)
    assert before.keys() == after.keys()
    assert before[tag.id] == "shelter"
    assert after[tag.id] == "night shelter"


def test_tags_stand_below_their_scheme_and_nothing_is_coded_with_a_scheme(desk):
    desk.note("Shelters should open.", tags=["shelter"])
    root = ET.fromstring(desk.prepare(".qdc").content)
    free = next(one for one in root.iter(f"{CODEBOOK}Code") if one.get("guid") == scheme_guid("free"))
    assert free.get("isCodable") == "false"
    assert [one.get("name") for one in free] == ["shelter"]


def test_shipped_terms_stand_in_the_language_that_was_asked_for_whether_used_or_not(desk):
    assert "Femmes" in codes(desk, language="fr").values()
    assert codes(desk, language="fr").keys() == codes(desk, language="ar").keys()


@pytest.mark.parametrize("form", [".qdc", ".qdpx", ".csv"])
def test_what_is_confidential_leaves_nowhere_nor_does_a_word_only_it_is_tagged_with(desk, form):
    note = desk.note("XYZZY", sensitivity="confidential", tags=["plugh"])
    desk.recommend("XYZZY again", note)
    desk.note("open", tags=["shelter"])
    said = desk.everything(form)
    assert "XYZZY" not in said
    assert "plugh" not in said


def test_a_tag_that_nobody_uses_may_leave(desk):
    note = desk.note("open", tags=["shelter"])
    (tag,) = desk.reader.every(Tag)
    desk.do("untag", item=note, tag=tag.id)
    assert "shelter" in codes(desk).values()


@pytest.mark.parametrize("form", [".qdc", ".qdpx", ".csv"])
def test_the_name_of_a_protected_person_keeps_what_it_stands_in_here(desk, form):
    person = desk.do("add", kind="person", name="Plugh", protected=True, pseudonym="Witness 1")["id"]
    desk.note("said by a witness", speaker=person)
    desk.note("Plugh was there", tags=["Plugh camp"])
    desk.recommend("Protect Plugh.")
    desk.recommend("Open shelters.", theme="The house of Plugh")
    desk.note("heard", speaker_label="Mr Plugh")
    assert "Plugh" not in desk.everything(form)


def test_public_notes_alone_name_their_speaker_and_moment(desk):
    desk.note("one", speaker_label="African Union")
    desk.note("two", speaker_label="League of Arab States", sensitivity="restricted")
    desk.note("three", speaker_label="European Union", attribution="chatham_house")
    root, _ = desk.project()
    values = [one.text for one in root.iter(f"{PROJECT}TextValue")]
    assert "African Union" in values
    assert not {"League of Arab States", "European Union"} & set(values)
    assert len(list(root.iter(f"{PROJECT}DateTimeValue"))) == 1
    times = {one.get("name"): one.get("creationDateTime", "")[10:] for one in selections(root).values()}
    assert times["1.2"] == times["1.3"] == "T00:00:00Z"


def test_only_what_is_public_leaves_where_that_was_asked_for(desk):
    desk.note("one")
    desk.note("two", sensitivity="restricted")
    prepared = desk.prepare(".qdpx", limit="public")
    assert (prepared.notes, prepared.left.strict) == (1, 1)
    with pytest.raises(Refused, match="confidential stays"):
        desk.prepare(".qdpx", limit="confidential")


def test_desks_stand_by_number_and_no_id_of_a_note_leaves(desk):
    desk.do("take-seat", name="Seat of somebody", role="rapporteur")
    note = desk.note("one")
    said = desk.everything(".qdpx")
    assert 'name="Desk 1"' in said
    assert "Seat of somebody" not in said
    assert note not in said
    assert desk.device.split(".")[0] not in said


def test_the_rule_of_a_session_protects_who_spoke_there_when_it_is_deleted(desk):
    closed = desk.do("add", kind="session", title="A", sensitivity="public", attribution="chatham_house")["id"]
    desk.do("keep-note", session=closed, text="It was said.", speaker_label="XYZZY", sensitivity="public")
    person = desk.do("add", kind="person", name="XYZZY")["id"]
    desk.do("keep-note", session=closed, text="And more.", speaker=person, sensitivity="public")
    assert "XYZZY" not in desk.everything(".qdpx")
    desk.do("delete", id=closed)
    told = desk.everything(".qdpx")
    assert "And more." in told
    assert "XYZZY" not in told
