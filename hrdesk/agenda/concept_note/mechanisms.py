"""Mechanisms that the note itself introduces: a full name with its acronym in brackets."""

import re

from hrdesk.agenda.concept_note.finding import Sheet
from hrdesk.agenda.concept_note.paragraphs import Note

DEFINED = re.compile(r"\((?P<acronym>[A-Z][A-Za-z]{0,6}[A-Z](?:-[A-Z]{2,4})?s?)\)")
SMALL = frozenset("of on the for and to in against with de des du la le les et y del los las sur pour por para".split())
BODY = re.compile(
    r"\b(?:Commission|Committee|Sub-?committee|Court|Council|Office|Union|Organi[sz]ation|Agency"
    r"|Institutions?|Mechanisms?|Network|League|Association|Nations|Assembly|Rapporteur|Working Group"
    r"|Forum"
    r"|Section|Secretariat|Programme|Institute|Centre|Review|Alliance|Federation|States|Comité|Cour|Corte"
    r"|Comisión|Conseil|Consejo)\b"
)
REGIONS = (
    ("Americas", re.compile(r"\bInter-?\s?American|\bAmerican States")),
    ("Africa", re.compile(r"\bAfrica[n]?\b")),
    ("Europe", re.compile(r"\bEurope(?:an)?\b|\bEU\b")),
    ("Asia", re.compile(r"\bASEAN\b|\bAsian?\b")),
    ("Arab region", re.compile(r"\bArab\b")),
)
WHOSE = re.compile(r"European|African|Inter-?American|Arab|ASEAN|EU|OSCE|AU|OAS|CoE|Asian")
LONGEST_NAME = 16


def read_mechanisms(note: Note, sheet: Sheet) -> None:
    """Write down every body whose acronym the note spells out, once for each acronym and name."""
    seen: set[tuple[str, str]] = set()
    for para in note.paras:
        if len(para.text) > 20_000:
            continue
        for found in DEFINED.finditer(para.text):
            written = found["acronym"]
            acronym = written[:-1] if written.endswith("s") and len(written) > 2 and written[:-1].isupper() else written
            name = name_before(para.text[max(0, found.start() - 200) : found.start()].strip(), acronym)
            if not name or not BODY.search(name) or (acronym, name.casefold()) in seen:
                continue
            if any(record.values.get("acronym") == acronym for record in sheet.of("mechanism")):
                continue
            seen.add((acronym, name.casefold()))
            regions = [region for region, pattern in REGIONS if pattern.search(name)]
            sheet.add(
                "mechanism",
                para.lines,
                whole=False,
                acronym=acronym,
                name=name,
                region=regions[0] if len(regions) == 1 else "",
            )


def name_before(text: str, acronym: str) -> str:
    """Give the name at the end of ``text`` whose first letters the acronym takes in order; "" when none does."""
    words = re.split(r"\s+", text)[-LONGEST_NAME:]
    start = len(words)
    while (
        start > 0
        and (words[start - 1][:1].isupper() or words[start - 1].casefold() in SMALL)
        and not words[start - 1].endswith((".", ",", ";", ":", ")"))
    ):
        start -= 1
    # A comma inside a name, as in "Sub-Committee on Torture, Cruel …", is rarer than one before it.
    run = words[start:]
    letters = [letter for letter in acronym.casefold() if letter.isalpha()]
    for first in range(len(run)):
        if run[first].casefold() in SMALL or run[first][:1].casefold() != letters[0]:
            continue
        if fits(run[first:], letters):
            # "European Committee on …" (CPT), "EU … Agency" (FRA): whose body it is has no letter in the acronym.
            whose = run[first - 1] if first and WHOSE.fullmatch(run[first - 1]) else ""
            return " ".join([*([whose] if whose else []), *run[first:]])
    return ""


def fits(words: list[str], letters: list[str]) -> bool:
    """Tell whether an acronym takes the first letters of words in order and leaves few weighty words out."""
    initials: list[str] = []
    weights: list[bool] = []
    for word in words:
        for part in re.split(r"[-/]", word):
            if part:
                initials.append(part[0].casefold())
                weights.append(part.casefold() not in SMALL)
    at = left = 0
    for initial, weighty in zip(initials, weights, strict=True):
        if at < len(letters) and initial == letters[at]:
            at += 1
        elif weighty:
            left += 1
    return at == len(letters) and left <= max(1, len(letters) // 2)
