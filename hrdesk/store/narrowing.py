"""What a search is narrowed to: session, speaker, kind of note, class, tag and time, as conditions for the database.

The conditions follow from how the nouns are declared: a kind of record that has no speaker is not found by one. Each
condition looks at the one record that was found, by its id, so that it costs the same in a small desk and in a large.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache

from hrdesk.language.folding import fold
from hrdesk.records import KINDS, Note, Record, Session, Wording
from hrdesk.store.search_texts import searchable


@dataclass(frozen=True)
class Narrowing:
    """What is wanted of what is found; what is empty does not count.

    ``speaker`` is the id of a person or a delegation, or the words as heard. ``note_kind`` is one of
    ``records.note.NOTE_KINDS``, ``sensitivity`` the class that counts for a record, ``tag`` the id of one. ``since``
    and ``until`` are instants in UTC ("2012-12-12T09:30:00Z"), the first still wanted, the second no more.
    """

    session: str = ""
    speaker: str = ""
    note_kind: str = ""
    sensitivity: str = ""
    tag: str = ""
    since: str = ""
    until: str = ""

    @property
    def tells_who(self) -> bool:
        """Tell whether what is found by it says who spoke, which is nothing for others."""
        return bool(self.speaker)

    @property
    def is_of_the_database(self) -> bool:
        """Tell whether there is anything in it but the class, which no single column says."""
        return self != replace(EVERYTHING, sensitivity=self.sensitivity)

    def values(self) -> dict[str, str]:
        """Give the values that the conditions name."""
        return {name: getattr(self, name) for name in ("session", "speaker", "note_kind", "tag", "since", "until")}


EVERYTHING = Narrowing()

_DAY = len("2012-12-12")


def as_instant(told: str, zone: tzinfo | None, *, is_end: bool) -> str:
    """Read a day or a time by the clock of the venue as an instant in UTC; a day as an end is wanted to its end.

    Nothing told is no limit. Raises ValueError where it is no time.
    """
    written = fold(told).strip().upper()
    if not written:
        return ""
    try:
        moment = datetime.fromisoformat(written)
        if is_end and len(written) <= _DAY:
            moment = datetime.combine(date.fromisoformat(written) + timedelta(days=1), moment.time())
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone)
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError as error:
        raise ValueError(told) from error


_WHO = "IN (SELECT :speaker UNION SELECT id FROM person WHERE delegation = :speaker AND _state <> 1)"
"""A delegation speaks through its persons; of a protected one the delegation is sealed, and nothing is found by it."""

_ON_THE_FLOOR = (
    f"IN (SELECT i.id FROM intervention i JOIN floor_request f ON f.id = i.request"
    f" WHERE f.person {_WHO} OR f.delegation = :speaker)"
)


def condition(wanted: Narrowing) -> str:
    """Write the condition on ``r``, a row of the records that are searched; "0" where no record could meet it."""
    # Notes are asked first: nearly everything is one, and what is one is asked nothing more.
    ways = {
        kind: f'EXISTS (SELECT 1 FROM "{kind}" x WHERE x.id = r.record AND {told})'
        for kind in sorted(searchable(), key=lambda one: one != Note.kind)
        if (told := _of_kind(kind, wanted))
    }
    translated = [
        f'EXISTS (SELECT 1 FROM wording w CROSS JOIN "{kind}" x ON x.id = w.item WHERE w.id = r.record AND {told})'
        for kind in _translatable()
        if (told := _of_kind(kind, wanted))
    ]
    if translated:
        ways[Wording.kind] = " OR ".join((*([ways[Wording.kind]] if Wording.kind in ways else []), *translated))
    if not ways:
        return "0"
    cases = " ".join(f"WHEN '{kind}' THEN {told}" for kind, told in ways.items())
    return f"CASE r.kind {cases} ELSE 0 END"


def _of_kind(kind: str, wanted: Narrowing) -> str:
    """Write the condition on ``x``, a record of this kind; nothing where it can never be met."""
    noun = KINDS[kind]
    told: list[str] = []
    if wanted.session:
        told.append(_of_session(noun))
    if wanted.speaker:
        told.append(_of_speaker(noun))
    if wanted.note_kind:
        told.append("x.note_kind = :note_kind" if noun is Note else "")
    if wanted.tag:
        told.append("EXISTS (SELECT 1 FROM tagging t WHERE t.item = x.id AND t.tag = :tag AND t._state <> 1)")
    if wanted.since:
        told.append("x.at >= :since" if "at" in noun.field_names() else "")
    if wanted.until:
        told.append("x.at < :until" if "at" in noun.field_names() else "")
    return " AND ".join(told) if all(told) else ""


def _of_session(noun: type[Record]) -> str:
    if noun is Session:
        return "x.id = :session"
    if "session" in noun.field_names():
        return "x.session = :session"
    owners = [
        f'EXISTS (SELECT 1 FROM "{owner}" o WHERE o.id = x."{field}" AND o.session = :session)'
        for field, owner in _owners(noun)
        if "session" in KINDS[owner].field_names()
    ]
    return f"({' OR '.join(owners)})" if owners else ""


def _of_speaker(noun: type[Record]) -> str:
    """Write who must have spoken: a person or delegation that the record names, or words as they were heard."""
    ways = [
        f'x."{info.name}" {_WHO}'
        for info in noun.declared
        if {"person", "delegation"} & set(info.refers_to) and not info.part_of
    ]
    if not ways or noun.kind == "person":
        return ""
    names = noun.field_names()
    ways += [f'x."{name}" = :speaker' for name in ("speaker_label", "proposed_by", "body") if name in names]
    if "intervention" in names:
        ways.append(f"x.intervention {_ON_THE_FLOOR}")
    return f"({' OR '.join(ways)})"


def _owners(noun: type[Record]) -> Iterator[tuple[str, str]]:
    """Give the fields by which a record is a part of another, with the kind of that where there is only one."""
    for info in noun.declared:
        if info.part_of and len(info.refers_to) == 1 and info.refers_to[0] in KINDS:
            yield info.name, info.refers_to[0]


@lru_cache(maxsize=1)
def _translatable() -> tuple[str, ...]:
    return tuple(kind for kind, noun in KINDS.items() if any(info.translatable for info in noun.declared))
