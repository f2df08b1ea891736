"""One open desk file: run a command, undo, redo, keep drafts, and tell listeners once what changed."""

from __future__ import annotations

import contextlib
import types
import typing
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store import desk_file, drafts, machine_clock, vanishing
from hrdesk.store.desk_file import DeskFile
from hrdesk.store.reading import Reader

if TYPE_CHECKING:  # what writes is loaded when the first word is written, not while the window opens
    from hrdesk.records.moment import Moment
    from hrdesk.store import history
    from hrdesk.store.backup import Backup
    from hrdesk.store.change import Change
    from hrdesk.store.encryption import Key
    from hrdesk.store.finding import Found
    from hrdesk.store.identity import Profile
    from hrdesk.store.intake import Source
    from hrdesk.store.merge import Taken
    from hrdesk.store.pen import Clock, Pen

SUFFIX = desk_file.SUFFIX
system_clock = machine_clock.system_clock

_VARKEYWORDS = 0x08
"""The flag of a function that takes any further argument by name (``inspect`` has it, but is slow to load)."""


@dataclass(frozen=True)
class Argument:
    """One argument of a command, for whoever lists it."""

    name: str
    type: str
    required: bool


@dataclass(frozen=True)
class Command:
    """What a person can do: one transaction, one undo step, one menu word.

    ``do`` takes the pen and named arguments (text, whole numbers, yes or no, lists of text, or fields by name) and
    gives what it made as plain data.
    """

    name: str
    label: str
    do: Callable[..., Any]
    undoable: bool = True

    @property
    def takes_fields(self) -> bool:
        """Tell whether the fields of a record may be given by name."""
        return bool(self.do.__code__.co_flags & _VARKEYWORDS)

    @cached_property
    def hints(self) -> dict[str, Any]:
        """Map the arguments to their types, from the function itself, so that they are told in one place."""
        code = self.do.__code__
        names = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
        return {name: self.do.__annotations__[name] for name in names}

    @cached_property
    def required(self) -> tuple[str, ...]:
        """Name the arguments that must be given."""
        names = list(self.hints)
        optional = len(self.do.__defaults__ or ())
        return tuple(name for name in names[: len(names) - optional])

    def arguments(self) -> tuple[Argument, ...]:
        """List the arguments, in the order of the function."""
        named = [Argument(name, _told(hint), name in self.required) for name, hint in self.hints.items()]
        return (*named, *([Argument("fields", "fields", False)] if self.takes_fields else []))

    def check(self, given: Mapping[str, Any]) -> None:
        """Refuse arguments that are missing, unknown or of another type."""
        hints = self.hints
        for name in self.required:
            if name not in given:
                raise Refused(
                    N_("“{command}” needs “{argument}”. Nothing was changed."), command=self.name, argument=name
                )
        for name, value in given.items():
            if name not in hints and (not self.takes_fields or name == "pen"):
                raise Refused(
                    N_("“{command}” has no argument “{argument}”. Nothing was changed."),
                    command=self.name,
                    argument=name,
                )
            hint = hints.get(name, str | int | bool | None)
            if not _fits(hint, value):
                raise Refused(
                    N_("“{argument}” of “{command}” takes {type}. Nothing was changed."),
                    command=self.name,
                    argument=name,
                    type=_told(hint),
                )


@dataclass(frozen=True)
class Announcement:
    """What changed, and who started it, so that every listener decides for itself whether that concerns it."""

    command: str
    records: frozenset[tuple[str, str]]
    started_by: object = None

    def concerns(self, *kinds: str) -> bool:
        """Tell whether a record of one of ``kinds`` changed, or too much to say (a merge)."""
        return not self.records or any(kind in kinds for kind, _ in self.records)


