"""What a room says and shows in place of what the hall may not see."""

from dataclasses import replace

from hrdesk.agenda.queries import sessions
from hrdesk.desktop.shell.hall import Hall
from hrdesk.language import N_
from hrdesk.language.interface import _, plural_
from hrdesk.records import Session
from hrdesk.store.lineage import read_classes_of
from hrdesk.store.reading import Reader

COVERED = N_(
    "This room may hold what is confidential: it is not shown while others can see this screen."
    " Hall mode is ended in the menu View."
)
"""Said in place of a room that shows everything or nothing."""


def hidden_words(count: int) -> str:
    """Say how many items a room hides from the hall; nothing where it hides none."""
    if not count:
        return ""
    return plural_(
        "{number} confidential item is hidden while others can see this screen.",
        "{number} confidential items are hidden while others can see this screen.",
        count,
    )


def sessions_for(hall: Hall, reader: Reader) -> list[Session]:
    """Give the sessions in their order; one that the hall may not know has no title of its own in hall mode."""
    found = sessions(reader)
    if not hall.is_on:
        return found
    classes = read_classes_of(reader, [one.id for one in found])
    seen = {one.id for one in found if hall.may_show(classes.of(one.id))}
    return [one if one.id in seen else replace(one, title=_("Confidential")) for one in found]
