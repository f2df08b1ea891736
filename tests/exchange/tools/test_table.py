"""Recommendations as a table: unchanged it changes nothing, changed cells are shown and taken, what stands fast stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.exchange.tools.cells import guarded, parted, plain, several, unguarded
from hrdesk.exchange.tools.matching import ADOPTED, DECIDED, MILDER, NO_CHOICE, NO_TEXT, TWICE, UNKNOWN_ID, keyed
from hrdesk.files.spreadsheet import read_spreadsheet
from hrdesk.records import Addressee, Decision, Recommendation, Tag, Tagging
from tests.exchange.tools.table_desk import ToolDesk

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["=1+1", "'=1", "''@x", " +1", "＝1", "a; b", "a\\;b\\", "-", '"', "line\nline", "sep=;", "السيادة; =1"]
)


def said(text: str) -> bool:
    return bool(text.strip()) and bool(plain(text))


@given(TEXT)
def test_a_guarded_cell_reads_back_and_begins_with_nothing_that_is_reckoned(text):
    assert unguarded(guarded(text)) == plain(text)
    assert not guarded(text).lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@given(st.lists(TEXT, max_size=4))
def test_several_words_in_a_cell_read_back(words):
    assert parted(unguarded(guarded(several(words)))) == tuple(dict.fromkeys(plain(one) for one in words if plain(one)))


@settings(max_examples=15)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT, st.sampled_from(["public", "restricted"])), min_size=1, max_size=3))
def test_a_table_that_went_out_and_comes_back_changes_nothing(told):
    desk = ToolDesk()
    for text, other, word, sensitivity in told:
        if not said(text):
            continue
        made = desk.recommend(text, theme=other, condition=word, sensitivity=sensitivity)
        for name in (other, word):
            if said(name):
                desk.do("tag", item=made, name=name)
                desk.do("address", recommendation=made, name=name, part="partner")
    before = desk.visible()
    found = desk.match(desk.rows())
    assert found.rows == ()
    rows, unknown = keyed(read_spreadsheet(desk.prepare(".xlsx", "ar").content, "t.xlsx")[0].rows, "t.xlsx")
    assert desk.match(rows).rows == ()
    assert unknown == ()
    desk.do("take-recommendations", rows=desk.rows())
    assert desk.visible() == before
    desk.close()


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_tags_come_back_from_the_words_of_any_language(desk, language):
    made = desk.recommend("Open shelters.")
    desk.do("tag", item=made, name="Women", scheme="group")
    desk.do("tag", item=made, name="SDG 5", scheme="sdg")
    assert desk.match(desk.rows(desk.prepare(".csv", language).content)).rows == ()


def changed(desk, **cells):
    (row,) = desk.rows()
    return [{**row, **cells}]


def test_a_changed_cell_is_shown_and_taken_in_one_step(desk):
    made = desk.recommend("Open shelters.", area="joint_activities")
    rows = changed(desk, text="Open shelters at night.", area="Follow-up", time_frame="immediate")
    (row,) = desk.match(rows).rows
    assert [(one.column, one.before, one.after) for one in row.changes] == [
        ("text", "Open shelters.", "Open shelters at night."),
        ("area", "joint_activities", "follow_up"),
        ("time_frame", "", "immediate"),
    ]
    assert desk.do("take-recommendations", rows=rows)["changed"] == [made]
    assert desk.reader.get(Recommendation, made).text == "Open shelters at night."
    desk.undo()
    assert desk.reader.get(Recommendation, made).text == "Open shelters."


def test_ids_find_their_recommendation_whatever_became_of_its_words(desk):
    made = desk.recommend("Open shelters.")
    rows = desk.rows()
    desk.do("edit", id=made, text="Something else altogether.")
    (row,) = desk.match(rows).rows
    assert row.record == made


def test_an_adopted_text_is_never_changed(desk):
    made = desk.recommend("Open shelters.")
    desk.do("adopt", recommendation=made)
    rows = changed(desk, text="Close shelters.", language="fr", status="proposed", theme="Shelter")
    (row,) = desk.match(rows).rows
    assert {one.why for one in row.aside} == {ADOPTED}
    assert [one.column for one in row.changes] == ["theme"]
    desk.do("take-recommendations", rows=rows)
    held = desk.reader.get(Recommendation, made)
    assert (held.text, held.adopted_text, held.language, held.status) == ("Open shelters.",) * 2 + ("en", "adopted")


def test_a_sheet_decides_nothing_that_is_decided_in_the_program(desk):
    desk.recommend("Open shelters.")
    for status in ("adopted", "adopted_ad_referendum", "noted", "not_adopted"):
        (row,) = desk.match(changed(desk, status=status)).rows
        assert [one.why for one in row.aside] == [DECIDED]


def test_a_class_is_made_milder_only_with_a_reason_which_is_kept(desk):
    made = desk.recommend("Open shelters.", sensitivity="restricted")
    rows = changed(desk, sensitivity="public")
    found = desk.match(rows)
    assert found.needs_reason
    assert found.rows[0].aside[0].why == MILDER
    desk.do("take-recommendations", rows=rows)
    assert desk.reader.get(Recommendation, made).sensitivity == "restricted"
    desk.do("take-recommendations", rows=rows, reason="agreed by the delegations")
    assert desk.reader.get(Recommendation, made).sensitivity == "public"
    assert [one.reason for one in desk.reader.every(Decision)] == ["agreed by the delegations"]


def test_a_stricter_class_needs_none_and_an_empty_cell_says_nothing(desk):
    made = desk.recommend("Open shelters.", sensitivity="public")
    assert desk.match(changed(desk, sensitivity="")).rows == ()
    desk.do("take-recommendations", rows=changed(desk, sensitivity="Confidential"))
    assert desk.reader.get(Recommendation, made).sensitivity == "confidential"


def test_words_and_bodies_are_put_on_and_taken_off(desk):
    made = desk.recommend("Open shelters.")
    desk.do("tag", item=made, name="old")
    desk.do("address", recommendation=made, name="States")
    rows = changed(desk, tags="shelter; night", affected_persons="Femmes", addressees="African Union")
    desk.do("take-recommendations", rows=rows)
    names = {desk.reader.get(Tag, one.tag).name for one in desk.reader.every(Tagging, item=made)}
    assert names == {"shelter", "night", "Women"}
    assert [one.name for one in desk.reader.every(Addressee)] == ["African Union"]
    assert desk.match(rows).rows == ()


def test_a_row_without_an_id_is_a_new_recommendation_confidential_unless_said_otherwise(desk):
    rows = [{"text": "Close camps.", "tags": "camp", "sensitivity": "public"}, {"id": "", "text": ""}]
    (made,) = desk.do("take-recommendations", rows=rows)["made"]
    assert desk.reader.get(Recommendation, made).sensitivity == "confidential"
    (other,) = desk.do("take-recommendations", rows=rows[:1], sensitivity="public")["made"]
    assert desk.reader.get(Recommendation, other).sensitivity == "public"


def test_what_cannot_be_taken_is_kept_aside_with_the_reason(desk):
    desk.recommend("Open shelters.")
    (row,) = desk.rows()
    rows = [row, row, {**row, "id": "01zzz"}, {"text": "", "theme": "x"}]
    assert [one.aside[0].why for one in desk.match(rows).rows] == [TWICE, UNKNOWN_ID, NO_TEXT]
    for cells, why in (({"strength": "perhaps"}, NO_CHOICE), ({"text": ""}, NO_TEXT)):
        (held,) = desk.match([{**row, **cells}]).rows
        assert [one.why for one in held.aside] == [why]


def test_headings_are_known_however_they_are_written_and_strange_ones_are_named():
    rows, unknown = keyed([["ID", "Time frame", "Colour", "text"], ["a", "immediate", "red", "x"]], "t")
    assert rows == [{"id": "a", "time_frame": "immediate", "text": "x"}]
    assert unknown == ("Colour",)
    with pytest.raises(Refused, match="no column"):
        keyed([["Name", "Colour"]], "t.csv")


def test_a_column_that_is_not_there_changes_nothing(desk):
    made = desk.recommend("Open shelters.", theme="Shelter")
    assert desk.match([{"id": made}]).unchanged == 1


def test_the_title_of_a_confidential_session_stands_in_no_table(desk):
    closed = desk.do("add", kind="session", title="XYZZY", sensitivity="confidential")["id"]
    made = desk.recommend("Open shelters.", sensitivity="public")
    desk.do("edit", id=made, session=closed)
    assert "XYZZY" not in desk.everything(".csv")


def test_rows_that_are_none_are_refused(desk):
    for rows in ([{"text": 1}], [{"nonsense": "x"}]):
        with pytest.raises(Refused):
            desk.do("take-recommendations", rows=rows)


def test_a_name_that_is_parted_by_a_sign_that_no_table_holds_stays(desk):
    desk.do("add", kind="person", name="Plughania", protected=True, pseudonym="Speaker 7")
    desk.recommend("As Plug\ufffehania said.", sensitivity="public")
    assert "Plughania" not in desk.everything(".csv") + desk.everything(".xlsx")
    assert desk.prepare(".csv").left.named == 1
