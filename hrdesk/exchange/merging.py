"""Taking bundles in: one transaction for all of them, a backup before it, the log and a summary after it."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from hrdesk.desk import Announcement, Desk, system_clock
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import Bundle, read_bundle, room_beside
from hrdesk.exchange.crowding import crowd_of
from hrdesk.exchange.door import Passage, Terms, at_the_door, keep_out_of
from hrdesk.exchange.meetings import changed_in_two_places
from hrdesk.exchange.summary import Merged, Summary
from hrdesk.exchange.trust import UNKNOWN, Trust, trust_at
from hrdesk.language import N_
from hrdesk.store import backup, departures, identity_access, intake, seals, trust, two_places, vanishing, way_back
from hrdesk.store.age import Opener
from hrdesk.store.backup import Backup
from hrdesk.store.change import Change
from hrdesk.store.encryption import Key
from hrdesk.store.holdings import contested_cells, holds_all, is_empty, records_by_kind, taken_whole
from hrdesk.store.identity import Profile
from hrdesk.store.merge import Taken, unite
from hrdesk.store.pen import Clock
from hrdesk.store.reading import Reader
from hrdesk.store.trust import base_of

Progress = Callable[[int, int], bool]

_TOLD_EVERY = 1_000
"""Lines between two reports of progress."""

MOST_COMPARED = 200_000
"""Lines above which nobody looks for records changed in two places: holding them all would fill the memory."""


class Stopped(Refused):
    """A person stopped a merge before it was kept."""

    def __init__(self) -> None:
        super().__init__(N_("The merge was stopped. Nothing was taken in."))


def merge(
    desk: Desk,
    bundles: Sequence[Bundle | Path],
    *,
    keep_out: Collection[str] = (),
    known_only: bool = False,
    unsealed: bool = True,
    withdrawals: bool = False,
    progress: Progress | None = None,
    started_by: object = None,
) -> Summary:
    """Take bundles in, all of them or none, in any order with the same result.

    ``keep_out`` names devices whose lines stay out, now and later; ``known_only`` leaves everybody out who is unknown
    here; ``unsealed`` tells whether lines without a true seal come in, ``withdrawals`` whether those of authors come
    in who are unknown here. ``progress`` is told how many lines of how many were looked at and gives False to stop:
    then nothing is taken in and Stopped says so.
    """
    opener = Opener(desk.file.profile)
    read: list[Bundle] = []
    for one in bundles:
        read.append(read_bundle(one, opener=opener, room=room_beside(read)) if isinstance(one, Path) else one)
    terms = Terms(keep_out_of(keep_out), known_only, unsealed, withdrawals)
    with desk.reader() as reader:
        before = trust_at(reader, desk.file.profile)
        crowd = crowd_of(reader, before.own)
        passages = [at_the_door(reader, bundle, before, terms, crowd) for bundle in read]
        whole = taken_whole(reader)
        new = [one for one in passages if one.bundle.hash not in whole]
        few = sum(len(one.bundle) for one in new) <= MOST_COMPARED
        met = changed_in_two_places(reader, [one.changes() for one in new]) if few and new else []
        needs_none = is_empty(reader) or not new
    with desk.file.writing() as connection:
        # Nobody writes between the backup and the merge: going back to it loses nothing.
        kept = None if needs_none else desk.back_up("merge")
        for device in sorted(terms.keep_out):
            trust.decide(connection, device, trust.KEPT_OUT, desk.file.now())
        summary = _take_in(connection, desk, passages, _Watch(sum(map(len, read)), progress), kept)
        two_places.keep(connection, met, desk.file.now())
    if summary.removed or "withdrawal" in summary.by_kind:
        vanishing.clean(desk.file)
    if summary.new or summary.forked or summary.removed:
        desk.announce(Announcement("merge", frozenset(), started_by))
    return summary


def join(
    starter: Path | Bundle,
    target: Path,
    profile: Profile,
    clock: Clock = system_clock,
    *,
    key: Key | None = None,
    passphrase: str | None = None,
) -> Desk:
    """Make a new desk file from a starter bundle, encrypted with ``key`` if there is one.

    Whoever signed the starter is the one whose roster counts at this desk.
    """
    bundle = read_bundle(starter, opener=Opener(profile, passphrase)) if isinstance(starter, Path) else starter
    if not any(change.kind == "consultation" for change in bundle.changes()):
        raise Refused(
            N_("{path} holds no consultation to join. Nothing was made; please ask for the starter bundle."),
            path=str(bundle.path),
        )
    desk = Desk.create(target, profile, clock, key)
    try:
        with desk.file.writing() as connection:
            # A bundle of the first version is not signed: whoever wrote it, nobody's roster counts then.
            trust.pin_root(connection, bundle.header.sender if bundle.header.version > 1 else "")
        merge(desk, [bundle])
    except BaseException:
        desk.close()
        target.unlink(missing_ok=True)
        raise
    return desk


def before_merge(desk: Desk) -> Backup | None:
    """Give the backup from before the last merge, as long as nothing was edited since."""
    with desk.reader() as reader:
        name = way_back.offered(reader)
    return next((one for one in backup.list_of(desk.path) if name and one.path.name == name), None)


def back_to_before_merge(desk: Desk, started_by: object = None) -> None:
    """Take a merge back by restoring the backup from before it; what was decided about devices meanwhile stands."""
    kept = before_merge(desk)
    if kept is None:
        raise Refused(N_("There is no merge to go back from: something was edited since. Nothing was changed."))
    with desk.reader() as reader:
        decided = [one for one in trust.stances(reader).values() if one.level != trust.FIRST_USE]
    desk.restore(kept, started_by)
    with desk.file.writing() as connection:
        for one in decided:
            trust.meet(connection, {one.device: one.key}, one.at)
            trust.decide(connection, one.device, one.level, one.at, until=one.until)


def _take_in(connection: Any, desk: Desk, passages: Sequence[Passage], watch: "_Watch", kept: Backup | None) -> Summary:
    """Unite all bundles with the journal inside the caller's transaction, and say what came of it."""
    reader, now, profile = Reader(connection), desk.file.now(), desk.file.profile
    contested = contested_cells(reader)
    first = kinds = records_by_kind(reader)
    files: list[Merged] = []
    unsealed = removed = 0
    for passage in passages:
        shown: set[str] = set()
        if _brings_nothing(reader, passage):
            taken = Taken(known=watch.past(len(passage.bundle)))
        else:
            taken = unite(connection, departures.watched(watch.over(passage.changes()), shown))
        if passage.bundle.header.version > 1:  # before that nobody signed, and anybody could name a sender
            departures.keep_holder(connection, passage.bundle.header.sender, shown)
        seals.keep(connection, filter(passage.lets_in_seal, passage.bundle.seals))
        files.append(
            Merged(
                passage.bundle.path,
                taken.new,
                taken.known,
                taken.forked,
                taken.withdrawn,
                passage.left_out,
                len(passage.held),
            )
        )
        unsealed += passage.unsealed
        removed += taken.removed
        before, kinds = kinds, records_by_kind(reader)
        told = _told(files[-1], taken.removed, _more(before, kinds))
        intake.log(connection, passage.bundle.source, now, taken, told)
    identity_access.take_keys(connection, profile)
    keys = _strangers(passages)
    waiting = {base_of(dev) for passage in passages for dev in passage.held.values()}
    trust.meet(connection, {base: key for base, key in keys.items() if base not in waiting}, now)
    trust.meet(connection, {base: key for base, key in keys.items() if base in waiting}, now, trust.ASKED)
    if any(one.new or one.forked for one in files) or removed:
        way_back.keep(connection, kept.path.name if kept else "")
    after = trust_at(reader, profile)
    return Summary(
        tuple(files),
        _more(first, kinds),
        len(contested_cells(reader) - contested),
        tuple(after.author(base) for base in sorted(keys)),
        unsealed,
        removed,
        kept,
    )


