"""Regional consultations held before the main one, and what they brought."""

from hrdesk.language import N_
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference, whole, yes_no


@noun("regional_consultation", N_("regional consultation"))
class RegionalConsultation(Record):
    """A consultation in a region, or a briefing; the day may be missing, the place may be virtual."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    title: str | None = line(N_("Title"), searchable=True)
    region: str | None = line(N_("Region"))
    place: str | None = line(N_("Place"), group="venue")
    virtual: bool | None = yes_no(N_("Virtual"), group="venue")
    start: str | None = line(N_("First day"), group="dates")
    end: str | None = line(N_("Last day"), group="dates")
    dates_as_written: str | None = line(N_("Dates as written"), group="dates")
    purpose: str | None = choice(N_("Purpose"), ("theme", "substance", "briefing"))
    topic: str | None = prose(N_("Topic"))
    recommended_theme: str | None = line(N_("Theme recommended"), group="theme")
    reason: str | None = prose(N_("Reason"), group="theme")
    outcome_document: str | None = line(N_("Outcome document"))
    validation: str | None = choice(N_("Validation"), ("none", "validated", "adopted"))
    position: str | None = line(N_("Order"))


@noun("theme_preference", N_("theme in order of preference"))
class ThemePreference(Record):
    """A further theme a regional consultation proposed; ``rank`` 1 is the first choice after the recommended one."""

    regional_consultation: str | None = reference(N_("Regional consultation"), "regional_consultation", part_of=True)
    theme: str | None = line(N_("Theme"), searchable=True)
    rank: int | None = whole(N_("Rank"))


@noun("key_point", N_("key point"))
class KeyPoint(Record):
    """A key point of a regional consultation, as the note words it."""

    regional_consultation: str | None = reference(N_("Regional consultation"), "regional_consultation", part_of=True)
    text: str | None = prose(N_("Text"), searchable=True)
    position: str | None = line(N_("Order"))


@noun("good_practice", N_("good practice"))
class GoodPractice(Record):
    """A practice worth repeating: who, where, when (often only a year)."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    text: str | None = prose(N_("Text"), searchable=True, translatable=True)
    actor: str | None = line(N_("Actor"), searchable=True)
    place: str | None = line(N_("Place"))
    date_as_written: str | None = line(N_("Date as written"), group="dates")
    date: str | None = line(N_("Date"), group="dates")
    area: str | None = line(N_("Area of cooperation"))
    pointer: str | None = line(N_("Where it is told"))
    position: str | None = line(N_("Order"))


@noun("lesson", N_("challenge or lesson"))
class Lesson(Record):
    """A challenge met or a lesson learned, and who said so, where that may be said."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    lesson_kind: str | None = choice(N_("Kind"), ("challenge", "lesson"))
    text: str | None = prose(N_("Text"), searchable=True, translatable=True)
    said_by: str | None = line(N_("Said by"), sensitive=True)
    pointer: str | None = line(N_("Where it is told"))
    position: str | None = line(N_("Order"))
