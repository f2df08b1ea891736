"""What a translator sees: how the languages stand, and the source a stale wording was made from."""

import pytest

from hrdesk.desk import Desk
from hrdesk.records import Wording
from hrdesk.store.identity import Profile
from hrdesk.translation.queries import earlier_source, progress, segments
from hrdesk.work import COMMANDS


@pytest.fixture
def desk(tmp_path, profile):
    opened = Desk.create(tmp_path / "words.hrdesk", Profile(profile))
    yield opened
    opened.close()


def run(desk, command, **arguments):
    return desk.run(COMMANDS[command], **arguments)


def recommend(desk, text):
    return run(desk, "add", kind="recommendation", text=text, language="en")["id"]


def test_every_language_tells_how_its_texts_stand(desk):
    first, second = recommend(desk, "States should report."), recommend(desk, "States should reply.")
    run(desk, "translate", item=first, language="fr", text="Rapport.", status="reviewed")
    run(desk, "translate", item=second, language="fr", text="Réponse.")
    run(desk, "edit", id=second, text="States could reply.")
    with desk.reading() as reader:
        counts = progress(reader)
    assert counts["fr"] == {"reviewed": 1, "stale": 1}
    assert counts["ru"] == {"empty": 2}
    assert counts["en"] == {}


def test_the_source_of_a_stale_wording_is_found_in_the_journal(desk):
    item = recommend(desk, "States should reply.")
    run(desk, "translate", item=item, language="fr", text="Réponse.")
    run(desk, "edit", id=item, text="States could reply.")
    run(desk, "edit", id=item, text="States might reply.")
    with desk.reading() as reader:
        stale = segments(reader, "fr")[0]
        assert stale.standing == "stale"
        assert stale.wording is not None
        assert earlier_source(reader, stale.wording) == "States should reply."
        assert earlier_source(reader, Wording("x", item=item, source_hash="0" * 32)) is None
