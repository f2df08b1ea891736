"""The command line: the same work without a window. People script it, so its words and its JSON are stable."""

import io
import json
import os
import re
import sys
from collections.abc import Sequence
from typing import Any

from hrdesk.cli.answers import Action
from hrdesk.cli.parser import make_parser
from hrdesk.errors import Refused, sentence_of
from hrdesk.language.interface import _, system_language, use
from hrdesk.language.isolation import visible

DONE, REFUSED, USAGE = 0, 1, 2

STEERING = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What would steer a terminal or turn text around; in JSON its number stands for the same character."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; what is refused is one sentence on standard error and changes nothing."""
    use(system_language())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file's name need not be text that the terminal can show
            stream.reconfigure(errors="backslashreplace")
    try:
        chosen = make_parser().parse_args(arguments)
        _print(action_of(chosen.asked)(chosen))
    except SystemExit as leaving:  # argparse's way to say that the command was written wrongly, or to have helped
        return DONE if leaving.code in (0, None) else USAGE
    except Refused as refusal:
        return _refuse(sentence_of(refusal, _))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _refuse(_("Stopped. What was not finished was not changed."))
    return DONE


def action_of(command: str) -> Action:
    """Load what carries a command out, and nothing else: all of it together costs twice what a small command does."""
    match command:
        case "new" | "show" | "do" | "outcome" | "verify" | "demo" | "self-test":
            from hrdesk.cli.actions import ACTIONS
        case "bundle" | "have" | "merge" | "conflicts":
            from hrdesk.cli.exchanging import ACTIONS
        case "floor-table" | "session-report":
            from hrdesk.cli.reporting import ACTIONS
        case "paper":
            from hrdesk.cli.papers import ACTIONS
        case "returned":
            from hrdesk.cli.returning import ACTIONS
        case "search":
            from hrdesk.cli.searching import ACTIONS
        case "swap" | "leave":
            from hrdesk.cli.sticks import ACTIONS
        case "export" | "import":
            from hrdesk.cli.tools import ACTIONS
        case "take-material":
            from hrdesk.cli.taking_in import ACTIONS
        case "trust":
            from hrdesk.cli.trusting import ACTIONS
        case _:
            from hrdesk.cli.keeping import ACTIONS
    return ACTIONS[command]


def _print(result: Any) -> None:
    """Print words as they are and data as JSON, at once: whoever listens may have gone away."""
    if isinstance(result, str):
        print(result, flush=True)
    elif result is not None:
        told = json.dumps(result, ensure_ascii=False, indent=2)
        print(STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", told), flush=True)


def _refuse(sentence: str) -> int:
    # A file's name may hold a line end or what steers a terminal; the sentence stays one.
    one_line = sentence.replace("\n", "\\n")
    print("".join(visible(sign) if ord(sign) < 0xA0 else sign for sign in one_line), file=sys.stderr)
    return REFUSED
