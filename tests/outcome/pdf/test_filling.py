"""Which words stand on which line."""

from hrdesk.outcome.document import Run
from hrdesk.outcome.pdf.bidi import levels
from hrdesk.outcome.pdf.breaks import Chance, tailored
from hrdesk.outcome.pdf.faces import FontCase
from hrdesk.outcome.pdf.filling import Filled, fill_lines, settle
from hrdesk.outcome.pdf.shaping import Shaper
from hrdesk.outcome.pdf.sheet import setting
from hrdesk.outcome.pdf.story import tell
from hrdesk.outcome.pdf.words import Word, words_of


def words(text: str) -> tuple[list[Word], list[Chance]]:
    case = FontCase()
    story = tell([Run(text)], setting("body", "en"), "en", case)
    allowed = tailored(story.text, "en")
    return words_of(story, levels(story.text, right_to_left=False), allowed, case, Shaper()), allowed


def shown(found: list[Word], lines: list[Filled], text: str) -> list[str]:
    return [text[found[line.begin].start : found[line.end - 1].end].strip() for line in lines]


def test_a_torn_line_is_mended_by_settling_the_paragraph():
    text = "it is so as we go on to (A/HRC/RES/18/14) it and as we go on to it and so to do it"
    found, allowed = words(text)
    filled = fill_lines(found, allowed, 106, 0)
    assert shown(found, filled, text)[:2] == ["it is so as we go on to", "(A/HRC/RES/18/14) it"]
    settled = settle(found, allowed, filled, 106, 0)
    assert shown(found, settled, text) == [
        "it is so as we go on",
        "to (A/HRC/RES/18/14)",
        "it and as we go on to",
        "it and so to do it",
    ]


def test_settled_lines_hold_every_word_once_and_fit():
    text = "Participants adopted the recommendations of the mechanisms in Addis Ababa " * 6
    found, allowed = words(text)
    settled = settle(found, allowed, fill_lines(found, allowed, 180, 20), 180, 20)
    assert [line.begin for line in settled[1:]] == [line.end for line in settled[:-1]]
    assert (settled[0].begin, settled[-1].end) == (0, len(found))
    for line in settled:
        solid = [word.width for word in found[line.begin : line.end]]
        while solid and found[line.begin + len(solid) - 1].blank:
            solid.pop()
        assert sum(solid) <= 180 * 1.03


def test_an_address_is_broken_after_a_slash_before_a_line_is_left_half_empty():
    text = "see https://example.org/human-rights/regional_mechanisms_and_cooperation/workshops/reports now"
    found, allowed = words(text)
    lines = shown(found, fill_lines(found, allowed, 260, 0), text)
    assert lines[0].startswith("see https://")
    assert lines[0].endswith(("/", "-"))


def test_a_symbol_is_not_broken_where_the_line_can_end_before_it():
    text = "see the report in document A/HRC/RES/18/14"
    found, allowed = words(text)
    assert shown(found, fill_lines(found, allowed, 190, 0), text) == ["see the report in document", "A/HRC/RES/18/14"]
