"""What a person can do with what delegations said on a text: amendments and comments one by one, reservations."""

from hrdesk.agenda.queries import next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.recommendations.negotiated import (
    PROPOSED,
    class_of_now,
    delegation_of,
    is_open,
    language_of,
    negotiate,
    open_one,
    put_text,
    recommendation_of,
    words_of,
)
from hrdesk.records import Amendment, Decision, Reservation
from hrdesk.records.protection import is_adopted
from hrdesk.store.pen import Pen


def propose_amendment(
    pen: Pen,
    recommendation: str,
    text: str,
    kind: str = "text",
    language: str | None = None,
    delegation: str | None = None,
    proposed_by: str | None = None,
    reason: str | None = None,
    origin: str | None = None,
    base: str | None = None,
) -> dict[str, str]:
    """Keep a change to a text, or a comment on it, as a delegation proposed it. It changes nothing until applied.

    ``base`` is the text that it was proposed to, the present one when none is said. To an adopted text it may be
    kept as well, but waits there until the text is opened again.
    """
    held = recommendation_of(pen, recommendation)
    words, spoken, before = words_of(text), language_of(language, held), base or held.text
    sender = delegation_of(pen, delegation)
    if kind == "text" and words == before:
        raise Refused(N_("The text reads so already. Nothing was changed."))
    if kind == "text" and not is_adopted(held):
        negotiate(pen, held)
    made = pen.create(
        Amendment,
        recommendation=recommendation,
        amendment_kind=kind,
        text=words,
        language=spoken,
        base=before,
        delegation=sender,
        proposed_by=(proposed_by or "").strip() or None,
        reason=(reason or "").strip() or None,
        origin=(origin or "").strip() or None,
        outcome=PROPOSED,
        sensitivity=class_of_now(pen, recommendation),
        at=pen.now,
        position=next_position(pen.read, Amendment),
    )
    return {"id": made}


def apply_amendment(pen: Pen, amendment: str, text: str | None = None) -> dict[str, str]:
    """Apply an amendment: its words become the text, or the final words that a person gives do.

    Words are never put together by the program: where the text has moved on since, or the proposal is a comment or
    in another language, the final text is asked for.
    """
    found = _undecided(pen, amendment)
    held = open_one(pen, found.recommendation or "")
    final = (text or "").strip()
    if not final:
        if found.amendment_kind == "comment":
            raise Refused(
                N_("A comment proposes no words. Nothing was changed; please write the text as it shall read.")
            )
        if found.language != held.language:
            raise Refused(
                N_("The amendment is in another language. Nothing was changed; please write the text as it shall read.")
            )
        if found.base != held.text or len(pen.read.contested_texts(held.kind, held.id)) > 1:
            raise Refused(
                N_(
                    "The text has changed since this amendment was proposed. Nothing was changed; please write the"
                    " text as it shall read now."
                )
            )
        final = words_of(found.text or "")
    if final != held.text:
        put_text(pen, held, final, held.language, "amendment", amendment)
    _decide(pen, found, "applied")
    pen.create(
        Decision,
        item=held.id,
        decision_kind="amended",
        subject="text",
        reason=None if class_of_now(pen, found.id) else found.reason,  # the decision has the class of the text only
        at=pen.now,
    )
    return {"id": amendment, "recommendation": held.id}


def reject_amendment(pen: Pen, amendment: str) -> dict[str, str]:
    """Decide that an amendment is not taken up; it stays in the trail."""
    _decide(pen, _undecided(pen, amendment), "rejected")
    return {"id": amendment}


def withdraw_amendment(pen: Pen, amendment: str) -> dict[str, str]:
    """Take an amendment back in the name of whoever proposed it; it stays in the trail."""
    _decide(pen, _undecided(pen, amendment), "withdrawn")
    return {"id": amendment}


def reopen_amendment(pen: Pen, amendment: str) -> dict[str, str]:
    """Let an amendment wait again that was decided on; the text stays as it is."""
    found = _amendment(pen, amendment)
    if is_open(found.outcome):
        raise Refused(N_("Nobody has decided on this amendment yet. Nothing was changed."))
    pen.change(Amendment, amendment, outcome=PROPOSED, decided_at=None)
    return {"id": amendment}


def record_reservation(
    pen: Pen,
    recommendation: str,
    reservation_kind: str = "reservation",
    text: str | None = None,
    delegation: str | None = None,
    body: str | None = None,
    language: str | None = None,
) -> dict[str, str]:
    """Keep what a delegation or another body said for the record on a text; on an adopted one as well."""
    held = recommendation_of(pen, recommendation)
    sender = delegation_of(pen, delegation)
    words, named = (text or "").strip(), (body or "").strip()
    if not words and not named and sender is None:
        raise Refused(
            N_("Nobody and nothing is named in this reservation. Nothing was changed; please say whose it is.")
        )
    made = pen.create(
        Reservation,
        recommendation=recommendation,
        reservation_kind=reservation_kind,
        delegation=sender,
        body=named or None,
        text=words or None,
        language=language_of(language, held) if words else None,
        sensitivity=class_of_now(pen, recommendation),
        at=pen.now,
        position=next_position(pen.read, Reservation),
    )
    return {"id": made}


def _amendment(pen: Pen, amendment: str) -> Amendment:
    found = pen.read.get(Amendment, amendment)
    if found is None:
        raise Refused(N_("There is no amendment “{id}” here. Nothing was changed."), id=amendment)
    return found


def _undecided(pen: Pen, amendment: str) -> Amendment:
    found = _amendment(pen, amendment)
    if not is_open(found.outcome):
        raise Refused(N_("This amendment was decided on already. Nothing was changed; please reopen it first."))
    return found


def _decide(pen: Pen, found: Amendment, outcome: str) -> None:
    pen.change(Amendment, found.id, outcome=outcome, decided_at=pen.now)


COMMANDS = (
    Command("propose-amendment", N_("Propose amendment"), propose_amendment),
    Command("apply-amendment", N_("Apply amendment"), apply_amendment),
    Command("reject-amendment", N_("Reject amendment"), reject_amendment),
    Command("withdraw-amendment", N_("Withdraw amendment"), withdraw_amendment),
    Command("reopen-amendment", N_("Reopen amendment"), reopen_amendment),
    Command("record-reservation", N_("Record reservation"), record_reservation),
)
