"""What may not simply be edited: a class cannot be lowered without a reason, an adopted text not at all."""

from collections.abc import Mapping

from hrdesk.records.classes import rank
from hrdesk.records.declaration import Record, Value
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


def is_adopted(held: Recommendation) -> bool:
    """Tell whether a recommendation stands as adopted.

    The text as adopted says so, whatever status another desk gave it meanwhile, until somebody opens it again.
    """
    return bool(held.adopted_text) or held.status == "adopted"


def is_adopted_text(held: Record, values: Mapping[str, Value]) -> bool:
    """Tell whether ``values`` would touch the text of an adopted recommendation."""
    if not isinstance(held, Recommendation) or not is_adopted(held):
        return False
    touched = {"text", "language", "adopted_text", "adopted_language", "adopted_at", "status"} & set(values)
    return any(values[name] != getattr(held, name) for name in touched)
