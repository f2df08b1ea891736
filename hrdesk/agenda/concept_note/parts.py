"""The parts of a note: sections with their topic, and the lines with which items of an agenda begin."""

import re
from dataclasses import dataclass, field, replace

from hrdesk.agenda.concept_note.marks import bare
from hrdesk.agenda.concept_note.paragraphs import Para

ITEM = re.compile(
    r"""(?:(?P<word>(?:(?:thematic|working|plenary|parallel|interactive)\s)?(?:panel(?:\ discussion)?|session
        |agenda\ item|item|theme|topic|segment|module|block|mesa(?:\ redonda)?
        |módulo|bloque|thème|atelier|round\ ?table|working\ group|séance|sesión|point|tema))
        \s?(?:no\.?\s?|n°\s?|\#\s?)?(?P<number>\d{1,2}|[ivx]{1,5}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten)
       |(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|morning|afternoon)\s(?P<of>(?:thematic\s|working\s)?(?:panel|session)))
    \b\s*(?P<sign>[:.–—-]+|\(|$|(?=["“A-ZÀ-Þ]))""",
    re.VERBOSE | re.IGNORECASE,
)


VERB = re.compile(r"\s*(?:will|would|shall|may|should|could|is|are|was|were|has|have|and|or|of|on|in|to)\b")


@dataclass
class Section:
    """A part of a note: its topic ("" when unknown), its heading and the paragraphs under it."""

    topic: str
    heading: Para | None = None
    paras: list[Para] = field(default_factory=list)
    table: bool = False
    annex: bool = False

    @property
    def lines(self) -> tuple[int, int]:
        """Give the first and last line, heading included."""
        every = ([self.heading] if self.heading else []) + self.paras
        return (every[0].first, every[-1].last) if every else (1, 1)


@dataclass
class Parts:
    """The title of a note and its sections, and the words of the headings passed."""

    title: list[Para] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    columns: list[Para] = field(default_factory=list)

    def of(self, *topics: str) -> list[Section]:
        """Give the sections on one of the topics."""
        return [section for section in self.sections if section.topic in topics]


def item_line(para: Para) -> re.Match[str] | None:
    """Match "Panel 3: …" and its like, not the sentence "Panel 3 will discuss …"."""
    if para.bullet or (para.mark and not para.numbered):
        return None
    found = ITEM.match(para.text)
    if found is None or VERB.match(para.text, found.end()):
        return None
    if not found["sign"] and found.end() == len(para.text) and para.words > 3:
        return None
    return found


def successor(first: str, second: str) -> bool:
    """Tell whether one number follows the other: 3 and 4, B and C, II and III."""
    one, other = bare(first).casefold(), bare(second).casefold()
    if one.isdigit() and other.isdigit():
        return int(other) == int(one) + 1
    romans = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")
    if one in romans and other in romans and romans.index(other) == romans.index(one) + 1:
        return True
    return len(one) == 1 and len(other) == 1 and one.isalpha() and ord(other) == ord(one) + 1


RUNNING = ("background", "mandate", "regional", "regional_one", "format", "methodology", "previous", "")
"""Topics told in prose, whose paragraphs may be numbered as in a document of the United Nations."""


def unnumber(parts: Parts) -> None:
    """Take the numbers off paragraphs of prose, which are numbered through the note and are no list."""
    last = ""
    through: set[int] = set()
    for section in parts.sections:
        numbers = [para for para in section.paras if para.numbered == "arabic" and not para.topic]
        if section.topic != "agenda" and numbers and last and successor(last, numbers[0].mark):
            through.update(id(para) for para in numbers)
        last = numbers[-1].mark if numbers and section.topic != "agenda" else last
    for section in parts.sections:
        for place, para in enumerate(section.paras):
            running = section.topic in RUNNING and para.words >= 20 and para.text.endswith((".", ".”"))
            dotted = para.numbered == "dotted" and section.topic in RUNNING
            if para.prose and (
                dotted or (para.numbered == "arabic" and (id(para) in through or running) and section.topic != "agenda")
            ):
                section.paras[place] = replace(para, mark="")
