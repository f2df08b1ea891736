"""Old declarations: what a change written under an earlier version means in today's terms.

The journal is never rewritten. A pure function for each field whose meaning changed is applied when tables are
derived, so that every desk of this version shows the same from the same lines. A renamed field keeps its new name
for good; a name is never used again for something else.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hrdesk.records import Value
from hrdesk.store.change import Change


def unchanged(value: Value) -> Value:
    """Give the value as it is: the field only got another name."""
    return value


@dataclass(frozen=True)
class Upcast:
    """How one field of one kind, written under version ``until`` or an earlier one, reads today."""

    until: int
    kind: str
    field: str
    into: str
    value: Callable[[Value], Value] = unchanged


UPCASTS: tuple[Upcast, ...] = ()
"""All of them, oldest first; versions 2 and 3 added nouns and fields only, so that nothing older reads otherwise."""


def today(change: Change, upcasts: tuple[Upcast, ...] | None = None) -> tuple[str, Value]:
    """Give the field and the value of ``change`` in the terms of this version."""
    field, value = change.field, change.val
    for one in UPCASTS if upcasts is None else upcasts:
        if change.sv <= one.until and (change.kind, field) == (one.kind, one.field):
            field, value = one.into, one.value(value)
    return field, value


def names_of(field: str) -> set[str]:
    """Give the names under which changes of ``field`` may stand in a journal."""
    names = {field}
    for one in reversed(UPCASTS):
        if one.into in names:
            names.add(one.field)
    return names


def is_old(kind: str) -> bool:
    """Tell whether records of a kind may hold what reads otherwise today."""
    return any(one.kind == kind for one in UPCASTS)
