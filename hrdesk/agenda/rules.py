"""How a programme follows from a concept note: which sittings an agenda makes, and in which order things stand."""

from collections.abc import Mapping, Sequence

from hrdesk.records import KINDS, Value
from hrdesk.records.ids import positions

LONGEST_TITLE = 80


def sessions_of(
    consultation: Mapping[str, Value], items: Sequence[tuple[str, Mapping[str, Value]]]
) -> list[dict[str, Value]]:
    """Plan the sessions: one for a meeting of a single half day, else one for each agenda item, else one.

    No time is guessed: only a meeting of one half day has the hours of its one session.
    """
    zone = consultation.get("time_zone")
    day, begins, ends = consultation.get("start"), consultation.get("start_time"), consultation.get("end_time")
    title = consultation.get("title")
    half_days = consultation.get("half_days")
    one_sitting = isinstance(half_days, int) and half_days <= 1
    if one_sitting or not items:
        whole: dict[str, Value] = {"title": title, "time_zone": zone}
        if day and begins and consultation.get("end") in (None, day):
            whole["starts"] = f"{day}T{begins}"
        if day and ends and consultation.get("end") in (None, day):
            whole["ends"] = f"{day}T{ends}"
        return [whole]
    return [
        {"title": item.get("title") or _beginning(item), "agenda_item": key, "time_zone": zone} for key, item in items
    ]


def in_order(found: Sequence[tuple[str, Mapping[str, Value]]]) -> list[str | None]:
    """Give each of ``found`` (kind, values) its order key among those of its kind, as they stand in the note."""
    counts: dict[str, int] = {}
    for kind, _ in found:
        counts[kind] = counts.get(kind, 0) + 1
    keys = {kind: iter(positions(count)) for kind, count in counts.items()}
    return [next(keys[kind]) if "position" in KINDS[kind].field_names() else None for kind, _ in found]


def _beginning(item: Mapping[str, Value]) -> Value:
    """Give an item without a title the first words of its text to be known by."""
    text = item.get("text")
    if not isinstance(text, str) or not text:
        return item.get("number")
    return text if len(text) <= LONGEST_TITLE else text[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
