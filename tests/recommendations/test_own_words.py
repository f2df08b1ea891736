"""A desk's own words stand beside the shipped vocabularies: added, renamed, taken away while unused."""

from collections.abc import Iterator

import pytest

from hrdesk.notes.terms import terms
from hrdesk.records import Tag, Tagging
from tests.recommendations.bench import do, refused
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


@pytest.fixture
def own(desk: MemoryDesk) -> str:
    return do(desk, "add-word", scheme="theme", name="  Witness   protection ")["id"]


def test_a_word_is_added_plain_and_only_once(desk, own):
    assert [one.name for one in desk.reader.every(Tag)] == ["Witness protection"]
    assert "already" in refused(desk, "add-word", scheme="theme", name="Witness protection")


def test_a_shipped_word_is_there_already_in_any_language_and_stays(desk):
    shipped = terms("theme")[0]
    assert "already" in refused(desk, "add-word", scheme="theme", name=shipped.word("fr"))
    recommendation = do(desk, "make-recommendation", notes=[], text="One.")["id"]
    tag = do(desk, "tag", item=recommendation, scheme="theme", name=shipped.word("ar"))["tag"]
    assert "shipped" in refused(desk, "rename-word", tag=tag, name="Another")


def test_what_is_tagged_stays_tagged_when_its_word_is_renamed(desk, own):
    recommendation = do(desk, "make-recommendation", notes=[], text="One.")["id"]
    do(desk, "tag", item=recommendation, scheme="theme", name="Witness protection")
    do(desk, "rename-word", tag=own, name="Protection of witnesses")
    assert [(one.id, one.name) for one in desk.reader.every(Tag)] == [(own, "Protection of witnesses")]
    assert [one.tag for one in desk.reader.every(Tagging)] == [own]
    assert "tagged with" in refused(desk, "delete-word", tag=own)


def test_an_unused_word_goes(desk, own):
    do(desk, "delete-word", tag=own)
    assert desk.reader.every(Tag) == []


@pytest.mark.parametrize(("scheme", "name"), [("theme", "  "), ("nowhere", "Word")])
def test_no_word_and_no_vocabulary_are_refused(desk, scheme, name):
    assert "Nothing was changed" in refused(desk, "add-word", scheme=scheme, name=name)
