"""Symbols of United Nations documents: finding them in text and writing them in one form.

The form is the one the documents carry: A/HRC/RES/18/14 for resolution 18/14 of the Human Rights Council. Resolutions
of the Council are numbered from 1 in each session and its decisions from 101, so that "HRC resolution 32/127" cannot
be one and is left as written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Body = Literal["council", "assembly", ""]

LAST_RESOLUTION = 100
"""Resolutions of one session of the Council stay below this number; its decisions begin above it."""

FULL = re.compile(
    r"(?<![\w/])(?:A\s?/\s?)?(?:HRC|A|E|S|CCPR|CEDAW|CERD|CRC|CRPD|CAT|HRI)"
    r"(?:\s?/\s?(?:S-\d{1,2}|[A-Z]{1,5}\.?\d{0,3}(?:\.[A-Z])?|\d{1,4}|[A-Za-z]{1,5}\.?\d{0,3})){1,6}(?![\w/])"
)

NAMED = re.compile(
    r"""(?P<body>\b(?:(?:United\ Nations\ |UN\ )?(?:Human\ Rights\ Council|General\ Assembly|Security\ Council
        |Commission\ on\ Human\ Rights|Economic\ and\ Social\ Council)(?:['’]s)?(?:,?\ in\ its)?
        |HRC|UNGA|GA|CHR|ECOSOC|Council(?:['’]s)?|Assembly)\ )?
    \b(?P<word>[Rr]esolutions?|[Dd]ecisions?|RES|DEC|[Rr]es\.?|[Dd]ec\.?|[Rr]ésolutions?|[Dd]écisions?
        |[Rr]esolución|[Rr]esoluciones)
    \s\(?(?P<number>(?:S-)?\d{1,4}/\d{1,4})(?![\d/])\)?
    (?P<organ>\ (?:of\ the\ (?:United\ Nations\ )?Human\ Rights\ Council|of\ the\ General\ Assembly
        |du\ Conseil\ des\ droits\ de\ l['’]homme|de\ l['’]Assemblée\ générale
        |del\ Consejo\ de\ Derechos\ Humanos|de\ la\ Asamblea\ General))?""",
    re.VERBOSE,
)

FURTHER = re.compile(
    r"(?:\s\(?(?:of|adopted in)\s(?:\d{1,2}\s)?(?:[A-Z][a-z]{2,9}\s)?\d{4}\)?)?"
    r"(?:,\s(?:and\s)?|\s(?:and|et|y)\s|\s?;\s(?:and\s)?)((?:S-)?\d{1,4}/\d{1,4})(?![\d/])"
)


@dataclass(frozen=True)
class Symbol:
    """A symbol found in a text: where it stands, as written, and in the one form ("" where none is sure)."""

    start: int
    end: int
    as_written: str
    symbol: str

    @property
    def is_resolution(self) -> bool:
        """Tell whether it is a resolution or a decision, and no report."""
        return "/RES/" in self.symbol or "/DEC/" in self.symbol or bool(NAMED.fullmatch(self.as_written))


def find_symbols(text: str, body: Body = "") -> Iterator[Symbol]:
    """Find every symbol in ``text``, in order; ``body`` is whose a resolution is when the text does not say."""
    places: list[Symbol] = []
    for found in FULL.finditer(text):
        symbol = full_form(found.group())
        if symbol:
            places.append(Symbol(found.start(), found.end(), found.group(), symbol))
    taken = [(place.start, place.end) for place in places]
    for found in NAMED.finditer(text):
        if not any(start < found.end() and found.start() < end for start, end in taken):
            places.extend(named(found, text, body))
    yield from sorted(places, key=lambda place: place.start)


def full_form(written: str) -> str:
    """Write a full symbol without blanks, in capitals and with the organ it belongs to; "" when it is none."""
    joined = re.sub(r"\s", "", written).replace("/Res/", "/RES/").replace("/Dec/", "/DEC/")
    joined = re.sub("/(res|dec)/", lambda found: found.group().upper(), joined)
    if joined.startswith("HRC/"):
        joined = "A/" + joined
    parts = joined.split("/")
    if not any(character.isdigit() for character in joined) or len(parts) < 3:
        return ""
    if parts[:2] == ["A", "HRC"] and len(parts) == 4 and not (parts[2][-1:].isdigit() and parts[3].isdigit()):
        return ""
    if parts[0] == "A" and parts[1] not in ("HRC", "RES", "CONF.") and not re.match(r"\d|[A-Z]", parts[1]):
        return ""
    if parts[0] in ("E", "S", "A") and len(parts) == 3 and parts[1].isalpha() and parts[1] not in ("RES", "HRC", "DEC"):
        return ""
    return joined


def named(found: re.Match[str], text: str, body: Body) -> Iterator[Symbol]:
    """Read "HRC resolution 30/3" and what follows it: "resolutions 6/20, 12/15 and 18/14"."""
    owner = owner_of(found["body"] or found["organ"] or "", body)
    # "the General Assembly, in its resolution 63/170" names the organ, but is no way of writing the symbol.
    start = found.start("word") if "," in (found["body"] or "") or " in its" in (found["body"] or "") else found.start()
    word = "DEC" if found["word"].casefold().startswith(("dec", "déc")) else "RES"
    yield Symbol(start, found.end(), text[start : found.end()], symbol_of(owner, word, found["number"]))
    at = found.end()
    while (more := FURTHER.match(text, at)) is not None:
        yield Symbol(more.start(1), more.end(1), more.group(1), symbol_of(owner, word, more.group(1)))
        at = more.end()


def owner_of(written: str, otherwise: Body) -> str:
    """Tell whose resolution it is by the words before it."""
    words = written.casefold()
    if "human rights council" in words or "hrc" in words:
        return "council"
    if "security" in words:
        return "S"
    if "economic" in words or "ecosoc" in words:
        return "E"
    if "commission" in words or "chr" in words:
        return "E/CN.4"
    if "assembl" in words or "asamblea" in words or words.strip() in ("ga", "unga"):
        return "assembly"
    if "conseil des droits" in words or "consejo de derechos" in words:
        return "council"
    if "council" in words:
        return "council"
    return otherwise


def symbol_of(owner: str, word: str, number: str) -> str:
    """Make the symbol of a numbered resolution or decision, "" when the number cannot be one of that organ."""
    session, _, item = number.partition("/")
    if owner == "council":
        fits = int(item) < LAST_RESOLUTION if word == "RES" else int(item) > LAST_RESOLUTION
        return f"A/HRC/{word}/{number}" if fits and len(session) < 5 else ""
    if owner == "assembly":
        return f"A/{word}/{number}"
    return f"{owner}/{word}/{number}" if owner else ""
