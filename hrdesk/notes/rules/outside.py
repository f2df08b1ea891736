"""Material from outside before it is saved: rows that a person ticks, joins, splits and classes.

Nobody has said how sensitive it is, so that it begins as confidential; what was written to one person alone, or names
a protected person, stays so whatever the rest becomes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo

from hrdesk.language.folding import fold
from hrdesk.records import Person
from hrdesk.records.classes import SENSITIVITY, strictest_sensitivity

STRICTEST = SENSITIVITY[-1]

LANGUAGE_SAMPLE = 20_000
"""Characters from which the language of a text is told."""

_LATIN = "latin"
_SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "zh": re.compile("[\u3400-\u9fff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    _LATIN: re.compile("[A-Za-z\u00c0-\u024f]"),
}
_SMALL_WORDS = {
    "en": frozenset("the of and to in that is for on with are be this as by we it was not".split()),
    "fr": frozenset("le la les des du de et à en que qui est pour dans sur une un au nous avec il".split()),
    "es": frozenset("el la los las de del y en que es para por una un con se lo al nos más".split()),
}
"""Words so frequent that a few sentences of a language hold many of them."""

_DENSE = 3
"""A Chinese character says about as much as so many letters."""

_ADDED = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*\Z")
"""What people add to their names on a screen: pronouns, "host", a language."""


@dataclass(frozen=True)
class Row:
    """One paragraph of the material as a person sees it before it is a note.

    ``sensitivity`` is what a person chose for this row alone. ``seconds`` and ``days`` are those of the piece.
    ``named`` says that the name of a protected person stands in it. ``taken`` is the tick.
    """

    text: str
    place: str = ""
    heard: str = ""
    person: str | None = None
    seconds: int | None = None
    days: tuple[str, ...] = ()
    private: bool = False
    named: bool = False
    taken: bool = True
    sensitivity: str = ""


@dataclass(frozen=True)
class Clock:
    """By what times become instants: the day and zone of the session, and when a recording began, in seconds.

    ``begins`` is None where times are times of day, and where nobody knows when the recording began.
    """

    day: str = ""
    zone: tzinfo | None = None
    begins: int | None = None
    is_from_start: bool = False

    @property
    def gives_instants(self) -> bool:
        """Tell whether a time says when something was said."""
        return bool(self.day) and self.zone is not None and not (self.is_from_start and self.begins is None)


def class_of_row(row: Row, usual: str) -> str:
    """Give the class that a row is saved with; ``usual`` is the one chosen for the whole of it."""
    if row.private:
        return STRICTEST
    return row.sensitivity or (STRICTEST if row.named else usual)


def instant_of(row: Row, clock: Clock) -> str | None:
    """Give when it was said, in UTC; None where the time, the day or the zone is not known."""
    if row.seconds is None or clock.zone is None or (clock.is_from_start and clock.begins is None):
        return None
    day = clock.day if clock.day in row.days or not row.days else row.days[0]
    try:
        midnight = datetime.fromisoformat(day).replace(tzinfo=clock.zone)
        # By the clock on the wall: that is what the log shows, also where summer time begins that night.
        moment = midnight + timedelta(seconds=row.seconds + (clock.begins or 0 if clock.is_from_start else 0))
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return None


def handed_over(rows: Iterable[Row], usual: str, language: str, clock: Clock) -> list[dict[str, str | None]]:
    """Give the rows that are ticked, as the command takes them."""
    return [
        {
            "text": row.text,
            "place": row.place or None,
            "speaker": row.person,
            "speaker_label": row.heard or None,
            "at": instant_of(row, clock),
            "sensitivity": class_of_row(row, usual),
            "language": language_of_row(row, language),
        }
        for row in rows
        if row.taken
    ]


def joined(rows: Sequence[Row], first: int, last: int) -> list[Row]:
    """Make one row of those from ``first`` to ``last``; what two people said is nobody's alone."""
    parts = rows[first : last + 1]
    head = parts[0]
    is_one = all((one.heard, one.person) == (head.heard, head.person) for one in parts)
    places = [one.place for one in (head, parts[-1]) if one.place]
    chosen = [one.sensitivity for one in parts if one.sensitivity]
    made = replace(
        head,
        text="\n".join(one.text for one in parts),
        place=" – ".join(dict.fromkeys(places)),
        heard=head.heard if is_one else "",
        person=head.person if is_one else None,
        private=any(one.private for one in parts),
        named=any(one.named for one in parts),
        taken=any(one.taken for one in parts),
        sensitivity=strictest_sensitivity(*chosen) if chosen else "",
    )
    return [*rows[:first], made, *rows[last + 1 :]]


def parted(rows: Sequence[Row], at: int, place: int) -> list[Row]:
    """Split a row before the character ``place``; where nothing would stand on one side it stays whole."""
    row = rows[at]
    before, after = row.text[:place].strip(), row.text[place:].strip()
    if not before or not after:
        return list(rows)
    return [*rows[:at], replace(row, text=before), replace(row, text=after), *rows[at + 1 :]]


def speakers(people: Iterable[Person]) -> dict[str, str]:
    """Map the folded names by which people and delegations can be told to their ids; what two have tells neither."""
    found: dict[str, set[str]] = {}
    for person in people:
        named = " ".join(part for part in (person.honorific, person.name) if part)
        both = [f"{named}, {person.affiliation}", f"{person.name}, {person.affiliation}"] if person.affiliation else []
        alone = [person.affiliation] if person.affiliation and not person.name else []
        for told in (person.name, named, person.pseudonym, *both, *alone):
            if told and fold(told):
                found.setdefault(fold(told), set()).add(person.id)
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def person_called(heard: str, known: Mapping[str, str]) -> str | None:
    """Give the person whom a name as heard means, if it means one; what stands in brackets behind it is no name."""
    told = heard
    while told:
        if (found := known.get(fold(told))) is not None:
            return found
        shorter = _ADDED.sub("", told)
        if shorter == told:
            return None
        told = shorter
    return None


def language_of(texts: Iterable[str]) -> str | None:
    """Tell in which of the six languages texts are written: by their script, Latin ones by their small words."""
    sample, length = [], 0
    for text in texts:
        sample.append(text[: LANGUAGE_SAMPLE - length])
        length += len(sample[-1])
        if length >= LANGUAGE_SAMPLE:
            break
    whole = " ".join(sample)
    script = _script(whole)
    if script != _LATIN:
        return script
    words = Counter(re.findall(r"[^\W\d_]+", whole.casefold()))
    scores = {language: sum(words[word] for word in small) for language, small in _SMALL_WORDS.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] else None


def language_of_row(row: Row, usual: str) -> str:
    """Give the language of one paragraph: ``usual``, unless it is written in the script of another one."""
    script = _script(row.text)
    if script is None or script == usual or (script == _LATIN and usual in _SMALL_WORDS):
        return usual
    return language_of([row.text]) or usual


def _script(text: str) -> str | None:
    letters = Counter({script: len(pattern.findall(text)) for script, pattern in _SCRIPTS.items()})
    letters["zh"] *= _DENSE
    script, count = letters.most_common(1)[0]
    return script if count else None
