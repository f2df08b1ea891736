"""Reads the log of a chat, whatever program kept it: Zoom, Teams, Webex, Slack, WhatsApp, Telegram.

A message begins with a head: its time, who wrote it, sometimes to whom. One pattern fits a whole log; lines that do
not begin a message go on with the last one. What was not written to all is private.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hrdesk.files.pieces import Piece, cleaned, clock_words, said_by_one
from hrdesk.files.stamps import STAMP, days_of, seconds_of

HEAD = 300
"""Characters of a line in which its head is looked for."""

_NAME = r"(?P<who>[^:：\[\]]{1,100}?)"
_SENDER = r"(?P<who>[^:：]{1,200}?)"
_FROM = r"(?P<says>From|De|От|من|来自|发件人)"
_TO = {
    "from": "to",
    "de": "à|a|para",
    "от": "для|кому|к",
    "من": "إلى|الى",
    "来自": "发送给|发送至|至|到",
    "发件人": "发送给|发送至|至|到",
}
"""What stands between who wrote and to whom, by what stands before who wrote."""

_ALL = re.compile(
    r"(?:everyone|all|all participants|everybody|meeting group chat|tout le monde|tous|todos|todas|todo el mundo"
    r"|все|всем|всех|всем участникам|الجميع|الكل|所有人|每个人|全体)\b.{0,40}\Z",
    re.IGNORECASE,
)
_PRIVATELY = re.compile(
    r"\(\s*(?:direct message|privately|private|message direct|en privé|mensaje directo|en privado|личное сообщение"
    r"|лично|رسالة مباشرة|私信|私聊|直接消息)\s*\)",
    re.IGNORECASE,
)

ZOOM = re.compile(rf"{STAMP}\s{{0,8}}{_FROM}\s{{1,8}}{_SENDER}\s{{0,8}}[:：](?!\d)\s{{0,8}}(?P<text>.*)", re.DOTALL)
WEBEX = re.compile(
    rf"{_FROM}\s{{1,8}}(?P<who>[^:：]{{1,120}}\s(?:{'|'.join(_TO.values())})\s[^:：]{{1,80}}?)[:：]\s{{0,8}}"
    rf"(?:{STAMP}\s{{0,8}}\Z)?(?P<text>.*)",
    re.DOTALL | re.IGNORECASE,
)
BRACKETS = re.compile(rf"\[\s?{STAMP}\s?\]\s{{0,4}}{_NAME}(?:[:：]\s{{0,4}}(?P<text>.*)|\s*\Z)", re.DOTALL)
DASH = re.compile(rf"{STAMP}\s{{1,3}}[-–—]\s{{1,3}}{_NAME}[:：](?!\d)\s{{0,4}}(?P<text>.*)", re.DOTALL)
LED = re.compile(rf"{STAMP}\s{{1,8}}{_NAME}[:：](?!\d)\s{{0,4}}(?P<text>.*)", re.DOTALL)
ABOVE = re.compile(rf"\[?(?P<who>[^:：\[\]]{{1,100}}?)(?<!\d{{4}})(?<!\d{{4}},)(?<!日)\]?,?\s{{1,8}}\[?{STAMP}\]?\s*\Z")
"""The head stands in a line of its own, and what was said below it; the date of a meeting is nobody's name."""

PATTERNS = (ZOOM, WEBEX, BRACKETS, DASH, LED, ABOVE)
_SYSTEM = re.compile(rf"\[?{STAMP}(?:\s?\]|\s{{1,3}}[-–—])\s")

SHARE = 6
"""One line in so many must be the head of a message."""


@dataclass(frozen=True)
class Log:
    """What was said; ``is_timed_from_start`` where its times count from the beginning of the recording."""

    pieces: tuple[Piece, ...]
    is_transcript: bool = False
    is_timed_from_start: bool = False


