"""What a person can do after a merge: settle what two desks wrote differently."""

from typing import Any

from hrdesk.agenda.commands import living, record_lowering, restore_with_links
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.exchange.queries import Conflict, conflicts
from hrdesk.language import N_
from hrdesk.records import Decision, Value
from hrdesk.records.protection import lowered
from hrdesk.store.change import DELETED
from hrdesk.store.pen import Pen, noun_of


def settle(
    pen: Pen,
    record: str,
    field: str,
    version: str | None = None,
    value: str | int | bool | dict[str, str | int | bool | None] | None = None,
    reason: str | None = None,
) -> dict[str, Any]:
    """Settle a conflict: one of the versions by its name, or another value. It is not undone but settled again."""
    held = living(pen, record)
    conflict = next((one for one in conflicts(pen.read) if (one.record, one.field) == (record, field)), None)
    if conflict is None:
        raise Refused(N_("There is no conflict to settle there. Nothing was changed."))
    chosen = _chosen(conflict, version, value)
    if field == DELETED:
        noun = noun_of(conflict.kind)
        if chosen is True:
            pen.delete(noun, record)
        else:
            restore_with_links(pen, noun, record)
        return {"record": record, "field": field, "value": chosen}
    values: dict[str, Value] = dict(chosen) if isinstance(chosen, dict) else {field: chosen}
    # Fields of a group that the chosen version does not name are empty in it.
    values = {name: values.get(name) for name in conflict.fields}
    is_lowering = bool(lowered(held, values))
    record_lowering(pen, held, values, reason)
    pen.settle(type(held), record, **values)
    if reason and not is_lowering:
        pen.create(Decision, item=record, decision_kind="conflict_settled", subject=field, reason=reason, at=pen.now)
    return {"record": record, "field": field, "value": chosen}


def _chosen(conflict: Conflict, version: str | None, value: Any) -> Any:
    if version is None:
        return value
    found = next((one for one in conflict.versions if one.name == version), None)
    if found is None:
        raise Refused(N_("There is no version “{version}” of this field. Nothing was changed."), version=version)
    return found.value


COMMANDS = (Command("settle", N_("Settle conflict"), settle, undoable=False),)
