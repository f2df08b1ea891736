"""Long work with a bar and a button that stops it."""

import threading

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.widgets.progress import Progress


def test_work_is_shown_told_and_answered(qtbot, workplace):
    progress = Progress(workplace)
    qtbot.addWidget(progress)
    go_on = threading.Event()
    answers: list[object] = []
    mistakes: list[object] = []

    def work(report):
        report(1, 3)
        go_on.wait(5)
        return "done"

    assert progress.run(lambda: "Merging", work, answers.append, mistakes.append)
    assert not progress.run(lambda: "Another", work, answers.append, mistakes.append)
    qtbot.waitUntil(lambda: progress._bar.maximum() == 3)
    assert progress._bar.value() == 1
    go_on.set()
    qtbot.waitUntil(lambda: answers == ["done"])
    assert not progress.is_busy


def test_stopping_is_a_wish_that_the_work_hears_at_its_next_safe_place(qtbot, workplace):
    progress = Progress(workplace)
    qtbot.addWidget(progress)
    answers: list[int] = []

    def work(report):
        steps = 0
        while report(steps, 1000) and steps < 1000:
            steps += 1
            threading.Event().wait(0.005)
        return steps

    progress.run(lambda: "Merging", work, answers.append, print)
    qtbot.waitUntil(lambda: progress._bar.value() > 2)
    progress.stop.click()
    qtbot.waitUntil(lambda: bool(answers))
    assert 2 < answers[0] < 1000


def test_what_goes_wrong_is_handed_on(qtbot, workplace):
    progress = Progress(workplace)
    qtbot.addWidget(progress)
    mistakes: list[object] = []

    def work(_report):
        raise OSError("no room")

    progress.run(lambda: "Writing", work, print, mistakes.append)
    qtbot.waitUntil(lambda: bool(mistakes))
    assert not progress.is_busy


@pytest.fixture
def beside_a_button(qtbot, workplace):
    """Give a strip and a button that is shut while the work goes on, in a window that has the keys."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    button, neighbour, other = QPushButton(window), QLineEdit(window), QLineEdit(window)
    progress = Progress(workplace, window)
    for part in (button, neighbour, other, progress):
        column.addWidget(part)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    go_on = threading.Event()
    progress.run(str, lambda _report: go_on.wait(5), lambda _done: button.setEnabled(True), print)
    button.setEnabled(False)
    yield button, other, progress, go_on
    go_on.set()
    qtbot.waitUntil(lambda: not progress.is_busy)


def test_a_button_that_was_shut_meanwhile_gets_the_keys_back(qtbot, beside_a_button):
    button, _other, progress, go_on = beside_a_button
    assert not button.hasFocus()
    go_on.set()
    qtbot.waitUntil(lambda: not progress.is_busy)
    assert button.hasFocus()


def test_who_went_elsewhere_meanwhile_stays_there(qtbot, beside_a_button):
    _button, other, progress, go_on = beside_a_button
    other.setFocus()
    go_on.set()
    qtbot.waitUntil(lambda: not progress.is_busy)
    assert other.hasFocus()
