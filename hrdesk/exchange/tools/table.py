"""Recommendations as a table: one row each, one column for everything that is said of it, matched again by id.

Headings and choices stand in the words in which the desk keeps them, so that a table reads back whatever the language
of the window. Where trackers of recommendations have a name for a column (UHRI: themes, affected_persons, sdgs; IMPACT
OSS: clusters), it bears that name. Tags stand in the words of one language and are read back in any of the six.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hrdesk.exchange.tools.cells import guarded, plain, several
from hrdesk.exchange.tools.leaving import Leaving, Left
from hrdesk.notes.terms import term_of
from hrdesk.recommendations.queries import current_recommendations
from hrdesk.records import Addressee, Recommendation, Session, Tag, Tagging
from hrdesk.store.reading import Reader

Holds = Literal["id", "text", "choice", "tags", "bodies", "adopted", "session"]
READ_ONLY: tuple[Holds, ...] = ("id", "adopted", "session")


@dataclass(frozen=True)
class Column:
    """One column: ``of`` is a field of the recommendation, a scheme of tags, or the part of a body."""

    name: str
    holds: Holds
    of: str = ""


COLUMNS = (
    Column("id", "id"),
    Column("text", "text", "text"),
    Column("language", "text", "language"),
    Column("status", "choice", "status"),
    Column("strength", "choice", "strength"),
    Column("area", "choice", "area"),
    Column("theme", "text", "theme"),
    Column("themes", "tags", "theme"),
    Column("affected_persons", "tags", "group"),
    Column("sdgs", "tags", "sdg"),
    Column("clusters", "tags", "cluster"),
    Column("tags", "tags", "free"),
    Column("addressees", "bodies", "addressee"),
    Column("implied_addressees", "bodies", "implied"),
    Column("responsible", "bodies", "responsible"),
    Column("partners", "bodies", "partner"),
    Column("time_frame", "choice", "time_frame"),
    Column("time_frame_as_written", "text", "time_frame_as_written"),
    Column("condition", "text", "condition"),
    Column("confidentiality_limit", "text", "confidentiality_limit"),
    Column("cross_reference", "text", "cross_reference"),
    Column("origin", "text", "origin"),
    Column("source_paragraph", "text", "source_paragraph"),
    Column("stated_status", "text", "stated_status"),
    Column("sensitivity", "choice", "sensitivity"),
    Column("adopted_text", "adopted", "adopted_text"),
    Column("adopted_language", "adopted", "adopted_language"),
    Column("adopted_at", "adopted", "adopted_at"),
    Column("session", "session", "session"),
)
BY_NAME: Mapping[str, Column] = {one.name: one for one in COLUMNS}


@dataclass(frozen=True)
class Around:
    """What hangs on recommendations: their tags, the bodies they name, the titles of sessions that may be told."""

    tags: Mapping[str, tuple[Tag, ...]]
    bodies: Mapping[str, tuple[Addressee, ...]]
    sessions: Mapping[str, str]

    def tags_of(self, recommendation: str, scheme: str) -> tuple[Tag, ...]:
        """Give the tags of a scheme on a recommendation."""
        return tuple(one for one in self.tags.get(recommendation, ()) if (one.scheme or "free") == scheme)

    def bodies_of(self, recommendation: str, part: str) -> tuple[Addressee, ...]:
        """Give the bodies that have a part in a recommendation; “implied” are the addressees nobody stated."""
        return tuple(one for one in self.bodies.get(recommendation, ()) if part_of(one) == part)


@dataclass(frozen=True)
class Written:
    """A table as rows of texts under their heading, and what stayed."""

    rows: tuple[tuple[str, ...], ...]
    left: Left


def around(reader: Reader, decides: Leaving | None = None) -> Around:
    """Read what hangs on recommendations; titles of sessions only where ``decides`` lets them go."""
    known = {one.id: one for one in reader.every(Tag)}
    tags: dict[str, list[Tag]] = {}
    for one in reader.every(Tagging):
        if one.tag in known:
            tags.setdefault(one.item or "", []).append(known[one.tag])
    bodies: dict[str, list[Addressee]] = {}
    for body in reader.every(Addressee):
        bodies.setdefault(body.recommendation or "", []).append(body)
    titles = {
        one.id: one.title or ""
        for one in (reader.every(Session) if decides else ())
        if decides and decides.lets_class(one.id) and decides.lets_words(one.title)
    }
    return Around(
        {item: tuple(sorted(held, key=lambda tag: (tag.name or "", tag.id))) for item, held in tags.items()},
        {item: tuple(held) for item, held in bodies.items()},
        titles,
    )


def part_of(body: Addressee) -> str:
    """Give the column that a body stands in; who has a part that this version does not know is an addressee."""
    part = body.part if body.part in ("responsible", "partner") else "addressee"
    return "implied" if part == "addressee" and body.implied else part


def value_of(held: Recommendation, column: Column, hanging: Around, language: str) -> str:
    """Give what stands in a cell, before it is guarded."""
    match column.holds:
        case "id":
            return held.id
        case "tags":
            return several(tag_word(tag, language) for tag in hanging.tags_of(held.id, column.of))
        case "bodies":
            return several(one.name or "" for one in hanging.bodies_of(held.id, column.of))
        case "session":
            return hanging.sessions.get(held.session or "", "")
        case _:
            return str(getattr(held, column.of) or "")


def tag_word(tag: Tag, language: str) -> str:
    """Give the word of a tag: that of a shipped term in a language, else its name."""
    term = term_of(tag.id)
    return term.word(language) if term else tag.name or ""


def table(reader: Reader, decides: Leaving, language: str) -> Written:
    """Give the recommendations that stand and may leave, in their order, under the headings."""
    hanging = around(reader, decides)
    rows = []
    for held in current_recommendations(reader):
        row = [value_of(held, column, hanging, language) for column in COLUMNS]
        row[SENSITIVITY_PLACE] = decides.classes.of(held.id)
        told = tuple(map(guarded, row))  # a sign that no table holds may part a name as it stands on the desk
        if decides.lets(held.id, *row[1:], *told[1:]):
            rows.append(told)
    return Written((tuple(one.name for one in COLUMNS), *rows), decides.left)


SENSITIVITY_PLACE = COLUMNS.index(BY_NAME["sensitivity"])


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as CSV that every spreadsheet reads: UTF-8 with its mark, commas, and lines that end in CRLF."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def heading(cell: str) -> str:
    """Read a heading however it was written: “Time frame” is time_frame."""
    return "_".join(plain(cell).casefold().replace("-", " ").replace("_", " ").split())
