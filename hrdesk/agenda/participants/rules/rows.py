"""A row of a list of participants as it was understood, and what may be doubtful about it."""

from dataclasses import dataclass

from hrdesk.language import N_

DOUBTS = {
    "unknown": N_("No State or body of this name is known; a delegation of its own will be made."),
    "several": N_("The name is that of several; please choose one."),
    "above": N_("The cell was empty; the delegation was taken from the row above."),
    "no_delegation": N_("No delegation is given."),
    "category": N_("The category “{word}” is not known and is left out."),
    "gender": N_("The gender “{word}” is not known and is left out."),
    "namesake": N_("Somebody of this name is already here, in another delegation."),
    "long": N_("The name is very long; please look at it."),
    "heading": N_("This looks like a heading or a remark and not like a person."),
}
"""What may be doubtful about a row, as told to a person."""

NEW, HERE, TWICE = "new", "here", "twice"
"""Not on this desk yet; here already; a second time in the same list."""


@dataclass(frozen=True)
class Doubt:
    """A word of ``DOUBTS`` and what it speaks of."""

    kind: str
    word: str = ""


@dataclass(frozen=True)
class Row:
    """One row as it was understood. ``delegation`` is a code or id of the directory; "" where there is none.

    ``organization`` is the delegation as written. A row without a name stands for its delegation alone.
    """

    number: int
    name: str = ""
    honorific: str = ""
    function: str = ""
    organization: str = ""
    delegation: str = ""
    offers: tuple[str, ...] = ()
    country: str = ""
    category: str = ""
    gender: str = ""
    doubts: tuple[Doubt, ...] = ()
    state: str = NEW
    taken: bool = True

    def handed_over(self) -> dict[str, str | bool]:
        """Give the row as the command takes it."""
        told: dict[str, str | bool] = {
            "name": self.name,
            "honorific": self.honorific,
            "function": self.function,
            "delegation": self.delegation,
            "organization": "" if self.delegation else self.organization,
            "country": self.country,
            "category": self.category,
            "gender": self.gender,
        }
        if self.state != NEW:
            told["again"] = True
        return {key: value for key, value in told.items() if value}
