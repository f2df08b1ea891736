"""The draft for negotiation: numbers, brackets, lines, and on every page the version that was kept."""

from pathlib import Path

import pypdfium2
import pytest

from hrdesk.errors import Refused
from hrdesk.outcome.negotiation_draft import export_negotiation_draft, negotiation_draft
from tests.outcome.papers_desk import PapersDesk, told
from tests.outcome.pdf.tag_tree import faults, read, tree

AGREED = "States should report on what they have done."


def opened(papers: PapersDesk, *texts: str) -> list[str]:
    made = [papers.recommendation(text) for text in texts]
    for one in made:
        papers.do("open-negotiation", recommendation=one)
    return made


def test_a_text_with_alternatives_stands_in_brackets_and_they_are_bis_and_ter(papers: PapersDesk):
    first, _second = opened(papers, AGREED, "Bodies [shall] [should] reply.")
    for text in ("States may report.", "States report."):
        papers.do("propose-alternative", recommendation=first, text=text, proposed_by="Delegation of Ghana")
    assert told(negotiation_draft(papers.reader, "en").document)[2:] == [
        f"1. [{AGREED}]",
        "1 bis. [States may report.] (proposed by Delegation of Ghana)",
        "1 ter. [States report.] (proposed by Delegation of Ghana)",
        "2. Bodies [shall] [should] reply.",
    ]


def test_who_proposed_is_not_told_of_what_is_restricted_or_said_under_the_chatham_house_rule(papers: PapersDesk):
    (held,) = opened(papers, AGREED)
    papers.do("propose-alternative", recommendation=held, text="Else.", proposed_by="Delegation of Ghana")
    papers.do("edit", id=papers.session, attribution="chatham_house")
    assert "Ghana" not in repr(negotiation_draft(papers.reader, "en").document)
    papers.do("edit", id=papers.session, attribution="attributed", reason="it was agreed")
    assert "Ghana" in repr(negotiation_draft(papers.reader, "en").document)
    papers.do("edit", id=held, sensitivity="restricted")
    document = negotiation_draft(papers.reader, "en").document
    assert "Ghana" not in repr(document)
    assert document.banner == "Restricted"


def test_the_version_is_told_as_long_as_the_draft_reads_as_it_did(papers: PapersDesk):
    (held,) = opened(papers, AGREED)
    assert "not kept" in negotiation_draft(papers.reader, "en").document.foot
    kept = papers.do("keep-draft-version")
    document = negotiation_draft(papers.reader, "en").document
    assert document.foot.replace("\u2066", "").replace("\u2069", "").startswith("Draft Rev.1, 20 November 2026")
    assert kept["text_hash"][:8] in document.foot
    assert document.masthead.lines == ("Rev.1", "20 November 2026")
    papers.do("reword", recommendation=held, text="States should report soon.")
    assert "not kept" in negotiation_draft(papers.reader, "en").document.foot
    papers.do("keep-draft-version")
    assert "Rev.2" in negotiation_draft(papers.reader, "en").document.foot


def test_a_draft_without_anything_that_may_be_printed_is_refused(papers: PapersDesk, tmp_path: Path):
    (held,) = opened(papers, "Xyzzy")
    papers.do("edit", id=held, sensitivity="confidential")
    with pytest.raises(Refused, match="Nothing that may be printed"):
        export_negotiation_draft(papers.reader, "en", tmp_path / "x.pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("language", "at_the_right"), [("en", False), ("ar", True)])
def test_lines_are_numbered_from_one_on_every_page_where_lines_begin(
    papers: PapersDesk, tmp_path: Path, language: str, at_the_right: bool
):
    opened(papers, *(f"{AGREED} " * 9 for _ in range(12)))
    papers.do("keep-draft-version")
    assert export_negotiation_draft(papers.reader, language, tmp_path / "x.pdf").pages >= 2
    document = pypdfium2.PdfDocument(tmp_path / "x.pdf")
    for page in list(document)[:2]:
        text = page.get_textpage()
        width, height = page.get_size()
        edge = (width - 75, width) if at_the_right else (0, 75)
        margin = text.get_text_bounded(left=edge[0], right=edge[1], bottom=60, top=height).split()
        figures = [int(one) for one in margin if one.isdigit()]
        assert len(figures) > 20
        assert figures == list(range(1, len(figures) + 1))
        assert "Rev" in text.get_text_range()
    document.close()


def test_numbers_of_lines_are_no_content(papers: PapersDesk, tmp_path: Path):
    opened(papers, *(f"{AGREED} " * 4 for _ in range(6)))
    export_negotiation_draft(papers.reader, "en", tmp_path / "x.pdf")
    data = (tmp_path / "x.pdf").read_bytes()
    assert faults(data) == []  # all that is shown is either tagged or an artifact
    text = tree(read(data)).whole_text()
    assert AGREED in text
    assert "17" not in text  # the number of a line, and of nothing else here
