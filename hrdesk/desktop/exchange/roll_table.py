"""The roll-call as a table: a sign and a word for how far each desk is held, never a colour alone."""

from collections.abc import Mapping

from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.exchange.logs import Log
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.exchange.rollcall import EMPTY, GAPS, HERE, SILENT, STATES, DeskCalled, RollCall
from hrdesk.language.interface import _, plural_

_SIGNS = {HERE: "✓", GAPS: "◐", SILENT: "⚠", EMPTY: "○"}


class RollTable(Log):
    """One row for each desk that was expected or wrote."""

    def show_roll(self, roll: RollCall, names: Mapping[str, str] | None = None) -> None:
        """Show a roll-call; what bundles would bring stands in it where it is about them.

        ``names`` are those that bundles tell of devices which no seat names here yet.
        """
        told = names or {}
        self.fit_rows()
        arrives = any(one.arriving for one in roll.desks)
        headings = [_("Desk"), _("Standing"), _("Held up to"), _("Changes")]
        rows = []
        for one in roll.desks:
            row = [
                _name(one, told.get(one.device, "")),
                _state(one),
                moment(one.latest) if one.latest else "–",
                f"{one.changes:,}",
            ]
            rows.append([*row, f"+{one.arriving:,}" if one.arriving else "–"] if arrives else row)
        if arrives:
            headings.append(_("Arriving"))
        self.show_rows(_("Roll-call of the desks"), headings, rows, (3, 4))


def _name(one: DeskCalled, told: str) -> str:
    named = who(one.name or told, one.device) if one.device or one.name else _("Seat without a name")
    return _("{name}, {role}", name=named, role=choice_word(one.role, "role")) if one.role else named


def _state(one: DeskCalled) -> str:
    word = _(STATES[one.state])
    if one.missing:
        gaps = plural_("{number} change missing", "{number} changes missing", one.missing)
        word = _("{what}: {text}", what=word, text=gaps)
    return f"{_SIGNS[one.state]} {word}"
