"""Material from outside: what it is, its paragraphs, its code page; what is hostile gets one sentence."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from hrdesk.errors import Refused
from hrdesk.files import word_package
from hrdesk.files.material import MOST_PIECES, Material, decode_any, read_material, read_pasted, read_source
from hrdesk.files.pieces import LONGEST


def read(text: str, kind: str = "") -> Material:
    return read_material(read_pasted(text), kind)


def texts(found: Material) -> list[str]:
    return [piece.text for piece in found.pieces]


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_text_is_split_where_a_line_is_empty_and_wrapped_lines_are_put_together() -> None:
    found = read(
        "Challenges\n\n- Lack of #time\n- Lack of @means\n\nThe exchange of information between the mechanisms should\n"
        "be improved and focal points should be named in each of\nthem.\n"
    )
    assert found.kind == "notes"
    assert texts(found) == [
        "Challenges",
        "- Lack of #time",
        "- Lack of @means",
        "The exchange of information between the mechanisms should be improved and focal points should be named in each"
        " of them.",
    ]
    assert [piece.place for piece in found.pieces] == ["¶ 1", "¶ 2", "¶ 3", "¶ 4"]


def test_lines_that_end_their_sentences_stay_paragraphs() -> None:
    lines = [f"The delegation number {number} supported the whole of the proposal." for number in range(4)]
    assert texts(read("\n".join(lines))) == lines


def test_names_before_a_colon_are_speakers_when_they_come_again() -> None:
    found = read("主席：欢迎。\n甲代表团：谢谢。\n还有一点。\n主席：下一位。\n甲代表团：再次感谢。\n")
    assert found.kind == "transcript"
    assert [piece.speaker for piece in found.pieces] == ["主席", "甲代表团", "甲代表团", "主席", "甲代表团"]
    assert texts(found)[1:3] == ["谢谢。", "还有一点。"]


def test_a_colon_in_notes_is_nobodys_name() -> None:
    found = read("Challenge: too little time.\n\nGood practice: a shared list.\n\nLesson: begin earlier.\n")
    assert found.kind == "notes"
    assert not any(piece.speaker for piece in found.pieces)


def test_a_person_may_say_that_it_is_something_else() -> None:
    log = "09:15:22 From Delegation of A to Everyone:\n\tYes.\n09:15:25 From Delegation of B to Everyone:\n\tNo.\n"
    assert texts(read(log)) == ["Yes.", "No."]
    assert read(log, "notes").kind == "notes"
    assert texts(read(log, "notes"))[0] == "09:15:22 From Delegation of A to Everyone:"


def test_word_notes_bring_their_rows_and_footnotes_without_bullets(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Sharing of information", 1)
    made.add_paragraph("A shared list of focal points", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "African Union", "agrees"
    made.save(str(tmp_path / "a.docx"))
    found = read_material(read_source(tmp_path / "a.docx"))
    assert texts(found) == ["Sharing of information", "A shared list of focal points", "African Union | agrees"]
    assert len(found.file_hash) == 64


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("cp1251", "Делегация поддерживает предложение об обмене информацией.\nДа."),
        ("cp1256", "تؤيد الدول الأعضاء الاقتراح المقدم من الاتحاد الأفريقي.\nنعم."),
        ("gb18030", "各国代表团表示支持该提案。\n我们希望进一步交流信息。"),
        ("cp1252", "La délégation appuie la proposition présentée à l’Union africaine.\nOui."),
        ("utf-16", "Delegation: 支持 и да"),
        ("utf-8-sig", "Delegation: 支持 и да"),
    ],
)
def test_each_code_page_is_read_and_half_a_character_at_the_end_is_cut(page: str, text: str) -> None:
    content = text.encode(page)
    assert decode_any(content) == text
    assert decode_any(content[:-1])[: len(text) - 1] == text[:-1]


def test_a_paragraph_without_an_end_is_cut_at_sentences_and_loses_nothing() -> None:
    text = "The delegation said so. " * 2_000
    found = texts(read(text))
    assert " ".join(found) == text.strip()
    assert all(len(one) <= LONGEST and one.endswith("so.") for one in found)


def test_signs_that_steer_are_taken_out() -> None:
    assert texts(read("\u202eDelegation\u2066 of A\x07 says yes, and a good deal more than that.\n" + "x" * 100)) == [
        "Delegation of A says yes, and a good deal more than that.",
        "x" * 100,
    ]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b" \n", "empty"),
        ("a.bin", bytes(range(256)) * 20, "not a text"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
        ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n", "no words"),
        ("a.txt", b"a\n" * (MOST_PIECES + 1), "paragraphs"),
        ("a.docx", b"PK\x03\x04 cut", "damaged"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    with pytest.raises(Refused, match=told):
        read_material(read_source(write(tmp_path / name, content)))


def test_a_package_that_swells_is_refused_as_too_large(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("word/document.xml", b"<a>" + b"x" * 61_000_000 + b"</a>")
    with pytest.raises(Refused, match="too large; nothing was read"):
        read_source(write(tmp_path / "bomb.docx", held.getvalue()))


def test_a_package_of_elements_without_end_is_refused_as_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_package, "MOST_ELEMENTS", 100)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<a>" + b"<b/>" * 100 + b"</a>")
    with pytest.raises(Refused, match="too large; nothing was read"):
        read_source(write(tmp_path / "list.docx", held.getvalue()))
