"""What may go where, decided in this one place from plain values.

A record is as sensitive as the strictest of: its own class, the class of the records it is a part of, and the class
of what it was made from, unless a person lowered it and said why. A confidential record never leaves in a document;
a restricted one leaves without attribution. While desks disagree, the strictest class counts everywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hrdesk.records.classes import (
    CONSENT,
    SENSITIVITY,
    UNSAID_SENSITIVITY,
    is_milder,
    rank,
    strictest_attribution,
    strictest_sensitivity,
)
from hrdesk.records.declaration import FieldInfo
from hrdesk.records.people import Person

IDENTITY = ("name", "function", "affiliation", "mechanism", "consent_note", "delegation", "gender")
"""The journal fields of a person that say who it is: those of a protected one are sealed and never stand in words."""

PSEUDONYMOUS = ("protected", "pseudonym", "consent", "category", "_del")
"""The journal fields of a protected person that say nothing of who it is. Any other, from a newer desk, may."""

ON_SCREEN = ("speaker", "delegation", "class")
"""What the room sees of a speaker: name and delegation, the delegation alone, the class of speakers alone."""

PLACES = {
    "screen": "confidential",
    "hall": "restricted",
    "read_out": "public",
    "document": "restricted",
    "preview": "restricted",
    "draft": "restricted",
    "table": "restricted",
    "tool": "restricted",
    "memory": "restricted",
}
"""Where an item may stand, and the strictest class that may: the desk's own screen and one that the hall sees too,
the screen of the room, documents and their preview, drafts that delegations are given, tables, files for other
programs, translation memories. Bundles go by the limit that a person sets (``may_go``), the clipboard as the screen.
"""

CONFIDENTIALITIES = ("sensitivity", "protected", "consent", "attribution")
"""The journal fields that make strict: of a record that got stricter they follow it wherever it went before."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What bears on the class of one record. ``lowered_from`` is what its sources were when a person lowered it."""

    own: str | None
    parts_of: tuple[str, ...] = ()
    made_from: tuple[str, ...] = ()
    lowered_from: str | None = None
    sealed: bool = False

    def joined(self, other: "Standing") -> "Standing":
        """Give the standing of a record that two kinds claim: whatever makes either strict."""
        own = [one for one in (self.own, other.own) if one]
        return Standing(
            strictest_sensitivity(*own) if own else None,
            self.parts_of + other.parts_of,
            self.made_from + other.made_from,
            self.lowered_from if self.lowered_from == other.lowered_from else None,
            self.sealed or other.sealed,
        )


@dataclass
class Classes:
    """The class of every record of a desk that has one of its own or by what it belongs to."""

    standings: Mapping[str, Standing]
    _known: dict[str, str] | None = None

    def of(self, record: str | None) -> str:
        """Give the class that counts for ``record``; what nobody classed is restricted."""
        if self._known is None:
            self._known = _settled(self.standings)
        return self._known.get(record or "", UNSAID_SENSITIVITY)

    def has_risen(self, record: str | None) -> bool:
        """Tell whether what a record was made from is stricter by now than somebody classed the record itself.

        So it is of what belongs to such a record too: a paragraph that prints it.
        """
        met, waiting = set(), [record or ""]
        while waiting:
            one = waiting.pop()
            found = self.standings.get(one)
            if found is None or one in met:
                continue
            met.add(one)
            above = [self.of(other) for other in found.parts_of if other in self.standings]
            if found.own and not found.sealed and is_milder(strictest_sensitivity(found.own, *above), self.of(one)):
                return True
            waiting += found.parts_of
        return False


def _settled(standings: Mapping[str, Standing]) -> dict[str, str]:
    """Give the class of every record that has one: whatever rises carries along what hangs on it, until all rests.

    Classes only ever rise here, so that circles of links end and the order of reading says nothing. What nothing hangs
    on comes last and once, and of what stands in the same way only the first is worked out: nearly all of a desk.
    """
    hanging: dict[str, list[str]] = {}
    for record, found in standings.items():
        for above in (*found.parts_of, *found.made_from):
            hanging.setdefault(above, []).append(record)
    known: dict[str, str] = {}
    due = [record for record in hanging if record in standings]
    while due:
        record = due.pop()
        told = _class_of(standings[record], known)
        if told is not None and told != known.get(record):
            known[record] = told
            due += (one for one in hanging[record] if one in hanging)
    same: dict[int, str | None] = {}
    for record, found in standings.items():
        if record not in hanging:
            if (at := id(found)) not in same:
                same[at] = _class_of(found, known)
            if (told := same[at]) is not None:
                known[record] = told
    return known


