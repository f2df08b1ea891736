"""Protecting a person: the name is sealed, its key goes to named desks alone, and what still says the name is found."""

from dataclasses import dataclass
from typing import Any

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.exchange.queries import title_of
from hrdesk.language import N_
from hrdesk.language.person_names import Names
from hrdesk.records import IdentityAccess, Person, Seat, Withdrawal, Wording
from hrdesk.records.disclosure import IDENTITY
from hrdesk.records.ids import joined_id
from hrdesk.store import identities, withdrawals
from hrdesk.store.change import line_hash
from hrdesk.store.derivation import heads
from hrdesk.store.identity_access import sealed_for
from hrdesk.store.namings import read_common_words, read_keys, read_names
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader
from hrdesk.store.trust import base_of, staff_seats
from hrdesk.store.whereabouts import lines, parts_of


@dataclass(frozen=True)
class Naming:
    """A field of a record in which a person's name stands, now or only in its history."""

    kind: str
    record: str
    field: str
    title: str
    is_now: bool


def named_in(reader: Reader, person: str) -> list[Naming]:
    """Give where a person's name or a translation of who it is stands in words, the person's own record apart."""
    names = Names(read_names(reader, frozenset({person})), read_common_words(reader))
    translated = frozenset(parts_of(reader, person, (Wording.kind,)))
    found: dict[tuple[str, str, str], bool] = {}
    for change, is_head in lines(reader) if names or translated else ():
        if change.record == person and change.field in IDENTITY:
            continue
        is_translation = change.record in translated and change.field == "wording"
        is_readable = isinstance(change.val, str) and not identities.is_sealed(change.val)
        if is_readable and (is_translation or names.stand_in(str(change.val))):
            cell = (change.kind, change.record, change.field)
            found[cell] = found.get(cell, False) or is_head
    return [
        Naming(kind, record, field, title_of(reader.find(record)), is_now)
        for (kind, record, field), is_now in sorted(found.items())
    ]


def lines_in_words(reader: Reader, person: str) -> list[bytes]:
    """Give the hashes of the superseded lines that say in words who a person is."""
    found = []
    for field in IDENTITY:
        known = reader.cell(person, field)
        standing = {number for number, _ in heads(known)}
        said = [one for number, one in known if one.val is not None and number not in standing]
        found += [line_hash(one) for one in said if not identities.is_sealed(one.val)]
    return found


def address_of(reader: Reader, seat: Seat | None, own: str, recipient: str) -> str:
    """Give the address for encryption of the desk at a seat, or nothing; ``recipient`` is that of the device ``own``.

    Only the address that the desk gave itself, or staff for it: else any desk could name its own for another's.
    """
    device = base_of(seat.device or "") if seat else ""
    if not device or device == base_of(own):
        return recipient if device else ""
    return staff_seats(reader, base_of(own), [device]).get(device, ("", ""))[1]


def protect_person(pen: Pen, person: str, pseudonym: str | None = None) -> dict[str, Any]:
    """Protect a person: the name is sealed, others know the pseudonym. Says where the name still stands."""
    held = _person(pen, person)
    standing = named_in(pen.read, person)
    told = {"pseudonym": pseudonym} if pseudonym else {}
    if not pseudonym and not held.pseudonym:
        raise Refused(N_("A protected person needs a pseudonym. Nothing was changed; please give one."))
    pen.change(Person, person, protected=True, **told)
    return {
        "id": person,
        "named_in": [{"kind": one.kind, "id": one.record, "field": one.field, "now": one.is_now} for one in standing],
        "lines_in_words": len(lines_in_words(pen.read, person)),
    }


def withdraw_words(pen: Pen, person: str) -> dict[str, Any]:
    """Withdraw the lines in which a protected person's identity stood in words before it was sealed."""
    held = _person(pen, person)
    if not held.protected:
        raise Refused(N_("This person is not protected. Nothing was changed."))
    hashes = lines_in_words(pen.read, person)
    if hashes:
        pen.create(
            Withdrawal,
            item=person,
            lines=withdrawals.written(hashes),
            cause="must_vanish",
            only_part=True,
            at=pen.now,
        )
    return {"id": person, "lines": len(hashes)}


def name_for_identity(pen: Pen, person: str, seat: str) -> dict[str, str]:
    """Let another desk know who a protected person is: the key travels encrypted to that desk alone."""
    _protected(pen, person)
    keys = read_keys(pen.read, person)
    if not keys:
        raise Refused(
            N_("This desk has no key to the identity of this person, and so cannot hand it on. Nothing was changed.")
        )
    return {"id": _give_access(pen, person, seat, keys)}


def seal_identity_anew(pen: Pen, person: str, keep: list[str]) -> dict[str, Any]:
    """Seal an identity with a new key, known here and at the desks of the seats in ``keep``, and nowhere else."""
    _protected(pen, person)
    key = pen.seal_anew(person)
    for access in pen.read.every(IdentityAccess, person=person):
        if access.seat not in keep:
            pen.delete(IdentityAccess, access.id)
    return {"id": person, "access": [_give_access(pen, person, seat, [key]) for seat in keep]}


def _give_access(pen: Pen, person: str, seat: str, keys: list[bytes]) -> str:
    address = address_of(pen.read, pen.read.get(Seat, seat), pen.dev, pen.recipient or "")
    if not address:
        raise Refused(
            N_("No address for encryption is known of this desk. Nothing was changed; please take in its bundle first.")
        )
    return pen.create(
        IdentityAccess,
        joined_id("identity_access", person, seat),
        person=person,
        seat=seat,
        recipient=address,
        sealed_key=sealed_for(address, person, keys),
    )


def _person(pen: Pen, person: str) -> Person:
    held = pen.read.get(Person, person)
    if held is None:
        raise Refused(N_("There is no record “{id}” here. Nothing was changed."), id=person)
    return held


def _protected(pen: Pen, person: str) -> Person:
    held = _person(pen, person)
    if not held.protected:
        raise Refused(N_("This person is not protected. Nothing was changed."))
    return held


COMMANDS = (
    Command("protect-person", N_("Protect person"), protect_person),
    Command("withdraw-words", N_("Withdraw the name in words"), withdraw_words, undoable=False),
    Command("name-for-identity", N_("Let a desk know who it is"), name_for_identity),
    Command("seal-identity-anew", N_("Seal the identity anew"), seal_identity_anew, undoable=False),
)
