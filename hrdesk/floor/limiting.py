"""Which segment goes on, and how long somebody may speak in it, as the desk holds it at this moment."""

from hrdesk.floor.marks import marks_of_segments
from hrdesk.floor.rules.limits import limits
from hrdesk.floor.rules.turns import running_segment
from hrdesk.records import Floor, FloorDecision, FloorRequest, FormatClass, FormatSegment
from hrdesk.records.ids import joined_id
from hrdesk.store.reading import Reader


def segment_of(reader: Reader, session: str) -> FormatSegment | None:
    """Give the segment that goes on in a session."""
    return reader.get(FormatSegment, running_segment(marks_of_segments(reader, session)))


def limit_of(reader: Reader, request: FloorRequest, segment: FormatSegment | None) -> int | None:
    """Give the seconds that somebody may speak in a segment, after all decisions of the chair; none: no limit."""
    session = request.session or ""
    floor = reader.get(Floor, joined_id("floor", session))
    classes = reader.every(FormatClass, session_format=floor.session_format) if floor and floor.session_format else []
    decided = reader.every(FloorDecision, session=session)
    return limits(classes, segment.id if segment else None, decided).of(request.speaker_class)
