"""Codebooks and coded passages of other programs come in once, under their own GUIDs, and overwrite nothing."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from hrdesk.errors import Refused
from hrdesk.exchange.tools.recognizing import KNOWN, NEW, RENAMED, SAME_NAME, STRUCTURE, match_codes
from hrdesk.exchange.tools.taking_codes import code_rows, passage_rows
from hrdesk.files.qda import ForeignCode, ForeignProject, parse_qda, read_qda
from hrdesk.records import Note, OutsideSource, Tag, Tagging
from hrdesk.records.ids import tag_id

TAGUETTE = Path(__file__).parent / "taguette-1.5.2.qdc"
GUIDS = [f"0000000{number}-1111-4222-8333-444444444444" for number in range(10)]


def taken(desk, project: ForeignProject, **told):
    rows = {"codes": code_rows(project), "passages": passage_rows(project)}
    return desk.do("take-passages", session=desk.session, **rows, **told)


def out_and_in(desk, **replaced: str) -> ForeignProject:
    """Write the coded notes, let somebody change words of the XML, and read them again."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(desk.prepare(".qdpx").content)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for before, after in replaced.items():
                text = text.replace(before, after)
            new.writestr(name, text)
    return parse_qda(file.getvalue(), "p.qdpx")


def test_the_codebook_that_taguette_writes_comes_in_once(desk):
    project = read_qda(TAGUETTE)
    assert project.origin == "Taguette 1.5.2"
    made = desk.do("take-codebook", codes=code_rows(project))["tags"]
    names = {tag.name for tag in desk.reader.every(Tag)}
    assert names == {"interesting", "shelter", "shelter.opening", "الإيواء", "庇护所", "witness & victim"}
    assert "0d62985d-b147-5d01-a9b5-cae5dcd98342" in made
    assert desk.do("take-codebook", codes=code_rows(project)) == {"tags": [], "renamed": []}
    assert {one.how for one in match_codes(desk.reader, project.codes)} == {KNOWN}


def test_a_codebook_comes_in_in_one_step_that_can_be_undone(desk):
    desk.do("take-codebook", codes=code_rows(read_qda(TAGUETTE)))
    desk.undo()
    assert desk.reader.every(Tag) == []


def test_our_own_codebook_changes_nothing_in_any_language(desk):
    desk.note("one", tags=["theme:Prevention of torture", "shelter"], bodies=["ACHPR"])
    for language in ("en", "ar", "zh"):
        project = parse_qda(desk.prepare(".qdc", language).content, "c.qdc")
        assert {one.how for one in match_codes(desk.reader, project.codes)} <= {KNOWN, STRUCTURE}
        assert desk.do("take-codebook", codes=code_rows(project)) == {"tags": [], "renamed": []}


def test_a_code_that_was_renamed_outside_renames_its_tag_unless_that_is_not_wanted(desk):
    desk.note("one", tags=["shelter"])
    codes = [{"guid": tag_id("free", "shelter").upper(), "name": "night shelter"}]
    (found,) = match_codes(desk.reader, [ForeignCode(codes[0]["guid"], "night shelter")])
    assert (found.how, found.called) == (RENAMED, "shelter")
    desk.do("take-codebook", codes=codes, rename=False)
    assert [tag.name for tag in desk.reader.every(Tag)] == ["shelter"]
    desk.do("take-codebook", codes=codes)
    assert [tag.name for tag in desk.reader.every(Tag)] == ["night shelter"]


def test_a_code_that_is_called_like_a_tag_here_is_that_tag(desk):
    desk.note("one", tags=["Shelter"])
    codes = (ForeignCode(GUIDS[0], "shelter"), ForeignCode(GUIDS[1], "Femmes"), ForeignCode(GUIDS[2], "SHELTER"))
    found = match_codes(desk.reader, codes)
    assert [one.how for one in found] == [SAME_NAME, NEW, SAME_NAME]
    (women,) = match_codes(desk.reader, codes[1:2], "group")
    assert (women.how, women.called) == (SAME_NAME, "Women")


def test_two_codes_of_one_name_are_told_apart_by_what_they_stand_under(desk):
    codes = (
        ForeignCode(GUIDS[0], "Actors", False),
        ForeignCode(GUIDS[1], "States", True, (GUIDS[0],)),
        ForeignCode(GUIDS[2], "Duties", False),
        ForeignCode(GUIDS[3], "States", True, (GUIDS[2],)),
    )
    found = match_codes(desk.reader, codes)
    assert [one.name for one in found if one.how == NEW] == ["Actors: States", "Duties: States"]


