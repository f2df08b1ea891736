"""Cleans the lines of a note: blanks, invisible characters, the codes of word processors, calls of footnotes.

A call of a footnote is kept as its mark between two private characters until the paragraphs are made.
"""

import re

from hrdesk.files.document import Line

CALL, CALL_END = "\ue000", "\ue001"

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\ue000\ue001]")
BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

FIELD = re.compile("\x13[^\x13-\x15]{0,500}\x14")
"""The instruction of a field in text taken raw from a Word file; its result follows until \\x15."""

HYPERLINK = re.compile(
    r'\{?\s?HYPERLINK\s+(?:\\[a-z]\s+)?"([^"\n]{1,500})"(?:\s+\\[a-z](?:\s+"[^"\n]{0,200}")?)*\s?\}?'
)
OTHER_FIELDS = re.compile(
    r"\{?\s?\b(?:PAGEREF|NOTEREF|REF)\s+_\w{1,40}(?:\s+\\[a-z*]+){0,4}\s?\}?"
    r"|\{?\s?\b(?:TOC|PAGE|NUMPAGES|MERGEFIELD)\s+\\\S{1,20}(?:\s+(?:\\\S{1,20}|\"[^\"\n]{0,60}\")){0,6}\s?\}?"
    r"|\\\*\s?MERGEFORMAT"
)
BOOKMARK = re.compile(r"\[bookmark:[^\]\n]{0,100}\]")
ALL_CODES = ("HYPERLINK", "REF", "TOC", "PAGE", "MERGE", "[bookmark", "\x13")

IMAGE = re.compile(r"!?\[?(?:image|picture|logo)[\w .()-]{0,20}\.(?:png|jpe?g|gif|emf|wmf|bmp|tiff?)\]?", re.IGNORECASE)
"""The name of a picture that an extraction left behind; what follows it at the end is its text, not the note's."""

RULE = re.compile(r"\s*(?:[*_=~#–—.-]\s*){3,}")
"""A line that only divides."""


def clean(line: Line) -> str:
    """Clean the text of a line; the call of a footnote becomes its mark between ``CALL`` and ``CALL_END``."""
    text, calls = line.text, line.calls
    for at, mark in sorted(calls, reverse=True):
        text = f"{text[:at]}\ufff9{mark}\ufffb{text[at:]}"
    text = BLANK.sub(" ", INVISIBLE.sub("", text)).replace("\u2011", "-").replace("\x1e", "-").replace("\x1f", "")
    text = text.replace("\ufff9", CALL).replace("\ufffb", CALL_END)
    if any(code in text for code in ALL_CODES):
        text = FIELD.sub("", text)
        text = HYPERLINK.sub(shown_address, text)
        text = BOOKMARK.sub("", OTHER_FIELDS.sub("", text))
    return re.sub("[\x00-\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f]", "", text)


def shown_address(found: re.Match[str]) -> str:
    """Keep the address of a link only where the link shows no words of its own."""
    follows = found.string[found.end() : found.end() + 1]
    return " " if follows and follows not in ".,;)" and found.string[found.end() :].strip() else found[1]


def collapse(text: str) -> str:
    """Put one blank where there are several, tabs included, and none at the ends."""
    return " ".join(text.split())


def words_of(text: str) -> str:
    """Give the text without the calls of footnotes."""
    if CALL not in text:
        return collapse(text.replace(CALL_END, ""))
    return collapse(
        re.sub(f"\\s?{CALL}[^{CALL_END}]{{0,20}}{CALL_END}", "", text).replace(CALL, "").replace(CALL_END, "")
    )


def calls_in(text: str) -> list[tuple[int, str]]:
    """Give the calls of footnotes in a text: where each stands and the mark it calls."""
    return [(found.start(), found[1]) for found in re.finditer(f"{CALL}([^{CALL_END}]{{1,20}}){CALL_END}", text)]
