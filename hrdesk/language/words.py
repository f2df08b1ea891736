"""One language's catalog: the words of a document or of the window, always with English behind them.

Documents are handed the ``Words`` of their own language; the window asks ``interface``. A compiled catalog
(``hrdesk.mo``) is read where it is at least as new as its source (``hrdesk.po``); otherwise the source is
compiled in memory, so that somebody who corrects a translation sees it at the next start.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from hrdesk.language import LANGUAGES, RIGHT_TO_LEFT, SOURCE_LANGUAGE
from hrdesk.language.fields import NUMBER, fill, form_fits, same_fields
from hrdesk.paths import translations_folder


class Words:
    """The catalog of one language. Parameters are positional, so that a field may bear any name."""

    __slots__ = ("_catalog", "_forms", "_texts", "language", "right_to_left")

    def __init__(self, language: str, catalog: NullTranslations) -> None:
        self.language = language
        self.right_to_left = language in RIGHT_TO_LEFT
        self._catalog = catalog
        self._texts: dict[tuple[str | None, str], str] = {}
        self._forms: dict[tuple[str, str, str], str] = {}

    def text(self, message: str, /, **fields: object) -> str:
        """Translate ``message`` and fill in its fields."""
        return fill(self._translated(None, message), fields)

    def context(self, context: str, message: str, /, **fields: object) -> str:
        """Translate ``message`` as it is meant in ``context`` ("Open" as a button, "open" as a state)."""
        return fill(self._translated(context, message), fields)

    def plural(self, singular: str, plural: str, number: int, /, **fields: object) -> str:
        """Translate the form that ``number`` asks for; ``{number}`` is filled in of itself."""
        english = singular if number == 1 else plural
        form = self._catalog.ngettext(singular, plural, abs(number))
        if form not in (singular, plural):
            key = (singular, plural, form)
            if key not in self._forms:
                self._forms[key] = form if form_fits(*key) else ""
            form = self._forms[key] or english
        return fill(form, {NUMBER: number, **fields})

    def _translated(self, context: str | None, message: str) -> str:
        """Look ``message`` up once; keep the English where the translation's fields differ."""
        if not message:  # the empty message is the catalog's own header
            return ""
        key = (context, message)
        if key not in self._texts:
            catalog = self._catalog
            found = catalog.gettext(message) if context is None else catalog.pgettext(context, message)
            self._texts[key] = found if found and same_fields(message, found) else message
        return self._texts[key]


@cache
def words_for(language: str) -> Words:
    """Return the words of one of the six languages, read once; a language without a catalog speaks English."""
    return load_words(language, translations_folder())


def load_words(language: str, folder: Path) -> Words:
    """Read the words of ``language`` from ``folder``; raise ValueError for a language that is not one of the six."""
    if language not in LANGUAGES:
        raise ValueError(f"not one of the six languages: {language!r}")
    if language == SOURCE_LANGUAGE:  # the messages themselves are English: nothing to read, and a quicker start
        return Words(language, NullTranslations())
    return Words(language, _read(folder / language / "LC_MESSAGES"))


def _read(folder: Path) -> NullTranslations:
    """Read the compiled catalog, or compile its source; anything unreadable means English."""
    compiled, source = folder / "hrdesk.mo", folder / "hrdesk.po"
    if _is_current(compiled, source):
        try:
            with compiled.open("rb") as file:
                return GNUTranslations(file)
        except Exception:  # noqa: BLE001 - gettext raises many kinds on a damaged file; its source is tried next
            pass
    if not source.is_file():
        return NullTranslations()
    from hrdesk.language.catalogs import compile_catalog  # Babel costs more than a start may take

    try:
        return GNUTranslations(compile_catalog(source))
    except Exception:  # noqa: BLE001 - the same: a broken catalog must not keep anybody from working
        return NullTranslations()


def _is_current(compiled: Path, source: Path) -> bool:
    """Tell whether the compiled catalog is there and not older than its source."""
    if not compiled.is_file():
        return False
    return not source.is_file() or compiled.stat().st_mtime >= source.stat().st_mtime
