"""The ``{fields}`` of a message: which a text holds, whether a translation keeps them, and filling them safely.

A translation comes from people who do not see the code. One that names another field, or the same field in
another shape, is never used: the English is printed instead, so that a bad translation can never crash.
"""

from collections.abc import Mapping
from string import Formatter

NUMBER = "number"
"""The field that a plural form may leave out where it stands for one number only ("one note")."""

_FORMATTER = Formatter()


class _Kept(dict[str, object]):
    """Values of fields; a field that nobody gave a value for stays as it was written."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


def fields_of(text: str) -> frozenset[str] | None:
    """Return the fields of ``text`` as written (``name``, ``name:>5``, ``name!r``); None if its braces are broken."""
    try:
        parts = [part[1:] for part in _FORMATTER.parse(text)]
    except ValueError:
        return None
    return frozenset(
        name + (f"!{conversion}" if conversion else "") + (f":{shape}" if shape else "")
        for name, shape, conversion in parts
        if name is not None
    )


def same_fields(message: str, translation: str) -> bool:
    """Tell whether ``translation`` holds exactly the fields of ``message``."""
    expected = fields_of(message)
    if expected is None:
        return "{" not in translation and "}" not in translation
    return fields_of(translation) == expected


def form_fits(singular: str, plural: str, form: str, *, number_needed: bool = False) -> bool:
    """Tell whether a plural ``form`` holds the fields of the English ones, but for ``{number}`` unless it is needed."""
    one, many, found = fields_of(singular), fields_of(plural), fields_of(form)
    if one is None or many is None or found is None:
        return False
    expected = one | many
    optional = frozenset() if number_needed else frozenset({NUMBER})
    return expected - optional <= found <= expected


def fill(text: str, fields: Mapping[str, object]) -> str:
    """Put ``fields`` into ``text``; whatever does not fit is left as it was written, never an error."""
    if not fields:
        return text
    try:
        return text.format_map(_Kept(fields))
    except (ValueError, LookupError, AttributeError, TypeError):
        return text
