"""The floor: formats of sessions, the list of speakers, what was said when, and what the chair decided.

Nothing is counted down or renumbered here. An intervention is a set of marks (instants), a moved place is a decision of
the chair; order and times follow from them, so that lists of two desks merge like everything else.
"""

from hrdesk.language import N_
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference, whole, yes_no

SPEAKER_CLASSES = (
    "dignitary",
    "group",
    "concerned_state",
    "state",
    "observer_state",
    "united_nations",
    "intergovernmental",
    "regional_mechanism",
    "nhri",
    "ngo",
    "academia",
    "panellist",
    "other",
)
"""Classes of speakers; a format says which go first. The chain is that of session reports of the Council."""

SEGMENTS = ("opening", "presentations", "floor_round", "replies", "right_of_reply", "concluding", "other")

STATES = ("inscribed", "confirmed", "called", "speaking", "spoke", "absent", "withdrawn", "not_reached")

QUEUES = ("floor", "panel_reply", "right_of_reply")
"""Whose turn is waited for: from the floor, a panellist's reply, a right of reply at the end."""

STATEMENTS = ("own", "group", "joint")
"""For oneself, on behalf of a group, or jointly with others."""

MARKS = ("start", "pause", "resume", "stop", "extend", "confirm", "gavel")
"""``confirm`` says how long had been spoken at that instant (after a restart); ``gavel`` is struck on every laptop."""

DECISIONS = (
    "move",
    "swap",
    "late_first",
    "limit",
    "changeover",
    "close_list",
    "open_list",
    "inscribed_late",
    "draw",
    "shrink",
    "shift",
    "drop_round",
    "extend_segment",
    "other",
)

OPENINGS = ("before", "at_start", "at_discussion")
"""When the list opens: in advance, when the session begins, when the discussion begins."""


