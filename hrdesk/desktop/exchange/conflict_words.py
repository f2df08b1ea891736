"""Conflicts in words: which field of what, who wrote which version, and the values as a person reads them."""

from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.widgets.titles import shortened, title_of
from hrdesk.desktop.widgets.vocabulary import choice_word, class_word
from hrdesk.exchange.queries import Conflict
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _, current
from hrdesk.language.names import language_name
from hrdesk.records import KINDS, FieldInfo, Value
from hrdesk.store.reading import Reader


def is_deletion(conflict: Conflict) -> bool:
    """Tell whether a desk deleted the record while another edited it."""
    return conflict.field not in KINDS[conflict.kind].cells()


def title_of_conflict(conflict: Conflict) -> str:
    """Say what is contested, and in which record: "Recommendation, Text: States should…"."""
    text = shortened(conflict.title)
    return _("{what}: {text}", what=_what(conflict), text=text) if text else _what(conflict)


def _what(conflict: Conflict) -> str:
    noun = KINDS[conflict.kind]
    kind = _(noun.label)
    kind = kind[:1].upper() + kind[1:]
    if is_deletion(conflict):
        return _("{kind}, deleted and edited", kind=kind)
    labels = [_(noun.field(name).label) for name in conflict.fields if name in conflict_fields(conflict)]
    return _("{kind}, {field}", kind=kind, field=" / ".join(labels))


def conflict_fields(conflict: Conflict) -> list[str]:
    """Name the fields whose values really differ; all of them when only their order of writing does."""
    values = [one.value for one in conflict.versions]
    if not values or not all(isinstance(value, dict) for value in values):
        return list(conflict.fields)
    differing = [name for name in conflict.fields if len({repr(value.get(name)) for value in values}) > 1]
    return differing or list(conflict.fields)


def heading_of(conflict: Conflict, number: int) -> str:
    """Say who wrote a version and when, and whether it counts meanwhile."""
    if number >= len(conflict.versions):
        return _("{number}   Keep it, with what was edited", number=number + 1)
    version = conflict.versions[number]
    by = who(version.by, version.device)
    told = _("{number}   {who}, {time}", number=number + 1, who=by, time=moment(version.at))
    if version.counts and not is_deletion(conflict):
        return _("{version}   (counts until it is settled)", version=told)
    return told


def words_of(conflict: Conflict, reader: Reader) -> list[dict[str, str]]:
    """Give for each version, and for the choice to keep what was deleted, its values in words by label."""
    noun = KINDS[conflict.kind]
    if is_deletion(conflict):
        held = reader.get(noun, conflict.record)
        shown = title_of(held, reader) if held else conflict.title
        found = [{"": _("Delete it") if one.value is True else _("Keep it")} for one in conflict.versions]
        kept_by_somebody = any(one.value is not True for one in conflict.versions)
        return found if kept_by_somebody else [*found, {"": shown}]
    names = conflict_fields(conflict)
    return [
        {
            _(noun.field(name).label): value_words(
                noun.field(name), one.value.get(name) if isinstance(one.value, dict) else one.value, reader
            )
            for name in names
        }
        for one in conflict.versions
    ]


def value_words(info: FieldInfo, value: Value, reader: Reader) -> str:
    """Say a value as a person reads it."""
    if value is None or value == "":
        if info.unsaid:
            return _("Not said (counts as: {word})", word=choice_word(info.unsaid, info.name))
        return _("(empty)")
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if info.name == "sensitivity":
        return class_word(str(value))
    if info.choices:
        return choice_word(str(value), info.name)
    if info.refers_to:
        target = reader.find(str(value))
        return title_of(target, reader) if target else _("(not in this desk)")
    if info.name.endswith("language") and value in LANGUAGES:
        return language_name(str(value), current().language)
    return str(value)
