"""Recommendations that say the same are joined into a new one, a long one is split; the originals always stay.

Nothing disappears: every original keeps its text, its strength and its source, and a link says what became of it.
"""

from collections.abc import Sequence

from hrdesk.agenda.commands import living
from hrdesk.agenda.queries import next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.recommendations.queries import superseded
from hrdesk.recommendations.rules.actions import actions
from hrdesk.recommendations.rules.inheriting import class_from
from hrdesk.recommendations.rules.strengths import is_stronger, weakest
from hrdesk.recommendations.strengthening import finding
from hrdesk.recommendations.vocabularies import strength_of
from hrdesk.records import Addressee, Decision, Link, Recommendation, Tagging, Value
from hrdesk.records.ids import joined_id
from hrdesk.records.protection import is_adopted
from hrdesk.records.recommendation import STRENGTHS
from hrdesk.store.pen import Pen
from hrdesk.store.standings import read_classes

_SHARED_FIELDS = ("consultation", "session", "area", "theme", "time_frame", "condition", "confidentiality_limit")
"""What a joined recommendation takes over where all originals say the same."""

_FEWEST = 2


def join_recommendations(
    pen: Pen,
    items: list[str],
    text: str,
    language: str | None = None,
    strength: str | None = None,
    raised_by_a_person: bool = False,
    reason: str | None = None,
) -> dict[str, str]:
    """Join recommendations in a new wording. It is worded as weakly as the weakest, unless a person says otherwise.

    The originals stay, each linked with the new one; tags and bodies go along, and the strictest class counts.
    """
    originals = _originals(pen, items)
    words = text.strip()
    if not words:
        raise Refused(N_("There is no text to recommend. Nothing was changed."))
    spoken = language or originals[0].language or "en"
    if spoken not in LANGUAGES:
        raise Refused(N_("“{language}” is none of the six languages. Nothing was changed."), language=spoken)
    if strength is not None and strength not in STRENGTHS:
        raise Refused(N_("“{strength}” is no strength of wording. Nothing was changed."), strength=strength)
    fields = _strength_of_joined(originals, words, spoken, strength, raised_by_a_person)
    classes = read_classes(pen.read)
    made = pen.create(
        Recommendation,
        text=words,
        language=spoken,
        status="under_negotiation" if any(one.status == "under_negotiation" for one in originals) else "proposed",
        sensitivity=class_from([classes.of(one.id) for one in originals]),
        position=next_position(pen.read, Recommendation),
        **_agreed(originals),
        **fields,
    )
    for one in originals:
        _link(pen, made, one.id, "joined_into")
    _carry_over(pen, made, [one.id for one in originals])
    weak = _weakest_of(originals)
    if is_stronger(_text(fields["strength"]), weak):
        pen.create(
            Decision,
            item=made,
            decision_kind="strength_raised",
            subject="strength",
            before=weak,
            after=_text(fields["strength"]),
            reason=(reason or "").strip() or None,
            at=pen.now,
        )
    return {"id": made}


def split_recommendation(pen: Pen, recommendation: str, parts: list[str] | None = None) -> dict[str, list[str]]:
    """Split a recommendation into its actions, each a recommendation of its own; the original stays, linked with all.

    Without ``parts`` it is cut where its punctuation cuts it.
    """
    [held] = _originals(pen, [recommendation], fewest=1)
    told = [one.strip() for one in (actions(held.text or "") if parts is None else parts) if one.strip()]
    if len(told) < _FEWEST:
        raise Refused(N_("This text asks for one thing only. Nothing was changed; please say yourself where to split."))
    own = {name: value for name, value in held.values().items() if name in _SHARED_FIELDS and value is not None}
    before = {"strength": held.strength, "strength_as_written": held.strength_as_written, "strength_confirmed": False}
    sensitivity = read_classes(pen.read).of(held.id)
    made = []
    for text in told:
        new = pen.create(
            Recommendation,
            text=text,
            language=held.language,
            status="under_negotiation" if held.status == "under_negotiation" else "proposed",
            sensitivity=sensitivity,
            origin=held.origin,
            source_paragraph=held.source_paragraph,
            position=next_position(pen.read, Recommendation),
            **own,
            **(_not_stronger(finding(text, held.language), held.strength) or (before if held.strength else {})),
        )
        _link(pen, new, held.id, "split_from")
        _carry_over(pen, new, [held.id])
        made.append(new)
    return {"ids": made}


