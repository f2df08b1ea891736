"""A document that was composed before the decisions follows them, and what a person wrote by hand stays."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES
from hrdesk.outcome.composition import compose
from hrdesk.outcome.document import Paragraph as Printed
from hrdesk.outcome.following import Behind, behind
from hrdesk.outcome.queries import document, material
from hrdesk.outcome.regrouping_rules import Group, regrouped
from hrdesk.outcome.rules import EARLIER, LEADS, lead
from hrdesk.records import Paragraph, Wording
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk

CONSENSUS = "Participants adopted the following recommendations by consensus:"
REFERENDUM = "Participants adopted the following recommendations ad referendum:"
NOTED = "Participants took note of the following recommendations:"
NEGOTIATED = "The following recommendations are still under negotiation; words in square brackets are not agreed:"
PROPOSED = "The following recommendations were proposed:"


class Workshop(MemoryDesk):
    """A desk whose document was composed when all its recommendations were proposed; ``made`` are these by text."""

    def __init__(self, *texts: str) -> None:
        super().__init__(0)
        self.do("new-consultation", title="Workshop", language="en", sensitivity="public")
        told = {"notes": [], "language": "en", "sensitivity": "public"}
        self.made = {text: self.do("make-recommendation", text=text, **told)["id"] for text in texts}
        self.do("compose-outcome")

    def do(self, command: str, /, **arguments: Any) -> Any:
        return self.run(COMMANDS[command], **arguments)

    def decide(self, text: str, command: str, **told: str) -> None:
        self.do(command, recommendation=self.made[text], **told)

    def lines(self, language: str = "en") -> list[str]:
        """Give what stands after the opening sentence."""
        blocks = compose(material(self.reader), language).document.blocks
        return ["".join(run.text for run in one.runs) for one in blocks if isinstance(one, Printed)][1:]

    def lead(self, text: str = PROPOSED) -> str:
        return next(one.id for one in self.reader.every(Paragraph) if one.text == text)

    def behind(self) -> Behind:
        return behind(self.reader, material(self.reader))


@pytest.fixture
def desk() -> Iterator[Workshop]:
    held = Workshop("one", "two", "three")
    yield held
    held.close()


def test_a_sentence_over_what_was_all_adopted_says_so_in_six_languages(desk: Workshop):
    first = desk.lead()
    for text in desk.made:
        desk.decide(text, "adopt")
    assert desk.lines() == [PROPOSED, "one", "two", "three"]
    assert desk.behind() == Behind(3, 0)
    desk.do("follow-decisions")
    assert desk.lines() == [CONSENSUS, "one", "two", "three"]
    assert desk.lead(CONSENSUS) == first
    assert [desk.lines(language)[0] for language in LANGUAGES] == [*lead("adopted").texts.values()]
    assert desk.behind() == Behind(0, 0)
    with pytest.raises(Refused, match="already"):
        desk.do("follow-decisions")


def test_each_way_of_deciding_gets_its_sentence_in_their_order_and_undo_is_one_step():
    desk = Workshop("one", "two", "three", "four", "five", "six", "seven")
    before = desk.lines()
    desk.decide("six", "adopt")
    desk.decide("two", "adopt", way="ad_referendum")
    desk.decide("five", "note-recommendation")
    desk.decide("one", "open-negotiation")
    desk.decide("three", "not-adopt")
    desk.decide("seven", "adopt")
    assert desk.do("follow-decisions") == {"recommendations": 6, "edited": 0}
    followed = [CONSENSUS, "six", "seven", REFERENDUM, "two", NOTED, "five", NEGOTIATED, "one", PROPOSED, "four"]
    assert desk.lines() == followed
    desk.decide("two", "confirm-ad-referendum")
    desk.do("follow-decisions")
    assert desk.lines() == [CONSENSUS, "six", "seven", "two", *followed[5:]]
    for _ in range(2):
        assert desk.undo() in ("follow-decisions", "confirm-ad-referendum")
    assert desk.lines() == followed
    assert desk.undo() == "follow-decisions"
    assert desk.lines() == before
    desk.close()


def test_it_reads_as_a_document_composed_anew(desk: Workshop):
    desk.decide("three", "adopt")
    desk.decide("one", "note-recommendation")
    desk.do("follow-decisions")
    followed = desk.lines()
    for one in desk.reader.every(Paragraph):
        desk.do("delete", id=one.id)
    head = document(desk.reader)
    assert head is not None
    desk.do("delete", id=head.id)
    desk.do("compose-outcome")
    assert desk.lines() == followed == [CONSENSUS, "three", NOTED, "one", PROPOSED, "two"]


@pytest.mark.parametrize("where", ["source", "translation"])
def test_a_sentence_changed_by_hand_is_replaced_only_when_asked(desk: Workshop, where: str):
    if where == "source":
        desk.do("edit", id=desk.lead(), text="The experts proposed:")
    else:
        desk.do("translate", item=desk.lead(), language="fr", text="Les experts ont proposé :")
    before = desk.lines("fr"), desk.lines()
    desk.decide("one", "adopt")
    assert desk.behind() == Behind(0, 1)
    with pytest.raises(Refused, match="changed by hand"):
        desk.do("follow-decisions")
    assert (desk.lines("fr"), desk.lines()) == before
    desk.do("follow-decisions", edited=True)
    assert desk.lines() == [CONSENSUS, "one", before[1][0], "two", "three"]
    desk.decide("two", "adopt")
    desk.decide("three", "adopt")
    desk.do("follow-decisions", edited=True)
    assert desk.lines() == [CONSENSUS, "one", "two", "three"]


def test_what_a_person_put_between_stays_and_what_fits_is_not_touched(desk: Workshop):
    conclusions = next(one.parent for one in desk.reader.every(Paragraph) if one.id == desk.lead())
    own = desk.do("add-paragraph", text="The Chair thanked all.", under=conclusions)["id"]
    desk.decide("two", "adopt")
    places = {one.id: one.position for one in desk.reader.every(Paragraph)}
    desk.do("follow-decisions")
    assert desk.lines() == [CONSENSUS, "two", PROPOSED, "one", "three", "The Chair thanked all."]
    moved = {one.recommendation for one in desk.reader.every(Paragraph) if places.get(one.id, "") != one.position}
    assert moved == {None, desk.made["two"]}  # the new sentence, and what stands under it
    assert desk.reader.get(Paragraph, own)


def test_what_was_added_before_every_sentence_is_nobodys_business_but_the_authors(desk: Workshop):
    desk.do("delete", id=desk.lead())
    desk.decide("two", "not-adopt")
    assert desk.behind() == Behind(0, 0)
    assert desk.lines() == ["one", "two", "three"]


def test_two_desks_that_follow_make_one_sentence(desk: Workshop):
    desk.decide("two", "adopt")
    other = MemoryDesk(1)
    other.take(desk.changes())
    for one in (desk, other):
        one.run(COMMANDS["follow-decisions"])
    desk.take(other.changes())
    assert desk.lines() == [CONSENSUS, "two", PROPOSED, "one", "three"]
    assert desk.behind() == Behind(0, 0)
    other.close()


def test_the_wordings_of_a_sentence_that_says_another_thing_are_current(desk: Workshop):
    for text in desk.made:
        desk.decide(text, "note-recommendation")
    desk.do("follow-decisions")
    held = material(desk.reader)
    assert compose(held, "ar").report.untranslated == 4  # the title and three recommendations
    said = desk.reader.every(Wording, item=desk.lead(NOTED))
    assert {one.text for one in said} == {*lead("noted").texts.values()} - {NOTED}


_KEYS = st.sampled_from(["", *LEADS])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from([*LEADS]), st.lists(_KEYS, max_size=4)), max_size=4))
def test_whatever_was_decided_each_stands_under_what_is_true_of_it(told: list[tuple[str, list[str]]]):
    groups, siblings = [], ["own words"]
    wanted: dict[str, str] = {}
    for place, (key, decided) in enumerate(told):
        members = tuple(f"{place}.{number}" for number in range(len(decided)))
        wanted |= dict(zip(members, decided, strict=True))
        groups.append(Group(f"lead {place}", key, members))
        siblings += [f"lead {place}", *members, f"between {place}"]
    plan = regrouped(siblings, groups, wanted)
    keys = {group.lead: plan.said.get(group.lead, group.key) for group in groups} | {key: key for key in plan.new}
    over, found = "", {}
    for one in plan.order:
        over = keys.get(one, over)
        if one in wanted:
            found[one] = over
    assert found == {one: key for one, key in wanted.items() if key}
    assert sorted({*plan.order} - plan.new | {*plan.gone}) == sorted(siblings)
    stays = [one for one in siblings if one not in plan.moved and one not in plan.gone]
    assert [one for one in plan.order if one in stays] == stays


@pytest.mark.parametrize("what", ["footnote", "paragraph"])
def test_what_a_person_put_under_a_sentence_or_a_recommendation_is_never_lost(desk: Workshop, what: str):
    for record in (
        desk.lead(),
        next(one.id for one in desk.reader.every(Paragraph) if one.recommendation == desk.made["two"]),
    ):
        if what == "footnote":
            desk.do("add", kind="footnote", owner=record, text="By hand.")
        else:
            head = document(desk.reader)
            assert head is not None
            told = {"role": "paragraph", "text": "By hand.", "language": "en"}
            desk.do("add", kind="paragraph", document=head.id, parent=record, **told)
    desk.decide("one", "adopt")
    desk.decide("two", "not-adopt")
    desk.decide("three", "adopt")
    assert desk.behind().edited == 1
    with pytest.raises(Refused, match="by hand"):
        desk.do("follow-decisions")
    desk.do("follow-decisions", edited=True)
    held = material(desk.reader)
    known = {one.id for one in held.paragraphs}
    by_hand = (
        [one.owner for one in held.footnotes]
        if what == "footnote"
        else [one.parent for one in held.paragraphs if one.text == "By hand."]
    )
    assert len(by_hand) == 2
    assert set(by_hand) <= known


def test_a_document_of_before_is_followed_though_its_sentence_was_worded_otherwise(desk: Workshop):
    for text in desk.made:
        desk.decide(text, "adopt")
    desk.do("follow-decisions")
    record = desk.lead(CONSENSUS)
    earlier = {language: text for language, text, key in EARLIER if key == "adopted"}
    assert set(earlier) == set(LANGUAGES)
    desk.do("edit", id=record, text=earlier["en"], language="en")
    for one in desk.reader.every(Wording, item=record):
        desk.do("edit", id=one.id, text=earlier[one.language or ""])
    assert desk.behind() == Behind(0, 0)
    desk.do("reopen", recommendation=desk.made["two"], reason="asked for")
    desk.decide("two", "not-adopt")
    assert desk.behind() == Behind(1, 0)
    desk.do("follow-decisions")
    assert desk.lines()[1:] == ["one", "three"]
