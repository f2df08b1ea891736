"""The rows of a queue: what changed changes, what is chosen stays chosen, nothing is read anew."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from hrdesk.desktop.floor.line_model import CUT, NAME, RECORD, LineModel
from hrdesk.floor.picture import Line, Reason, Speaker
from hrdesk.records import FloorRequest

NAMES = "ABCDEFGH"


def line(name: str, place: int = 1, **fields: Any) -> Line:
    request = FloorRequest(id=name, speaker_class="state", state="inscribed")
    return replace(Line(Speaker(request, f"Delegation {name}"), place, seconds=120), **fields)


def shown(model: LineModel) -> list[str]:
    return [model.index(row).data(RECORD) for row in range(model.rowCount())]


@pytest.fixture
def model(qapp) -> LineModel:
    made = LineModel(lambda request: f"Delegation {request}")
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


@given(steps=st.lists(st.lists(st.sampled_from(NAMES), unique=True), max_size=6))
def test_any_list_follows_any_other_and_who_is_held_stays_held(steps):
    model = LineModel(lambda request: request)
    for step in steps:
        held = {one: QPersistentModelIndex(model.index(row)) for row, one in enumerate(shown(model))}
        model.show_lines([line(one, place) for place, one in enumerate(step, 1)])
        assert shown(model) == step
        assert all(index.data(RECORD) == one for one, index in held.items() if one in step)
        assert not any(index.isValid() for one, index in held.items() if one not in step)


def test_one_line_that_changed_is_one_row_that_changed(model):
    lines = [line(one, place) for place, one in enumerate(NAMES, 1)]
    model.show_lines(lines)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last, _roles: changed.extend(range(first.row(), last.row() + 1)))
    model.modelReset.connect(lambda: changed.append(-1))
    model.layoutChanged.connect(lambda *_told: changed.append(-2))
    model.show_lines([*lines[:3], replace(lines[3], is_proposed=True), *lines[4:]])
    assert changed == [3]
    model.show_lines(model.lines)
    assert changed == [3]


def test_lines_that_changed_side_by_side_are_told_at_once(model):
    lines = [line(one, place) for place, one in enumerate(NAMES, 1)]
    model.show_lines(lines)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    model.show_lines([replace(one, place=9) if row in (0, 2, 3, 4, 7) else one for row, one in enumerate(lines)])
    assert told == [(0, 0), (2, 4), (7, 7)]


def test_the_time_ends_over_the_first_who_does_not_fit(model):
    lines = [line(one, place, fits=place < 4) for place, one in enumerate(NAMES, 1)]
    model.show_lines(lines, (3, 8))
    assert [row for row in range(8) if model.index(row).data(CUT)] == [3]
    assert model.index(3).data(CUT) == "The time ends here: 3 of 8 fit"
    model.show_lines([replace(one, fits=True) for one in lines], (8, 8))
    assert not any(model.index(row).data(CUT) for row in range(8))


def test_reasons_stand_under_the_name_in_words(model):
    reasons = (Reason("swap", "B"), Reason("lot", "3"))
    dignitary = replace(line("A"), reasons=(Reason("class", "dignitary"), *reasons))
    model.show_lines([dignitary, line("B", 2)])
    under = model.index(0).data(NAME + 1)
    assert under == "first: dignitary  ·  exchanged places with Delegation B  ·  drawn by lot: 3"
    assert model.index(0).data(Qt.ItemDataRole.DisplayRole).startswith("1, Delegation A, first: dignitary")


def test_whoever_has_no_name_that_may_be_told_stands_there_by_class(model):
    speaker = replace(line("A").speaker, name="")
    model.show_lines([replace(line("A"), speaker=speaker)])
    assert model.index(0).data(NAME) == "State"
