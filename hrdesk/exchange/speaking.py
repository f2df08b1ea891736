"""What speaks of records that stay, or did: persons, tags and translations that would tell what those are about."""

from collections.abc import Collection, Iterable

from hrdesk.records import Wording
from hrdesk.records.wording import standing
from hrdesk.store.reading import Reader
from hrdesk.store.whereabouts import read_officers, read_uses


def spoken_of_by_what_stays(reader: Reader, going: Collection[str], staying: Collection[str]) -> frozenset[str]:
    """Give the officers of meetings that stay, and the tags and persons that nothing that goes speaks of.

    A person in no session, and a tag without any use, are spoken of by nobody, and go.
    """
    officers = {record for record, meetings in read_officers(reader) if any(one in staying for one in meetings)}
    is_spoken: dict[str, bool] = {}
    for record, named in read_uses(reader):
        is_spoken[named] = is_spoken.get(named, False) or (record in going and record not in officers)
    unspoken = {named for named, by_what_goes in is_spoken.items() if not by_what_goes}
    return frozenset(officers | unspoken).intersection(going)


def outdated(reader: Reader, wordings: Iterable[str]) -> frozenset[str]:
    """Give those of some translations that translate other words than stand there now, or that nobody can tell."""
    found: set[str] = set()
    for record in wordings:
        held = reader.get(Wording, record)
        if held is None:  # deleted, and only that is told
            continue
        item = reader.find(held.item)
        source = getattr(item, held.item_field or "", None)
        adopted = getattr(item, "adopted_text", None)
        if not any(isinstance(one, str) and standing(held, one) in ("draft", "reviewed") for one in (source, adopted)):
            found.add(record)
    return frozenset(found)
