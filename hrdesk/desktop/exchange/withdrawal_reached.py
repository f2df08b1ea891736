"""The table of what other desks must hear of, and which of them are reached."""

from collections.abc import Sequence

from hrdesk.desktop.exchange.conflict_words import kind_word
from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.exchange.logs import Log
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.exchange.reaching import WHY, DeskReached, Reach
from hrdesk.language.interface import _, context_

_TITLE = 80


def show_reaches(log: Log, reaches: Sequence[Reach]) -> None:
    """Show what other desks must hear of; nothing when there is nothing."""
    log.setVisible(bool(reaches))
    log.show_rows(
        _("Desks not yet reached"),
        (_("Record"), _("Why"), _("Since"), _("Not yet reached"), _("Reached")),
        [_row(one) for one in reaches],
        (),
        wide=(0, 3),
    )


def _row(one: Reach) -> tuple[str, str, str, str, str]:
    what = _("{what}: {text}", what=kind_word(one.kind), text=shortened(one.title, _TITLE)) if one.title else ""
    reached = tuple(desk for desk in one.desks if desk.is_told)
    return (
        what or _("(its words are gone)"),
        _(WHY[one.why]),
        moment(one.at),
        _names(one.not_yet),
        _names(reached),
    )


def _names(desks: Sequence[DeskReached]) -> str:
    return context_("between the parts of a list", ", ").join(who(one.name, one.device) for one in desks) or "–"
