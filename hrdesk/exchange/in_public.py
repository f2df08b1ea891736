"""What anybody may see: only what was called public, and nobody who is not to be named there."""

from collections.abc import Mapping

from hrdesk.language import N_
from hrdesk.records import Consultation, Note, Person, Session, Withdrawal
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import Classes, may_be_named
from hrdesk.store.reading import Reader
from hrdesk.store.whereabouts import Whereabouts

RESTRICTED = N_("It is not public.")
UNNAMED = N_("Its speaker is not to be named in public.")

_OF_STAFF = ("seat", "roster_entry")
"""Kinds that name who works at the desks, which concerns nobody else."""
_VOCABULARY = ("mechanism", "mechanism_alias", "tag")


def in_public(reader: Reader, placed: Mapping[str, Whereabouts], classes: Classes) -> dict[str, str]:
    """Give the records that anybody may see, with nothing, or with the reason for which they stay all the same.

    A class of its own or of what it belongs to must say so. Vocabularies are public; a person is where a public
    record names one, and only then.
    """
    people = {one.id: one for one in reader.every(Person)}
    sessions = {one.id: one.attribution for one in reader.every(Session)}
    consultations = {one.id: one.attribution for one in reader.every(Consultation)}
    found: dict[str, str] = {}
    for record, one in placed.items():
        is_public = classes.of(record) == SENSITIVITY[0] and one.kind not in _OF_STAFF
        if is_public or one.kind in _VOCABULARY or one.kind == Withdrawal.kind:
            found[record] = ""
    for note in reader.every(Note):
        if note.id in found and (note.speaker or note.speaker_label):
            levels = (note.attribution, sessions.get(note.session or ""), consultations.get(note.consultation or ""))
            if not may_be_named(levels, people.get(note.speaker or "")):
                found[note.id] = UNNAMED
    named = {target for record, why in found.items() if not why for target in placed[record].references}
    for person in named & people.keys():
        if may_be_named((), people[person]):
            found[person] = ""
    for record, one in placed.items():
        if one.kind == "officer" and all(found.get(target, RESTRICTED) == "" for target in one.others):
            persons = [owner for owner in one.owners if owner in people]
            if one.others and all(may_be_named((), people[person]) for person in persons):
                found[record] = ""
                found.update(dict.fromkeys(persons, ""))
    return found
