"""Sending a bundle from an open desk: packed, noted as leaving, written, and named by its hash when it is whole.

The departure is noted before the first byte is on the stick: a bundle that left and is not known to have left could
not be followed when something in it must become strict or vanish.
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import Have, Packing, Written, write_bundle
from hrdesk.exchange.scope import Mode, Parcel, Scope, pack
from hrdesk.store import departures
from hrdesk.store.placing import check_place
from hrdesk.store.reading import Reader

PASSPHRASE = "passphrase"  # noqa: S105 - the word, and no secret
"""What stands for the recipients of a bundle that whoever knows the passphrase can read."""


@dataclass(frozen=True)
class Wrapping:
    """How a bundle is wrapped: for which addresses, or with which passphrase; neither leaves it plain."""

    recipients: tuple[str, ...] = ()
    passphrase: str | None = None
    compress: bool = False

    @property
    def is_encrypted(self) -> bool:
        """Tell whether nobody else can read it."""
        return bool(self.recipients) or self.passphrase is not None


@dataclass(frozen=True)
class Sent:
    """A bundle that left: the file, and what was in it."""

    written: Written
    parcel: Parcel


def look_at(
    desk: Desk, reader: Reader, scope: Scope, mode: Mode, wrapping: Wrapping, allowed: Collection[str] = ()
) -> Parcel:
    """Tell what such a bundle would hold and what would stay, writing nothing."""
    return pack(
        reader,
        scope,
        mode,
        encrypted_for=wrapping.recipients,
        encrypted=wrapping.is_encrypted,
        allowed=allowed,
        own=desk.file.device,
    )


def send(
    desk: Desk,
    target: Path,
    scope: Scope | None = None,
    mode: Mode = "history",
    wrapping: Wrapping | None = None,
    *,
    have: Have | None = None,
    allowed: Collection[str] = (),
) -> Sent:
    """Write what ``scope`` lets go (the whole desk, nothing confidential, where none is named) into ``target``."""
    check_place(target)
    wrapped = wrapping or Wrapping()
    bounds = scope or Scope()
    held: Mapping[str, list[tuple[int, int]]] | None = have.held if have else None
    with desk.reader() as reader:
        parcel = pack(
            reader,
            bounds,
            mode,
            encrypted_for=wrapped.recipients,
            encrypted=wrapped.is_encrypted,
            have=held,
            allowed=allowed,
            own=desk.file.device,
        )
        name = target.name.encode("utf-8", "replace").decode()  # a stick may hold names in no known encoding
        begun = departures.Departure(
            f"begun {desk.file.now()} {name}",
            desk.file.now(),
            name,
            asdict(bounds),
            mode,
            wrapped.recipients or ((PASSPHRASE,) if wrapped.passphrase is not None else ()),
            parcel.highest(),
        )
        with desk.file.writing() as connection:
            departures.note(connection, begun, parcel.records)
        packing = Packing(
            parcel.changes,
            bounds,
            mode,
            wrapped.recipients,
            wrapped.passphrase,
            wrapped.compress,
            have.held if have else None,
        )
        written = write_bundle(
            reader, target, packing, desk.file.profile, desk.file.now(), left_out=len(parcel.staying)
        )
    with desk.file.writing() as connection:
        departures.name_finished(connection, begun.hash, written.hash)
    return Sent(written, parcel)
