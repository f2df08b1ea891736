"""What the screens of the room say of a floor, in the room's language: who speaks, who is next, what was decided.

Only what disclosure lets the room see stands here: names come as the picture gives them for the room, and where that
gives none the class of speaker stands alone.
"""

from dataclasses import dataclass

from hrdesk.desktop.floor.screens.clock_face import time_text
from hrdesk.floor.picture import Line, Picture, Speaker
from hrdesk.floor.words import CLASSES, DECISIONS, NUMBERED_SEGMENTS, SEGMENTS
from hrdesk.language import N_
from hrdesk.language.isolation import isolate
from hrdesk.language.words import Words, words_for
from hrdesk.records import FormatSegment
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import is_own

ROOM = SENSITIVITY[0]
"""The audience in the room, and of whoever finds the sheet of paper there."""

OWN = SENSITIVITY[-1]
"""The audience at the desk itself."""

STAGE_WORDS = {
    "idle": "",
    "called": N_("Has the floor"),
    "running": N_("Speaking"),
    "warned": N_("Please come to the end"),
    "urged": N_("Please conclude now"),
    "over": N_("Over time"),
    "paused": N_("Paused"),
    "ended": N_("Has spoken"),
    "ended_over": N_("Has spoken, over time"),
    "unsure": N_("The time is being checked"),
}
"""What stands beside the figures for each stage of a clock."""

_PICKED = ("draw", "shrink", "shift", "drop_round")
"""Ways out of too little time, besides a limit and a closed list."""

_QUEUES = {"replies": "replies", "right_of_reply": "rights"}
"""The queue that is served in a segment of this kind; in any other it is that of the floor."""


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker as two lines: the delegation or class, and below it the name or on whose behalf."""

    first: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class RoomWords:
    """What stands on the screens beside the figures."""

    language: str = "en"
    session: str = ""
    segment: str = ""
    speaker: Named = Named()
    next_title: str = ""
    next: tuple[str, ...] = ()
    waiting: str = ""
    notice: str = ""
    message: str = ""

    @property
    def needs_chinese(self) -> bool:
        """Tell whether a font with Chinese is needed, which a bare Linux lacks."""
        told = (self.session, self.segment, self.speaker.first, self.speaker.second, *self.next, self.message)
        return self.language == "zh" or any("\u2e80" <= sign <= "\U0003ffff" for text in told for sign in text)


def room_words(picture: Picture) -> RoomWords:
    """Put all words of a picture for the room."""
    words = words_for(picture.language)
    turn = picture.current or picture.last
    queue = queue_of(picture)
    ahead = tuple(name_of(line.speaker, picture, words).first for line in queue if line.speaker.request.announced)
    return RoomWords(
        picture.language,
        picture.session.title or "",
        segment_word(picture.running.segment, picture, words) if picture.running is not None else "",
        name_of(turn.speaker, picture, words) if turn is not None else Named(),
        words.text("Next") if ahead else "",
        ahead,
        waiting_words(len(queue), words),
        notice(picture, words),
        (picture.floor.message if picture.floor is not None else "") or "",
    )


def name_of(speaker: Speaker, picture: Picture, words: Words, audience: str = ROOM) -> Named:
    """Name a speaker to an audience: the desk's own people read the name, others what the room may see."""
    request = speaker.request
    if is_own(audience):
        group = "" if speaker.is_protected else request.on_behalf_of or ""
        return Named(speaker.name or class_word(request.speaker_class, words), _behalf(group, words))
    first = speaker.delegation or speaker.public
    if speaker.is_protected or not picture.may_name or not first:
        return Named(class_word(request.speaker_class, words))
    second = speaker.public if speaker.public != first else ""
    return Named(first, _behalf(speaker.on_behalf_of, words) or second)


def class_word(speaker_class: str | None, words: Words) -> str:
    """Say the class of a speaker, as a line of its own begins."""
    word = words.text(CLASSES.get(speaker_class or "other", CLASSES["other"]))
    return word[:1].upper() + word[1:]


def queue_of(picture: Picture) -> tuple[Line, ...]:
    """Give those who wait for the segment that goes on."""
    kind = picture.running.segment.segment_kind if picture.running is not None else None
    found: tuple[Line, ...] = getattr(picture, _QUEUES.get(kind or "", "waiting"))
    return found


def segment_word(segment: FormatSegment, picture: Picture, words: Words) -> str:
    """Name a segment: as the format calls it, else by its kind, with its round where there are several."""
    if segment.title:
        return segment.title
    kind = segment.segment_kind or "other"
    several = sum(one.segment.segment_kind == kind for one in picture.stretches) > 1
    if several and segment.number and kind in NUMBERED_SEGMENTS:
        return words.text(NUMBERED_SEGMENTS[kind], number=segment.number)
    return words.text(SEGMENTS.get(kind, SEGMENTS["other"]))


def waiting_words(number: int, words: Words) -> str:
    return words.plural("{number} speaker waiting", "{number} speakers waiting", number) if number else ""


def notice(picture: Picture, words: Words) -> str:
    """Say what the chair decided that all in the room must know: the limit, the way out that was picked, a closed list.

    Of lots, shorter, later and dropped segments the last is told, while the segment goes on in which it was decided.
    """
    told = []
    limits = [one for one in picture.decisions if one.decision == "limit" and one.amount]
    if limits:
        last = max(limits, key=lambda one: (one.at or "", one.id))
        time = apart(time_text(last.amount or 0), words)
        if last.speaker_class:
            who = class_word(last.speaker_class, words)
            told.append(words.text("Speaking time: {time} ({who})", time=time, who=who))
        else:
            told.append(words.text("Speaking time: {time} each", time=time))
    marks = picture.running.clock.marks if picture.running is not None else ()
    began = (marks[0].at or "") if marks else ""
    picked = [one for one in picture.decisions if one.decision in _PICKED and (one.at or "") >= began]
    if picked:
        way = max(picked, key=lambda one: (one.at or "", one.id)).decision or "other"
        told.append(words.text(DECISIONS[way]))
    if not picture.list_is_open:
        told.append(words.text("The list of speakers is closed"))
    return " · ".join(told)


def _behalf(group: str | None, words: Words) -> str:
    return words.text("on behalf of {group}", group=apart(group, words)) if group else ""


def apart(text: str, words: Words) -> str:
    """Keep a name together inside a sentence that runs the other way."""
    return isolate(text) if words.right_to_left else text
