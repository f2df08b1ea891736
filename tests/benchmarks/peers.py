"""Peers that merge the same changes: pycrdt (Yjs) and Loro, alone and with their result in a SQLite table.

Both keep one flat map from "record/field" to the value, the quickest form that they offer; pycrdt also a map for each
record, as programs with records keep them. What stands in memory
before the merge (the document that they must read whole first) is not counted.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrdesk.store import driver
from hrdesk.store.change import Change
from tests.benchmarks.offices import FIELDS, Offices

UPSERT = "INSERT INTO note (id, {names}) VALUES (?{marks}) ON CONFLICT (id) DO UPDATE SET {sets}"


@dataclass(frozen=True)
class Took:
    """What a contender took: seconds on the wall, and seconds of the processor for this process alone."""

    wall: float
    own: float

    def __str__(self) -> str:
        """Say it in words."""
        return f"{self.wall:.1f} s, processor {self.own:.1f} s"


class Watch:
    """Takes the time of one contender."""

    def __init__(self) -> None:
        self._wall, self._own = time.perf_counter(), time.process_time()

    def stop(self) -> Took:
        """Say what it took."""
        return Took(time.perf_counter() - self._wall, time.process_time() - self._own)


@dataclass(frozen=True)
class Scene:
    """Where everything lies: what the first office holds, and the bundle in every contender's form."""

    folder: Path
    offices: Offices
    lines: list[bytes]

    def fresh(self, name: str) -> Path:
        """Give a copy of a file that a contender may change."""
        for companion in ("-wal", "-shm"):
            (self.folder / f"at-work-{name}{companion}").unlink(missing_ok=True)
        return Path(shutil.copy(self.folder / name, self.folder / f"at-work-{name}"))

    def changes(self) -> Iterator[Change]:
        """Give what the first office holds."""
        yield from self.offices.known()
        yield from self.offices.here()


def cell(one: Change) -> str:
    """Name a field in a peer's document: one flat map is the quickest that they offer."""
    return f"{one.record}/{one.field}"


def pycrdt_prepared(scene: Scene) -> bool:
    """Write the base and the other's update as pycrdt keeps them."""
    pycrdt = _found("pycrdt")
    if pycrdt is None:
        return False
    here, there = pycrdt.Doc(), pycrdt.Doc()
    rows = here.get("rows", type=pycrdt.Map)
    with here.transaction():
        for one in scene.offices.known():
            rows[cell(one)] = one.val
    there.apply_update(here.get_update())
    known = there.get_state()
    others = there.get("rows", type=pycrdt.Map)
    with there.transaction():
        for one in scene.offices.there():
            others[cell(one)] = one.val
    with here.transaction():
        for one in scene.offices.here():
            rows[cell(one)] = one.val
    (scene.folder / "pycrdt.base").write_bytes(here.get_update())
    (scene.folder / "pycrdt.update").write_bytes(there.get_update(known))
    tables(scene, "pycrdt.db")
    return True


def pycrdt_run(scene: Scene, *, tables: bool) -> Took:
    """Apply the update, keep the document, and write what changed into a table."""
    import pycrdt

    document: Any = pycrdt.Doc()
    rows = document.get("rows", type=pycrdt.Map)
    document.apply_update((scene.folder / "pycrdt.base").read_bytes())
    changed: dict[str, Any] = {}
    if tables:
        rows.observe(lambda event: changed.update({name: told["newValue"] for name, told in event.keys.items()}))
    connection = driver.connect(scene.fresh("pycrdt.db"), writing=True)
    driver.for_writing(connection)
    watch = Watch()
    document.apply_update((scene.folder / "pycrdt.update").read_bytes())
    keep(connection, document.get_update(), changed)
    taken = watch.stop()
    connection.close()
    return taken


def pycrdt_nested_prepared(scene: Scene) -> bool:
    """Do the same with a map for each record, as programs with records keep them."""
    pycrdt = _found("pycrdt")
    if pycrdt is None:
        return False
    here, there = pycrdt.Doc(), pycrdt.Doc()

    def write(document: Any, changes: Iterator[Change]) -> None:
        rows = document.get("rows", type=pycrdt.Map)
        held: dict[str, Any] = {}
        with document.transaction():
            for one in changes:
                if one.record not in held:
                    if one.record not in rows:
                        rows[one.record] = pycrdt.Map()
                    held[one.record] = rows[one.record]
                held[one.record][one.field] = one.val

    write(here, scene.offices.known())
    there.apply_update(here.get_update())
    known = there.get_state()
    write(there, scene.offices.there())
    write(here, scene.offices.here())
    (scene.folder / "nested.base").write_bytes(here.get_update())
    (scene.folder / "nested.update").write_bytes(there.get_update(known))
    tables(scene, "nested.db")
    return True


