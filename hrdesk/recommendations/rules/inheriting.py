"""What a recommendation takes over from the notes it is made from."""

from collections.abc import Sequence

from hrdesk.records.classes import strictest_sensitivity


def class_from(sources: Sequence[str]) -> str:
    """Give the class a recommendation inherits: the strictest of its sources'."""
    return strictest_sensitivity(*sources)
