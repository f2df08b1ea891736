"""The second half of the story by keyboard alone: recommendations are described, joined, negotiated and adopted."""

from pathlib import Path

from hrdesk.language.interface import _, plural_
from tests.journey.keyboard_notes import BODY, COULD, SHOULD, WAITING
from tests.journey.screen import (
    appears,
    at,
    choose,
    focused,
    go_to_row,
    goes,
    happens,
    lists,
    name,
    reach,
    stands_at,
    tells,
    windows,
    words_in,
)
from tests.journey.window_driver import Part, press, tell, write

ACTIONS = ("States should train judges", "protect witnesses", "report every year")
THEME, FOR_ALL, YEARLY = "early warning", "workshop of this year", "every year"
PROPOSER, PLENARY = "Uruguay", "The plenary"
SECOND_YEAR = "The Council could meet each regional body every second year, and publish the calendar."
NOBODY = "The Council could meet nobody."
INVITE = "The Council could invite each regional body every year."
WITHIN_MEANS = "Within existing resources."

BOTH = 2
"""Windows while the hall sees a text: that of the person and that of the hall."""

LONGEST_WAY = 12
"""Steps from one end of a trail to the other, at most."""


def confirm_strengths(_folder: Path) -> Part:
    """The strengths that were found in the texts are confirmed in a batch; one of them is said to be another."""
    yield from press("Ctrl+4")
    yield from at(_("Recommendations"))
    yield from appears(plural_("{number} strength to confirm", "{number} strengths to confirm", 3))
    yield from press("Ctrl+Shift+S")
    yield from at(_("Strengths to confirm"))
    yield from press("Return", "3", "Return")
    yield from at(_("Recommendations"))


def split(_folder: Path) -> Part:
    """A long recommendation is cut into its three actions."""
    yield from go_to_row(ACTIONS[0])
    yield from press("Ctrl+Shift+X")
    yield from at(_("Actions, one on each line"))
    yield from press("Ctrl+Return")
    yield from at(_("Recommendations"))
    yield from lists(_("Recommendations"), COULD, SHOULD, WAITING, *ACTIONS)


def describe(_folder: Path) -> Part:
    """One gets a theme, an addressee and a time frame, then all of them get one word at once, taken back and put on."""
    yield from go_to_row(SHOULD)
    yield from press("Ctrl+T")
    yield from at(_("Add: {scheme}", scheme=_("Theme")))
    yield from write(THEME)
    yield from press("Return")
    yield from appears(f"{THEME}  ✕")
    yield from press("Ctrl+Shift+A")
    yield from at(_("Name of the body"))
    yield from write(BODY)
    yield from press("Return")
    yield from reach(_("Implied"), "Shift+Tab")
    yield from press("Space")
    yield from reach(_("Tags and addressees"), "Shift+Tab")
    yield from press("Left" if focused().isRightToLeft() else "Right")
    yield from reach(_("Time frame as written"))
    yield from write(YEARLY)
    yield from press("Tab", "F6")
    yield from at(_("Recommendations"))
    yield from press("Ctrl+A", "Ctrl+T")
    yield from at(_("One tag for all of them"))
    yield from reach(_("Scheme of the tag"), "Shift+Tab")
    yield from choose(_("Free word"))
    yield from press("Tab")
    yield from write(FOR_ALL)
    yield from press("Return", "F6")
    yield from at(_("Recommendations"))
    yield from press("Home")
    yield from reach(_("Fields"), "Shift+Tab")
    yield from press("Right" if focused().isRightToLeft() else "Left")
    yield from appears(f"{FOR_ALL}  ✕")
    yield from press("Ctrl+Z")
    yield from goes(f"{FOR_ALL}  ✕")
    yield from press("Ctrl+Y")
    yield from appears(f"{FOR_ALL}  ✕")
    yield from press("F6")


def join(_folder: Path) -> Part:
    """Two that say the same are compared side by side and joined; the weaker wording stands."""
    yield from at(_("Recommendations"))
    yield from appears(plural_("{number} pair may be alike", "{number} pairs may be alike", 1))
    yield from press("Ctrl+J")
    yield from at(_("Text of the joined recommendation"))
    yield from press("Ctrl+Return")
    yield from at(_("Recommendations"))
    yield from lists(_("Recommendations"), WAITING, *ACTIONS, COULD)


