"""A desk with what the papers of the rapporteur are made of: a session with questions, notes, recommendations."""

from typing import Any

from hrdesk.outcome.document import Document, Heading, Paragraph, Run
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


class PapersDesk(MemoryDesk):
    """``session`` is public, ``questions`` are those of its agenda item."""

    def __init__(self) -> None:
        super().__init__(0)
        self.session = str(
            self.do("new-consultation", title="Workshop", language="en", sensitivity="public")["session"]
        )
        item = self.do("add", kind="agenda_item", title="Panel")["id"]
        self.do("edit", id=self.session, title="Panel 1", agenda_item=item, starts="2026-11-20T10:00")
        self.questions = [
            self.do("add", kind="guiding_question", owner=item, text=text)["id"] for text in ("Who?", "How?")
        ]

    def do(self, command: str, /, **arguments: Any) -> Any:
        return self.run(COMMANDS[command], **arguments)

    def note(self, text: str, kind: str = "key_issue", **fields: Any) -> str:
        given = {"session": self.session, "note_kind": kind, "sensitivity": "public", "language": "en", **fields}
        return str(self.do("keep-note", text=text, **given)["id"])

    def recommendation(self, text: str, *notes: str, **fields: Any) -> str:
        given = {"language": "en", **({} if notes else {"sensitivity": "public", "session": self.session}), **fields}
        return str(self.do("make-recommendation", notes=list(notes), text=text, **given)["id"])


def told(document: Document) -> list[str]:
    """Give the words of each heading and paragraph, its number before it."""
    return [
        " ".join(part for part in (one.number, words(one.runs)) if part)
        for one in document.blocks
        if isinstance(one, Heading | Paragraph)
    ]


def words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
