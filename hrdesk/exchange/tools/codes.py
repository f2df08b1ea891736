"""The codes of this desk as other programs see them: kinds of note and shipped terms always, own tags where they may.

A scheme is a code that nothing is coded with, and its tags stand below it. Shipped terms all stand there, used or not,
so that nobody learns from their being there what is on the desk.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hrdesk.exchange.tools.guids import guid_of, made_guid
from hrdesk.exchange.tools.leaving import Leaving
from hrdesk.language import N_
from hrdesk.language.words import words_for
from hrdesk.notes.terms import BODY, terms
from hrdesk.records.note import NOTE_KINDS
from hrdesk.records.recommendation import TAG_SCHEMES
from hrdesk.store.reading import Reader

KIND = "note_kind"
"""The scheme of the kinds of note, which are no tags here."""

SCHEME_WORDS: Mapping[str, str] = {
    KIND: N_("Kind of note"),
    "theme": N_("Theme"),
    "group": N_("Group in focus"),
    "sdg": N_("Sustainable Development Goal"),
    "cluster": N_("Cluster"),
    "free": N_("Free word"),
    BODY: N_("Body"),
}

KIND_WORDS: Mapping[str, str] = {
    "key_issue": N_("Key issue"),
    "good_practice": N_("Good practice"),
    "challenge": N_("Challenge"),
    "lesson_learned": N_("Lesson learned"),
    "recommendation": N_("Recommendation"),
    "quotation": N_("Quotation"),
    "disagreement": N_("Disagreement"),
    "suggestion": N_("Suggestion for the wrap-up"),
    "other": N_("Other"),
}


@dataclass(frozen=True)
class Code:
    """A code with those below it; nothing is coded with one that is not ``is_codable``."""

    guid: str
    name: str
    is_codable: bool = True
    below: tuple["Code", ...] = ()


def scheme_guid(scheme: str) -> str:
    """Give the GUID of a scheme."""
    return made_guid("scheme", scheme)


def kind_guid(kind: str) -> str:
    """Give the GUID of a kind of note."""
    return made_guid(KIND, kind)


def codes(reader: Reader, decides: Leaving, language: str) -> tuple[Code, ...]:
    """Give the codebook: schemes in their order, shipped terms in theirs, own tags by name."""
    say = words_for(language).text
    own: dict[str, list[Code]] = {}
    for tag in decides.tags(reader):
        own.setdefault(tag.scheme or "free", []).append(Code(guid_of(tag.id), tag.name or ""))
    found = [
        Code(
            scheme_guid(KIND),
            say(SCHEME_WORDS[KIND]),
            False,
            tuple(Code(kind_guid(kind), say(KIND_WORDS[kind])) for kind in NOTE_KINDS),
        )
    ]
    for scheme in dict.fromkeys((*TAG_SCHEMES, *sorted(own))):
        shipped = [Code(guid_of(term.tag), term.word(language)) for term in terms(scheme)]
        below = [*shipped, *sorted(own.get(scheme, ()), key=lambda one: (one.name.casefold(), one.guid))]
        if below:
            word = say(SCHEME_WORDS[scheme]) if scheme in SCHEME_WORDS else scheme
            found.append(Code(scheme_guid(scheme), word, False, tuple(below)))
    return tuple(found)
