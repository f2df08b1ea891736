"""What composing needs everywhere: the language of the document, its fonts, and which side it begins on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hrdesk.outcome.document import Note, Run
from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.faces import FontCase
from hrdesk.outcome.pdf.lines import Align, Line, set_lines, set_one
from hrdesk.outcome.pdf.shaping import Shaper
from hrdesk.outcome.pdf.sheet import Setting
from hrdesk.outcome.pdf.story import is_right_to_left, tell
from hrdesk.outcome.pdf.tags import Element


@dataclass
class Press:
    """The tools of one document."""

    language: str
    case: FontCase = field(default_factory=FontCase)
    shaper: Shaper = field(default_factory=Shaper)
    root: Element = field(default_factory=lambda: Element("Document", hung=True))
    anchors: int = 0
    notes: int = 0

    @property
    def right_to_left(self) -> bool:
        """Whether the document begins on the right."""
        return is_right_to_left(self.language)

    def setting(self, name: str) -> Setting:
        """Return how a kind of text is set in this language."""
        return sheet.setting(name, self.language)

    def at(self, offset: float, width: float, measure: float = sheet.MEASURE) -> float:
        """Return the left end of something that begins ``offset`` from the side where lines begin."""
        return measure - offset - width if self.right_to_left else offset

    def lines(
        self,
        runs: Sequence[Run],
        setting: Setting,
        measure: float,
        align: Align = "start",
        first: float = 0.0,
        notes: Sequence[tuple[int, Note]] = (),
        direction: bool | None = None,
    ) -> list[Line]:
        """Set runs into lines."""
        story = tell(runs, setting, self.language, self.case, notes, direction)
        return set_lines(story, measure, self.case, self.shaper, align, first)

    def line(self, text: str, setting: Setting, direction: bool | None = None) -> Line:
        """Set a short text, such as a number, on one line."""
        return set_one(tell([Run(text)], setting, self.language, self.case, (), direction), self.case, self.shaper)

    def next_anchor(self) -> int:
        """Return the number of a new heading, counted from 0."""
        self.anchors += 1
        return self.anchors - 1

    def next_note(self) -> int:
        """Return a number for a new footnote, for its identifier in the file."""
        self.notes += 1
        return self.notes
