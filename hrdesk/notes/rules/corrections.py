"""Marks that come into a note while its text is being corrected; what stood there before is the note's own text."""

from hrdesk.notes.rules.marks import Known, Mark, Read, around, places, read


def read_correction(before: str, text: str, known: Known) -> Read:
    """Take the marks out of a corrected text that were not in it before."""
    stood = read(before, known)
    marks: list[Mark] = []
    while found := [place for place in places(text, known) if place.mark not in stood.marks]:
        marks += [place.mark for place in found if place.mark not in marks]
        for place in reversed(found):
            start, end = around(text, place)
            text = text[:start] + text[end:]
    malformed = tuple(one for one in read(text, known).malformed if one not in stood.malformed)
    return Read(text, tuple(dict.fromkeys(marks)), malformed)
