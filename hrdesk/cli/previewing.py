"""Looking at a bundle before it is written: what would go, what would stay, and why."""

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from hrdesk.cli.answers import answer
from hrdesk.cli.unlocking import profile
from hrdesk.exchange.scope import Parcel, Scope, pack
from hrdesk.language.interface import _
from hrdesk.language.isolation import visible
from hrdesk.records import KINDS
from hrdesk.store.reading import Reader


def preview(chosen: Namespace, reader: Reader, scope: Scope, *, is_encrypted: bool) -> Any:
    """Say what such a bundle would hold and what would stay, writing nothing."""
    own = profile().device
    parcel = pack(reader, scope, chosen.mode, encrypted=is_encrypted, allowed=chosen.let_go, own=own)
    told = answer(
        "preview",
        changes=len(parcel.changes),
        going=parcel.going,
        staying=[asdict(one) for one in parcel.staying],
        outside=parcel.outside,
        encrypted=is_encrypted,
    )
    return told if chosen.json else _in_words(parcel)


def _in_words(parcel: Parcel) -> str:
    labels = {kind: _(noun.label) for kind, noun in KINDS.items()}
    lines = [
        _("{kind}: {number}", kind=labels.get(kind, kind), number=count) for kind, count in sorted(parcel.going.items())
    ]
    lines += [
        _("stays: {title} ({id}). {why}", title=visible(one.title), id=one.record, why=_(one.why))
        for one in parcel.staying
    ]
    return "\n".join(lines)
