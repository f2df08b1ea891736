"""What may not simply be edited: a class cannot be lowered without a reason, an adopted text not at all."""

from collections.abc import Mapping

from hrdesk.records.classes import rank
from hrdesk.records.declaration import Record, Value
from hrdesk.records.negotiation import AMENDMENT_OUTCOMES, Alternative, Amendment
from hrdesk.records.recommendation import Recommendation


def lowered(held: Record, values: Mapping[str, Value]) -> tuple[str, ...]:
    """Name the confidentialities of ``held`` that ``values`` would make milder than somebody said they are."""
    found = []
    for info in held.declared:
        if info.strictness and info.name in values and getattr(held, info.name) is not None:
            before = rank(info.strictness, info.unsaid, getattr(held, info.name))
            if rank(info.strictness, info.unsaid, values[info.name]) < before:
                found.append(info.name)
    return tuple(found)


ADOPTED = {"adopted": "consensus", "adopted_ad_referendum": "ad_referendum"}
"""The statuses of what stands as adopted, with the way in which it was."""

FIXED_BY_ADOPTION = frozenset(
    {"text", "language", "adopted_text", "adopted_language", "adopted_at", "adopted_way", "status"}
)


def is_adopted(held: Recommendation) -> bool:
    """Tell whether a recommendation stands as adopted, by consensus or ad referendum.

    The text as adopted says so, whatever status another desk gave it meanwhile, until somebody opens it again.
    """
    return bool(held.adopted_text) or held.status in ADOPTED


def adopted_way(held: Recommendation) -> str:
    """Tell how a recommendation was adopted, "consensus" or "ad_referendum"; nothing for what was not adopted.

    The way travels with the adopted text; desks of before knew consensus only.
    """
    if held.adopted_text:
        return held.adopted_way or "consensus"
    return ADOPTED.get(held.status or "", "")


def is_decided(held: Record) -> bool:
    """Tell whether an alternative or an amendment was decided on: then it is part of the trail and stays."""
    return isinstance(held, Alternative | Amendment) and held.outcome in AMENDMENT_OUTCOMES[1:]


def is_adopted_text(held: Record, values: Mapping[str, Value]) -> bool:
    """Tell whether ``values`` would touch the text of an adopted recommendation."""
    if not isinstance(held, Recommendation) or not is_adopted(held):
        return False
    touched = FIXED_BY_ADOPTION & set(values)
    return any(values[name] != getattr(held, name) for name in touched)
