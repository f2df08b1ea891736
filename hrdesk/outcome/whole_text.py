"""The text of an outcome document as a whole, of which somebody can say that it was validated sign by sign."""

from hrdesk.outcome.material import Material, paragraph_source, recommendation_source
from hrdesk.outcome.rules import in_tree_order
from hrdesk.recommendations.rules.brackets import has_brackets
from hrdesk.records import Alternative, Recommendation
from hrdesk.records.disclosure import may_appear
from hrdesk.records.protection import is_adopted


def shown_alternatives(material: Material, held: Recommendation) -> tuple[Alternative, ...]:
    """Give the alternatives of a text that a document may print; an adopted or a noted text has none any more."""
    if is_adopted(held) or held.status != "under_negotiation":
        return ()
    return tuple(one for one in material.alternatives.get(held.id, ()) if may_appear(material.classes.of(one.id)))


def is_agreed(held: Material) -> bool:
    """Tell whether no text of a document that may be printed is still in brackets; what was noted may keep its own."""
    printed = (held.recommendations.get(one.recommendation or "") for one in held.paragraphs)
    return not any(
        one.status == "under_negotiation" and (shown_alternatives(held, one) or has_brackets(one.text or ""))
        for one in printed
        if one is not None and not is_adopted(one) and may_appear(held.classes.of(one.id))
    )


def document_texts(held: Material) -> list[str]:
    """Give the texts of a document that may be printed, in the order of the page: what is validated as a whole."""
    head = held.document
    if head is None or not may_appear(held.classes.of(head.id)):
        return []
    texts = [head.title or ""]
    for _, one in in_tree_order(held.paragraphs):
        if may_appear(held.classes.of(one.id)):
            recommendation = held.recommendations.get(one.recommendation or "")
            texts.append((recommendation_source(recommendation) if recommendation else paragraph_source(one)).text)
            others = shown_alternatives(held, recommendation) if recommendation else ()
            texts += [other.text or "" for other in others]
    return texts
