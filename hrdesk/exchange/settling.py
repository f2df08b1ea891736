"""How a conflict may be settled: what is suggested, what keeps every wording, and what a rule for many takes."""

from typing import Any, Literal

from hrdesk.exchange.queries import Conflict, Version
from hrdesk.exchange.rules import alternatives, suggestion
from hrdesk.records import KINDS, FieldInfo
from hrdesk.records.classes import rank
from hrdesk.store.change import DELETED

Take = Literal["later", "strictest", "desk"]
TAKES: tuple[Take, ...] = ("later", "strictest", "desk")


def is_deletion(conflict: Conflict) -> bool:
    """Tell whether a desk deleted the record while another edited it."""
    return conflict.field == DELETED


def can_be_settled(conflict: Conflict) -> bool:
    """Tell whether this version knows what is contested: what a newer one wrote stays contested until it is here."""
    noun = KINDS.get(conflict.kind)
    return noun is not None and (conflict.field == DELETED or conflict.field in noun.cells())


def suggested(conflict: Conflict) -> Any:
    """Give what could be written where desks changed different sentences of one text; nothing where they met."""
    found = _wordings(conflict)
    if found is None or conflict.base is None:
        return None
    info, texts = found
    before = _text_of(conflict.base.value, info.name)
    text = suggestion(before, texts)
    return _with_text(conflict, info.name, text) if text and text not in texts else None


def bracketed(conflict: Conflict) -> Any:
    """Give all wordings side by side in square brackets, to be negotiated; nothing where there is no wording."""
    found = _wordings(conflict)
    if found is None:
        return None
    info, texts = found
    text = alternatives(texts)
    return _with_text(conflict, info.name, text) if all(texts) else None


def version_taken(conflict: Conflict, take: str, desk: str = "") -> Version | None:
    """Give the version that a rule for many takes; nothing where it says nothing about this conflict.

    ``later`` goes by the times that are shown, which are the authors' own clocks: a person sees them before it is
    done. ``strictest`` is for confidentialities alone, ``desk`` for what that device (its name before the dot) wrote.
    """
    if is_deletion(conflict):
        return None
    found = list(conflict.versions)
    info = KINDS[conflict.kind].field(conflict.fields[0])
    if take == "later":
        return max(found, key=lambda one: (one.at, one.name), default=None)
    if take == "strictest" and info.strictness:
        return max(found, key=lambda one: rank(info.strictness, info.unsaid, one.value), default=None)
    if take == "desk":
        return next((one for one in found if one.device.split(".")[0] == desk), None)
    return None


def _wordings(conflict: Conflict) -> tuple[FieldInfo, list[str]] | None:
    """Give the one field of words that is contested, and what each version says; all else in them must agree."""
    if is_deletion(conflict):
        return None
    infos = [KINDS[conflict.kind].field(name) for name in conflict.fields]
    worded = [info for info in infos if info.type == "text" and (info.long or info.translatable)]
    if len(worded) != 1:
        return None
    name = worded[0].name
    others = {repr(sorted(_but(one.value, name).items())) for one in conflict.versions}
    texts = [_text_of(one.value, name) for one in conflict.versions]
    return (worded[0], texts) if len(others) == 1 and len(set(texts)) > 1 else None


def _text_of(value: Any, name: str) -> str:
    told = value.get(name) if isinstance(value, dict) else value
    return told if isinstance(told, str) else ""


def _but(value: Any, name: str) -> dict[str, Any]:
    return {key: told for key, told in value.items() if key != name} if isinstance(value, dict) else {}


def _with_text(conflict: Conflict, name: str, text: str) -> Any:
    value = conflict.versions[0].value
    return {**value, name: text} if isinstance(value, dict) else text
