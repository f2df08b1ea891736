"""A draft that came back from delegations as a Word file: what each of them changed, and taking it in as proposals.

Nothing is merged by machine: one proposal for each author and passage, with the whole text as that author wants it.
Ids follow from what is proposed by whom, so that the same file taken in twice, or on two desks, proposes nothing twice.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hrdesk.agenda.participants.rules.directory import Directory
from hrdesk.agenda.participants.vocabulary import of_desk
from hrdesk.errors import Refused
from hrdesk.files.passages import Passage, Remark
from hrdesk.files.returned import ReturnedFile
from hrdesk.files.word_frames import unframed
from hrdesk.language import N_
from hrdesk.language.person_names import Names
from hrdesk.recommendations.returned_changes import Aside, ReturnedChange, ReturnedDraft
from hrdesk.recommendations.returned_joining import Readings, read_joined
from hrdesk.recommendations.returned_queries import Known, known_texts, read_protected_names, taken_in
from hrdesk.recommendations.rules.anchors import (
    CONSULTATION,
    OWN,
    VERSION,
    anchor,
    change_id,
    known_by,
    parts_of,
    text_sign,
    tidy,
    words_of,
)
from hrdesk.records import Consultation
from hrdesk.records.classes import UNSAID_SENSITIVITY
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes

ALIKE = 0.75
"""Share of equal words from which a passage without a bookmark counts as one of ours; below it, it is new."""

LONGEST_QUOTED = 300
"""Signs of the words a comment is set to that are repeated with it."""

LONGEST_ORIGIN = 60

COPIED = re.compile(r"(_hr_[0-9a-f]{20}_[0-9a-f]{12})_.*")
"""What LibreOffice calls our bookmark where its words were moved or copied: it adds "_Copy_1", cut at forty signs."""

WRITTEN_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@dataclass
class _Reading:
    """What the desk knows, for whoever goes through the passages."""

    known: dict[str, Known]
    directory: Directory
    names: Names
    classes: Any
    taken: frozenset[str]
    language: str
    standing: frozenset[str]
    """The bookmarks whose words are still in their place, at least in part."""
    elsewhere: frozenset[str]
    """The bookmarks whose words were put in elsewhere."""
    met: set[str] = field(default_factory=set)


def look(reader: Reader, file: ReturnedFile) -> ReturnedDraft:
    """Say what a returned file proposes, changing nothing; Refused when it is no draft of this consultation.

    Slow for the window's thread: every text is read, and every passage without a bookmark compared.
    """
    consultations = reader.every(Consultation)
    told = file.properties.get(CONSULTATION)
    if told and told not in {known_by(one.id) for one in consultations}:
        raise Refused(
            N_(
                "This draft belongs to another consultation. Nothing was taken in;"
                " open the desk of that consultation and try again."
            )
        )
    known = known_texts(reader)
    reading = _Reading(
        known,
        of_desk(reader),
        read_protected_names(reader),
        read_classes(reader),
        taken_in(reader),
        (consultations[0].language if consultations else None) or "en",
        frozenset(one.anchor for one in file.passages if one.after.strip()),
        frozenset(_elsewhere(file.passages, known)),
    )
    has_bookmarks = any(passage.anchor for passage in file.passages)
    joined = read_joined(file.passages, known, reading.classes.of)
    found: list[ReturnedChange | Aside] = [
        Aside(_author(reading, author)[0], text, "lost") for author, text in joined.asides
    ]
    for passage, readings in zip(file.passages, joined.readings, strict=True):
        found += _read_passage(reading, passage, readings, is_new_possible=has_bookmarks)
    if not reading.met:
        raise Refused(
            N_(
                "No recommendation of this desk was found in the file. Nothing was taken in;"
                " choose the draft that came back."
            )
        )
    version = " ".join(file.properties.get(VERSION, "").split())[:LONGEST_ORIGIN]
    changes = {one.id: one for one in reversed(found) if isinstance(one, ReturnedChange)}
    asides = tuple(one for one in found if isinstance(one, Aside))
    negotiated = {key for key, one in known.items() if one.recommendation.status == "under_negotiation"}
    # The name of the file may hold that of a person: the version that was sent and the file's hash say as much.
    origin = " ".join(part for part in (version, file.file_hash[:12]) if part)
    return ReturnedDraft(version, origin, tuple(reversed(changes.values())), asides, len(negotiated - reading.met))


def _elsewhere(passages: Sequence[Passage], known: Mapping[str, Known]) -> Iterator[str]:
    """Name the bookmarks of which all words were put in at another place: as a copy of it, else as the same words."""
    for passage in passages:
        if passage.is_put_in and (copied := COPIED.fullmatch(passage.anchor)):
            yield copied[1]
        elif passage.is_put_in and not passage.anchor:
            sign = text_sign(unframed(passage).after)
            same = (one for one in known.values() if sign in one.texts)
            yield from (anchor(one.recommendation.id, one.texts[sign][0]) for one in same)


def _read_passage(
    reading: _Reading, passage: Passage, joined: Readings, *, is_new_possible: bool
) -> Iterator[ReturnedChange | Aside]:
    """Give what was changed in one passage: by bookmark, else by its words, else as a new recommendation."""
    copied = COPIED.fullmatch(passage.anchor)
    if copied is not None:
        passage = replace(passage, anchor="" if copied[1] in reading.standing else copied[1])
    signs = parts_of(passage.anchor)
    if signs is not None and signs[0] in reading.known:
        known = reading.known[signs[0]]
        base, language = known.texts.get(signs[1], (passage.before, known.recommendation.language or reading.language))
        yield from _changes(reading, known, passage, base, language, joined)
    elif passage.anchor:
        yield from _asides(reading, passage, "own" if passage.anchor.startswith(OWN) else "unknown")
    elif not (plain := unframed(passage)).before.strip() and (new := _new_one(reading, plain)).is_taken_in:
        yield new
    elif (met := _by_words(reading, plain)) is not None:
        known, base, language = met
        yield from _changes(reading, known, plain, base, language, {}, is_found_by_words=True)
    elif is_new_possible and plain.after.strip():
        yield _new_one(reading, plain)
        yield from _asides(reading, Passage("", (), passage.remarks), "lost")
    else:
        yield from _asides(reading, passage, "lost")


def _changes(
    reading: _Reading,
    known: Known,
    passage: Passage,
    base: str,
    language: str,
    joined: Readings,
    *,
    is_found_by_words: bool = False,
) -> Iterator[ReturnedChange | Aside]:
    """Give the proposals in one passage: what was not tracked, what each author changed, what each remarked."""
    held = known.recommendation
    reading.met.add(known_by(held.id))

    def made(kind: str, author: str, text: str, at: str, stands_on: tuple[str, ...] = ()) -> ReturnedChange:
        name, code = _author(reading, author)
        made_id = change_id(kind, held.id, base, text, name)
        return ReturnedChange(
            made_id, kind, held, known.number, base, text, language, name, code, _time(at), reading.classes.of(held.id),
            stands_on,
            is_outdated=tidy(base) != tidy(held.text or ""),
            is_taken_in=made_id in reading.taken,
            is_found_by_words=is_found_by_words,
            is_hidden=bool(author) and not name,
            names_protected=reading.names.stand_in(text) and not reading.names.stand_in(base),
        )  # fmt: skip

    before = tidy(base if passage.is_put_in else passage.before)  # what was moved here was put in with its words
    untracked, _at = joined.get("", (before, ""))
    if untracked != tidy(base):
        yield made("text", "", untracked, "")
    is_gone = not passage.after.strip() and not passage.is_put_in
    if passage.is_moved_away or (is_gone and anchor(held.id, base) in reading.elsewhere):
        yield from (Aside(_author(reading, author)[0], before, "moved") for author in passage.authors)
    else:
        for author in dict.fromkeys((*passage.authors, *(one for one in joined if one))):
            text, at = joined.get(author, (tidy(passage.proposed_by(author)), passage.date_of(author)))
            if text != before:
                others = tuple(_author(reading, one)[0] for one in sorted(passage.stands_on(author)))
                yield made("text", author, text, at, others)
    for remark in passage.remarks:
        yield made("comment", remark.author, _remarked(remark, before), remark.date)


def _new_one(reading: _Reading, passage: Passage) -> ReturnedChange:
    """Give a paragraph that is nobody's yet as a recommendation that is proposed."""
    author, text = next(iter(passage.authors), ""), tidy(passage.after)
    name, code = _author(reading, author)
    made_id, at = change_id("new", "", "", text, name), _time(passage.date_of(author))
    return ReturnedChange(
        made_id, "new", None, 0, "", text, reading.language, name, code, at, UNSAID_SENSITIVITY,
        tuple(_author(reading, one)[0] for one in passage.authors[1:]),
        is_taken_in=made_id in reading.taken,
        is_hidden=bool(author) and not name,
        names_protected=reading.names.stand_in(text),
    )  # fmt: skip


