"""A story: the text of one paragraph in one piece, with the style of every stretch of it.

Footnote marks stand in the text as raised stretches of their own, isolated so that they do not turn the direction
of what surrounds them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hrdesk.outcome.document import Note, Run
from hrdesk.outcome.pdf.faces import FontCase, Wanted
from hrdesk.outcome.pdf.sheet import Setting
from hrdesk.outcome.pdf.typography import cleaned, spaced

LEFT_ISOLATE, RIGHT_ISOLATE, END_ISOLATE = "\u2066", "\u2067", "\u2069"
NO_BREAK_BEFORE = "\u2060"
RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})
RAISED = 0.66
"""Size of a footnote mark beside its text."""


@dataclass(frozen=True)
class Style:
    """How a stretch is set. ``foreign`` names its language where that is not the document's, ``note`` its footnote."""

    size: float
    wanted: Wanted
    rise: float = 0.0
    foreign: str = ""
    note: int = -1


@dataclass(frozen=True)
class Stretch:
    """A stretch of the text in one style."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True)
class Story:
    """One paragraph's text, its stretches in order, its language and its base direction."""

    text: str
    stretches: tuple[Stretch, ...]
    language: str
    right_to_left: bool


def is_right_to_left(language: str) -> bool:
    """Say whether a language is written from right to left."""
    return language.split("-")[0] in RIGHT_TO_LEFT


def runs_right_to_left(runs: Sequence[Run], language: str) -> bool:
    """Say how a paragraph runs: as the language that most of its text is in (a passage not translated yet)."""
    own = is_right_to_left(language)
    foreign = sum(len(run.text) for run in runs if is_right_to_left(run.language or language) != own)
    return own != (foreign * 2 > sum(len(run.text) for run in runs))


def tell(
    runs: Sequence[Run],
    setting: Setting,
    language: str,
    case: FontCase,
    notes: Sequence[tuple[int, Note]] = (),
    direction: bool | None = None,
) -> Story:
    """Join runs, and the footnote marks called in them, into a story; ``direction`` overrides the language's own.

    A note whose position lies beyond the text is called at its end.
    """
    right_to_left = runs_right_to_left(runs, language) if direction is None else direction
    total = sum(len(run.text) for run in runs)
    calls = sorted((min(max(position, 0), total), number) for number, (position, _) in enumerate(notes))
    parts: list[tuple[str, Style]] = []
    offset = 0
    for run in runs:
        foreign = run.language if run.language and run.language != language else ""
        wanted = Wanted(foreign or language, run.bold or setting.bold, run.italic != setting.italic)
        style = Style(setting.size, wanted, foreign=foreign)
        text = spaced(run.text, foreign or language)
        at = 0
        while calls and calls[0][0] <= offset + len(text) and (calls[0][0] < offset + len(text) or run is runs[-1]):
            position, number = calls.pop(0)
            parts.append((text[at : position - offset], style))
            at = position - offset
            parts.append(_mark(notes[number][1], number, setting, language, right_to_left))
        parts.append((text[at:], style))
        offset += len(text)
    if not runs:
        parts += [_mark(notes[number][1], number, setting, language, right_to_left) for _, number in calls]
    return _joined(parts, language, right_to_left, case)


def _mark(note: Note, number: int, setting: Setting, language: str, right_to_left: bool) -> tuple[str, Style]:
    isolate = RIGHT_ISOLATE if right_to_left else LEFT_ISOLATE
    starred = not note.mark.strip("*")
    style = Style(
        setting.size * (1 if starred else RAISED),
        Wanted(language, setting.bold and starred),
        rise=0 if starred else setting.size * 0.34,
        note=number,
    )
    return f"{NO_BREAK_BEFORE}{isolate}{note.mark}{END_ISOLATE}", style


def _joined(parts: list[tuple[str, Style]], language: str, right_to_left: bool, case: FontCase) -> Story:
    pieces: list[str] = []
    stretches: list[Stretch] = []
    length = 0
    for part, style in parts:
        clean = case.report(cleaned(part), style.wanted)
        if clean:
            stretches.append(Stretch(length, length + len(clean), style))
            pieces.append(clean)
            length += len(clean)
    return Story("".join(pieces), tuple(stretches), language, right_to_left)
