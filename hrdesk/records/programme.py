"""The programme: agenda items with their questions, sessions, and the rules for the format and the time."""

from hrdesk.language import N_
from hrdesk.records.classes import a_sensitivity, an_attribution
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference, whole

AREAS = ("information_sharing", "joint_activities", "follow_up", "cross_cutting")
"""The areas of cooperation that the workshop of 2010 named, and those that cut across them."""

ITEM_KINDS = ("opening", "panel", "working", "discussion", "wrap_up", "way_forward", "adoption", "closing", "other")

RULES = (
    "list_opens",
    "list_closes",
    "priority",
    "speaking_time",
    "round",
    "segment",
    "closing_remarks",
    "content",
    "format",
)


@noun("agenda_item", N_("agenda item"))
class AgendaItem(Record):
    """An item of the agenda. A number may be missing, restart, or collide with that of a section of the note."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    parent: str | None = reference(N_("Part of"), "agenda_item")
    number: str | None = line(N_("Number"))
    title: str | None = line(N_("Title"), searchable=True, translatable=True)
    objective: str | None = prose(N_("Objective"), searchable=True)
    text: str | None = prose(N_("Text"), searchable=True)
    item_kind: str | None = choice(N_("Kind of item"), ITEM_KINDS)
    area: str | None = choice(N_("Area of cooperation"), AREAS)
    theme: str | None = line(N_("Theme"))
    minutes: int | None = whole(N_("Minutes"))
    minutes_as_written: str | None = line(N_("Minutes as written"))
    position: str | None = line(N_("Order"))


@noun("guiding_question", N_("guiding question"))
class GuidingQuestion(Record):
    """A question that guides an item, or the consultation as a whole."""

    owner: str | None = reference(N_("Of"), "agenda_item", "consultation", part_of=True)
    text: str | None = prose(N_("Text"), searchable=True, translatable=True)
    position: str | None = line(N_("Order"))


@noun("subtopic", N_("sub-topic"))
class Subtopic(Record):
    """A topic under an agenda item, or a group in focus."""

    owner: str | None = reference(N_("Of"), "agenda_item", "consultation", part_of=True)
    text: str | None = prose(N_("Text"), searchable=True, translatable=True)
    position: str | None = line(N_("Order"))


@noun("session", N_("session"))
class Session(Record):
    """A sitting. Times are local to the venue ("2012-12-12T10:00"); the time zone says where that is."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    agenda_item: str | None = reference(N_("Agenda item"), "agenda_item")
    title: str | None = line(N_("Title"), searchable=True, translatable=True)
    starts: str | None = line(N_("Begins"), group="time")
    ends: str | None = line(N_("Ends"), group="time")
    time_zone: str | None = line(N_("Time zone of the venue"), group="time")
    room: str | None = line(N_("Room"))
    sensitivity: str | None = a_sensitivity()
    attribution: str | None = an_attribution()
    position: str | None = line(N_("Order"))


@noun("time_rule", N_("rule for the floor"))
class TimeRule(Record):
    """A rule for the list of speakers, the time or the format, as data and in the note's words."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    rule: str | None = choice(N_("Rule"), RULES)
    number: int | None = whole(N_("Round"))
    applies_to: str | None = line(N_("Applies to"))
    seconds: int | None = whole(N_("Seconds for each speaker"))
    minutes: int | None = whole(N_("Minutes"))
    floor_minutes: int | None = whole(N_("Minutes of floor"))
    reply_minutes: int | None = whole(N_("Minutes of replies"))
    text: str | None = prose(N_("As written"), searchable=True)
    position: str | None = line(N_("Order"))