@noun("session_format", N_("session format"), since=3)
class SessionFormat(Record):
    """How the floor of a session is shared. ``shipped`` names the one it was made from, ``source`` where it stands."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    name: str | None = line(N_("Name"), translatable=True)
    shipped: str | None = line(N_("Made from"))
    source: str | None = prose(N_("Source"))
    opens: str | None = choice(N_("List opens"), OPENINGS)
    closes_after: int | None = whole(N_("List closes after minutes of discussion"))
    changeover: int | None = whole(N_("Seconds between two speakers"))
    warn_at: int | None = whole(N_("First warning, seconds before the end"))
    urge_at: int | None = whole(N_("Second warning, seconds before the end"))
    first_timers_first: bool | None = yes_no(N_("Who has not spoken goes before who has"))
    nhri_after_state: bool | None = yes_no(N_("A national institution follows its State"))
    lots_above: int | None = whole(N_("Lots are drawn above so many requests"))
    lots_drawn: int | None = whole(N_("Number drawn by lot"))
    announced: int | None = whole(N_("Names announced ahead"))
    position: str | None = line(N_("Order"))


@noun("format_segment", N_("segment of a format"), since=3)
class FormatSegment(Record):
    """A stretch of the session with a budget of its own."""

    session_format: str | None = reference(N_("Session format"), "session_format", part_of=True)
    segment_kind: str | None = choice(N_("Kind of segment"), SEGMENTS)
    title: str | None = line(N_("Title"), translatable=True)
    minutes: int | None = whole(N_("Minutes"))
    number: int | None = whole(N_("Round"))
    position: str | None = line(N_("Order"))


@noun("format_class", N_("class of speakers in a format"), since=3)
class FormatClass(Record):
    """Where a class of speakers stands in the order of precedence, and how long each may speak; none: no limit.

    With a ``segment`` it holds in that segment only, and who is not named for it does not speak there.
    """

    session_format: str | None = reference(N_("Session format"), "session_format", part_of=True)
    segment: str | None = reference(N_("Segment"), "format_segment")
    speaker_class: str | None = choice(N_("Class of speakers"), SPEAKER_CLASSES)
    seconds: int | None = whole(N_("Seconds for each speaker"))
    position: str | None = line(N_("Order"))


@noun("floor", N_("floor"), since=3)
class Floor(Record):
    """The floor of one session; its id follows from the session. Instants are in UTC, ``hard_end`` among them."""

    session: str | None = reference(N_("Session"), "session", part_of=True)
    session_format: str | None = reference(N_("Session format"), "session_format")
    language: str | None = line(N_("Language of the screen"))
    hard_end: str | None = line(N_("Interpreters leave at"))
    message: str | None = line(N_("Message of the chair"))


@noun("floor_request", N_("request for the floor"), since=3)
class FloorRequest(Record):
    """A place on the list of speakers. ``position`` is the order of inscription, ``lot`` the place drawn by lot.

    ``lot`` 0 took part in a draw and was not drawn. ``announced`` is an order key: what the room was told stands as it
    was told. Of a protected person only the id stands here: neither name nor delegation.
    """

    session: str | None = reference(N_("Session"), "session", part_of=True)
    person: str | None = reference(N_("Speaker"), "person", sensitive=True, group="speaker")
    delegation: str | None = reference(N_("Delegation"), "delegation", sensitive=True, group="speaker")
    speaker_label: str | None = line(N_("Speaker as written"), searchable=True, sensitive=True, group="speaker")
    speaker_class: str | None = choice(N_("Class of speakers"), SPEAKER_CLASSES)
    statement: str | None = choice(N_("Statement"), STATEMENTS)
    on_behalf_of: str | None = line(N_("On behalf of"), searchable=True, sensitive=True)
    queue: str | None = choice(N_("Queue"), QUEUES)
    number: int | None = whole(N_("Round"))
    state: str | None = choice(N_("State of the request"), STATES)
    inscribed_at: str | None = line(N_("Inscribed at"))
    late: bool | None = yes_no(N_("Inscribed after the discussion began"))
    announced: str | None = line(N_("Order among those announced"))
    written: bool | None = yes_no(N_("Written statement received"))
    lot: int | None = whole(N_("Place drawn by lot"))
    position: str | None = line(N_("Order"))


@noun("intervention", N_("intervention"), since=3)
class Intervention(Record):
    """One turn at the microphone. When it began, paused and ended stands in its marks.

    ``seconds`` is the limit that held when it began; none: no limit. Who spoke is that of the request.
    """

    session: str | None = reference(N_("Session"), "session", part_of=True)
    request: str | None = reference(N_("Request for the floor"), "floor_request", part_of=True)
    segment: str | None = reference(N_("Segment"), "format_segment")
    seconds: int | None = whole(N_("Seconds allowed"))


@noun("floor_mark", N_("mark of the clock"), since=3)
class FloorMark(Record):
    """An instant of the clock: ``at`` in UTC to the millisecond, ``ticks`` milliseconds since ``boot`` of a machine.

    Without an intervention it belongs to the clock of the segment. ``amount`` is in milliseconds: how long it was
    extended, or how long had been spoken as a person confirmed.
    """

    session: str | None = reference(N_("Session"), "session", part_of=True)
    intervention: str | None = reference(N_("Intervention"), "intervention", part_of=True)
    segment: str | None = reference(N_("Segment"), "format_segment")
    mark: str | None = choice(N_("Mark"), MARKS)
    at: str | None = line(N_("Time"), group="instant")
    boot: str | None = line(N_("Run of the machine"), group="instant")
    ticks: int | None = whole(N_("Milliseconds since the machine started"), group="instant")
    device: str | None = line(N_("Device"), group="instant")
    amount: int | None = whole(N_("Milliseconds"))


@noun("floor_decision", N_("decision of the chair"), since=3)
class FloorDecision(Record):
    """What the chair decided for the floor, when, and the sentence in which it was put.

    A draw of lots can be replayed by anyone from its ``seed`` and ``drawn_from``, the ids among which was drawn,
    with a space between them; ``amount`` is the number drawn.
    """

    session: str | None = reference(N_("Session"), "session", part_of=True)
    decision: str | None = choice(N_("Decision"), DECISIONS)
    request: str | None = reference(N_("Request for the floor"), "floor_request")
    other: str | None = reference(N_("Other request"), "floor_request")
    segment: str | None = reference(N_("Segment"), "format_segment")
    speaker_class: str | None = choice(N_("Class of speakers"), SPEAKER_CLASSES)
    amount: int | None = whole(N_("Seconds"))
    seed: str | None = line(N_("Seed of the draw"))
    drawn_from: str | None = prose(N_("Requests among which was drawn"))
    text: str | None = prose(N_("Text"), sensitive=True)
    at: str | None = line(N_("Time"))


@noun("panel_question", N_("question to a panellist"), since=3)
class PanelQuestion(Record):
    """A question that was put to a panellist, for the time of replies."""

    session: str | None = reference(N_("Session"), "session", part_of=True)
    request: str | None = reference(N_("Asked by"), "floor_request")
    panellist: str | None = reference(N_("Panellist"), "person", sensitive=True)
    text: str | None = prose(N_("Text"), searchable=True, sensitive=True)
    answered: bool | None = yes_no(N_("Answered"))
    position: str | None = line(N_("Order"))
