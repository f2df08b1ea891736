"""Where the items of an agenda begin: hours, "Panel 1" lines, numbers, bullets or short lines."""

from collections.abc import Sequence

from hrdesk.agenda.concept_note.paragraphs import Para
from hrdesk.agenda.concept_note.parts import Section, item_line, successor
from hrdesk.agenda.concept_note.timetable import timed


def beginnings(section: Section) -> list[int]:
    """Find where the items begin: "Panel 1" lines, else numbers, hours, bullets, else short lines."""
    paras = section.paras
    lined = [place for place, para in enumerate(paras) if not para.topic and item_line(para)]
    hours = [place for place, para in enumerate(paras) if not para.bullet and timed(para.text) and para.words < 60]
    if len(hours) > 1 and len(hours) >= len(lined):
        return sorted({*hours, *(place for place in lined if place > hours[0] and own_line(paras, place))})
    if lined:
        return lined
    numbered = [place for place, para in enumerate(paras) if para.numbered and not para.topic]
    if numbered:
        style = paras[numbered[0]].numbered
        chosen: list[int] = []
        for place in numbered:
            para = paras[place]
            follows = not chosen or successor(paras[chosen[-1]].mark, para.mark)
            # A sentence with a question mark in a list that began anew is a question of the item above it.
            if para.numbered == style and (
                follows or (not para.text.endswith("?") and paras[place - 1].topic != "questions")
            ):
                chosen.append(place)
        return chosen
    if hours:
        return hours
    bullets = [place for place, para in enumerate(paras) if para.bullet and not para.topic]
    if bullets:
        return bullets if len(bullets) > 1 and all(not paras[place].text.endswith("?") for place in bullets) else []
    short = [place for place, para in enumerate(paras) if not para.topic and not para.prose and para.words > 1]
    plain = len(short) > 1 and len(short) == len([para for para in paras if not para.topic])
    return short if plain and section.heading is not None else []


def own_line(paras: Sequence[Para], place: int) -> bool:
    """Tell whether a "Session 2" line of a timetable is an item of its own and not the words beside an hour."""
    above = timed(paras[place - 1].text)
    beside = above is not None and not above.rest and not paras[place - 1].cells
    return not beside and timed(paras[place].text) is None
