"""What a translator can do: word a text in another language, and pass a wording as reviewed."""

from typing import Any

from hrdesk.desk import Command
from hrdesk.errors import MEANWHILE, Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.outcome.material import Source
from hrdesk.records import Value, Wording
from hrdesk.records.wording import source_hash
from hrdesk.store.pen import Pen
from hrdesk.translation.queries import source_of, wording_id


def translate(
    pen: Pen,
    item: str,
    language: str,
    text: str,
    field: str = "text",
    status: str = "draft",
    stood: str | None = None,
) -> dict[str, Any]:
    """Word one field of one record in another language, from its source as it reads now.

    ``stood`` is the wording that was worked on: what came meanwhile from another desk is not written over.
    """
    source = _source(pen, item, field, language)
    made = wording_id(item, field, language)
    if stood is not None and pen.read.get(Wording, made) is not None:
        new: dict[str, Value] = {"text": text, "status": status, "source_hash": source_hash(source.text)}
        meanwhile = pen.change_from(Wording, made, {"text": stood}, **new)
        return {"id": made} | ({MEANWHILE: True} if meanwhile else {})
    pen.create(
        Wording,
        made,
        item=item,
        item_field=field,
        language=language,
        text=text,
        status=status,
        source_hash=source_hash(source.text),
    )
    return {"id": made}


def review_wording(pen: Pen, item: str, language: str, field: str = "text") -> dict[str, str]:
    """Pass a wording as reviewed against its source as it reads now; a stale one becomes current again."""
    source = _source(pen, item, field, language)
    held = pen.read.get(Wording, wording_id(item, field, language))
    if held is None or not held.text:
        raise Refused(N_("There is no wording to review. Nothing was changed."))
    pen.change(Wording, held.id, status="reviewed", source_hash=source_hash(source.text))
    return {"id": held.id}


def _source(pen: Pen, item: str, field: str, language: str) -> Source:
    if language not in LANGUAGES:
        raise Refused(N_("“{language}” is none of the six languages. Nothing was changed."), language=language)
    source = source_of(pen.read, item, field)
    if source is None or not source.text:
        raise Refused(N_("There is no text to translate there. Nothing was changed."))
    if source.language == language:
        raise Refused(N_("The text is already in that language. Nothing was changed."))
    return source


COMMANDS = (
    Command("translate", N_("Translate"), translate),
    Command("review-wording", N_("Pass as reviewed"), review_wording),
)
