"""Reading a Word file that came back: tracked changes, moves, comments, paragraphs put in, edits nobody tracked."""

import zipfile
from pathlib import Path

import pytest

from hrdesk.errors import Refused
from hrdesk.files.passages import Mark, Passage
from hrdesk.files.returned import ReturnedFile, read_returned
from hrdesk.files.word_frames import unframed
from tests.files.word_pages import DATE, W, comment, marked, paragraph, put_in, run, taken_out, word_file

NAME = "_hr_aaaaaaaaaaaaaaaaaaaa_bbbbbbbbbbbb"
OTHER = "_hr_cccccccccccccccccccc_bbbbbbbbbbbb"


def read(tmp_path: Path, body: str, comments: str = "") -> tuple[Passage, ...]:
    return read_returned(word_file(tmp_path / "draft.docx", body, comments)).passages


def test_the_text_is_known_with_and_without_the_changes(tmp_path):
    inner = run("States ") + taken_out("should") + put_in("shall") + run(" cooperate.")
    (one,) = read(tmp_path, paragraph(run("12.\t") + marked(NAME, inner)))
    assert (one.anchor, one.before, one.after) == (NAME, "States should cooperate.", "States shall cooperate.")
    assert one.authors == ("Kenya",)
    assert one.date_of("Kenya") == "2026-11-20T10:11:00Z"


def test_each_author_proposes_a_text_of_their_own(tmp_path):
    inner = run("States ") + taken_out("should", "Kenya") + put_in("shall", "Kenya") + run(" cooperate")
    inner += put_in(" fully", "Chile") + run(".")
    (one,) = read(tmp_path, paragraph(run("1.\t") + marked(NAME, inner)))
    assert one.proposed_by("Kenya") == "States shall cooperate."
    assert one.proposed_by("Chile") == "States should cooperate fully."


def test_who_strikes_words_that_another_put_in_stands_on_their_text(tmp_path):
    nested = f"<w:ins w:id='1' w:author='Kenya'>{run('promptly ')}{taken_out('and fully ', 'Chile')}</w:ins>"
    (one,) = read(tmp_path, paragraph(marked(NAME, run("States ") + nested + run("act."))))
    assert one.proposed_by("Kenya") == "States promptly and fully act."
    assert one.proposed_by("Chile") == "States promptly act."
    assert one.stands_on("Chile") == {"Kenya"}
    assert one.stands_on("Kenya") == frozenset()


def test_the_number_and_the_brackets_are_no_part_of_the_text(tmp_path):
    body = paragraph(run("12 bis.\t[") + marked(NAME, run("[States] act")) + run("]"))
    (one,) = read(tmp_path, body)
    assert one.before == "[States] act"


def test_what_was_written_right_beside_the_bookmark_belongs_to_the_text(tmp_path):
    body = paragraph(run("2.\t[") + put_in("All ") + marked(NAME, run("States act")) + put_in(" now") + run("]"))
    (one,) = read(tmp_path, body)
    assert (one.before, one.after) == ("States act", "All States act now")


def test_formatting_alone_changes_nothing(tmp_path):
    face = '<w:rPr><w:b/><w:rPrChange w:id="3" w:author="Kenya"><w:rPr/></w:rPrChange></w:rPr>'
    (one,) = read(tmp_path, paragraph(marked(NAME, run("States act", face=face))))
    assert (one.before, one.authors) == ("States act", ())


def test_a_paragraph_that_was_put_in_behind_is_one_of_its_own(tmp_path):
    """As Word writes it when somebody presses Enter at the end: the end of ours is the one that was put in."""
    body = paragraph(run("1.\t") + marked(NAME, run("States act")), end="ins") + paragraph(put_in("New paragraph"))
    ours, new = read(tmp_path, body)
    assert (ours.anchor, ours.after) == (NAME, "States act")
    assert (new.anchor, new.before, new.after) == ("", "", "New paragraph")


def test_a_paragraph_that_was_put_in_before_the_bookmark_closed_is_one_of_its_own(tmp_path):
    start, end = f'<w:bookmarkStart w:id="1" w:name="{NAME}"/>', '<w:bookmarkEnd w:id="1"/>'
    body = paragraph(start + run("States act"), end="ins") + paragraph(put_in("New paragraph") + end)
    ours, new = read(tmp_path, body)
    assert (ours.anchor, ours.after) == (NAME, "States act")
    assert (new.anchor, new.after) == ("", "New paragraph")


