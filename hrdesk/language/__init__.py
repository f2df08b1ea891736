"""The words people read: marking, catalogs, the interface's language and the language of a document.

Two languages are kept apart: the one the window speaks (``interface``) and the one a document is written in
(``words``, handed in as an argument). Dates, numbers and mastheads follow the documents of the United Nations.
Nothing heavy is imported here: every part of the program imports this module for the mark ``N_``.
"""

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
"""The six official languages of the United Nations, in the order in which the United Nations names them."""

SOURCE_LANGUAGE = "en"
"""The language the messages are written in, and the one printed where a translation is missing."""

RIGHT_TO_LEFT = frozenset({"ar"})
"""The languages written from right to left."""

ANALYSIS = 2
"""Raised whenever ``analysis``, ``stems`` or ``folding`` read a text differently: desks then make their index anew."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for a mark, known to every extraction tool
    """Mark ``message`` for the catalogs without translating it here."""
    return message