def _brings_nothing(reader: Reader, passage: Passage) -> bool:
    """Tell whether a bundle was taken in whole before and all of it is still here, as it is not after a repair."""
    told = passage.bundle
    if told.hash not in taken_whole(reader) or not all(passage.is_certain(dev) for dev in told.authors):
        return False
    return holds_all(reader, told.numbers)


def _strangers(passages: Iterable[Passage]) -> dict[str, bytes]:
    """Give the devices that were unknown and whose sealed lines came in, with the keys of their seals."""
    found: dict[str, bytes] = {}
    for passage in passages:
        for dev in passage.authors:
            key = passage.bundle.authors[dev].key
            if key is not None and _is_unknown(passage.trust, dev):
                found[base_of(dev)] = key
    return found


def _is_unknown(held: Trust, device: str) -> bool:
    return held.level(device) == UNKNOWN


def _more(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    return {name: count - before[name] for name, count in after.items() if count > before[name]}


def _told(one: Merged, removed: int, by_kind: dict[str, int]) -> str:
    """Write what came in with one file for the log, as numbers that any language can tell."""
    told: dict[str, Any] = {
        "new": one.new,
        "known": one.known,
        "forked": one.forked,
        "withdrawn": one.withdrawn,
        "left_out": one.left_out,
        "held": one.held,
        "removed": removed,
        "by_kind": by_kind,
    }
    return json.dumps({name: count for name, count in told.items() if count})


class _Watch:
    """Counts the lines that go by, reports them now and then, and stops the merge when a person wishes it."""

    def __init__(self, whole: int, progress: Progress | None) -> None:
        self._whole = whole
        self._progress = progress
        self._done = 0

    def over(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Give ``changes``, counted; Stopped when a person wishes it."""
        for change in changes:
            self._done += 1
            if self._progress and (self._done % _TOLD_EVERY == 0 or self._done == self._whole):
                self._tell()
            yield change

    def past(self, count: int) -> int:
        """Count lines that need not be looked at, and give their number."""
        self._done += count
        self._tell()
        return count

    def _tell(self) -> None:
        if self._progress and not self._progress(self._done, self._whole):
            raise Stopped
