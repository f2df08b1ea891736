"""What a form asks of the desk about the record it shows: what can be chosen in its fields, and what is sealed."""

from collections.abc import Iterable

from hrdesk.desktop.widgets.titles import title_of, titles
from hrdesk.language.interface import _
from hrdesk.records import FieldInfo, Person, Record
from hrdesk.records.disclosure import IDENTITY, is_own, may_be_found
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes

Targets = dict[str, list[tuple[str, str]]]


def targets(reader: Reader, held: Record, infos: Iterable[FieldInfo], audience: str) -> Targets:
    """Give for each field that refers to other records those it can refer to, as (id, title).

    What ``audience`` may not see is not offered; what the record refers to already is there without its title.
    """
    found = _all_targets(reader, held, infos)
    if is_own(audience):
        return found
    classes = read_classes(reader)
    return {
        name: [
            (one, title if may_be_found(classes.of(one), audience) else _("Confidential"))
            for one, title in offered
            if one == getattr(held, name) or may_be_found(classes.of(one), audience)
        ]
        for name, offered in found.items()
    }


def _all_targets(reader: Reader, held: Record, infos: Iterable[FieldInfo]) -> Targets:
    found: Targets = {}
    for info in infos:
        if info.refers_to == ("*",):
            value = getattr(held, info.name)
            target = reader.find(value)
            found[info.name] = [(value, title_of(target, reader))] if target else []
        elif info.refers_to:
            found[info.name] = [one for one in titles(reader, *info.refers_to) if one[0] != held.id]
    return found


def sealed(reader: Reader, held: Record) -> frozenset[str]:
    """Name the fields that are not written from this desk, because it was not named for who a protected person is.

    The protection itself is one of them: to take it back would bare a name that nobody here knows.
    """
    if not isinstance(held, Person) or not reader.is_sealed_away(held.id):
        return frozenset()
    return frozenset(info.name for cell in (*IDENTITY, "protected") for info in Person.cells()[cell])
