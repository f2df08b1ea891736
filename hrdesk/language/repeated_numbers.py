"""Numbers given more than once: "3 bis", "3 ter", as United Nations documents number what came in between.

Sources: the Latin words stand as they are in English, French and Spanish; Arabic as in the statutes of the
tribunals (article 13 ter: "المادة 13 مكررا ثانيا"); Chinese as in the Rome Statute (article 8 bis: "第八条之二").
The Russian words are those of the Russian Rome Statute ("бис", "тер") and go on by ear; a native reader has still
to confirm them.
"""

from hrdesk.language.tables import row

FIRST_REPEATED = 2
"""What "bis" means: the text itself is the first."""

_LATIN = row("bis ter quater quinquies sexies septies octies novies decies")
_RUSSIAN = row("бис тер кватер квинквиес сексиес септиес октиес новиес дециес")
_ARABIC = ("", *row("ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا"))
_CHINESE = row("二 三 四 五 六 七 八 九 十")


def repeated(turn: int, language: str) -> str:
    """Give the word for the second (``turn`` 2) text under one number, the third and so on: "bis", "ter".

    After "decies" the figure stands. Raises ValueError below 2.
    """
    if turn < FIRST_REPEATED:
        raise ValueError(f"the first text under a number has no such word: {turn}")
    place = turn - FIRST_REPEATED
    if language == "ar":
        return f"مكررا {_ARABIC[place] if place < len(_ARABIC) else turn}".strip()
    if language == "zh":
        return f"之{_CHINESE[place] if place < len(_CHINESE) else turn}"
    words = _RUSSIAN if language == "ru" else _LATIN
    return words[place] if place < len(words) else f"({turn})"


def repeated_number(number: int, turn: int, language: str) -> str:
    """Give a number with its word, before a paragraph: "3 bis.", "3 مكررا-", "3之二."."""
    told = f"{number}{'' if language == 'zh' else ' '}{repeated(turn, language)}"
    return f"{told}-" if language == "ar" else f"{told}."
