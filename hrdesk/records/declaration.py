"""How a noun is declared: what each field is, who may read it, and what counts when two desks disagree on it.

Schema, journal, bundles and forms derive from these declarations, so that a field is described in one place.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, Literal, TypeVar, dataclass_transform

SCHEMA_VERSION = 3
"""The version of all declarations together; every change line says under which one it was written."""

Value = str | int | bool | None
"""What a field may hold. No floats: they have no canonical form that every machine agrees on."""

FieldType = Literal["text", "number", "yes_no"]

R = TypeVar("R", bound="Record")


@dataclass(frozen=True)
class FieldInfo:
    """One field of a noun.

    ``group`` names the fields that only make sense together and travel as one change. ``strictness`` lists the
    values of a confidentiality from mildest to strictest: while desks disagree, the strictest counts.
    ``part_of`` marks a reference to the record that this one belongs to and whose class it shares.
    """

    name: str
    label: str
    type: FieldType = "text"
    choices: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    part_of: bool = False
    group: str = ""
    strictness: tuple[str, ...] = ()
    unsaid: str = ""
    translatable: bool = False
    searchable: bool = False
    sensitive: bool = False
    long: bool = False
    since: int = 1


def line(label: str, **traits: Any) -> Any:
    """Declare a text field; ``traits`` are those of ``FieldInfo``."""
    return dataclasses.field(default=None, metadata={"label": label, "type": "text", **traits})


def prose(label: str, **traits: Any) -> Any:
    """Declare a text of more than one line."""
    return line(label, long=True, **traits)


def whole(label: str, **traits: Any) -> Any:
    """Declare a whole number."""
    return dataclasses.field(default=None, metadata={"label": label, "type": "number", **traits})


def yes_no(label: str, **traits: Any) -> Any:
    """Declare a yes or no."""
    return dataclasses.field(default=None, metadata={"label": label, "type": "yes_no", **traits})


def choice(label: str, choices: tuple[str, ...], **traits: Any) -> Any:
    """Declare a text that is one of ``choices``; others, from a newer desk, are kept and shown as they are."""
    return line(label, choices=choices, **traits)


def reference(label: str, *kinds: str, part_of: bool = False, **traits: Any) -> Any:
    """Declare the id of a record of one of ``kinds`` (of any kind when none is named)."""
    return line(label, refers_to=kinds or ("*",), part_of=part_of, **traits)


@dataclass(init=False, eq=False, repr=False)
class Record:
    """What every noun has: an id. Any other field may be empty, because any part of the journal must show.

    A record is frozen. Making, comparing and showing are written here once: generated for each of the nouns they
    took longer to load than all the rest of the store.
    """

    kind: ClassVar[str] = ""
    label: ClassVar[str] = ""
    since: ClassVar[int] = 1
    declared: ClassVar[tuple[FieldInfo, ...]] = ()
    named: ClassVar[Mapping[str, FieldInfo]] = {}
    in_cells: ClassVar[Mapping[str, tuple[FieldInfo, ...]]] = {}
    empty: ClassVar[dict[str, None]] = {}

    id: str

    def __init__(self, id: str, **values: Value) -> None:  # noqa: A002 - the record's own word
        """Hold ``values``; TypeError for one that is no field of the noun."""
        unknown = values.keys() - self.empty.keys()
        if unknown:
            raise TypeError(f"a {self.kind} has no field {', '.join(sorted(unknown))}")
        self.__dict__.update(self.empty, id=id, **values)

    @classmethod
    def field(cls, name: str) -> FieldInfo:
        """Give the declaration of the field ``name``; KeyError when the noun has none of that name."""
        return cls.named[name]

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """Name the fields in the order in which they are declared, without the id."""
        return tuple(cls.empty)

    @classmethod
    def cells(cls) -> Mapping[str, tuple[FieldInfo, ...]]:
        """Map each journal field to the fields that travel in it: a group under its name, any other alone."""
        return cls.in_cells

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a record is changed by writing another one."""
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        """Refuse, as for setting."""
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        """Tell whether two records are of one noun and hold the same."""
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        """Hash a record by its noun and id."""
        return hash((self.kind, self.id))

    def __repr__(self) -> str:
        """Show what a record holds."""
        held = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items() if value is not None)
        return f"{type(self).__name__}({held})"

    def values(self) -> dict[str, Value]:
        """Give the fields and their values, without the id."""
        return {info.name: getattr(self, info.name) for info in self.declared}


@dataclass_transform()
def noun(kind: str, label: str, since: int = 1) -> Callable[[type[R]], type[R]]:
    """Make a class a noun: a frozen dataclass that knows its ``kind`` in the journal and its name for a person."""

    def declare(cls: type[R]) -> type[R]:
        made = dataclass(init=False, eq=False, repr=False, match_args=False)(cls)
        made.kind, made.label, made.since = kind, label, since
        made.declared = tuple(
            FieldInfo(name=found.name, **found.metadata) for found in dataclasses.fields(made) if found.metadata
        )
        made.named = MappingProxyType({info.name: info for info in made.declared})
        made.in_cells = _in_cells(made.declared)
        made.empty = dict.fromkeys(made.named)
        return made

    return declare


def _in_cells(declared: tuple[FieldInfo, ...]) -> Mapping[str, tuple[FieldInfo, ...]]:
    found: dict[str, tuple[FieldInfo, ...]] = {}
    for info in declared:
        key = info.group or info.name
        found[key] = (*found.get(key, ()), info)
    return MappingProxyType(found)
