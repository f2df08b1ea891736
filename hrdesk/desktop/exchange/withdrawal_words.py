"""What a withdrawal would do, in words, a line for each record that it concerns."""

from hrdesk.desktop.exchange.conflict_words import kind_word
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.exchange.withdrawing import Concerned, Outlook
from hrdesk.language.interface import _, plural_
from hrdesk.records import OutsideSource

_TITLE = 80


def outlook_lines(seen: Outlook) -> list[str]:
    """Say what vanishes, what goes with it, and what stays unless it is withdrawn too."""
    vanishing = plural_(
        "{number} line of its history vanishes with it.",
        "{number} lines of its history vanish with it.",
        seen.lines,
    )
    going = [_("● {what}: {text} goes with it.", what=kind_word(one.kind), text=_title(one)) for one in seen.with_it]
    return [vanishing, *going, *map(_left, seen.made_from_it)]


def _title(one: Concerned) -> str:
    """Give the words of a record; one without words of its own is named by its id, which says nothing to a person."""
    return _("(no text)") if one.title == one.record else shortened(one.title, _TITLE)


def _left(one: Concerned) -> str:
    what, text = kind_word(one.kind), _title(one)
    if one.kind == OutsideSource.kind:
        return _(
            "○ {what}: {text} is where it was taken from and stays; withdraw it too if its title tells who spoke.",
            what=what,
            text=text,
        )
    return _(
        "○ {what}: {text} was made from it and stays; withdraw it too if it repeats what was said.",
        what=what,
        text=text,
    )
