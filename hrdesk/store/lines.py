"""Many canonical lines at once, read as strictly as one, and three times as quickly."""

import contextlib
import gc
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store.change import LONGEST_LINE, Change, decode, fault


class BrokenLine(ValueError):
    """A line that is none; ``index`` says which of those given, counted from nought."""

    def __init__(self, index: int, reason: str) -> None:
        super().__init__(reason)
        self.index = index


@cache
def _decoder() -> msgspec.json.Decoder[list[Change]]:
    return msgspec.json.Decoder(list[Change])


_encoder = msgspec.json.Encoder(order="sorted")


@contextlib.contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for circles among thousands of small objects: there are none, and it takes a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def decode_listed(block: bytes) -> tuple[list[Change], list[bytes]] | None:
    """Read canonical lines with a comma after each but the last, and give the bare lines as well.

    As strict as ``decode`` is with each: nothing when one of the lines is none or any doubt is left.
    """
    with without_collecting(), contextlib.suppress(msgspec.DecodeError, ValueError, RecursionError):
        changes = _decoder().decode(b"[%b]" % block)
        written = _encoder.encode_lines(changes)
        lines = written[:-1].split(b"\n")
        # A line cannot hold a line feed and remain canonical, so that equal blocks are made of equal lines.
        is_same = written[:-1].replace(b"\n", b",\n") == block
        if changes and is_same and max(map(len, lines)) <= LONGEST_LINE and not fault(changes, written):
            return changes, lines
    return None


def check_lines(changes: Sequence[Change]) -> None:
    """Refuse to write changes whose lines no desk could read: fields that travel as one may be too long together."""
    if not changes:
        return
    try:
        written = _encoder.encode_lines(changes)[:-1]
        lines = written.split(b"\n")
        if max(map(len, lines)) > LONGEST_LINE:
            raise ValueError("the line is too long")
        _decoder().decode(b"[%b]" % b",".join(lines))
        if told := fault(changes, written):
            raise ValueError(told)
    except (msgspec.DecodeError, ValueError) as error:
        raise Refused(
            N_("No desk could read this again ({reason}). Nothing was changed; please divide the text."),
            reason=str(error),
        ) from None


def decode_each(lines: Sequence[bytes]) -> list[Change]:
    """Read lines one by one; BrokenLine says which is none."""
    return [_decoded(index, line) for index, line in enumerate(lines)]


def decode_again(block: bytes) -> list[Change]:
    """Read lines that ``decode_listed`` has read before, as a hash over them tells; ValueError when it has not."""
    with without_collecting():
        try:
            return _decoder().decode(b"[%b]" % block)
        except (msgspec.DecodeError, RecursionError) as error:
            raise ValueError(str(error)) from None


def _decoded(index: int, line: bytes) -> Change:
    try:
        return decode(line)
    except ValueError as error:
        raise BrokenLine(index, str(error)) from None
