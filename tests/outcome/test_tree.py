"""The document as a tree to edit, and moving a paragraph through it."""

import pytest

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.outcome.queries import material
from hrdesk.outcome.rules import place_after, place_beside
from hrdesk.outcome.tree import missing_recommendations, tree_lines
from hrdesk.recommendations.queries import recommendation_lines
from hrdesk.records import Paragraph
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS


@pytest.fixture
def desk(tmp_path, profile):
    """Give a desk with a document: two headings with two paragraphs under the first."""
    opened = Desk.create(tmp_path / "tree.hrdesk", Profile(profile))
    run(opened, "new-consultation", title="Workshop")
    run(opened, "compose-outcome", notes=False)
    for one in lines(opened):
        if one.role != "document":
            run(opened, "delete", id=one.record)
    for title in ("First", "Second"):
        run(opened, "add-paragraph", text=title, role="heading")
    first = next(one.record for one in lines(opened) if one.text == "First")
    for text in ("one", "two"):
        run(opened, "add-paragraph", text=text, under=first)
    yield opened
    opened.close()


def run(desk, command, **arguments):
    return desk.run(COMMANDS[command], **arguments)


def lines(desk):
    with desk.reading() as reader:
        return tree_lines(material(reader))


def shown(desk):
    return [(one.depth, one.number, one.text) for one in lines(desk) if one.role != "document"]


def step(desk, text, *, down):
    with desk.reading() as reader:
        paragraphs = reader.every(Paragraph)
    record = next(one.id for one in paragraphs if one.text == text)
    place = place_beside(paragraphs, record, down=down)
    if place:
        run(desk, "move-paragraph", id=record, under=place[0], before=place[1])
    return place


def test_lines_carry_the_numbers_that_are_printed(desk):
    assert shown(desk) == [(0, "I.", "First"), (1, "1.", "one"), (1, "2.", "two"), (0, "II.", "Second")]


def test_a_paragraph_moves_up_among_its_own(desk):
    step(desk, "two", down=False)
    assert [text for _, _, text in shown(desk)] == ["First", "two", "one", "Second"]


def test_a_paragraph_at_the_end_of_its_section_goes_into_the_next(desk):
    step(desk, "two", down=True)
    assert shown(desk)[2:] == [(0, "II.", "Second"), (1, "2.", "two")]


def test_and_comes_back_to_the_end_of_the_section_before(desk):
    step(desk, "two", down=True)
    step(desk, "two", down=False)
    assert [text for _, _, text in shown(desk)] == ["First", "one", "two", "Second"]


def test_a_heading_moves_with_all_that_stands_under_it(desk):
    step(desk, "First", down=True)
    assert [text for _, _, text in shown(desk)] == ["Second", "First", "one", "two"]


def test_at_the_ends_of_the_document_nothing_moves(desk):
    assert step(desk, "one", down=False) is None
    assert step(desk, "Second", down=True) is None


def test_what_is_new_stands_where_one_expects_it(desk):
    with desk.reading() as reader:
        paragraphs = reader.every(Paragraph)
    ids = {one.text: one.id for one in paragraphs}
    assert place_after(paragraphs, ids["First"], "paragraph") == (ids["First"], ids["one"])
    assert place_after(paragraphs, ids["one"], "paragraph") == (ids["First"], ids["two"])
    assert place_after(paragraphs, ids["two"], "paragraph") == (ids["First"], None)
    assert place_after(paragraphs, ids["one"], "heading") == (None, ids["Second"])
    assert place_after(paragraphs, ids["Second"], "heading") == (None, None)
    assert place_after(paragraphs, "", "heading") == (None, ids["First"])
    assert place_after(paragraphs, "", "paragraph") == (None, None)


def test_moving_is_one_step_to_undo(desk):
    before = shown(desk)
    step(desk, "two", down=True)
    assert desk.undo() == "move-paragraph"
    assert shown(desk) == before


def test_a_paragraph_cannot_stand_under_itself(desk):
    first, one = (line.record for line in lines(desk)[1:3])
    with pytest.raises(Refused, match="under itself"):
        run(desk, "move-paragraph", id=first, under=one)


def test_recommendations_that_are_not_printed_yet_are_counted(desk):
    run(desk, "add", kind="recommendation", text="States should report.")
    with desk.reading() as reader:
        assert missing_recommendations(material(reader)) == 1


def test_what_was_joined_is_printed_by_what_stands_in_its_place(desk):
    made = [run(desk, "make-recommendation", notes=[], text=f"States should do {what}.")["id"] for what in "ab"]
    joined = run(desk, "join-recommendations", items=made, text="States should do a and b.")["id"]
    assert desk_misses(desk) == 1
    run(desk, "add-missing-recommendations")
    with desk.reading() as reader:
        assert [one.recommendation for one in reader.every(Paragraph) if one.recommendation] == [joined]
    assert desk_misses(desk) == 0


def desk_misses(desk):
    with desk.reading() as reader:
        return missing_recommendations(material(reader))


def test_what_was_printed_from_a_source_that_got_stricter_is_flagged(tmp_path, profile):
    desk = Desk.create(tmp_path / "risen.hrdesk", Profile(profile))
    session = run(desk, "new-consultation", title="Workshop", sensitivity="public")["session"]
    told = {"session": session, "sensitivity": "public", "language": "en"}
    note = run(desk, "keep-note", text="said openly", note_kind="key_issue", **told)["id"]
    made = run(desk, "make-recommendation", notes=[note])["id"]
    run(desk, "compose-outcome", notes=True)

    def flagged():
        with desk.reading() as reader:
            of_list = {one.recommendation.id for one in recommendation_lines(reader) if one.has_risen}
        return of_list, {one.text for one in lines(desk) if one.has_risen}

    assert flagged() == (set(), set())
    run(desk, "edit", id=note, sensitivity="confidential")
    assert flagged() == ({made}, {"said openly"})
    assert [one.role for one in lines(desk) if one.has_risen] == ["paragraph", "recommendation"]
    desk.close()
