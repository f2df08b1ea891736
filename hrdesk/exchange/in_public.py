"""What anybody may see: only what was called public, and nobody who is not to be named there."""

from collections.abc import Iterator, Mapping

from hrdesk.language import N_
from hrdesk.notes.queries import attributions
from hrdesk.notes.rules.sittings import levels_of
from hrdesk.records import (
    Alternative,
    Amendment,
    Delegation,
    FloorDecision,
    FloorRequest,
    Lesson,
    Note,
    OutsideSource,
    PanelQuestion,
    PenHolder,
    Person,
    Reservation,
    Validation,
    Withdrawal,
)
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import Classes, may_be_named, on_screen
from hrdesk.store.reading import Reader
from hrdesk.store.whereabouts import Whereabouts

RESTRICTED = N_("It is not public.")
UNNAMED = N_("Its speaker is not to be named in public.")

NOT_FOR_THE_PUBLIC = (
    (Person.kind, "consent_note"),
    (Person.kind, "consent_at"),
    (Lesson.kind, "said_by"),
    (FloorDecision.kind, "text"),
    (Amendment.kind, "proposer"),
    (Amendment.kind, "reason"),
    (Alternative.kind, "proposer"),
    (Reservation.kind, "body"),
    (Validation.kind, "validated_by"),
    (OutsideSource.kind, "title"),
)
"""What a person agreed to is between that person and staff; who said something without being asked for consent, too.

And why the chair changed the list of speakers: two who swap their places are told there by name. Nor who proposed or
reserved what in words of their own, who validated a text, and what a file from outside was called.
"""

NAMING = frozenset({Note.kind, FloorRequest.kind, PanelQuestion.kind})
"""Kinds that say who spoke or was to speak: who once stood there, and does not any more, is not for the public."""

_OF_STAFF = ("seat", "roster_entry", PenHolder.kind)
"""Kinds that name who works at the desks, which concerns nobody else."""
_VOCABULARY = ("mechanism", "mechanism_alias", "tag")
_OF_DELEGATIONS = (Person.kind, FloorRequest.kind)
"""Kinds that name delegations: of those that the desk holds only the ones that are named in public are public."""


def in_public(reader: Reader, placed: Mapping[str, Whereabouts], classes: Classes) -> dict[str, str]:
    """Give the records that anybody may see, with nothing, or with the reason for which they stay all the same.

    A class of its own or of what it belongs to must say so. Vocabularies are public; a person or a delegation is
    where a public record names one, and only then.
    """
    people = {one.id: one for one in reader.every(Person)}
    levels = attributions(reader)
    found: dict[str, str] = {}
    for record, one in placed.items():
        is_public = classes.of(record) == SENSITIVITY[0] and one.kind not in _OF_STAFF
        if is_public or one.kind in _VOCABULARY or one.kind == Withdrawal.kind:
            found[record] = ""
    found.update({record: UNNAMED for record in _unnamed(reader, people, levels, classes) if record in found})
    named = {target for record, why in found.items() if not why for target in placed[record].references}
    for person in named & people.keys():
        if may_be_named((), people[person]):
            found[person] = ""
    for record, one in placed.items():
        if one.kind == "officer" and all(found.get(target, RESTRICTED) == "" for target in one.others):
            persons = [owner for owner in one.owners if owner in people]
            where = [level for target in one.others for level in levels.get(target, ())]
            if one.others and all(may_be_named(where, people[person]) for person in persons):
                found[record] = ""
                found.update(dict.fromkeys(persons, ""))
    naming = [record for record, why in found.items() if not why and placed[record].kind in _OF_DELEGATIONS]
    of_these = {target for record in naming for target in placed[record].references if target in placed}
    found.update({one: "" for one in of_these if placed[one].kind == Delegation.kind})
    return found


def _unnamed(
    reader: Reader,
    people: Mapping[str, Person],
    levels: Mapping[str, tuple[str | None, ...]],
    classes: Classes,
) -> Iterator[str]:
    """Give the records that say who spoke, or was to speak, where nobody may learn that."""
    for note in reader.every(Note):
        of_note = (note.attribution, *levels_of(levels, note.session, note.consultation))
        is_said = note.speaker or note.speaker_label
        # An intervention without a speaker: who it was has been taken out of the note.
        if (note.intervention and not is_said) or (
            is_said and not may_be_named(of_note, people.get(note.speaker or ""))
        ):
            yield note.id
    for request in reader.every(FloorRequest):
        person = people.get(request.person or "")
        is_known = person is not None or not request.person
        sight = on_screen(classes.of(request.id), levels_of(levels, request.session), person, is_known=is_known)
        says_more = request.person or request.speaker_label or request.on_behalf_of
        if sight != "speaker" and (says_more or sight != "delegation"):
            yield request.id
    for question in reader.every(PanelQuestion):
        asked = people.get(question.panellist or "")
        is_known = asked is not None or not question.panellist
        if not is_known or not may_be_named(levels_of(levels, question.session), asked):
            yield question.id
