"""The consultation itself, and what hangs on it as a whole: organisers, attached meetings, languages, outputs."""

from hrdesk.language import N_
from hrdesk.records.classes import a_sensitivity, an_attribution
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference, whole, yes_no

EVENT_KINDS = ("workshop", "panel", "consultation", "briefing", "expert_meeting", "seminar", "forum", "other")


@noun("consultation", N_("consultation"))
class Consultation(Record):
    """A meeting held under a mandate. Dates are ISO 8601; what the note wrote stands beside them."""

    title: str | None = line(N_("Title"), searchable=True, translatable=True)
    subtitle: str | None = line(N_("Subtitle"), searchable=True, translatable=True)
    theme: str | None = line(N_("Theme"), searchable=True, translatable=True)
    event_kind: str | None = choice(N_("Kind of event"), EVENT_KINDS)
    document_type: str | None = line(N_("Kind of document"))
    as_of: str | None = line(N_("As of"))
    ordinal: int | None = whole(N_("Which in its series"))
    start: str | None = line(N_("First day"), group="dates")
    end: str | None = line(N_("Last day"), group="dates")
    start_time: str | None = line(N_("Begins at"), group="dates")
    end_time: str | None = line(N_("Ends at"), group="dates")
    half_days: int | None = whole(N_("Length in half days"), group="dates")
    dates_as_written: str | None = line(N_("Dates as written"), group="dates")
    venue_as_written: str | None = line(N_("Venue as written"), group="venue")
    building: str | None = line(N_("Building"), group="venue")
    room: str | None = line(N_("Room"), group="venue")
    city: str | None = line(N_("City"), group="venue")
    country: str | None = line(N_("Country"), group="venue")
    virtual: bool | None = yes_no(N_("Virtual"), group="venue")
    time_zone: str | None = line(N_("Time zone of the venue"))
    parent: str | None = reference(N_("Held within"), "consultation")
    held_during: str | None = line(N_("Held during"))
    participants_as_written: str | None = prose(N_("Participants as written"))
    expected_count: int | None = whole(N_("Participants expected"))
    count_as_written: str | None = line(N_("Number of participants as written"))
    webcast: str | None = line(N_("Webcast"))
    language: str | None = line(N_("Language of the consultation's texts"))
    sensitivity: str | None = a_sensitivity()
    attribution: str | None = an_attribution()


@noun("organiser", N_("organiser"))
class Organiser(Record):
    """A body that organises, co-organises or hosts a consultation or a regional consultation."""

    owner: str | None = reference(N_("Of"), "consultation", "regional_consultation", part_of=True)
    name: str | None = line(N_("Name"), searchable=True)
    mechanism: str | None = reference(N_("Mechanism"), "mechanism")
    part: str | None = choice(N_("Part"), ("organiser", "co_organiser", "host"))
    position: str | None = line(N_("Order"))


@noun("attached_meeting", N_("attached meeting"))
class AttachedMeeting(Record):
    """A meeting attached to the consultation, such as that of the focal points on its last afternoon."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    title: str | None = line(N_("Title"), searchable=True)
    date: str | None = line(N_("Date"), group="dates")
    when: str | None = line(N_("Part of the day"), group="dates")
    host: str | None = line(N_("Host"))
    purpose: str | None = prose(N_("Purpose"))
    position: str | None = line(N_("Order"))


@noun("service_language", N_("language service"))
class ServiceLanguage(Record):
    """A language that is interpreted, or in which documents are issued."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    language: str | None = line(N_("Language"))
    use: str | None = choice(N_("Use"), ("interpretation", "documents"))
    as_written: str | None = line(N_("As written"))
    position: str | None = line(N_("Order"))


@noun("expected_output", N_("expected output"))
class ExpectedOutput(Record):
    """What the consultation is to bring: a report to the Council, a plan, elements (with ``parent``), proposals."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    parent: str | None = reference(N_("Element of"), "expected_output")
    text: str | None = prose(N_("Text"), searchable=True, translatable=True)
    output_kind: str | None = choice(
        N_("Kind of output"), ("report", "plan_of_action", "elements", "recommendations", "other")
    )
    council_session: int | None = whole(N_("Session of the Human Rights Council"), group="due")
    due: str | None = line(N_("Due"), group="due")
    position: str | None = line(N_("Order"))


@noun("previous_workshop", N_("previous workshop"))
class PreviousWorkshop(Record):
    """An earlier meeting of the series, with the report whose recommendations are taken stock of."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    year: int | None = whole(N_("Year"), group="dates")
    month: int | None = whole(N_("Month"), group="dates")
    date_as_written: str | None = line(N_("Date as written"), group="dates")
    theme: str | None = prose(N_("Theme"), searchable=True)
    report_symbol: str | None = line(N_("Symbol of its report"))
    position: str | None = line(N_("Order"))


@noun("background_document", N_("background document"))
class BackgroundDocument(Record):
    """A document that participants are to have read."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    title: str | None = line(N_("Title"), searchable=True)
    symbol: str | None = line(N_("Symbol"))
    url: str | None = line(N_("Address"))
    date: str | None = line(N_("Date"))
    position: str | None = line(N_("Order"))


@noun("footnote", N_("footnote"))
class Footnote(Record):
    """A footnote of a note or of a paragraph; ``anchor`` is the text it is called from."""

    owner: str | None = reference(N_("Of"), "consultation", "document", "paragraph", part_of=True)
    mark: str | None = line(N_("Number"))
    anchor: str | None = line(N_("Called from"))
    text: str | None = prose(N_("Text"), searchable=True, translatable=True)
    url: str | None = line(N_("Address"))
    symbol: str | None = line(N_("Symbol"))
    position: str | None = line(N_("Order"))
