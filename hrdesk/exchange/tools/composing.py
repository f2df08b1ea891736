"""Coded notes for another program: a text for each session and one for the recommendations, each item a paragraph.

Only what is public says who spoke. Where that must not be known, the moment stays here as well: beside a list of
speakers it would tell. Desks stand by number, never by the name of whoever sits there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hrdesk.exchange.tools.codes import Code, codes, kind_guid
from hrdesk.exchange.tools.guids import guid_of, made_guid
from hrdesk.exchange.tools.leaving import Leaving, Left
from hrdesk.exchange.tools.queries import authors
from hrdesk.exchange.tools.refi import plain_xml
from hrdesk.language import N_
from hrdesk.language.words import words_for
from hrdesk.notes.queries import attributions
from hrdesk.notes.rules.sittings import levels_of
from hrdesk.outcome.material import recommendation_source
from hrdesk.recommendations.queries import current_recommendations
from hrdesk.records import Consultation, Note, Person, Recommendation, Session, Tagging
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import attribution, may_be_named
from hrdesk.records.note import NOTE_KINDS
from hrdesk.store.reading import Reader

NO_MOMENT = "2000-01-01T00:00:00Z"
"""Written where nothing tells a day: other programs do not read a use of a code without a moment."""

_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Passage:
    """A note or a recommendation: its words, the codes on it, when and at which desk it was written."""

    guid: str
    name: str
    text: str
    codes: tuple[str, ...]
    at: str
    user: str
    variables: Mapping[str, str]


@dataclass(frozen=True)
class Source:
    """A text that is made of passages, each a paragraph of it."""

    guid: str
    name: str
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """Give the whole text."""
        return "\n".join(one.text for one in self.passages)

    @property
    def at(self) -> str:
        """Give the moment of the first passage."""
        return min(one.at for one in self.passages)

    def spans(self) -> list[tuple[Passage, int, int]]:
        """Give each passage with where it begins and ends, in Unicode code points (a line end is one)."""
        found, start = [], 0
        for one in self.passages:
            found.append((one, start, start + len(one.text)))
            start += len(one.text) + 1
        return found


@dataclass(frozen=True)
class Project:
    """Everything that goes into one file, and what stayed. ``variables`` are the values of passages by name."""

    name: str
    users: Mapping[str, str]
    codes: tuple[Code, ...]
    sources: tuple[Source, ...]
    left: Left

    @property
    def variables(self) -> tuple[str, ...]:
        """Name the variables that any passage has, in the order in which they come."""
        return tuple(dict.fromkeys(key for one in self.sources for each in one.passages for key in each.variables))

    def count(self, *, notes: bool) -> int:
        """Count the notes, or else the recommendations."""
        of_notes = (one.guid != RECOMMENDATIONS for one in self.sources)
        return sum(len(one.passages) for one, is_of in zip(self.sources, of_notes, strict=True) if is_of is notes)


RECOMMENDATIONS = made_guid("source", "recommendations")
RECOMMENDATIONS_WORD, CONSULTATION_WORD = N_("Recommendations"), N_("Consultation")
SESSION_WORD, DESK_WORD = N_("Session"), N_("Desk {number}")


def compose(reader: Reader, decides: Leaving, language: str) -> Project:
    """Gather what may leave, in the order of the programme."""
    say = words_for(language).text
    book = codes(reader, decides, language)
    desk = _Desk.read(reader, decides, frozenset(below.guid for code in book for below in code.below))
    sources = [*_of_sessions(reader, desk, say(SESSION_WORD)), *_of_recommendations(reader, desk)]
    sources = [replace(one, name=one.name or say(RECOMMENDATIONS_WORD)) for one in sources]
    users = sorted({one.user for source in sources for one in source.passages})
    return Project(
        desk.title or say(CONSULTATION_WORD),
        {guid: say(DESK_WORD, number=place) for place, guid in enumerate(users, 1)},
        book,
        tuple(sources),
        decides.left,
    )


@dataclass(frozen=True)
class _Desk:
    """What passages are made with. ``tags`` are the GUIDs of the codes on each item, as far as they may leave."""

    id: str
    decides: Leaving
    sessions: Mapping[str, Session]
    consultations: Mapping[str, Consultation]
    people: Mapping[str, Person]
    tags: Mapping[str, set[str]]
    authors: Mapping[str, str]
    attributions: Mapping[str, tuple[str | None, ...]]

    @classmethod
    def read(cls, reader: Reader, decides: Leaving, known: frozenset[str]) -> "_Desk":
        tags: dict[str, set[str]] = {}
        for one in reader.every(Tagging):
            if guid_of(one.tag or "") in known:
                tags.setdefault(one.item or "", set()).add(guid_of(one.tag or ""))
        return cls(
            reader.desk,
            decides,
            {one.id: one for one in reader.every(Session)},
            {one.id: one for one in reader.every(Consultation)},
            {one.id: one for one in reader.every(Person)},
            tags,
            authors(reader),
            attributions(reader),
        )

    @property
    def title(self) -> str:
        """Give the title of the consultation, where that may leave."""
        held = next(iter(self.consultations.values()), None)
        may = held is not None and self.decides.lets_class(held.id) and self.decides.lets_words(held.title)
        return (held.title or "") if held and may else ""

    def user(self, record: str) -> str:
        """Give the GUID of the desk that wrote a record: a hash, another one at every consultation."""
        return made_guid("user", self.id, self.authors.get(record, ""))

    def title_of(self, session: str) -> str:
        """Give the title of a session, where no protected name stands in it."""
        held = self.sessions.get(session)
        return (held.title or "") if held and self.decides.lets_words(held.title) else ""

    def who_and_when(self, note: Note) -> tuple[str, str]:
        """Give who spoke and the moment, each as far as it may be known."""
        levels = (note.attribution, *levels_of(self.attributions, note.session, note.consultation))
        speaker, sensitivity = self.people.get(note.speaker or ""), self.decides.classes.of(note.id)
        if note.speaker and speaker is None:  # whoever is meant may be protected
            return "", ""
        words = attribution(sensitivity, levels, speaker, note.speaker_label)
        is_pseudonym = speaker is not None and bool(speaker.protected)
        if not is_pseudonym and not self.decides.lets_words(words):
            return "", ""
        # An intervention without a speaker: who it was has been taken out of the note.
        is_taken_out = bool(note.intervention) and not (note.speaker or note.speaker_label)
        may = sensitivity == SENSITIVITY[0] and may_be_named(levels, speaker) and not is_taken_out
        return words, (note.at or "") if may and _INSTANT.fullmatch(note.at or "") else ""


def _of_sessions(reader: Reader, desk: _Desk, word: str) -> Iterator[Source]:
    by_session: dict[str, list[Passage]] = {one: [] for one in desk.sessions}
    for note in sorted(reader.every(Note), key=lambda one: (one.at or "", one.id)):
        text = plain_xml(note.text or "").strip()
        if not text or not desk.decides.lets(note.id, text):
            continue
        kind = note.note_kind if note.note_kind in NOTE_KINDS else NOTE_KINDS[-1]
        speaker, moment = desk.who_and_when(note)
        told = {
            "kind": kind,
            "sensitivity": desk.decides.classes.of(note.id),
            "language": note.language,
            "time": moment,
            "speaker": speaker,
        }
        day = moment or _day(note.at, desk.sessions.get(note.session or ""))
        by_session.setdefault(note.session or "", []).append(_passage(desk, note.id, text, kind_guid(kind), day, told))
    for number, (session, found) in enumerate(by_session.items(), 1):
        if found:
            passages = tuple(replace(one, name=f"{number}.{place}") for place, one in enumerate(found, 1))
            yield Source(made_guid("source", session), f"{number}. {desk.title_of(session) or word}", passages)


def _of_recommendations(reader: Reader, desk: _Desk) -> Iterator[Source]:
    found: list[Passage] = []
    for held in current_recommendations(reader):
        source = recommendation_source(held)
        text = plain_xml(source.text).strip()
        if not text or not desk.decides.lets(held.id, text):
            continue
        told = {
            "kind": Recommendation.kind,
            "sensitivity": desk.decides.classes.of(held.id),
            "language": source.language,
            "status": held.status,
            "strength": held.strength,
            "area": held.area,
        }
        day = _day(held.adopted_at, desk.sessions.get(held.session or ""))
        made = _passage(desk, held.id, text, kind_guid(Recommendation.kind), day, told)
        found.append(replace(made, name=f"R{len(found) + 1}"))
    if found:
        yield Source(RECOMMENDATIONS, "", tuple(found))


def _passage(desk: _Desk, record: str, text: str, kind: str, at: str, told: Mapping[str, str | None]) -> Passage:
    used = (kind, *sorted(desk.tags.get(record, ())))
    variables = {key: value for key, value in told.items() if value}
    return Passage(guid_of(record), "", text, used, at, desk.user(record), variables)


def _day(at: str | None, session: Session | None) -> str:
    """Give the day of a moment, or of a session, as an instant that tells no more."""
    for told in (at, session.starts if session else None):
        found = _DAY.match(told or "")
        if found:
            return f"{found[0]}T00:00:00Z"
    return NO_MOMENT