def test_a_passage_that_was_cut_in_two_keeps_both_parts(tmp_path):
    start, end = f'<w:bookmarkStart w:id="1" w:name="{NAME}"/>', '<w:bookmarkEnd w:id="1"/>'
    (one,) = read(tmp_path, paragraph(start + run("States act."), end="ins") + paragraph(run("Bodies help.") + end))
    assert (one.before, one.after) == ("States act.Bodies help.", "States act.\nBodies help.")


def test_two_passages_in_one_paragraph_are_told_apart(tmp_path):
    body = paragraph(run("1.\t") + marked(NAME, run("First.")) + run("2.\t") + marked(OTHER, run("Second."), 2))
    assert [(one.anchor, one.before) for one in read(tmp_path, body)] == [(NAME, "First."), (OTHER, "Second.")]


def test_a_passage_that_was_moved_is_neither_struck_nor_new(tmp_path):
    body = paragraph(marked(NAME, taken_out("States act", tag="moveFrom"))) + paragraph(run("Between"))
    gone, _, there = read(tmp_path, body + paragraph(put_in("States act", tag="moveTo")))
    assert gone.is_moved_away
    assert (there.anchor, there.after) == ("", "States act")


def test_comments_come_with_the_words_they_are_set_to(tmp_path):
    inner = '<w:commentRangeStart w:id="5"/>' + run("should") + '<w:commentRangeEnd w:id="5"/>'
    inner += '<w:r><w:commentReference w:id="5"/></w:r>' + run(" act")
    (one,) = read(tmp_path, paragraph(marked(NAME, inner)), comment("5", "Too strong"))
    (remark,) = one.remarks
    assert (remark.author, remark.text, remark.quoted) == ("Chile", "Too strong", "should")


def test_a_comment_over_several_passages_is_told_once(tmp_path):
    body = paragraph(marked(NAME, '<w:commentRangeStart w:id="5"/>' + run("One")))
    body += paragraph(marked(OTHER, run("Two") + '<w:commentRangeEnd w:id="5"/>', 2))
    first, second = read(tmp_path, body, comment("5", "Join these"))
    assert [one.quoted for one in first.remarks] == ["One"]
    assert second.remarks == ()


def test_fields_hidden_words_and_second_copies_of_boxes_are_no_text(tmp_path):
    hidden = run("secret", face="<w:rPr><w:vanish/></w:rPr>")
    field = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    (one,) = read(tmp_path, paragraph(marked(NAME, run("a") + hidden + field + run("b"))))
    assert one.before == "ab"


def test_a_bookmark_between_paragraphs_and_in_a_content_control_is_found(tmp_path):
    body = (
        f'<w:bookmarkStart w:id="1" w:name="{NAME}"/><w:sdt><w:sdtContent>{paragraph(run("a"))}</w:sdtContent></w:sdt>'
    )
    (one,) = read(tmp_path, body + '<w:bookmarkEnd w:id="1"/>')
    assert (one.anchor, one.before) == (NAME, "a")


def test_the_frame_is_taken_away_where_the_bookmark_was_lost(tmp_path):
    (one,) = read(tmp_path, paragraph(run("12.\t[States ") + put_in("[all] ") + run("act.]")))
    assert unframed(one).before == "States act."
    assert unframed(one).after == "States [all] act."


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as caught:
        read_returned(path)
    return str(caught.value)


def test_what_is_no_word_file_is_refused_in_one_sentence(tmp_path):
    for name, content in {"note.txt": b"text", "empty.docx": b"", "old.doc": bytes.fromhex("d0cf11e0a1b11ae1")}.items():
        path = tmp_path / name
        path.write_bytes(content)
        assert "is no Word file" in refusal(path)
    assert "could not be opened" in refusal(tmp_path / "missing.docx")
    with zipfile.ZipFile(tmp_path / "other.docx", "w") as archive:
        archive.writestr("x", "y")
    assert "is no Word file" in refusal(tmp_path / "other.docx")


