"""Reading foreign documents: by content, under limits, with one sentence for what cannot be read."""

import codecs
import contextlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.files.document import read_document

SENTENCE = "Objectives – “rights” of the État\u00a0partie"


def saved(folder: Path, name: str, content: bytes) -> Path:
    """Save a file and give its path."""
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    read = read_document(
        saved(tmp_path, "note.txt", f"{SENTENCE}\r\nVenue: Geneva and more of the same".encode(encoding))
    )
    assert [line.text for line in read.lines] == [SENTENCE, "Venue: Geneva and more of the same"]


def test_every_kind_of_line_end_ends_a_line_and_lines_are_counted_from_one(tmp_path: Path) -> None:
    read = read_document(saved(tmp_path, "note.txt", b"a\r\nb\rc\n\nd"))
    assert [(line.number, line.text) for line in read.lines] == [(1, "a"), (2, "b"), (3, "c"), (4, ""), (5, "d")]


def test_a_byte_without_meaning_in_the_windows_page_is_read_all_the_same(tmp_path: Path) -> None:
    assert (
        read_document(saved(tmp_path, "note.txt", b"caf\xe9 \x81 au lait, and more")).lines[0].text.startswith("café")
    )


def zip_of(parts: dict[str, str | bytes]) -> Callable[[Path], None]:
    """Give a function that writes an archive of the parts."""

    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    return write


BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
LAUGHS = '<?xml version="1.0"?><!DOCTYPE lol [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + BODY.format(
    "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + BODY.format(
    "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"  \n ", "is empty"),
        (b"%PDF-1.7 something", "PDF"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "old Word file"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"{\\rtf1 text}", "rich text"),
        (bytes(range(256)) * 20, "not a text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "not a text"),
        (b"PK\x03\x04 and no more", "damaged"),
        (codecs.BOM_UTF8, "no text"),
    ],
)
def test_what_is_no_note_is_refused_with_one_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        read_document(saved(tmp_path, "note.docx", content))
    assert "note.docx" in str(refused.value)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "no Word document"),
        ({"word/document.xml": "<not closed"}, "damaged"),
        ({"word/document.xml": LAUGHS}, "damaged"),
        ({"word/document.xml": OUTSIDE}, "damaged"),
        ({"word/document.xml": BODY.format("<w:p>" * 5000 + "</w:p>" * 5000)}, "damaged"),
        ({"word/document.xml": BODY.format("")}, "no text"),
    ],
)
def test_an_archive_that_is_no_note_or_does_harm_is_refused(
    tmp_path: Path, parts: dict[str, str | bytes], words: str
) -> None:
    zip_of(parts)(tmp_path / "note.docx")
    with pytest.raises(Refused, match=words):
        read_document(tmp_path / "note.docx")


def test_a_part_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrdesk.files.word_package.LARGEST_PART", 1_000_000)
    zip_of({"word/document.xml": b" " * 2_000_000})(tmp_path / "note.docx")
    with pytest.raises(Refused, match="too large"):
        read_document(tmp_path / "note.docx")


def test_a_text_that_is_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrdesk.files.text.LARGEST_TEXT", 100)
    with pytest.raises(Refused, match="too large"):
        read_document(saved(tmp_path, "note.txt", b"words " * 100))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not found"):
        read_document(tmp_path / "nowhere.txt")
    with pytest.raises(Refused, match="not a file"):
        read_document(tmp_path)


def test_the_content_and_not_the_name_chooses_the_reader(tmp_path: Path) -> None:
    written = docx.Document()
    written.add_paragraph("Concept note")
    written.save(str(tmp_path / "note.txt"))
    assert read_document(tmp_path / "note.txt").lines[0].text == "Concept note"


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf"]))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes, head: bytes) -> None:
    path = saved(tmp_path, "any.txt", head + content)
    with contextlib.suppress(Refused):
        assert read_document(path).lines
