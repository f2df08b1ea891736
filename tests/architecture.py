"""The rules of the house as functions: each reads source without importing it and returns the faults it finds.

A fault is one sentence that names the module, the line and the rule. The rules are held over hrdesk/ by
test_architecture.py, which also plants a violation of each in a small house and sees that it is found.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LEVELS = (
    ("paths",),
    ("settings",),
    ("language",),
    ("errors",),
    ("records",),
    ("store", "files"),
    ("desk",),
    ("agenda", "floor", "notes", "recommendations", "outcome", "translation", "exchange", "follow_up"),
    ("work",),
    ("sample",),
    ("desktop",),
    ("app", "cli"),
    ("__main__",),
)
"""From the ground up. Imports point down; names on one level are strangers, but for the rooms, which have an order."""

ROOMS = LEVELS[7]
"""In the order of the work: a room knows the earlier ones, never a later one."""

DESKTOP_ORDER = ("widgets", "shell", *ROOMS)
"""Inside desktop/ widgets know nobody, the shell knows no room (app hands it the panels), and rooms keep their order."""

NEVER = (("cli", "desktop"),)
"""What the levels alone would allow: the command line must work where Qt cannot be loaded."""

DOORS = {
    "PySide6": ("hrdesk.desktop", "hrdesk.app"),
    "shiboken6": ("hrdesk.desktop", "hrdesk.app"),
    "pypdfium2": ("hrdesk.desktop.outcome",),
    "sqlite3": ("hrdesk.store", "queries", "memory"),
    "sqlcipher3": ("hrdesk.store", "queries", "memory"),
    "sqlite_utils": ("hrdesk.store",),
    "keyring": ("hrdesk.store",),
    "msgspec": ("hrdesk.store", "hrdesk.exchange"),
    "nacl": ("hrdesk.store", "hrdesk.exchange"),
    "cryptography": ("hrdesk.store", "hrdesk.exchange"),
    "pyrage": ("hrdesk.store", "hrdesk.exchange"),
    "docx": ("hrdesk.files", "hrdesk.outcome.docx"),
    "lxml": ("hrdesk.files", "hrdesk.outcome.docx"),
    "openpyxl": ("hrdesk.files", "hrdesk.outcome"),
    "reportlab": ("hrdesk.outcome.pdf",),
    "uharfbuzz": ("hrdesk.outcome.pdf",),
    "fontTools": ("hrdesk.outcome.pdf",),
    "gettext": ("hrdesk.language",),
    "babel": ("hrdesk.language",),
    "snowballstemmer": ("hrdesk.language",),
}
"""One door per library: packages by their full name, modules by their own (``queries`` is any queries.py)."""

SQL = re.compile(
    r"\b(SELECT\b.+\bFROM|INSERT (OR \w+ )?INTO|REPLACE INTO|DELETE FROM|UPDATE \S+ SET|CREATE (TABLE|INDEX|VIEW)|PRAGMA \w)",
    re.DOTALL,
)
SQL_DOORS = ("hrdesk.store", "queries", "memory")

RULES_MAY_IMPORT = ("hrdesk.records", "hrdesk.errors", "hrdesk.language")
# fmt: off - a list of words, not a column
PURE_LIBRARY = frozenset(
    {
        "__future__",
        "abc",
        "bisect",
        "collections",
        "copy",
        "dataclasses",
        "datetime",
        "decimal",
        "difflib",
        "enum",
        "fractions",
        "functools",
        "graphlib",
        "hashlib",
        "heapq",
        "itertools",
        "json",
        "math",
        "numbers",
        "operator",
        "re",
        "string",
        "textwrap",
        "types",
        "typing",
        "unicodedata",
        "uuid",
        "zoneinfo",
    }
)
# fmt: on
"""What rules.py may use of the standard library: nothing here reads a file, a clock or chance (see CLOCK)."""

COUNTS = frozenset({"clock_gettime", "clock_gettime_ns", "GetTickCount", "GetTickCount64", "sysctlbyname"})
"""What counts the run of the machine; asked in one place of the whole house."""

CLOCK = COUNTS | frozenset(
    {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime", "uuid1", "uuid4"}
    | {"monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns"}
)
CLOCK_OWNERS = frozenset({"datetime", "date", "time", "uuid"})
CLOCK_ITSELF = frozenset({"system_clock", "MachineClock"})
"""The one clock, which app and cli hand in: who else calls it asks the system."""

CLOCK_PLACE = "hrdesk.store.machine_clock"

GLOBALS_ALLOWED: Mapping[str, str] = {
    "hrdesk.language.interface._words": "the interface's language is the one thing switched while running",
    "hrdesk.store.schema._migrations": "migrations are decorated functions: filled while the module is read, then fixed",
}
"""Module-level state, each with its reason."""

SCREENED_ALREADY: Mapping[str, str] = {
    "hrdesk.desktop.shell.keys_sheet": "writes what the window can do and by which keys: nothing of a desk",
    "hrdesk.outcome.pdf": "is handed a Document, and whoever composes one asks disclosure (see unscreened_composers)",
}
"""Packages and modules that write without asking disclosure themselves, each with its reason."""

LONG_MODULES: Mapping[str, str] = {
    "hrdesk.outcome.pdf.bidi": "one algorithm, UAX #9, in the order of its rules",
}
"""Modules of more than 300 lines, each with its reason."""

LONGEST = 300
FORBIDDEN_NAMES = frozenset({"utils", "util", "misc", "common", "helpers", "helper", "manager", "managers"})
DISCLOSURE = "hrdesk.records.disclosure"
WRITING_METHODS = frozenset({"write_text", "write_bytes", "clipboard", "writestr"})
WRITING_CALLS = frozenset({"QPdfWriter", "QPrinter", "QClipboard", "QSaveFile", "NamedTemporaryFile"})
WRITING_MODE = re.compile(r"^[rbt]*[wax+][bt+]*$")


@dataclass(frozen=True)
class Import:
    """One import: what is asked for, and on which line."""

    target: str
    line: int


@dataclass(frozen=True)
class Module:
    """One module of the house: its dotted name and what was read from its file."""

    name: str
    text: str
    is_package: bool

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed source."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All that stands in the source."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def calls(self) -> tuple[ast.Call, ...]:
        """Every call in the source."""
        return tuple(node for node in self.nodes if isinstance(node, ast.Call))

    @property
    def part(self) -> str:
        """The part of the house it belongs to: ``records``, ``agenda``, ``__main__``; empty for the house itself."""
        return self.name.split(".")[1] if "." in self.name else ""

    @property
    def own_name(self) -> str:
        """The last word of its name."""
        return self.name.rpartition(".")[2]

    def is_in(self, *places: str) -> bool:
        """Tell whether it is one of ``places``, lies inside one, or bears its bare name."""
        return any(
            self.name == place or self.name.startswith(f"{place}.") or self.own_name == place for place in places
        )


House = Mapping[str, Module]


def read_house(folder: Path) -> House:
    """Read every module below ``folder``, the package hrdesk itself."""
    house = {}
    for path in sorted(folder.rglob("*.py")):
        parts = [folder.name, *path.relative_to(folder).with_suffix("").parts]
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        house[name] = Module(name, path.read_text(encoding="utf-8"), is_package)
    return house


def imports_of(module: Module, house: House) -> Iterator[Import]:
    """Yield every import, also under TYPE_CHECKING, inside functions and by import_module of a literal name.

    ``from package import name`` counts as the module ``package.name`` where there is one, else as the package.
    """
    for node in module.nodes:
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield Import(inner if inner in house else base, node.lineno)
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"} and node.args:
            asked = node.args[0]
            if isinstance(asked, ast.Constant) and isinstance(asked.value, str):
                yield Import(asked.value, node.lineno)


def upward_imports(house: House) -> list[str]:
    """Rule 1: imports only point down, and names on one level are strangers."""
    level_of = {part: level for level, parts in enumerate(LEVELS) for part in parts}
    faults = [
        f"{module.name}: is on no level of the house" for module in house.values() if module.part not in {"", *level_of}
    ]
    for module, asked, part in _inner_imports(house):
        if part == module.part or part not in level_of or module.part not in level_of:
            continue
        own, other = level_of[module.part], level_of[part]
        both_rooms = module.part in ROOMS and part in ROOMS
        if other > own or (other == own and not both_rooms) or (module.part, part) in NEVER:
            faults.append(f"{module.name}:{asked.line}: {module.part} must not know {part} ({asked.target})")
    return faults


def later_rooms(house: House) -> list[str]:
    """Rule 2: a room imports earlier rooms only; the same inside desktop, and from a panel to the rooms below it."""
    faults = []
    for module, asked, _part in _inner_imports(house):
        own, other = _room(module.name), _room(asked.target)
        if own in ROOMS and other in ROOMS and ROOMS.index(other) > ROOMS.index(own):
            faults.append(f"{module.name}:{asked.line}: {own} must not know the later room {other}")
        elif _in_desktop(module.name, asked.target) and DESKTOP_ORDER.index(other) > DESKTOP_ORDER.index(own):
            faults.append(f"{module.name}:{asked.line}: inside desktop {own} must not know {other}")
    return faults


def second_doors(house: House) -> list[str]:
    """Rule 3: each library, and SQL, is spoken behind one door."""
    faults = []
    for module in house.values():
        for asked in imports_of(module, house):
            library = asked.target.partition(".")[0]
            if library in DOORS:
                if not module.is_in(*DOORS[library]):
                    faults.append(f"{module.name}:{asked.line}: {library} has its door in {', '.join(DOORS[library])}")
            elif library != "hrdesk" and library not in sys.stdlib_module_names:
                faults.append(f"{module.name}:{asked.line}: {library} has no door yet")
        if not module.is_in(*SQL_DOORS):
            faults += [f"{module.name}:{line}: SQL has its door in {', '.join(SQL_DOORS)}" for line in _sql(module)]
    return faults


def impure_rules(house: House) -> list[str]:
    """Rule 4: rules, one module or a package of them, are pure, and no room, desk or record asks for the time.

    Nor does anybody but one module count the run of the machine: who shows a clock asks the desk for the moment.
    """
    faults = []
    for module in house.values():
        if "rules" in module.name.split(".")[2:]:
            for asked in imports_of(module, house):
                own = module.name.partition(".rules")[0] + ".rules"
                inside = any(
                    asked.target == place or asked.target.startswith(f"{place}.") for place in (*RULES_MAY_IMPORT, own)
                )
                if not inside and asked.target.partition(".")[0] not in PURE_LIBRARY:
                    faults.append(f"{module.name}:{asked.line}: rules must not know {asked.target}")
            faults += [
                f"{module.name}:{call.lineno}: rules open no files" for call in module.calls if _called(call) == "open"
            ]
        if module.part in {*ROOMS, "work", "desk", "records"}:
            faults += [
                f"{module.name}:{call.lineno}: the time enters through the pen's clock"
                for call in module.calls
                if _asks_the_clock(call)
            ]
        if module.name != CLOCK_PLACE:
            faults += [
                f"{module.name}:{call.lineno}: the run of the machine is counted in {CLOCK_PLACE}"
                for call in module.calls
                if _called(call) in COUNTS
            ]
    return faults


def circles(house: House) -> list[str]:
    """Rule 5: no module reaches itself again, counting every import wherever it stands."""
    reach = {
        module.name: {asked.target for asked in imports_of(module, house) if asked.target in house} - {module.name}
        for module in house.values()
    }
    faults, done = [], set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        if name in trail:
            faults.append("circle: " + " > ".join((*trail[trail.index(name) :], name)))
            return
        if name in done:
            return
        for target in sorted(reach[name]):
            walk(target, (*trail, name))
        done.add(name)

    for name in sorted(reach):
        walk(name, ())
    return faults


def globals_to_ask(house: House) -> list[str]:
    """Rule 6: no module keeps state to be asked: no ``global``, no empty container to fill, no Qt object."""
    faults = []
    for module in house.values():
        faults += [
            f"{module.name}:{node.lineno}: global {', '.join(node.names)}"
            for node in module.nodes
            if isinstance(node, ast.Global)
        ]
        for statement in module.tree.body:
            if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
                continue
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            if _is_state(statement.value) and not any(f"{module.name}.{name}" in GLOBALS_ALLOWED for name in names):
                faults.append(f"{module.name}:{statement.lineno}: {', '.join(names)} is a global to ask")
    return faults


def unscreened_writers(house: House) -> list[str]:
    """Rule 7: who lets content leave (file, clipboard, printer) asks disclosure, or its reason is listed.

    Below the rooms only the store writes, and what it writes is the desk itself.
    """
    screened = {*ROOMS, "work", "desktop", "cli", "app"}
    return [
        f"{module.name}:{line}: lets content leave without asking {DISCLOSURE}"
        for module in house.values()
        if module.part in screened and not _asks_disclosure(module, house) and not module.is_in(*SCREENED_ALREADY)
        for line in sorted({call.lineno for call in module.calls if _lets_out(call)})
    ]


def unscreened_composers(house: House) -> list[str]:
    """Rule 7 for documents: who composes a Document asks disclosure; its writers may then rely on it."""
    return [
        f"{module.name}:{call.lineno}: composes a Document without asking {DISCLOSURE}"
        for module in house.values()
        if any(asked.target == "hrdesk.outcome.document" for asked in imports_of(module, house))
        and not _asks_disclosure(module, house)
        for call in module.calls
        if _called(call) == "Document"
    ]


def untold_modules(house: House) -> list[str]:
    """Rule 8: every module says what it is for, is rarely long, and bears the name of a thing."""
    faults = []
    for module in house.values():
        if not ast.get_docstring(module.tree):
            faults.append(f"{module.name}: has no docstring")
        lines = module.text.count("\n")
        if lines > LONGEST and module.name not in LONG_MODULES:
            faults.append(f"{module.name}: has {lines} lines; divide it, or list it with its reason")
        if FORBIDDEN_NAMES & set(module.name.split(".")):
            faults.append(f"{module.name}: find the noun")
    return faults


def crowded_map(house: House) -> list[str]:
    """hrdesk/__init__.py is the map of the house and nothing else."""
    body = house["hrdesk"].tree.body if "hrdesk" in house else []
    return [f"hrdesk:{node.lineno}: only the docstring stands here" for node in body[1:]]


RULES: tuple[Callable[[House], list[str]], ...] = (
    upward_imports,
    later_rooms,
    second_doors,
    impure_rules,
    circles,
    globals_to_ask,
    unscreened_writers,
    unscreened_composers,
    untold_modules,
    crowded_map,
)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    """Resolve a relative import against the module it stands in."""
    if not node.level:
        return node.module or ""
    parents = module.name.split(".")
    kept = parents[: len(parents) - node.level + module.is_package]
    return ".".join([*kept, *([node.module] if node.module else [])])


def _inner_imports(house: House) -> Iterator[tuple[Module, Import, str]]:
    """Yield the imports of the house's own parts, with the part asked for."""
    for module in house.values():
        for asked in imports_of(module, house):
            words = asked.target.split(".")
            if words[0] == "hrdesk" and len(words) > 1:
                yield module, asked, words[1]


