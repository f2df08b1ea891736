"""Who asks for the floor: named for this desk, and for the room as far as the room may see it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hrdesk.agenda.participants.vocabulary import name_of
from hrdesk.floor.picture import Speaker
from hrdesk.floor.rules.order import Asking, asking
from hrdesk.language import SOURCE_LANGUAGE
from hrdesk.records import Consultation, Delegation, FloorRequest, Person, Session
from hrdesk.records.classes import UNSAID_SENSITIVITY, strictest_sensitivity
from hrdesk.records.disclosure import on_screen

NameOf = Callable[[str | None, str], str]
"""Gives the shipped name of a delegation by its code and a language; nothing where there is none."""


@dataclass(frozen=True)
class Company:
    """All who may be named in one session, and how: ``language`` is that of this desk, ``room`` that of the screen.

    ``wordings`` are names in other languages, by record, field and language; a desk's own go before the shipped ones.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    delegations: Mapping[str, Delegation] = field(default_factory=dict)
    wordings: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    language: str = "en"
    room: str = "en"
    sensitivity: str = UNSAID_SENSITIVITY
    attributions: tuple[str | None, ...] = ()
    shipped: NameOf = name_of

    sights: dict[tuple[bool | None, str | None], str] = field(default_factory=dict)

    @property
    def may_name(self) -> bool:
        """Tell whether the room may see who speaks at all."""
        return on_screen(self.sensitivity, self.attributions, None) != "class"

    def speaker(self, request: FloorRequest) -> Speaker:
        """Give who asks for the floor by ``request``."""
        person = self.people.get(request.person or "")
        if person is None and request.person:
            return Speaker(request, "", is_protected=True)
        if person is not None and person.protected:
            return Speaker(request, person.pseudonym or "", is_protected=True)
        sight = self._sight(person)
        delegation = self.delegations.get(request.delegation or (person.delegation if person else "") or "")
        here = self._body(person, delegation, self.language)
        there = here if self.room == self.language else self._body(person, delegation, self.room)
        own = (person.name if person else None) or request.speaker_label or ""
        return Speaker(
            request,
            f"{own} ({here})" if own and here and own != here else own or here,
            public=self._public(request, person, there) if sight == "speaker" else there * (sight == "delegation"),
            delegation=there if sight != "class" else "",
            on_behalf_of=(request.on_behalf_of or "") if sight != "class" else "",
            regional_group=(delegation.regional_group or "") if delegation else "",
            body=((delegation.category if delegation else None) or (person.category if person else None)) or "",
            gender=(person.gender or "") if person else "",
        )

    def asking(self, request: FloorRequest) -> Asking:
        """Say who asks, for the order. Of a protected person nothing bears on it but the class."""
        person = self.people.get(request.person or "")
        if request.person and (person is None or person.protected):
            return asking(request)
        sent = request.delegation or (person.delegation if person else None)
        return asking(request, self.delegations.get(sent or ""))

    def _sight(self, person: Person | None) -> str:
        """Tell what the room may see of somebody; asked once for all of whom the same was said."""
        asked = (person.protected, person.consent) if person else (None, None)
        if asked not in self.sights:
            self.sights[asked] = on_screen(self.sensitivity, self.attributions, person)
        return self.sights[asked]

    def _public(self, request: FloorRequest, person: Person | None, body: str) -> str:
        named = " ".join(part for part in (person.honorific, person.name) if part) if person and person.name else ""
        return named or request.speaker_label or body

    def _body(self, person: Person | None, delegation: Delegation | None, language: str) -> str:
        """Name the delegation, or the body a person is from."""
        if delegation is not None:
            told = self.wordings.get((delegation.id, "name", language))
            own = delegation.name if language == SOURCE_LANGUAGE else None
            return told or own or self.shipped(delegation.code, language) or delegation.name or delegation.code or ""
        if person is not None:
            return self.wordings.get((person.id, "affiliation", language)) or person.affiliation or ""
        return ""


def class_and_attribution(session: Session, consultation: Consultation | None) -> tuple[str, tuple[str | None, ...]]:
    """Give the class that counts for a session, and all that was said on attribution."""
    owners = [one for one in (session, consultation) if one is not None]
    said = [one.sensitivity for one in owners if one.sensitivity]
    return (strictest_sensitivity(*said) if said else UNSAID_SENSITIVITY), tuple(one.attribution for one in owners)