def _time(told: str) -> str:
    """Give a time as Word writes it; what is none is nothing."""
    return told if WRITTEN_TIME.fullmatch(told) else ""


def _author(reading: _Reading, author: str) -> tuple[str, str]:
    """Give the name an author may be kept under, and the code of the delegation that is called so."""
    if reading.names.stand_in(author):
        return "", ""
    found = reading.directory.match(author) if author else ()
    return author, found[0].code if len(found) == 1 else ""


def _asides(reading: _Reading, passage: Passage, why: str) -> Iterator[Aside]:
    """Give what was changed or remarked where no proposal can be made of it."""
    for author in passage.authors:
        text = tidy(passage.proposed_by(author))
        if text and text != tidy(passage.before) and not passage.is_moved_away:
            yield Aside(_author(reading, author)[0], text, why)
    for remark in passage.remarks:
        yield Aside(_author(reading, remark.author)[0], remark.text, why)


def _remarked(remark: Remark, before: str) -> str:
    """Give a comment with the words it is set to before it, unless that is the whole passage."""
    quoted = remark.quoted
    if not quoted or len(quoted) > LONGEST_QUOTED or quoted == " ".join(before.split()):
        return remark.text
    return f"“{quoted}”\n{remark.text}"


def _by_words(reading: _Reading, passage: Passage) -> tuple[Known, str, str] | None:
    """Find the recommendation that a passage without a bookmark was: by the same words, else by most of them.

    What was put in whole is one only where it says exactly the same: then it was moved here.
    """
    sign = text_sign(passage.before or passage.after)
    for known in reading.known.values():
        if sign in known.texts:
            return known, *known.texts[sign]
    told = words_of(passage.before)
    best = max(
        ((_share(told, known.words), key) for key, known in reading.known.items() if key not in reading.met),
        default=(0.0, ""),
    )
    if best[0] < ALIKE:
        return None
    held = reading.known[best[1]].recommendation
    return reading.known[best[1]], held.text or "", held.language or reading.language


def _share(some: frozenset[str], others: frozenset[str]) -> float:
    """Give the share of words that two texts have in common, from 0 to 1."""
    return 2 * len(some & others) / (len(some) + len(others)) if some and others else 0.0
