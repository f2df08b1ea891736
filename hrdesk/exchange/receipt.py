"""The receipt: staff's own word, signed, that everything this device wrote is held there; only then may a desk vanish.

A receipt is nothing but the file that says what staff's desk has. It counts when the device that signed it is one that
this desk trusts as staff's.
"""

from dataclasses import dataclass, field

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import Have
from hrdesk.exchange.trust import STAFF, Author, trust_at
from hrdesk.language import N_
from hrdesk.store import backup
from hrdesk.store.departures import departures
from hrdesk.store.holdings import Span, count_after, forked_devices, held_of, missing, own_names
from hrdesk.store.identity import Profile
from hrdesk.store.keyring_door import KeyringDoor
from hrdesk.store.knowledge import held
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Receipt:
    """What staff confirms: who, when, how many lines of this device, and which numbers are not there yet."""

    staff: Author
    at: str
    held: int
    lacking: dict[str, list[Span]] = field(default_factory=dict)

    @property
    def lacking_count(self) -> int:
        """Count the lines of this device that staff does not hold."""
        return sum(last - first + 1 for spans in self.lacking.values() for first, last in spans)

    @property
    def is_complete(self) -> bool:
        """Tell whether staff holds everything that this device wrote."""
        return not self.lacking


def check_receipt(reader: Reader, profile: Profile, have: Have) -> Receipt:
    """See what a receipt confirms; Refused when it is not staff's, or when numbers prove nothing here."""
    staff = trust_at(reader, profile).author(have.device)
    if staff.level != STAFF:
        raise Refused(
            N_(
                "{path} was not signed by staff's desk, so it confirms nothing. Nothing was changed;"
                " please ask the staff who gave you the starter bundle for it."
            ),
            path=str(have.path),
        )
    names = own_names(reader, profile.device)
    if forked_devices(reader) & set(names):
        raise Refused(
            N_(
                "The key of this device was at work in two places, so that no receipt can prove what is held."
                " Nothing was changed; please keep this desk and ask the staff."
            )
        )
    lacking: dict[str, list[Span]] = {}
    count = 0
    for name in names:
        mine = held_of(reader, name)
        count += sum(last - first + 1 for first, last in mine)
        theirs = [*have.held.get(name, ()), *missing(mine, max((last for _, last in mine), default=0))]
        left = missing(theirs, max((last for _, last in mine), default=0))
        if left:
            lacking[name] = left
    return Receipt(staff, have.created, count, lacking)


def lacking_of_others(reader: Reader, profile: Profile, have: Have) -> int:
    """Count the lines of other devices that are held here and not by whoever wrote the receipt.

    They stand in nobody's way: each device answers for its own.
    """
    own = set(own_names(reader, profile.device))
    count = 0
    for name, mine in held(reader).items():
        if name not in own:
            gaps = missing(have.held.get(name, ()), max((last for _, last in mine), default=0))
            count += sum(
                max(0, min(last, gap_last) - max(first, gap_first) + 1)
                for first, last in mine
                for gap_first, gap_last in gaps
            )
    return count


def leave_nothing(desk: Desk, have: Have) -> Receipt:
    """Destroy a desk that staff holds whole: its file, its backups, its key in the keyring. The profile stays.

    Refused, with everything as it was, unless the receipt is complete. What is overwritten may still be left in old
    sectors of flash memory; what was encrypted cannot be read there.
    """
    with desk.file.writing() as connection:  # nothing is written between the check and the end
        receipt = check_receipt(Reader(connection), desk.file.profile, have)
        if not receipt.is_complete:
            raise Refused(
                N_(
                    "Staff does not hold {number} changes of this desk. Nothing was destroyed;"
                    " please give staff a bundle and ask for a new receipt."
                ),
                number=receipt.lacking_count,
            )
    key, path, profile = desk.file.key, desk.path, desk.file.profile
    if key is not None:
        KeyringDoor(profile.folder).forget(key.salt)
    desk.close()
    if key is not None:
        key.wipe()
    backup.destroy(path)
    return receipt


def unbundled(reader: Reader, profile: Profile) -> int:
    """Count the changes of this device that are in no bundle that left this desk: leaving with them asks once."""
    highest: dict[str, int] = {}
    for one in departures(reader):
        for name, number in dict(one.highest).items():
            highest[name] = max(number, highest.get(name, 0))
    return sum(count_after(reader, name, highest.get(name, 0)) for name in own_names(reader, profile.device))