def read_chat(lines: Sequence[str]) -> Log | None:
    """Read the log of a chat or a transcript with times; None where the lines are neither."""
    told = [_unmarked(line) for line in lines]
    pattern = _pattern_of(told)
    if pattern is None:
        return None
    messages = list(_messages(told, pattern))
    heads = [head for head, _text in messages if head is not None]
    from_start = pattern in (ABOVE, LED) and _is_from_start(heads)
    days = iter(days_of([_group(head, "date") for head in heads]))
    pieces = [
        _aside(text) if head is None else _piece(head, text, next(days), from_start=from_start)
        for head, text in messages
    ]
    is_transcript = from_start or (pattern is ABOVE and all(head[0].startswith("[") for head in heads))
    found = said_by_one(pieces) if is_transcript else pieces
    return Log(tuple(found), is_transcript, from_start)


def _unmarked(line: str) -> str:
    """Give a line without the marks of direction that a phone writes around dates and names."""
    return re.sub("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u200b]", "", line).strip()


def _pattern_of(lines: Sequence[str]) -> re.Pattern[str] | None:
    filled = [line[:HEAD] for line in lines if line]
    counts = [(sum(1 for line in filled if pattern.match(line)), pattern) for pattern in PATTERNS]
    most = max(count for count, _pattern in counts)
    needed = 1 if len(filled) <= 2 else 2
    if most < needed or most * SHARE < len(filled):
        return None
    return next(pattern for count, pattern in counts if count == most)


def _messages(lines: Sequence[str], pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str] | None, str]]:
    """Give each head with its text; first, without a head, what stands before the first one."""
    head: re.Match[str] | None = None
    words: list[str] = []
    for line in lines:
        found = pattern.match(line[:HEAD])
        is_system = found is None and pattern in (DASH, BRACKETS) and bool(_SYSTEM.match(line[:HEAD]))
        if found is None and not is_system:
            if line or (head is not None and pattern is not ABOVE):
                words.append(line)
            continue
        if any(words):
            yield head, "\n".join(words).strip()
        head, words = found, [line]
        if found is not None:
            words = [(found.groupdict().get("text") or "") + line[HEAD:]]
    if any(words):
        yield head, "\n".join(words).strip()


def _piece(head: re.Match[str], text: str, days: tuple[str, ...], *, from_start: bool) -> Piece:
    who, is_private = _sender(head["who"], _group(head, "says"))
    seconds = None
    if _group(head, "time"):
        seconds = _elapsed(head["time"]) if from_start else seconds_of(head)
    place = clock_words(seconds) if seconds is not None else ""
    return Piece(cleaned(text), place, who, seconds, days, private=is_private)


def _aside(text: str) -> Piece:
    return Piece(cleaned(text), aside=True)


def _sender(told: str, says: str) -> tuple[str, bool]:
    """Part who wrote from whom it was written to; whoever is not everybody makes it private."""
    is_private = bool(_PRIVATELY.search(told))
    plain = _PRIVATELY.sub("", told)
    between = _TO.get(says.casefold())
    parts = re.split(rf"\s+(?:{between})\s+", plain) if between else [plain]
    if len(parts) == 1:
        return cleaned(plain), is_private
    start = plain.rindex(parts[-1])
    who = re.sub(rf"\s+(?:{between})\s+\Z", "", plain[:start])
    return cleaned(who), is_private or not _ALL.match(parts[-1].strip())


def _is_from_start(heads: Sequence[re.Match[str]]) -> bool:
    """Tell whether times count from the beginning: minutes and seconds that later get hours, or that begin near 0."""
    if any(_group(head, "date") or _group(head, "before") or _group(head, "after") for head in heads):
        return False
    parts = [len(re.findall(r"\d+", head["time"])) for head in heads]
    if len(set(parts)) > 1:
        return True
    first = _elapsed(heads[0]["time"])
    return first < (60 if parts[0] == 2 else 3600)


def _elapsed(time: str) -> int:
    numbers = [int(one) for one in re.findall(r"\d+", time)]
    return sum(number * 60**place for place, number in enumerate(reversed(numbers[:3])))


def _group(head: re.Match[str], name: str) -> str:
    return (head.groupdict().get(name) or "").strip()
