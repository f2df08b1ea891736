"""What a translator can do: word a text in another language, and pass a wording as reviewed."""

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.outcome.material import Source
from hrdesk.records import Wording
from hrdesk.records.wording import source_hash
from hrdesk.store.pen import Pen
from hrdesk.translation.queries import source_of, wording_id


def translate(
    pen: Pen, item: str, language: str, text: str, field: str = "text", status: str = "draft"
) -> dict[str, str]:
    """Word one field of one record in another language, from its source as it reads now."""
    source = _source(pen, item, field, language)
    made = pen.create(
        Wording,
        wording_id(item, field, language),
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
