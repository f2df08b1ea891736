"""The list and the state of a floor as one text for paper: to go on by hand when the machine does not.

In the room's language and, for anybody but the desk's own people, by the labels that the room sees alone: no text that
somebody typed freely stands there then, because it may name whom the list does not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from html import escape

from hrdesk.desktop.floor.screens.clock_face import ClockFace, segment_face, speaker_face, time_text
from hrdesk.desktop.floor.screens.room_words import (
    ROOM,
    STAGE_WORDS,
    apart,
    class_word,
    name_of,
    notice,
    segment_word,
)
from hrdesk.floor.picture import Line, Picture, Speaker
from hrdesk.floor.rules.clock import in_order
from hrdesk.floor.words import DECISIONS, QUEUES, STATES, WRITTEN
from hrdesk.language.numbers import list_text
from hrdesk.language.words import Words, words_for
from hrdesk.records import FloorDecision
from hrdesk.records.disclosure import is_own, may_appear
from hrdesk.records.moment import Moment

_STYLE = """
body { font-size: 10pt; }
h1 { font-size: 16pt; margin-top: 0px; margin-bottom: 2px; }
h2 { font-size: 12pt; margin-top: 14px; margin-bottom: 2px; }
p { margin-top: 1px; margin-bottom: 2px; }
table { border-collapse: collapse; }
.quiet { color: #444444; font-size: 9pt; }
th, td { padding-left: 4px; padding-right: 4px; padding-top: 1px; padding-bottom: 1px; }
th, td { border-bottom: 1px solid #b0b0b0; }
th { font-size: 9pt; }
"""

_MOVING = ("move", "swap", "late_first")


@dataclass(frozen=True)
class _Sheet:
    """What every part of the sheet needs: what, when, in which words, for whose eyes, by which clock of the wall."""

    picture: Picture
    now: Moment
    words: Words
    audience: str
    zone: tzinfo

    @property
    def is_own(self) -> bool:
        return is_own(self.audience)

    def name(self, speaker: Speaker) -> str:
        """Name somebody on one line."""
        named = name_of(speaker, self.picture, self.words, self.audience)
        return f"{self.apart(named.first)} ({named.second})" if named.second else named.first

    def apart(self, text: str) -> str:
        return apart(text, self.words)

    def hour(self, told: str | None) -> str:
        """Write the hour of an instant by the clock of the wall: a list on paper is compared with a watch."""
        try:
            at = datetime.fromisoformat(told or "")
        except ValueError:
            return ""
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(self.zone).strftime("%H:%M")


def as_html(picture: Picture, now: Moment, audience: str = ROOM, zone: tzinfo | None = None) -> str:
    """Write the sheet for an audience: ``ROOM``, or ``OWN`` for the desk's own people. Hours are those of ``zone``."""
    words = words_for(picture.language)
    local = zone or now.at.astimezone().tzinfo or UTC
    sheet = _Sheet(picture, now, words, audience, local)
    replies, rights = QUEUES["panel_reply"], QUEUES["right_of_reply"]
    parts = [
        *_head(sheet),
        *_standing(sheet),
        *_waiting(sheet, words.text("Waiting, in this order"), picture.waiting),
        *_waiting(sheet, words.text(replies), picture.replies),
        *_waiting(sheet, words.text(rights), picture.rights),
        *_done(sheet),
        *_decided(sheet),
        *(_questions(sheet) if sheet.is_own else ()),
    ]
    direction = "rtl" if words.right_to_left else "ltr"
    body = f'<body dir="{direction}">{"".join(parts)}</body>'
    return f'<html dir="{direction}"><head><style>{_STYLE}</style></head>{body}</html>'


def _head(sheet: _Sheet) -> Iterable[str]:
    words, session = sheet.words, sheet.picture.session
    title = session.title or ""
    yield f"<h1>{escape(words.text('List of speakers'))}</h1>"
    if title and (sheet.is_own or may_appear(session.sensitivity or "")):
        yield _line(title)
    when = sheet.apart(sheet.now.at.astimezone(sheet.zone).strftime("%Y-%m-%d %H:%M"))
    yield _line(words.text("As it stood at {time}.", time=when))
    marking = words.text("For the desk only: this sheet names people.") if sheet.is_own else ""
    yield _line(marking or words.text("As the room may see it."), "quiet")


def _standing(sheet: _Sheet) -> Iterable[str]:
    """Tell who speaks and since when, what was used and what is left, and how the segment stands."""
    words, picture = sheet.words, sheet.picture
    told = []
    turn = picture.current
    if turn is not None:
        face = speaker_face(picture, sheet.now)
        reading = turn.clock.read(sheet.now)
        told.append((words.text("Has the floor"), sheet.name(turn.speaker)))
        began = next((one.at for one in in_order(turn.clock.marks) if one.mark == "start"), None)
        if began:
            told.append((words.text("Since"), sheet.hour(began)))
            if face.stage != "unsure":  # a time that nobody has confirmed is none to go on with
                told.append((words.text("Spoken so far"), time_text(reading.used // 1000)))
        told.append((words.text("Time left"), _left(face, words)))
    if picture.running is not None:
        name = segment_word(picture.running.segment, picture, words)
        face = segment_face(picture, sheet.now)
        told.append((words.text("Part of the session"), name))
        told.append((words.text("Left of this part"), face.figures))
    decided = notice(picture, words)
    if decided:
        told.append((words.text("Rules now"), decided))
    if told:
        yield _heading(words.text("How it stands"))
        rows = [[escape(left), f"<b>{escape(right)}</b>"] for left, right in told]
        yield _table((), rows, words, (28, 72))


def _left(face: ClockFace, words: Words) -> str:
    stage = words.text(STAGE_WORDS[face.stage])
    return f"{apart(face.figures, words)} ({stage})" if stage else face.figures


def _waiting(sheet: _Sheet, title: str, lines: Sequence[Line]) -> Iterable[str]:
    if not lines:
        return
    words = sheet.words
    yield _heading(f"{title} ({len(lines)})")
    heads = ("", words.text("Speaker"), words.text("Class"), words.text("Time taken"), words.text("Remarks"), "")
    rows = [
        [
            str(line.place or at),
            f"<b>{escape(sheet.name(line.speaker))}</b>",
            escape(class_word(line.speaker.request.speaker_class, words)),
            time_text(line.seconds) if line.seconds is not None else "",
            escape(_remarks(line, words)),
            "☐",
        ]
        for at, line in enumerate(lines, 1)
    ]
    yield _table(heads, rows, words, (5, 42, 21, 8, 20, 4))


def _remarks(line: Line, words: Words) -> str:
    """Say what is not to be seen from the order itself."""
    request = line.speaker.request
    given = {reason.word for reason in line.reasons}
    told = [
        words.text("announced") if request.announced else "",
        words.text("proposed next: inscribed late") if line.is_proposed else "",
        words.text("place {number} by lot", number=request.lot) if request.lot else "",
        words.text("by the chair's decision") if given.intersection(_MOVING) else "",
        words.text("after its State") if "after_state" in given else "",
        words.text("second time") if "again" in given else "",
        words.text(WRITTEN) if request.written else "",
        words.text("does not fit") if not line.fits else "",
    ]
    return "; ".join(one for one in told if one)


def _done(sheet: _Sheet) -> Iterable[str]:
    words, picture = sheet.words, sheet.picture
    if not picture.done:
        return
    yield _heading(words.text("No longer waiting"))
    heads = (words.text("Speaker"), words.text("Class"), words.text("What became of it"), words.text("Time used"))
    rows = [
        [
            escape(sheet.name(line.speaker)),
            escape(class_word(line.speaker.request.speaker_class, words)),
            escape(words.text(STATES.get(line.speaker.request.state or "", ""))),
            time_text(line.used // 1000) if line.used else "",
        ]
        for line in picture.done
    ]
    yield _table(heads, rows, words, (47, 21, 20, 12))


def _decided(sheet: _Sheet) -> Iterable[str]:
    if not sheet.picture.decisions:
        return
    yield _heading(sheet.words.text("Decided by the chair"))
    rows = [[sheet.hour(one.at), escape(_decision(one, sheet))] for one in sheet.picture.decisions]
    yield _table((), rows, sheet.words, (10, 90))


def _decision(decision: FloorDecision, sheet: _Sheet) -> str:
    """Put a decision: in the chair's own sentence for the desk, else by its kind, number and public labels."""
    if sheet.is_own and decision.text:
        return decision.text
    words = sheet.words
    kind = words.text(DECISIONS.get(decision.decision or "other", DECISIONS["other"]))
    told = [time_text(decision.amount)] if decision.decision == "limit" and decision.amount else []
    if decision.speaker_class:
        told.append(class_word(decision.speaker_class, words))
    of = {line.speaker.request.id: line.speaker for line in _lines(sheet.picture)}
    told += [sheet.name(of[one]) for one in (decision.request, decision.other) if one in of]
    if not told:
        return kind
    return words.text("{title}: {text}", title=kind, text=list_text([sheet.apart(one) for one in told], words.language))


def _lines(picture: Picture) -> Iterable[Line]:
    current = [Line(turn.speaker) for turn in (picture.current, picture.last) if turn is not None]
    return (*picture.waiting, *picture.replies, *picture.rights, *picture.done, *current)


def _questions(sheet: _Sheet) -> Iterable[str]:
    """List the questions to panellists that wait for an answer: free text, for the desk's own eyes."""
    of = {line.speaker.request.id: sheet.name(line.speaker) for line in _lines(sheet.picture)}
    rows = [
        [escape(of.get(one.request or "", "")), escape(one.text)]
        for one in sheet.picture.questions
        if one.text and not one.answered
    ]
    if not rows:
        return
    yield _heading(sheet.words.text("Questions to the panel"))
    yield _table((), rows, sheet.words, (35, 65))


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _line(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], words: Words, widths: Sequence[int]) -> str:
    """Write a table whose columns take ``widths`` of a hundred. Qt turns none around: Arabic ones are handed turned."""
    turned = words.right_to_left
    align = "right" if turned else "left"

    def row(cells: Sequence[str], tag: str) -> str:
        written = [
            f'<{tag} align="{align}" width="{width}%">{cell}</{tag}>' for cell, width in zip(cells, widths, strict=True)
        ]
        return f"<tr>{''.join(reversed(written) if turned else written)}</tr>"

    head = row([escape(one) for one in heads], "th") if heads else ""
    return f'<table width="100%" cellspacing="0">{head}{"".join(row(one, "td") for one in rows)}</table>'
