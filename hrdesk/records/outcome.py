"""The outcome document: its head, its tree of paragraphs, and the wordings of anything in another language."""

from hrdesk.language import N_
from hrdesk.records.classes import a_sensitivity
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference, whole

PARAGRAPH_ROLES = ("summary", "heading", "paragraph", "recommendation")
WORDING_STATES = ("draft", "reviewed")


@noun("document", N_("outcome document"))
class OutcomeDocument(Record):
    """The head of an outcome document; distribution is no sensitivity class."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    title: str | None = line(N_("Title"), searchable=True, translatable=True, group="wording")
    language: str | None = line(N_("Language of the original"), group="wording")
    symbol: str | None = line(N_("Symbol"))
    distribution: str | None = choice(N_("Distribution"), ("general", "limited", "restricted"))
    date: str | None = line(N_("Date"))
    council_session: int | None = whole(N_("Session of the Human Rights Council"))
    session_dates: str | None = line(N_("Dates of that session"))
    author: str | None = line(N_("Author"), translatable=True)


@noun("document_agenda_item", N_("agenda item of the Council"))
class DocumentAgendaItem(Record):
    """An item of the Council's agenda under which the document is submitted."""

    document: str | None = reference(N_("Outcome document"), "document", part_of=True)
    number: int | None = whole(N_("Number"))
    title: str | None = line(N_("Title"), translatable=True)


@noun("paragraph", N_("paragraph"))
class Paragraph(Record):
    """A paragraph, heading or recommendation in the tree of an outcome document.

    A paragraph that prints a recommendation holds no text of its own.
    """

    document: str | None = reference(N_("Outcome document"), "document", part_of=True)
    parent: str | None = reference(N_("Under"), "paragraph")
    role: str | None = choice(N_("Role"), PARAGRAPH_ROLES)
    text: str | None = prose(N_("Text"), searchable=True, translatable=True, sensitive=True, group="wording")
    language: str | None = line(N_("Language"), group="wording")
    recommendation: str | None = reference(N_("Recommendation"), "recommendation", part_of=True)
    session: str | None = reference(N_("Session"), "session")
    sensitivity: str | None = a_sensitivity()
    position: str | None = line(N_("Order"))


@noun("wording", N_("wording"))
class Wording(Record):
    """A translation of one field of one record; its id follows from item, field and language.

    ``source_hash`` is the hash of the source that was translated: a wording is current while it still fits.
    """

    item: str | None = reference(N_("Item"), part_of=True)
    item_field: str | None = line(N_("Field"))
    language: str | None = line(N_("Language"))
    text: str | None = prose(N_("Text"), searchable=True, sensitive=True, group="wording")
    status: str | None = choice(N_("Status"), WORDING_STATES, group="wording")
    source_hash: str | None = line(N_("Source it was made from"), group="wording")
