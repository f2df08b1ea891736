"""What speaks of records that stay, or did: persons, tags and translations that would tell what those are about."""

from collections.abc import Collection, Iterable

from hrdesk.records import Wording
from hrdesk.records.wording import standing
from hrdesk.store.reading import Reader
from hrdesk.store.whereabouts import read_officers, read_uses


def spoken_of_by_what_stays(reader: Reader, going: Collection[str], staying: Collection[str]) -> frozenset[str]:
    """Give the officers of meetings that stay, and the tags, persons and delegations that nothing that goes speaks of.

    A person in no session, and a tag without any use, are spoken of by nobody, and go.
    """
    found = {record for record, meetings in read_officers(reader) if any(one in staying for one in meetings)}
    uses = list(read_uses(reader))
    while True:
        is_spoken: dict[str, bool] = {}
        for record, named in uses:
            is_spoken[named] = is_spoken.get(named, False) or (record in going and record not in found)
        unspoken = {named for named, by_what_goes in is_spoken.items() if not by_what_goes} & set(going) - found
        if not unspoken:
            return frozenset(found).intersection(going)
        found |= unspoken  # of whom only they spoke, such as the delegation of a person, nobody speaks now


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
