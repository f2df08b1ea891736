"""Reading Word documents: list numbers as printed, tables, footnotes, tracked changes, hidden text, text boxes."""

import io
import zipfile
from pathlib import Path

import docx

from hrdesk.agenda.concept_note import read_concept_note
from hrdesk.files.document import Line, read_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(path: Path, body: str, **parts: str) -> Path:
    """Write a Word document of raw parts."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return path


def paragraph(text: str, properties: str = "") -> str:
    """Give the XML of a paragraph."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def listed(number: int, level: int = 0) -> str:
    """Give the properties that put a paragraph into a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(depth: int, number_format: str, text: str, start: int = 1) -> str:
    """Give the XML of one level of a list."""
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/><w:lvlText w:val="{text}"/></w:lvl>'


def test_lists_are_read_with_the_numbers_that_word_prints(tmp_path: Path) -> None:
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level(0, "upperRoman", "%1.")}{level(1, "lowerLetter", "(%2)")}{level(2, "decimal", "%1.%2.%3")}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
    )
    body = "".join(
        paragraph(text, listed(number, depth))
        for text, number, depth in (
            ("a", 1, 0),
            ("b", 1, 1),
            ("c", 1, 1),
            ("d", 1, 0),
            ("e", 1, 1),
            ("f", 2, 0),
            ("g", 3, 0),
            ("h", 1, 2),
        )
    )
    read = read_document(package(tmp_path / "n.docx", body, numbering=numbering))
    assert [line.text for line in read.lines] == ["I. a", "(a) b", "(b) c", "II. d", "(a) e", "• f", "I. g", "I.a.1 h"]
    assert read.lines[1].mark == "(a)"
    assert read.lines[1].level == 1


def test_footnotes_are_numbered_in_the_order_of_the_text(tmp_path: Path) -> None:
    footnotes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="7">{paragraph("First note")}</w:footnote><w:footnote w:id="3">{paragraph("Second note")}</w:footnote></w:footnotes>'
    )
    body = '<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t> and more</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
    read = read_document(package(tmp_path / "n.docx", body, footnotes=footnotes))
    assert read.lines[0].text == "Text and more"
    assert read.lines[0].calls == ((4, "1"), (13, "2"))
    assert read.footnotes == (("1", "First note"), ("2", "Second note"))


def test_deleted_and_hidden_words_are_no_text_and_inserted_ones_are(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t> added</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK</w:instrText></w:r></w:p>'
    )
    assert [line.text for line in read_document(package(tmp_path / "n.docx", body)).lines] == ["kept added"]


def test_a_break_ends_a_line_and_a_tab_stays(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>"
    assert [line.text for line in read_document(package(tmp_path / "n.docx", body)).lines] == ["one", "two\tthree"]


def test_cells_know_their_table_row_and_column_also_inside_another_table(tmp_path: Path) -> None:
    written = docx.Document()
    table = written.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Venue", "Geneva"
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "inner"
    written.save(str(tmp_path / "n.docx"))
    cells = {line.text: line.cell for line in read_document(tmp_path / "n.docx").lines if line.text}
    assert cells == {"Venue": (1, 1, 1), "Geneva": (1, 1, 2), "inner": (2, 1, 1)}


def test_a_concept_note_in_word_is_read_like_one_in_text(tmp_path: Path) -> None:
    written = docx.Document()
    written.add_paragraph("CONCEPT NOTE")
    written.add_paragraph("Workshop on regional arrangements")
    table = written.add_table(4, 2)
    for row, (label, value) in enumerate(
        (
            ("Objectives", "To strengthen cooperation."),
            ("Participants", "States; NHRIs; and NGOs"),
            ("Venue", "Palais des Nations, Room XIX, Geneva"),
            ("Dates", "4 to 5 October 2016 (2 days)"),
        )
    ):
        table.cell(row, 0).text, table.cell(row, 1).text = label, value
    written.add_heading("Objectives", 1)
    written.add_paragraph("To take stock", style="List Number")
    written.add_paragraph("To share", style="List Number")
    written.add_heading("Programme", 1)
    written.add_heading("Panel 1: Reprisals", 2)
    written.add_paragraph("What works?", style="List Bullet")
    written.add_heading("Panel 2: Remedies", 2)
    written.add_heading("Languages", 1)
    written.add_paragraph("Interpretation in English and French.")
    written.save(str(tmp_path / "n.docx"))
    note = read_concept_note(read_document(tmp_path / "n.docx"))
    said = note.found[0].values
    assert (said["title"], said["room"], said["start"], said["half_days"]) == (
        "Workshop on regional arrangements",
        "XIX",
        "2016-10-04",
        4,
    )
    by_kind = [
        (found.kind, found.values.get("text") or found.values.get("title") or found.values.get("language"))
        for found in note.found[1:]
    ]
    assert by_kind == [
        ("objective", "To strengthen cooperation."),
        ("objective", "To take stock"),
        ("objective", "To share"),
        ("participant_category", "States"),
        ("participant_category", "NHRIs"),
        ("participant_category", "NGOs"),
        ("agenda_item", "Reprisals"),
        ("agenda_item", "Remedies"),
        ("guiding_question", "What works?"),
        ("service_language", "en"),
        ("service_language", "fr"),
    ]
    assert not note.leftover


def test_bullets_in_a_cell_of_word_are_persons_in_order(tmp_path: Path) -> None:
    written = docx.Document()
    written.add_paragraph("Panel discussion on follow-up")
    table = written.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = (
        "Date and venue:",
        "9 November 2016, 10 a.m. - 1 p.m.\nRoom XX, Palais des Nations, Geneva",
    )
    table.cell(1, 0).text = "Panellists:"
    cell = table.cell(1, 1)
    cell.paragraphs[0].text = "Ms. Ada Ray, Minister, Ecuador"
    cell.paragraphs[0].style = "List Bullet"
    cell.add_paragraph("Mr. Bo Lin, President, Network of Institutions", style="List Bullet")
    memory = io.BytesIO()
    written.save(memory)
    (tmp_path / "n.docx").write_bytes(memory.getvalue())
    note = read_concept_note(read_document(tmp_path / "n.docx"))
    assert [found.values["name"] for found in note.found if found.kind == "person"] == ["Ada Ray", "Bo Lin"]
    assert note.found[0].values["room"] == "XX"


def test_a_footnote_of_word_becomes_a_footnote_with_its_anchor(tmp_path: Path) -> None:
    footnotes = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("A/HRC/RES/43/17 of 22 June 2020.")}</w:footnote></w:footnotes>'
    body = (
        paragraph("Concept note")
        + paragraph("Workshop")
        + paragraph("Background")
        + '<w:p><w:r><w:t>The Human Rights Council</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> requested OHCHR to hold a workshop in 2022.</w:t></w:r></w:p>'
    )
    note = read_concept_note(read_document(package(tmp_path / "n.docx", body, footnotes=footnotes)))
    footnote = next(found.values for found in note.found if found.kind == "footnote")
    assert (footnote["anchor"], footnote["symbol"]) == ("The Human Rights Council", "A/HRC/RES/43/17")
    mandate = next(found.values for found in note.found if found.kind == "mandate")
    assert (mandate["role"], mandate["date_as_written"]) == ("mandate", "22 June 2020")
    assert isinstance(note.leftover[0], Line)