def test_a_guid_that_is_the_id_of_something_else_here_is_no_tag(desk):
    desk.note("one", tags=["shelter"])
    (use,) = desk.reader.every(Tagging)
    desk.do("take-codebook", codes=[{"guid": use.id, "name": "harm"}])
    assert desk.reader.get(Tag, use.id) is None
    assert "harm" in {tag.name for tag in desk.reader.every(Tag)}


def test_our_own_notes_come_back_as_what_they_are(desk):
    note = desk.note("Shelters should open.", tags=["shelter"])
    desk.recommend("States should open shelters.", note)
    before = desk.visible()
    told = taken(desk, out_and_in(desk))
    assert told == {"notes": [], "tagged": [], "known": 2, "tags": [], "renamed": []}
    assert desk.visible() == before


def test_a_note_that_comes_back_gets_the_codes_it_was_given_outside_and_keeps_its_words(desk):
    note = desk.note("Shelters should open.", tags=["shelter"])
    desk.note("Second.", tags=["night"])
    shelter, night = (tag_id("free", name) for name in ("shelter", "night"))
    told = taken(desk, out_and_in(desk, **{f'targetGUID="{shelter}"': f'targetGUID="{night}"', "Shelters": "SHELTERS"}))
    assert told["tagged"] == [note]
    assert {one.tag for one in desk.reader.every(Tagging, item=note)} == {shelter, night}
    assert desk.reader.get(Note, note).text == "Shelters should open."


def foreign(text: str, *spans: tuple[int, int], origin: str = "NVivo") -> ForeignProject:
    said = "".join(
        f'<PlainTextSelection guid="{GUIDS[5 + at]}" startPosition="{start}" endPosition="{end}">'
        f'<Coding guid="{GUIDS[9]}"><CodeRef targetGUID="{{{GUIDS[1]}}}"/></Coding></PlainTextSelection>'
        for at, (start, end) in enumerate(spans)
    )
    xml = (
        f'<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="{origin}"><CodeBook><Codes>'
        f'<Code guid="{GUIDS[1]}" name="shelter" isCodable="true"/></Codes></CodeBook><Sources>'
        f'<TextSource guid="{GUIDS[0]}" name="Interview 1" plainTextPath="internal://Text.TXT">{said}</TextSource>'
        f'<PictureSource guid="{GUIDS[2]}"><PictureSelection guid="{GUIDS[3]}"><Coding guid="{GUIDS[4]}">'
        f'<CodeRef targetGUID="{GUIDS[1]}"/></Coding></PictureSelection></PictureSource></Sources></Project>'
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("project.qde", xml)
        package.writestr("sources/text.txt", text.encode())
    return parse_qda(file.getvalue(), "p.qdpx")


def test_coded_passages_become_confidential_notes_with_their_tags_and_their_source(desk):
    project = foreign("Shelters are closed. At night.", (0, 20))
    assert project.aside == 1
    (made,) = taken(desk, project)["notes"]
    note = desk.reader.get(Note, made)
    assert (note.text, note.sensitivity, note.session) == ("Shelters are closed.", "confidential", desk.session)
    assert [desk.reader.get(Tag, one.tag).name for one in desk.reader.every(Tagging, item=made)] == ["shelter"]
    assert desk.reader.get(OutsideSource, note.source).title == "Interview 1"
    assert taken(desk, project)["known"] == 1
    desk.undo()
    assert desk.reader.every(Note) == []


def test_atlas_counts_a_line_end_of_two_characters_as_one_and_others_as_two(desk):
    text = "One.\r\nTwo.\r\nThree."
    assert [one.text for one in foreign(text, (5, 9), origin="ATLAS.ti Win 23").passages] == ["Two."]
    assert [one.text for one in foreign(text, (6, 10)).passages] == ["Two."]


def test_a_passage_that_is_not_in_its_text_is_left_aside(desk):
    project = foreign("Short.", (0, 90), (5, 2), (-3, 2))
    assert project.passages == ()
    assert project.aside == 4


def test_a_class_that_is_milder_than_the_session_is_refused(desk):
    strict = desk.do("add", kind="session", title="Closed", sensitivity="confidential")["id"]
    project = foreign("Shelters are closed.", (0, 8))
    rows = {"codes": code_rows(project), "passages": passage_rows(project)}
    with pytest.raises(Refused, match="stricter"):
        desk.do("take-passages", session=strict, sensitivity="public", **rows)
    assert desk.reader.every(Note) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"codes": [{"guid": GUIDS[0]}]},
        {"codes": [{"guid": 1, "name": "x"}]},
        {"codes": [{"guid": GUIDS[0], "name": " "}]},
        {"codes": [], "scheme": "nonsense"},
    ],
)
def test_rows_that_are_none_are_refused_in_one_sentence(desk, wrong):
    with pytest.raises(Refused):
        desk.do("take-codebook", **wrong)
    assert desk.reader.every(Tag) == []
