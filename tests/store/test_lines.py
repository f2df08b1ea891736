"""Many lines at once: as strictly as one by one."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.store.change import LARGEST, LONGEST_LINE, Change, decode, encode
from hrdesk.store.lines import BrokenLine, check_lines, decode_again, decode_each, decode_listed
from tests.store.test_change import BROKEN, CHANGE, LINE, changes


@given(st.lists(changes, min_size=1, max_size=5))
def test_a_block_gives_the_changes_and_their_lines(held: list[Change]):
    lines = [encode(one) for one in held]
    assert decode_listed(b",\n".join(lines)) == (held, lines)
    assert decode_again(b",\n".join(lines)) == held


@pytest.mark.parametrize("broken", BROKEN.items(), ids=lambda told: told[0])
def test_one_line_that_is_none_spoils_the_block(broken: tuple[str, bytes]):
    assert decode_listed(broken[1]) is None
    assert decode_listed(b",\n".join([LINE, broken[1], LINE])) is None
    with pytest.raises(BrokenLine) as told:
        decode_each([LINE, broken[1], LINE])
    assert told.value.index == 1


@pytest.mark.parametrize("between", [b",", b"\n", b",\n\n", b", \n", b",\n,\n", b",\r\n", b"\n,"])
def test_lines_are_parted_in_one_way(between: bytes):
    assert decode_listed(LINE + between + LINE) is None


@settings(deadline=None)
@given(st.lists(changes, min_size=1, max_size=3), st.data())
def test_a_flipped_bit_is_found_wherever_decoding_line_by_line_finds_it(held: list[Change], data: st.DataObject):
    block = bytearray(b",\n".join(encode(one) for one in held))
    block[data.draw(st.integers(0, len(block) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    lines = bytes(block).split(b",\n")
    try:
        told = [decode(line) for line in lines]
    except ValueError:
        assert decode_listed(bytes(block)) is None
    else:
        assert decode_listed(bytes(block)) == (told, lines)


@settings(max_examples=30)
@given(st.lists(changes, max_size=5))
def test_what_can_be_read_again_may_be_written(held: list[Change]):
    check_lines(held)


@pytest.mark.parametrize(
    "broken",
    [{"lam": LARGEST + 1}, {"record": "No"}, {"val": "\x07"}, {"val": "\\" * (LONGEST_LINE // 2)}, {"seen": {"me": 1}}],
    ids=str,
)
def test_a_change_that_no_desk_could_read_is_not_written(broken: dict[str, object]):
    with pytest.raises(Refused, match="No desk could read this again"):
        check_lines((CHANGE, msgspec.structs.replace(CHANGE, **broken), CHANGE))
