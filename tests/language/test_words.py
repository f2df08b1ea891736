"""The catalog of one language: what is translated, what stays English, and that nothing ever crashes."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.language import LANGUAGES
from hrdesk.language.catalogs import PLURAL_FORMS, catalog_path, compile_to_file
from hrdesk.language.fields import fields_of, fill, same_fields
from hrdesk.language.words import Words, load_words, words_for

_ARABIC_NOTES = (
    "لا ملاحظات",
    "ملاحظة واحدة",
    "ملاحظتان",
    "{number} ملاحظات",
    "{number} ملاحظة",
    "{number} من الملاحظات",
)
_RUSSIAN_NOTES = ("{number} заметка", "{number} заметки", "{number} заметок")


def _write_catalog(folder: Path, language: str, body: str) -> Path:
    path = catalog_path(language, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {PLURAL_FORMS[language]}\\n"\n\n{body}',
        encoding="utf-8",
    )
    return path


def _plural_entry(forms: tuple[str, ...]) -> str:
    lines = [f'msgstr[{index}] "{form}"' for index, form in enumerate(forms)]
    return "\n".join(['msgid "One note"', 'msgid_plural "{number} notes"', *lines]) + "\n"


def _french(tmp_path: Path, body: str) -> Words:
    _write_catalog(tmp_path, "fr", body)
    return load_words("fr", tmp_path)


def test_a_translated_message_is_printed_with_its_fields(tmp_path: Path) -> None:
    words = _french(tmp_path, 'msgid "Kept in {place}."\nmsgstr "Gardé dans {place}."\n')
    assert words.text("Kept in {place}.", place="Genève") == "Gardé dans Genève."


def test_a_message_without_a_translation_stays_english(tmp_path: Path) -> None:
    words = _french(tmp_path, 'msgid "Summary"\nmsgstr ""\n')
    assert words.text("Summary") == "Summary"
    assert words.text("Never heard of") == "Never heard of"
    assert words.text("") == ""


def test_a_doubtful_translation_is_not_used(tmp_path: Path) -> None:
    words = _french(tmp_path, '#, fuzzy\nmsgid "Summary"\nmsgstr "Sommaire"\n')
    assert words.text("Summary") == "Summary"


@pytest.mark.parametrize(
    "bad", ["Gardé.", "Gardé dans {lieu}.", "{place} {0}", "{place.__class__}", "{place", "{place:>9}"]
)
def test_a_translation_with_other_fields_is_never_used(tmp_path: Path, bad: str) -> None:
    words = _french(tmp_path, f'msgid "Kept in {{place}}."\nmsgstr "{bad}"\n')
    assert words.text("Kept in {place}.", place="Geneva") == "Kept in Geneva."


def test_the_same_message_differs_by_context(tmp_path: Path) -> None:
    words = _french(
        tmp_path,
        'msgctxt "button"\nmsgid "Open"\nmsgstr "Ouvrir"\n\nmsgctxt "state"\nmsgid "Open"\nmsgstr "Ouvert"\n',
    )
    assert words.context("button", "Open") == "Ouvrir"
    assert words.context("state", "Open") == "Ouvert"
    assert words.context("elsewhere", "Open") == words.text("Open") == "Open"


def test_a_field_may_be_called_message_or_self(tmp_path: Path) -> None:
    words = load_words("en", tmp_path)
    assert words.text("{message} {self}", message="a", self="b") == "a b"
    assert words.plural("{singular}", "{number} {singular}", 2, singular="x") == "2 x"


def test_a_missing_field_is_left_as_written(tmp_path: Path) -> None:
    words = load_words("en", tmp_path)
    assert words.text("{here} and {there}", here="A") == "A and {there}"
    assert words.text("{here:d}", here="not a number") == "{here:d}"
    assert words.text("a brace { alone", here="A") == "a brace { alone"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "لا ملاحظات"),
        (1, "ملاحظة واحدة"),
        (2, "ملاحظتان"),
        (3, "3 ملاحظات"),
        (5, "5 ملاحظات"),
        (11, "11 ملاحظة"),
        (21, "21 ملاحظة"),
        (99, "99 ملاحظة"),
        (100, "100 من الملاحظات"),
        (101, "101 من الملاحظات"),
        (103, "103 ملاحظات"),
        (111, "111 ملاحظة"),
    ],
)
def test_arabic_counts_in_six_forms(tmp_path: Path, number: int, expected: str) -> None:
    _write_catalog(tmp_path, "ar", _plural_entry(_ARABIC_NOTES))
    assert load_words("ar", tmp_path).plural("One note", "{number} notes", number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0 заметок"),
        (1, "1 заметка"),
        (2, "2 заметки"),
        (3, "3 заметки"),
        (5, "5 заметок"),
        (11, "11 заметок"),
        (21, "21 заметка"),
        (100, "100 заметок"),
        (101, "101 заметка"),
        (112, "112 заметок"),
    ],
)
def test_russian_counts_in_three_forms(tmp_path: Path, number: int, expected: str) -> None:
    _write_catalog(tmp_path, "ru", _plural_entry(_RUSSIAN_NOTES))
    assert load_words("ru", tmp_path).plural("One note", "{number} notes", number) == expected


def test_french_counts_zero_with_one_and_chinese_does_not_count(tmp_path: Path) -> None:
    _write_catalog(tmp_path, "fr", _plural_entry(("{number} note", "{number} notes")))
    _write_catalog(tmp_path, "zh", _plural_entry(("{number}条记录",)))
    french, chinese = load_words("fr", tmp_path), load_words("zh", tmp_path)
    assert [french.plural("One note", "{number} notes", n) for n in (0, 1, 2)] == ["0 note", "1 note", "2 notes"]
    assert [chinese.plural("One note", "{number} notes", n) for n in (0, 1, 2)] == ["0条记录", "1条记录", "2条记录"]


def test_a_message_with_an_empty_plural_form_is_english_in_all_forms(tmp_path: Path) -> None:
    _write_catalog(tmp_path, "ru", _plural_entry(("{number} заметка", "", "{number} заметок")))
    words = load_words("ru", tmp_path)
    assert [words.plural("One note", "{number} notes", n) for n in (1, 2, 5)] == ["One note", "2 notes", "5 notes"]


def test_a_plural_form_with_a_foreign_field_is_english(tmp_path: Path) -> None:
    _write_catalog(tmp_path, "fr", _plural_entry(("{number} note", "{nombre} notes")))
    words = load_words("fr", tmp_path)
    assert words.plural("One note", "{number} notes", 1) == "1 note"
    assert words.plural("One note", "{number} notes", 3) == "3 notes"


def test_english_counts_without_a_catalog(tmp_path: Path) -> None:
    words = load_words("en", tmp_path)
    assert words.plural("One note", "{number} notes", 1) == "One note"
    assert words.plural("One note", "{number} notes", 0) == "0 notes"


def test_a_compiled_catalog_is_read_only_while_it_is_current(tmp_path: Path) -> None:
    source = _write_catalog(tmp_path, "fr", 'msgid "Summary"\nmsgstr "Sommaire"\n')
    compiled = compile_to_file(source)
    _write_catalog(tmp_path, "fr", 'msgid "Summary"\nmsgstr "Résumé"\n')
    os.utime(compiled, ns=(source.stat().st_mtime_ns, source.stat().st_mtime_ns))
    assert load_words("fr", tmp_path).text("Summary") == "Sommaire"
    os.utime(compiled, (1, 1))
    assert load_words("fr", tmp_path).text("Summary") == "Résumé"
    source.unlink()
    assert load_words("fr", tmp_path).text("Summary") == "Sommaire"


def test_a_damaged_catalog_means_the_next_best(tmp_path: Path) -> None:
    source = _write_catalog(tmp_path, "fr", 'msgid "Summary"\nmsgstr "Résumé"\n')
    compiled = compile_to_file(source)
    compiled.write_bytes(compiled.read_bytes()[:40])
    assert load_words("fr", tmp_path).text("Summary") == "Résumé"
    source.write_bytes(b'msgid "\xff\xfe broken')
    os.utime(source, (1, 1))
    assert load_words("fr", tmp_path).text("Summary") == "Summary"


def test_a_language_without_a_catalog_speaks_english(tmp_path: Path) -> None:
    assert load_words("ru", tmp_path).text("Summary") == "Summary"


def test_only_the_six_languages_have_words() -> None:
    with pytest.raises(ValueError, match="'de'"):
        words_for("de")


def test_words_are_read_once_and_know_their_direction() -> None:
    assert words_for("fr") is words_for("fr")
    assert [language for language in LANGUAGES if words_for(language).right_to_left] == ["ar"]


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="{}ab:!r.0[]"), st.dictionaries(st.sampled_from(["a", "b"]), st.text() | st.integers()))
def test_filling_never_fails(text: str, values: dict[str, object]) -> None:
    assert isinstance(fill(text, values), str)
    assert same_fields(text, text) or fields_of(text) is None
