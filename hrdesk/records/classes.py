"""The confidentialities and their order: from the mildest value to the strictest.

The classes are hrdesk's own and sit on the item, not on the file (African consultation of 2012: "not all
information should be shared"); they are no distribution category of a document.
"""

from typing import Any

from hrdesk.language import N_
from hrdesk.records.declaration import Value, choice, yes_no

SENSITIVITY = ("public", "restricted", "confidential")
"""Public may be named and quoted; restricted appears without attribution; confidential never appears."""

ATTRIBUTION = ("attributed", "affiliation", "chatham_house")
"""Name and affiliation; affiliation only; neither identity nor affiliation (the Chatham House Rule)."""

CONSENT = ("press", "report", "notes", "not_given", "withdrawn")
"""How far a person's consent reaches: publication, the report, the notes only, nowhere, taken back."""

PROTECTED = ("no", "yes")

UNSAID_SENSITIVITY = "restricted"
"""What counts where nobody has said how sensitive an item is."""


def a_sensitivity() -> Any:
    """Declare the field that says how sensitive a record is."""
    return choice(N_("Sensitivity"), SENSITIVITY, strictness=SENSITIVITY, unsaid=UNSAID_SENSITIVITY)


def an_attribution() -> Any:
    """Declare the field that says how far what was said may be attributed."""
    return choice(N_("Attribution"), ATTRIBUTION, strictness=ATTRIBUTION, unsaid="attributed")


def a_consent() -> Any:
    """Declare the field that says how far a person's consent reaches."""
    return choice(N_("Consent"), CONSENT, strictness=CONSENT, unsaid="report")


def a_protection() -> Any:
    """Declare the field that says that a person must not be named outside."""
    return yes_no(N_("Protected person"), strictness=PROTECTED, unsaid="no")


def strictest(order: tuple[str, ...], unsaid: str, *values: Value) -> str:
    """Give the strictest of ``values``; what nobody said counts as ``unsaid``, what nobody knows as strictest."""
    ranks = [rank(order, unsaid, value) for value in values]
    return order[max(ranks, default=order.index(unsaid))]


def rank(order: tuple[str, ...], unsaid: str, value: Value) -> int:
    """Place ``value`` in ``order``: 0 is the mildest, and a value from a newer desk is as strict as can be."""
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if value is None or value == "":
        return order.index(unsaid)
    return order.index(value) if isinstance(value, str) and value in order else len(order) - 1


def strictest_sensitivity(*values: Value) -> str:
    """Give the strictest of some sensitivities."""
    return strictest(SENSITIVITY, UNSAID_SENSITIVITY, *values)


def strictest_attribution(*values: Value) -> str:
    """Give the strictest of some attribution levels."""
    return strictest(ATTRIBUTION, "attributed", *values)


def is_milder(value: Value, than: Value) -> bool:
    """Tell whether one sensitivity is milder than another."""
    return rank(SENSITIVITY, UNSAID_SENSITIVITY, value) < rank(SENSITIVITY, UNSAID_SENSITIVITY, than)
