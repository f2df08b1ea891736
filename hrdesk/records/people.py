"""The people and bodies at a consultation: persons, what part they have, categories, mechanisms, desks."""

from hrdesk.language import N_
from hrdesk.records.classes import a_consent, a_protection
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference, whole, yes_no

PARTS = (
    "chair",
    "opening_statement",
    "moderator",
    "panellist",
    "presenter",
    "rapporteur",
    "wrap_up_expert",
    "focal_point",
    "speaker",
    "participant",
)

CATEGORY_KINDS = (
    "state",
    "observer_state",
    "regional_mechanism",
    "intergovernmental",
    "united_nations",
    "nhri",
    "ngo",
    "academia",
    "group",
    "other",
)


REGIONAL_GROUPS = ("african", "asia_pacific", "eastern_european", "latin_american_caribbean", "western_european_other")
"""The regional groups of Member States, as the Department for General Assembly Affairs lists them."""

GENDERS = ("woman", "man", "other")

ROLES = ("rapporteur", "moderator", "staff")


@noun("person", N_("person"))
class Person(Record):
    """A person, or a delegation that speaks as one. A protected person leaves the desk by pseudonym only."""

    honorific: str | None = line(N_("Form of address"), sensitive=True, group="name")
    name: str | None = line(N_("Name"), searchable=True, sensitive=True, group="name")
    function: str | None = line(N_("Function"), sensitive=True)
    affiliation: str | None = line(N_("Affiliation"), searchable=True, sensitive=True, translatable=True)
    mechanism: str | None = reference(N_("Mechanism"), "mechanism", sensitive=True)
    category: str | None = choice(N_("Category"), CATEGORY_KINDS)
    protected: bool | None = a_protection()
    pseudonym: str | None = line(N_("Pseudonym"), searchable=True)
    consent: str | None = a_consent()
    consent_note: str | None = prose(N_("Consent: what for and when"), sensitive=True)
    consent_at: str | None = line(N_("Consent given or taken back on"), sensitive=True, since=3)
    delegation: str | None = reference(N_("Delegation"), "delegation", sensitive=True, since=3)
    gender: str | None = choice(N_("Gender, if recorded"), GENDERS, sensitive=True, since=3)


@noun("delegation", N_("delegation"), since=3)
class Delegation(Record):
    """A State or body that sends speakers. Those of the shipped vocabulary have ids that follow from their code.

    ``code`` is ISO 3166-1 alpha-3 for a State; ``country`` is that of the State a body belongs to, if it has one.
    """

    name: str | None = line(N_("Name"), searchable=True, translatable=True)
    code: str | None = line(N_("Code"))
    category: str | None = choice(N_("Category"), CATEGORY_KINDS)
    regional_group: str | None = choice(N_("Regional group"), REGIONAL_GROUPS)
    country: str | None = line(N_("Country"))
    mechanism: str | None = reference(N_("Mechanism"), "mechanism")
    a_status: bool | None = yes_no(N_("A status"))


@noun("identity_access", N_("access to an identity"), since=2)
class IdentityAccess(Record):
    """Who may open the identity of a protected person: the key of that identity, sealed to one desk."""

    person: str | None = reference(N_("Person"), "person", part_of=True)
    seat: str | None = reference(N_("Desk"), "seat")
    recipient: str | None = line(N_("Recipient"))
    sealed_key: str | None = prose(N_("Sealed key"))


@noun("officer", N_("officer or panellist"))
class Officer(Record):
    """The part a person has in a consultation, a session or an agenda item, in order."""

    consultation: str | None = reference(N_("Consultation"), "consultation")
    session: str | None = reference(N_("Session"), "session")
    agenda_item: str | None = reference(N_("Agenda item"), "agenda_item")
    person: str | None = reference(N_("Person"), "person", part_of=True)
    part: str | None = choice(N_("Part"), PARTS)
    as_written: str | None = line(N_("As written"), sensitive=True)
    position: str | None = line(N_("Order"))


@noun("participant_category", N_("category of participants"))
class ParticipantCategory(Record):
    """A category of participants as written, with a head count where one is given."""

    owner: str | None = reference(N_("Of"), "consultation", "regional_consultation", part_of=True)
    text: str | None = line(N_("Category"), searchable=True)
    count: int | None = whole(N_("Number"), group="number")
    count_as_written: str | None = line(N_("Number as written"), group="number")
    status: str | None = choice(N_("Status"), ("participant", "invited", "observer"))
    position: str | None = line(N_("Order"))


@noun("mechanism", N_("mechanism"))
class Mechanism(Record):
    """A body of the United Nations or of a region, or a kind of body."""

    acronym: str | None = line(N_("Acronym"), searchable=True)
    name: str | None = line(N_("Name"), searchable=True, translatable=True)
    mechanism_kind: str | None = line(N_("Kind of body"))
    region: str | None = line(N_("Region"))
    a_status: bool | None = yes_no(N_("A status"))


@noun("mechanism_alias", N_("other name of a mechanism"))
class MechanismAlias(Record):
    """Another name, acronym or misspelling under which a mechanism is found."""

    mechanism: str | None = reference(N_("Mechanism"), "mechanism", part_of=True)
    alias: str | None = line(N_("Other name"), searchable=True)
    misspelling: bool | None = yes_no(N_("Misspelling"))


@noun("seat", N_("desk"))
class Seat(Record):
    """Who works at which desk; staff names the seats, and joining fills in the device."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    name: str | None = line(N_("Name"))
    role: str | None = choice(N_("Role"), ROLES)
    device: str | None = line(N_("Device"))
    position: str | None = line(N_("Order"))
    key: str | None = line(N_("Key of the device"), since=2)
    recipient: str | None = line(N_("Address for encryption"), since=2)
    recovery: str | None = prose(N_("Key of the desk, sealed for staff"), since=2)


@noun("roster_entry", N_("roster entry"), since=2)
class RosterEntry(Record):
    """What staff says of a device: whose it is, its key, and, once revoked, the last number that still counts.

    ``device`` is the 16 letters, or the full name of one incarnation to limit that one; the id follows from it. An
    entry counts on a desk only where the device that the desk was joined from wrote it.
    """

    device: str | None = line(N_("Device"))
    key: str | None = line(N_("Key of the device"))
    name: str | None = line(N_("Name"))
    role: str | None = choice(N_("Role"), ROLES)
    recipient: str | None = line(N_("Address for encryption"))
    until: int | None = whole(N_("Revoked after number"))
