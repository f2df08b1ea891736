"""Setting a long document without holding up the window.

Python's collector of circles stops every thread while it walks over all that is alive: a tenth to a fifth of a second
once a document of 40 pages is half set. Nothing in a document is a circle, so nothing is lost while it rests.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let the collector rest; where two documents overlap it may begin again with the first that is done."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
