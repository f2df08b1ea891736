"""Sentences, lists inside sentences, and numbers written in words."""

import re

LONGEST = 20_000
"""Characters of a paragraph that is still looked into; longer ones are no prose of a concept note."""

SENTENCE_END = re.compile(
    r"[.!?][”\"’')\]]{0,3}\s+(?=[\"“‘(\[]?[A-ZÀ-Þ0-9])|(?<=[a-zà-þ]{2})\.(?=[A-ZÀ-Þ][a-zà-þ]{2})|(?<=\s)"
    r"\.(?=[A-ZÀ-Þ][a-zà-þ])"
)

"""The second and third way are slips that the notes really make: "groups.Institutional", "academia .Member"."""

ABBREVIATIONS = frozenset(
    "h.e mr mrs ms mme dr prof hon amb st no nos para paras art arts vol rev add i.e e.g cf vs d.c a.m p.m u.n u.s res "
    "jan feb mar apr jun jul aug sept sep oct nov dec approx max min etc sra sr".split()
)

SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen "
        "eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
NUMBER = (
    r"(?:\d{1,3}(?:[.,]\d)?(?:\s?½)?|½|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|one and a half|two and a half|three and a half|" + "|".join(sorted(SMALL_NUMBERS, key=len, reverse=True)) + ")"
)
"""A number as notes write it: figures, halves, or words up to ninety-nine."""


def sentences(text: str) -> list[str]:
    """Split a paragraph into sentences, minding the abbreviations of the United Nations."""
    if len(text) > LONGEST:
        return []
    pieces, start = [], 0
    for found in SENTENCE_END.finditer(text):
        before = text[start : found.start()]
        word = before.rsplit(None, 1)[-1].strip("(“\"'‘").casefold() if before.strip() else ""
        if text[found.start()] == "." and (word in ABBREVIATIONS or (len(word) == 1 and word.isalpha())):
            continue
        pieces.append(text[start : found.end()].strip())
        start = found.end()
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


def halves(text: str) -> int | None:
    """Read a number as twice its value, so that 2 ½ stays a whole number; None when it is none."""
    words = text.strip().casefold()
    found = re.fullmatch(r"(\d{1,3})?\s?(½|[.,]5|[.,]0)?", words)
    if found and (found[1] or found[2] == "½"):
        return 2 * int(found[1] or 0) + (1 if found[2] in ("½", ".5", ",5") else 0)
    if words.endswith(" and a half"):
        whole = number_in_words(words.removesuffix(" and a half"))
        return None if whole is None else 2 * whole + 1
    number = number_in_words(words)
    return None if number is None else 2 * number


def whole_number(text: str) -> int | None:
    """Read a whole number in figures or words; None for halves and for what is no number."""
    twice = halves(text)
    return twice // 2 if twice is not None and twice % 2 == 0 else None


def number_in_words(words: str) -> int | None:
    """Read a number below a hundred in words."""
    if words in SMALL_NUMBERS:
        return SMALL_NUMBERS[words]
    ten, _, one = words.replace("-", " ").partition(" ")
    if ten not in TENS or (one and SMALL_NUMBERS.get(one, 10) > 9):
        return None
    return TENS[ten] + SMALL_NUMBERS.get(one, 0)


def split_outside(text: str, separator: str) -> list[str]:
    """Split at every ``separator`` that stands outside brackets and quotation marks."""
    pieces, depth, start = [], 0, 0
    for place, character in enumerate(text):
        if character in "([“":
            depth += 1
        elif character in ")]”":
            depth = max(0, depth - 1)
        elif character == separator and depth == 0:
            pieces.append(text[start:place])
            start = place + 1
    pieces.append(text[start:])
    return [piece.strip() for piece in pieces if piece.strip()]


def listed(text: str) -> list[str]:
    """Split "a, b, and c" or "a; b; c" into its members, each in the note's words."""
    if ";" in text:
        members = split_outside(text, ";")
    else:
        members = split_outside(text, ",")
        members[-1:] = split_last(members[-1]) if members else []
    return [trimmed for trimmed in (strip_and(member) for member in members) if trimmed]


def listed_bodies(text: str) -> list[str]:
    """Split a list of bodies and groups, minding adjectives before one noun and names with "and" in them.

    "regional, subregional and national mechanisms, NHRIs" are two; "UN experts; NPMs, NHRIs" are three.
    """
    # The commas inside the names of covenants and committees are no commas of the list.
    text = THREE_RIGHTS.sub(lambda found: found.group().replace(",", "\ue002"), text)
    text = OF_REGIONS.sub(lambda found: found.group().replace(",", "\ue002").replace(" and ", " \ue003 "), text)
    members: list[str] = []
    parts = split_outside(text, ";")
    for part in parts:
        pieces = split_outside(part, ",")
        joined: list[str] = []
        for piece in pieces:
            tail = joined[-1].split(", ")[-1] if joined else ""
            unfinished = (
                bool(joined) and not ends_in_noun(tail) and (len(tail.split()) < 4 or bool(ADJECTIVE.search(tail)))
            )
            if unfinished or (
                joined
                and piece.startswith(
                    ("as well as their", "including", "such as", "in particular", "notably", "especially")
                )
            ):
                joined[-1] += ", " + piece
            else:
                joined.append(piece)
        members.extend(joined[:-1])
        short = len(joined[-1].split()) < 8 and part is parts[-1]
        members.extend(split_last(joined[-1]) if len(joined) > 1 or ";" not in text or short else joined)
    trimmed = [strip_and(member).replace("\ue002", ",").replace("\ue003", "and") for member in members]
    return [member for member in trimmed if member]


