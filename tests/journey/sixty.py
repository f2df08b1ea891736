"""Sixty recommendations as a workshop brings them together, written for these tests: eleven of them said more than once.

Each is told by who made it (a consultation or a panel), its words, whom it addresses, and a theme; the strength is
what its verb says. What stands in ``CLUSTERS`` says the same in other words, as regions do.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """One recommendation as it is typed: ``strength`` is what a person confirms."""

    text: str
    addressee: str
    theme: str
    strength: str


CLUSTERS: dict[str, tuple[Said, ...]] = {
    "focal points": (
        Said("Each mechanism should name a focal point for cooperation.", "ACHPR", "cooperation", "should"),
        Said(
            "It was recommended that every commission appoint a contact person.", "IACHR", "cooperation", "recommended"
        ),
        Said(
            "The Council could designate a focal point for regional bodies.",
            "Council of Europe",
            "cooperation",
            "could",
        ),
        Said("It was agreed to keep a list of focal points up to date.", "OHCHR", "cooperation", "agreed"),
        Said("OHCHR should circulate the list of focal points every year.", "OHCHR", "cooperation", "should"),
    ),
    "joint visits": (
        Said("Special rapporteurs should carry out joint visits.", "ACHPR", "visits", "should"),
        Said(
            "It was proposed that rapporteurs of both systems visit countries together.", "IACHR", "visits", "proposed"
        ),
        Said("Mandate holders could undertake visits jointly where a State agrees.", "OHCHR", "visits", "could"),
        Said("Joint country visits were suggested.", "ASEAN Intergovernmental Commission", "visits", "suggested"),
    ),
    "joint statements": (
        Said("Mechanisms should issue joint statements on urgent matters.", "ACHPR", "protection", "should"),
        Said("It was suggested that urgent statements be made in common.", "IACHR", "protection", "suggested"),
        Said("Experts could publish joint press statements in emergencies.", "OHCHR", "protection", "could"),
        Said(
            "It was recommended to speak with one voice on urgent cases.",
            "Council of Europe",
            "protection",
            "recommended",
        ),
    ),
    "submissions to the review": (
        Said(
            "Regional bodies should submit information to the universal periodic review.", "IACHR", "review", "should"
        ),
        Said(
            "It was recommended that decisions of regional courts be sent to the review.",
            "Council of Europe",
            "review",
            "recommended",
        ),
        Said("The Commission could contribute to the universal periodic review.", "ACHPR", "review", "could"),
    ),
    "database": (
        Said("OHCHR should set up a common database of decisions.", "OHCHR", "information", "should"),
        Said("A shared database of case law was proposed.", "IACHR", "information", "proposed"),
        Said("It was decided to link the databases of the mechanisms.", "ACHPR", "information", "decided"),
    ),
    "defenders": (
        Said("Mechanisms should coordinate the protection of human rights defenders.", "ACHPR", "defenders", "should"),
        Said("It was agreed to exchange alerts on threats to defenders.", "IACHR", "defenders", "agreed"),
        Said("Alerts on defenders at risk could be shared the same day.", "OHCHR", "defenders", "could"),
    ),
    "staff exchange": (
        Said("Secretariats should exchange staff.", "OHCHR", "capacity", "should"),
        Said("An exchange of staff between secretariats was suggested.", "ACHPR", "capacity", "suggested"),
    ),
    "yearly meeting": (
        Said("The mechanisms agreed to meet every year.", "OHCHR", "cooperation", "agreed"),
        Said("An annual meeting of the mechanisms should be held.", "Council of Europe", "cooperation", "should"),
    ),
    "training": (
        Said("Joint training for staff was recommended.", "OHCHR", "capacity", "recommended"),
        Said("Staff could be trained together.", "IACHR", "capacity", "could"),
    ),
    "follow-up of views": (
        Said("Mechanisms should follow up each other's decisions.", "IACHR", "follow-up", "should"),
        Said("It was proposed to follow up decisions in common.", "ACHPR", "follow-up", "proposed"),
    ),
    "confidential channels": (
        Said("A channel for confidential information should be agreed upon.", "OHCHR", "protection", "should"),
        Said("Secure channels for confidential information were suggested.", "ACHPR", "protection", "suggested"),
    ),
}

SINGLE: tuple[Said, ...] = (
    Said("States should ratify the regional conventions.", "States", "standards", "should"),
    Said("National institutions could be invited to every session.", "NHRIs", "participation", "could"),
    Said("Translations of leading decisions were recommended.", "OHCHR", "information", "recommended"),
    Said("It was decided to draft a joint report on torture.", "ACHPR", "torture", "decided"),
    Said("Visits to places of detention should be announced late.", "States", "torture", "should"),
    Said("A handbook on freedom from torture was proposed.", "OHCHR", "torture", "proposed"),
    Said("Children should be heard in language that they use.", "States", "children", "should"),
    Said("It was suggested to hold hearings with young people.", "IACHR", "children", "suggested"),
    Said("Women should make up half of every panel.", "Mechanisms", "women", "should"),
    Said("Shelters for women at risk could be mapped.", "States", "women", "could"),
    Said("Persons with disabilities should find documents that they can read.", "OHCHR", "disability", "should"),
    Said("Sign language was recommended for public sessions.", "Mechanisms", "disability", "recommended"),
    Said("Indigenous peoples should be consulted before visits.", "Mechanisms", "indigenous peoples", "should"),
    Said("It was agreed to translate outcomes into indigenous languages.", "IACHR", "indigenous peoples", "agreed"),
    Said("Migrants in transit could be given one card with all hotlines.", "States", "migration", "could"),
    Said("A study on pushbacks at sea was proposed.", "Council of Europe", "migration", "proposed"),
    Said("The right to water should be part of every country profile.", "Mechanisms", "water", "should"),
    Said("Companies could be asked to report on remedies.", "Business", "business", "could"),
    Said("Journalists should be accredited without fees.", "Mechanisms", "expression", "should"),
    Said("It was recommended to publish all orders of protection.", "IACHR", "protection", "recommended"),
    Said("Archives should be opened after thirty years.", "States", "memory", "should"),
    Said("A calendar of sessions was suggested.", "OHCHR", "cooperation", "suggested"),
    Said("Reports should be shorter.", "Mechanisms", "information", "should"),
    Said("Universities could host the case law of small mechanisms.", "Academia", "information", "could"),
    Said("A fund for travel of civil society was proposed.", "States", "participation", "proposed"),
    Said("Reprisals should be reported to both systems at once.", "Mechanisms", "reprisals", "should"),
    Said("It was decided to meet again in two years.", "OHCHR", "cooperation", "decided"),
    Said("The view was expressed that trust takes time.", "Mechanisms", "cooperation", "view_expressed"),
)

SIXTY = (*(said for told in CLUSTERS.values() for said in told), *SINGLE)
