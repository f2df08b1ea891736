"""Long work with a bar and a button that stops it."""

import threading

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
