"""What the everyday commands do; each gives plain data for JSON, or words for a person.

Each loads what it alone needs: a script's hundred commands should not wait for bundles and pages they never see.
"""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hrdesk.cli import words
from hrdesk.cli.answers import Action, answer, written
from hrdesk.cli.unlocking import key_of, only_one_from_standard_input, passphrase, profile, reading, writing
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import KINDS
from hrdesk.store.file_check import HEADER


def new(chosen: Namespace) -> Any:
    """Make a desk from a note or a bundle: save what was understood, print what was not."""
    from hrdesk.desk import Desk, system_clock
    from hrdesk.exchange.bundle import is_bundle

    if is_bundle(chosen.source):
        from hrdesk.cli.exchanging import bundle_opener
        from hrdesk.exchange.bundle import read_bundle
        from hrdesk.exchange.merging import join

        read = read_bundle(chosen.source, opener=bundle_opener(chosen))
        join(read, chosen.desk, profile(), system_clock, key=_new_key(chosen)).close()
        told = answer("new", desk=str(chosen.desk), source="bundle", leftover=[])
        return told if chosen.json else words.new(told)
    from hrdesk.agenda.concept_note import read_concept_note
    from hrdesk.files.document import read_document
    from hrdesk.work import COMMANDS

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
    told = answer("new", desk=str(chosen.desk), source="concept note", **made, leftover=leftover)
    return told if chosen.json else words.new(told)


def show(chosen: Namespace) -> Any:
    """Show the records of a desk, of all kinds or of one."""
    nouns = list(KINDS.values())
    if chosen.kind:
        from hrdesk.store.fitting import noun_of

        nouns = [noun_of(chosen.kind)]
    with reading(chosen) as reader:
        records = {noun.kind: [{"id": one.id, **one.values()} for one in reader.every(noun)] for noun in nouns}
    if not chosen.json:
        return words.show(records)
    if chosen.kind:
        return answer("show", kind=chosen.kind, records=records[chosen.kind])
    return answer("show", records={kind: held for kind, held in records.items() if held})


def do(chosen: Namespace) -> Any:
    """Run a command by name with arguments as JSON, or list them all."""
    from hrdesk.work import COMMANDS

    if chosen.list:
        return answer(
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
    from hrdesk.outcome.export import export_pdf

    with reading(chosen) as reader:
        exported = export_pdf(reader, chosen.language, chosen.output)
    told = written("outcome", exported)
    return told if chosen.json else words.outcome(told)


def verify(chosen: Namespace) -> Any:
    """Check a desk file or a bundle; a fault is a refusal."""
    if not _begins_as_a_desk(chosen.file):
        from hrdesk.exchange.bundle import is_bundle

        if is_bundle(chosen.file):
            from hrdesk.cli.exchanging import verify_bundle

            return verify_bundle(chosen)
    if chosen.repair:
        from hrdesk.cli.keeping import mend

        return mend(chosen)
    from hrdesk.store.verification import verify as verify_desk

    found = verify_desk(chosen.file, key_of(chosen, chosen.file))
    told = answer("verify", file=str(chosen.file), file_kind="desk", **{**asdict(found), "faults": list(found.faults)})
    if found.faults:
        raise Refused(
            N_("{path} is not sound ({faults}). It was not touched; please keep it and restore a backup or a bundle."),
            path=str(chosen.file),
            faults="; ".join(found.faults[:3]),
        )
    return told if chosen.json else words.verify(told)


def demo(chosen: Namespace) -> Any:
    """Do the whole main job on the sample, without a window."""
    from hrdesk.cli.demo import run_demo

    return words.demo(run_demo(chosen.folder, print))


def self_test(chosen: Namespace) -> Any:
    """Check that this program is whole: fonts, catalogs, a desk, a bundle, a page in Arabic."""
    from hrdesk.cli.self_test import run_self_test

    del chosen
    return run_self_test()


def _begins_as_a_desk(path: Path) -> bool:
    """Tell a plain desk file by its first bytes; an encrypted one begins like nothing at all."""
    try:
        with path.open("rb") as file:
            return file.read(len(HEADER)) == HEADER
    except OSError:
        return False


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


ACTIONS: dict[str, Action] = {
    "new": new,
    "show": show,
    "do": do,
    "outcome": outcome,
    "verify": verify,
    "demo": demo,
    "self-test": self_test,
}
