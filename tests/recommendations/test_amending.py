"""Amendments one by one, comments, reservations; the program never puts words together."""

from collections.abc import Iterator

import pytest

from hrdesk.records import Amendment, Decision
from hrdesk.store.standings import read_classes
from tests.recommendations.bench import TEXT, begin, do, refused, seen, texts
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def propose(desk: MemoryDesk, made: str, text: str, **fields: str) -> str:
    return str(do(desk, "propose-amendment", recommendation=made, text=text, **fields)["id"])


def test_an_amendment_is_applied_to_the_text_it_was_proposed_to(desk: MemoryDesk):
    made = begin(desk)
    one = propose(desk, made, "States must act.", proposed_by="Kenya", reason="stronger")
    assert [(line.proposer, line.base, line.is_outdated, line.outcome) for line in seen(desk, made).amendments] == [
        ("Kenya", TEXT, False, "proposed")
    ]
    before = desk.visible()
    do(desk, "apply-amendment", amendment=one)
    told = seen(desk, made)
    assert told.text == "States must act."
    assert (told.versions[0].why, told.versions[0].by) == ("amendment", "Kenya")
    assert [line.outcome for line in told.amendments] == ["applied"]
    assert "decided on already" in refused(desk, "apply-amendment", amendment=one)
    desk.undo()
    assert desk.visible() == before


def test_an_amendment_whose_text_has_moved_on_waits_for_final_words(desk: MemoryDesk):
    made = begin(desk)
    first, second = propose(desk, made, "States must act."), propose(desk, made, "States should act now.")
    do(desk, "apply-amendment", amendment=first)
    assert [line.is_outdated for line in seen(desk, made).amendments] == [True, True]
    assert [line.outcome for line in seen(desk, made).amendments] == ["applied", "proposed"]
    assert "has changed" in refused(desk, "apply-amendment", amendment=second)
    do(desk, "apply-amendment", amendment=second, text="States must act now.")
    assert texts(desk, made) == [TEXT, "States must act.", "States must act now."]


def test_a_comment_and_another_language_wait_for_final_words(desk: MemoryDesk):
    made = begin(desk)
    comment = propose(desk, made, "Too weak.", kind="comment")
    french = propose(desk, made, "Les États devraient agir.", language="fr")
    assert "comment" in refused(desk, "apply-amendment", amendment=comment)
    assert "another language" in refused(desk, "apply-amendment", amendment=french)
    do(desk, "apply-amendment", amendment=comment, text="States must act.")
    assert seen(desk, made).text == "States must act."
    refused(desk, "propose-amendment", recommendation=made, text="x", kind="joke")
    refused(desk, "propose-amendment", recommendation=made, text="States must act.")
    refused(desk, "propose-amendment", recommendation=made, text="x", delegation="nobody")


def test_amendments_are_rejected_withdrawn_and_opened_again(desk: MemoryDesk):
    made = begin(desk)
    first, second = propose(desk, made, "a"), propose(desk, made, "b")
    refused(desk, "reopen-amendment", amendment=first)
    do(desk, "reject-amendment", amendment=first)
    do(desk, "withdraw-amendment", amendment=second)
    assert [line.outcome for line in seen(desk, made).amendments] == ["rejected", "withdrawn"]
    do(desk, "reopen-amendment", amendment=first)
    assert [line.outcome for line in seen(desk, made).amendments] == ["proposed", "withdrawn"]
    assert texts(desk, made) == [TEXT]
    refused(desk, "edit", id=first, outcome="applied")
    refused(desk, "reject-amendment", amendment="?")


def test_an_amendment_to_an_adopted_text_is_kept_and_changes_nothing(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "adopt", recommendation=made)
    late = propose(desk, made, "too late")
    assert "adopted" in refused(desk, "apply-amendment", amendment=late)
    assert seen(desk, made).recommendation.status == "adopted"
    refused(desk, "propose-alternative", recommendation=made, text="too late")


def test_what_was_proposed_to_the_text_of_a_printed_draft_says_so(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "reword", recommendation=made, text="States must act.")
    propose(desk, made, "States should act now.", base=TEXT, origin="returned draft")
    [line] = seen(desk, made).amendments
    assert (line.base, line.is_outdated, line.amendment.origin) == (TEXT, True, "returned draft")


def test_reservations_are_kept_also_on_adopted_texts(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "adopt", recommendation=made)
    kenya = do(desk, "add", kind="delegation", name="Kenya")["id"]
    do(desk, "record-reservation", recommendation=made, delegation=kenya, text="We understand this as voluntary.")
    do(desk, "record-reservation", recommendation=made, reservation_kind="dissociation", body="A network")
    assert [(line.body, line.reservation.reservation_kind) for line in seen(desk, made).reservations] == [
        ("Kenya", "reservation"),
        ("A network", "dissociation"),
    ]
    refused(desk, "record-reservation", recommendation=made)
    refused(desk, "record-reservation", recommendation=made, body="x", reservation_kind="anger")


def test_two_desks_negotiate_side_by_side_and_both_amendments_are_there(desk: MemoryDesk):
    other = MemoryDesk(1)
    try:
        made = begin(desk)
        other.take(desk.changes())
        mine, theirs = propose(desk, made, "here"), propose(other, made, "there")
        do(desk, "apply-amendment", amendment=mine)
        do(other, "apply-amendment", amendment=theirs)
        third = propose(other, made, "third")
        desk.take(other.changes())
        other.take(desk.changes())
        for one in (desk, other):
            assert {held.text for held in one.reader.every(Amendment)} == {"here", "there", "third"}
            assert "has changed" in refused(one, "apply-amendment", amendment=third)
        do(desk, "apply-amendment", amendment=third, text="third")
        assert set(texts(desk, made)) == {TEXT, "here", "there", "third"}
    finally:
        other.close()


def test_what_was_said_on_a_confidential_text_stays_so_when_a_milder_one_stands_in_its_place(desk: MemoryDesk):
    made = begin(desk, "A secret.")
    do(desk, "edit", id=made, sensitivity="confidential")
    about = {"recommendation": made}
    kept = [
        do(desk, "propose-alternative", **about, text="Another secret.")["id"],
        do(desk, "record-reservation", **about, text="Not this secret.", body="A network")["id"],
        do(desk, "propose-amendment", **about, text="Mild.", reason="it is secret")["id"],
    ]
    do(desk, "apply-amendment", amendment=kept[-1])
    do(desk, "edit", id=made, sensitivity="public", reason="mild by now")
    classes = read_classes(desk.reader)
    assert [classes.of(one) for one in kept] == ["confidential"] * 3
    assert not any("secret" in (one.reason or "") for one in desk.reader.every(Decision))
    refused(desk, "edit", id=kept[-1], sensitivity="public")
    do(desk, "edit", id=kept[-1], sensitivity="public", reason="no secret any more")
    assert read_classes(desk.reader).of(kept[-1]) == "public"
    held = desk.reader.get(Amendment, kept[-1])
    assert held is not None
    assert held.reason == "it is secret"  # the reason of the delegation, not that of the lowering
    later = do(desk, "propose-amendment", **about, text="Milder.")["id"]
    assert read_classes(desk.reader).of(later) == "public"
