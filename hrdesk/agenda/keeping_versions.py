"""Every text of a recommendation that stood in negotiation is kept when another one takes its place.

It stands in this room because any field of any record is edited here, the text of a recommendation too.
"""

from collections.abc import Mapping

from hrdesk.records import Recommendation, Record, Value, WordingVersion
from hrdesk.store.change import unpack_group
from hrdesk.store.derivation import heads
from hrdesk.store.fitting import fitting
from hrdesk.store.pen import Pen
from hrdesk.store.standings import read_classes

NOT_NEGOTIATED = (None, "", "proposed")
"""The statuses of a recommendation that somebody still words for himself."""

DECIDED = ("noted", "not_adopted")
"""The statuses of a recommendation on whose words something was decided, short of adopting them."""

_TEXT = Recommendation.field("text")
_ADOPTED = Recommendation.field("adopted_text")


def keep_version(
    pen: Pen,
    held: Record,
    values: Mapping[str, Value],
    replaced_by: str = "reworded",
    cause: str | None = None,
    *,
    settles: bool = False,
) -> None:
    """Keep the text of a recommendation that ``values`` would replace, if it was ever negotiated.

    Where desks had written different texts, all of them are kept: who writes now has seen them, and they would stand
    nowhere any more. ``settles`` says that the text is written even where it reads so already.
    """
    if not isinstance(held, Recommendation) or "text" not in values:
        return
    new = fitting(_TEXT, values["text"])
    if (new == held.text and not settles) or not was_negotiated(pen, held):
        return
    for text, language in _standing(pen, held).items():
        if text != new:
            write_version(pen, held.id, text, language, replaced_by, cause)


def keep_adopted_texts(pen: Pen, held: Recommendation, adopted: Value) -> None:
    """Keep the texts that desks adopted and that stand nowhere else, once ``adopted`` or nothing is adopted instead."""
    earlier = {one.text for one in pen.read.every(WordingVersion, recommendation=held.id)}
    elsewhere = {adopted, None, "", *_standing(pen, held), *earlier}
    for _, change in heads(pen.read.cell(held.id, _ADOPTED.group)):
        told = unpack_group(change.val)
        text, language = told.get("adopted_text"), told.get("adopted_language")
        if isinstance(text, str) and text not in elsewhere:
            elsewhere.add(text)
            write_version(pen, held.id, text, language if isinstance(language, str) else None, "reworded", None)


def opened_again(held: Record, values: Mapping[str, Value]) -> dict[str, Value]:
    """Give the status of a text that is put in the place of one that was noted or not adopted: nobody decided on it."""
    if not isinstance(held, Recommendation) or "text" not in values or "status" in values:
        return {}
    is_new = fitting(_TEXT, values["text"]) != held.text
    return {"status": "under_negotiation"} if is_new and held.status in DECIDED else {}


def write_version(
    pen: Pen, recommendation: str, text: str, language: str | None, replaced_by: str, cause: str | None = None
) -> str:
    """Keep a text as the last of the earlier versions of a recommendation, and give the id of that."""
    last = pen.read.greatest_id(WordingVersion, recommendation=recommendation)
    return pen.create(
        WordingVersion,
        pen.new_id(after=last),
        recommendation=recommendation,
        text=text,
        language=language,
        replaced_by=replaced_by,
        cause=cause,
        sensitivity=read_classes(pen.read).of(recommendation),
        at=pen.now,
    )


def was_negotiated(pen: Pen, held: Recommendation) -> bool:
    """Tell whether a recommendation was ever more than proposed: its history says so, whatever it is now."""
    if held.status not in NOT_NEGOTIATED:
        return True
    return any(change.val not in NOT_NEGOTIATED for _, change in pen.read.cell(held.id, "status"))


def _standing(pen: Pen, held: Recommendation) -> dict[str, str | None]:
    """Give the texts that stand, with their languages: more than one where desks disagree, the shown one last."""
    found: dict[str, str | None] = {}
    for _, change in heads(pen.read.cell(held.id, _TEXT.group)):
        told = unpack_group(change.val)
        text, language = told.get("text"), told.get("language")
        if isinstance(text, str) and text != held.text:
            found[text] = language if isinstance(language, str) else None
    if held.text:
        found[held.text] = held.language
    return found
