"""Rows of material before they are notes: strict until somebody says otherwise, joined and split without loss."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.notes.rules.outside import (
    Clock,
    Row,
    class_of_row,
    handed_over,
    instant_of,
    joined,
    language_of,
    language_of_row,
    parted,
    person_called,
    speakers,
)
from hrdesk.records import Person

GENEVA = ZoneInfo("Europe/Zurich")
ROWS = st.builds(
    Row,
    text=st.text(min_size=1, max_size=9).filter(str.strip),
    heard=st.sampled_from(["", "A", "B"]),
    private=st.booleans(),
    named=st.booleans(),
    taken=st.booleans(),
    sensitivity=st.sampled_from(["", "public", "confidential"]),
)


@pytest.mark.parametrize(
    ("row", "usual", "counts"),
    [
        (Row("x"), "restricted", "restricted"),
        (Row("x", sensitivity="public"), "restricted", "public"),
        (Row("x", named=True), "public", "confidential"),
        (Row("x", named=True, sensitivity="restricted"), "public", "restricted"),
        (Row("x", private=True, sensitivity="public"), "public", "confidential"),
    ],
)
def test_private_rows_are_confidential_whatever_anybody_says(row: Row, usual: str, counts: str) -> None:
    assert class_of_row(row, usual) == counts


@given(st.lists(ROWS, min_size=2, max_size=5), st.sampled_from(["public", "restricted"]))
@settings(deadline=None, max_examples=60)
def test_joining_loses_no_word_and_makes_nothing_milder(rows: list[Row], usual: str) -> None:
    made = joined(rows, 0, len(rows) - 1)
    assert made[0].text == "\n".join(row.text for row in rows)
    if any(row.private for row in rows):
        assert class_of_row(made[0], usual) == "confidential"
    strictest = (
        max(["public", "restricted", "confidential"].index(row.sensitivity) for row in rows if row.sensitivity)
        if any(row.sensitivity for row in rows)
        else 0
    )
    assert ["public", "restricted", "confidential"].index(class_of_row(made[0], usual)) >= strictest


def test_what_two_said_is_nobodys_alone() -> None:
    made = joined([Row("a", "¶ 1", "A"), Row("b", "¶ 2", "B")], 0, 1)
    assert (made[0].heard, made[0].person, made[0].place) == ("", None, "¶ 1 – ¶ 2")


def test_a_row_is_split_only_where_something_stands_on_both_sides() -> None:
    rows = [Row("one two", "¶ 1", "A", private=True)]
    assert [(row.text, row.heard, row.private) for row in parted(rows, 0, 3)] == [
        ("one", "A", True),
        ("two", "A", True),
    ]
    assert parted(rows, 0, 0) == parted(rows, 0, 7) == rows


@pytest.mark.parametrize(
    ("row", "clock", "instant"),
    [
        (Row("x", seconds=33322), Clock("2026-09-08", GENEVA), "2026-09-08T07:15:22Z"),
        (Row("x", seconds=33322, days=("2026-08-09", "2026-09-08")), Clock("2026-09-08", GENEVA), "2026-09-08T07:15:22Z"),
        (Row("x", seconds=33322, days=("2026-09-09",)), Clock("2026-09-08", GENEVA), "2026-09-09T07:15:22Z"),
        (Row("x", seconds=65), Clock("2026-09-08", GENEVA, 36000, is_from_start=True), "2026-09-08T08:01:05Z"),
        (Row("x", seconds=65), Clock("2026-09-08", GENEVA, None, is_from_start=True), None),
        (Row("x", seconds=65), Clock("2026-09-08", None), None),
        (Row("x", seconds=65), Clock("", GENEVA), None),
        (Row("x"), Clock("2026-09-08", GENEVA), None),
        (Row("x", seconds=65), Clock("0001-01-01", GENEVA), None),
    ],
)  # fmt: skip
def test_a_time_is_an_instant_where_day_and_zone_are_known(row: Row, clock: Clock, instant: str | None) -> None:
    assert instant_of(row, clock) == instant


@pytest.mark.parametrize(
    ("heard", "found"),
    [
        ("delegation of a", "1"),
        ("Delegation of A (she/her) [EN]", "1"),
        ("African Union", None),
        ("Speaker 7", "4"),
        ("", None),
    ],
)
def test_a_name_means_one_or_nobody(heard: str, found: str | None) -> None:
    people = [
        Person("1", affiliation="Delegation of A"),
        Person("2", affiliation="African Union"),
        Person("3", affiliation="African Union"),
        Person("4", pseudonym="Speaker 7", protected=True),
    ]
    assert person_called(heard, speakers(people)) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The delegation said that it was in favour of the proposal.", "en"),
        ("La délégation est en faveur de la proposition et des consultations.", "fr"),
        ("La delegación está a favor de la propuesta y de las consultas del grupo.", "es"),
        ("Делегация поддерживает предложение ASEAN.", "ru"),
        ("يؤيد الوفد الاقتراح", "ar"),
        ("代表团支持 ASEAN 的提案", "zh"),
        ("12:30", None),
    ],
)
def test_the_language_is_told_by_script_and_small_words(text: str, language: str | None) -> None:
    assert language_of([text]) == language


def test_a_paragraph_in_another_script_has_its_own_language() -> None:
    rows = [Row("يؤيد الوفد الاقتراح"), Row("ASEAN"), Row("nobody", taken=False)]
    told = handed_over(rows, "restricted", "fr", Clock())
    assert [(row["language"], row["sensitivity"]) for row in told] == [("ar", "restricted"), ("fr", "restricted")]
    assert language_of_row(Row("The words of the State"), "ru") == "en"
