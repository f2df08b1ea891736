"""The language the window and the command line speak: the one thing here that can be switched while running.

A document never asks this module: it is handed the words of its own language.
"""

import locale
import os
import sys
from collections.abc import Iterable, Mapping

from hrdesk.language import LANGUAGES, SOURCE_LANGUAGE
from hrdesk.language.isolation import isolate
from hrdesk.language.words import Words, words_for

_ISOLATES = ("\u2066", "\u2067", "\u2068")
_words: list[Words] = []
"""Holds the one current catalog; empty until somebody speaks."""


def use(language: str) -> Words:
    """Speak ``language`` from now on; the window then translates its widgets anew."""
    _words[:] = [words_for(language)]
    return _words[0]


def current() -> Words:
    """Return the words in use; English until ``use`` was called."""
    return _words[0] if _words else use(SOURCE_LANGUAGE)


def _(message: str, /, **fields: object) -> str:
    """Translate ``message`` into the language of the interface."""
    return _led(current().text(message, **_placed(fields)))


def plural_(singular: str, plural: str, number: int, /, **fields: object) -> str:
    """Translate the form that ``number`` asks for into the language of the interface."""
    return _led(current().plural(singular, plural, number, **_placed(fields)))


def context_(context: str, message: str, /, **fields: object) -> str:
    """Translate ``message`` as meant in ``context`` into the language of the interface."""
    return _led(current().context(context, message, **_placed(fields)))


def system_language(preferred: Iterable[str] = ()) -> str:
    """Return the one of the six that the person's system asks for first, else English.

    ``preferred`` are tags the caller knows better, best first (the window has them from Qt); after them come
    the variables of POSIX in their own order, and what Windows shows its menus in.
    """
    for tag in (*preferred, *_environment_tags()):
        language = tag.replace("-", "_").partition(".")[0].partition("_")[0].lower()
        if language in LANGUAGES:
            return language
    return SOURCE_LANGUAGE


def _environment_tags() -> list[str]:
    """List the languages the environment names, best first."""
    tags = os.environ.get("LANGUAGE", "").split(":")
    tags += [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if sys.platform == "win32":
        import ctypes

        tags.append(locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), ""))
    return [tag for tag in tags if tag]


def _led(text: str) -> str:
    """Lead a right-to-left sentence that begins with something isolated: a label asks the first letter for its way."""
    return f"\u200f{text}" if current().right_to_left and text[:1] in _ISOLATES else text


def _placed(fields: Mapping[str, object]) -> dict[str, object]:
    """Wrap what is put into a right-to-left sentence, so that no symbol or name turns around in it."""
    if not current().right_to_left:
        return dict(fields)
    return {name: isolate(value) if isinstance(value, str) else value for name, value in fields.items()}
