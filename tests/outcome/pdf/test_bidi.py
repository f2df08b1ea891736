"""The bidirectional algorithm against every official case of Unicode 15.0.0."""

import lzma
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.outcome.pdf.bidi import base_level, levels, line_levels, reset_trailing, resolve, visual_order
from hrdesk.outcome.pdf.characters import bidi_class

CASES = Path(__file__).parents[2] / "reference" / "unicode"


def lines_of(name: str) -> Iterator[str]:
    with lzma.open(CASES / name, "rt", encoding="utf-8") as lines:
        for line in lines:
            content = line.split("#")[0].strip()
            if content:
                yield content


def agrees(classes: list[str], text: str, base: int, wanted: list[str], order: list[int]) -> bool:
    """Say whether levels and order of a line are the official ones; removed characters ("x") do not count."""
    found = reset_trailing(classes, resolve(classes, text, base), base)
    kept = [at for at, level in enumerate(wanted) if level != "x"]
    if any(found[at] != int(wanted[at]) for at in kept):
        return False
    return [kept[at] for at in visual_order([found[at] for at in kept])] == order


EACH = 1 if os.environ.get("HRDESK_HISTORIES") else 4
"""Every how many of the official cases of classes are tried here; all of them in bench."""


def test_the_official_cases_of_classes():
    wanted: list[str] = []
    order: list[int] = []
    count = 0
    failed = []
    for line in lines_of("BidiTest.txt.xz"):
        if line.startswith("@Levels:"):
            wanted = line.removeprefix("@Levels:").split()
        elif line.startswith("@Reorder:"):
            order = [int(at) for at in line.removeprefix("@Reorder:").split()]
        else:
            listed, bits = line.split(";")
            directions = int(bits)
            count += directions.bit_count()
            if count % EACH:
                continue
            classes = listed.split()
            bases = {direction >> 2 for direction in (2, 4) if directions & direction}
            if directions & 1:
                bases.add(base_level(classes))  # a base direction found by P2 is then resolved like a given one
            failed += [
                (listed, base) for base in bases if not agrees(classes, "\0" * len(classes), base, wanted, order)
            ]
    assert count == 770_241
    assert not failed[:5]


def test_all_official_cases_of_characters():
    count = 0
    failed = []
    for line in lines_of("BidiCharacterTest.txt.xz"):
        codes, direction, base, wanted, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        classes = [bidi_class(character) for character in text]
        count += 1
        given_base = base_level(classes) if direction == "2" else int(direction)
        official_order = [int(at) for at in order.split()]
        if given_base != int(base) or not agrees(classes, text, given_base, wanted.split(), official_order):
            failed.append(line)
    assert count == 91_707
    assert not failed[:5]


@pytest.mark.parametrize("text", ["", "plain words, 12 (a)", "中文，2025年"])
def test_text_without_right_to_left_letters_is_one_level(text: str):
    assert levels(text, right_to_left=False) == [0] * len(text)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="aא1٣ (),\u202b\u202c\u2066\u2067\u2069\u0301", max_size=30), st.booleans())
def test_the_short_cut_for_plain_text_changes_nothing(text: str, right_to_left: bool):
    classes = [bidi_class(character) for character in text]
    assert levels(text, right_to_left) == resolve(classes, text, int(right_to_left))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 6), max_size=30))
def test_the_visual_order_keeps_every_part(parts: list[int]):
    assert sorted(visual_order(parts)) == list(range(len(parts)))


def test_trailing_blanks_of_a_line_take_the_base_level():
    text = "אב cd  "
    assert line_levels(text, levels(text, right_to_left=True), 0, len(text), 1)[-2:] == [1, 1]


def test_two_hundred_nested_embeddings_are_resolved():
    text = "\u202b" * 200 + "a" + "\u202c" * 200
    assert max(levels(text, right_to_left=True)) <= 126
