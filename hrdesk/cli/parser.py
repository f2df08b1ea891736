"""The words of the command line: every command with its arguments. What they do is loaded when one is asked for."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.note import NOTE_KINDS, SOURCE_KINDS
from hrdesk.records.recommendation import TAG_SCHEMES

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[ArgumentParser]


def make_parser() -> ArgumentParser:
    """Build the parser; the name of the command asked for is in ``asked``."""
    parser = ArgumentParser(prog="hrdesk", description=_("Consultations, offline. Without a command: the window."))
    commands = parser.add_subparsers(dest="asked", metavar="COMMAND", required=True)
    _add_work(commands)
    _add_reports(commands)
    _add_papers(commands)
    _add_exchange(commands)
    _add_tools(commands)
    _add_search(commands)
    _add_material(commands)
    _add_sticks(commands)
    _add_trust(commands)
    verify = _add(commands, "verify", _("check a desk file or a bundle"), "file")
    verify.add_argument("--repair", action="store_true", help=_("repair a desk; what was there is kept as a backup"))
    _take_bundle_passphrase(verify)
    _add_keeping(commands)
    demo = commands.add_parser("demo", help=_("do the whole main job on the sample consultation"))
    demo.add_argument("folder", type=Path)
    commands.add_parser("self-test", help=_("check that this program is whole"))
    return parser


def _add_work(commands: Commands) -> None:
    new = _add(commands, "new", _("make a desk file from a concept note or a starter bundle"))
    new.add_argument("--from", dest="source", type=Path, required=True, metavar="NOTE|BUNDLE")
    _take_bundle_passphrase(new)

    _add(commands, "show", _("show what a desk holds")).add_argument("kind", nargs="?")

    do = commands.add_parser("do", help=_("run any command that the window can run"))
    do.add_argument("desk", type=Path, nargs="?")
    do.add_argument("command", nargs="?")
    do.add_argument("arguments", nargs="?", default="{}", metavar="JSON|-")
    do.add_argument("--list", action="store_true", help=_("name all commands with their arguments"))
    _take_passphrase(do)
    do.set_defaults(usage_error=do.error)

    outcome = _add(commands, "outcome", _("write the outcome document as PDF"))
    outcome.add_argument("--language", choices=LANGUAGES, required=True)
    outcome.add_argument("--output", type=Path, required=True, metavar="FILE")


def _add_reports(commands: Commands) -> None:
    table = _add(commands, "floor-table", _("write how the floor of a session was shared as a table (CSV)"))
    report = _add(commands, "session-report", _("write the report on a session as PDF"))
    for parser in (table, report):
        parser.add_argument("session", metavar="SESSION")
    table.add_argument("output", type=Path, metavar="OUT.csv")
    told = _("for the desk's own eyes: with the names of the desk, and of a confidential session too")
    table.add_argument("--for-desk", action="store_true", help=told)
    table.add_argument("--language", choices=LANGUAGES, help=_("of the words in it; without it, that of the system"))
    report.add_argument("language", choices=LANGUAGES, metavar="LANGUAGE")
    report.add_argument("output", type=Path, metavar="OUT.pdf")


def _add_papers(commands: Commands) -> None:
    told = _("write a paper of the rapporteur: by guiding question, the draft for negotiation, the report at the end")
    paper = _add(commands, "paper", told)
    paper.add_argument("kind", choices=("questions", "draft", "report"), metavar="questions|draft|report")
    paper.add_argument("language", choices=LANGUAGES, metavar="LANGUAGE")
    paper.add_argument("output", type=Path, metavar="OUT.pdf|OUT.txt|OUT.docx")
    paper.add_argument("--session", metavar="ID", help=_("of questions: only of this session"))
    paper.add_argument("--name", help=_("of the draft: the name of this version, instead of Rev. and a number"))

    back = _add(commands, "returned", _("say what a draft proposes that came back in Word, and take it in"))
    back.add_argument("file", type=Path, metavar="FILE.docx")
    told = _("take in the proposal of this number, or “all”; may be given several times")
    back.add_argument("--take", action="append", metavar="NUMBER", help=told)


def _add_exchange(commands: Commands) -> None:
    given = _add(commands, "bundle", _("write a bundle for other desks"))
    where = given.add_mutually_exclusive_group(required=True)
    where.add_argument("--output", type=Path, metavar="FILE")
    where.add_argument(
        "--preview", action="store_true", help=_("write nothing: say what would go, what would stay, and why")
    )
    given.add_argument("--consultation", metavar="ID", help=_("only this consultation"))
    given.add_argument("--session", metavar="ID", help=_("only this session"))
    given.add_argument("--sensitivity", choices=SENSITIVITY, help=_("the strictest class that may go"))
    given.add_argument("--include-confidential", action="store_true", help=_("the same as --sensitivity confidential"))
    given.add_argument(
        "--mode", choices=("history", "heads"), default="history", help=_("with earlier wordings, or without")
    )
    given.add_argument(
        "--let-go",
        action="append",
        default=[],
        metavar="ID",
        help=_("let a record go although the name of a protected person stands in it; may be given several times"),
    )
    wrapped = given.add_mutually_exclusive_group()
    wrapped.add_argument(
        "--for",
        dest="recipients",
        action="append",
        default=[],
        metavar="RECIPIENT",
        help=_("encrypt for an address (age1…) or the name of a seat; may be given several times"),
    )
    _take_bundle_passphrase(wrapped)
    wrapped.add_argument("--plain", action="store_true", help=_("do not encrypt, although the staff's key is known"))
    given.add_argument("--have", type=Path, metavar="FILE", help=_("leave out what the other desk has"))

    has = _add(commands, "have", _("write what a desk has, so that a bundle for it can be small"))
    has.add_argument("--output", type=Path, required=True, metavar="FILE")

    taken = _add(commands, "merge", _("take bundles of other desks in"))
    taken.add_argument("bundles", type=Path, nargs="+", metavar="BUNDLE")
    taken.add_argument(
        "--keep-out",
        action="append",
        default=[],
        metavar="DEVICE",
        help=_("take nothing in that this device wrote, now or later; may be given several times"),
    )
    taken.add_argument("--known-only", action="store_true", help=_("take nothing in from devices unknown here"))
    taken.add_argument("--preview", action="store_true", help=_("only say what would come in"))
    taken.add_argument(
        "--accept-withdrawals",
        action="store_true",
        help=_("let withdrawals in although their authors are unknown here"),
    )
    taken.add_argument("--sealed-only", action="store_true", help=_("leave out what its author did not seal"))
    _take_bundle_passphrase(taken)

    _add(commands, "conflicts", _("list what two desks wrote differently"))


def _add_tools(commands: Commands) -> None:
    given = _add(commands, "export", _("write tags, notes or recommendations for another program"))
    told = _("what it ends in says what is written: .qdc tags, .qdpx notes, .xlsx or .csv recommendations")
    given.add_argument("output", type=Path, metavar="OUT", help=told)
    told = _("the strictest class that may leave")
    given.add_argument("--sensitivity", choices=SENSITIVITY[:2], default=SENSITIVITY[1], help=told)
    given.add_argument("--language", choices=LANGUAGES, help=_("of the words in it; without it, that of the system"))

    taken = _add(commands, "import", _("take tags, coded notes or recommendations of another program in"))
    taken.add_argument("source", type=Path, metavar="FILE")
    taken.add_argument("--preview", action="store_true", help=_("only say what would come in"))
    taken.add_argument("--session", metavar="ID", help=_("where coded notes go"))
    told = _("of new notes and recommendations")
    taken.add_argument("--sensitivity", choices=SENSITIVITY, default=SENSITIVITY[-1], help=told)
    taken.add_argument("--language", choices=LANGUAGES, help=_("of new notes"))
    taken.add_argument("--scheme", choices=TAG_SCHEMES, default="free", help=_("of new tags"))
    taken.add_argument("--reason", metavar="TEXT", help=_("why something may be less strict from now on"))


def _add_search(commands: Commands) -> None:
    search = _add(commands, "search", _("find records by their words, in six languages"))
    search.add_argument("words", nargs="+", metavar="WORDS")
    search.add_argument("--kind", action="append", help=_("only records of this kind; may be given several times"))
    search.add_argument(
        "--audience",
        choices=SENSITIVITY,
        default=SENSITIVITY[-1],
        help=_("only what may be shown to others: public, or public and restricted"),
    )
    search.add_argument("--limit", type=int, metavar="NUMBER")
    search.add_argument("--session", metavar="ID|TITLE", help=_("only of this session"))
    search.add_argument("--speaker", metavar="ID|NAME", help=_("only what this person or delegation said"))
    search.add_argument("--note-kind", choices=NOTE_KINDS, metavar="KIND", help=_("only notes of this kind"))
    search.add_argument("--sensitivity", choices=SENSITIVITY, help=_("only what is of this class"))
    search.add_argument("--tag", metavar="ID|NAME", help=_("only what bears this tag"))
    told = _("a day or a time at the venue: 2012-12-12 or 2012-12-12T09:30")
    search.add_argument("--since", metavar="TIME", help=told)
    search.add_argument("--until", metavar="TIME", help=told)


def _add_material(commands: Commands) -> None:
    taken = _add(commands, "take-material", _("take notes in from a text, a chat log or a transcript"))
    taken.add_argument("file", type=Path, metavar="FILE")
    taken.add_argument("session", metavar="SESSION")
    taken.add_argument("--kind", choices=SOURCE_KINDS, help=_("what it is; without it, what it looks like"))
    taken.add_argument("--sensitivity", choices=SENSITIVITY, help=_("its class; without it, confidential"))
    taken.add_argument("--language", choices=LANGUAGES, help=_("its language; without it, what it looks like"))
    taken.add_argument("--title", help=_("stands with each note; the name of the file is not kept"))
    taken.add_argument("--again", action="store_true", help=_("take the same file in once more"))
    taken.add_argument("--preview", action="store_true", help=_("write nothing: say what was understood"))


def _add_sticks(commands: Commands) -> None:
    swapped = _add(commands, "swap", _("take in what others left on a stick and write what is here onto it"))
    swapped.add_argument("folder", type=Path)
    swapped.add_argument("--keep-out", action="append", default=[], metavar="DEVICE", help=_("see merge"))
    swapped.add_argument("--accept-withdrawals", action="store_true", help=_("see merge"))

    left = _add(commands, "leave", _("destroy a desk of which staff's desk confirms that it has everything"))
    told = _("what staff's desk has, signed by it (see have)")
    left.add_argument("--receipt", type=Path, required=True, metavar="FILE", help=told)
    left.add_argument("--check", action="store_true", help=_("only say what is missing there"))


def _add_trust(commands: Commands) -> None:
    told = _("show who wrote into a desk and how far each is trusted, or decide about one of them")
    trust = _add(commands, "trust", told)
    trust.add_argument("device", nargs="?", metavar="DEVICE")
    decided = trust.add_mutually_exclusive_group()
    decided.add_argument("--words", metavar="WORDS", help=_("the six words its owner read out: they were compared"))
    decided.add_argument("--keep-out", action="store_true", help=_("take nothing more in that this device wrote"))
    decided.add_argument("--let-in", action="store_true", help=_("let it in again"))
    decided.add_argument("--revoke", action="store_true", help=_("take nothing in after a number (see --after)"))
    trust.add_argument("--after", type=int, metavar="N", help=_("the last number that still counts"))


def _add_keeping(commands: Commands) -> None:
    encrypted = _add(commands, "encrypt", _("encrypt a desk with a passphrase and print its paper key"))
    changed = _add(commands, "passphrase", _("give an encrypted desk a new passphrase and paper key"))
    changed.add_argument("--new-passphrase-file", required=True, metavar="FILE|-")
    _add(commands, "decrypt", _("make an encrypted desk readable for everybody"))
    _add(commands, "backup", _("make a backup of a desk"))
    _add(commands, "backups", _("list the backups of a desk"))
    back = _add(commands, "restore", _("go back to a backup; what the desk holds now becomes a backup first"))
    back.add_argument("backup", help=_("a backup's file or name, or “newest”"))
    lost = _add(commands, "recover", _("as staff: print the paper key that another desk sealed for staff"))
    lost.add_argument("--seat", metavar="NAME", help=_("only of this seat"))
    for sealing in (encrypted, changed):
        sealing.add_argument("--let-staff-recover", action="store_true", help=_("seal the key for staff, too"))


def _add(commands: Commands, name: str, told: str, file: str = "desk") -> ArgumentParser:
    """Add a command about one desk: it takes the file, its passphrase, and whether the answer is to be JSON."""
    parser = commands.add_parser(name, help=told)
    parser.add_argument(file, type=Path)
    parser.add_argument("--json", action="store_true")
    _take_passphrase(parser)
    parser.set_defaults(usage_error=parser.error)
    return parser


def _take_passphrase(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE|-",
        help=_("the passphrase or paper key of an encrypted desk, from a file or standard input"),
    )


def _take_bundle_passphrase(parser: argparse._ActionsContainer) -> None:
    parser.add_argument(
        "--bundle-passphrase-file",
        metavar="FILE|-",
        help=_("the passphrase of an encrypted bundle, from a file or standard input"),
    )
