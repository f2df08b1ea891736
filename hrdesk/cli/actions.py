"""What each command of the command line does; each gives plain data for JSON, or words for a person."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from hrdesk.cli import words
from hrdesk.cli.exchanging import bundle_opener, verify_bundle
from hrdesk.cli.unlocking import key_of, only_one_from_standard_input, passphrase, profile, reading, writing
from hrdesk.desk import Desk, system_clock
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import is_bundle, read_bundle
from hrdesk.exchange.merging import join
from hrdesk.language import N_
from hrdesk.outcome.export import export_pdf
from hrdesk.records import KINDS
from hrdesk.store.pen import noun_of
from hrdesk.store.verification import verify as verify_desk
from hrdesk.work import COMMANDS

VERSION = 1
"""The version of every JSON answer; a field may be added without raising it, none is renamed or dropped."""


def new(chosen: Namespace) -> Any:
    """Make a desk from a note or a bundle: save what was understood, print what was not."""
    if is_bundle(chosen.source):
        read = read_bundle(chosen.source, opener=bundle_opener(chosen))
        join(read, chosen.desk, profile(), system_clock, key=_new_key(chosen)).close()
        told = _told("new", desk=str(chosen.desk), source="bundle", leftover=[])
        return told if chosen.json else words.new(told)
    from hrdesk.agenda.concept_note import read_concept_note
    from hrdesk.files.document import read_document

    note = read_concept_note(read_document(chosen.source))
    desk = Desk.create(chosen.desk, profile(), system_clock, _new_key(chosen))
    try:
        found = [{"key": one.key, "kind": one.kind, "values": dict(one.values)} for one in note.found]
        made = desk.run(COMMANDS["take-concept-note"], found=found)
        desk.close()
    except BaseException:
        desk.close()
        chosen.desk.unlink(missing_ok=True)
        raise
    leftover = [{"line": line.number, "text": line.text} for line in note.leftover]
    told = _told("new", desk=str(chosen.desk), source="concept note", **made, leftover=leftover)
    return told if chosen.json else words.new(told)


def show(chosen: Namespace) -> Any:
    """Show the records of a desk, of all kinds or of one."""
    nouns = [noun_of(chosen.kind)] if chosen.kind else list(KINDS.values())
    with reading(chosen) as reader:
        records = {noun.kind: [{"id": one.id, **one.values()} for one in reader.every(noun)] for noun in nouns}
    if not chosen.json:
        return words.show(records)
    if chosen.kind:
        return _told("show", kind=chosen.kind, records=records[chosen.kind])
    return _told("show", records={kind: held for kind, held in records.items() if held})


def do(chosen: Namespace) -> Any:
    """Run a command by name with arguments as JSON, or list them all."""
    if chosen.list:
        return _told(
            "commands",
            commands=[
                {
                    "name": command.name,
                    "does": (command.do.__doc__ or "").strip().splitlines()[0],
                    "arguments": [asdict(argument) for argument in command.arguments()],
                }
                for command in COMMANDS.values()
            ]
            + [{"name": name, "does": does, "arguments": []} for name, does in words.HISTORY.items()],
        )
    if chosen.desk is None or chosen.command is None:
        chosen.usage_error("DESK and COMMAND are needed, or --list")
    only_one_from_standard_input(chosen)
    arguments = _arguments(chosen.arguments)
    if chosen.command not in COMMANDS and chosen.command not in words.HISTORY:
        raise Refused(
            N_("There is no command “{name}”. Nothing was changed; “hrdesk do --list” names them all."),
            name=chosen.command,
        )
    with writing(chosen) as desk:
        if chosen.command == "undo":
            return {"undone": desk.undo()}
        if chosen.command == "redo":
            return {"redone": desk.redo()}
        return desk.run(COMMANDS[chosen.command], **arguments)


def outcome(chosen: Namespace) -> Any:
    """Write the outcome document in one language."""
    with reading(chosen) as reader:
        exported = export_pdf(reader, chosen.language, chosen.output)
    told = _told(
        "outcome",
        file=str(exported.path),
        language=exported.language,
        pages=exported.pages,
        report=asdict(exported.report),
        missing_characters=exported.missing,
    )
    return told if chosen.json else words.outcome(told)


def verify(chosen: Namespace) -> Any:
    """Check a desk file or a bundle; a fault is a refusal."""
    if is_bundle(chosen.file):
        return verify_bundle(chosen)
    if chosen.repair:
        from hrdesk.cli.keeping import mend

        return mend(chosen)
    found = verify_desk(chosen.file, key_of(chosen, chosen.file))
    told = _told("verify", file=str(chosen.file), file_kind="desk", **{**asdict(found), "faults": list(found.faults)})
    if found.faults:
        raise Refused(
            N_("{path} is not sound ({faults}). It was not touched; please keep it and restore a backup or a bundle."),
            path=str(chosen.file),
            faults="; ".join(found.faults[:3]),
        )
    return told if chosen.json else words.verify(told)


def demo(chosen: Namespace) -> Any:
    """Do the whole main job on the sample, without a window."""
    from hrdesk.cli.demo import run_demo  # it reads concept notes, which a script's hundred commands need not load

    return words.demo(run_demo(chosen.folder, print))


def self_test(chosen: Namespace) -> Any:
    """Check that this program is whole: fonts, catalogs, a desk, a bundle, a page in Arabic."""
    from hrdesk.cli.self_test import run_self_test

    del chosen
    return run_self_test()


def _new_key(chosen: Namespace) -> Any:
    """Give the key for a desk that is to be made, if a passphrase was given."""
    told = passphrase(chosen)
    if told is None:
        return None
    from hrdesk.store.encryption import new_key

    return new_key(told)


def _arguments(told: str) -> dict[str, Any]:
    try:
        read = json.loads((sys.stdin.read() if told == "-" else told) or "{}")
        json.dumps(read, ensure_ascii=False).encode()  # half a surrogate pair is no text that any desk could keep
    except (ValueError, RecursionError) as error:
        raise Refused(N_("The arguments are not JSON ({reason}). Nothing was changed."), reason=str(error)) from None
    if not isinstance(read, dict):
        raise Refused(N_("The arguments are a JSON object, with a name for each. Nothing was changed."))
    return read


def _told(what: str, **fields: Any) -> dict[str, Any]:
    return {"format": f"hrdesk-{what}", "version": VERSION, **fields}