def negotiate(_folder: Path) -> Part:
    """Two amendments, an alternative and a reservation are taken down; one amendment falls, one and the other stand."""
    yield from go_to_row(COULD)
    yield from press("Ctrl+Shift+N")
    yield from stands_at(_("Under negotiation"))
    proposed = _("What was proposed and recorded")
    proposals = (("Ctrl+M", SECOND_YEAR), ("Ctrl+M", NOBODY), ("Ctrl+B", INVITE), ("Ctrl+Shift+R", WITHIN_MEANS))
    for key, text in proposals:
        yield from press(key)
        yield from at(_("Delegation: two letters are enough; or any words"))
        yield from write(PROPOSER[:3])
        yield from press("Return")
        yield from at(_("Wording"))
        yield from press("Ctrl+A")
        yield from write(text)
        yield from press("Ctrl+Return")
        yield from at(proposed)
        yield from tells(proposed, text)
    for key, text, word in (("Delete", NOBODY, _("Rejected")), ("Return", SECOND_YEAR, _("Applied"))):
        yield from go_to_row(text)
        yield from press(key)
        yield from tells(proposed, text, word)
    yield from at(proposed)
    yield from go_to_row(INVITE)
    yield from press("Return")
    yield from press("F6")
    yield from stands_at(INVITE)
    yield from go_to_row(ACTIONS[0])
    yield from press("Ctrl+Shift+N")
    yield from stands_at(_("Under negotiation"))


def read_out(_folder: Path) -> Part:
    """The hall sees the text, the next one, nothing, and the text again; then the person leaves it."""
    yield from go_to_row(INVITE)
    yield from press("F5")
    yield from happens(lambda: _windows_with(INVITE) == BOTH, "the text in the window of the hall")
    yield from press("Ctrl+PgUp")
    yield from stands_at(ACTIONS[0])
    yield from happens(lambda: _windows_with(ACTIONS[0]) == BOTH, "the text before it in the window of the hall")
    yield from press("Ctrl+Shift+B", "Ctrl+Shift+B", "F5")
    yield from happens(lambda: len(windows()) == 1, "the window of the hall closed")
    yield from at(_("Recommendations"))


def _windows_with(text: str) -> int:
    return sum(any(text in told for told in words_in(one)) for one in windows())


def adopt(_folder: Path) -> Part:
    """One is adopted by consensus with one key; of another it is said how it was decided and by whom."""
    listed = _("Recommendations")
    yield from go_to_row(INVITE)
    yield from press("Ctrl+Shift+D")
    yield from stands_at(_("Adopted"))
    yield from go_to_row(WAITING)
    yield from press("Ctrl+D")
    yield from at(_("Way of deciding"))
    yield from choose(_("Ad referendum"))
    yield from press("Tab")
    yield from write(PLENARY)
    yield from press("Return")
    yield from tells(listed, _("Adopted ad referendum"))
    yield from press("F6")
    yield from at(listed)


def walk_the_trail(_folder: Path) -> Part:
    """From the adopted text back to the note it was made from, against the reading direction, and on again."""
    yield from _walk(INVITE)


def walk_a_short_trail(_folder: Path) -> Part:
    """One text is adopted as it was said, and the way back to its note and on again is short."""
    yield from at(_("Recommendations"))
    yield from go_to_row(COULD)
    yield from press("Ctrl+Shift+D")
    yield from stands_at(_("Adopted"))
    yield from _walk(COULD)


def _walk(text: str) -> Part:
    yield from go_to_row(text)
    yield from press("Ctrl+I")
    yield from at(_("Notes it was made from"))
    yield from press("Shift+Tab")
    yield from at(_("Text as adopted"))
    is_mirrored = focused().isRightToLeft()
    walked: dict[str, list[str]] = {}
    for way, key in (("back", "Right" if is_mirrored else "Left"), ("on", "Left" if is_mirrored else "Right")):
        walked[way] = [name()]
        for _step in range(LONGEST_WAY):
            yield from press(key)
            walked[way] += [name()] if name() != walked[way][-1] else []
    tell(walked=walked)
    yield from press("F6")
