"""The command line: the same work without a window. People script it, so its words and its JSON are stable."""

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from hrdesk.cli import actions, exchanging, keeping, searching, sticks, trusting, unlocking
from hrdesk.errors import Refused, sentence_of
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _, system_language, use
from hrdesk.language.isolation import visible

DONE, REFUSED, USAGE = 0, 1, 2

STEERING = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What would steer a terminal or turn text around; in JSON its number stands for the same character."""

OPENING_A_DESK = ("new", "show", "do", "outcome", "verify")
"""Commands that open a desk, and so take the passphrase of one that is encrypted."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; what is refused is one sentence on standard error and changes nothing."""
    use(system_language())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file's name need not be text that the terminal can show
            stream.reconfigure(errors="backslashreplace")
    parser = make_parser()
    try:
        chosen = parser.parse_args(arguments)
        result = chosen.action(chosen)
    except SystemExit as leaving:  # argparse's way to say that the command was written wrongly, or to have helped
        return DONE if leaving.code in (0, None) else USAGE
    except Refused as refusal:
        return _refuse(sentence_of(refusal, _))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _refuse(_("Stopped. What was not finished was not changed."))
    if isinstance(result, str):
        print(result)
    elif result is not None:
        print(STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(result, ensure_ascii=False, indent=2)))
    return DONE


def make_parser() -> argparse.ArgumentParser:
    """Build the parser; every command names the function that carries it out."""
    parser = argparse.ArgumentParser(
        prog="hrdesk", description=_("Consultations, offline. Without a command: the window.")
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    new = commands.add_parser("new", help=_("make a desk file from a concept note or a starter bundle"))
    new.add_argument("desk", type=Path)
    new.add_argument("--from", dest="source", type=Path, required=True, metavar="NOTE|BUNDLE")
    new.add_argument("--json", action="store_true")
    new.set_defaults(action=actions.new)

    show = commands.add_parser("show", help=_("show what a desk holds"))
    show.add_argument("desk", type=Path)
    show.add_argument("kind", nargs="?")
    show.add_argument("--json", action="store_true")
    show.set_defaults(action=actions.show)

    do = commands.add_parser("do", help=_("run any command that the window can run"))
    do.add_argument("desk", type=Path, nargs="?")
    do.add_argument("command", nargs="?")
    do.add_argument("arguments", nargs="?", default="{}", metavar="JSON|-")
    do.add_argument("--list", action="store_true", help=_("name all commands with their arguments"))
    do.set_defaults(action=actions.do, usage_error=do.error)

    outcome = commands.add_parser("outcome", help=_("write the outcome document as PDF"))
    outcome.add_argument("desk", type=Path)
    outcome.add_argument("--language", choices=LANGUAGES, required=True)
    outcome.add_argument("--output", type=Path, required=True, metavar="FILE")
    outcome.add_argument("--json", action="store_true")
    outcome.set_defaults(action=actions.outcome)

    exchanging.add_commands(commands)
    searching.add_commands(commands)
    sticks.add_commands(commands)
    trusting.add_commands(commands)

    verify = commands.add_parser("verify", help=_("check a desk file or a bundle"))
    verify.add_argument("file", type=Path)
    verify.add_argument("--repair", action="store_true", help=_("repair a desk; what was there is kept as a backup"))
    verify.add_argument("--json", action="store_true")
    verify.set_defaults(action=actions.verify)

    for name in OPENING_A_DESK:
        unlocking.take_passphrase(commands.choices[name])
    for name in ("new", "verify"):
        exchanging.take_bundle_passphrase(commands.choices[name])
    keeping.add_commands(commands)

    demo = commands.add_parser("demo", help=_("do the whole main job on the sample consultation"))
    demo.add_argument("folder", type=Path)
    demo.set_defaults(action=actions.demo)

    self_test = commands.add_parser("self-test", help=_("check that this program is whole"))
    self_test.set_defaults(action=actions.self_test)
    return parser


def _refuse(sentence: str) -> int:
    # A file's name may hold a line end or what steers a terminal; the sentence stays one.
    one_line = sentence.replace("\n", "\\n")
    print("".join(visible(sign) if ord(sign) < 0xA0 else sign for sign in one_line), file=sys.stderr)
    return REFUSED
