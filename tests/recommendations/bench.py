"""A desk with one recommendation, for the tests of negotiation."""

from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.recommendations.negotiation_lines import Negotiation
from hrdesk.recommendations.negotiation_queries import negotiation
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk

TEXT = "States should act."


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    """Run a command of any room."""
    return desk.run(COMMANDS[command], **arguments)


def refused(desk: MemoryDesk, command: str, /, **arguments: Any) -> str:
    """Have a command refused; nothing may have changed."""
    before = desk.changes()
    with pytest.raises(Refused) as refusal:
        do(desk, command, **arguments)
    assert desk.changes() == before
    return str(refusal.value)


def begin(desk: MemoryDesk, text: str = TEXT) -> str:
    """Make a recommendation and open its negotiation."""
    if not desk.reader.value("SELECT 1 FROM consultation"):
        do(desk, "new-consultation", title="W", language="en")
    made = str(do(desk, "make-recommendation", notes=[], text=text, language="en")["id"])
    do(desk, "open-negotiation", recommendation=made)
    return made


def seen(desk: MemoryDesk, recommendation: str) -> Negotiation:
    """Give how a recommendation stands."""
    held = negotiation(desk.reader, recommendation)
    assert held is not None
    return held


def texts(desk: MemoryDesk, recommendation: str) -> list[str]:
    """Give all texts that stood, the present one last."""
    return [one.text for one in seen(desk, recommendation).versions]
