"""Asks in place why an adopted text is opened again: the reason is kept with the decision."""

from hrdesk.desktop.widgets.reason import ReasonLine
from hrdesk.language import N_


class Reopening(ReasonLine):
    """Given up, the text stays adopted."""

    QUESTION = N_("Why is the adopted text opened again? The reason is kept with the decision.")
    KEEP = N_("Open it again")
    LEAVE = N_("Leave it adopted")
