"""Whole files: the same bytes twice, the words found again by other programs, and nothing that makes it fail."""

import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.outcome.document import Contents, Document, Heading, Note, Paragraph, Run, Summary, Table
from hrdesk.outcome.pdf import write_pdf
from tests.outcome.pdf.six_documents import LANGUAGES, TEXTS, outcome, plain, words_of, written
from tests.outcome.pdf.tag_tree import faults, read

ROOT = Path(__file__).parents[3]
INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
BLANKS = re.compile("[\\s\u00a0\u202f]+")
WORDS = {"ar": r"[\u0621-\u0652]+", "zh": r"[\u4e00-\u9fff]{4}"}
LEAST_FOUND = {"ar": 0.95}
"""Share of the words found again. Arabic loses those with vowel signs: readers put the sign before its letter."""


def text_by_pdfium(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()


def text_by_poppler(data: bytes, folder: Path) -> str:
    path = folder / "outcome.pdf"
    path.write_bytes(data)
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode("utf-8")


def share_found(document: Document, text: str) -> float:
    """Return the share of a document's words (Chinese: groups of four ideographs) that the text holds."""
    seen = BLANKS.sub("" if document.language == "zh" else " ", INVISIBLE.sub("", text))
    words = [word for one in words_of(document) for word in re.findall(WORDS.get(document.language, r"[\w’]+"), one)]
    return sum(word in seen for word in words) / len(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdfium_finds_the_words_again(language: str):
    document = outcome(language)
    assert share_found(document, text_by_pdfium(written(language).data)) >= LEAST_FOUND.get(language, 1.0)


@pytest.mark.skipif(sys.platform != "linux" and not shutil.which("pdftotext"), reason="poppler is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_poppler_finds_the_words_and_symbols_again(language: str, tmp_path: Path):
    document = outcome(language)
    text = text_by_poppler(written(language).data, tmp_path)
    assert share_found(document, text) >= LEAST_FOUND.get(language, 1.0)
    assert "A/HRC/RES/18/14" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_of_a_line_are_found_again(language: str):
    text = TEXTS[language]
    found = BLANKS.sub(" ", INVISIBLE.sub("", text_by_pdfium(written(language).data)))
    for section in text["sections"]:
        assert section in found
    assert text["subsection"] in found


def test_the_same_content_gives_the_same_bytes_in_every_process():
    script = (
        "import hashlib; from hrdesk.outcome.pdf import write_pdf;"
        "from tests.outcome.pdf.six_documents import outcome;"
        "print(*(hashlib.sha256(write_pdf(outcome(l, 3)).data).hexdigest() for l in ('ar', 'en', 'zh')))"
    )
    prints = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        found = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment, check=True)
        prints.add(found.stdout)
    assert len(prints) == 1


def test_the_libraries_are_loaded_only_for_writing():
    script = "import sys, hrdesk.outcome.pdf; print(*(n for n in ('reportlab', 'uharfbuzz') if n in sys.modules))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert not subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=environment, check=True
    ).stdout.strip()


def test_the_file_says_what_it_is():
    document = outcome("ar")
    pdf = read(written("ar").data)
    assert pdf.pdf_version == "1.7"
    assert str(pdf.docinfo.Title) == document.title
    assert str(pdf.docinfo.CreationDate) == "D:20251219000000Z"
    assert pdf.Root.ViewerPreferences.Direction == "/R2L"
    metadata = pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1<" in metadata
    assert "<pdfaid:conformance>A<" in metadata
    assert [str(item.title) for item in pdf.open_outline().root[0].children] == [
        f"{number} {title}" for number, title in zip(("I.", "II.", "III."), TEXTS["ar"]["sections"], strict=True)
    ]


def test_the_contents_name_the_pages_of_the_headings():
    document = outcome("en", 16)
    data = write_pdf(document).data
    pdf = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    for section in TEXTS["en"]["sections"][1:]:
        at = next(number for number, page in enumerate(pages[1:], start=2) if section in page)
        assert re.search(rf"{re.escape(section)}[ .]*{at}\b", pages[0])


def test_missing_characters_are_counted_printed_as_boxes_and_kept_as_text():
    result = write_pdf(plain(Paragraph((Run("Thai ก, ก and emoji 😀."),))))
    assert result.missing == {"ก": 2, "😀": 1}
    assert "ก" in text_by_pdfium(result.data)
    assert "pdfuaid:part" not in read(result.data).Root.Metadata.read_bytes().decode()


def test_every_language_falls_back_to_the_other_fonts():
    text = "Čeština, Ελληνικά, Кириллица, العربية, 中文, Tiếng Việt"
    for language in ("en", "ar", "zh"):
        assert (
            write_pdf(plain(Paragraph((Run(text), Run(text, bold=True, italic=True))), language=language)).missing == {}
        )


def test_a_rare_ideograph_without_a_bold_face_is_emboldened():
    result = write_pdf(plain(Paragraph((Run("喆", bold=True),)), language="zh"))
    assert result.missing == {}
    pdf = read(result.data)
    assert b"2 Tr" in pdf.pages[0].Contents.read_bytes()


def test_markup_is_printed_as_it_is():
    text = "<b>bold</b> <img src='x'/> &amp; &#x110000; {field} \\u0041 %s"
    assert text in BLANKS.sub(" ", text_by_pdfium(write_pdf(plain(Paragraph((Run(text),), align="start"))).data))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\ud800\udfff\ufffe",
        "W" * 20_000,
        "ا" * 20_000,
        "中" * 20_000,
        "/" * 5_000,
        "e" + "\u0301" * 5_000,
        "\u202e" * 300 + "abc" + "\u2066" * 300 + "אבג",
        "(" * 3_000 + "א" + ")" * 3_000,
        "\n" * 500,
        " " * 5_000,
    ],
    ids=[
        "empty",
        "broken",
        "latin",
        "arabic",
        "chinese",
        "slashes",
        "marks",
        "controls",
        "brackets",
        "lines",
        "blanks",
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_text_is_too_strange(text: str, language: str):
    document = plain(
        Heading(2, (Run(text[:300]),), text[:3]),
        Paragraph((Run(text), Run(text[:200], bold=True)), text[:5], 1, ((3, Note("1", (Run(text[:400]),))),)),
        Contents("Contents", "Page"),
        language=language,
    )
    before = time.process_time()
    data = write_pdf(document).data
    assert time.process_time() - before < 5
    if len(text) <= 5_000:  # reading a tree of twenty thousand letters back is slow and shows nothing more
        assert faults(data) == []


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_a_paragraph_of_a_hundred_thousand_characters_takes_seconds(language: str):
    text = (TEXTS[language]["long"] + " ") * (100_000 // len(TEXTS[language]["long"]))
    before = time.process_time()
    assert write_pdf(plain(Paragraph((Run(text),)), language=language)).pages > 10
    assert time.process_time() - before < 10


@settings(deadline=None, max_examples=25)
@given(
    st.text(alphabet=st.characters(), max_size=60),
    st.text(max_size=60),
    st.sampled_from(["en", "ar", "zh"]),
    st.integers(-3, 80),
)
def test_any_text_is_written_and_tagged(first: str, second: str, language: str, at: int):
    note = Note(second[:2], (Run(first),))
    document = plain(
        Paragraph((Run(first, bold=True), Run(second, italic=True)), second[:4], 0, ((at, note),)),
        Summary(second, (Paragraph((Run(first),)),)),
        Table(((Run(first),), ()), (((Run(second),),),), (1,)),
        language=language,
        title=first or "Title",
    )
    assert faults(write_pdf(replace(document, banner=second)).data) == []
