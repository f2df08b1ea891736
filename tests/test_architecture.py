"""The house keeps its rules, and the checker that says so can find a violation of each."""

from pathlib import Path

import pytest

from tests import architecture
from tests.architecture import RULES, imports_of, read_house

HOUSE = Path(__file__).parent.parent / "hrdesk"

SMALL_HOUSE = {
    "__init__.py": '"""The map."""\n',
    "__main__.py": '"""Start."""\n\nfrom hrdesk import app, cli\n',
    "app.py": '"""Joins."""\n\nfrom PySide6.QtWidgets import QApplication\n\nfrom hrdesk.desktop.shell import window\n',
    "cli/__init__.py": '"""Joins."""\n\nfrom hrdesk import work\n',
    "work.py": '"""All commands."""\n\nfrom hrdesk.notes import commands\n',
    "desktop/__init__.py": '"""Qt."""\n',
    "desktop/shell/__init__.py": '"""Shell."""\n',
    "desktop/shell/window.py": '"""Window."""\n\nfrom PySide6 import QtWidgets\n',
    "desktop/widgets/__init__.py": '"""Parts."""\n',
    "desktop/notes/__init__.py": '"""Panel."""\n',
    "desktop/notes/panel.py": '"""Panel."""\n\nfrom hrdesk.desktop.shell import window\nfrom hrdesk.notes import queries\n',
    "desktop/outcome/__init__.py": '"""Panel."""\n',
    "agenda/__init__.py": '"""Agenda."""\n',
    "agenda/rules.py": '"""Rules."""\n\nimport re\n\nfrom hrdesk.records import note\n',
    "notes/__init__.py": '"""Notes."""\n',
    "notes/commands.py": '"""Commands."""\n\nfrom hrdesk.agenda import rules\n',
    "notes/queries.py": '"""Queries."""\n\nSQL = "SELECT id FROM note"\n',
    "outcome/__init__.py": '"""Outcome."""\n',
    "outcome/document.py": '"""Document."""\n\nclass Document: ...\n',
    "outcome/composer.py": (
        '"""Composer."""\n\nfrom hrdesk.outcome.document import Document\nfrom hrdesk.records import disclosure\n\n'
        "def compose(): return Document()\n"
    ),
    "outcome/pdf/__init__.py": '"""Writer."""\n\nimport reportlab\n\ndef write(path): path.write_bytes(b"")\n',
    "desk.py": '"""Desk."""\n\nfrom hrdesk.store import journal\n',
    "store/__init__.py": '"""Store."""\n',
    "store/journal.py": '"""Journal."""\n\nimport sqlcipher3\n\ndef keep(path): path.write_text("")\n',
    "records/__init__.py": '"""Nouns."""\n',
    "records/disclosure.py": '"""What may go where."""\n',
    "records/note.py": '"""Note."""\n\nfrom hrdesk.language import N_\n',
    "language/__init__.py": '"""Words."""\n\ndef N_(text): return text\n',
}
"""A house in which nothing is wrong, and everything that could be."""

