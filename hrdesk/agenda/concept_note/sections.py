"""Divides a note into its title and its parts, by labels of tables, headings and items of the agenda."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hrdesk.agenda.concept_note.dates import find_dates, find_hours
from hrdesk.agenda.concept_note.headings import (
    ASKING,
    IN_ITEM,
    MINUTES_FIRST,
    NO_TITLE,
    RUN_ON,
    SENTENCE_BEGUN,
    TITLES_OF_ITEMS,
)
from hrdesk.agenda.concept_note.labels import OFFICERS, label_and_value, topic_of
from hrdesk.agenda.concept_note.marks import split_mark
from hrdesk.agenda.concept_note.paragraphs import Note, Para
from hrdesk.agenda.concept_note.parts import Parts, Section, item_line, successor, unnumber
from hrdesk.agenda.concept_note.section_ends import after_value, begins_part, list_over, more_items, of_the_whole
from hrdesk.agenda.concept_note.timetable import begins_timetable, is_column_head, is_day, timed

LONGEST_TITLE = 40
"""Lines above the first part; more of them are no title."""


@dataclass
class Divider:
    """Walks the paragraphs and opens a section wherever one begins."""

    paras: Sequence[Para]
    rules: set[int]
    parts: Parts = field(default_factory=Parts)
    in_title: bool = True
    annex: bool = False
    seen: set[str] = field(default_factory=set)

    @property
    def current(self) -> Section | None:
        """Give the section being filled."""
        return self.parts.sections[-1] if self.parts.sections else None

    def run(self) -> Parts:
        """Divide the whole note."""
        for place, para in enumerate(self.paras):
            if place and self.ruled_off(self.paras[place - 1], para) and not self.in_title:
                self.open("", None)
            self.place(place, para)
        return self.parts

    def ruled_off(self, before: Para, para: Para) -> bool:
        """Tell whether a dividing line stands between two paragraphs."""
        return any(before.last < rule < para.first for rule in self.rules)

    def open(self, topic: str, heading: Para | None, table: bool = False) -> Section:
        """Open a section."""
        self.in_title = False
        self.annex = self.annex or topic == "annex"
        section = Section(topic, heading, table=table, annex=self.annex)
        self.parts.sections.append(section)
        self.seen.add(topic)
        return section

    def place(self, at: int, para: Para) -> None:
        """Put one paragraph where it belongs."""
        if self.heads_column(at, para):
            self.parts.columns.append(para)
            return
        topic, value = self.known(at, para)
        if topic and self.within_item(at, para, topic, value):
            current = self.parts.sections[-1]
            current.paras.append(replace(para, topic=topic, text="", cells=(value,) if value else ()))
            return
        if topic:
            section = self.open(topic, para, table=para.tabbed or bool(para.cell))
            if value:
                mark, rest, bullet = split_mark(value)
                section.paras.append(replace(para, text=rest, mark=mark, bullet=bullet, tabbed=False, cells=()))
            return
        in_agenda = self.current is not None and self.current.topic == "agenda"
        if not in_agenda and (item_line(para) or self.timetable(at, para)):
            self.open("agenda", None)
        elif after_value(para, self.current) or (in_agenda and list_over(para, self.current)):
            self.open("", None)
        elif self.unknown_label(at, para) or self.unknown_heading(at, para):
            self.open("", para, table=para.tabbed)
            return
        elif self.title_ends(para) or self.left_table(para):
            self.open("", None)
        if self.in_title:
            self.parts.title.append(para)
        elif self.parts.sections:
            self.parts.sections[-1].paras.append(para)

    def heads_column(self, at: int, para: Para) -> bool:
        """Tell whether a cell belongs to the row that heads a timetable."""
        if is_column_head(para):
            return any(timed(each.text) for each in self.paras[at + 1 : at + 8])
        last = self.parts.columns[-1] if self.parts.columns else None
        return bool(para.cell) and last is not None and last.cell[:2] == para.cell[:2]

    def timetable(self, at: int, para: Para) -> bool:
        """Tell whether a timetable begins here, perhaps below the line that names its first day."""
        follows = at + 1 if is_day(para) and at + 1 < len(self.paras) else at
        if follows > at and not self.in_title and self.paras[follows].numbered and not self.paras[follows].prose:
            return True
        return not para.bullet and begins_timetable(self.paras, follows)

    def known(self, at: int, para: Para) -> tuple[str, str]:
        """Recognise a label or heading we know: its topic and the value on the same line."""
        if len(para.cells) > 1 and not para.bullet and (topic := topic_of(para.cells[0])):
            return self.fit(at, para, topic), " ".join(para.cells[1:])
        if not para.bullet and (topic := topic_of(para.text)):
            return self.fit(at, para, topic), ""
        topic, _, value = label_and_value(para.text)
        if topic in OFFICERS and MINUTES_FIRST.match(value):
            return "", ""  # "Presenters: 15 minutes" is a rule and names nobody
        if topic and not (para.bullet and topic not in OFFICERS):
            return self.fit(at, para, topic), value
        run_on = RUN_ON.match(para.text)
        if run_on and not para.mark and para.words < 30:
            return topic_of(run_on[1]), para.text[run_on.end() :]
        return "", ""

    def fit(self, at: int, para: Para, topic: str) -> str:
        """Give the topic back where a heading of that kind can stand, "" where it is something else."""
        if (
            self.in_title
            and topic in NO_TITLE
            and not para.numbered
            and not para.tabbed
            and not para.text.endswith(":")
        ):
            follows = self.paras[at + 1] if at + 1 < len(self.paras) else None
            if not begins_part(topic, follows, bool(self.parts.title)):
                return ""
        current = self.current
        before = self.paras[at - 1] if at else None
        if (
            current
            and current.topic == "agenda"
            and before
            and not (para.spaced or before.topic)
            and para.numbered == before.numbered != ""
            and successor(before.mark, para.mark)
            and para.capitals == before.capitals
        ):
            # Right below an item, without a gap and with the next number, stands the next item, whatever it is called.
            return ""
        if (
            current
            and current.topic == "agenda"
            and para.numbered
            and topic in TITLES_OF_ITEMS
            and not self.next_section(para)
        ):
            return ""
        if para.cell and para.cell[-1] > 1 and topic not in OFFICERS:
            return ""
        return topic

    def next_section(self, para: Para) -> bool:
        """Tell whether a number follows on that of the agenda's own heading and not on that of its last item."""
        current = self.current
        if current is None or current.heading is None or current.heading.numbered != para.numbered:
            return False
        last = next((each for each in reversed(current.paras) if each.numbered == para.numbered), None)
        follows = successor(current.heading.mark, para.mark)
        return follows and not (last is not None and successor(last.mark, para.mark))

    def within_item(self, at: int, para: Para, topic: str, value: str) -> bool:
        """Tell whether a label belongs to the item of the agenda that is being read."""
        current = self.current
        if current is None or current.topic != "agenda" or topic not in IN_ITEM or (para.numbered and not value):
            return False
        if not any(item_line(each) or each.numbered or each.words for each in current.paras):
            return False
        if topic == "date" and "date" not in self.seen and find_dates(value):
            return False
        more = more_items(self.paras[at + 1 : at + 61], current)
        if topic == "outcome":
            return more
        heading = current.heading
        if not more and topic in ("questions", "subtopics") and of_the_whole(para, current):
            return False
        if more or topic in ("questions", "subtopics", "possible_outcome") or topic in self.seen:
            return True
        alike = heading is not None and (heading.capitals, heading.style, heading.bold, bool(heading.numbered)) == (
            para.capitals,
            para.style,
            para.bold,
            bool(para.numbered),
        )
        return topic in OFFICERS or bool(value) or (para.text.endswith(":") and not alike)

    def unknown_label(self, at: int, para: Para) -> bool:
        """Recognise a label in a table whose words we do not know, so that its value goes nowhere wrong."""
        current, follows = self.current, self.paras[at + 1] if at + 1 < len(self.paras) else None
        if not para.tabbed or para.words > 6 or para.bullet or follows is None or len(para.cells) > 1:
            return False
        if para.cell:
            return follows.cell[:2] == para.cell[:2] and follows.cell[-1] > 1 and (para.bold or para.text.endswith(":"))
        return follows.tabbed and current is not None and current.table and bool(current.paras)

    def unknown_heading(self, at: int, para: Para) -> bool:
        """Recognise a heading whose words we do not know."""
        follows = self.paras[at + 1] if at + 1 < len(self.paras) else None
        current = self.current
        if self.in_title and not (para.numbered and follows is not None and follows.prose and not para.prose):
            return False
        if para.bullet or para.cell or para.words > 14 or item_line(para) or para.text.endswith((".", ";", ",")):
            return False
        if para.text.endswith("?") and not (
            ASKING.match(para.text)
            and para.spaced
            and para.words <= 6
            and current is not None
            and current.topic not in ("questions", "agenda", "subtopics")
        ):
            return False
        if current is not None and current.topic == "agenda":
            return self.ends_agenda(para, current)
        if para.text.endswith(":") and (para.words > 5 or SENTENCE_BEGUN.search(para.text)):
            return False
        if para.style.casefold().startswith(("heading", "title")):
            return True
        if para.numbered == "dotted" and current is not None and current.topic == "subtopics":
            return False
        if para.numbered:
            before = current.paras[-1] if current is not None and current.paras else None
            if before is not None and before.numbered == para.numbered:
                return False
            if follows is None or follows.numbered == para.numbered:
                return False
            return follows.prose or follows.bullet or bool(follows.numbered)
        if para.capitals and not para.tabbed:
            return True
        if current is not None and current.topic in (*OFFICERS, "documents"):
            return False
        if para.bold and follows is not None and not follows.bold:
            return True
        plain = para.words <= 8 and para.spaced and not para.tabbed and not para.mark and para.text[:1].isupper()
        return plain and follows is not None and follows.prose and not follows.mark and not para.text[-1:].isdigit()

    def ends_agenda(self, para: Para, current: Section) -> bool:
        """Tell whether an unknown heading ends the agenda: it is of its own heading's kind and counts on from it."""
        heading = current.heading
        if heading is None:
            return False
        if para.numbered:
            return self.next_section(para)
        if para.style.casefold().startswith("heading") and heading.style.casefold().startswith("heading"):
            return para.style.casefold() <= heading.style.casefold()
        return para.capitals and heading.capitals and not heading.numbered and bool(current.paras)

    def title_ends(self, para: Para) -> bool:
        """Tell whether the title gives way to prose, or goes on for too long to be one."""
        if not self.in_title:
            return False
        hours = find_hours(para.text)
        if hours and hours[0].at == 0 and para.words < 16:
            return False
        if len(self.parts.title) == LONGEST_TITLE:
            return True
        return para.prose and (para.text.endswith((".", ".”")) or para.words > 40)

    def left_table(self, para: Para) -> bool:
        """Tell whether a paragraph stands below a table whose last row was being read."""
        current = self.current
        return bool(current and current.table and current.heading and current.heading.cell and not para.cell)


def divide(note: Note) -> Parts:
    """Divide a note into its title and its sections."""
    parts = Divider(note.paras, note.rules).run()
    unnumber(parts)
    return parts
