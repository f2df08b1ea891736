"""How the floor is shared, and that nobody is singled out by it."""

from hypothesis import given
from hypothesis import strategies as st

from hrdesk.floor.rules.balance import FEWEST, NOT_TOLD, TABLES, Part, Row, balance


def part(speaker: str, group: str = "african", **more: object) -> Part:
    told = {"interventions": 1, "used": 60_000, "speaker_class": "state", "body": "state", **more}
    return Part(speaker, regional_group=group, **told)  # type: ignore[arg-type]


def test_time_and_interventions_are_counted_by_class_group_and_kind():
    found = balance(
        [
            part("a"),
            part("a", used=120_000),
            part("b", "asia_pacific"),
            part("c", NOT_TOLD, speaker_class="ngo", body="ngo"),
        ],
        may_name=True,
    )
    assert (found.interventions, found.used, found.missed) == (4, 300_000, 0)
    assert found.table("speaker_class") == (Row("state", 2, 3, 240_000, 0, 800), Row("ngo", 1, 1, 60_000, 0, 200))
    assert [(row.word, row.used) for row in found.regional_group] == [
        ("african", 180_000),
        ("asia_pacific", 60_000),
        (NOT_TOLD, 60_000),
    ]
    assert {row.word for row in found.body} == {"state", "ngo"}


def test_who_was_not_reached_is_counted_without_having_spoken():
    found = balance([part("a"), part("b", interventions=0, used=0, is_missed=True)], may_name=True)
    assert found.speaker_class == (Row("state", 1, 1, 60_000, 1, 1000),)
    assert (found.interventions, found.missed) == (1, 1)


def test_a_protected_person_counts_by_class_only():
    found = balance([*(part(one) for one in "abc"), part("p", "eastern_european", is_protected=True)], may_name=True)
    assert found.speaker_class[0].speakers == 4
    assert {row.word for row in found.regional_group} == {"african", NOT_TOLD}


def test_a_table_of_which_nothing_is_known_is_empty():
    assert balance([part("a", NOT_TOLD, body=NOT_TOLD)], may_name=True).rows() == [
        ("speaker_class", Row("state", 1, 1, 60_000, 0, 1000))
    ]
    assert balance([], may_name=True).rows() == []


def test_where_the_room_may_not_know_who_speaks_no_row_stands_for_one_or_two():
    parts = [
        *(part(f"a{n}") for n in range(4)),
        part("b", "asia_pacific"),
        part("c", "asia_pacific"),
        part("d", NOT_TOLD),
    ]
    assert [(row.word, row.speakers) for row in balance(parts, may_name=False).regional_group] == [
        ("african", 4),
        (NOT_TOLD, 3),
    ]
    assert len(balance(parts, may_name=True).regional_group) == 3


def test_what_is_hidden_is_not_told_by_the_rows_beside_it_and_the_total():
    parts = [
        *(part(f"a{n}") for n in range(4)),
        *(part(f"e{n}", "eastern_european") for n in range(3)),
        part("b", "asia_pacific"),
    ]
    found = balance(parts, may_name=False).regional_group
    assert [(row.word, row.speakers) for row in found] == [("african", 4), (NOT_TOLD, 4)]


def test_gender_is_never_told_of_one_or_two():
    parts = [*(part(f"w{n}", gender="woman") for n in range(3)), part("m", gender="man"), part("x", gender="other")]
    assert balance(parts, may_name=True).gender == ()
    parts += [part(f"m{n}", gender="man") for n in range(3)]
    told = balance(parts, may_name=True).gender
    assert [(row.word, row.speakers) for row in told] == [("man", 4), (NOT_TOLD, 4)]


parts = st.lists(
    st.builds(
        Part,
        st.sampled_from("abcdefghij"),
        st.sampled_from(["state", "ngo", "other"]),
        st.sampled_from(["african", "asia_pacific", "eastern_european", NOT_TOLD]),
        st.sampled_from(["state", "ngo", NOT_TOLD]),
        st.sampled_from(["woman", "man", "other", NOT_TOLD]),
        st.booleans(),
        st.integers(0, 2),
        st.integers(0, 300_000),
        st.booleans(),
    ),
    max_size=25,
)


@given(parts, st.booleans())
def test_every_table_adds_up_to_the_whole(told: list[Part], may_name: bool):
    found = balance(told, may_name=may_name)
    for name in TABLES:
        rows = found.table(name)
        if rows:
            assert sum(row.interventions for row in rows) == found.interventions
            assert sum(row.used for row in rows) == found.used
            assert sum(row.missed for row in rows) == found.missed


@given(parts)
def test_no_row_of_a_closed_session_stands_for_fewer_than_three_unless_it_is_all_there_is(told: list[Part]):
    found = balance(told, may_name=False)
    for name in ("regional_group", "body", "gender"):
        rows = found.table(name)
        by_word: dict[str, set[str]] = {}
        for one in told:
            by_word.setdefault(NOT_TOLD if one.is_protected else getattr(one, name), set()).add(one.speaker)
        for row in rows:
            if row.word != NOT_TOLD:
                assert len(by_word[row.word]) >= FEWEST
        hidden = {word for word in by_word if word not in {row.word for row in rows}}
        if hidden and rows and len(rows) > 1:
            joined = set().union(*(by_word[word] for word in hidden), by_word.get(NOT_TOLD, set()))
            assert len(joined) >= FEWEST


@given(parts, st.booleans(), st.randoms())
def test_the_order_of_what_was_said_changes_nothing(told: list[Part], may_name: bool, chance: object):
    mixed = list(told)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert balance(mixed, may_name=may_name) == balance(told, may_name=may_name)
