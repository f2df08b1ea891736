"""A stretch of a session as it is typed: sentences of the sample in three languages, each with marks of its layout."""

import json
from functools import cache

from hrdesk.paths import resources_folder

BODIES = ("ACHPR", "非洲委员会", "اللجنة الأفريقية")
"""Bodies that the desk knows."""

SAID = {
    "en": (
        "the secretariat will send the calendar of missions every January",
        "reports arrive late and in one language",
    ),
    "ar": ("ترسل الأمانة جدول البعثات كل عام", "تصل التقارير متأخرة وبلغة واحدة", "اقترح الوفد تعيين جهات اتصال"),
    "zh": ("秘书处每年一月分发访问日程", "报告迟到而且只有一种语言", "代表团建议在每个机制中指定联络人"),
}
"""What is said where the sample has no sentences of a language."""

MARKS = {
    "en": ("#torture", '#"calendar of missions"', "@ACHPR", "#follow-up", "*3"),
    "ar": ("#تقارير", "#جدول_البعثات", "@اللجنة_الأفريقية", "*3"),
    "zh": ("＃访问日程", "#报告员", "＠非洲委员会", "＊3"),
}
"""What a rapporteur marks, with the signs that the layout has; words that no vocabulary has are kept as typed."""

UNKNOWN = "@ACHPX"
"""A body that nobody knows; every eleventh note names it."""


@cache
def sentences(language: str) -> tuple[str, ...]:
    """Give what is said in a language."""
    told = json.loads((resources_folder() / "samples" / "sample.json").read_text("utf-8"))
    texts = [one["text"] for one in (*told["notes"], *told["recommendations"]) if one["language"] == language]
    return tuple(" ".join(text.split()) for text in texts if not any(sign in text for sign in "#@*?")) or SAID[language]


def marks_of(language: str, number: int) -> tuple[str, ...]:
    """Give the marks of a note as they are typed."""
    known = MARKS[language]
    chosen = (known[number % len(known)], known[(number * 2 + 1) % len(known)])
    return tuple(dict.fromkeys((*chosen, *((UNKNOWN,) if number % 11 == 0 else ()))))


def typed(language: str, number: int) -> str:
    """Give all that is typed of a note; its number tells it from every other."""
    said = sentences(language)
    marks = marks_of(language, number)
    return f"{number:05d} {marks[0]} {said[number % len(said)]} {' '.join(marks[1:])}".strip()


def text_of(language: str, number: int) -> str:
    """Give what the note holds when its marks are out of the text."""
    said = sentences(language)
    return f"{number:05d} {said[number % len(said)]}"


def names_of(language: str, number: int) -> set[tuple[str, str]]:
    """Give the tags and bodies that the note has then."""
    plain = [mark[1:].strip('"').replace("_", " ") for mark in marks_of(language, number) if mark[0] in "#＃"]
    named = [mark[1:].replace("_", " ") for mark in marks_of(language, number) if mark[0] in "@＠" and mark != UNKNOWN]
    return {("free", name) for name in plain} | {("body", name) for name in named}
