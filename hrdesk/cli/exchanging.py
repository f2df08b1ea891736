"""The commands between desks: bundles, what a desk has, merging, conflicts."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from hrdesk.cli import foreseeing, unlocking, words
from hrdesk.cli.answers import Action, answer
from hrdesk.cli.previewing import preview
from hrdesk.cli.unlocking import now, profile, reading, writing
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import Bundle, read_bundle, read_have, room_beside, write_have
from hrdesk.exchange.merging import merge as take_in
from hrdesk.exchange.queries import conflicts as contested
from hrdesk.exchange.scope import Scope
from hrdesk.exchange.sending import Wrapping, send
from hrdesk.exchange.trust import staff_addresses
from hrdesk.language import N_
from hrdesk.records import Seat
from hrdesk.records.classes import SENSITIVITY
from hrdesk.store.age import Opener
from hrdesk.store.placing import check_place
from hrdesk.store.reading import Reader
from hrdesk.store.trust import base_of, staff_seats

_COUNTED = ("new", "known", "forked", "withdrawn", "left_out")


def bundle(chosen: Namespace) -> Any:
    """Write a bundle: encrypted for the staff whose keys are known, unless something else is asked for."""
    sensitivity = _sensitivity(chosen)
    have = read_have(chosen.have) if chosen.have else None
    secret = _bundle_passphrase(chosen)
    scope = Scope(chosen.consultation, chosen.session, sensitivity)
    if chosen.preview:
        with reading(chosen) as reader:
            is_plain = chosen.plain or not (secret or _addresses(reader, chosen.recipients))
            return preview(chosen, reader, scope, is_encrypted=not is_plain)
    check_place(chosen.output)  # a bad one is refused before the desk is opened
    with writing(chosen) as desk:  # what leaves is noted, so that it can be followed
        with desk.reading() as reader:
            addresses = {} if secret is not None or chosen.plain else _addresses(reader, chosen.recipients)
        sent = send(
            desk,
            chosen.output,
            scope,
            chosen.mode,
            Wrapping(tuple(addresses), secret, chosen.output.name.endswith(".gz")),
            have=have,
            allowed=chosen.let_go,
        )
    written = sent.written
    confidential = sensitivity == SENSITIVITY[-1]
    told = answer(
        "bundle",
        file=str(written.path),
        changes=written.changes,
        left_out=written.left_out,
        confidential=confidential,
        hash=written.hash,
        sensitivity=sensitivity,
        mode=chosen.mode,
        delta=have is not None,
        encrypted=written.is_encrypted,
        encrypted_for=sorted(addresses.values()),
    )
    if confidential and not written.is_encrypted:
        print(words.confidential_warning(), file=sys.stderr)
    return told if chosen.json else words.bundle(told)


def have(chosen: Namespace) -> Any:
    """Write what a desk has."""
    with reading(chosen) as reader:
        written = write_have(reader, chosen.output, profile(), now())
    told = answer(
        "have",
        file=str(written.path),
        hash=written.hash,
        changes=sum(hi - lo + 1 for spans in written.held.values() for lo, hi in spans),
        devices=len(written.held),
    )
    return told if chosen.json else words.have(told)


def merge(chosen: Namespace) -> Any:
    """Take bundles in and say what came in."""
    opener = bundle_opener(chosen)
    if chosen.preview:
        return foreseeing.look(chosen, opener)
    bundles: list[Bundle] = []
    for path in chosen.bundles:  # a bad one is refused before any is in
        bundles.append(read_bundle(path, opener=opener, room=room_beside(bundles)))
    with writing(chosen) as desk:
        done = take_in(
            desk,
            bundles,
            keep_out=chosen.keep_out,
            known_only=chosen.known_only,
            unsealed=not chosen.sealed_only,
            withdrawals=chosen.accept_withdrawals,
        )
        with desk.reading() as reader:
            left = len(contested(reader))
    told = answer(
        "merge",
        desk=str(chosen.desk),
        bundles=[{"file": str(one.path), **{name: getattr(one, name) for name in _COUNTED}} for one in done.files],
        conflicts=left,
        unknown=[{"device": one.device, "name": one.name, "words": one.words} for one in done.strangers],
        unsealed=done.unsealed,
        removed=done.removed,
        held=done.held,
        backup=str(done.backup.path) if done.backup else None,
    )
    return told if chosen.json else words.merge(told)


def conflicts(chosen: Namespace) -> Any:
    """List what is contested, with every version."""
    with reading(chosen) as reader:
        found = [asdict(one) for one in contested(reader)]
    return answer("conflicts", conflicts=found) if chosen.json else words.conflicts(found)


def verify_bundle(chosen: Namespace) -> Any:
    """Check a bundle as if it were to be merged."""
    read = read_bundle(chosen.file, opener=bundle_opener(chosen))
    told = answer(
        "verify",
        file=str(chosen.file),
        file_kind="bundle",
        changes=len(read),
        faults=[],
        bundle_version=read.header.version,
        hash=read.hash,
        sender=read.header.sender,
        created=read.header.created,
        authors=[{"device": dev, "sealed": one.sealed, "unsealed": one.unsealed} for dev, one in read.authors.items()],
        forked=sorted(read.forked),
    )
    return told if chosen.json else words.verify(told)


def bundle_opener(chosen: Namespace) -> Opener:
    """Give what may open an encrypted bundle: the key of whoever runs the command, and a passphrase if one is given."""
    return Opener(profile(), _bundle_passphrase(chosen))


def _bundle_passphrase(chosen: Namespace) -> str | None:
    source = getattr(chosen, "bundle_passphrase_file", None)
    if source is None:
        return None
    if source == unlocking.STANDARD_INPUT == getattr(chosen, "passphrase_file", None):
        raise Refused(
            N_("Standard input cannot bring both passphrases. Nothing was changed; please use a file for one of them.")
        )
    return unlocking.read_passphrase(source)


def _sensitivity(chosen: Namespace) -> str:
    if not chosen.include_confidential:
        return str(chosen.sensitivity or SENSITIVITY[1])
    if chosen.sensitivity not in {None, SENSITIVITY[-1]}:
        chosen.usage_error("--include-confidential and another --sensitivity")
    return SENSITIVITY[-1]


def _addresses(reader: Reader, wanted: list[str]) -> dict[str, str]:
    """Map the addresses to encrypt for to the names of their owners: those that are named, else those of staff."""
    if not wanted:
        return {address: name for name, address in staff_addresses(reader, profile()).values()}
    found: dict[str, str] = {}
    for one in wanted:
        if one.startswith("age1"):
            found[one] = one
            continue
        devices = {base_of(seat.device) for seat in reader.every(Seat, name=one) if seat.device}
        seats = staff_seats(reader, profile().device, devices)
        if len(seats) != 1:
            raise Refused(
                N_("“{name}” is no seat with an address of its own. Nothing was written; give the address (age1…)."),
                name=one,
            )
        found |= {address: name for name, address in seats.values()}
    return found


ACTIONS: dict[str, Action] = {"bundle": bundle, "have": have, "merge": merge, "conflicts": conflicts}