def test_a_harmful_file_is_refused(tmp_path):
    bomb, entities = tmp_path / "bomb.docx", tmp_path / "entities.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}>{' ' * 61_000_000}</w:document>")
    assert "is larger than any draft" in refusal(bomb)
    with zipfile.ZipFile(entities, "w") as archive:
        archive.writestr("word/document.xml", f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {W}>&a;</w:document>')
    assert "is damaged" in refusal(entities)


def test_what_the_file_says_of_itself_is_read(tmp_path):
    path = word_file(tmp_path / "draft.docx", paragraph(run("a")), properties={"hrdesk version": "Rev.2"})
    found: ReturnedFile = read_returned(path)
    assert found.properties == {"hrdesk version": "Rev.2"}
    assert len(found.file_hash) == 64


def moved_by_libreoffice(text: str, number: str = "12.\t") -> str:
    """Give a paragraph as LibreOffice moves it: only its end says so, and the bookmark is a copy cut at forty signs."""
    told = put_in(number) + marked(f"{NAME}_Co", text, 2)
    gone = taken_out(number) + marked(NAME, taken_out("States act"))
    return paragraph(gone, end="moveFrom") + paragraph(run("Between")) + paragraph(told, end="moveTo")


def test_what_libreoffice_moved_is_told_from_what_was_struck_and_put_in(tmp_path):
    gone, _, there = read(tmp_path, moved_by_libreoffice(put_in("States act")))
    assert (gone.anchor, gone.is_moved_away, gone.joined_by) == (NAME, True, None)
    assert (there.anchor, there.after, there.is_put_in) == (f"{NAME}_Co", "States act", True)


def test_who_writes_into_what_another_moved_stands_on_who_moved_it(tmp_path):
    there = read(tmp_path, moved_by_libreoffice(put_in("States ") + put_in("all ", "Chile") + put_in("act")))[-1]
    assert there.proposed_by("Chile") == "States all act"
    assert there.stands_on("Chile") == {"Kenya"}
    assert there.proposed_by("Kenya") == "States act"


def test_who_took_out_the_end_of_a_passage_joined_it_with_the_next(tmp_path):
    first = paragraph(run("1.\t") + marked(NAME, run("First.")), end="del")
    one, other = read(tmp_path, first + paragraph(run("2.\t") + marked(OTHER, run("Second."), 2)))
    assert (one.after, one.joined_by, one.authors) == ("First.", Mark("Kenya", DATE), ())
    assert (other.after, other.joined_by) == ("Second.", None)


def test_a_number_that_was_put_in_with_its_text_is_no_part_of_it(tmp_path):
    (one,) = read(tmp_path, paragraph(run("13.\t") + put_in("Brand new"), end="ins"))
    assert (unframed(one).before, unframed(one).after) == ("", "Brand new")
    (one,) = read(tmp_path, paragraph(put_in("13.\t[") + put_in("Brand new]")))
    assert unframed(one).after == "Brand new"


def test_a_note_at_the_foot_is_a_remark_and_its_separator_is_none(tmp_path):
    path = word_file(
        tmp_path / "draft.docx",
        paragraph(marked(NAME, run("States act")) + '<w:ins><w:r><w:footnoteReference w:id="2"/></w:r></w:ins>'),
        parts={
            "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2" w:type="separator">{paragraph(run("-"))}'
            f'</w:footnote><w:footnote w:id="2">{paragraph(put_in("Not for us", "Chile"))}</w:footnote></w:footnotes>'
        },
    )
    ((remark,),) = (one.remarks for one in read_returned(path).passages)
    assert (remark.author, remark.text, remark.quoted) == ("Chile", "Not for us", "")


def test_two_lines_of_a_comment_stay_two_where_the_sign_between_them_was_dropped(tmp_path):
    inner = "<w:r><w:t>Keep this</w:t><w:t>and that</w:t></w:r>"
    told = f'<w:comment w:id="5" w:author="Chile"><w:p>{inner}</w:p></w:comment>'
    (one,) = read(tmp_path, paragraph(marked(NAME, run("a") + '<w:r><w:commentReference w:id="5"/></w:r>')), told)
    assert one.remarks[0].text == "Keep this\nand that"
