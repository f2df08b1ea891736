"""A small consultation on desks with files, for the tests of the exchange."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import SUFFIX, Bundle, read_bundle
from hrdesk.exchange.giving import give
from hrdesk.exchange.scope import Scope
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS


@dataclass
class Room:
    """A desk with a profile of its own, and what it takes to hand its bundle on."""

    desk: Desk

    @classmethod
    def make(cls, folder: Path, name: str) -> "Room":
        return cls(Desk.create(folder / f"{name}.hrdesk", Profile(folder / "profiles" / name)))

    def do(self, command: str, /, **arguments: Any) -> Any:
        return self.desk.run(COMMANDS[command], **arguments)

    def add(self, kind: str, **fields: Any) -> str:
        return str(self.do("add", kind=kind, **fields)["id"])

    def start(self, **fields: Any) -> str:
        """Start the consultation and give the id of its session."""
        return str(self.do("new-consultation", title="Workshop", language="en", **fields)["session"])

    def note(self, session: str, text: str, **fields: Any) -> str:
        return str(self.do("keep-note", session=session, text=text, **fields)["id"])

    def recommend(self, *notes: str, **fields: Any) -> str:
        return str(self.do("make-recommendation", notes=list(notes), **fields)["id"])

    def write(self, name: str = "", *, confidential: bool = False) -> Path:
        path = self.desk.path.with_name((name or self.desk.path.stem) + SUFFIX)
        with self.desk.reading() as reader:
            scope = Scope(sensitivity="confidential" if confidential else "restricted")
            give(reader, path, self.desk.file.profile, self.desk.file.now(), scope=scope)
        return path

    def bundle(self, *, confidential: bool = False) -> Bundle:
        return read_bundle(self.write(confidential=confidential))

    def take(self, other: "Room", *, confidential: bool = False) -> None:
        bundle = other.bundle(confidential=confidential)
        self.desk.take_in(bundle.changes(), bundle.source)
