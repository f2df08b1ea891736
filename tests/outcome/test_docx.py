"""Writing Word: what may go, the same bytes each time, and a file that Word's own rules hold for."""

import io
import re
import zipfile

import docx
import pytest

from hrdesk.outcome.docx import WordDocument, WordParagraph, write_docx

PROPERTIES_OF_PARAGRAPH = ("pStyle", "keepNext", "suppressLineNumbers", "tabs", "bidi", "spacing", "ind", "outlineLvl")
PROPERTIES_OF_RUN = ("rFonts", "b", "bCs", "i", "iCs", "sz", "szCs", "rtl", "lang")
"""In the order of the schema (CT_PPr, CT_RPr), without which Word calls a file damaged."""


def document(**told) -> WordDocument:
    lines = (
        WordParagraph("Title", "Title", "en", "_hro_0"),
        WordParagraph("States\nact & <help>\x0c", "Recommendation", "en", "_hr_a", "1.", is_bracketed=True),
        WordParagraph("تتعاون الدول", "Alternative", "ar", "_hr_b", "1-"),
        WordParagraph("各国合作", "Recommendation", "zh", "_hr_c", "2."),
    )
    fields = {"language": "en", "title": "T", "paragraphs": lines, "classes": frozenset({"public"})}
    return WordDocument(**{**fields, "date": "2026-11-20", "banner": "Restricted", "foot": "Rev.1", **told})


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def test_the_same_document_gives_the_same_bytes():
    assert write_docx(document()) == write_docx(document())


def test_what_is_confidential_is_not_written():
    with pytest.raises(RuntimeError):
        write_docx(document(classes=frozenset({"public", "confidential"})))


def test_python_docx_reads_text_styles_and_properties():
    read = docx.Document(io.BytesIO(write_docx(document(properties={"hrdesk version": "Rev.1"}))))
    assert [(getattr(one.style, "name", ""), one.text) for one in read.paragraphs][1] == (
        "Recommendation",
        "1.\t[States\nact & <help>]",
    )
    assert read.core_properties.title == "T"
    assert read.core_properties.created.isoformat().startswith("2026-11-20")


def test_changes_are_tracked_lines_numbered_and_the_class_on_every_page():
    data = write_docx(document())
    assert "<w:trackRevisions/>" in part(data, "word/settings.xml")
    assert "<w:lnNumType" in part(data)
    assert "Restricted" in part(data, "word/header1.xml")
    assert "Rev.1" in part(data, "word/footer1.xml")


def test_arabic_runs_from_the_right():
    told = part(write_docx(document()))
    (arabic,) = [one for one in re.findall("<w:p>.*?</w:p>", told) if "تتعاون" in one]
    assert "<w:bidi/>" in arabic
    assert "<w:rtl/>" in arabic
    assert "<w:bidi/></w:sectPr>" in part(write_docx(document(language="ar")))


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_properties_stand_in_the_order_of_the_schema(language):
    data = write_docx(document(language=language))
    for name in ("word/document.xml", "word/styles.xml", "word/header1.xml"):
        for outer, order in (("pPr", PROPERTIES_OF_PARAGRAPH), ("rPr", PROPERTIES_OF_RUN)):
            for inner in re.findall(f"<w:{outer}>(.*?)</w:{outer}>", part(data, name)):
                found = [one for one in re.findall(r"<w:(\w+)", inner) if one != "tab"]
                assert found == sorted(found, key=order.index), f"{name}: {inner}"


def test_a_bookmark_that_word_would_cut_off_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="so many signs"):
        write_docx(document(paragraphs=(WordParagraph("a", "Remark", "en", "_hr_" + "a" * 40),)))
