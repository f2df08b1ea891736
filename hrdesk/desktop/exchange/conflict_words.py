"""Conflicts in words: which field of what, who wrote which version, and the values as a person reads them."""

from collections.abc import Sequence
from typing import Any

from hrdesk.desktop.exchange.exchange_words import moment, who
from hrdesk.desktop.widgets.titles import shortened, title_of
from hrdesk.desktop.widgets.vocabulary import choice_word, class_word
from hrdesk.exchange.queries import Conflict, Place
from hrdesk.exchange.settling import is_deletion
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _, context_, current
from hrdesk.language.isolation import visible
from hrdesk.language.names import language_name
from hrdesk.records import KINDS, FieldInfo, Value
from hrdesk.store.reading import Reader

SUGGESTION, BRACKETS, OTHER = 8, 9, 0
"""The keys of what is none of the versions: the same in every conflict, so that a hand learns them."""


def title_of_conflict(conflict: Conflict) -> str:
    """Say what is contested, and in which record: "Recommendation, Text: States should…"."""
    text = visible(shortened(conflict.title))
    return _("{what}: {text}", what=what_of(conflict), text=text) if text else what_of(conflict)


def what_of(conflict: Conflict) -> str:
    """Say which field of which kind of record is contested; a deletion has words of its own."""
    kind = kind_word(conflict.kind)
    if is_deletion(conflict):
        return _("{kind}, deleted by one desk and edited by another", kind=kind)
    return _("{kind}, {field}", kind=kind, field=fields_word(conflict.kind, conflict_fields(conflict)))


def kind_word(kind: str) -> str:
    """Name a kind of record, with a capital letter."""
    word = _(KINDS[kind].label)
    return word[:1].upper() + word[1:]


def fields_word(kind: str, fields: Sequence[str]) -> str:
    """Name fields of a kind of record: "Text / Language"."""
    noun = KINDS[kind]
    return " / ".join(_(noun.field(name).label) for name in fields if name in noun.field_names())


def conflict_fields(conflict: Conflict) -> list[str]:
    """Name the fields whose values really differ; all of them when only their order of writing does."""
    values = [one.value for one in conflict.versions]
    if not values or not all(isinstance(value, dict) for value in values):
        return list(conflict.fields)
    differing = [name for name in conflict.fields if len({repr(value.get(name)) for value in values}) > 1]
    return differing or list(conflict.fields)


def heading_of(conflict: Conflict, number: int) -> str:
    """Say who wrote a version and when, and whether it counts meanwhile; what was deleted can also be kept."""
    if number >= len(conflict.versions):
        return _("{number}   Keep it, with what was edited", number=number + 1)
    version = conflict.versions[number]
    told = {"number": number + 1, "who": who(version.by, version.device), "time": moment(version.at)}
    if is_deletion(conflict) and version.value is True:
        return _("{number}   {who} deleted it, {time}", **told)
    told["time"] = with_language(str(told["time"]), version.value)
    if version.counts and not is_deletion(conflict):
        return _("{number}   {who}, {time}   (counts until it is settled)", **told)
    return _("{number}   {who}, {time}", **told)


def with_language(told: str, value: Any) -> str:
    """Add the language in which a version is written, where its value tells one."""
    names = value if isinstance(value, dict) else {}
    language = next((str(one) for name, one in names.items() if name.endswith("language")), "")
    if language not in LANGUAGES:
        return told
    name = language_name(language, current().language)
    return context_("between the parts of a list", ", ").join((told, name))


def telling(place: Place) -> tuple[str, ...]:
    """Name the fields of a place whose values are shown: a text, and not its language, which stands in the heading."""
    return tuple(name for name in place.fields if not name.endswith("language")) or place.fields


def words_of(conflict: Conflict, reader: Reader) -> list[dict[str, str]]:
    """Give for each version, and for the choice to keep what was deleted, its values in words by label."""
    noun = KINDS[conflict.kind]
    if is_deletion(conflict):
        held = reader.get(noun, conflict.record)
        shown = title_of(held, reader) if held else conflict.title
        edited: dict[str, str] = {}
        for place in conflict.edits:
            edited |= place_words(conflict.kind, place, reader)
        found = [{"": _("Delete it") if one.value is True else _("Keep it")} for one in conflict.versions]
        kept_by_somebody = any(one.value is not True for one in conflict.versions)
        return found if kept_by_somebody else [*found, edited or {"": shown}]
    return [words_of_value(conflict, one.value, reader) for one in conflict.versions]


def words_of_value(conflict: Conflict, value: Any, reader: Reader) -> dict[str, str]:
    """Give a value in words, by the labels of the fields that are contested."""
    noun = KINDS[conflict.kind]
    return {
        _(noun.field(name).label): value_words(
            noun.field(name), value.get(name) if isinstance(value, dict) else value, reader
        )
        for name in conflict_fields(conflict)
    }


def place_words(kind: str, place: Place, reader: Reader) -> dict[str, str]:
    """Give the values of a field that was edited, in words by label."""
    noun = KINDS[kind]
    return {
        _(noun.field(name).label): value_words(
            noun.field(name), place.value.get(name) if isinstance(place.value, dict) else place.value, reader
        )
        for name in telling(place)
    }


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
    return visible(str(value))
