"""Making less confidential: never without a reason, and recorded as a decision, by whatever way it comes about."""

from dataclasses import dataclass

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import Consultation, Decision, Record, Session, Value
from hrdesk.records.classes import ATTRIBUTION, is_milder, strictest_attribution
from hrdesk.records.declaration import FieldInfo
from hrdesk.records.protection import lowered
from hrdesk.store.pen import Pen
from hrdesk.store.standings import read_classes


@dataclass(frozen=True)
class Standing:
    """How strict a record is where it stands: its class, and how far what it says may be attributed."""

    sensitivity: str
    attribution: str


def standing_of(pen: Pen, held: Record) -> Standing:
    """Tell how strict ``held`` is where it stands now; deleted owners count, for their rule does not go with them."""
    session = pen.read.was(Session, getattr(held, "session", None))
    consultation = getattr(held, "consultation", None) or (session.consultation if session else None)
    owners = (held, session, pen.read.was(Consultation, consultation))
    levels = (getattr(one, "attribution", None) for one in owners)
    return Standing(read_classes(pen.read).of(held.id), strictest_attribution(*levels))


def record_lowering(pen: Pen, held: Record, fields: dict[str, Value], reason: str | None) -> None:
    """Refuse to make ``held`` less confidential without a reason, and record the decision when there is one."""
    for name in lowered(held, fields):
        info: FieldInfo = held.field(name)
        if not (reason or "").strip():
            raise Refused(
                N_("Making “{field}” less strict needs a reason. Nothing was changed; please give one."),
                field=info.label,
            )
        before = read_classes(pen.read).of(held.id) if name == "sensitivity" else str(getattr(held, name))
        after = info.unsaid if fields[name] in (None, "") else str(fields[name])
        _record(pen, held, name, before, after, reason)


def record_moving(pen: Pen, held: Record, before: Standing, reason: str | None) -> None:
    """Putting a record where it counts as less confidential, or may be attributed, is lowering it as well.

    ``held`` is the record as it stands now, ``before`` tells how strict it was.
    """
    after = standing_of(pen, held)
    told = []
    if is_milder(after.sensitivity, before.sensitivity):
        told.append(("sensitivity", before.sensitivity, after.sensitivity))
    if ATTRIBUTION.index(after.attribution) < ATTRIBUTION.index(before.attribution):
        told.append(("attribution", before.attribution, after.attribution))
    if told and not (reason or "").strip():
        raise Refused(
            N_("There this {kind} would be less confidential, which needs a reason. Nothing was changed."),
            kind=held.label,
        )
    for one in told:
        _record(pen, held, *one, reason)


def _record(pen: Pen, held: Record, subject: str, before: str, after: str, reason: str | None) -> None:
    pen.create(
        Decision,
        item=held.id,
        decision_kind="class_lowered",
        subject=subject,
        before=before,
        after=after,
        reason=reason,
        at=pen.now,
    )
