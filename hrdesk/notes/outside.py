"""Taking material from outside in as notes: one step, one source, and a note for each paragraph that was ticked."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.notes.rules.sittings import is_too_mild
from hrdesk.records import Consultation, Note, OutsideSource, Person, Session
from hrdesk.records.classes import SENSITIVITY, strictest_sensitivity
from hrdesk.records.note import SOURCE_KINDS
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader

if TYPE_CHECKING:
    from hrdesk.language.person_names import Names

FIELDS = frozenset({"text", "place", "speaker", "speaker_label", "at", "sensitivity", "language"})
"""What a row may say; all of it is text."""

NOT_ROWS = N_(
    "Rows of material are a list of {{text, place, speaker, speaker_label, at, sensitivity, language}}."
    " Nothing was changed."
)

STEP = 100
"""Notes after which it is told how far the work is."""

Report = Callable[[int, int], bool]
"""Told how many notes of how many are written; False stops, and nothing was changed."""


class Stopped(Refused):
    """A person stopped it."""


def take_material(
    pen: Pen,
    session: str,
    source_kind: str,
    file_hash: str,
    rows: list[dict[str, Any]],
    title: str | None = None,
    sensitivity: str | None = None,
    again: bool = False,
) -> dict[str, Any]:
    """Take material from outside in as notes of a session. Without a class it is confidential.

    The same file is not taken in twice unless ``again`` says so; undo takes the whole of it back.
    """
    return _take(pen, session, source_kind, file_hash, rows, title, sensitivity, again, _unheard)


def take_material_telling(report: Report) -> Command:
    """Give the command that tells ``report`` how far it is, for a window that waits for it."""

    def take(
        pen: Pen,
        session: str,
        source_kind: str,
        file_hash: str,
        rows: list[dict[str, Any]],
        title: str | None = None,
        sensitivity: str | None = None,
        again: bool = False,
    ) -> dict[str, Any]:
        return _take(pen, session, source_kind, file_hash, rows, title, sensitivity, again, report)

    return Command(COMMANDS[0].name, COMMANDS[0].label, take)


def taken_before(reader: Reader, file_hash: str) -> OutsideSource | None:
    """Give what was taken in of the same file, the last time."""
    found = reader.every(OutsideSource, file_hash=file_hash)
    return max(found, key=lambda one: (one.at or "", one.id), default=None)


def read_protected_names(reader: Reader) -> "Names | None":
    """Read the names of protected persons, as far as this desk knows them; None where there is none to look for."""
    from hrdesk.language.person_names import Names  # not while the window opens
    from hrdesk.store.namings import read_common_words, read_names, read_protected

    protected = read_protected(reader)
    names = Names(read_names(reader, protected), read_common_words(reader)) if protected else None
    return names or None


def _take(
    pen: Pen,
    session: str,
    source_kind: str,
    file_hash: str,
    rows: list[dict[str, Any]],
    title: str | None,
    sensitivity: str | None,
    again: bool,
    report: Report,
) -> dict[str, Any]:
    held = pen.read.get(Session, session)
    if held is None:
        raise Refused(N_("There is no session “{id}” here. Nothing was changed; please choose a session."), id=session)
    if source_kind not in SOURCE_KINDS:
        raise Refused(N_("“{kind}” is no kind of material. Nothing was changed."), kind=source_kind)
    told = [_checked(row, sensitivity or SENSITIVITY[-1]) for row in rows]
    if not told:
        raise Refused(N_("There is nothing to take in. Nothing was changed; please tick at least one paragraph."))
    before = taken_before(pen.read, file_hash)
    if before is not None and not again:
        raise Refused(
            N_("This was taken in already on {day}. Nothing was changed; say “again” if you mean to take it twice."),
            day=(before.at or "")[:10],
        )
    classes = {row["sensitivity"] for row in told}
    owner = pen.read.get(Consultation, held.consultation)
    for wanted in sorted(classes):
        if is_too_mild(wanted, held, owner):
            raise Refused(
                N_("The session is stricter than “{wanted}”. Nothing was changed; please choose a stricter class."),
                wanted=wanted,
            )
    people = _people(pen.read, {row["speaker"] for row in told if row.get("speaker")})
    names = read_protected_names(pen.read)
    source = pen.create(
        OutsideSource,
        consultation=held.consultation,
        session=session,
        source_kind=source_kind,
        title=" ".join((title or "").split()) or None,
        file_hash=file_hash,
        sensitivity=strictest_sensitivity(*classes),
        at=pen.now,
    )
    for number, row in enumerate(told):
        if number % STEP == 0 and not report(number, len(told)):
            raise Stopped(N_("Stopped. Nothing was taken in."))
        label = row.get("speaker_label")
        pen.create(
            Note,
            consultation=held.consultation,
            session=session,
            text=row["text"],
            language=row.get("language") or (owner.language if owner else None) or "en",
            note_kind="other",
            speaker=row.get("speaker"),
            # A protected person is known by id and pseudonym alone; no name is written beside it or for it.
            speaker_label=None if _is_protected(people, row) or (label and names and names.stand_in(label)) else label,
            sensitivity=row["sensitivity"],
            at=row.get("at"),
            source=source,
            source_place=row.get("place"),
        )
    return {"id": source, "notes": len(told)}


def _people(reader: Reader, wanted: set[str]) -> dict[str, Person]:
    found = {}
    for one in wanted:
        person = reader.get(Person, one)
        if person is None:
            raise Refused(N_("There is no speaker “{id}” here. Nothing was changed; please choose again."), id=one)
        found[one] = person
    return found


def _is_protected(people: dict[str, Person], row: dict[str, str]) -> bool:
    person = people.get(row.get("speaker", ""))
    return person is not None and bool(person.protected)


def _checked(row: dict[str, Any], usual: str) -> dict[str, str]:
    """Refuse a row that says something else than a row can; give it without what is empty."""
    texts = {name: value for name, value in row.items() if value is not None}
    if set(row) - FIELDS or not all(isinstance(value, str) for value in texts.values()):
        raise Refused(NOT_ROWS)
    told = {name: value.strip() for name, value in texts.items() if value.strip()}
    told.setdefault("sensitivity", usual)
    is_known = told["sensitivity"] in SENSITIVITY and told.get("language", LANGUAGES[0]) in LANGUAGES
    if "text" not in told or not is_known or not _is_instant(told.get("at")):
        raise Refused(NOT_ROWS)
    return told


def _is_instant(at: str | None) -> bool:
    """Tell whether a time is as notes keep it: in UTC, to the second."""
    if at is None:
        return True
    try:
        return at.endswith("Z") and f"{datetime.fromisoformat(at):%Y-%m-%dT%H:%M:%SZ}" == at
    except ValueError:
        return False


def _unheard(_done: int, _of: int) -> bool:
    return True


COMMANDS = (Command("take-material", N_("Take in material from outside"), take_material),)
