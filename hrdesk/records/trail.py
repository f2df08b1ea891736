"""The trail between records: which came from which, and which decisions were taken on the way."""

from hrdesk.language import N_
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference, yes_no

LINK_KINDS = ("made_from", "joined_into", "carried_over", "supports", "cites", "split_from", "differs")
"""``made_from``: the recommendation (``item``) was made from the note (``source``); and so on.

``differs`` remembers that a person keeps two records apart that look alike; its ends stand in the order of their ids.
"""

DECISION_KINDS = ("class_lowered", "conflict_settled", "adopted", "strength_raised", "validated", "amended", "decided")
"""``amended`` is a text that was decided on in negotiation; ``decided`` what was noted or not adopted."""

CAUSES = ("consent_withdrawn", "must_vanish", "other")
"""Why something is withdrawn: who said it took it back, it endangers somebody, or another reason."""


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
    decision_kind: str | None = choice(N_("Kind of decision"), DECISION_KINDS)
    subject: str | None = line(N_("Field"))
    before: str | None = line(N_("Before"), sensitive=True)
    after: str | None = line(N_("After"), sensitive=True)
    reason: str | None = prose(N_("Reason"), sensitive=True)
    at: str | None = line(N_("Time"))


@noun("withdrawal", N_("withdrawal"), since=2)
class Withdrawal(Record):
    """What must vanish from every desk: ``lines`` names it by the hashes of its lines, and never by its words.

    ``item`` is no part_of: a withdrawal travels also where what it withdraws does not. ``lines`` holds one SHA-256 in
    unpadded base64url per line of text, sorted. ``only_part`` says that the item itself stays, without these lines.
    """

    item: str | None = reference(N_("Item"))
    lines: str | None = prose(N_("Withdrawn lines"))
    cause: str | None = choice(N_("Cause"), CAUSES)
    only_part: bool | None = yes_no(N_("Only a part of it"))
    at: str | None = line(N_("Time"))