@dataclass(frozen=True)
class Desk:
    """An open desk file. Commands of all threads take turns; every job that only reads opens a reader of its own."""

    file: DeskFile
    listeners: list[Callable[[Announcement], None]] = field(default_factory=list)

    @classmethod
    def open(cls, path: Path, profile: Profile, clock: Clock = system_clock, key: Key | None = None) -> Desk:
        """Open a desk file for writing; Locked when it is encrypted and ``key`` is not its key."""
        opened = DeskFile.open(path, profile, clock, key)
        vanishing.finish(opened)
        return cls(opened)

    @classmethod
    def create(cls, path: Path, profile: Profile, clock: Clock = system_clock, key: Key | None = None) -> Desk:
        """Make a new desk file, encrypted with ``key`` if there is one, and open it."""
        return cls(DeskFile.create(path, profile, clock, key))

    @property
    def path(self) -> Path:
        """Say where the file is."""
        return self.file.path

    def moment(self) -> Moment:
        """Give the present moment as the marks of this desk hold it, for whoever shows a clock."""
        return machine_clock.moment_by(self.file.clock, self.file.desk_id, self.file.device)

    def run(self, command: Command, /, started_by: object = None, draft_at: str = "", **arguments: Any) -> Any:
        """Run ``command``: all of it is kept, or nothing; then tell the listeners.

        What was being typed at ``draft_at`` is what the command keeps: its draft goes in the same transaction.
        """
        from hrdesk.store import history

        command.check(arguments)
        with self.file.pen() as pen, self.file.writing_already() as connection:
            result = command.do(pen, **arguments)
            history.keep(connection, pen, command.name, undoable=command.undoable)
            if draft_at:
                drafts.keep(connection, draft_at, "", self.file.now())
        touched = _touched(pen)
        if any(kind == "withdrawal" for kind, _ in touched):
            vanishing.clean(self.file)
        self.announce(Announcement(command.name, touched, started_by))
        return result

    def undo(self, started_by: object = None) -> str:
        """Take the last command back and give its name."""
        from hrdesk.store import history

        return self._walk(history.undo, started_by)

    def redo(self, started_by: object = None) -> str:
        """Do again what was undone and give its name."""
        from hrdesk.store import history

        return self._walk(history.redo, started_by)

    def next_undo(self) -> history.Step | None:
        """Give the command that undo would take back."""
        from hrdesk.store import history

        with self.file.looking() as connection:
            return history.last_done(connection)

    def next_redo(self) -> history.Step | None:
        """Give the command that redo would do again."""
        from hrdesk.store import history

        with self.file.looking() as connection:
            return history.first_undone(connection)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Reader]:
        """Give a reader for a short question between two commands, in the thread that asks."""
        with self.file.reading() as reader:
            yield reader

    @contextlib.contextmanager
    def looking(self) -> Iterator[Reader]:
        """Give a reader for a short question that never waits for what is being kept in another thread."""
        with self.file.looking() as connection:
            yield Reader(connection)

    @contextlib.contextmanager
    def reader(self) -> Iterator[Reader]:
        """Give a reader with a connection of its own, for a job in another thread."""
        file = self.file
        with desk_file.reader(self.path, key=file.key, is_open=True, identity_lock=file.identity_lock) as reader:
            yield reader

    def search(self, words: str, audience: str, kinds: Collection[str] | None = None) -> list[Found]:
        """Find records by their words, as far as ``audience`` may see them; "confidential" sees everything."""
        from hrdesk.store.finding import find

        with self.reader() as reader:
            return find(reader, words, audience, kinds=kinds)

    def keep_draft(self, place: str, text: str) -> None:
        """Keep what is being typed at ``place``; it never travels. Nothing typed takes the draft away."""
        with self.file.writing() as connection:
            drafts.keep(connection, place, text, self.file.now())

    def draft(self, place: str) -> str:
        """Give what was being typed at ``place``."""
        with self.file.looking() as connection:
            return drafts.held(connection, place)

    def drafts_beginning(self, place: str) -> dict[str, str]:
        """Give what is being typed at all places whose names begin with ``place``, by place."""
        with self.file.looking() as connection:
            return drafts.beginning(connection, place)

    def take_in(self, changes: Iterable[Change], source: Source, started_by: object = None) -> Taken:
        """Take another desk's changes in: all of them, or none; then tell the listeners."""
        from hrdesk.store import intake

        with self.file.writing() as connection:
            taken = intake.take_in(connection, changes, source, self.file.now(), self.file.profile)
        if taken.removed or taken.is_too_much or any(kind == "withdrawal" for kind, _ in taken.records):
            vanishing.clean(self.file)
        if taken.new or taken.forked:
            self.announce(Announcement("merge", frozenset(), started_by))
        return taken

    def back_up(self, why: str) -> Backup:
        """Make a backup of what the desk holds now; ``why`` is one of the backup module's reasons."""
        from hrdesk.store import backup

        return backup.make(self.file, why)

    def restore(self, kept: Backup, started_by: object = None) -> None:
        """Go back to a backup; the state of now becomes a backup first, undo is emptied, the listeners are told."""
        from hrdesk.store import backup

        backup.restore_open(self.file, kept)
        self.announce(Announcement("restore", frozenset(), started_by))

    def announce(self, announcement: Announcement) -> None:
        """Tell every listener what changed."""
        for listener in list(self.listeners):
            listener(announcement)

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def _walk(self, walk: Callable[[Any, Pen], history.Step], started_by: object) -> str:
        with self.file.pen() as pen, self.file.writing_already() as connection:
            step = walk(connection, pen)
        self.announce(Announcement(step.name, _touched(pen), started_by))
        return step.name


def _touched(pen: Pen) -> frozenset[tuple[str, str]]:
    return frozenset((cell.kind, record) for (record, _), cell in pen.cells.items())


def _told(hint: Any) -> str:
    if told := {str: "text", int: "number", bool: "yes or no", type(None): "nothing"}.get(hint):
        return told
    if isinstance(hint, types.UnionType):
        return " or ".join(map(_told, hint.__args__))
    return "list of text" if typing.get_origin(hint) is list else "list of fields"


def _fits(hint: Any, value: Any) -> bool:
    if isinstance(hint, types.UnionType):
        return type(value) in hint.__args__ or any(_fits(part, value) for part in hint.__args__)
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is list:
        return isinstance(value, list) and all(_fits(parts[0], one) for one in value)
    if origin is dict:
        return isinstance(value, dict) and all(isinstance(k, str) and _fits(parts[1], v) for k, v in value.items())
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return hint is Any or isinstance(value, hint)
