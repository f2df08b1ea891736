"""What belongs to one session or one consultation: its own records, what they need to show, and nothing else.

Three steps. Down: what is a part of it. Up: what that refers to (the consultation, the speakers, the mechanisms).
Beside: what hangs on any of these (links with both ends here, uses of tags, wordings, decisions).
"""

from collections.abc import Iterable, Mapping

from hrdesk.store.whereabouts import Whereabouts

HANGING = ("link", "tagging", "wording", "decision", "identity_access", "format_segment", "format_class")
"""Kinds that say something of another record and never go without it."""

_SHARED = ("person", "delegation", "mechanism", "tag")
"""Kinds that belong to no consultation; what refers to one does not belong to whoever else refers to it."""

_CONTENT = ("note", "recommendation", "paragraph", "document", "floor_request", "intervention")
"""Kinds that are what was said or written: they come only where they belong, never because something refers to them."""


def belonging_to(root: str, placed: Mapping[str, Whereabouts]) -> frozenset[str]:
    """Give the records that a bundle of ``root``, a session or a consultation, brings along."""
    if root not in placed:
        return frozenset()
    referring: dict[str, list[str]] = {}
    for record, one in placed.items():
        for target in one.references:
            referring.setdefault(target, []).append(record)
    above = _up([root], placed)
    core = _down(root, above, placed, referring)
    return _beside(_up(core, placed), placed, referring)


def _down(
    root: str, above: set[str], placed: Mapping[str, Whereabouts], referring: Mapping[str, list[str]]
) -> set[str]:
    core = {root}
    due = [root]
    while due:
        record = due.pop()
        for told in referring.get(record, ()):
            one = _made_here(told, record, placed) if placed[told].kind == "link" else told
            if one in core or one not in placed or not _is_part(one, core, above, placed):
                continue
            core.add(one)
            due.append(one)
    return core


def _is_part(record: str, core: set[str], above: set[str], placed: Mapping[str, Whereabouts]) -> bool:
    """All that a record is a part of must be here, or be what the root itself is a part of."""
    one = placed[record]
    if one.kind in HANGING or one.kind in _SHARED or one.kind == "consultation":
        return False
    return all(
        owner in core or owner in above or owner not in placed or placed[owner].kind in _SHARED for owner in one.owners
    )


def _made_here(link: str, source: str, placed: Mapping[str, Whereabouts]) -> str:
    """Give the recommendation that a link makes from ``source``, when it names no session of its own."""
    one = placed[link]
    for item in one.owners:
        if source in one.others and item in placed and placed[item].kind == "recommendation":
            sessions = [other for other in placed[item].others if other in placed and placed[other].kind == "session"]
            return "" if sessions else item
    return ""


def _up(records: Iterable[str], placed: Mapping[str, Whereabouts]) -> set[str]:
    found = set(records)
    due = list(found)
    while due:
        for target in placed[due.pop()].references:
            if target in placed and target not in found and placed[target].kind not in _CONTENT:
                found.add(target)
                due.append(target)
    return found


def _beside(found: set[str], placed: Mapping[str, Whereabouts], referring: Mapping[str, list[str]]) -> frozenset[str]:
    due = list(found)
    while due:
        for one in referring.get(due.pop(), ()):
            if one in found or placed[one].kind not in HANGING:
                continue
            ends = placed[one].references
            if placed[one].kind == "tagging":
                tags = [end for end in ends if end in placed and placed[end].kind == "tag"]
                if any(end not in found for end in ends if end not in tags):
                    continue
                due += [tag for tag in tags if tag not in found]
                found.update(tags)
            elif placed[one].kind == "identity_access":
                if not any(end in found for end in placed[one].owners):
                    continue
            elif any(end not in found for end in ends):
                continue
            found.add(one)
            due.append(one)
    return frozenset(found)
