"""Taking bundles in: looking at one first, merging several, joining a consultation with a starter bundle."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hrdesk.desk import Desk, system_clock
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import Bundle, Header, read_bundle
from hrdesk.language import N_
from hrdesk.store.identity import Profile
from hrdesk.store.pen import Clock
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Contents:
    """What a bundle holds, seen from a desk: records by kind, changes that are new here and known here, authors."""

    path: Path
    header: Header
    records: dict[str, int]
    new: int
    known: int
    authors: tuple[str, ...]
    new_records: dict[str, int]


@dataclass(frozen=True)
class Merged:
    """What came in with one bundle."""

    path: Path
    new: int
    known: int
    forked: int


def look(bundle: Bundle, reader: Reader | None) -> Contents:
    """Look at a bundle before it is taken in, changing nothing."""
    held = reader.dots() if reader else set()
    new = [change for change in bundle.changes if (change.dev, change.seq) not in held]
    return Contents(
        bundle.path,
        bundle.header,
        dict(Counter(kind for kind, _ in {(one.kind, one.record) for one in bundle.changes})),
        len(new),
        len(bundle.changes) - len(new),
        tuple(sorted({change.dev for change in bundle.changes})),
        dict(Counter(kind for kind, _ in {(one.kind, one.record) for one in new})),
    )


def merge(
    desk: Desk,
    paths: Sequence[Path],
    *,
    progress: Callable[[int, int], bool] | None = None,
    started_by: object = None,
) -> list[Merged]:
    """Check all bundles first, then take them in one after another, in any order with the same result.

    ``progress`` is told how many of how many are done and gives False to stop before the next one; each bundle is
    in whole or not at all.
    """
    bundles: list[Bundle] = []
    for path in paths:
        bundles.append(read_bundle(path))
        if progress and not progress(0, len(paths)):
            return []
    return merge_checked(desk, bundles, progress=progress, started_by=started_by)


def merge_checked(
    desk: Desk,
    bundles: Sequence[Bundle],
    *,
    progress: Callable[[int, int], bool] | None = None,
    started_by: object = None,
) -> list[Merged]:
    """Take in bundles that were read and checked."""
    done = []
    for number, bundle in enumerate(bundles, 1):
        taken = desk.take_in(bundle.changes, bundle.source, started_by)
        done.append(Merged(bundle.path, taken.new, taken.known, taken.forked))
        if progress and not progress(number, len(bundles)):
            break
    return done


def join(starter: Path, target: Path, profile: Profile, clock: Clock = system_clock) -> Desk:
    """Make a new desk file from a starter bundle, so that several laptops hold one consultation."""
    bundle = read_bundle(starter)
    if not any(change.kind == "consultation" for change in bundle.changes):
        raise Refused(
            N_("{path} holds no consultation to join. Nothing was made; please ask for the starter bundle."),
            path=str(starter),
        )
    desk = Desk.create(target, profile, clock)
    try:
        desk.take_in(bundle.changes, bundle.source)
    except BaseException:
        desk.close()
        target.unlink(missing_ok=True)
        raise
    return desk
