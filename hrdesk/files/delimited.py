"""Reads tables that are plain text (CSV, or what was copied from a sheet), however they were written.

What parts the cells and which code page the file is in stands nowhere; both are told by how the text then reads.
"""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from hrdesk.errors import Refused
from hrdesk.files.rows import MOST_ROWS, MOST_TEXT_IN_CELL, TOO_MANY_ROWS, Table, make_table
from hrdesk.files.text import CONTROLS, MARKS, decode
from hrdesk.language import N_

DELIMITERS = ("\t", ";", ",", "|")
"""Tried in this order: where two part a table equally well the first does, because commas stand in names too."""

SAMPLE = 200
"""Rows from which the delimiter is told."""

CODE_PAGES = ("cp1252", "cp1251", "cp1256", "gb18030")
"""What sheets save plain text in, where they do not save it in Unicode: Western, Russian, Arabic, Chinese."""

FOREIGN_WORD = re.compile(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")
NOT_A_TABLE = N_("{name} is no table that can be read; save it as CSV or as .xlsx and try again.")
LONG_CELL = N_("{name} has a cell that is too long for a list; nothing was read.")


def read_delimited(content: bytes, name: str) -> Table:
    """Read the bytes of a text file as a table; Refused when they are no text or too many."""
    return parse_delimited(decode_table(content), name)


def parse_delimited(text: str, name: str) -> Table:
    """Read a text as a table: what parts its cells is found out; lines without any are rows of one cell."""
    if CONTROLS.search(text):
        raise Refused(NOT_A_TABLE, name=name)
    text = text.removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    told = re.fullmatch(r"\s*sep=(.)\s*", first)
    if told:
        text = rest
    return make_table(_rows(text, told[1] if told else delimiter_of(text), name), name)


def delimiter_of(text: str) -> str:
    """Give what parts the cells: what gives most rows the same number of cells, more than one."""
    best, most = "\t", 0.0
    head = "\n".join(text.split("\n")[:SAMPLE])
    for delimiter in DELIMITERS:
        if delimiter not in head:
            continue
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(head), delimiter=delimiter) if any(row)]
        except csv.Error:
            continue
        width, often = Counter(widths).most_common(1)[0] if widths else (0, 0)
        score = often / len(widths) if width > 1 else 0.0
        if score > most + 0.05:
            best, most = delimiter, score
    return best


def decode_table(content: bytes) -> str:
    """Decode a table: as any text where it is Unicode, else in the code page in which its words look like words."""
    if any(content.startswith(mark) for mark, _ in MARKS) or b"\x00" in content[:4000]:
        return decode(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    read: list[tuple[float, int, str]] = []
    for order, page in enumerate(CODE_PAGES):
        try:
            text = content.decode(page)
        except UnicodeDecodeError:
            continue
        read.append((-_likelihood(text), order, text))
    return min(read)[2] if read else decode(content)


def _likelihood(text: str) -> float:
    """Say how much the words with letters beyond ASCII look like words of one language, 0 to 1."""
    words = FOREIGN_WORD.findall(text[:200_000])
    strange = sum(
        1 for sign in text[:200_000] if ord(sign) > 0x7F and not sign.isalnum() and sign not in "’‘“”«»–—…،؛؟ ·°"
    )
    good = sum(_looks_like_a_word(word) for word in words)
    return good / max(1, len(words) + strange)


def _looks_like_a_word(word: str) -> float:
    scripts = {_script(letter) for letter in word}
    if len(scripts) > 1:
        return 0.0
    if scripts == {"CJK"}:
        # Rare characters are what other code pages look like in this one.
        common = sum(1 for letter in word if _is_common(letter))
        return common / len(word)
    if scripts == {"LATIN"}:
        plain = sum(1 for letter in word if letter.isascii())
        return 1.0 if plain * 2 >= len(word) and not re.search(r"[^\W\d_]*[a-zß-ÿ][A-ZÀ-Þ]", word) else 0.0
    return 0.0 if re.search(r"[а-яё][А-ЯЁ]", word) else 1.0


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0]


def _is_common(letter: str) -> bool:
    """Tell whether a Chinese character is among the 3,755 of everyday use: those of the first level of GB 2312."""
    coded = letter.encode("gb18030")
    return len(coded) == 2 and 0xB0 <= coded[0] <= 0xD7 and coded[1] >= 0xA1


def _rows(text: str, delimiter: str, name: str) -> list[list[str]]:
    return list(_checked(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), name))


def _checked(reader: Iterator[list[str]], name: str) -> Iterator[list[str]]:
    try:
        for number, row in enumerate(reader):
            if number > MOST_ROWS * 2:  # empty rows are not counted in the end
                raise Refused(TOO_MANY_ROWS, name=name)
            if any(len(cell) > MOST_TEXT_IN_CELL for cell in row):
                raise Refused(LONG_CELL, name=name)
            yield row
    except csv.Error as broken:
        raise Refused(NOT_A_TABLE, name=name) from broken
