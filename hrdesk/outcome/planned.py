"""Writing a planned paragraph down as a record, with its wordings and with the link to what it came from."""

from hrdesk.language import LANGUAGES
from hrdesk.outcome.rules import Planned
from hrdesk.records import Link, Paragraph, Wording
from hrdesk.records.ids import joined_id
from hrdesk.records.wording import source_hash
from hrdesk.store.pen import Pen


def write_planned(
    pen: Pen,
    head: str,
    one: Planned,
    parent: str | None,
    position: str | None,
    spoken: str,
    sensitivity: str | None,
    record: str | None = None,
) -> str:
    """Write a paragraph of the document ``head`` in the language ``spoken`` where it has one in it; give its id."""
    language = spoken if spoken in one.texts else one.language
    text = one.texts.get(language)
    made = pen.create(
        Paragraph,
        record,
        document=head,
        parent=parent,
        role=one.role,
        text=text,
        language=language if text else None,
        recommendation=one.recommendation,
        session=one.session,
        sensitivity=sensitivity,
        position=position,
    )
    source = one.note or (one.session if one.role == "heading" else None)
    if source:  # a heading is the title of its session, and as confidential
        pen.create(Link, joined_id("link", made, source, "made_from"), item=made, source=source, link_kind="made_from")
    write_wordings(pen, made, one, language)
    return made


def write_wordings(pen: Pen, made: str, one: Planned, language: str) -> None:
    """Write what a paragraph says in the languages other than its own, reviewed with the catalogs."""
    text = one.texts.get(language)
    for other in LANGUAGES:
        wording = one.texts.get(other)
        if text and other != language and wording:
            pen.create(
                Wording,
                joined_id("wording", made, "text", other),
                item=made,
                item_field="text",
                language=other,
                text=wording,
                status="reviewed",
                source_hash=source_hash(text),
            )
