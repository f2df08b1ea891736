"""Which records there are and what each refers to, read at once: what a scope follows to find what belongs to it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from sys import intern

from hrdesk.records import KINDS, NOUNS
from hrdesk.store.change import Change, decode, line_hash
from hrdesk.store.journal import COLUMNS, change_of
from hrdesk.store.reading import Reader
from hrdesk.store.schema import GONE


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A record: its kind, whether it was deleted, the records it is a part of, and the others it refers to."""

    kind: str
    is_gone: bool
    owners: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def references(self) -> tuple[str, ...]:
        """Give all that the record refers to."""
        return self.owners + self.others


def read_kinds(reader: Reader) -> dict[str, tuple[str, ...]]:
    """Give every record of which a line is held, with its kind; more than one only from a hostile desk."""
    found: dict[str, tuple[str, ...]] = {}
    for kind in KINDS:  # the tables hold every record of a known kind, and are read much faster than the journal
        alone = (kind,)
        for row in reader.each(f'SELECT id FROM "{kind}"'):
            record = intern(row[0])
            found[record] = (*found[record], kind) if record in found else alone
    marked = ", ".join("?" * len(KINDS))
    for row in reader.each(f"SELECT DISTINCT record, kind FROM change WHERE kind NOT IN ({marked})", *KINDS):
        found[row[0]] = (*found.get(row[0], ()), row[1])
    for row in reader.each("SELECT line FROM fork"):
        one = decode(bytes(row[0]))
        if one.kind not in found.get(one.record, ()):
            found[one.record] = (*found.get(one.record, ()), one.kind)
    return found


def kinds_of(reader: Reader, record: str) -> tuple[str, ...]:
    """Give the kinds under which lines of one record are held, withdrawals apart."""
    rows = reader.rows(
        "SELECT DISTINCT kind FROM change INDEXED BY change_cell WHERE record = ? AND kind <> 'withdrawal'", record
    )
    return tuple(sorted(row["kind"] for row in rows))


def parts_of(reader: Reader, record: str, kinds: Collection[str]) -> list[str]:
    """Give the records of some kinds that are a part of one record, deleted ones too: their lines are held still."""
    found: dict[str, None] = {}
    for kind in kinds:
        for info in KINDS[kind].declared:
            if info.part_of:
                rows = reader.rows(f'SELECT id FROM "{kind}" WHERE "{info.name}" = ? ORDER BY id', record)
                found |= dict.fromkeys(row["id"] for row in rows)
    return list(found)


def read_gone(reader: Reader) -> frozenset[str]:
    """Give the records that were deleted."""
    return frozenset(
        intern(row[0]) for kind in KINDS for row in reader.each(f'SELECT id FROM "{kind}" WHERE _state = {GONE}')
    )


def read_whereabouts(reader: Reader, kinds: Collection[str] = KINDS.keys()) -> dict[str, Whereabouts]:
    """Give every record of some kinds, of all that this version knows where none are named."""
    found: dict[str, Whereabouts] = {}
    for noun in NOUNS:
        if noun.kind not in kinds:
            continue
        owners = [info.name for info in noun.declared if info.part_of]
        others = [info.name for info in noun.declared if info.refers_to and not info.part_of]
        named = "".join(f', "{name}"' for name in (*owners, *others))
        for row in reader.each(f'SELECT id, _state{named} FROM "{noun.kind}"'):
            one = Whereabouts(
                noun.kind,
                row["_state"] == 1,
                tuple(intern(row[name]) for name in owners if row[name]),
                tuple(intern(row[name]) for name in others if row[name]),
            )
            held = found.get(row["id"])
            if held:  # one id under two kinds
                one = Whereabouts(
                    held.kind, held.is_gone and one.is_gone, held.owners + one.owners, held.others + one.others
                )
            found[intern(row["id"])] = one
    return found


def read_uses(reader: Reader) -> Iterator[tuple[str, str]]:
    """Give, for each use of a tag, part of a person in a session, and delegation, the record that names it, and it."""
    for sql in (
        "SELECT id, tag FROM tagging WHERE tag IS NOT NULL",
        "SELECT id, speaker FROM note WHERE speaker IS NOT NULL",
        "SELECT id, person FROM officer WHERE person IS NOT NULL",
        "SELECT id, person FROM floor_request WHERE person IS NOT NULL",
        "SELECT id, panellist FROM panel_question WHERE panellist IS NOT NULL",
        "SELECT id, delegation FROM floor_request WHERE delegation IS NOT NULL",
        "SELECT id, delegation FROM person WHERE delegation IS NOT NULL",
    ):
        for row in reader.each(sql):
            yield row[0], row[1]


def read_officers(reader: Reader) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give, for each part that somebody has in a meeting, the consultation, session and item of the agenda it names."""
    for row in reader.each("SELECT id, consultation, session, agenda_item FROM officer"):
        yield row[0], tuple(one for one in tuple(row)[1:] if one)


def lines(reader: Reader) -> Iterator[tuple[Change, bool]]:
    """Give every line held, by author and number, and whether it is a head; of a fork both, smaller hash first."""
    forks: dict[tuple[str, int], list[Change]] = {}
    for row in reader.rows("SELECT dev, seq, line FROM fork ORDER BY hash"):
        forks.setdefault((row["dev"], row["seq"]), []).append(decode(bytes(row["line"])))
    named = ", ".join(f"c.{name}" for name in COLUMNS.split(", ")[1:])
    for device in reader.rows("SELECT n, dev FROM device ORDER BY dev"):
        low = device["n"] << 40
        for row in reader.each(
            f"SELECT c.id, ? AS dev, {named}, c.head FROM change c WHERE c.id BETWEEN ? AND ? ORDER BY c.id",
            device["dev"],
            low,
            low | (1 << 40) - 1,
        ):
            told = tuple(row)
            change = change_of(told[:-1])
            both = forks.get((change.dev, change.seq)) if forks else None
            if both is None:
                yield change, bool(told[-1])
                continue
            counting = line_hash(change)
            for one in both:
                yield one, bool(told[-1]) and line_hash(one) == counting
