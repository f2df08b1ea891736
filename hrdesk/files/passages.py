"""A text with its history: who put what in, who took what out, and what was remarked on it beside it."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Mark:
    """Who changed something and when, as the file says; ``moved`` where the words were moved and not just changed."""

    author: str = ""
    date: str = ""
    moved: bool = False


@dataclass(frozen=True)
class Stretch:
    """Words with one history. ``is_end`` is the end of a paragraph inside a passage, a line feed in its text."""

    text: str
    inserted: Mark | None = None
    deleted: Mark | None = None
    is_end: bool = False


@dataclass(frozen=True)
class Remark:
    """A comment in the margin; ``quoted`` are the words it is set to."""

    author: str
    date: str
    text: str
    quoted: str = ""


@dataclass(frozen=True)
class Passage:
    """A paragraph, or what became of one. ``anchor`` is the bookmark it was sent under, nothing for a new one.

    ``joined_by`` is who took out its end, so that the next passage goes on in it; nobody where that was not tracked.
    """

    anchor: str
    stretches: tuple[Stretch, ...]
    remarks: tuple[Remark, ...] = ()
    joined_by: Mark | None = None

    @cached_property
    def before(self) -> str:
        """Give the text with every tracked change rejected."""
        return "".join(one.text for one in self.stretches if one.inserted is None)

    @cached_property
    def after(self) -> str:
        """Give the text with every tracked change accepted."""
        return "".join(one.text for one in self.stretches if one.deleted is None)

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """Name who changed something, in the order of the text."""
        marks = (mark for one in self.stretches for mark in (one.inserted, one.deleted) if mark is not None)
        return tuple(dict.fromkeys(mark.author for mark in marks))

    @property
    def is_put_in(self) -> bool:
        """Tell whether all of it was put in: it is new, or was moved or copied here."""
        return any(one.text.strip() for one in self.stretches) and not self.before.strip()

    @property
    def is_moved_away(self) -> bool:
        """Tell whether all of it was moved to another place."""
        told = [one for one in self.stretches if one.text.strip()]
        return bool(told) and all(one.deleted is not None and one.deleted.moved for one in told)

    def stands_on(self, author: str) -> frozenset[str]:
        """Name those whose insertions ``author`` struck words out of, and whom they themselves stand on so.

        Where all was put in, everybody stands on who did it: alone, their words would be no text.
        """
        put_in = (one.inserted.author for one in self.stretches if one.inserted and one.text.strip())
        known = {author, next(put_in, author)} if self.is_put_in else {author}
        while True:
            more = {
                one.inserted.author
                for one in self.stretches
                if one.inserted and one.deleted and one.deleted.author in known
            } - known
            if not more:
                return frozenset(known - {author})
            known |= more

    def proposed_by(self, author: str) -> str:
        """Give the text as ``author`` wants it: with the own changes, and with those that these stand on."""
        accepted = {author, *self.stands_on(author)}
        return "".join(
            one.text
            for one in self.stretches
            if (one.inserted is None or one.inserted.author in accepted)
            and (one.deleted is None or one.deleted.author not in accepted)
        )

    def date_of(self, author: str) -> str:
        """Give when ``author`` last changed something here."""
        marks = (mark for one in self.stretches for mark in (one.inserted, one.deleted) if mark is not None)
        return max((mark.date for mark in marks if mark.author == author), default="")
