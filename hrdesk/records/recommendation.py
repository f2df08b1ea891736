"""The recommendation, whom it addresses, what it asks for, and the words it is found by."""

from hrdesk.language import N_
from hrdesk.records.classes import a_sensitivity
from hrdesk.records.declaration import Record, choice, line, noun, prose, reference, yes_no
from hrdesk.records.programme import AREAS

STRENGTHS = (
    "decided",
    "agreed",
    "recommended",
    "should",
    "proposed",
    "suggested",
    "could",
    "view_expressed",
)
"""How strongly a recommendation is worded, strongest first, as the concept notes word theirs."""

STATUSES = ("proposed", "under_negotiation", "adopted", "adopted_ad_referendum", "noted", "not_adopted")

WAYS_OF_ADOPTION = ("consensus", "ad_referendum")
"""By consensus, or by those present who have still to ask their principals (ad referendum)."""

TAG_SCHEMES = ("theme", "group", "sdg", "cluster", "free", "body")


@noun("recommendation", N_("recommendation"))
class Recommendation(Record):
    """What was recommended, in the words it was recommended in."""

    consultation: str | None = reference(N_("Consultation"), "consultation", part_of=True)
    session: str | None = reference(N_("Session"), "session")
    text: str | None = prose(N_("Text"), searchable=True, translatable=True, sensitive=True, group="wording")
    language: str | None = line(N_("Language"), group="wording")
    status: str | None = choice(N_("Status"), STATUSES)
    adopted_text: str | None = prose(N_("Text as adopted"), searchable=True, sensitive=True, group="adoption")
    adopted_language: str | None = line(N_("Language of the text as adopted"), group="adoption")
    adopted_at: str | None = line(N_("Adopted at"), group="adoption")
    adopted_way: str | None = choice(N_("Way of adoption"), WAYS_OF_ADOPTION, group="adoption", since=3)
    area: str | None = choice(N_("Area of cooperation"), AREAS)
    theme: str | None = line(N_("Theme"))
    strength: str | None = choice(N_("Strength of wording"), STRENGTHS)
    strength_as_written: str | None = line(N_("Strength as written"))
    strength_confirmed: bool | None = yes_no(N_("Strength confirmed by a person"), since=3)
    time_frame: str | None = choice(N_("Time frame"), ("immediate", "mid_term", "long_term", "periodic"))
    time_frame_as_written: str | None = line(N_("Time frame as written"))
    condition: str | None = line(N_("Condition"))
    origin: str | None = line(N_("Origin"))
    source_paragraph: str | None = line(N_("Source paragraph"))
    stated_status: str | None = line(N_("Status given in the text"))
    cross_reference: str | None = line(N_("Refers to another outcome document"))
    confidentiality_limit: str | None = line(N_("Limit of confidentiality"))
    sensitivity: str | None = a_sensitivity()
    position: str | None = line(N_("Order"))


@noun("addressee", N_("addressee"))
class Addressee(Record):
    """A body that a recommendation addresses, that is responsible for it, or that is a partner in it."""

    recommendation: str | None = reference(N_("Recommendation"), "recommendation", part_of=True)
    name: str | None = line(N_("Name"), searchable=True, translatable=True)
    mechanism: str | None = reference(N_("Mechanism"), "mechanism")
    part: str | None = choice(N_("Part"), ("addressee", "responsible", "partner"))
    implied: bool | None = yes_no(N_("Implied, not stated"))
    position: str | None = line(N_("Order"))


@noun("action", N_("action"))
class Action(Record):
    """One action inside a recommendation; ``alternative_to`` names the action it is an alternative to."""

    recommendation: str | None = reference(N_("Recommendation"), "recommendation", part_of=True)
    text: str | None = prose(N_("Text"), searchable=True)
    alternative_to: str | None = reference(N_("Alternative to"), "action")
    position: str | None = line(N_("Order"))


@noun("tag", N_("tag"))
class Tag(Record):
    """A word to find things by; its id follows from scheme and name, so that two desks make the same one."""

    scheme: str | None = choice(N_("Scheme"), TAG_SCHEMES)
    name: str | None = line(N_("Name"), searchable=True, translatable=True)


@noun("tagging", N_("use of a tag"))
class Tagging(Record):
    """A tag on an item; its id follows from both."""

    item: str | None = reference(N_("Item"), part_of=True)
    tag: str | None = reference(N_("Tag"), "tag")
