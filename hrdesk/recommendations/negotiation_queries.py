"""What a person can see of a negotiation: how texts stand, what is proposed, who writes, which drafts went out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from hrdesk.agenda.participants.vocabulary import of_desk
from hrdesk.agenda.queries import consultation
from hrdesk.language.repeated_numbers import FIRST_REPEATED
from hrdesk.recommendations.negotiated import is_open
from hrdesk.recommendations.negotiation_lines import (
    AlternativeLine,
    AmendmentLine,
    Holder,
    Negotiation,
    ReservationLine,
    ValidationLine,
    VersionLine,
    standing_text,
)
from hrdesk.recommendations.queries import numbers, superseded, versions
from hrdesk.recommendations.rules.brackets import pieces
from hrdesk.recommendations.rules.exact import exact_hash
from hrdesk.records import (
    Alternative,
    Amendment,
    Delegation,
    DraftVersion,
    PenHolder,
    Recommendation,
    Record,
    Reservation,
    Seat,
    Validation,
    WordingVersion,
)
from hrdesk.records.classes import UNSAID_SENSITIVITY, strictest_sensitivity
from hrdesk.records.disclosure import may_appear
from hrdesk.records.protection import is_adopted
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes

R = TypeVar("R", bound=Record)

_REVISION = re.compile(r"Rev\.(\d{1,6})")


def negotiation(
    reader: Reader, recommendation: str, sensitivity: str | None = None, language: str = ""
) -> Negotiation | None:
    """Give how one recommendation stands, whatever its status; delegations by their names in ``language``.

    Who knows the class that counts for it may say so: finding it out is what takes the time.
    """
    held = reader.get(Recommendation, recommendation)
    return _negotiations(reader, [held], language, recommendation, sensitivity)[0] if held else None


def negotiation_list(reader: Reader, language: str = "") -> list[Negotiation]:
    """Give all that is under negotiation, in the order of the recommendations: the draft, and what is read out.

    Delegations stand there by their names in ``language``, or as they were added where none is said.
    """
    gone = superseded(reader)
    wanted = [
        one
        for one in reader.every(Recommendation, status="under_negotiation")
        if one.id not in gone and not is_adopted(one)
    ]
    return _negotiations(reader, wanted, language)


def pen_holders(reader: Reader) -> dict[str, Holder]:
    """Give who writes on which section, by section."""
    seats = {one.id: one for one in reader.every(Seat)}
    found = {}
    for one in reader.every(PenHolder):
        seat = seats.get(one.seat or "")
        if one.item and seat is not None:
            found[one.item] = Holder(one.id, one.item, seat.id, seat.name or "", seat.device or "", one.at or "")
    return found


def draft_hash(reader: Reader) -> str:
    """Give the hash of the draft as it may be printed: every text under negotiation with its alternatives, in order.

    What is confidential stands in no draft and bears on no hash.
    """
    return hash_of_draft(negotiation_list(reader))


def hash_of_draft(found: Iterable[Negotiation]) -> str:
    """Give the hash of a draft from what is negotiated in it."""
    texts: list[str | None] = []
    for one in found:
        if may_appear(one.sensitivity):
            texts += [one.text, *(line.alternative.text for line in one.alternatives if may_appear(line.sensitivity))]
    return exact_hash(*texts)


def draft_versions(reader: Reader) -> list[DraftVersion]:
    """Give the versions of the draft that were kept, the latest last."""
    return reader.every(DraftVersion)


def next_version_name(kept: Sequence[DraftVersion]) -> str:
    """Give the name of the version after those that were kept: "Rev.1", "Rev.2"."""
    found = (_REVISION.fullmatch(one.name or "") for one in kept)
    return f"Rev.{max((int(one[1]) for one in found if one), default=0) + 1}"


def _negotiations(
    reader: Reader,
    wanted: Sequence[Recommendation],
    language: str,
    only: str | None = None,
    sensitivity: str | None = None,
) -> list[Negotiation]:
    """Give how some recommendations stand; ``only`` names the one where there is one, so that little is read."""
    narrowed: dict[str, Any] = {"recommendation": only} if only else {}
    delegations = _delegations(reader, language)
    earlier = versions(reader, only)
    alternatives = _grouped(reader.every(Alternative, **narrowed), "recommendation")
    amendments = _grouped(reader.every(Amendment, **narrowed), "recommendation")
    reservations = _grouped(reader.every(Reservation, **narrowed), "recommendation")
    validations = _grouped(reader.every(Validation, **({"item": only} if only else {})), "item")
    places, pens = numbers(reader), pen_holders(reader)
    classes = None if sensitivity else read_classes(reader)
    about = consultation(reader)
    told = []
    for held in wanted:
        own = classes.of(held.id) if classes else sensitivity or UNSAID_SENSITIVITY
        both: list[Alternative | Amendment] = [*alternatives[held.id], *amendments[held.id]]
        proposers = {one.id: delegations.get(one.delegation or "") or one.proposed_by or "" for one in both}
        others = [one for one in alternatives[held.id] if is_open(one.outcome)]
        section = held.session or (about.id if about else "")
        told.append(
            Negotiation(
                held,
                places[held.id],
                own,
                _versions(held, earlier.get(held.id, ()), proposers, own),
                tuple(
                    AlternativeLine(one, turn, proposers[one.id], _class_of(one, own))
                    for turn, one in enumerate(others, FIRST_REPEATED)
                ),
                tuple(
                    AmendmentLine(one, proposers[one.id], one.base != standing_text(held), _class_of(one, own))
                    for one in amendments[held.id]
                ),
                tuple(
                    ReservationLine(one, delegations.get(one.delegation or "") or one.body or "", _class_of(one, own))
                    for one in reservations[held.id]
                ),
                pieces(standing_text(held)),
                tuple(
                    ValidationLine(one, one.text_hash == exact_hash(standing_text(held)))
                    for one in validations[held.id]
                ),
                pens.get(section),
            )
        )
    return told


def _delegations(reader: Reader, language: str) -> dict[str, str]:
    """Give the names of the delegations of the desk."""
    held = reader.every(Delegation)
    known = of_desk(reader) if held and language else None
    return {one.id: (known.name(one.id, language) if known else "") or one.name or "" for one in held}


def _versions(
    held: Recommendation, earlier: Sequence[WordingVersion], proposers: dict[str, str], own: str
) -> tuple[VersionLine, ...]:
    lines = [
        VersionLine(
            number,
            one.text or "",
            one.language or "",
            one.replaced_by or "",
            one.at or "",
            proposers.get(one.cause or "", ""),
            one.id,
            _class_of(one, own),
        )
        for number, one in enumerate(earlier, 1)
    ]
    language = held.adopted_language if held.adopted_text else held.language
    return (*lines, VersionLine(len(lines) + 1, standing_text(held), language or "", sensitivity=own))


def _class_of(part: WordingVersion | Alternative | Amendment | Reservation, own: str) -> str:
    """Give the class that counts for a part of a recommendation whose class is ``own``."""
    return strictest_sensitivity(own, part.sensitivity or own)


def _grouped(records: Iterable[R], name: str) -> defaultdict[str, list[R]]:
    found: defaultdict[str, list[R]] = defaultdict(list)
    for one in records:
        found[getattr(one, name) or ""].append(one)
    return found
