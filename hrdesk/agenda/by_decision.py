"""What of a recommendation no hand sets: its adopted text and a status that follows from a decision in the trail.

It stands in this room because any field of any record is edited here.
"""

from collections.abc import Mapping

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import Recommendation, Record, Value
from hrdesk.records.protection import ADOPTED, FIXED_BY_ADOPTION

BY_DECISION = {"noted": "note-recommendation", "not_adopted": "not-adopt"}
"""The statuses short of adoption that a decision gives, with the commands that keep who decided."""

OPENING = "open-negotiation"
"""The command that negotiates again on what was decided, short of adopting it."""


def refuse_status_by_hand(noun: type[Record], fields: Mapping[str, Value], held: Record | None = None) -> None:
    """Refuse to adopt a text, to give it a status that is decided on, or to take such a one away, by hand.

    ``held`` is the recommendation that is edited; a new one has none.
    """
    if noun is not Recommendation:
        return
    if fields.get("status") in ADOPTED or any(fields.get(name) for name in FIXED_BY_ADOPTION if "adopted" in name):
        raise Refused(N_("A recommendation is adopted by the command “adopt”. Nothing was changed."))
    if "status" not in fields:
        return
    before, after = (str(held.values()["status"]) if held else ""), str(fields["status"])
    if after != before and (after in BY_DECISION or before in BY_DECISION):
        raise Refused(
            N_("This status follows from a decision. Nothing was changed; please use the command “{command}”."),
            command=BY_DECISION.get(after, OPENING),
        )