def _class_of(found: Standing, known: Mapping[str, str]) -> str | None:
    told = [found.own] if found.own else []
    told += [known[above] for above in found.parts_of if above in known]
    sources = [known[source] for source in found.made_from if source in known]
    if sources and not _was_lowered_from(found, strictest_sensitivity(*sources)):
        told += sources
    if found.sealed:
        told.append(SENSITIVITY[-1])
    return strictest_sensitivity(*told) if told else None


def _was_lowered_from(found: Standing, sources: str) -> bool:
    if found.lowered_from is None:
        return False
    return rank(SENSITIVITY, UNSAID_SENSITIVITY, found.lowered_from) >= rank(SENSITIVITY, UNSAID_SENSITIVITY, sources)


def may_appear(sensitivity: str, place: str = "document") -> bool:
    """Tell whether an item of this class may stand in one of the ``PLACES``; KeyError for any other place."""
    return may_go(sensitivity, PLACES[place])


def may_go(sensitivity: str, limit: str) -> bool:
    """Tell whether a record of this class may go to eyes that may see ``limit`` and nothing stricter, as in bundles."""
    return rank(SENSITIVITY, UNSAID_SENSITIVITY, sensitivity) <= rank(SENSITIVITY, UNSAID_SENSITIVITY, limit)


def goes_of_protected(cell: str, *, is_sealed: bool, is_encrypted: bool) -> bool:
    """Tell whether a line of a protected person may leave: who it is only sealed, and only where all is encrypted."""
    return cell in PSEUDONYMOUS or (cell in IDENTITY and is_sealed and is_encrypted)


def may_be_named(attributions: Iterable[str | None], speaker: Person | None) -> bool:
    """Tell whether anybody may learn who said something: neither the Chatham House Rule nor consent is against it."""
    if strictest_attribution(*attributions) != "attributed":
        return False
    if speaker is None:
        return True
    return not speaker.protected and rank(CONSENT, "report", speaker.consent) <= CONSENT.index("report")


def on_screen(
    sensitivity: str, attributions: Iterable[str | None], speaker: Person | None, *, is_known: bool = True
) -> str:
    """Tell what the room may see of who has the floor, one of ``ON_SCREEN``; the screen is read by everybody.

    ``is_known`` is false where a person is meant of whom nothing is held here: that may be a protected one.
    """
    level = strictest_attribution(*attributions)
    if sensitivity != SENSITIVITY[0] or level == "chatham_house" or not is_known:
        return "class"
    if speaker is not None and (
        speaker.protected or rank(CONSENT, "report", speaker.consent) > CONSENT.index("report")
    ):
        return "class"
    return "speaker" if level == "attributed" else "delegation"


def may_be_found(sensitivity: str, audience: str) -> bool:
    """Tell whether a record of this class may be shown to an audience that may see ``audience`` and what is milder."""
    return audience in SENSITIVITY and not is_milder(audience, sensitivity)


def is_own(audience: str) -> bool:
    """Tell whether an audience is the desk's own people, who may see everything that stands there."""
    return audience == SENSITIVITY[-1]


def tells_who(info: FieldInfo) -> bool:
    """Tell whether a field says who somebody is or who spoke, which no class of the record lets out by itself."""
    return info.sensitive and not info.long


def attribution(sensitivity: str, attributions: Iterable[str | None], speaker: Person | None, label: str | None) -> str:
    """Give the words a speaker may be named by in a document, or nothing.

    Only what is public is attributed; a protected person appears by pseudonym; consent that was not given or was
    taken back, or that reaches no further than the notes, names nobody; "affiliation" names the body alone.
    """
    level = strictest_attribution(*attributions)
    if sensitivity != SENSITIVITY[0] or level == "chatham_house":
        return ""
    if speaker is None:
        return (label or "") if level == "attributed" else ""
    if speaker.protected:
        return speaker.pseudonym or ""
    if rank(CONSENT, "report", speaker.consent) > CONSENT.index("report"):
        return ""
    if level == "affiliation" or not speaker.name:
        return speaker.affiliation or ""
    named = " ".join(part for part in (speaker.honorific, speaker.name) if part)
    return f"{named} ({speaker.affiliation})" if speaker.affiliation else named
