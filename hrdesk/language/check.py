"""What is wrong with a catalog, one sentence a fault; the tests and the build ask here before anything is shipped.

Babel's own statistics count a message with empty plural forms as done, and its compiler prints English for them
without a word. So every form of every message is looked at here.
"""

from collections.abc import Iterator
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError

from hrdesk.language import SOURCE_LANGUAGE
from hrdesk.language.catalogs import PLURAL_FORMS, read_catalog
from hrdesk.language.fields import form_fits, same_fields

_COUNTED = 1000
"""How far is counted to see which numbers a plural form stands for; every rule repeats within 100 or 1000."""


def faults(source: Path) -> list[str]:
    """List what is wrong with a catalog, compared with the template where there is one two folders above it.

    An English catalog may be left untranslated: the messages are English.
    """
    language = source.parent.parent.name
    try:
        catalog = read_catalog(source)
    except (OSError, ValueError, PoFileError) as problem:
        return [f"cannot be read: {problem}"]
    template = source.parent.parent.parent / "hrdesk.pot"
    found = list(_header_faults(catalog, language))
    if not found:  # with a wrong header no form means what it seems to
        for message in catalog:
            if message.id:
                found.extend(_message_faults(message, language))
    if template.is_file():
        found.extend(_missing(catalog, read_catalog(template)))
    return found


def _header_faults(catalog: Catalog, language: str) -> Iterator[str]:
    """Compare how the catalog counts with how its language counts."""
    written = dict(catalog.mime_headers).get("Plural-Forms", "")
    if language not in PLURAL_FORMS:
        yield f"{language!r} is not one of the six languages"
    elif written.replace(" ", "") != PLURAL_FORMS[language].replace(" ", ""):
        yield f"the header Plural-Forms must read {PLURAL_FORMS[language]!r}, not {written!r}"


def _message_faults(message: Message, language: str) -> Iterator[str]:
    """Look at one message."""
    name = _name(message)
    if message.fuzzy:
        yield f"{name} is marked as doubtful (fuzzy)"
    if isinstance(message.id, list | tuple):
        yield from _plural_faults(message, language)
        return
    text = str(message.string or "")
    if not text:
        if language != SOURCE_LANGUAGE:
            yield f"{name} is not translated"
        return
    if not same_fields(str(message.id), text):
        yield f"{name} has other fields in its translation: {text!r}"
    if str(message.id).endswith("\n") != text.endswith("\n"):
        yield f"{name} and its translation do not end alike: one has a line break"


def _plural_faults(message: Message, language: str) -> Iterator[str]:
    """Look at the forms of a message with a number in it."""
    name, rule = _name(message), PLURAL_FORMS[language]
    expected = int(rule.partition("nplurals=")[2].partition(";")[0])
    forms = [str(form or "") for form in message.string] if isinstance(message.string, list | tuple) else []
    if not any(forms) and language == SOURCE_LANGUAGE:
        return
    if len(forms) != expected:
        yield f"{name} has {len(forms)} plural forms, not {expected}"
        return
    singular, plural = (str(part) for part in message.id)
    many = _forms_for_several(rule)
    for index, form in enumerate(forms):
        if not form:
            yield f"{name} has an empty plural form {index}"
        elif not form_fits(singular, plural, form, number_needed=index in many and "{number}" in plural):
            yield f"{name} has other fields in its plural form {index}: {form!r}"


def _forms_for_several(rule: str) -> frozenset[int]:
    """Return the forms that stand for more than one number, and so must name it."""
    form_of = c2py(rule.partition("plural=")[2].strip().rstrip(";"))
    counted = [form_of(number) for number in range(_COUNTED)]
    return frozenset(form for form in set(counted) if counted.count(form) > 1)


def _missing(catalog: Catalog, template: Catalog) -> Iterator[str]:
    """Name the messages that only one of the two knows."""
    wanted = {_key(message): _name(message) for message in template if message.id}
    given = {_key(message): _name(message) for message in catalog if message.id}
    for key in sorted(wanted.keys() - given.keys()):
        yield f"{wanted[key]} is missing"
    for key in sorted(given.keys() - wanted.keys()):
        yield f"{given[key]} is no longer used"


def _key(message: Message) -> tuple[str, ...]:
    parts = message.id if isinstance(message.id, list | tuple) else [message.id]
    return (str(message.context or ""), *map(str, parts))


def _name(message: Message) -> str:
    return repr(message.id[0] if isinstance(message.id, list | tuple) else message.id)
