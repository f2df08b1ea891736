"""Words in rows: how a table of words is written here, and the one table that dates and lists share."""

AND = {"ar": " و", "zh": "和", "en": " and ", "fr": " et ", "ru": " и ", "es": " y "}
"""Between the last two parts of a list, with its spaces; the Arabic one is joined to the word after it."""


def row(words: str) -> tuple[str, ...]:
    """Split words written in a row: a reader checks a row against a grammar faster than a column of quotes."""
    return tuple(words.split())
