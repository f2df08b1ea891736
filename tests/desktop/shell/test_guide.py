"""The guide in six languages: one text, with the same keys, and with the words that stand on the screen."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QTextBrowser

from hrdesk.desktop.shell.menus import plain
from hrdesk.language import LANGUAGES, SOURCE_LANGUAGE
from hrdesk.language.catalogs import catalog_path, read_catalog
from hrdesk.paths import resources_folder

OTHERS = [one for one in LANGUAGES if one != SOURCE_LANGUAGE]

PIECE = re.compile(r"(#+|-|\|)? *(.*)")
KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\w+|\bF\d\b", re.ASCII)
NAMED = re.compile(r"\*\*(.+?)\*\*|“(.+?)”|\"(.+?)\"")
QUOTES = str.maketrans("", "", "\u00a0\u202f\u200e\u200f ")


def pieces(language: str) -> list[tuple[str, str]]:
    """Give the headings, points, rows and paragraphs of the guide: what each is, and its text."""
    told = (resources_folder() / "guide" / f"{language}.md").read_text("utf-8").splitlines()
    assert not [one for one in pairwise(told) if all(one) and not one[1].startswith(("-", "|"))], "one line a piece"
    found = [PIECE.fullmatch(line) for line in told if line.strip()]
    return [(one[1] or "", one[2]) for one in found if one]


@cache
def on_the_screen(language: str) -> dict[str, str]:
    """Map the English words of the program to those of a language, both as a reader sees them."""
    found = {}
    for message in read_catalog(catalog_path(language)):
        if isinstance(message.id, str) and isinstance(message.string, str):
            found[plain(message.id).rstrip("…:. ")] = plain(message.string).rstrip("…:.。： ")
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_the_guide_has_the_same_pieces_in_every_language(language: str):
    assert [kind for kind, _ in pieces(language)] == [kind for kind, _ in pieces(SOURCE_LANGUAGE)]


@pytest.mark.parametrize("language", OTHERS)
def test_every_piece_of_the_guide_names_the_same_keys(language: str):
    both = zip(pieces(SOURCE_LANGUAGE), pieces(language), strict=True)
    assert [text for (_, told), (_, text) in both if Counter(KEYS.findall(told)) != Counter(KEYS.findall(text))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_guide_calls_things_as_the_screen_does(language: str):
    words, missing = on_the_screen(language), []
    for (_, told), (_, text) in zip(pieces(SOURCE_LANGUAGE), pieces(language), strict=True):
        for found in NAMED.finditer(told):
            name = next(filter(None, found.groups())).rstrip("…:. ")
            if name in words and words[name].translate(QUOTES).casefold() not in text.translate(QUOTES).casefold():
                missing.append((name, words[name], text))
    assert missing == []
    names = (found[0].strip('*"“”.') for _, text in pieces(SOURCE_LANGUAGE) for found in NAMED.finditer(text))
    assert sum(name in words for name in names) > 20


def test_the_guide_shows_keys_as_the_menus_do(opened):
    opened.use_language("fr")
    opened.menus.qt_action("help.guide").trigger()
    told = opened.text_page.findChild(QTextBrowser).toPlainText()
    assert "Ctrl+Maj+T" in told
    assert "Shift+" not in told


def test_tables_of_the_guide_begin_at_the_right_in_arabic(opened):
    opened.use_language("ar")
    opened.menus.qt_action("help.guide").trigger()
    document = opened.text_page.findChild(QTextBrowser).document()
    tables = [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable)]
    assert [one.format().alignment() for one in tables] == [Qt.AlignmentFlag.AlignRight]
