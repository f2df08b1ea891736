"""What may go where: one table with every cell, and the laws behind it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.records import Person
from hrdesk.records.classes import ATTRIBUTION, CONSENT, SENSITIVITY, rank
from hrdesk.records.disclosure import (
    ON_SCREEN,
    PLACES,
    Classes,
    Standing,
    attribution,
    may_appear,
    may_be_found,
    may_be_named,
    may_go,
    on_screen,
)

NAME, BODY, PSEUDONYM, LABEL = "Ms. N. N. (Some body)", "Some body", "Speaker 7", "As heard"


def person(**values: object) -> Person:
    return Person("p", honorific="Ms.", name="N. N.", affiliation=BODY, pseudonym=PSEUDONYM, **values)  # type: ignore[arg-type]


def table() -> dict[tuple[str, str, str | None, bool], str]:
    """Say for every class, attribution, consent and protection how a speaker is named; nothing unless said here."""
    told = dict.fromkeys(product(SENSITIVITY, ATTRIBUTION, (None, *CONSENT, "unheard_of"), (False, True)), "")
    for level, consent in product(("attributed", "affiliation"), (None, "press", "report")):
        told["public", level, consent, False] = NAME if level == "attributed" else BODY
    for level, consent in product(("attributed", "affiliation"), (None, *CONSENT, "unheard_of")):
        told["public", level, consent, True] = PSEUDONYM
    return told


@pytest.mark.parametrize("cell", table().items(), ids=str)
def test_a_speaker_is_named_as_the_table_says(cell: tuple[tuple[str, str, str | None, bool], str]):
    (sensitivity, level, consent, protected), named = cell
    assert attribution(sensitivity, [level], person(consent=consent, protected=protected), LABEL) == named


@pytest.mark.parametrize("level", [None, *ATTRIBUTION, "unheard_of"])
@pytest.mark.parametrize("consent", [None, *CONSENT, "unheard_of"])
@pytest.mark.parametrize("protected", [False, True])
def test_anybody_may_learn_who_spoke_only_by_attribution_consent_and_without_protection(
    level: str | None, consent: str | None, protected: bool
):
    may = level in (None, "attributed") and consent in (None, "press", "report") and not protected
    assert may_be_named([level], person(consent=consent, protected=protected)) is may
    assert may_be_named([level], None) is (level in (None, "attributed"))


def screen() -> dict[tuple[str, str, str | None, bool], str]:
    """Say for every class, attribution, consent and protection what the room sees; the class alone unless said here."""
    classes, levels = (*SENSITIVITY, "unheard_of"), (*ATTRIBUTION, "unheard_of")
    told = dict.fromkeys(product(classes, levels, (None, *CONSENT, "unheard_of"), (False, True)), "class")
    for consent in (None, "press", "report"):
        told["public", "attributed", consent, False] = "speaker"
        told["public", "affiliation", consent, False] = "delegation"
    return told


@pytest.mark.parametrize("cell", screen().items(), ids=str)
def test_the_room_sees_of_a_speaker_what_the_table_says(cell: tuple[tuple[str, str, str | None, bool], str]):
    (sensitivity, level, consent, protected), seen = cell
    assert seen in ON_SCREEN
    assert on_screen(sensitivity, [level], person(consent=consent, protected=protected)) == seen
    assert on_screen(sensitivity, [level], person(consent=consent, protected=protected), is_known=False) == "class"


@pytest.mark.parametrize("sensitivity", SENSITIVITY)
@pytest.mark.parametrize(("levels", "seen"), [((), 0), (("attributed", None), 0), (("affiliation", None), 1)])
def test_the_room_sees_a_delegation_or_a_name_as_written_as_far_as_the_session_lets_it(
    sensitivity: str, levels: tuple[str | None, ...], seen: int
):
    assert on_screen(sensitivity, levels, None) == (ON_SCREEN[seen] if sensitivity == "public" else "class")


@given(
    st.sampled_from([*SENSITIVITY, "unheard_of"]),
    st.lists(st.none() | st.sampled_from([*ATTRIBUTION, "unheard_of"]), max_size=3),
    st.sampled_from([None, *CONSENT, "unheard_of"]),
    st.booleans() | st.none(),
)
def test_who_may_not_be_named_in_a_document_is_not_named_on_the_screen(
    sensitivity: str, levels: list[str | None], consent: str | None, protected: bool | None
):
    who = person(consent=consent, protected=protected)
    seen, named = on_screen(sensitivity, levels, who), attribution(sensitivity, levels, who, None)
    assert named in {"speaker": (NAME,), "delegation": (BODY,), "class": ("", PSEUDONYM)}[seen]


GOES = {
    "screen": "public restricted confidential unheard_of",
    "hall": "public restricted",
    "read_out": "public",
    "document": "public restricted",
    "preview": "public restricted",
    "draft": "public restricted",
    "table": "public restricted",
    "tool": "public restricted",
    "memory": "public restricted",
}
"""Which classes may stand where; an item that nobody classed counts as restricted, one of a newer desk as strictest."""


@pytest.mark.parametrize(("sensitivity", "place"), list(product((*SENSITIVITY, "unheard_of"), GOES)))
def test_an_item_stands_where_the_table_says(sensitivity: str, place: str):
    assert may_appear(sensitivity, place) is (sensitivity in GOES[place].split())
    assert may_appear("", place) is ("restricted" in GOES[place].split())


def test_the_table_has_every_place_and_no_other_is_a_place():
    assert GOES.keys() == PLACES.keys()
    with pytest.raises(KeyError):
        may_appear("public", "elsewhere")


@pytest.mark.parametrize("sensitivity", SENSITIVITY)
def test_what_stands_in_a_document_is_what_may_appear_without_a_place(sensitivity: str):
    assert may_appear(sensitivity) is may_appear(sensitivity, "document")


@pytest.mark.parametrize(
    ("sensitivity", "by_limit"),
    [
        ("public", (True, True, True)),
        ("restricted", (False, True, True)),
        ("confidential", (False, False, True)),
        ("unheard_of", (False, False, True)),
    ],
)
def test_a_record_goes_into_a_bundle_as_far_as_its_limit(sensitivity: str, by_limit: tuple[bool, ...]):
    assert tuple(may_go(sensitivity, limit) for limit in SENSITIVITY) == by_limit
    assert tuple(may_be_found(sensitivity, audience) for audience in SENSITIVITY) == by_limit
    assert not may_be_found(sensitivity, "unheard_of")


@pytest.mark.parametrize(
    ("levels", "named"), [(("attributed",), LABEL), (("affiliation",), ""), (("chatham_house",), ""), ((), LABEL)]
)
def test_a_speaker_known_by_a_label_alone_is_named_only_where_names_may_be(levels: tuple[str, ...], named: str):
    assert attribution("public", levels, None, LABEL) == named
    assert attribution("restricted", levels, None, LABEL) == ""


@pytest.mark.parametrize(
    "levels", [("attributed", "chatham_house"), ("chatham_house", None), ("attributed", "something newer")]
)
def test_the_strictest_attribution_counts(levels: tuple[str | None, ...]):
    assert attribution("public", levels, person(), LABEL) == ""


def test_a_speaker_without_a_name_is_named_by_the_body():
    assert attribution("public", [], Person("p", affiliation=BODY), None) == BODY
    assert attribution("public", [], Person("p", name="N. N."), None) == "N. N."
    assert attribution("public", [], Person("p", protected=True), LABEL) == ""


records = st.sampled_from([f"r{n}" for n in range(6)])
standings = st.dictionaries(
    records,
    st.builds(
        Standing,
        own=st.none() | st.sampled_from([*SENSITIVITY, "unheard_of"]),
        parts_of=st.lists(records, max_size=2).map(tuple),
        made_from=st.lists(records, max_size=2).map(tuple),
        lowered_from=st.none() | st.sampled_from(SENSITIVITY),
        sealed=st.booleans() | st.just(False),
    ),
    max_size=6,
)


def strictness(told: str) -> int:
    return rank(SENSITIVITY, "restricted", told)


@given(standings, st.permutations([f"r{n}" for n in range(6)]))
def test_the_order_of_asking_says_nothing(held: dict[str, Standing], order: list[str]):
    asked = Classes(held)
    answers = {record: asked.of(record) for record in order}
    assert answers == {record: Classes(held).of(record) for record in order}
    assert answers == {record: Classes(dict(reversed(held.items()))).of(record) for record in order}


@given(standings)
def test_a_record_is_at_least_as_strict_as_it_is_itself_and_as_what_it_is_part_of(held: dict[str, Standing]):
    classes = Classes(held)
    for record, found in held.items():
        if found.own:
            assert strictness(classes.of(record)) >= strictness(found.own)
        for above in found.parts_of:
            if above in held and any((held[above].own, held[above].sealed)):
                assert strictness(classes.of(record)) >= strictness(held[above].own or "public")
        assert classes.of(record) in SENSITIVITY
        if found.sealed:
            assert classes.of(record) == "confidential"


@given(standings)
def test_what_is_made_from_a_confidential_record_is_confidential_unless_it_was_lowered(held: dict[str, Standing]):
    classes = Classes(held)
    for record, found in held.items():
        if found.lowered_from is None and any(classes.of(one) == "confidential" for one in found.made_from):
            assert classes.of(record) == "confidential"


@given(standings, records)
def test_a_stricter_source_never_makes_anything_milder(held: dict[str, Standing], record: str):
    import dataclasses

    before = Classes(held)
    raised = Classes({**held, record: dataclasses.replace(held.get(record, Standing(None)), own="confidential")})
    assert all(strictness(raised.of(one)) >= strictness(before.of(one)) for one in held)


def test_what_nobody_classed_is_restricted():
    assert Classes({}).of("x") == "restricted"
    assert Classes({}).of(None) == "restricted"
    assert Classes({"x": Standing(None)}).of("x") == "restricted"


def test_lowering_holds_while_the_source_is_no_stricter_than_it_was_then():
    made = Standing("public", made_from=("s",), lowered_from="restricted")
    assert Classes({"x": made, "s": Standing("restricted")}).of("x") == "public"
    assert Classes({"x": made, "s": Standing("confidential")}).of("x") == "confidential"


def test_two_kinds_that_claim_one_record_are_as_strict_as_the_stricter():
    open_one = Standing("public", lowered_from="confidential", made_from=("s",))
    joined = open_one.joined(Standing(None, parts_of=("t",), sealed=True))
    assert joined == Standing("public", ("t",), ("s",), None, sealed=True)
    assert open_one.joined(Standing("confidential")).own == "confidential"


def test_what_a_stricter_source_makes_strict_is_told_with_all_that_prints_it():
    held = {
        "note": Standing("restricted"),
        "made": Standing("restricted", made_from=("note",)),
        "printed": Standing(None, parts_of=("made", "document")),
        "document": Standing("public"),
        "other": Standing("public"),
    }
    assert not any(Classes(held).has_risen(one) for one in (*held, None, "unknown"))
    held["note"] = Standing("confidential")
    assert [one for one in held if Classes(held).has_risen(one)] == ["made", "printed"]
    held["made"] = Standing("restricted", made_from=("note",), lowered_from="confidential")
    assert not any(Classes(held).has_risen(one) for one in held)


@given(standings)
def test_what_has_risen_is_stricter_than_it_was_classed_or_belongs_to_what_is(held: dict[str, Standing]):
    classes = Classes(held)
    for record, found in held.items():
        if classes.has_risen(record) and not found.parts_of:
            assert found.own is not None
            assert strictness(classes.of(record)) > strictness(found.own)
