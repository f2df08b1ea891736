"""Dates and times as logs of chats and meetings write them, in all orders, figures and halves of the day."""

import re
from collections.abc import Sequence
from datetime import date

HALF = r"(?:上午|下午|凌晨|中午|晚上|早上|[AaPp]\.?\s?[Mm]\b\.?|ص|م)"
DATE = r"\d{1,4}\s?[./\-年]\s?\d{1,2}\s?[./\-月]\s?\d{1,4}日?"
TIME = r"\d{1,2}[:٫.]\d{2}(?:[:٫.]\d{2})?(?:[.,]\d{1,3})?"
STAMP = (
    rf"(?:(?P<date>{DATE})[\s,،T]{{1,3}}(?:at\s|à\s|a las\s|в\s)?)?"
    rf"(?P<before>{HALF})?\s?(?P<time>{TIME})(?:\s?(?P<after>{HALF}))?"
)
"""A time, with or without its date and its half of the day."""

_AFTERNOON = re.compile(r"[Pp]|م|下午|晚上|中午")
_NUMBERS = re.compile(r"\d+")

MIDNIGHT, NOON = 24 * 3600, 12
LAST_DAY = 31

YEAR_FIRST, DAY_FIRST, MONTH_FIRST = (0, 1, 2), (2, 1, 0), (2, 0, 1)
"""Where year, month and day stand in a date."""


def seconds_of(told: re.Match[str]) -> int | None:
    """Give the seconds from midnight of a ``STAMP``; None for what is no time of day."""
    numbers = [int(one) for one in _NUMBERS.findall(told["time"])[:3]]
    hours, minutes, seconds = (*numbers, 0)[:3]
    half = told["before"] or told["after"] or ""
    if half and hours <= NOON:
        hours = hours % NOON + (NOON if _AFTERNOON.match(half) else 0)
    found = hours * 3600 + minutes * 60 + seconds
    return found if found < MIDNIGHT and minutes < 60 and seconds < 60 else None


def days_of(dates: Sequence[str]) -> list[tuple[str, ...]]:
    """Give for each date the days that it can mean; how the log orders day and month is told by all of them."""
    numbers = [tuple(int(one) for one in _NUMBERS.findall(told)) for told in dates]
    threes = [one for one in numbers if len(one) == 3]
    if not threes:
        return [() for _one in dates]
    # The day first, as most of the world writes, before the month first.
    orders = [YEAR_FIRST] if all(one[0] > LAST_DAY for one in threes) else [DAY_FIRST, MONTH_FIRST]
    orders = [order for order in orders if all(_day(one, order) for one in threes)] or orders
    return [tuple(dict.fromkeys(day for order in orders if (day := _day(one, order)))) for one in numbers]


def _day(numbers: tuple[int, ...], order: tuple[int, int, int]) -> str:
    if len(numbers) != 3:
        return ""
    year, month, day = (numbers[place] for place in order)
    try:
        return date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return ""
