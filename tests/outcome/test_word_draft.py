"""The draft for negotiation in Word: what stands in it, under which numbers, and what never does."""

import pytest

from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES
from hrdesk.outcome.word_draft import export_word_draft, word_draft
from hrdesk.outcome.word_parts import styles
from hrdesk.recommendations.rules.anchors import anchor
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk():
    made = MemoryDesk(0)
    made.run(COMMANDS["new-consultation"], title="Workshop", language="en", sensitivity="public")
    yield made
    made.close()


def negotiated(desk, text, sensitivity="public", **fields):
    made = desk.run(COMMANDS["make-recommendation"], notes=[], text=text, sensitivity=sensitivity, **fields)["id"]
    desk.run(COMMANDS["open-negotiation"], recommendation=made)
    return made


def told(desk, language="en"):
    draft = word_draft(desk.reader, language)
    return [(one.number, one.text, one.is_bracketed) for one in draft.document.paragraphs if one.number]


def test_alternatives_stand_in_brackets_under_the_number_and_its_word(desk):
    one = negotiated(desk, "States should act.")
    desk.run(COMMANDS["propose-alternative"], recommendation=one, text="States shall act.", proposed_by="A delegate")
    negotiated(desk, "States could meet.")
    expected = [
        ("1.", "States should act.", True),
        ("1 bis.", "States shall act.", True),
        ("2.", "States could meet.", False),
    ]
    assert told(desk) == expected
    assert "delegate" not in repr(word_draft(desk.reader, "en"))


def test_what_is_confidential_never_stands_in_a_draft_and_what_is_restricted_is_marked(desk):
    negotiated(desk, "XYZZY", "confidential")
    negotiated(desk, "Restricted text", "restricted")
    for language in LANGUAGES:
        draft = word_draft(desk.reader, language)
        assert "XYZZY" not in repr(draft)
        assert draft.document.banner
        assert draft.report.left_out == 1


def test_a_draft_of_nothing_is_refused(desk, tmp_path):
    negotiated(desk, "XYZZY", "confidential")
    with pytest.raises(Refused, match="is under negotiation"):
        export_word_draft(desk.reader, "en", tmp_path / "draft.docx")
    assert not list(tmp_path.iterdir())


def test_a_text_in_another_language_is_marked_in_a_line_of_its_own(desk):
    record = negotiated(desk, "Les États agissent.", language="fr")
    draft = word_draft(desk.reader, "en").document
    assert [one.text for one in draft.paragraphs[-2:]] == ["[Original: French]", "Les États agissent."]
    assert draft.paragraphs[-1].anchor == anchor(record, "Les États agissent.")
    desk.run(COMMANDS["translate"], item=record, field="text", language="en", text="States act.")
    assert word_draft(desk.reader, "en").document.paragraphs[-1].text == "States act."


def test_the_version_is_told_where_the_draft_still_reads_so(desk):
    record = negotiated(desk, "States act.")
    desk.run(COMMANDS["keep-draft-version"])
    assert word_draft(desk.reader, "en").version == "Rev.1"
    desk.run(COMMANDS["reword"], recommendation=record, text="States do act.")
    assert word_draft(desk.reader, "en").version == ""


def test_the_draft_is_written_whole(desk, tmp_path):
    negotiated(desk, "States act.")
    written = export_word_draft(desk.reader, "ar", tmp_path / "draft.docx")
    assert (written.report.texts, written.language) == (2, "ar")
    assert written.path.read_bytes().startswith(b"PK")


def test_a_version_named_in_latin_letters_does_not_draw_the_day_to_itself_in_arabic(desk):
    """The number of the day would stand beside the name, behind which comes the month, read from the right."""
    negotiated(desk, "ينبغي للدول أن تجتمع.", language="ar")
    desk.run(COMMANDS["keep-draft-version"])
    assert "Rev.1\u200f" in word_draft(desk.reader, "ar").document.paragraphs[1].text
    assert "Rev.1," in word_draft(desk.reader, "en").document.paragraphs[1].text


def test_a_line_that_says_what_follows_stays_with_it_and_leans_only_where_letters_do():
    told = {
        language: styles(language).partition('w:styleId="Remark"')[2].partition("</w:style>")[0]
        for language in LANGUAGES
    }
    assert all("<w:keepNext/>" in style for style in told.values())
    assert {language for language, style in told.items() if "<w:i/>" in style} == {"en", "fr", "ru", "es"}
