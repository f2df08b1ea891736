"""Where a part of a note ends: after a value of one line, after a bare list, before what belongs to the whole."""

import re
from collections.abc import Sequence

from hrdesk.agenda.concept_note.dates import find_hours
from hrdesk.agenda.concept_note.labels import topic_of
from hrdesk.agenda.concept_note.paragraphs import PROSE, Para
from hrdesk.agenda.concept_note.parts import Section, item_line, successor
from hrdesk.agenda.concept_note.timetable import is_day, timed

ONE_LINE = {
    "date",
    "venue",
    "date_venue",
    "count",
    "participants",
    "organiser",
    "languages",
    "title",
    "theme",
    "webcast",
}
"""Topics whose value, begun on the line of the label, ends with the next blank line or the next label."""

INLINE_LABEL = re.compile(r"[A-ZÀ-Þ][\w’' -]{2,40}\s?:\s\S")
FEWEST_ITEMS = 2


def list_over(para: Para, current: Section | None) -> bool:
    """Tell whether prose ends an agenda that is a bare list: one whose items had no text so far."""
    if current is None or not (para.prose and para.spaced) or para.mark or para.cell or para.words < PROSE:
        return False
    items = [each for each in current.paras if not is_day(each)]
    bare_list = all(
        not each.topic and not each.prose and (each.numbered or item_line(each) or timed(each.text)) for each in items
    )
    return bare_list and len(items) > FEWEST_ITEMS


def after_value(para: Para, current: Section | None) -> bool:
    """Tell whether a paragraph stands apart below a short "Label: value" line, whose value has ended."""
    if current is None or current.topic not in ONE_LINE or current.table or not current.paras:
        return False
    heading = current.heading
    if heading is None or heading.first != current.paras[0].first or para.mark or para.cell:
        return False
    return para.spaced or INLINE_LABEL.match(para.text) is not None


def of_the_whole(para: Para, current: Section) -> bool:
    """Tell whether questions below the last item are those of the whole: a heading like the agenda's, the first."""
    heading = current.heading
    if heading is None or para.text.endswith(":") or not para.spaced or not heading.spaced:
        return False
    items = sum(1 for each in current.paras if item_line(each) or each.numbered)
    plain_list = all(not each.topic and not each.prose for each in current.paras)
    return items > 1 and plain_list and (heading.capitals, heading.style) == (para.capitals, para.style)


def more_items(following: Sequence[Para], current: Section) -> bool:
    """Tell whether a further item of the agenda follows before its end."""
    lined = any(item_line(each) for each in current.paras)
    last = next((each for each in reversed(current.paras) if each.numbered), None)
    for para in following[:60]:
        if item_line(para):
            return True
        if not lined and last is not None and para.numbered == last.numbered and successor(last.mark, para.mark):
            return not topic_of(para.text)
    return False


def begins_part(topic: str, follows: Para | None, titled: bool) -> bool:
    """Tell whether words that may be a title head a part after all, by what stands below them."""
    if follows is None:
        return False
    if topic in ("regional", "regional_one"):
        return titled and follows.prose
    if topic == "agenda" and titled and follows.prose:
        return True
    hours = find_hours(follows.text)
    return bool(follows.mark) or item_line(follows) is not None or (bool(hours) and hours[0].at == 0)