def pycrdt_nested_run(scene: Scene, *, tables: bool) -> Took:
    """Apply the update to a document with a map for each record."""
    import pycrdt

    document: Any = pycrdt.Doc()
    rows = document.get("rows", type=pycrdt.Map)
    document.apply_update((scene.folder / "nested.base").read_bytes())
    changed: dict[str, Any] = {}

    def note(events: Any) -> None:
        for event in events:
            for name, told in event.keys.items():
                if event.path:
                    changed[f"{event.path[0]}/{name}"] = told["newValue"]
                else:
                    changed.update({f"{name}/{field}": value for field, value in told["newValue"].to_py().items()})

    if tables:
        rows.observe_deep(note)
    connection = driver.connect(scene.fresh("nested.db"), writing=True)
    driver.for_writing(connection)
    watch = Watch()
    document.apply_update((scene.folder / "nested.update").read_bytes())
    keep(connection, document.get_update(), changed)
    taken = watch.stop()
    assert not tables or len(changed) > 0.9 * len(scene.lines)
    connection.close()
    return taken


def loro_prepared(scene: Scene) -> bool:
    """Write the base and the other's update as Loro keeps them."""
    loro = _found("loro")
    if loro is None:
        return False
    here = loro.LoroDoc()
    rows = here.get_map("rows")
    for one in scene.offices.known():
        rows.insert(cell(one), one.val)
    here.commit()
    there = loro.LoroDoc()
    there.import_(here.export(loro.ExportMode.Snapshot()))
    known = there.oplog_vv
    others = there.get_map("rows")
    for one in scene.offices.there():
        others.insert(cell(one), one.val)
    there.commit()
    for one in scene.offices.here():
        rows.insert(cell(one), one.val)
    here.commit()
    (scene.folder / "loro.base").write_bytes(here.export(loro.ExportMode.Snapshot()))
    (scene.folder / "loro.update").write_bytes(there.export(loro.ExportMode.Updates(known)))
    tables(scene, "loro.db")
    return True


def loro_run(scene: Scene, *, tables: bool) -> Took:
    """Import the update, keep the document, and write what changed into a table."""
    import loro

    document = loro.LoroDoc()
    document.import_((scene.folder / "loro.base").read_bytes())
    rows = document.get_map("rows")
    rows.get("")  # the state of a snapshot is made when it is first read
    changed: dict[str, Any] = {}

    def note(event: Any) -> None:
        for one in event.events:
            changed.update({name: told.value if told else None for name, told in one.diff.diff.updated.items()})

    subscription = document.subscribe_root(note) if tables else None
    connection = driver.connect(scene.fresh("loro.db"), writing=True)
    driver.for_writing(connection)
    watch = Watch()
    document.import_((scene.folder / "loro.update").read_bytes())
    keep(connection, document.export(loro.ExportMode.Snapshot()), changed)
    taken = watch.stop()
    connection.close()
    del subscription
    return taken


def tables(scene: Scene, name: str) -> None:
    """Make the table that a peer keeps, filled with what the first office holds."""
    connection = driver.connect(scene.folder / name, writing=True)
    connection.execute("CREATE TABLE document (blob BLOB)")
    named = ", ".join(FIELDS)
    connection.execute(f"CREATE TABLE note (id TEXT PRIMARY KEY, {named}) WITHOUT ROWID")
    connection.execute("CREATE INDEX note_of_session ON note (session)")
    connection.execute("BEGIN")
    upsert(connection, {cell(one): one.val for one in scene.changes()})
    connection.execute("COMMIT")
    connection.close()


def keep(connection: Any, document: bytes, changed: dict[str, Any]) -> None:
    """Keep a peer's document and its table, durably."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM document")
    connection.execute("INSERT INTO document VALUES (?)", (document,))
    upsert(connection, changed)
    connection.execute("COMMIT")


def upsert(connection: Any, changed: dict[str, Any]) -> None:
    """Write fields into the table, those of one record together, as ours does."""
    records: dict[str, dict[str, Any]] = {}
    for name, value in changed.items():
        record, _, field = name.partition("/")
        records.setdefault(record, {})[field] = value
    groups: dict[tuple[str, ...], list[list[Any]]] = {}
    for record, fields in records.items():
        named = tuple(sorted(fields))
        groups.setdefault(named, []).append([record, *(fields[name] for name in named)])
    for names, rows in groups.items():
        sets = ", ".join(f"{name} = excluded.{name}" for name in names)
        connection.executemany(UPSERT.format(names=", ".join(names), marks=", ?" * len(names), sets=sets), rows)


def _found(name: str) -> Any:
    """Give a peer if it is installed: the benchmark goes on without it."""
    try:
        return __import__(name)
    except ImportError:
        print(f"{name} is not installed and is left out")
        return None


PEERS: tuple[tuple[str, Callable[[Scene], bool], Callable[..., Took], str], ...] = (
    ("pycrdt, one flat map", pycrdt_prepared, pycrdt_run, "the other value, who wrote what, a readable file"),
    (
        "pycrdt, a map a record",
        pycrdt_nested_prepared,
        pycrdt_nested_run,
        "the other value, who wrote what, a readable file",
    ),
    ("loro, one flat map", loro_prepared, loro_run, "the other value in view, a readable file"),
)
"""Peers with what they give up: of two values of one field they show one, and their files are their own."""
