"""What a desk holds of its participants, for the comparison with a list."""

from hrdesk.agenda.participants.rules.directory import plain
from hrdesk.records import Person
from hrdesk.store.reading import Reader


def names_here(reader: Reader) -> dict[str, frozenset[str]]:
    """Map the names of the people of this desk, folded, to the delegations in which somebody of that name is.

    Who has no delegation is in "", and so in the place of his affiliation as it is written, folded.
    """
    found: dict[str, set[str]] = {}
    for person in reader.every(Person):
        if person.name:
            places = found.setdefault(plain(person.name), set())
            places.add(person.delegation or "")
            if not person.delegation and person.affiliation:
                places.add(plain(person.affiliation))
    return {name: frozenset(places) for name, places in found.items()}
