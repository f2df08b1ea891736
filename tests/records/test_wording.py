"""Whether a translation is current: derived from its source, never stored."""

import pytest

from hrdesk.records import Wording
from hrdesk.records.wording import source_hash, standing


def test_the_hash_of_a_source_is_final_and_minds_no_white_space():
    assert source_hash("The State should act.") == source_hash("  The State\nshould\u00a0act. ")
    assert source_hash("é") == source_hash("e\u0301")
    assert source_hash("The State should act.") == "e8a38d527d9b0cac58e5383c44ebc440"
    assert source_hash("a") != source_hash("A")


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        (None, "empty"),
        (Wording("w"), "empty"),
        (Wording("w", text="x"), "stale"),
        (Wording("w", text="x", source_hash=source_hash("other")), "stale"),
        (Wording("w", text="x", source_hash=source_hash("source")), "draft"),
        (Wording("w", text="x", status="reviewed", source_hash=source_hash("source")), "reviewed"),
        (Wording("w", text="x", status="reviewed", source_hash=source_hash("other")), "stale"),
    ],
)
def test_a_wording_stands_as_its_source_does(wording: Wording | None, found: str):
    assert standing(wording, "source") == found
