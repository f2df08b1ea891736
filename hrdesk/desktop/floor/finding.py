"""Who may be inscribed: States and bodies under their names in six languages, and the people of the desk."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hrdesk.agenda.participants.rules.directory import HAN, LETTERS, Directory
from hrdesk.agenda.participants.vocabulary import of_desk
from hrdesk.desktop.widgets.titles import person_title
from hrdesk.language.folding import fold
from hrdesk.records import Delegation, Officer, Person, Session
from hrdesk.records.disclosure import may_be_named
from hrdesk.store.reading import Reader

DELEGATIONS, PEOPLE = 8, 4
"""How many of each are offered at once."""

ON_THE_PANEL = ("panellist", "presenter", "opening_statement", "moderator", "chair", "wrap_up_expert")
"""The parts of those to whom questions are put."""


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be inscribed. ``delegation`` is the id or the code of one; ``beside`` says more of a person."""

    title: str
    person: str | None = None
    delegation: str | None = None
    beside: str = ""


@dataclass(frozen=True)
class Known:
    """All who can be found; people with the folded words under which they are."""

    directory: Directory = field(default_factory=lambda: Directory(()))
    people: tuple[tuple[str, Candidate], ...] = ()
    unnamed: frozenset[str] = frozenset()
    """The people whom a hall may not learn of: protected, or without their consent."""

    def for_hall(self) -> "Known":
        """Give those who may be offered while others can see the window."""
        return replace(self, people=tuple(told for told in self.people if told[1].person not in self.unnamed))

    def find(self, typed: str, language: str) -> list[Candidate]:
        """Give those whom typed letters can mean: who is called just so first, then delegations, then people."""
        words = fold(typed).split()
        if len("".join(words)) < LETTERS and not HAN.search(typed):
            return []
        persons = [(names, one) for names, one in self.people if _fits(names, words)][:PEOPLE]
        exact = [one for names, one in persons if names.startswith(" ".join(words)) and " " in " ".join(words)]
        sent = [
            Candidate(one.name(language), delegation=one.code)
            for one in self.directory.find(typed, language, DELEGATIONS)
        ]
        return [*exact, *sent, *(one for _names, one in persons if one not in exact)]


def known(reader: Reader) -> Known:
    """Read who can be found; takes some milliseconds, so it is asked in another thread and kept."""
    sent = {one.id: one.name or "" for one in reader.every(Delegation)}
    people = sorted(reader.every(Person), key=lambda one: (one.name or "", one.affiliation or "", one.id))
    unnamed = frozenset(one.id for one in people if not may_be_named((), one))
    return Known(of_desk(reader), tuple(_person(one, sent.get(one.delegation or "", "")) for one in people), unnamed)


def panellists(reader: Reader, session: str) -> list[tuple[str, str]]:
    """Give those to whom a question may be put, as id and name: the panel of the session, else of the consultation."""
    held = reader.get(Session, session)
    officers = [one for one in reader.every(Officer) if one.part in ON_THE_PANEL and one.person]
    own = [one for one in officers if one.session == session] or [
        one for one in officers if held is not None and one.consultation == held.consultation
    ]
    ids = dict.fromkeys(one.person for one in own)
    people = [reader.get(Person, one) for one in ids] if ids else reader.every(Person)
    return [(one.id, person_title(one)) for one in people if one is not None]


def _person(person: Person, delegation: str) -> tuple[str, Candidate]:
    """Make a person findable; a protected one by pseudonym alone."""
    title = person_title(person)
    beside = "" if person.protected else delegation
    words: Sequence[str] = (title, beside)
    return fold(" ".join(words)), Candidate(title, person.id, beside=beside)


def _fits(names: str, words: Sequence[str]) -> bool:
    parts = names.split()
    return all(any(part.startswith(word) for part in parts) for word in words)
