"""The rapporteur's report: session by session, kind by kind, in the order a person chose; slides, and what to say."""

from pathlib import Path

import pypdfium2
import pytest

from hrdesk.errors import Refused
from hrdesk.outcome.rapporteur_report import export_rapporteur_report, rapporteur_report, speech
from tests.outcome.papers_desk import PapersDesk, told


def test_it_tells_issues_practices_challenges_lessons_and_recommendations_of_each_session(papers: PapersDesk):
    papers.note("Aside.", "other")
    papers.note("Learned.", "lesson_learned")
    papers.note("Hard.", "challenge")
    papers.note("Good.", "good_practice")
    papers.note("Issue.", "key_issue")
    used = papers.note("Do it.", "recommendation")
    papers.recommendation("It should be done.", used)
    papers.note("Do that.", "recommendation")
    papers.recommendation("Of no session.", session=None)
    assert told(rapporteur_report(papers.reader, "en").document) == [
        "Report of the rapporteur",
        *("Panel 1", "Key issues", "• Issue.", "Good practices", "• Good.", "Challenges", "• Hard."),
        *("Lessons learned", "• Learned.", "Recommendations", "• Do that.", "• It should be done."),
        *("Other recommendations", "Recommendations", "• Of no session."),
    ]


def test_themes_that_regions_prefer_stand_last_unless_they_are_confidential(papers: PapersDesk):
    for region, themes in (("Africa", ("Water", "Land")), ("Europe", ("Land",))):
        first, *others = themes
        held = papers.do("add", kind="regional_consultation", region=region, recommended_theme=first)["id"]
        for rank, theme in enumerate(others, 1):
            papers.do("add", kind="theme_preference", regional_consultation=held, theme=theme, rank=rank)
    assert told(rapporteur_report(papers.reader, "en").document)[1:] == [
        "Themes in order of preference",
        "• Land (points: 3; first choices: 1)",
        "• Water (points: 2; first choices: 1)",
    ]
    consultation = papers.reader.value("SELECT id FROM consultation")
    papers.do("edit", id=consultation, sensitivity="confidential")
    assert told(rapporteur_report(papers.reader, "en").document)[1:] == []


def test_what_was_not_adopted_or_is_confidential_is_not_told(papers: PapersDesk):
    papers.do("not-adopt", recommendation=papers.recommendation("No."))
    papers.note("Xyzzy", sensitivity="confidential")
    document = rapporteur_report(papers.reader, "en").document
    assert told(document) == ["Report of the rapporteur"]


def test_points_stand_as_somebody_moved_them_and_what_is_left_out_comes_back(papers: PapersDesk):
    notes = {text: papers.note(text) for text in ("One.", "Two.", "Three.")}

    def shown() -> list[str]:
        return [one.removeprefix("• ") for one in told(rapporteur_report(papers.reader, "en").document)[3:]]

    papers.do("move-in-report", item=notes["Three."], before=notes["One."])
    assert shown() == ["Three.", "One.", "Two."]
    papers.do("leave-out-of-report", item=notes["One."])
    assert shown() == ["Three.", "Two."]
    papers.undo()
    papers.undo()
    assert shown() == ["One.", "Two.", "Three."]
    with pytest.raises(Refused, match="no point"):
        papers.do("move-in-report", item=papers.session)


def test_the_page_to_speak_from_is_short_and_says_how_much_more_there_is(papers: PapersDesk):
    speaker = papers.do("add", kind="person", affiliation="African Union")["id"]
    papers.note("This is what the whole panel came back to again and again. And more of it.", speaker=speaker)
    papers.note("Opening. " + "word " * 80)
    papers.note("Third.")
    said = speech(papers.reader, "en")
    assert "    - This is what the whole panel came back to again and again. …\n" in said
    assert "And 1 more." in said
    assert "Third." not in said
    assert "African Union" not in said
    assert max(len(line) for line in said.splitlines()) < 240


def test_an_empty_report_is_refused(papers: PapersDesk, tmp_path: Path):
    with pytest.raises(Refused, match="nothing to report"):
        export_rapporteur_report(papers.reader, "en", tmp_path / "x.pdf")
    assert not list(tmp_path.iterdir())


def test_slides_are_wide_and_every_further_slide_repeats_the_title(papers: PapersDesk, tmp_path: Path):
    for number in range(9):
        papers.note(f"Issue {number}. " + "It was raised by many. " * 6)
    written = export_rapporteur_report(papers.reader, "en", tmp_path / "x.pdf")
    assert written.pages > 3
    document = pypdfium2.PdfDocument(tmp_path / "x.pdf")
    for page in list(document)[1:]:
        width, height = page.get_size()
        assert round(width / height, 2) == 1.78
        assert "Panel 1" in page.get_textpage().get_text_range().splitlines()[:2]
    document.close()


def test_the_text_begins_with_its_class_and_what_to_say_and_holds_every_point(papers: PapersDesk, tmp_path: Path):
    for text in ("One.", "Two.", "Three."):
        papers.note(text, sensitivity="restricted")
    export_rapporteur_report(papers.reader, "en", tmp_path / "x.txt")
    lines = (tmp_path / "x.txt").read_text("utf-8").splitlines()
    assert lines[:3] == ["Restricted", "", "What to say"]
    assert {"• One.", "• Two.", "• Three."} <= set(lines)
