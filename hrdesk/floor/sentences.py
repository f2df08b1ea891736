"""Says an option of the chair in one sentence: recorded in English, shown in the language of whoever reads it."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import NamedTuple

from hrdesk.floor.rules.fit import Option
from hrdesk.language import N_
from hrdesk.language.fields import fill
from hrdesk.records.moment import Moment

LONG = 120
"""From so many seconds on whole minutes are told in minutes: nobody says “120 seconds”."""

FARTHEST = 366 * 24 * 60 * 60 * 1000
"""Milliseconds beyond which no end is told: a limit of a million years must not leave the calendar."""


class Sentence(NamedTuple):
    """A message marked for translation, and what stands in its fields."""

    message: str
    fields: dict[str, str | int]

    @property
    def english(self) -> str:
        """Give the sentence as it is recorded."""
        return fill(self.message, self.fields)


def sentence(option: Option, now: Moment, zone: str | None = None) -> Sentence:
    """Give the sentence of an option; times of the day are those of ``zone``, else those of ``now``."""
    ahead = timedelta(milliseconds=min(max(option.ends, 0), FARTHEST))
    ends = (now.at + ahead).astimezone(_zone(zone) or now.at.tzinfo or UTC)
    fields: dict[str, str | int] = {"fit": option.fit, "waiting": option.waiting, "end": clock_time(ends)}
    if option.kind in ("as_it_is", "limit"):
        return _with_limit(option, fields)
    return Sentence(_message(option), _used(_message(option), {**fields, "minutes": -(-max(option.over, 0) // 60_000)}))


def clock_time(at: datetime) -> str:
    """Write a time of the day as session papers do: 12:58."""
    return f"{at.hour:02}:{at.minute:02}"


def _with_limit(option: Option, fields: dict[str, str | int]) -> Sentence:
    seconds = option.seconds
    if not option.waiting:
        if option.kind == "limit" and seconds:
            return Sentence(N_("{seconds} seconds each."), {"seconds": seconds})
        return Sentence(N_("Nobody is waiting."), {})
    if seconds is None:
        message = _by_fit(
            option,
            N_("Limits as they are: all {waiting} fit, end {end}."),
            N_("Limits as they are: {fit} of {waiting} fit, end {end}."),
        )
    elif seconds >= LONG and seconds % 60 == 0:
        fields["minutes"] = seconds // 60
        message = _by_fit(
            option,
            N_("{minutes} minutes each: all {waiting} fit, end {end}."),
            N_("{minutes} minutes each: {fit} of {waiting} fit, end {end}."),
            N_("At most {minutes} minutes each: all {waiting} fit, end {end}."),
            N_("At most {minutes} minutes each: {fit} of {waiting} fit, end {end}."),
        )
    else:
        fields["seconds"] = seconds
        message = _by_fit(
            option,
            N_("{seconds} seconds each: all {waiting} fit, end {end}."),
            N_("{seconds} seconds each: {fit} of {waiting} fit, end {end}."),
            N_("At most {seconds} seconds each: all {waiting} fit, end {end}."),
            N_("At most {seconds} seconds each: {fit} of {waiting} fit, end {end}."),
        )
    return Sentence(message, _used(message, fields))


def _by_fit(option: Option, all_fit: str, some_fit: str, all_at_most: str = "", some_at_most: str = "") -> str:
    fits = option.fit == option.waiting
    if option.at_most and all_at_most:
        return all_at_most if fits else some_at_most
    return all_fit if fits else some_fit


def _message(option: Option) -> str:
    if option.kind == "close_list":
        if option.fit == option.waiting:
            return N_("Close the list now: all {waiting} fit, end {end}.")
        return N_("Close the list now and hear all {waiting}: end {end}.")
    if option.kind == "draw":
        return N_("Draw lots: {fit} of {waiting} speak, end {end}.")
    if option.kind == "shrink" and not option.waiting:
        return N_("Shorten all that is ahead in proportion: the session ends {end}.")
    if option.kind == "shift" and not option.waiting:
        return N_("End the session {minutes} min later: the session ends {end}.")
    if option.kind == "shrink":
        return N_("Shorten all that is ahead in proportion: {fit} of {waiting} fit, the session ends {end}.")
    if option.kind == "shift":
        return N_("End the session {minutes} min later: {fit} of {waiting} fit, the session ends {end}.")
    if option.over > 0:
        return N_("Drop the last round: the session ends {end}, still {minutes} min late.")
    return N_("Drop the last round: the session ends {end}.")


def _used(message: str, fields: dict[str, str | int]) -> dict[str, str | int]:
    return {name: value for name, value in fields.items() if "{" + name + "}" in message}


def _zone(name: str | None) -> tzinfo | None:
    if not name:
        return None
    from zoneinfo import ZoneInfo  # a session without a zone can do without

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # KeyError: a zone that no table knows
        return None
