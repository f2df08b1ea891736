"""What went wrong, in the language of the window: a refusal as its sentence, anything else as a report of our own.

The report names places in the program and nothing of a desk: messages of exceptions are left out, because they may
quote what somebody wrote.
"""

import platform
import sys
import traceback

from hrdesk import errors
from hrdesk.errors import Refused
from hrdesk.language.interface import _


def sentence_of(refusal: Refused) -> str:
    """Give the sentence of a refusal in the language of the window."""
    return errors.sentence_of(refusal, _)


def report_of(error: BaseException) -> str:
    """Give a report of a mistake of ours that can be sent to anybody: versions, kinds of errors, places in code."""
    lines = [
        f"hrdesk, Python {platform.python_version()}, {platform.platform()}",
        f"Qt {sys.modules['PySide6'].__version__}" if "PySide6" in sys.modules else "no Qt",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def _place(filename: str) -> str:
    """Leave out where on this machine the program lies: the folder may bear a person's name."""
    parts = filename.replace("\\", "/").split("/")
    start = next((at for at in range(len(parts) - 1, -1, -1) if parts[at] in ("hrdesk", "site-packages")), -1)
    return "/".join(parts[start:]) if start >= 0 else parts[-1]
