"""Circles go away in the window's thread, and in no other."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from hrdesk.desktop.shell import collector
from hrdesk.desktop.shell.collector import Collector


class Circle:
    """Something that only the collector takes away; it says in which thread."""

    def __init__(self, gone: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: gone.append(threading.get_ident()))


@pytest.fixture
def made(qapp, monkeypatch):
    monkeypatch.setattr(collector, "EVERY_MS", 10)
    was_on = gc.isenabled()
    owner = QObject()
    yield Collector(owner)
    owner.deleteLater()
    gc.unfreeze()
    if was_on:
        gc.enable()


def fill() -> None:
    """Make more than the youngest generation holds."""
    for _number in range(3000):
        one: list[object] = []
        one.append(one)


def test_what_another_thread_makes_is_collected_in_this_one(qtbot, made):
    gone: list[int] = []
    Circle(gone)
    thread = threading.Thread(target=fill)
    thread.start()
    thread.join()
    assert gone == []
    qtbot.waitUntil(lambda: gone != [])
    assert gone == [threading.get_ident()]


def test_nothing_is_collected_when_little_was_made(made, monkeypatch):
    gc.collect()
    asked: list[int] = []
    monkeypatch.setattr(gc, "collect", asked.append)
    monkeypatch.setattr(gc, "get_count", lambda: (5, 5, 5))
    collector.collect_if_due()
    assert asked == []
    monkeypatch.setattr(gc, "get_count", lambda: (5000, 50, 5))
    collector.collect_if_due()
    assert asked == [1]
