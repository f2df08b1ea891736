"""The trail between records: which came from which, and which decisions were taken on the way."""

from hrdesk.language import N_
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference

LINK_KINDS = ("made_from", "joined_into", "carried_over", "supports", "cites")
"""``made_from``: the recommendation (``item``) was made from the note (``source``); and so on."""


@noun("link", N_("link"))
class Link(Record):
    """A link from an item to what it came from; its id follows from both ends and its kind."""

    item: str | None = reference(N_("Item"), part_of=True)
    source: str | None = reference(N_("Source"), part_of=True)
    link_kind: str | None = choice(N_("Kind of link"), LINK_KINDS)


@noun("decision", N_("decision"))
class Decision(Record):
    """A decision that a person took on an item, such as lowering its class, with the reason."""

    item: str | None = reference(N_("Item"), part_of=True)
    decision_kind: str | None = choice(N_("Kind of decision"), ("class_lowered", "conflict_settled", "adopted"))
    subject: str | None = line(N_("Field"))
    before: str | None = line(N_("Before"), sensitive=True)
    after: str | None = line(N_("After"), sensitive=True)
    reason: str | None = prose(N_("Reason"), sensitive=True)
    at: str | None = line(N_("Time"))
