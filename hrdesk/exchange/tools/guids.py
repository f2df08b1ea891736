"""The GUIDs under which records stand in the files of other programs: they follow from ids, never from names.

So they survive renaming, here and there. The id of a tag is a GUID already and stands as it is. That of a note holds
the millisecond in which it was made, which may tell who had the floor: what leaves is a hash of it.
"""

import re
from collections.abc import Iterable

from hrdesk.records.ids import joined_id

GUID = re.compile(r"\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?")


def guid_of(record: str) -> str:
    """Give the GUID of a record, in small letters: the standard takes both, and some programs take only these."""
    return record.lower() if GUID.fullmatch(record) else joined_id("guid", record)


def made_guid(*parts: str) -> str:
    """Give the GUID of what has no record of its own: a scheme, a source, a use of a code."""
    return joined_id("tool", *parts)


def plain_guid(told: str) -> str:
    """Read a GUID as files write it, in braces or without, as an id: small letters; nothing where it is none."""
    found = GUID.fullmatch(told.strip())
    return found[1].lower() if found else ""


def by_guid(records: Iterable[str]) -> dict[str, str]:
    """Map the GUIDs of records to their ids."""
    return {guid_of(record): record for record in records}
