"""Giving work on: what may go is packed, written as a bundle and read again."""

from pathlib import Path

from hrdesk.exchange.bundle import Packing, Written, write_bundle
from hrdesk.exchange.bundle.have import Have
from hrdesk.exchange.scope import Mode, Scope, pack
from hrdesk.store.identity import Profile
from hrdesk.store.reading import Reader


def give(
    reader: Reader,
    target: Path,
    profile: Profile,
    now: str,
    *,
    scope: Scope | None = None,
    mode: Mode = "history",
    recipients: tuple[str, ...] = (),
    passphrase: str | None = None,
    compress: bool = False,
    have: Have | None = None,
) -> Written:
    """Write what ``scope`` lets go (the whole desk, nothing confidential, where none is named) into ``target``."""
    parcel = pack(
        reader,
        scope or Scope(),
        mode,
        encrypted_for=recipients,
        encrypted=bool(recipients) or passphrase is not None,
        have=have.held if have else None,
        own=profile.device,
    )
    packing = Packing(
        parcel.changes,
        parcel.scope,
        parcel.mode,
        recipients,
        passphrase,
        compress,
        have.held if have else None,
    )
    return write_bundle(reader, target, packing, profile, now, left_out=len(parcel.staying))
