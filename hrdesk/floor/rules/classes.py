"""The class of a speaker, as far as it follows from what is known; a dignitary is never guessed."""

CLASS_OF_CATEGORY = {
    "state": "state",
    "observer_state": "observer_state",
    "regional_mechanism": "regional_mechanism",
    "united_nations": "united_nations",
    "intergovernmental": "intergovernmental",
    "nhri": "nhri",
    "ngo": "ngo",
    "academia": "academia",
    "group": "group",
}


def class_of(category: str | None, statement: str | None, queue: str | None) -> str:
    """Give the class for a category of delegation or person; who speaks for a group stands with the groups."""
    if queue == "panel_reply":
        return "panellist"
    if statement == "group":
        return "group"
    return CLASS_OF_CATEGORY.get(category or "", "other")
