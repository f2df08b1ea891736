"""Following the decisions: a document that was composed earlier tells of each recommendation how it stands now.

The sentences before the recommendations are those that composing wrote. One that a person changed, in whatever
language, stays as it is with all that stands under it, unless that person asks for it.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.outcome.material import Material
from hrdesk.outcome.planned import write_planned, write_wordings
from hrdesk.outcome.queries import document, material
from hrdesk.outcome.regrouping_rules import Group, Regrouped, misplaced, regrouped
from hrdesk.outcome.rules import EARLIER, LEADS, lead, lead_of
from hrdesk.records import Paragraph
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.ids import between, joined_id, positions
from hrdesk.store.change import unpack_group
from hrdesk.store.derivation import heads
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader

_WORDS = Paragraph.field("text").group


@dataclass(frozen=True)
class Behind:
    """How far a document is behind the decisions: recommendations under a sentence that is not true of them.

    ``edited`` counts the sentences that a person changed and of which that can be said.
    """

    recommendations: int
    edited: int


@dataclass(frozen=True)
class _Section:
    """The paragraphs of one section in their order, and the sentences among them with what stands under each."""

    paragraphs: tuple[Paragraph, ...]
    groups: tuple[Group, ...]


def behind(reader: Reader, held: Material) -> Behind:
    """Count what of the document tells otherwise than was decided."""
    wanted = _wanted(held)
    groups = [group for section in _sections(reader, held) for group in section.groups]
    plain = [len(misplaced(group, wanted)) for group in groups if not group.is_edited]
    return Behind(sum(plain), sum(bool(misplaced(group, wanted)) for group in groups if group.is_edited))


def follow_decisions(pen: Pen, edited: bool = False) -> dict[str, int]:
    """Put each recommendation of the document under the sentence that tells how it was decided on.

    What was not adopted leaves the document. Sentences that somebody changed by hand stay as they are, with what
    stands under them, unless ``edited`` asks for those, too.
    """
    head = document(pen.read)
    if head is None:
        raise Refused(N_("There is no outcome document yet. Nothing was changed; please compose it first."))
    held = material(pen.read)
    wanted = _wanted(held)
    touched = left = 0
    for section in _sections(pen.read, held):
        due = [group for group in section.groups if misplaced(group, wanted) and (edited or not group.is_edited)]
        left += sum(bool(misplaced(group, wanted)) for group in section.groups if group.is_edited and not edited)
        if due:
            touched += sum(len(misplaced(group, wanted)) for group in due)
            free = [group for group in section.groups if edited or not group.is_edited]
            plan = regrouped([one.id for one in section.paragraphs], free, wanted)
            _carry_out(pen, head.id, head.language or "en", section, plan, _bearing(held))
    if not touched and left:
        raise Refused(
            N_(
                "The sentences that do not fit any more were changed by hand. Nothing was changed; please edit them, or"
                " ask for these as well."
            )
        )
    if not touched:
        raise Refused(N_("The document tells already what was decided. Nothing was changed."))
    return {"recommendations": touched, "edited": left}


def _wanted(held: Material) -> dict[str, str]:
    """Map the paragraphs that print a recommendation to the sentence that is true of it."""
    printed = ((one.id, held.recommendations.get(one.recommendation or "")) for one in held.paragraphs)
    return {paragraph: lead_of(one) for paragraph, one in printed if one is not None}


def _sections(reader: Reader, held: Material) -> Iterator[_Section]:
    """Give the sections that print recommendations; what a person put before the first sentence is under none."""
    by_parent: dict[str, list[Paragraph]] = {}
    for one in held.paragraphs:
        by_parent.setdefault(one.parent or "", []).append(one)
    bearing = _bearing(held)
    for siblings in by_parent.values():
        if not any(one.recommendation for one in siblings):
            continue
        groups: list[Group] = []
        for one in siblings:
            if one.recommendation in held.recommendations and groups:
                last = groups[-1]
                groups[-1] = Group(last.lead, last.key, (*last.members, one.id), last.is_edited or one.id in bearing)
            elif not one.recommendation and (found := _lead_in(reader, held, one)):
                groups.append(Group(one.id, found[0], (), found[1] or one.id in bearing))
        yield _Section(tuple(siblings), tuple(groups))


def _bearing(held: Material) -> set[str]:
    """Name the paragraphs to which a person gave others, or footnotes: what would go with them is not ours to lose."""
    return {one.parent for one in held.paragraphs if one.parent} | {one.owner for one in held.footnotes if one.owner}


def _lead_in(reader: Reader, held: Material, one: Paragraph) -> tuple[str, bool] | None:
    """Tell which sentence a paragraph is, and whether somebody changed it; nothing for one that never was."""
    if one.role != "paragraph":
        return None
    written = reader.cell(one.id, _WORDS)
    said = [_sentences().get(str(unpack_group(change.val).get("text"))) for _, change in written]
    known = [key for key in said if key]
    if not known:
        return None
    key = _sentences().get(one.text or "")
    if key is None or len({change.val for _, change in heads(written)}) > 1:
        return key or known[-1], True
    told = {language: held.wordings.get((one.id, "text", language)) for language in LANGUAGES}
    kept = all(
        wording is None or (wording.text or "") in _sentences_in(language, key) for language, wording in told.items()
    )
    return key, one.text not in _sentences_in(one.language or "", key) or not kept


@cache
def _sentences() -> Mapping[str, str]:
    """Map every sentence that composing writes to what it says."""
    now = {text: key for key in LEADS for text in lead(key).texts.values()}
    return now | {text: key for _language, text, key in EARLIER}


def _sentences_in(language: str, key: str) -> set[str]:
    """Give what composing writes in a language to say so, and what it wrote before."""
    earlier = {text for spoken, text, said in EARLIER if (spoken, said) == (language, key)}
    return earlier | {text for spoken, text in lead(key).texts.items() if spoken == language}


def _carry_out(pen: Pen, head: str, spoken: str, section: _Section, plan: Regrouped, bearing: Collection[str]) -> None:
    parent = section.paragraphs[0].parent
    languages = {one.id: one.language for one in section.paragraphs}
    for record in plan.gone:
        if record not in bearing:
            pen.delete(Paragraph, record)
    for record, key in plan.said.items():
        language = languages[record] if languages[record] in LANGUAGES else spoken
        sentence = lead(key)
        pen.change(Paragraph, record, text=sentence.texts.get(language or "en"), language=language)
        write_wordings(pen, record, sentence, language or "en")
    keys = _order(section, plan)
    for key in plan.new:
        made: str | None = joined_id("lead", head, parent or "", key)  # two desks that follow make one of it
        if pen.read.get(Paragraph, made) is not None:
            made = None
        write_planned(pen, head, lead(key), parent, keys[key], spoken, SENSITIVITY[0], made)
    held = {one.id: one.position for one in section.paragraphs}
    for record, position in keys.items():
        if record in held and held[record] != position:
            pen.change(Paragraph, record, position=position)


def _order(section: _Section, plan: Regrouped) -> dict[str, str]:
    """Give the order key of each paragraph of a section: what stays keeps its own where there is room between them."""
    held = {one.id: one.position or "" for one in section.paragraphs}
    staying = [held[one] for one in plan.order if one in held and one not in plan.moved]
    if any(low >= high for low, high in zip(["", *staying], staying, strict=False)):
        return dict(zip(plan.order, positions(len(plan.order)), strict=True))
    found: dict[str, str] = {}
    last: str | None = None
    left = iter(staying)
    following = next(left, None)
    for one in plan.order:
        if one in held and one not in plan.moved:
            last, following = held[one], next(left, None)
        else:
            last = between(last, following)
        found[one] = last
    return found


COMMANDS = (Command("follow-decisions", N_("Follow the decisions"), follow_decisions),)
