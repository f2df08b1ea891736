"""What a person can do with a concept note that was understood: save it as a consultation."""

from collections.abc import Mapping
from typing import Any

from hrdesk.agenda.rules import in_order, sessions_of
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import KINDS, Record, Session
from hrdesk.records.ids import positions
from hrdesk.store.fitting import noun_of
from hrdesk.store.pen import Pen


def take_concept_note(pen: Pen, found: list[dict[str, Any]]) -> dict[str, Any]:
    """Save what was understood of a concept note: ``found`` are ``{key, kind, values}``, references by key.

    The sessions of the programme follow from the agenda.
    """
    plan = [(str(one.get("kind", "")), str(one.get("key", "")), _values(one)) for one in found]
    for kind, _, _ in plan:
        noun_of(kind)
    # All ids first: an organiser may stand in the note before the regional consultation it belongs to.
    ids = {key: pen.new_id() for _, key, _ in plan}
    keys = in_order([(kind, values) for kind, _, values in plan])
    for (kind, key, values), position in zip(plan, keys, strict=True):
        if position is not None:
            values.setdefault("position", position)
        pen.create(KINDS[kind], ids[key], **_with_ids(KINDS[kind], values, ids))
    consultation = next((values for kind, _, values in plan if kind == "consultation"), {})
    owner = next((ids[key] for kind, key, _ in plan if kind == "consultation"), None)
    items = [(ids[key], values) for kind, key, values in plan if kind == "agenda_item" and not values.get("parent")]
    planned = sessions_of(consultation, items)
    made = [
        pen.create(Session, consultation=owner, position=key, **values)
        for key, values in zip(positions(len(planned)), planned, strict=True)
    ]
    return {"consultation": owner, "sessions": made, "records": len(ids) + len(made)}


def _with_ids(noun: type[Record], values: dict[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    references = {info.name for info in noun.declared if info.refers_to}
    return {
        name: ids.get(value, value) if name in references and isinstance(value, str) else value
        for name, value in values.items()
    }


def _values(one: Mapping[str, Any]) -> dict[str, Any]:
    told = one.get("values") or {}
    if not isinstance(told, dict):
        raise Refused(N_("What was found in a note is a list of {{key, kind, values}}. Nothing was changed."))
    return dict(told)


COMMANDS = (Command("take-concept-note", N_("Save concept note"), take_concept_note),)
