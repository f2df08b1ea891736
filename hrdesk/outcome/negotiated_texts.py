"""What stands by a recommendation on the page: brackets and alternatives while it is negotiated, what was reserved.

Who reserved is told only where the class of the text and the rule of its session let a delegation be named.
"""

from dataclasses import replace

from hrdesk.agenda.participants.vocabulary import name_of
from hrdesk.language import N_, SOURCE_LANGUAGE
from hrdesk.language.dates import date_range
from hrdesk.language.repeated_numbers import FIRST_REPEATED, repeated_number
from hrdesk.outcome.document import Paragraph, Run
from hrdesk.outcome.material import Source
from hrdesk.outcome.telling import Teller
from hrdesk.outcome.whole_text import shown_alternatives
from hrdesk.records import Recommendation, Reservation
from hrdesk.records.disclosure import may_appear, on_screen

_NAMED = {
    "reservation": N_("Reservation ({body})"),
    "explanation": N_("Explanation of position ({body})"),
    "objection": N_("Objection ({body})"),
    "dissociation": N_("Dissociation from the text ({body})"),
}
_UNNAMED = {
    "reservation": N_("Reservation"),
    "explanation": N_("Explanation of position"),
    "objection": N_("Objection"),
    "dissociation": N_("Dissociation from the text"),
}
_DECIDED = {
    "consensus": N_("The text of this document was adopted by consensus on {date}."),
    "ad_referendum": N_("The text of this document was adopted ad referendum on {date}."),
    "noted": N_("Participants took note of the text of this document on {date}."),
    "validated": N_("The text of this document was validated on {date}."),
}


def in_brackets(runs: tuple[Run, ...], is_marked: bool) -> tuple[Run, ...]:
    """Put a text that is not agreed in square brackets; the mark of a text in another language stays before them.

    The brackets are of the run that they enclose, so that they stand on its side where two directions meet.
    """
    mark, words = (runs[:1], runs[1:]) if is_marked else ((), runs)
    enclosed = [*words]
    enclosed[0] = replace(enclosed[0], text=f"[{enclosed[0].text}")
    enclosed[-1] = replace(enclosed[-1], text=f"{enclosed[-1].text}]")
    return (*mark, *enclosed)


def alternatives(teller: Teller, held: Recommendation, number: int) -> list[Paragraph]:
    """Give the other wordings of the text printed under ``number``: "3 bis. [...]"."""
    told = []
    for turn, one in enumerate(shown_alternatives(teller.material, held), FIRST_REPEATED):
        runs, is_marked = teller.text(Source(one.id, "text", one.text or "", one.language or held.language or "en"))
        told.append(Paragraph(in_brackets(runs, is_marked), repeated_number(number, turn, teller.language)))
    return told


def reservations(teller: Teller, held: Recommendation) -> list[Paragraph]:
    """Give what was said for the record on a recommendation, under it and without numbers."""
    return [
        Paragraph(_reservation(teller, held, one), indent=1)
        for one in teller.material.reservations.get(held.id, ())
        if teller.lets_in(one.id)
    ]


def validations(teller: Teller) -> list[Paragraph]:
    """Tell, at the end of a document, that its text was validated, as long as it still reads as it did then."""
    material = teller.material
    told = []
    for one in material.validations:
        message = _DECIDED.get(one.way or "")
        if not message or not may_appear(material.classes.of(one.id)):
            continue
        day = (one.at or "")[:10]
        words = [teller.words.text(message, date=date_range(day, day, teller.language))]
        whoever = one.validated_by or ""
        head = material.document
        seen = on_screen(material.classes.of(one.id), material.levels(head.consultation if head else None), None)
        if whoever and seen == "speaker" and not material.names.stand_in(whoever):
            words.append(teller.words.text(N_("Validated by: {body}."), body=whoever))
        told.append(Paragraph((Run(" ".join(words)),), align="start"))
    return told


def _reservation(teller: Teller, held: Recommendation, one: Reservation) -> tuple[Run, ...]:
    kind = one.reservation_kind if one.reservation_kind in _NAMED else "explanation"
    body = body_told(teller, held, one)
    if body and teller.material.names.stand_in(body):
        body = ""
    lead = teller.words.text(_NAMED[kind], body=body) if body else teller.words.text(_UNNAMED[kind])
    if not one.text:
        return (Run(lead, italic=True),)
    runs, _ = teller.text(Source(one.id, "text", one.text, one.language or held.language or "en"))
    return teller.led(runs, lead)


def body_told(teller: Teller, held: Recommendation, one: Reservation) -> str:
    """Give the words by which whoever reserved may be named: a delegation also where only affiliations are told."""
    material = teller.material
    seen = on_screen(material.classes.of(one.id), material.levels(held.session, held.consultation), None)
    delegation = material.delegations.get(one.delegation or "")
    if delegation is not None and seen in ("speaker", "delegation"):
        wording = material.wordings.get((delegation.id, "name", teller.language))
        own = delegation.name if teller.language == SOURCE_LANGUAGE else None
        told = (wording.text if wording else None) or own
        return told or name_of(delegation.code, teller.language) or delegation.name or ""
    return (one.body or "") if delegation is None and seen == "speaker" else ""
