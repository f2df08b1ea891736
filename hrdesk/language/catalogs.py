"""The catalogs on disk: gather the messages from the source, carry them into each language, compile.

``python -m hrdesk.language.catalogs`` renews them all. This is the only module that speaks to Babel; it is
imported when a catalog has to be compiled, never at an ordinary start.
"""

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from hrdesk.language import LANGUAGES
from hrdesk.paths import translations_folder

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "N_": None,
    "_": None,
    "text": None,
    "plural": (1, 2),
    "plural_": (1, 2),
    "context": ((1, "c"), 2),
    "context_": ((1, "c"), 2),
}
"""The calls whose literal arguments are messages: the marks, and the methods of ``Words``."""

PLURAL_FORMS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "zh": "nplurals=1; plural=0;",
    "en": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "ru": ("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"),
    "es": "nplurals=2; plural=(n != 1);",
}
"""How each language counts, in the forms and the order of GNU gettext.

Babel's own Arabic header swaps the last two forms ("many" and "other"): a catalog filled in the usual order
would then show the wrong one for 11 to 99. The header is therefore written here and checked.
"""

_HEADER = """\
# {title}
msgid ""
msgstr ""
"Project-Id-Version: hrdesk\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
{more}"""

_OWN_HEADER = re.compile(rb'(?:#[^\n]*\n)*msgid ""\nmsgstr ""\n(?:"[^\n]*\n)*')


def catalog_path(language: str, folder: Path | None = None) -> Path:
    """Return where the source of a language's catalog is."""
    return (folder or translations_folder()) / language / "LC_MESSAGES" / "hrdesk.po"


def template_path(folder: Path | None = None) -> Path:
    """Return where the list of all messages is."""
    return (folder or translations_folder()) / "hrdesk.pot"


def read_catalog(path: Path) -> Catalog:
    """Read a catalog or the template; raises OSError, ValueError or Babel's PoFileError."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def source_messages(package: Path | None = None) -> Catalog:
    """Gather every marked message from the program's source."""
    package = package or Path(__file__).resolve().parent.parent
    catalog = Catalog(project="hrdesk", charset="utf-8", fuzzy=False)
    found = extract_from_dir(package, [("**.py", "python")], {}, KEYWORDS, ["Translators:"], strip_comment_tags=True)
    for name, _line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        place = f"{package.name}/{Path(name).as_posix()}"
        catalog.add(message, None, [(place, 1)], auto_comments=comments, context=context)
    return catalog


def complete(message: Message) -> bool:
    """Tell whether every form of a message is translated and no longer doubtful."""
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    return not message.fuzzy and bool(forms) and all(forms)


def compile_catalog(source: Path) -> BytesIO:
    """Compile a catalog in memory, leaving out what is incomplete (Babel would print English for it as if done)."""
    catalog = read_catalog(source)
    for message in list(catalog):
        if message.id and not complete(message):
            catalog.delete(message.id, message.context)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return compiled


def renew(folder: Path | None = None) -> None:
    """Write the template from the source, carry it into the six catalogs, and compile them."""
    template = source_messages()
    _write(template_path(folder), template, title="The messages of hrdesk.", more="")
    for language in LANGUAGES:
        path = catalog_path(language, folder)
        more = f'"Language: {language}\\n"\n"Plural-Forms: {PLURAL_FORMS[language]}\\n"\n'
        # A new catalog begins with its header, which says how many plural forms the language has.
        empty = BytesIO(_HEADER.format(title="", more=more).encode())
        catalog = read_catalog(path) if path.is_file() else read_po(empty, abort_invalid=True)
        catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, catalog, title=f"The messages of hrdesk in the language {language!r}.", more=more)
        compile_to_file(path)


def compile_to_file(source: Path) -> Path:
    """Compile a catalog beside its source and return the file written."""
    target = source.with_suffix(".mo")
    target.write_bytes(compile_catalog(source).getvalue())
    return target


def _write(path: Path, catalog: Catalog, *, title: str, more: str) -> None:
    """Write a catalog sorted and without dates, so that the same messages give the same bytes."""
    written = BytesIO()
    write_po(written, catalog, width=110, sort_output=True, include_lineno=False, ignore_obsolete=True)
    header = _HEADER.format(title=title, more=more).encode()
    path.write_bytes(_OWN_HEADER.sub(lambda _match: header, written.getvalue(), count=1))


if __name__ == "__main__":
    renew()