def _room(name: str) -> str:
    """Return the room of ``hrdesk.notes.rules`` and of ``hrdesk.desktop.notes.panel`` alike; or what stands there."""
    words = [*name.split(".")[1:], ""]
    return words[1] if words[0] == "desktop" and len(words) > 1 else words[0]


def _in_desktop(*names: str) -> bool:
    """Tell whether all of ``names`` lie in the ordered folders of desktop."""
    return all(name.startswith("hrdesk.desktop.") and _room(name) in DESKTOP_ORDER for name in names)


def _called(call: ast.Call) -> str:
    """Return the last word of what is called: ``open`` of ``path.open(...)`` and of ``open(...)``."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _sql(module: Module) -> Iterator[int]:
    """Yield the lines of strings that are SQL; docstrings may speak of it."""
    told = {
        id(node.body[0].value)
        for node in module.nodes
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in module.nodes:
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in told:
            continue
        if SQL.search(node.value):
            yield node.lineno


def _asks_the_clock(call: ast.Call) -> bool:
    """Tell ``datetime.now()`` and ``time()`` from a method of our own that happens to be called ``time``."""
    if _called(call) in CLOCK_ITSELF:
        return True
    if isinstance(call.func, ast.Name):
        return call.func.id in CLOCK - {"time", "now", "today"}
    if not isinstance(call.func, ast.Attribute):
        return False
    owner = call.func.value
    owned_by = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return owned_by in CLOCK_ITSELF or (call.func.attr in CLOCK and owned_by in CLOCK_OWNERS)


def _is_state(value: ast.expr) -> bool:
    """Tell whether a module-level value is there to be filled later, or is a living Qt object."""
    if isinstance(value, ast.List | ast.Dict | ast.Set):
        return not (value.keys if isinstance(value, ast.Dict) else value.elts)
    if not isinstance(value, ast.Call):
        return False
    empty = {"list", "dict", "set", "bytearray", "deque", "OrderedDict", "WeakValueDictionary"}
    name = _called(value)
    return (name in empty and not value.args) or name == "defaultdict" or bool(re.match(r"Q[A-Z]|Signal$", name))


def _asks_disclosure(module: Module, house: House) -> bool:
    return any(asked.target == DISCLOSURE for asked in imports_of(module, house))


def _lets_out(call: ast.Call) -> bool:
    """Tell whether a call writes a file, fills the clipboard or prints on paper."""
    name = _called(call)
    is_method = isinstance(call.func, ast.Attribute)
    if name in WRITING_CALLS or (is_method and name in WRITING_METHODS):
        return True
    if name == "save":
        return is_method and bool(call.args)
    if name not in {"open", "ZipFile", "fdopen"}:
        return False
    given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    texts = [node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return any(WRITING_MODE.match(text) for text in texts)