VIOLATIONS = {
    "an upward import": ("upward_imports", "records/note.py", "from hrdesk.desk import Desk"),
    "an upward import by name of a package": ("upward_imports", "records/note.py", "from hrdesk import desk"),
    "a relative upward import": ("upward_imports", "store/journal.py", "from ..notes import commands"),
    "an upward import by text": (
        "upward_imports",
        "desk.py",
        'import importlib\nimportlib.import_module("hrdesk.app")',
    ),
    "a stranger on the same level": ("upward_imports", "store/journal.py", "import hrdesk.files"),
    "a command line that needs Qt": ("upward_imports", "cli/__init__.py", "from hrdesk.desktop import shell"),
    "a part on no level": ("upward_imports", "services.py", "X = 1"),
    "a later room": ("later_rooms", "agenda/rules.py", "from hrdesk.notes import queries"),
    "a later room for types only": (
        "later_rooms",
        "agenda/rules.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from hrdesk.notes import queries",
    ),
    "a later panel": ("later_rooms", "desktop/notes/panel.py", "from hrdesk.desktop import outcome"),
    "a panel that reaches into a later room": ("later_rooms", "desktop/notes/panel.py", "import hrdesk.outcome"),
    "a shell that knows a room": ("later_rooms", "desktop/shell/window.py", "from hrdesk.desktop.notes import panel"),
    "a widget that knows the shell": ("later_rooms", "desktop/widgets/__init__.py", "from hrdesk.desktop import shell"),
    "a second door": ("second_doors", "notes/commands.py", "def later():\n    import sqlcipher3"),
    "a second door for Qt": ("second_doors", "outcome/composer.py", "from PySide6.QtGui import QImage"),
    "a library without a door": ("second_doors", "outcome/composer.py", "import requests"),
    "SQL outside its door": ("second_doors", "notes/commands.py", 'X = f"DELETE FROM {1} WHERE id = ?"'),
    "rules that read files": ("impure_rules", "agenda/rules.py", "import pathlib"),
    "rules that open files": ("impure_rules", "agenda/rules.py", 'X = open("x")'),
    "rules that know a query": ("impure_rules", "agenda/rules.py", "from hrdesk.agenda import queries"),
    "rules with a clock": ("impure_rules", "agenda/rules.py", "from datetime import datetime\nX = datetime.now()"),
    "a command with a clock": ("impure_rules", "notes/commands.py", "import time\ndef f(): return time.time_ns()"),
    "a room that fetches the clock": (
        "impure_rules",
        "notes/commands.py",
        "from hrdesk import desk\nX = desk.system_clock()",
    ),
    "a room that asks the clock for a moment": (
        "impure_rules",
        "notes/commands.py",
        "from hrdesk import desk\nX = desk.system_clock.moment()",
    ),
    "a command that counts": ("impure_rules", "notes/commands.py", "import time\ndef f(): return time.monotonic()"),
    "a window that counts the run of the machine": (
        "impure_rules",
        "desktop/shell/window.py",
        "import time\ndef f(): return time.clock_gettime_ns(7)",
    ),
    "a circle": ("circles", "language/__init__.py", "from hrdesk.records import note"),
    "a circle inside a function": (
        "circles",
        "records/disclosure.py",
        "def f():\n    from hrdesk.outcome import composer",
    ),
    "a global statement": ("globals_to_ask", "notes/commands.py", "def f():\n    global X\n    X = 1"),
    "a container to fill": ("globals_to_ask", "notes/commands.py", "CACHE: dict[str, str] = {}"),
    "a living Qt object": ("globals_to_ask", "desktop/shell/window.py", "BUS = QtCore.QObject()"),
    "a file written past disclosure": ("unscreened_writers", "cli/__init__.py", 'def f(p):\n    p.write_text("x")'),
    "an open past disclosure": ("unscreened_writers", "notes/commands.py", 'def f(p):\n    open(p, mode="wb")'),
    "a path opened past disclosure": ("unscreened_writers", "notes/commands.py", 'def f(p):\n    p.open("x")'),
    "a clipboard past disclosure": (
        "unscreened_writers",
        "desktop/notes/panel.py",
        "def f(app):\n    app.clipboard().setText(1)",
    ),
    "a saved picture past disclosure": ("unscreened_writers", "desktop/notes/panel.py", "def f(i, p):\n    i.save(p)"),
    "a document past disclosure": (
        "unscreened_composers",
        "notes/commands.py",
        "from hrdesk.outcome.document import Document\nX = Document()",
    ),
    "a module of no purpose": ("untold_modules", "notes/queries.py", None),
    "a module of too many": ("untold_modules", "notes/queries.py", "\n".join("X = 1" for _ in range(301))),
    "a drawer for everything": ("untold_modules", "notes/utils.py", "X = 1"),
    "a map that does something": ("crowded_map", "__init__.py", "VERSION = 1"),
}


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    folder = tmp_path / "hrdesk"
    for name, text in SMALL_HOUSE.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def house():
    """Read the house once for all rules: parsing it takes longer than most of them."""
    return read_house(HOUSE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule, house):
    assert rule(house) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_good_house_has_no_faults(rule, small_house):
    assert rule(read_house(small_house)) == []


@pytest.mark.parametrize("violation", VIOLATIONS)
def test_a_planted_violation_is_found(violation, small_house):
    rule, name, planted = VIOLATIONS[violation]
    path = small_house / name
    text = path.read_text(encoding="utf-8") if path.exists() else '"""New."""\n'
    path.write_text("" if planted is None else f"{text}\n{planted}\n", encoding="utf-8")
    faults = getattr(architecture, rule)(read_house(small_house))
    assert faults
    named = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    assert all(f"hrdesk.{named}" in fault or named == "__init__" for fault in faults)


def test_every_rule_has_a_planted_violation():
    assert {rule.__name__ for rule in RULES} == {rule for rule, _name, _planted in VIOLATIONS.values()}


def test_every_exception_is_still_needed():
    house = read_house(HOUSE)
    modules = {name.rpartition(".")[0] for name in architecture.GLOBALS_ALLOWED}
    listed = {*architecture.SCREENED_ALREADY, *architecture.LONG_MODULES, *modules}
    assert listed <= set(house), "an exception is listed for a module that is gone"
    assert all(house[name].text.count("\n") > architecture.LONGEST for name in architecture.LONG_MODULES)


def test_an_import_of_a_name_and_of_a_module_are_told_apart(small_house):
    house = read_house(small_house)
    assert [asked.target for asked in imports_of(house["hrdesk.notes.commands"], house)] == ["hrdesk.agenda.rules"]
    assert [asked.target for asked in imports_of(house["hrdesk.records.note"], house)] == ["hrdesk.language"]
