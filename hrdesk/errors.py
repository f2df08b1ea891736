"""What can go wrong in a way that a person can act on; everything else is our own mistake and may surface as one."""

from collections.abc import Callable
from typing import Any

from hrdesk.language.fields import fill


class Refused(Exception):
    """Something was refused: one sentence for a person, and nothing was changed.

    ``message`` is marked with ``N_`` where it is raised and carries named fields; the window and the command
    line translate it, so that it reads in the language of the person and not of the code.
    """

    def __init__(self, message: str, **fields: Any) -> None:
        self.message = message
        self.fields = fields
        super().__init__(fill(message, fields))


MEANWHILE = "meanwhile"
"""In the answer of a command: another desk wrote there meanwhile, and both values stand until somebody settles it."""

_OURS = ("field", "kind")
"""Fields of a refusal that hold words of ours (labels of fields and kinds), translated like any other."""


def sentence_of(refusal: Refused, translate: Callable[..., str]) -> str:
    """Give the sentence of a refusal in the language that ``translate`` speaks."""
    fields = {name: translate(value) if name in _OURS else value for name, value in refusal.fields.items()}
    return translate(refusal.message, **fields)
