"""Which records go into a bundle and which stay, each with its reason; then, line by line, what of them goes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from hrdesk.errors import Refused
from hrdesk.exchange.belonging import belonging_to
from hrdesk.exchange.following import followed
from hrdesk.exchange.in_public import NAMING, NOT_FOR_THE_PUBLIC, RESTRICTED, in_public
from hrdesk.exchange.speaking import outdated, spoken_of_by_what_stays
from hrdesk.language import N_
from hrdesk.language.person_names import Names
from hrdesk.records import KINDS, Decision, Person, Value, Withdrawal, Wording
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import CONFIDENTIALITIES, Classes, Standing, goes_of_protected, may_go
from hrdesk.store.change import DELETED, Change
from hrdesk.store.departures import read_got_stricter
from hrdesk.store.identities import is_identity, is_sealed
from hrdesk.store.namings import read_common_words, read_names, read_protected
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_labels, read_past, read_standings, read_strangers
from hrdesk.store.whereabouts import Whereabouts, lines, read_gone, read_kinds, read_whereabouts

CONFIDENTIAL = N_("It is confidential.")
PROTECTED = N_("It says who a protected person is.")
LABELLED = N_("A name as it was heard stands beside a protected speaker.")
NAMED = N_("The name of a protected person stands in it.")
HANGS = N_("What it belongs to stays.")
OUTDATED = N_("It translates words of the time when they were stricter.")
UNSPOKEN = N_("Only what stays speaks of it.")

_HASH_LINES = re.compile(r"\A[A-Za-z0-9_-]{43}(\n[A-Za-z0-9_-]{43})*\Z")
_ID = re.compile(r"\A[a-z0-9_-]{1,63}\Z")
_WITHDRAWAL_FIELDS = (*Withdrawal.field_names(), DELETED)
_HANGING = ("link", "tagging")
_ROOTS = ("session", "consultation")
_ALWAYS = (Withdrawal.kind, "roster_entry")
_SHORTEST_TEXT = 2


@dataclass
class Decided:
    """What goes and what stays of a desk, for one bundle.

    ``going`` maps records to the classes that count for them; ``heads_only`` are those of it whose history stays,
    ``closed_once`` those that were stricter before, ``gone`` those that were deleted, ``notices`` those that stay but
    whose strictness goes, ``bound`` the fields by which they hang on what makes them strict, ``protected`` the persons
    of whom no line goes that says who they are, ``elsewhere`` the records that other desks know.
    """

    kinds: Mapping[str, tuple[str, ...]]
    going: dict[str, str] = field(default_factory=dict)
    staying: dict[str, str] = field(default_factory=dict)
    outside: int = 0
    heads_only: frozenset[str] = frozenset()
    closed_once: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    notices: frozenset[str] = frozenset()
    protected: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    bound: Mapping[str, frozenset[str]] = field(default_factory=dict)
    is_encrypted: bool = False
    is_public: bool = False

    def goes(self, change: Change, is_head: bool) -> bool:
        """Tell whether one line goes."""
        if change.kind == Withdrawal.kind:
            return self._is_plain_withdrawal(change)
        record = change.record
        if record not in self.going:
            return is_head and (
                (record in self.notices and _only_makes_strict(change))
                or (change.field in self.bound.get(record, ()) and _is_id(change))
            )
        if record in self.heads_only:
            if not is_head:
                return False
            # Of what was deleted only that goes, and how strict it was, and only to where it may be known.
            is_told = change.field == DELETED or _only_makes_strict(change)
            if record in self.gone and (not is_told or record not in self.elsewhere):
                return False
        if change.kind == Decision.kind and not self._may_be_told_of_decision(change):
            return False
        if record in self.protected and change.kind == Person.kind:
            return goes_of_protected(change.field, is_sealed=is_sealed(change.val), is_encrypted=self.is_encrypted)
        if self.is_public and (change.kind, change.field) in NOT_FOR_THE_PUBLIC:
            return False
        # Sealed text of somebody who is protected no longer says nothing in the clear and is of no use there.
        return self.is_encrypted or not (is_identity(change.kind, change.field) and is_sealed(change.val))

    def _may_be_told_of_decision(self, change: Change) -> bool:
        """Why something was opened is told in words of the time before; the public learns no reasons at all."""
        was_closed = change.record in self.closed_once
        if change.field == "reason":
            return not was_closed and not self.is_public
        return not was_closed or change.field not in ("before", "after") or change.val is None or _is_id(change)

    def _is_plain_withdrawal(self, change: Change) -> bool:
        """A withdrawal names by hashes: other words in one, from a hostile desk, go nowhere."""
        if change.field not in _WITHDRAWAL_FIELDS:
            return False
        if change.field != "lines":
            return change.val is None or isinstance(change.val, bool) or len(str(change.val)) <= 63
        return isinstance(change.val, str) and bool(_HASH_LINES.match(change.val))


def decide(
    reader: Reader,
    *,
    limit: str,
    root: str | None,
    heads_only: bool,
    is_encrypted: bool,
    allowed: frozenset[str],
    own: str,
) -> Decided:
    """Decide what may go to eyes that may see ``limit``, of ``root`` (a session, a consultation) or the whole desk."""
    kinds = read_kinds(reader)
    is_whole = root is None and limit != SENSITIVITY[0]
    # Of a whole desk it is enough to know what hangs on what; the rest is known by its class, and is a million lines.
    placed = read_whereabouts(reader, _HANGING if is_whole else KINDS)
    standings = {**read_standings(reader)}
    strangers = read_strangers(reader)
    for record, one in strangers.items():
        standings[record] = standings[record].joined(one) if record in standings else one
    classes = Classes(standings)
    past = Classes(read_past(reader, standings))
    protected = read_protected(reader)
    labels = read_labels(reader)
    found = Decided(
        kinds,
        gone=read_gone(reader),
        protected=frozenset(protected & _still(standings)),
        is_encrypted=is_encrypted,
        is_public=limit == SENSITIVITY[0],
    )
    if root and (root not in placed or placed[root].kind not in _ROOTS):
        raise Refused(N_("There is no session or consultation “{id}” here. Nothing was written."), id=root)
    within = belonging_to(root, placed) if root else None
    deciding = _Deciding(reader, placed, standings, classes, found, limit)
    for record, named in kinds.items():
        if within is not None and record not in within and not set(named) & set(_ALWAYS):
            found.outside += 1
            continue
        why = deciding.why_not(record, named)
        if not why and labels.get(record) is True:
            why = LABELLED
        if why:
            found.staying[record] = why
        else:
            found.going[record] = classes.of(record)
    stricter_once = {record for record in found.going if not may_go(past.of(record), limit)}
    for record in outdated(reader, (one for one in stricter_once if Wording.kind in kinds[one])):
        del found.going[record]
        found.staying[record] = OUTDATED
    found.closed_once = frozenset(stricter_once)
    # Who was once named as a speaker, and is not any more, is no business of the public.
    spoken = {record for record in found.going if found.is_public and not NAMING.isdisjoint(kinds[record])}
    found.heads_only = frozenset(
        found.going if heads_only else stricter_once | spoken | (labels.keys() | protected) & found.going.keys()
    )
    got_stricter, found.elsewhere = read_got_stricter(reader, classes, own)
    _hold_back_hanging(found, placed, standings)
    if limit != SENSITIVITY[-1]:
        got_stricter |= _hold_back_unspoken(found, reader)
    _hold_back_named(found, reader, protected, allowed, standings)
    _hold_back_hanging(found, placed, standings)
    found.notices, found.bound = followed(got_stricter - found.going.keys(), kinds, placed, standings, classes)
    return found


class _Deciding:
    """Tells of one record after another why it may not go."""

    def __init__(
        self,
        reader: Reader,
        placed: Mapping[str, Whereabouts],
        standings: Mapping[str, Standing],
        classes: Classes,
        found: Decided,
        limit: str,
    ) -> None:
        self._standings = standings
        self._classes = classes
        self._protected = found.protected
        self._limit = limit
        self._is_encrypted = found.is_encrypted
        self._worded = _records_with_words(reader, standings, found.protected) if found.protected else frozenset()
        self._in_public = in_public(reader, placed, classes) if limit == SENSITIVITY[0] else None

    def why_not(self, record: str, kinds: tuple[str, ...]) -> str:
        """Give the reason for which a record stays, or nothing."""
        if kinds == (Withdrawal.kind,) or (kinds == ("roster_entry",) and self._in_public is None):
            return ""
        one = self._standings.get(record)
        is_of_protected = bool(one and self._protected.intersection(one.parts_of))
        if is_of_protected and (not self._is_encrypted or record in self._worded):
            return PROTECTED
        if self._in_public is not None:
            return self._in_public.get(record, RESTRICTED)
        if may_go(self._classes.of(record), self._limit):
            return ""
        return PROTECTED if record in self._protected else CONFIDENTIAL


def _still(standings: Mapping[str, Standing]) -> set[str]:
    return {record for record, one in standings.items() if one.sealed}


def _records_with_words(reader: Reader, standings: Mapping[str, Standing], protected: frozenset[str]) -> frozenset[str]:
    """Give the records that belong to a protected person and ever held words that may say who it is."""
    parts = {record for record, one in standings.items() if protected.intersection(one.parts_of)}
    found: set[str] = set()
    for change, _ in lines(reader) if parts else ():
        if change.record in parts and change.val is not None:
            noun = KINDS.get(change.kind)
            infos = noun.cells().get(change.field, ()) if noun else ()
            if change.field != DELETED and (not infos or any(info.sensitive for info in infos)):
                found.add(change.record)
    return frozenset(found)


def _hold_back_hanging(found: Decided, placed: Mapping[str, Whereabouts], standings: Mapping[str, Standing]) -> None:
    """Hold back what is a part of something that stays, and links and uses of tags of which one end stays."""
    hanging: dict[str, list[str]] = {}
    for record in found.going:
        one = placed.get(record)
        held = standings.get(record)
        ends = one.references if one and one.kind in _HANGING else held.parts_of if held else ()
        for end in ends:
            hanging.setdefault(end, []).append(record)
    due = [record for record in hanging if record in found.kinds and record not in found.going]
    while due:
        for record in hanging.get(due.pop(), ()):
            if record in found.going:
                del found.going[record]
                found.staying[record] = HANGS
                due.append(record)


def _hold_back_unspoken(found: Decided, reader: Reader) -> frozenset[str]:
    """Hold back what only records that stay speak of; give those of it that other desks know and must hear of."""
    unspoken = spoken_of_by_what_stays(reader, found.going.keys(), found.staying.keys())
    for record in unspoken:
        del found.going[record]
        found.staying[record] = UNSPOKEN
    return unspoken & found.elsewhere


def _hold_back_named(
    found: Decided,
    reader: Reader,
    protected: frozenset[str],
    allowed: frozenset[str],
    standings: Mapping[str, Standing],
) -> None:
    """Hold back records in whose lines, as they would go, the name of a protected person stands.

    Where only the history names somebody, the record goes without it.
    """
    still = frozenset(person for person in protected if person in standings and standings[person].sealed)
    names = Names(read_names(reader, still), read_common_words(reader))
    if not names:
        return
    in_heads: set[str] = set()
    in_history: set[str] = set()
    for change, is_head in lines(reader):
        if change.record in in_heads or not found.goes(change, is_head) or not _has_name(names, change.val):
            continue
        (in_heads if is_head else in_history).add(change.record)
    found.heads_only |= in_history - allowed
    for record in in_heads - allowed:
        if found.going.pop(record, None) is not None:
            found.staying[record] = NAMED


def _has_name(names: Names, value: Value) -> bool:
    return isinstance(value, str) and len(value) >= _SHORTEST_TEXT and not is_sealed(value) and names.stand_in(value)


def _is_id(change: Change) -> bool:
    """Tell whether a value is no more than an id, or the kind of a link."""
    return isinstance(change.val, str) and bool(_ID.match(change.val))


def _only_makes_strict(change: Change) -> bool:
    """Tell whether a line says how strict its record is, in a word that everybody knows, and nothing else."""
    noun = KINDS.get(change.kind)
    if noun is None or change.field not in CONFIDENTIALITIES or change.field not in noun.field_names():
        return False
    return change.val is None or isinstance(change.val, bool) or change.val in noun.field(change.field).strictness