def ends_in_noun(member: str) -> bool:
    """Tell whether a member of a list can end here: on a plural, an acronym or a word for many, not on an adjective."""
    member = re.sub(r"\s\(\d{1,4}\)$", "", member.strip())
    last = member.rstrip(" .)”").rsplit(None, 1)[-1] if member.rstrip(" .)”") else ""
    return last.endswith(("s", "’")) or any(letter.isupper() for letter in last) or last.casefold() in MANY


def split_last(member: str) -> list[str]:
    """Split "b and c", but no name that has "and" inside, such as that of a court on human and peoples' rights."""
    for found in re.finditer(r"\s(?:and|et|y|e(?=\s(?:i|hi)))\s", member, re.IGNORECASE):
        before, after = member[: found.start()], member[found.end() :]
        if len(before) < 2 or len(after) < 2:
            continue
        if any(pair.start() < found.start() < pair.end() for pair in IN_NAMES.finditer(member)):
            continue
        if before.endswith(")") or after.startswith(("the ", "of the ", "other ", "les ", "los ", "las ")):
            return [before, re.sub(r"^of (?=the )", "", after)]
        inside = (IN_A_NAME.search(before) is not None and after[:1].isupper() and not after.split()[0].isupper()) or (
            FOREIGN_NAME.search(before) is not None and after[:1].islower() and not FOREIGN_BODY.match(after)
        )
        lone_adjective = (
            ends_in_noun(before) is False and len(before.split()) < 3 and after[:1].islower() and len(after.split()) > 1
        )
        if not inside and not (lone_adjective and before.split()[-1].endswith(("al", "an", "ic", "ern", "ive"))):
            return [before, after]
    return [member]


MANY = frozenset(
    "staff academia society media parliament public system press people youth women children secretariat".split()
)

IN_A_NAME = re.compile(
    r"\b(?:Commission|Committee|Court|Office|Council|Agency|Union|Conference|Convention|Department"
    r"|Ministry|Institute|Network|Organi[sz]ation|Centre|Fund|Programme)"
    r"\s(?:of|on|for|against|to|in)\s[^)]*$"
)

"""An unfinished name of a body, whose next "and" may well be inside it."""

ADJECTIVE = re.compile(r"(?:al|ern|ive|ic|ary)$")
"""How adjectives end, after which a list of them goes on."""

IN_NAMES = re.compile(
    r"\b(?:Economic and Social|Human and Peoples|Civil and Political|Peace and Security|Asia and the Pacific"
    r"|Latin America and the Caribbean|Middle East and North Africa|Promotion and Protection|Racism and Intolerance"
    r"|Rights and Welfare|Social and Cultural|Democratic Institutions and Human)\b"
)
"""Pairs of words that belong to the names of bodies and regions."""

FOREIGN_NAME = re.compile(
    r"\b(?:Commission|Comité|Cour|Conseil|Haut-Commissariat|Bureau|Comisión|Corte|Consejo|Oficina)\b[^)]*$"
)
FOREIGN_BODY = re.compile(
    r"(?:l['’]|la |le |el )(?:Commission|Comité|Cour|Conseil|Haut|Bureau|Comisión|Corte|Consejo"
    r"|Oficina|Union|Unión|Organi)"
)
"""The same in French and Spanish, where the words of a name are small: "Cour … des droits de l'homme et des …"."""


UNIT_OF = re.compile(
    r"[^,;]{3,120}, (?:[^,;]{0,60}\b(?:Regional|Country|Field|New York) Office\b[^,;]*"
    r"|[^,;]{3,100}\b(?:Section|Branch|Division|Unit|Department|Team|Office))"
)
"""A body and the part of it that is meant: one name, though a comma stands inside."""

THREE_RIGHTS = re.compile(r"economic, social(?:,)? and cultural|lesbian, gay, bisexual|race, colour", re.IGNORECASE)


OF_REGIONS = re.compile(
    r"\b(?:African|[Ii]nter-American|American|European|Arab|Asian|ASEAN)"
    r"(?:,\s(?:African|[Ii]nter-American|American|European|Arab|Asian|ASEAN)){1,5}"
    r"(?:,?\sand\s(?:African|[Ii]nter-American|American|European|Arab|Asian|ASEAN))?\s(?=[a-z])"
)
"""Adjectives of several regions before one noun: "African, inter-American and European mechanisms"."""


def one_or_listed(text: str) -> list[str]:
    """Split a list of bodies, but keep one name whole: "Office of …, Regional Office for South-East Asia"."""
    if not text.strip():
        return []
    if UNIT_OF.fullmatch(text.strip()):
        return [text.strip()]
    return listed_bodies(text)


def strip_and(member: str) -> str:
    """Take the joining word from the front of a member of a list and the stop from its end."""
    return (
        re.sub(r"^(?:and|as well as|et|ainsi que|y|e(?=\si)|así como)\s+", "", member.strip())
        .strip()
        .rstrip(".;,")
        .strip()
    )
