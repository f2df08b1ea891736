"""The mandate: the resolutions and decisions on which a consultation rests."""

from hrdesk.language import N_
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference, whole


@noun("mandate", N_("mandate"))
class Mandate(Record):
    """A resolution, with its symbol as written and normalised.

    A resolution has three dates (adopted, issued, as somebody wrote it) and the session at which a report was
    requested is often not the one at which it was presented, so both are kept.
    """

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    symbol_as_written: str | None = line(N_("Symbol as written"), searchable=True, group="symbols")
    symbol: str | None = line(N_("Symbol"), searchable=True, group="symbols")
    role: str | None = choice(N_("Part"), ("mandate", "cited"))
    date_as_written: str | None = line(N_("Date as written"), group="dates")
    adopted: str | None = line(N_("Adopted on"), group="dates")
    issued: str | None = line(N_("Issued on"), group="dates")
    what: str | None = prose(N_("What it requests"), translatable=True)
    requested_session: int | None = whole(N_("Report requested for session"))
    presented_session: int | None = whole(N_("Report presented at session"))
    position: str | None = line(N_("Order"))


@noun("mandate_paragraph", N_("paragraph of a mandate"))
class MandateParagraph(Record):
    """An operative paragraph that the consultation rests on."""

    mandate: str | None = reference(N_("Mandate"), "mandate", part_of=True)
    number: str | None = line(N_("Number"))
    text: str | None = prose(N_("Text"), searchable=True)
    position: str | None = line(N_("Order"))


@noun("objective", N_("objective"))
class Objective(Record):
    """What the consultation is for; ``numbering`` is the note's own ("I.", "(a)", a bullet)."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    level: str | None = choice(N_("Level"), ("header", "overall", "specific"))
    numbering: str | None = line(N_("Numbering"))
    text: str | None = prose(N_("Text"), searchable=True, translatable=True)
    position: str | None = line(N_("Order"))