def keep_apart(pen: Pen, first: str, second: str) -> dict[str, str]:
    """Remember that two records that look alike are not the same, so that nobody is asked again."""
    one, other = sorted((living(pen, first).id, living(pen, second).id))
    if one == other:
        raise Refused(N_("These are one and the same record. Nothing was changed."))
    return {"id": _link(pen, one, other, "differs")}


def _originals(pen: Pen, items: Sequence[str], fewest: int = _FEWEST) -> list[Recommendation]:
    gone = superseded(pen.read)
    found = []
    for item in dict.fromkeys(items):
        held = pen.read.get(Recommendation, item)
        if held is None:
            raise Refused(N_("There is no recommendation “{id}” here. Nothing was changed."), id=item)
        if is_adopted(held):
            raise Refused(
                N_(
                    "One of these is adopted and stays as it is. Nothing was changed;"
                    " please reopen it first, or leave it out."
                )
            )
        if item in gone:
            raise Refused(
                N_(
                    "One of these was already joined or split. Nothing was changed;"
                    " please take what was made from it instead."
                )
            )
        found.append(held)
    if len(found) < fewest:
        raise Refused(N_("Joining needs two recommendations or more. Nothing was changed."))
    return found


def _weakest_of(originals: Sequence[Recommendation]) -> str | None:
    """Give the weakest strength of some recommendations; where none was kept, the one their words have."""
    found = ((one.strength, strength_of(one.text, one.language)) for one in originals)
    return weakest(kept or (words.strength if words else None) for kept, words in found)


def _strength_of_joined(
    originals: Sequence[Recommendation], text: str, language: str, wanted: str | None, raised: bool
) -> dict[str, Value]:
    """Give strength and words of a joined text; refuse what claims more than its weakest source on its own."""
    weak, found = _weakest_of(originals), strength_of(text, language)
    claimed = found.strength if found else None
    if not raised and (is_stronger(wanted, weak) or is_stronger(claimed, weak)):
        raise Refused(
            N_(
                "One of the originals is worded more weakly than this. Nothing was changed;"
                " please weaken the wording, or say that it is meant to be stronger."
            )
        )
    told = wanted or (claimed if raised and claimed else None) or weak or claimed
    return {
        "strength": told,
        "strength_as_written": found.as_written if found and found.strength == told else None,
        "strength_confirmed": (wanted is not None or raised) if told else None,
    }


def _not_stronger(found: dict[str, Value], than: str | None) -> dict[str, Value]:
    """Leave out a finding that would make a part stronger than the whole it comes from."""
    return {} if is_stronger(_text(found.get("strength")), than) else found


def _agreed(originals: Sequence[Recommendation]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name in _SHARED_FIELDS:
        values = {one.values()[name] for one in originals}
        if len(values) == 1 and (value := values.pop()) is not None:
            found[name] = value
    found.setdefault("consultation", originals[0].consultation)
    return found


def _carry_over(pen: Pen, made: str, originals: Sequence[str]) -> None:
    """Let tags and bodies of the originals stand at the new one too; a body is implied only where all imply it."""
    bodies: dict[tuple[str, str], Addressee] = {}
    stated: set[tuple[str, str]] = set()
    for original in originals:
        for use in pen.read.every(Tagging, item=original):
            if use.tag:
                pen.create(Tagging, joined_id("tagging", made, use.tag), item=made, tag=use.tag)
        for one in pen.read.every(Addressee, recommendation=original):
            key = ((one.name or "").casefold(), one.part or "")
            bodies.setdefault(key, one)
            if not one.implied:
                stated.add(key)
    for key, one in bodies.items():
        values = {**one.values(), "recommendation": made, "implied": one.implied and key not in stated}
        values["position"] = next_position(pen.read, Addressee)
        pen.create(Addressee, **values)


def _link(pen: Pen, item: str, source: str, kind: str) -> str:
    return pen.create(Link, joined_id("link", item, source, kind), item=item, source=source, link_kind=kind)


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None


COMMANDS = (
    Command("join-recommendations", N_("Join recommendations"), join_recommendations),
    Command("split-recommendation", N_("Split recommendation"), split_recommendation),
    Command("keep-apart", N_("Keep apart"), keep_apart),
)
