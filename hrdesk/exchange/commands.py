"""What a person can do after a merge: settle what two desks wrote differently, one by one or many alike."""

from typing import Any

from hrdesk.agenda.by_decision import refuse_status_by_hand
from hrdesk.agenda.commands import living, restore_with_links
from hrdesk.agenda.keeping_versions import keep_adopted_texts, keep_version
from hrdesk.agenda.lowering import record_lowering
from hrdesk.agenda.queries import next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.exchange.duplicates import COMMANDS as DUPLICATES
from hrdesk.exchange.protecting import COMMANDS as PROTECTING
from hrdesk.exchange.queries import Conflict, conflict_about
from hrdesk.exchange.rostering import COMMANDS as ROSTERING
from hrdesk.exchange.settling import TAKES, version_taken
from hrdesk.exchange.tools.commands import COMMANDS as TOOLS
from hrdesk.exchange.withdrawing import COMMANDS as WITHDRAWING
from hrdesk.language import N_
from hrdesk.recommendations.queries import WORDING, Proposal, proposals
from hrdesk.records import Decision, Link, Recommendation, Value
from hrdesk.records.ids import joined_id
from hrdesk.records.protection import ADOPTED, lowered
from hrdesk.store.change import DELETED
from hrdesk.store.fitting import noun_of
from hrdesk.store.pen import Pen


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
    conflict = _conflict(pen, record, field)
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
    if isinstance(held, Recommendation) and field == WORDING and held.adopted_text:
        _refuse_other_than_adopted(held, values)
    if isinstance(held, Recommendation):
        _settle_adoption(pen, held, conflict, values)
    is_lowering = bool(lowered(held, values))
    record_lowering(pen, held, values, reason)
    keep_version(pen, held, values, settles=True)
    pen.settle(type(held), record, **values)
    if reason and not is_lowering:
        pen.create(Decision, item=record, decision_kind="conflict_settled", subject=field, reason=reason, at=pen.now)
    return {"record": record, "field": field, "value": chosen}


def settle_many(
    pen: Pen, conflicts: list[str], take: str, desk: str | None = None, reason: str | None = None
) -> dict[str, Any]:
    """Settle conflicts of a kind alike. ``conflicts`` name record and field, parted by a blank.

    ``take`` is later, strictest or desk (then ``desk`` is the device whose versions are taken); all of them are
    settled, or none.
    """
    if take not in TAKES:
        raise Refused(N_("Conflicts are settled by {takes}. Nothing was changed."), takes=", ".join(TAKES))
    settled = []
    for told in conflicts:
        record, _, field = told.partition(" ")
        found = version_taken(_conflict(pen, record, field), take, (desk or "").split(".")[0])
        if found is None:
            raise Refused(N_("One of these conflicts cannot be settled that way. Nothing was changed."))
        settled.append(settle(pen, record, field, version=found.name, reason=reason))
    return {"settled": settled}


def take_up(pen: Pen, recommendation: str) -> dict[str, Any]:
    """Make a proposal of its own of every wording that reached an adopted text; the adopted text stays as it is."""
    held, waiting = _adopted(pen, recommendation)
    made = []
    for one in waiting:
        if not one.text:
            continue  # somebody had emptied the field: there is nothing to propose
        new = pen.create(
            Recommendation,
            consultation=held.consultation,
            session=held.session,
            text=one.text,
            language=one.language,
            status="proposed",
            area=held.area,
            theme=held.theme,
            sensitivity=held.sensitivity,
            position=next_position(pen.read, Recommendation),
        )
        link = joined_id("link", new, held.id, "made_from")
        pen.create(Link, link, item=new, source=held.id, link_kind="made_from")
        made.append(new)
    _stand_by(pen, held, None)
    return {"recommendation": recommendation, "ids": made}


def dismiss_proposals(pen: Pen, recommendation: str, reason: str | None = None) -> dict[str, Any]:
    """Let the wordings rest that reached an adopted text after its adoption; they stay in its history."""
    held, waiting = _adopted(pen, recommendation)
    _stand_by(pen, held, reason)
    return {"recommendation": recommendation, "dismissed": len(waiting)}


def _refuse_other_than_adopted(held: Recommendation, values: dict[str, Value]) -> None:
    if (values.get("text"), values.get("language")) != (held.adopted_text, held.adopted_language):
        raise Refused(
            N_(
                "The text was adopted and stays as it is. Nothing was changed; please take the other wording up as a"
                " new proposal, or dismiss it."
            )
        )


def _settle_adoption(pen: Pen, held: Recommendation, conflict: Conflict, values: dict[str, Value]) -> None:
    """Refuse to adopt by settling what no desk adopted; which adoption counts is a decision that everybody sees."""
    told = [one.value for one in conflict.versions]
    versions = [one if isinstance(one, dict) else {conflict.field: one} for one in told]
    if all(any(one.get(name) != value for name, value in values.items()) for one in versions):
        refuse_status_by_hand(Recommendation, values, held)
    if "adopted_text" not in values:
        return
    keep_adopted_texts(pen, held, values["adopted_text"])
    ways = {way: status for status, way in ADOPTED.items()}
    after = ways[str(values["adopted_way"] or "consensus")] if values["adopted_text"] else "under_negotiation"
    pen.create(
        Decision,
        item=held.id,
        decision_kind="adopted",
        subject="status",
        before=held.status,
        after=after,
        at=pen.now,
    )


def _adopted(pen: Pen, recommendation: str) -> tuple[Recommendation, list[Proposal]]:
    held = pen.read.get(Recommendation, recommendation)
    waiting = [one for one in proposals(pen.read) if one.recommendation == recommendation]
    if held is None or not waiting:
        raise Refused(N_("No other wording of this adopted text is waiting. Nothing was changed."))
    return held, waiting


def _stand_by(pen: Pen, held: Recommendation, reason: str | None) -> None:
    """Let the adopted text stand in the field again, having seen every other wording."""
    keep_version(pen, held, {"text": held.adopted_text}, settles=True)
    pen.settle(Recommendation, held.id, text=held.adopted_text, language=held.adopted_language)
    if reason:
        pen.create(Decision, item=held.id, decision_kind="conflict_settled", subject=WORDING, reason=reason, at=pen.now)


def _conflict(pen: Pen, record: str, field: str) -> Conflict:
    found = conflict_about(pen.read, record, field)
    if found is None:
        raise Refused(N_("There is no conflict to settle there. Nothing was changed."))
    return found


def _chosen(conflict: Conflict, version: str | None, value: Any) -> Any:
    if version is None:
        return value
    found = next((one for one in conflict.versions if one.name == version), None)
    if found is None:
        raise Refused(N_("There is no version “{version}” of this field. Nothing was changed."), version=version)
    return found.value


COMMANDS = (
    Command("settle", N_("Settle conflict"), settle, undoable=False),
    Command("settle-many", N_("Settle conflicts alike"), settle_many, undoable=False),
    Command("take-up-proposals", N_("Take up as new proposals"), take_up, undoable=False),
    Command("dismiss-proposals", N_("Dismiss other wordings"), dismiss_proposals, undoable=False),
    *DUPLICATES,
    *PROTECTING,
    *ROSTERING,
    *TOOLS,
    *WITHDRAWING,
)
