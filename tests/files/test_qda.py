"""Files that say they are REFI-QDA and are broken, hostile or something else get one sentence."""

import zipfile
from io import BytesIO

import pytest

from hrdesk.errors import Refused
from hrdesk.files import qda, word_package
from hrdesk.files.qda import parse_qda, read_qda

BOOK = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0">{}</CodeBook>'


def packed(**parts: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("_", "."), content)
    return file.getvalue()


def test_a_codebook_with_its_space_written_wrongly_is_read():
    book = BOOK.replace("1.0", "1:0").format('<Codes><Code guid="a" name=" two  words "/></Codes><Sets/>')
    (code,) = parse_qda(book.encode(), "c.qdc").codes
    assert (code.name, code.is_codable, code.above) == ("two words", True, ())


def test_codes_below_others_name_what_stands_above():
    book = BOOK.format('<Codes><Code guid="a" name="A" isCodable="false"><Code guid="b" name="B"/></Code></Codes>')
    first, second = parse_qda(book.encode(), "c.qdc").codes
    assert (first.is_codable, second.above) == (False, ("a",))


def test_a_text_that_stands_inside_the_xml_is_read():
    xml = (
        '<Project name="p"><Sources><TextSource guid="s"><PlainTextContent>One 𝒳 two</PlainTextContent>'
        '<PlainTextSelection guid="p" startPosition="4" endPosition="9"><Coding><CodeRef targetGUID="c"/></Coding>'
        "</PlainTextSelection></TextSource></Sources></Project>"
    )
    (passage,) = parse_qda(packed(project_qde=xml.encode()), "p.qdpx").passages
    assert (passage.text, passage.codes) == ("𝒳 two", ("c",))


@pytest.mark.parametrize(
    "content",
    [
        b"nonsense",
        b"",
        b"<html/>",
        b"\x00\x01",
        BOOK.format("").encode()[:-3],
        b'<!DOCTYPE x [<!ENTITY a "b">]>' + BOOK.format("&a;").encode(),
        (BOOK.format("<Codes>" * 300 + "</Codes>" * 300)).encode(),
        b"PK\x03\x04 and nothing more",
        packed(a_txt=b"x"),
        packed(project_qde=b"nonsense"),
        packed(project_qde=b"<Project><Sources>"),
    ],
)
def test_what_is_none_is_refused_in_one_sentence(content):
    with pytest.raises(Refused, match="othing was changed"):
        parse_qda(content, "x.qdpx")


def test_a_path_out_of_the_package_reads_nothing():
    xml = (
        '<Project name="p"><Sources><TextSource guid="s" plainTextPath="absolute:///etc/passwd">'
        '<PlainTextSelection guid="p" startPosition="0" endPosition="4"><Coding><CodeRef targetGUID="c"/></Coding>'
        "</PlainTextSelection></TextSource></Sources></Project>"
    )
    project = parse_qda(packed(project_qde=xml.encode()), "p.qdpx")
    assert (project.passages, project.aside) == ((), 1)


def test_what_unpacks_to_more_than_is_allowed_is_refused(monkeypatch):
    monkeypatch.setattr(qda, "LARGEST_PART", 1000)
    with pytest.raises(Refused, match="too large"):
        parse_qda(packed(project_qde=b" " * 5000), "p.qdpx")


def test_a_file_that_is_too_large_or_missing_is_refused(tmp_path, monkeypatch):
    with pytest.raises(Refused, match="not found"):
        read_qda(tmp_path / "none.qdc")
    monkeypatch.setattr(qda, "LARGEST_FILE", 10)
    (tmp_path / "c.qdc").write_text(BOOK, "utf-8")
    with pytest.raises(Refused, match="too large"):
        read_qda(tmp_path / "c.qdc")


def test_passages_that_lie_over_one_another_are_counted_together(monkeypatch):
    monkeypatch.setattr(qda, "LARGEST_PART", 100_000)
    selections = "".join(
        f'<PlainTextSelection guid="p{at}" startPosition="{at}" endPosition="{at + 900}"><Coding>'
        '<CodeRef targetGUID="c"/></Coding></PlainTextSelection>'
        for at in range(120)
    )
    xml = (
        '<Project name="p"><Sources><TextSource guid="s"><PlainTextContent>'
        f"{'word ' * 250}</PlainTextContent>{selections}</TextSource></Sources></Project>"
    )
    with pytest.raises(Refused, match="too large to be read here"):
        parse_qda(xml.encode(), "p.qdpx")


def test_elements_without_end_are_refused_before_they_fill_the_memory(monkeypatch):
    monkeypatch.setattr(word_package, "MOST_ELEMENTS", 100)
    with pytest.raises(Refused, match="too large to be read here"):
        parse_qda(b"<Project>" + b"<a/>" * 100 + b"</Project>", "p.qdpx")
