"""What a negotiation holds as rows to look at, in words, and what can be decided on each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

from PySide6.QtCore import Qt

from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.dates import moment_text
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate
from hrdesk.recommendations.negotiation_lines import (
    AlternativeLine,
    AmendmentLine,
    Negotiation,
    ReservationLine,
    ValidationLine,
    VersionLine,
)
from hrdesk.records.disclosure import may_appear
from hrdesk.records.protection import is_adopted

ENTER = (int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter))
DELETE = (int(Qt.Key.Key_Delete),)
BACKSPACE = (int(Qt.Key.Key_Backspace),)

SHORT_HASH = 12
"""Signs of a hash that a person compares by eye."""

BRACKETS, ITSELF = "brackets", "itself"
"""The keys of the rows that stand for the text: with its open places, and as one among its alternatives."""


@dataclass(frozen=True)
class Deed:
    """Something that can be decided: its word, the command and what it is told, and the plain keys for it."""

    word: str
    command: str
    told: tuple[tuple[str, str], ...]
    keys: tuple[int, ...] = ()
    key_words: str = ""
    asks_for_final: bool = False
    asks_for_choices: bool = False


@dataclass(frozen=True)
class Row:
    """One row. ``change`` is the text before and the text after, None where nothing is compared.

    ``pieces`` are the open places of the text with their options; ``deeds`` what can be decided, the likeliest first.
    """

    key: str
    head: str
    aside: tuple[str, ...]
    text: str
    language: str
    change: tuple[str, str] | None = None
    foot: str = ""
    is_open: bool = False
    is_outdated: bool = False
    pieces: tuple[tuple[str, ...], ...] = ()
    deeds: tuple[Deed, ...] = ()

    @property
    def needs_final(self) -> bool:
        """Tell whether a person has to make the final wording before something can be decided."""
        return any(deed.asks_for_final for deed in self.deeds)


def rows(held: Negotiation, zone: tzinfo | None = None) -> list[Row]:
    """Give the rows of a negotiation: what waits for a decision first, then what was recorded, then what stood."""
    open_ones = [one for one in held.amendments if one.outcome == "proposed"]
    decided = [one for one in held.amendments if one.outcome != "proposed"]
    return [
        *_brackets(held),
        *_alternatives(held),
        *(_amendment(held, one, zone) for one in open_ones),
        *(_reservation(one, zone) for one in held.reservations),
        *(_amendment(held, one, zone) for one in decided),
        *(_validation(one, zone) for one in reversed(held.validations)),
        *(_version(held, one, zone) for one in reversed(held.versions[:-1])),
    ]


def covered(held: Negotiation) -> Negotiation:
    """Give a negotiation as a hall may see it while the window stands on the projector: nobody is named.

    What is stricter than the text itself, as an earlier text or an alternative may be, is left out.
    """

    def is_seen(one: VersionLine | AlternativeLine | AmendmentLine | ReservationLine) -> bool:
        return may_appear(one.sensitivity, "hall")

    return replace(
        held,
        versions=tuple(replace(one, by="") for one in filter(is_seen, held.versions)),
        alternatives=tuple(replace(one, proposer="") for one in filter(is_seen, held.alternatives)),
        amendments=tuple(
            replace(one, proposer="", amendment=replace(one.amendment, reason=None, origin=None))
            for one in filter(is_seen, held.amendments)
        ),
        reservations=tuple(replace(one, body="") for one in filter(is_seen, held.reservations)),
        validations=tuple(
            replace(one, validation=replace(one.validation, validated_by=None)) for one in held.validations
        ),
    )


def open_rows(shown: Sequence[Row]) -> int:
    """Count the rows that wait for a decision; alternatives of one text are one decision."""
    alternatives = any(row.key == ITSELF for row in shown)
    return sum(row.is_open for row in shown) + alternatives


def _brackets(held: Negotiation) -> Iterator[Row]:
    places = tuple(piece.options for piece in held.pieces if piece.options)
    if not places or is_adopted(held.recommendation):
        return
    told = (("recommendation", held.recommendation.id),)
    settle = Deed(_("&Settle the brackets"), "settle-brackets", told, asks_for_choices=True)
    yield Row(
        BRACKETS,
        _("Square brackets in the text"),
        (),
        held.text,
        held.language,
        is_open=True,
        pieces=places,
        deeds=(settle,),
    )


def _alternatives(held: Negotiation) -> Iterator[Row]:
    if not held.alternatives or is_adopted(held.recommendation):
        return
    recommendation = ("recommendation", held.recommendation.id)
    stay = Deed(_("&Choose the text itself"), "choose-alternative", (recommendation,), ENTER, _("Enter"))
    head = _("Text {number}", number=held.number)
    yield Row(ITSELF, head, (_("as it stands"),), held.text, held.language, deeds=(stay,))
    for line in held.alternatives:
        yield _alternative(held, line)


def _alternative(held: Negotiation, line: AlternativeLine) -> Row:
    one = line.alternative
    recommendation = ("recommendation", held.recommendation.id)
    deeds = (
        Deed(_("&Choose it"), "choose-alternative", (recommendation, ("alternative", one.id)), ENTER, _("Enter")),
        Deed(_("&Withdraw it"), "withdraw-alternative", (("alternative", one.id),), DELETE, _("Delete")),
    )
    label = line.label_in(current().language)
    head = _("Alternative {number} {turn}", number=held.number, turn=label)
    aside = tuple(part for part in (line.proposer,) if part)
    return Row(one.id, head, aside, one.text or "", one.language or "", (held.text, one.text or ""), deeds=deeds)


def _amendment(held: Negotiation, line: AmendmentLine, zone: tzinfo | None) -> Row:
    one = line.amendment
    is_text, is_open = one.amendment_kind != "comment", line.outcome == "proposed"
    is_moved = is_text and is_open and (line.is_outdated or one.language != held.recommendation.language)
    told = (("amendment", one.id),)
    if is_open:
        deeds: tuple[Deed, ...] = (
            Deed(
                _("&Apply") if is_text else _("&Reword the text so"),
                "apply-amendment",
                told,
                ENTER,
                _("Enter; with the final wording Ctrl+Enter") if is_moved or not is_text else _("Enter"),
                asks_for_final=is_moved or not is_text,
            ),
            Deed(_("Re&ject") if is_text else _("&Set it aside"), "reject-amendment", told, DELETE, _("Delete")),
            Deed(_("&Withdrawn by the proposer"), "withdraw-amendment", told, BACKSPACE, _("Backspace")),
        )
    else:
        deeds = (Deed(_("Let it &wait again"), "reopen-amendment", told, ENTER, _("Enter")),)
    head = choice_word(one.amendment_kind or "text", "amendment_kind")
    moved = _("⚠ the text has moved on") if is_moved else ""
    when = _when(one.at if is_open else one.decided_at, zone)
    aside = (line.proposer, moved, choice_word(line.outcome, "outcome"), when, one.origin or "")
    return Row(
        one.id,
        head,
        tuple(part for part in aside if part),
        one.text or "",
        one.language or "",
        (line.base, one.text or "") if is_text else None,
        isolate(one.reason or ""),
        is_open,
        is_moved,
        deeds=deeds if not is_adopted(held.recommendation) or not is_open else deeds[1:],
    )


def _reservation(line: ReservationLine, zone: tzinfo | None) -> Row:
    one = line.reservation
    delete = Deed(_("&Delete"), "delete", (("id", one.id),), DELETE, _("Delete"))
    head = choice_word(one.reservation_kind or "reservation")
    aside = tuple(part for part in (line.body, _when(one.at, zone)) if part)
    return Row(one.id, head, aside, one.text or "", one.language or "", deeds=(delete,))


def _validation(line: ValidationLine, zone: tzinfo | None) -> Row:
    one = line.validation
    digest = (one.text_hash or "")[:SHORT_HASH]
    is_same = _("✓ this very text") if line.is_current else _("⚠ of an earlier text")
    aside = tuple(part for part in (one.validated_by or "", _when(one.at, zone), is_same) if part)
    return Row(one.id, choice_word(one.way or "validated"), aside, _("Hash of the text: {digest}", digest=digest), "en")


def _version(held: Negotiation, line: VersionLine, zone: tzinfo | None) -> Row:
    back: tuple[Deed, ...] = ()
    if not is_adopted(held.recommendation) and line.text != held.text:
        told = (("recommendation", held.recommendation.id), ("text", line.text), ("language", line.language))
        back = (Deed(_("Let it &stand again"), "reword", told),)
    why = choice_word(line.why, "replaced_by") if line.why else ""
    aside = tuple(part for part in (why, line.by, _when(line.at, zone)) if part)
    head = _("Version {number}", number=line.number)
    return Row(line.id, head, aside, line.text, line.language, (line.text, held.text), deeds=back)


def _when(at: str | None, zone: tzinfo | None) -> str:
    return moment_text(at, current().language, zone) if at else ""
