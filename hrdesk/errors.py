"""What can go wrong in a way that a person can act on; everything else is our own mistake and may surface as one."""

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
