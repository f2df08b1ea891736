"""Ordinals in figures and words, in English, French and Spanish: "34th", "quarante-troisième", "43º"."""

import re

UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            *UNITS,
            *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth".split(),
            *"seventeenth eighteenth nineteenth".split(),
        ],
        start=1,
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
TENTHS = {
    word: 10 * number
    for number, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(), start=2
    )
}
ENGLISH = (
    ORDINALS
    | TENTHS
    | {f"{ten} {unit}": TENS[ten] + number for ten in TENS for number, unit in enumerate(UNITS, start=1)}
)

FRENCH_UNITS = "unième deuxième troisième quatrième cinquième sixième septième huitième neuvième".split()
FRENCH_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50}
FRENCH_TEENS = (
    "dixième,onzième,douzième,treizième,quatorzième,quinzième,seizième,dix septième,dix huitième,dix neuvième"
)
FRENCH = (
    {"premier": 1, "première": 1, "seconde": 2}
    | {word: number for number, word in enumerate(FRENCH_UNITS, start=1) if number > 1}
    | {word: number for number, word in enumerate(FRENCH_TEENS.split(","), start=10)}
    | {f"{ten.removesuffix('e')}ième": number for ten, number in FRENCH_TENS.items()}
    | {f"{ten} et unième": tens + 1 for ten, tens in FRENCH_TENS.items()}
    | {
        f"{ten} {unit}": tens + number
        for ten, tens in FRENCH_TENS.items()
        for number, unit in enumerate(FRENCH_UNITS, start=1)
        if number > 1
    }
)

SPANISH_UNITS = "primer segundo tercer cuarto quinto sexto séptimo octavo noveno".split()
SPANISH_TENS = {"décimo": 10, "vigésimo": 20, "trigésimo": 30, "cuadragésimo": 40, "quincuagésimo": 50}
SPANISH = (
    {word: number for number, word in enumerate(SPANISH_UNITS, start=1)}
    | SPANISH_TENS
    | {
        f"{ten} {unit}": tens + number
        for ten, tens in SPANISH_TENS.items()
        for number, unit in enumerate(SPANISH_UNITS, start=1)
    }
)

WORDS = ENGLISH | FRENCH | SPANISH

ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th|e|ème|ª|\.?º|°)\b|\d{1,3}\.?[º°]|(?:"
    + "|".join(word.replace(" ", "[- ]") for word in sorted(WORDS, key=len, reverse=True))
    + r")\b)"
)


def ordinal_number(text: str) -> int | None:
    """Read an ordinal: 34 for "34th" and for "thirty-fourth"; None when it is none."""
    words = " ".join(text.strip().casefold().replace("-", " ").split())
    if words[:1].isdigit():
        found = re.match(r"\d{1,3}", words)
        return int(found.group()) if found else None
    return WORDS.get(words)
