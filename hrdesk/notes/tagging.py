"""Tags and bodies on a note: made with it in one step, and what goes along into a recommendation made from it.

A tag is told by its name, or by scheme and name ("theme:Prevention of torture") where the scheme is known. A body
that a note names is a tag of the scheme "body"; in a recommendation it is an addressee.
"""

from collections.abc import Iterable, Sequence

from hrdesk.agenda.queries import next_position
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.folding import fold
from hrdesk.notes.terms import BODY, FREE, term_called
from hrdesk.records import Addressee, Mechanism, MechanismAlias, Tag, Tagging
from hrdesk.records.ids import joined_id, tag_id
from hrdesk.records.recommendation import TAG_SCHEMES
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader


def tags_of(pen: Pen, tags: Iterable[str], bodies: Iterable[str]) -> list[str]:
    """Give the tags that words and bodies stand for, made where there are none."""
    told = [tag_called(pen, *_scheme_and_name(pen.read, one)) for one in tags]
    return told + [tag_called(pen, BODY, _plain(name)) for name in bodies]


def put_tags(pen: Pen, item: str, tags: Iterable[str]) -> None:
    """Put tags on a record, in the transaction that is under way."""
    for tag in tags:
        pen.create(Tagging, joined_id("tagging", item, tag), item=item, tag=tag)


def pass_on(pen: Pen, notes: Sequence[str], recommendation: str) -> None:
    """Give a recommendation the tags of the notes it was made from, and the bodies they name as addressees."""
    held = {tag.id: tag for tag in (pen.read.get(Tag, one) for one in _tags_of(pen.read, notes)) if tag is not None}
    there = {fold(one.name or "") for one in pen.read.every(Addressee, recommendation=recommendation)}
    for tag in held.values():
        if tag.scheme != BODY:
            put_tags(pen, recommendation, [tag.id])
        elif tag.name and fold(tag.name) not in there:
            there.add(fold(tag.name))
            pen.create(
                Addressee,
                recommendation=recommendation,
                name=tag.name,
                mechanism=_mechanism(pen.read, tag.name),
                part="addressee",
                implied=False,
                position=next_position(pen.read, Addressee),
            )


def _tags_of(reader: Reader, notes: Sequence[str]) -> list[str]:
    """Name the tags of some notes, each once, in the order of the notes and by name."""
    found = [one.tag for note in notes for one in reader.every(Tagging, item=note) if one.tag]
    return list(dict.fromkeys(found))


def tag_called(pen: Pen, scheme: str, name: str) -> str:
    """Give the tag of a scheme that is called so, made where there is none.

    One that came from another program, or was renamed, has an id that does not follow from its name.
    """
    term = term_called(scheme, name)
    name, made = (term.key, term.tag) if term else (name, tag_id(scheme, name))
    if pen.read.get(Tag, made) is not None:
        return made
    called = fold(name)
    known = [tag.id for tag in pen.read.every(Tag, scheme=scheme) if fold(tag.name or "") == called]
    return known[0] if known else pen.create(Tag, made, scheme=scheme, name=name)


def _scheme_and_name(reader: Reader, told: str) -> tuple[str, str]:
    scheme, _, rest = told.partition(":")
    if scheme in TAG_SCHEMES and scheme != BODY and rest.strip():
        return scheme, _plain(rest)
    name = _plain(told)
    called = fold(name)
    known = [tag for tag in reader.every(Tag) if tag.scheme != BODY and fold(tag.name or "") == called]
    return (known[0].scheme or FREE, known[0].name or name) if known else (FREE, name)


def _plain(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise Refused(N_("There is a tag or a body without a name. The text stays in the line; please take it off."))
    return plain


def _mechanism(reader: Reader, name: str) -> str | None:
    """Give the mechanism of that name, acronym or other name; None where there is none or more than one."""
    called = fold(name)
    found = {one.id for one in reader.every(Mechanism) if called in (fold(one.name or ""), fold(one.acronym or ""))}
    found |= {
        one.mechanism for one in reader.every(MechanismAlias) if one.mechanism and fold(one.alias or "") == called
    }
    return found.pop() if len(found) == 1 else None
