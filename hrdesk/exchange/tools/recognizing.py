"""What a codebook or coded notes of another program would bring: recognized by GUID first, by name after that.

So a code that was renamed here or there is the same code. A code that is new gets its GUID as its id: every desk that
takes the same file in makes the same tag.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hrdesk.exchange.tools.codes import KIND, kind_guid, scheme_guid
from hrdesk.exchange.tools.guids import by_guid, made_guid, plain_guid
from hrdesk.files.qda import ForeignCode, ForeignPassage
from hrdesk.language.folding import fold
from hrdesk.notes.terms import term_called, term_of, terms
from hrdesk.records import Note, Recommendation, Tag, Tagging
from hrdesk.records.ids import joined_id
from hrdesk.records.note import NOTE_KINDS
from hrdesk.records.recommendation import TAG_SCHEMES
from hrdesk.store.reading import Reader

NEW, KNOWN, RENAMED, SAME_NAME, STRUCTURE = "new", "known", "renamed", "same_name", "structure"
"""A code: makes a tag; is a tag here; is one under another name; is called like one; only orders others."""


@dataclass(frozen=True)
class CodeMatch:
    """A code of the file, how it is known here, and the tag that it is or would be (none for what only orders).

    ``called`` is the name that the tag bears here; ``kind`` is the kind of note that the code means instead.
    """

    guid: str
    name: str
    how: str
    scheme: str = ""
    tag: str = ""
    called: str = ""
    kind: str = ""


@dataclass(frozen=True)
class PassageMatch:
    """A coded passage: the note or recommendation that it is here (or none), the tags it has, those that would come."""

    guid: str
    text: str
    source: str
    source_guid: str
    record: str
    tags: tuple[str, ...]
    coming: tuple[str, ...]
    kind: str = ""

    @property
    def note(self) -> str:
        """Give the id that a note made of it has: the same on every desk, however often it is taken in."""
        return joined_id("passage", self.source_guid, self.guid or self.text)


def match_codes(reader: Reader, codes: Sequence[ForeignCode], scheme: str = "free") -> list[CodeMatch]:
    """Recognize the codes of a file; ``scheme`` is where new ones go that stand under none of our schemes."""
    tags = {one.id: one for one in reader.every(Tag)}
    held = by_guid(tags)
    schemes = {scheme_guid(one): one for one in (KIND, *TAG_SCHEMES)}
    kinds = {kind_guid(one): one for one in NOTE_KINDS}
    names = {plain_guid(one.guid): one.name for one in codes}
    often = Counter(fold(one.name) for one in codes if one.is_codable)
    found, coming = [], dict[tuple[str, str], str]()
    for one in codes:
        guid = plain_guid(one.guid) or made_guid("code", one.guid)
        if guid in kinds:
            found.append(CodeMatch(guid, one.name, KNOWN, KIND, kind=kinds[guid], called=kinds[guid]))
            continue
        if guid in schemes or not one.is_codable:
            found.append(CodeMatch(guid, one.name, STRUCTURE))
            continue
        above = [plain_guid(each) for each in one.above]
        place = next((schemes[each] for each in above if each in schemes and schemes[each] != KIND), scheme)
        tag = tags.get(held.get(guid, ""))
        if tag is not None or term_of(guid) is not None:
            found.append(_known(guid, one.name, tag))
            continue
        name = one.name
        if often[fold(name)] > 1 and above and above[-1] in names and above[-1] not in schemes:
            name = f"{names[above[-1]]}: {name}"  # two codes of one name, told apart by what they stand under
        same = _called(tags.values(), place, name)
        if same:
            found.append(CodeMatch(guid, name, SAME_NAME, place, same[0], same[1]))
        elif (place, fold(name)) in coming:
            found.append(CodeMatch(guid, name, SAME_NAME, place, coming[place, fold(name)], name))
        else:
            # What is the id of something else here, from a file that means no good, is nobody's tag.
            made = joined_id("code", guid) if reader.find(guid) else guid
            coming[place, fold(name)] = made
            found.append(CodeMatch(guid, name, NEW, place, made, name))
    return found


def match_passages(
    reader: Reader, passages: Iterable[ForeignPassage], codes: Iterable[CodeMatch], session: str = ""
) -> list[PassageMatch]:
    """Recognize coded passages: by GUID as what left here, by its words as a note of ``session``, else as new ones."""
    by_code = {one.guid: one for one in codes}
    notes = {one.id: one for one in reader.every(Note)}
    held = by_guid([*notes, *(one.id for one in reader.every(Recommendation))])
    said = {_words(one.text): one.id for one in notes.values() if session and one.session == session}
    used: dict[str, set[str]] = {}
    for use in reader.every(Tagging):
        used.setdefault(use.item or "", set()).add(use.tag or "")
    found = []
    for one in passages:
        meant = [by_code[each] for each in map(plain_guid, one.codes) if each in by_code]
        tags = tuple(dict.fromkeys(each.tag for each in meant if each.tag))
        kind = next((each.kind for each in meant if each.kind), "")
        made = PassageMatch(
            plain_guid(one.guid), one.text, one.source, plain_guid(one.source_guid), "", tags, tags, kind
        )
        record = held.get(made.guid) or (made.note if made.note in notes else "") or said.get(_words(one.text), "")
        coming = tuple(tag for tag in tags if tag not in used.get(record, ()))
        found.append(replace(made, record=record, coming=coming))
    return found


def _known(guid: str, name: str, tag: Tag | None) -> CodeMatch:
    """Recognize a code by its GUID: shipped terms keep their words, own tags may have been renamed."""
    term = term_of(guid)
    if term is not None:
        return CodeMatch(guid, name, KNOWN, term.scheme, term.tag, term.key)
    if tag is None:
        raise ValueError(guid)
    how = KNOWN if fold(tag.name or "") == fold(name) else RENAMED
    return CodeMatch(guid, name, how, tag.scheme or "free", tag.id, tag.name or "")


def _called(tags: Iterable[Tag], scheme: str, name: str) -> tuple[str, str] | None:
    held = next((one for one in tags if (one.scheme or "free") == scheme and fold(one.name or "") == fold(name)), None)
    if held is not None:
        return held.id, held.name or ""
    term = term_called(scheme, name) if terms(scheme) else None
    return (term.tag, term.key) if term else None


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
