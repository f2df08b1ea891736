"""One stick, one button: what others left on it is taken in, then one's own is written onto it.

Each desk has one bundle on the stick, under a name that stays, put in place of the one before in one step; beside it
lies what the desk has, signed, which is the receipt where staff's desk wrote it. Whoever presses last in a round holds
everything; after two rounds all do.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import AGE_SUFFIX, GZIP_SUFFIX, SUFFIX, Bundle, Written, write_have
from hrdesk.exchange.bundle.have import SUFFIX as HAVE_SUFFIX
from hrdesk.exchange.merging import Progress, merge
from hrdesk.exchange.preview import BadFile, Preview, preview, read_all
from hrdesk.exchange.scope import Scope
from hrdesk.exchange.sending import Wrapping, send
from hrdesk.exchange.summary import Summary
from hrdesk.exchange.trust import trust_at
from hrdesk.language import N_
from hrdesk.records import Consultation
from hrdesk.store.age import Opener
from hrdesk.store.holdings import records_here, taken_whole
from hrdesk.store.trust import staff_seats

NAME = "hrdesk"
_SUFFIXES = (AGE_SUFFIX, GZIP_SUFFIX, SUFFIX)


@dataclass(frozen=True)
class Swapped:
    """What one press did: what was written, what came in, which files were left where they are, and why.

    ``elsewhere`` are bundles of other consultations, ``bad`` those that cannot be read here.
    """

    written: Written
    taken: Summary = field(default_factory=Summary)
    elsewhere: tuple[Path, ...] = ()
    bad: tuple[BadFile, ...] = ()

    @property
    def sentences(self) -> tuple[tuple[str, Mapping[str, object]], ...]:
        """Say in words what happened, each as a message to translate and its fields."""
        told: list[tuple[str, Mapping[str, object]]] = [
            (
                N_("Written: {file}, changes: {number}."),
                {"file": self.written.path.name, "number": self.written.changes},
            )
        ]
        if not self.written.is_encrypted:
            told.append((N_("⚠ This bundle is not encrypted: whoever finds the stick can read it."), {}))
        if self.taken.new:
            told.append((N_("Taken in: {number} new changes."), {"number": self.taken.new}))
        else:
            told.append((N_("Nothing new was on the stick."), {}))
        stranger = N_("{name} was unknown here. The six words of its key, to be compared: {words}")
        told += [(stranger, {"name": one.name or one.device, "words": one.words}) for one in self.taken.strangers]
        if self.taken.removed:
            told.append(
                (N_("Changes that were withdrawn and are gone from here: {number}."), _number(self.taken.removed))
            )
        if self.taken.held:
            told.append((N_("Withdrawals by authors unknown here, not let in: {number}."), _number(self.taken.held)))
        if self.taken.left_out:
            told.append((N_("Changes that were not let in: {number}."), {"number": self.taken.left_out}))
        if self.taken.contested:
            told.append((N_("Fields to settle now: {number}."), {"number": self.taken.contested}))
        told += [(N_("{file} belongs to another consultation."), {"file": path.name}) for path in self.elsewhere]
        told += [(one.refusal.message, one.refusal.fields) for one in self.bad]
        return tuple(told)


def swap(
    desk: Desk,
    folder: Path,
    *,
    scope: Scope | None = None,
    wrapping: Wrapping | None = None,
    keep_out: Collection[str] = (),
    unsealed: bool = False,
    withdrawals: bool = False,
    progress: Progress | None = None,
    started_by: object = None,
) -> Swapped:
    """Take in what others left in ``folder`` and write one's own there.

    Where nothing else is asked for, the bundle is encrypted for every desk whose address is known here.
    """
    if not folder.is_dir():
        raise Refused(N_("{path} is not there. Nothing was changed; please put the stick in."), path=str(folder))
    own = own_name(desk)
    found, bad = read_all(_others(folder, own), Opener(desk.file.profile))
    mine, elsewhere = _of_this_consultation(desk, found)
    taken = merge(
        desk,
        mine,
        keep_out=keep_out,
        unsealed=unsealed,
        withdrawals=withdrawals,
        progress=progress,
        started_by=started_by,
    )
    wrapped = wrapping or Wrapping(addresses(desk), compress=True)
    suffix = AGE_SUFFIX if wrapped.is_encrypted else GZIP_SUFFIX if wrapped.compress else SUFFIX
    sent = send(desk, folder / f"{own}{suffix}", scope, wrapping=wrapped)
    for other in _SUFFIXES:  # what this desk had left there wrapped otherwise says less now
        if other != suffix:
            (folder / f"{own}{other}").unlink(missing_ok=True)
    with desk.reader() as reader:
        write_have(reader, folder / f"{own}{HAVE_SUFFIX}", desk.file.profile, desk.file.now())
    return Swapped(sent.written, taken, tuple(elsewhere), tuple(bad))


def look(desk: Desk, folder: Path) -> Preview:
    """Look at what a swap would take in, changing nothing: whoever is unknown is shown before."""
    found, bad = read_all(_others(folder, own_name(desk)), Opener(desk.file.profile))
    mine, _elsewhere = _of_this_consultation(desk, found)
    with desk.reader() as reader:
        return preview(mine, reader, desk.file.profile, bad=bad)


def own_name(desk: Desk) -> str:
    """Give the beginning of the names under which this desk leaves its files on sticks."""
    return f"{NAME}-{desk.file.profile.device}-{desk.file.desk_id[-6:]}"


def addresses(desk: Desk) -> tuple[str, ...]:
    """Give the addresses of all desks that this one knows by their own word, and its own."""
    with desk.reader() as reader:
        trust = trust_at(reader, desk.file.profile)
        wanted = [base for base in trust.seats if base != trust.own and trust.author(base).is_trusted]
        found = [address for _, address in staff_seats(reader, trust.own, wanted).values()]
        found += [
            one.recipient for base, one in trust.roster.items() if one.recipient and trust.author(base).is_trusted
        ]
    return tuple(sorted({*found, desk.file.profile.recipient})) if found else ()


def _others(folder: Path, own: str) -> list[Path]:
    try:
        found = sorted(one for one in folder.iterdir() if one.name.endswith(_SUFFIXES) and one.is_file())
    except OSError as error:
        raise Refused(
            N_("{path} cannot be read ({reason}). Nothing was changed; please put the stick in again."),
            path=str(folder),
            reason=error.strerror or str(error),
        ) from None
    return [one for one in found if not one.name.startswith((f"{own}.", "."))]


def _number(count: int) -> Mapping[str, object]:
    return {"number": count}


def _of_this_consultation(desk: Desk, found: list[Bundle]) -> tuple[list[Bundle], list[Path]]:
    """Part the bundles that are new here and about what this desk is about from those of other consultations."""
    mine: list[Bundle] = []
    elsewhere: list[Path] = []
    with desk.reader() as reader:
        known = taken_whole(reader)
        for bundle in found:
            if bundle.hash in known:
                continue
            about = {change.record for change in bundle.changes() if change.kind == Consultation.kind}
            if about and not records_here(reader, about):
                elsewhere.append(bundle.path)
            else:
                mine.append(bundle)
    return mine, elsewhere
