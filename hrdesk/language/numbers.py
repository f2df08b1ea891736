"""Numbers as they are printed in a document: sessions, agenda items, lists, and the marks before paragraphs.

Forms as collected in the documents of the Human Rights Council. Seen in print: French and Chinese mastheads and
section numbers, Arabic agenda items in the dual ("البندان"), Spanish sessions in words up to the tenth (A/HRC/5/21,
A/HRC/7/78). Built on those patterns, still to be confirmed by a native reader: agenda items in Spanish and Russian,
Arabic sections, subparagraphs in Arabic, Chinese and Russian.
"""

import re
from collections.abc import Sequence

from hrdesk.language import ordinals
from hrdesk.language.tables import AND, row

_SPANISH_SESSIONS = row("Primer Segundo Tercer Cuarto Quinto Sexto Séptimo Octavo Noveno Décimo")

_COMMA = {"ar": " و", "zh": "、", "en": ", ", "fr": ", ", "ru": ", ", "es": ", "}
_SPANISH_I = re.compile(r"h?[ií](?![aeo])", re.IGNORECASE)
"""Before the sound of i the Spanish "y" becomes "e"; "hielo" and "iota" begin with another sound."""

_ITEMS = {
    "ar": ("البند {} من جدول الأعمال", "البنود {} من جدول الأعمال"),
    "zh": ("议程项目{}", "议程项目{}"),
    "en": ("Agenda item {}", "Agenda items {}"),
    "fr": ("Point {} de l\u2019ordre du jour", "Points {} de l\u2019ordre du jour"),
    "ru": ("Пункт {} повестки дня", "Пункты {} повестки дня"),
    "es": ("Tema {} de la agenda", "Temas {} de la agenda"),  # "agenda" in the Council, "programa" in the Assembly
}
_ARABIC_TWO_ITEMS = "البندان {} من جدول الأعمال"
_PAIR = 2

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_END = 4000

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ABJAD = ("أ", "ب", "ج", "د", "هـ", *"وزحطيكلمنسعفصقرشتثخذضظغ")
"""The letters of Arabic in the order in which they count; the fifth is printed with a stroke, to be told from 5."""

_ABJAD_NAMES = row(
    "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد ظاء غين"
)
_ARABIC_FIRSTLY = (
    *row("أولاً ثانياً ثالثاً رابعاً خامساً سادساً سابعاً ثامناً تاسعاً عاشراً"),
    *(f"{unit} عشر" for unit in row("حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع")),
)

SECTION, LETTERED, NUMBERED = 2, 3, 4
"""The levels of a heading, as ``outcome.document`` counts them (1 is the title)."""


def council_session(number: int, language: str) -> str:
    """Name a session as the masthead does: "Thirty-fourth session", "34º período de sesiones", "第三十四届会议".

    Beyond what is written in words the figure stands: "200th session". Raises ValueError below 1.
    """
    if number < 1:
        raise ValueError(f"a session is counted from 1: {number}")
    if language == "es":
        first = _SPANISH_SESSIONS[number - 1] if number <= len(_SPANISH_SESSIONS) else f"{number}º"
        return f"{first} período de sesiones"
    if language == "zh":
        return f"第{ordinals.chinese(number) if number < 1000 else number}届会议"  # as chinese() says
    words = number in ordinals.IN_WORDS
    if language == "ar":
        return f"الدورة {ordinals.arabic(number) if words else number}"
    if language == "ru":
        return f"{ordinals.russian(number).capitalize() if words else f'{number}-я'} сессия"
    if language == "fr":
        return f"{ordinals.french(number).capitalize() if words else f'{number}e'} session"
    return f"{ordinals.english(number).capitalize() if words else _english_figure(number)} session"


def agenda_items(numbers: Sequence[int | str], language: str) -> str:
    """Name agenda items: "Agenda item 3", "Agenda items 2 and 3", "البندان 2 و3 من جدول الأعمال" (the dual)."""
    if not numbers:
        return ""
    one, more = _ITEMS[language]
    pattern = one if len(numbers) == 1 else more
    if language == "ar" and len(numbers) == _PAIR:
        pattern = _ARABIC_TWO_ITEMS
    return pattern.format(list_text([str(number) for number in numbers], language))


def list_text(parts: Sequence[str], language: str) -> str:
    """Join parts to a list: "a, b and c", "a, b e internet", "a、b和c", "a وb وc" (no serial comma, UN style)."""
    if not parts:
        return ""
    if len(parts) == 1:
        return parts[0]
    last = parts[-1]
    joint = " e " if language == "es" and _sounds_like_i(last) else AND[language]
    return _COMMA[language].join(parts[:-1]) + joint + last


def roman(number: int) -> str:
    """Return a number of 1 to 3999 in Roman capitals; raises ValueError for any other."""
    if not 0 < number < _ROMAN_END:
        raise ValueError(f"no Roman numeral for {number}")
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def heading_number(level: int, number: int, language: str) -> str:
    """Return the mark before a heading: ``SECTION`` "I.", "一.", "أولاً -"; ``LETTERED`` "A."; ``NUMBERED`` "1."."""
    if language == "ar":
        return f"{_arabic_heading(level, number)} -"
    if level == SECTION:
        return f"{ordinals.chinese(number) if language == 'zh' else roman(number)}."
    if level == LETTERED:
        return f"{_letter(number, _LATIN).upper()}."
    return f"{number}."


def paragraph_number(number: int, language: str) -> str:
    """Return the mark before a paragraph: figures in all languages, so that references are the same (DGACM)."""
    return f"{number}-" if language == "ar" else f"{number}."


def subparagraph(number: int, language: str, depth: int = 1) -> str:
    """Return the mark before a subparagraph: "(a)", below it "(i)"; French, Spanish and Russian "a)", "i)"."""
    if language == "ar":
        return f"({_letter(number, _ABJAD)})" if depth == 1 else f"'{number}'"
    if language == "zh" and depth > 1:
        return f"({ordinals.chinese(number)})"
    mark = _letter(number, _LATIN) if depth == 1 else roman(number).lower()
    return f"{mark})" if language in ("fr", "es", "ru") else f"({mark})"


def _letter(number: int, letters: Sequence[str]) -> str:
    """Return the letter of a number from 1; after the last one they begin again doubled: (z), (aa), (bb)."""
    if number < 1:
        raise ValueError(f"letters count from 1: {number}")
    rounds, index = divmod(number - 1, len(letters))
    return letters[index] * (rounds + 1)


def _arabic_heading(level: int, number: int) -> str:
    names = {SECTION: _ARABIC_FIRSTLY, LETTERED: _ABJAD_NAMES}.get(level, ())
    return names[number - 1] if 0 < number <= len(names) else str(number)


def _english_figure(number: int) -> str:
    """Return "200th", "201st", "211th"."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _sounds_like_i(word: str) -> bool:
    return bool(_SPANISH_I.match(word)) and not word.isupper()  # an abbreviation is spelt out: "y IIDH" stays
