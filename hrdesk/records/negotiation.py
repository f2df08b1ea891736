"""Negotiating a text: its versions, alternatives, amendments and reservations, who holds the pen, who validated it.

An alternative, an amendment and a reservation are at least as strict as their text. Only what was said while that was
confidential has a class of its own: it quotes the text of then, and stays confidential however mild the later one is.
"""

from hrdesk.language import N_
from hrdesk.records.classes import a_sensitivity
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference

AMENDMENT_KINDS = ("text", "comment")

AMENDMENT_OUTCOMES = ("proposed", "applied", "rejected", "withdrawn")

VERSION_CAUSES = ("reworded", "amendment", "alternative", "brackets")
"""Why a text was replaced: by hand, by an amendment, by one of its alternatives, or because brackets were settled."""

RESERVATION_KINDS = ("reservation", "explanation", "objection", "dissociation")

WAYS_OF_VALIDATION = ("consensus", "ad_referendum", "noted", "not_adopted", "validated")
"""How a text was decided on; "validated" is how the regional consultations of 2012 closed their outcome documents."""


@noun("wording_version", N_("earlier version of a wording"), since=3)
class WordingVersion(Record):
    """A text of a recommendation as it stood until it was replaced in negotiation, and why it was replaced.

    The versions of a text are these in the order of their ids, and then the text that stands. ``sensitivity`` is the
    class that counted when it was replaced: what a confidential text said stays so, however mild the later one is.
    """

    recommendation: str | None = reference(N_("Recommendation"), "recommendation", part_of=True)
    text: str | None = prose(N_("Text"), searchable=True, sensitive=True, group="wording")
    language: str | None = line(N_("Language"), group="wording")
    replaced_by: str | None = choice(N_("Replaced by"), VERSION_CAUSES)
    cause: str | None = reference(N_("Cause"), "amendment", "alternative")
    sensitivity: str | None = a_sensitivity()
    at: str | None = line(N_("Time"))


@noun("alternative", N_("alternative wording"), since=3)
class Alternative(Record):
    """Another wording in square brackets: the text itself keeps its number, its alternatives are bis, ter and so on.

    One with an ``outcome`` (applied, rejected, withdrawn) is open no more and stays for the trail; none is open.
    Source: Editorial Manual, texts under negotiation.
    """

    recommendation: str | None = reference(N_("Recommendation"), "recommendation", part_of=True)
    text: str | None = prose(N_("Text"), searchable=True, sensitive=True, group="wording")
    language: str | None = line(N_("Language"), group="wording")
    delegation: str | None = reference(N_("Delegation"), "delegation", group="proposer")
    proposed_by: str | None = line(N_("Proposed by"), sensitive=True, group="proposer")
    outcome: str | None = choice(N_("Outcome"), AMENDMENT_OUTCOMES, group="outcome")
    decided_at: str | None = line(N_("Decided at"), group="outcome")
    sensitivity: str | None = a_sensitivity()
    position: str | None = line(N_("Order"))


@noun("amendment", N_("amendment"), since=3)
class Amendment(Record):
    """A change to a text that a delegation proposed, or a comment on it. ``base`` is the text it was proposed to."""

    recommendation: str | None = reference(N_("Recommendation"), "recommendation", part_of=True)
    amendment_kind: str | None = choice(N_("Kind"), AMENDMENT_KINDS)
    text: str | None = prose(N_("Text"), searchable=True, sensitive=True, group="wording")
    language: str | None = line(N_("Language"), group="wording")
    base: str | None = prose(N_("Proposed to the text"), sensitive=True, group="wording")
    delegation: str | None = reference(N_("Delegation"), "delegation", group="proposer")
    proposed_by: str | None = line(N_("Proposed by"), sensitive=True, group="proposer")
    reason: str | None = prose(N_("Reason"), sensitive=True)
    origin: str | None = line(N_("Origin"))
    outcome: str | None = choice(N_("Outcome"), AMENDMENT_OUTCOMES, group="outcome")
    decided_at: str | None = line(N_("Decided at"), group="outcome")
    sensitivity: str | None = a_sensitivity()
    at: str | None = line(N_("Time"))
    position: str | None = line(N_("Order"))


@noun("reservation", N_("reservation or explanation"), since=3)
class Reservation(Record):
    """What a delegation said for the record on a text: a reservation, an explanation of position, an objection."""

    recommendation: str | None = reference(N_("Recommendation"), "recommendation", part_of=True)
    reservation_kind: str | None = choice(N_("Kind"), RESERVATION_KINDS)
    delegation: str | None = reference(N_("Delegation"), "delegation", group="body")
    body: str | None = line(N_("Body"), sensitive=True, group="body")
    text: str | None = prose(N_("Text"), searchable=True, translatable=True, sensitive=True, group="wording")
    language: str | None = line(N_("Language"), group="wording")
    sensitivity: str | None = a_sensitivity()
    at: str | None = line(N_("Time"))
    position: str | None = line(N_("Order"))


@noun("pen_holder", N_("holder of the pen"), since=3)
class PenHolder(Record):
    """Who writes on a section for now; others are told, and may write all the same. Its id follows from the item.

    ``item`` is a session (its recommendations), a heading of an outcome document (its section), or the consultation
    (the recommendations of no session).
    """

    item: str | None = reference(N_("Item"), part_of=True)
    seat: str | None = reference(N_("Desk"), "seat", group="pen")
    at: str | None = line(N_("Time"), group="pen")


@noun("draft_version", N_("version of the draft"), since=3)
class DraftVersion(Record):
    """A draft that was printed or sent for negotiation. ``text_hash`` is the SHA-256 of its words, hexadecimal."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    name: str | None = line(N_("Version"))
    text_hash: str | None = line(N_("Hash of the text"))
    at: str | None = line(N_("Time"))


@noun("validation", N_("validation"), since=3)
class Validation(Record):
    """Who decided how on which exact text, when. ``text_hash`` is the SHA-256 of its UTF-8, NFC, hexadecimal.

    ``item`` is a recommendation or the outcome document as a whole.
    """

    item: str | None = reference(N_("Item"), "recommendation", "document", part_of=True)
    way: str | None = choice(N_("Way of deciding"), WAYS_OF_VALIDATION)
    validated_by: str | None = line(N_("Validated by"), sensitive=True)
    text_hash: str | None = line(N_("Hash of the text"))
    language: str | None = line(N_("Language"))
    at: str | None = line(N_("Time"))
