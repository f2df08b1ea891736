"""Every kind of fault in a catalog is found."""

from pathlib import Path

import pytest

from hrdesk import floor
from hrdesk.language import LANGUAGES, catalogs
from hrdesk.language.catalogs import PLURAL_FORMS, catalog_path, read_catalog, renew, source_messages, template_path
from hrdesk.language.check import faults

_BABELS_ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5);"
)


def _catalog(folder: Path, body: str, *, language: str = "fr", plural_forms: str = "") -> Path:
    path = catalog_path(language, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    header = f'"Plural-Forms: {plural_forms or PLURAL_FORMS[language]}\\n"'
    charset = f'"Content-Type: text/plain; charset=utf-8\\n"\n"Language: {language}\\n"'
    path.write_text(f'msgid ""\nmsgstr ""\n{charset}\n{header}\n\n{body}', encoding="utf-8")
    return path


def test_a_good_catalog_has_no_faults(tmp_path: Path) -> None:
    body = (
        'msgid "Kept in {place}."\nmsgstr "Gardé dans {place}."\n\n'
        'msgid "One note"\nmsgid_plural "{number} notes"\nmsgstr[0] "{number} note"\nmsgstr[1] "{number} notes"\n'
    )
    assert faults(_catalog(tmp_path, body)) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('msgid "Summary"\nmsgstr ""\n', "not translated"),
        ('#, fuzzy\nmsgid "Summary"\nmsgstr "Sommaire"\n', "doubtful"),
        ('msgid "In {place}"\nmsgstr "Dans {lieu}"\n', "other fields"),
        ('msgid "In {place}"\nmsgstr "Dans {place"\n', "other fields"),
        ('msgid "Line\\n"\nmsgstr "Ligne"\n', "line break"),
        ('msgid "One note"\nmsgid_plural "{number} notes"\nmsgstr[0] "{number} note"\nmsgstr[1] ""\n', "empty plural"),
        (
            'msgid "One note"\nmsgid_plural "{number} notes"\nmsgstr[0] "Une note"\nmsgstr[1] "{number} notes"\n',
            "form 0",
        ),
        ('msgid "One note"\nmsgid_plural "{number} notes"\nmsgstr[0] "{number} n"\nmsgstr[1] "{n} n"\n', "form 1"),
    ],
)
def test_each_fault_is_named(tmp_path: Path, body: str, fault: str) -> None:
    found = faults(_catalog(tmp_path, body))
    assert len(found) == 1
    assert fault in found[0]


def test_a_wrong_number_of_plural_forms_is_found(tmp_path: Path) -> None:
    body = 'msgid "One"\nmsgid_plural "{number}"\n' + "".join(f'msgstr[{n}] "{{number}}"\n' for n in range(2))
    assert faults(_catalog(tmp_path, body, language="ru"))


def test_the_arabic_forms_for_one_number_need_not_name_it(tmp_path: Path) -> None:
    forms = ["لا شيء", "واحدة", "اثنتان", "{number} ملاحظات", "{number} ملاحظة", "{number} من الملاحظات"]
    body = 'msgid "One note"\nmsgid_plural "{number} notes"\n'
    body += "".join(f'msgstr[{index}] "{form}"\n' for index, form in enumerate(forms))
    assert faults(_catalog(tmp_path, body, language="ar")) == []
    assert len(faults(_catalog(tmp_path, body.replace("{number} ملاحظة", "ملاحظة"), language="ar"))) == 1


def test_babels_own_arabic_header_is_refused(tmp_path: Path) -> None:
    found = faults(_catalog(tmp_path, "", language="ar", plural_forms=_BABELS_ARABIC))
    assert len(found) == 1
    assert "n%100>=0" in found[0]


def test_messages_that_only_one_side_knows_are_named(tmp_path: Path) -> None:
    template_path(tmp_path).write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "New"\nmsgstr ""\n',
        encoding="utf-8",
    )
    found = faults(_catalog(tmp_path, 'msgid "Old"\nmsgstr "Vieux"\n'))
    assert found == ["'New' is missing", "'Old' is no longer used"]


def test_an_english_catalog_may_be_empty(tmp_path: Path) -> None:
    body = 'msgid "A"\nmsgstr ""\n\nmsgid "One"\nmsgid_plural "{number}"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    assert faults(_catalog(tmp_path, body, language="en")) == []


def test_a_file_that_is_no_catalog_is_one_fault(tmp_path: Path) -> None:
    path = _catalog(tmp_path, "")
    path.write_bytes(path.read_bytes() + b'msgid "\xff\xfe"')
    assert len(faults(path)) == 1
    assert "cannot be read" in faults(path)[0]
    assert "cannot be read" in faults(tmp_path / "fr" / "LC_MESSAGES" / "nowhere.po")[0]


def test_messages_are_gathered_with_marks_plurals_and_contexts(tmp_path: Path) -> None:
    package = tmp_path / "sample"
    package.mkdir()
    (package / "room.py").write_text(
        'A = N_("Marked")\n# Translators: a button\nB = _("Shown {x}", x=1)\nC = words.text("Printed")\n'
        'D = words.plural("One", "{number}", 3)\nE = words.context("state", "Open")\nF = plain("Not a message")\n',
        encoding="utf-8",
    )
    found = {(message.id, message.context) for message in source_messages(package) if message.id}
    assert found == {
        ("Marked", None),
        ("Shown {x}", None),
        ("Printed", None),
        (("One", "{number}"), None),
        ("Open", "state"),
    }


def test_renewing_keeps_translations_and_writes_the_same_bytes_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of one room alone: gathering from all of the source is tested once, where the template is compared with it.
    monkeypatch.setattr(catalogs, "source_messages", lambda: source_messages(Path(floor.__file__).parent))
    renew(tmp_path)
    first = next(message for message in read_catalog(catalog_path("fr", tmp_path)) if message.id)
    catalog = catalog_path("fr", tmp_path)
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace(f'msgid "{first.id}"\nmsgstr ""', f'msgid "{first.id}"\nmsgstr "Traduit"', 1))
    renew(tmp_path)
    once = {path.name + path.parent.parent.name: path.read_bytes() for path in tmp_path.rglob("*.po*")}
    renew(tmp_path)
    assert once == {path.name + path.parent.parent.name: path.read_bytes() for path in tmp_path.rglob("*.po*")}
    kept = read_catalog(catalog).get(str(first.id))
    assert kept is not None
    assert kept.string == "Traduit"
    assert all(faults(catalog_path(language, tmp_path)) for language in LANGUAGES if language != "en")
    assert faults(catalog_path("en", tmp_path)) == []
