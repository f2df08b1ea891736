"""The draft that delegations negotiate on: numbered texts and lines, alternatives in brackets, its version.

The version is the one that was kept last (command "keep-draft-version"), if the draft still reads as it did then.
"""

from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.dates import date_range
from hrdesk.language.isolation import isolate
from hrdesk.language.numbers import paragraph_number
from hrdesk.language.repeated_numbers import repeated_number
from hrdesk.outcome.composition import Composed
from hrdesk.outcome.document import Block, Paragraph, Run
from hrdesk.outcome.export import Exported
from hrdesk.outcome.material import Source
from hrdesk.outcome.negotiated_texts import in_brackets
from hrdesk.outcome.paper import finished, head, write_paper
from hrdesk.outcome.queries import material
from hrdesk.outcome.telling import Teller
from hrdesk.recommendations.negotiation_lines import AlternativeLine, Negotiation
from hrdesk.recommendations.negotiation_queries import draft_versions, hash_of_draft, negotiation_list
from hrdesk.records import DraftVersion
from hrdesk.records.disclosure import attribution
from hrdesk.store.reading import Reader

TITLE = N_("Draft for negotiation")
LONGEST_NAME = 40
"""Signs of the name of a version that have room beside the number of the page."""
SHORT_HASH = 8
"""So many signs of the hash are read out to compare two printed drafts."""


def negotiation_draft(reader: Reader, language: str) -> Composed:
    """Compose the draft of all that is under negotiation; refused where nothing of it may be printed."""
    teller = Teller(material(reader), language, "draft")
    found = negotiation_list(reader, language)
    shown = [one for one in found if teller.lets_in(one.recommendation.id)]
    if not shown:
        raise Refused(
            N_(
                "Nothing that may be printed is under negotiation. Nothing was written;"
                " please open the negotiation of a text first."
            )
        )
    digest = hash_of_draft(found)
    kept = next(iter(reversed(draft_versions(reader))), None)
    version = kept if kept is not None and kept.text_hash == digest else None
    day = (version.at or "")[:10] if version else ""
    name = (version.name or "") if version else teller.words.text(N_("Not kept as a version"))
    title = (Run(teller.words.text(N_("Recommendations under negotiation")), bold=True),)
    blocks: list[Block] = [
        Paragraph((Run(teller.words.text(N_("Words in square brackets are not agreed.")), italic=True),), align="start")
    ]
    for one in shown:
        blocks += _texts(teller, one)
    masthead = head(teller, teller.words.text(TITLE), (day, day), (name,))
    composed = finished(teller, masthead, title, blocks, day)
    return composed.on_pages(foot=_foot(teller, version, digest), line_numbers=True)


def export_negotiation_draft(reader: Reader, language: str, target: Path) -> Exported:
    """Write the draft as PDF, or as plain text where the file is named ``.txt``."""
    return write_paper(negotiation_draft(reader, language), target)


def _texts(teller: Teller, one: Negotiation) -> list[Block]:
    """Give a text and its alternatives, each in brackets where there are any."""
    source = Source(one.recommendation.id, "text", one.text, one.language or "en")
    own, is_marked = teller.text(source)
    number = paragraph_number(one.number, teller.language)
    if not one.alternatives:
        return [Paragraph(own, number)]
    others = [one for one in one.alternatives if teller.lets_in(one.alternative.id)]
    return [Paragraph(in_brackets(own, is_marked), number), *(_alternative(teller, one, other) for other in others)]


def _alternative(teller: Teller, one: Negotiation, line: AlternativeLine) -> Paragraph:
    held = line.alternative
    runs, is_marked = teller.text(Source(held.id, "text", held.text or "", held.language or one.language or "en"))
    runs = in_brackets(runs, is_marked)
    proposer = _proposer(teller, one, line)
    if proposer:
        words = teller.words.text(N_("(proposed by {proposer})"), proposer=proposer)
        runs = (*runs, Run(f" {words}", italic=True))
    return Paragraph(runs, repeated_number(one.number, line.turn, teller.language))


def _proposer(teller: Teller, one: Negotiation, line: AlternativeLine) -> str:
    """Name who proposed an alternative as far as its class and the rule of its session let that be told."""
    whole = teller.material
    levels = whole.levels(one.recommendation.session, one.recommendation.consultation)
    named = attribution(whole.classes.of(line.alternative.id), levels, None, line.proposer)
    return "" if whole.names.stand_in(named) else named


def _foot(teller: Teller, version: DraftVersion | None, digest: str) -> str:
    """Name the version on every page, with signs to compare two printed drafts by."""
    if version is None:
        return teller.words.text(N_("Draft, not kept as a version ({hash})"), hash=isolate(digest[:SHORT_HASH]))
    day = (version.at or "")[:10]
    dated = date_range(day, day, teller.language)
    name = "".join(sign for sign in version.name or "" if sign.isprintable())
    name = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
    fields = {"version": name, "date": dated, "hash": digest[:SHORT_HASH]}
    return teller.words.text(
        N_("Draft {version}, {date} ({hash})"), **{name: isolate(told) for name, told in fields.items()}
    )
