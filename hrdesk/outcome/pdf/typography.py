"""The small habits of each language, and what of a text can be printed at all.

Only blanks are exchanged, one for one: a text keeps its letters and its length.
"""

import re

NO_BREAK, NARROW = "\u00a0", "\u202f"
FRENCH_BEFORE = re.compile(r"[ \u00a0](?=[;!?»])|(?<=«)[ \u00a0]")
FRENCH_COLON = re.compile(r" (?=:(?:\s|$))")
DASH = re.compile(r"(?<=\S) (?=[\u2014\u2013] )")
NUMBER_SIGN = re.compile(r"(?<=[№§]) (?=[\dIVX])")
ABBREVIATION = re.compile(r"\b([^\W\d_]{1,6}\.) (?=\d)")
ARABIC_REFERENCE = re.compile(r"(فقرة|فقرات|فقرتان|فقرتين|مادة|مواد|عام) (?=\d)")
THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
HARD_BREAK = "\u2028"
BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad]")
UNPRINTABLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
REPLACEMENT = "\ufffd"


def cleaned(text: str) -> str:
    """Return the text without control characters; line ends become one sign, broken characters U+FFFD.

    Soft hyphens go too: they were set for another measure.
        A lone surrogate (half a character, as damaged files hold) cannot be written into any file.
    """
    text = BREAKS.sub(HARD_BREAK, text).replace("\t", " ")
    return UNPRINTABLE.sub(REPLACEMENT, CONTROLS.sub("", text))


def spaced(text: str, language: str) -> str:
    """Return the text with blanks that must not end a line made unbreakable, as its language asks.

    French sets a narrow blank before ; ! ? and inside « », a full one before the colon (Imprimerie nationale);
    Russian never begins a line with a dash. Between the digits of one number a blank must be unbreakable above all
    in Arabic, where the halves would change places.
    """
    short = language.split("-")[0]
    if short == "fr":
        text = FRENCH_COLON.sub(NO_BREAK, FRENCH_BEFORE.sub(NARROW, text))
    if short == "zh":
        return text
    if short == "ar":
        text = ARABIC_REFERENCE.sub(rf"\1{NO_BREAK}", text)
    text = THOUSANDS.sub(NARROW, ABBREVIATION.sub(rf"\1{NO_BREAK}", text))
    return NUMBER_SIGN.sub(NO_BREAK, DASH.sub(NO_BREAK, text))
