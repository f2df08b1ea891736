"""Ordinal numbers in words, as a masthead counts sessions: "thirty-fourth", "тридцать четвертая", "三十四".

In words up to 199: the Council, founded in 2006, meets three times a year and passed its sixtieth session in 2025.
Russian and Arabic stand in the feminine, because the words for session there are feminine.
"""

from hrdesk.language.tables import row

IN_WORDS = range(1, 200)
"""The numbers that are written in words; Chinese goes on to 999."""

_HUNDRED = 100

_ENGLISH_SMALL = row(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ENGLISH_TENS = row("_ ten twenty thirty forty fifty sixty seventy eighty ninety")

_FRENCH_SMALL = row(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
)
_FRENCH_TENS = row("_ dix vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")

_RUSSIAN_SMALL = row(
    "нулевая первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая одиннадцатая двенадцатая "
    "тринадцатая четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая девятнадцатая"
)
_RUSSIAN_TENS = row("_ десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
_RUSSIAN_TENTHS = row(
    "_ десятая двадцатая тридцатая сороковая пятидесятая шестидесятая семидесятая восьмидесятая девяностая"
)

_ARABIC_SMALL = row("_ الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة")
_ARABIC_TENS = row("_ العاشرة العشرون الثلاثون الأربعون الخمسون الستون السبعون الثمانون التسعون")

_CHINESE_DIGITS = "零一二三四五六七八九"


def english(number: int) -> str:
    """Return "thirty-fourth", "one hundred and fourteenth" (so counts the Human Rights Committee)."""
    if number == _HUNDRED:
        return "one hundredth"
    if number > _HUNDRED:
        return f"one hundred and {english(number - _HUNDRED)}"
    if number < len(_ENGLISH_SMALL):
        return _ENGLISH_SMALL[number]
    tens, unit = divmod(number, 10)
    if not unit:
        return _ENGLISH_TENS[tens][:-1] + "ieth"
    return f"{_ENGLISH_TENS[tens]}-{_ENGLISH_SMALL[unit]}"


def french(number: int) -> str:
    """Return the feminine: "première", "vingt et unième", "quatre-vingt-onzième", "cent quatorzième"."""
    if number == 1:
        return "première"
    if number >= _HUNDRED:
        cardinal = f"cent {_french_cardinal(number - _HUNDRED)}" if number > _HUNDRED else "cent"
    else:
        cardinal = _french_cardinal(number)
    if cardinal.endswith("cinq"):
        return cardinal + "uième"
    if cardinal.endswith("neuf"):
        return cardinal[:-1] + "vième"
    return cardinal.removesuffix("e") + "ième"


def _french_cardinal(number: int) -> str:
    """Count below one hundred, in the traditional spelling of the documents; "quatre-vingt" without its s."""
    if number < len(_FRENCH_SMALL):
        return _FRENCH_SMALL[number]
    tens, unit = divmod(number, 10)
    word = _FRENCH_TENS[tens]
    if tens in (7, 9):  # counted on from sixty and from eighty
        unit += 10
    if not unit:
        return word
    joint = " et " if unit in (1, 11) and not word.startswith("quatre") else "-"
    return word + joint + _FRENCH_SMALL[unit]


def russian(number: int) -> str:
    """Return the feminine: "тридцать четвертая", "сороковая", "сто первая"; without ё, as the documents print."""
    if number == _HUNDRED:
        return "сотая"
    if number > _HUNDRED:
        return f"сто {russian(number - _HUNDRED)}"
    if number < len(_RUSSIAN_SMALL):
        return _RUSSIAN_SMALL[number]
    tens, unit = divmod(number, 10)
    return f"{_RUSSIAN_TENS[tens]} {_RUSSIAN_SMALL[unit]}" if unit else _RUSSIAN_TENTHS[tens]


def arabic(number: int) -> str:
    """Return the definite feminine: "الأولى", "الثانية عشرة", "الرابعة والثلاثون", "الرابعة عشرة بعد المائة"."""
    if number == _HUNDRED:
        return "المائة"
    if number > _HUNDRED:
        return f"{arabic(number - _HUNDRED)} بعد المائة"
    if number < len(_ARABIC_SMALL):
        return _ARABIC_SMALL[number]
    tens, unit = divmod(number, 10)
    if not unit:
        return _ARABIC_TENS[tens]
    first = "الحادية" if unit == 1 else _ARABIC_SMALL[unit]
    return f"{first} عشرة" if tens == 1 else f"{first} و{_ARABIC_TENS[tens]}"


def chinese(number: int) -> str:
    """Return the numeral of 1 to 999: "十", "十二", "三十四", "一百零一", "一百一十"."""
    hundreds, rest = divmod(number, _HUNDRED)
    tens, unit = divmod(rest, 10)
    text = f"{_CHINESE_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _CHINESE_DIGITS[tens]) + "十"
    elif hundreds and unit:
        text += "零"
    return text + (_CHINESE_DIGITS[unit] if unit else "")
