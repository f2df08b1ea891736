"""What a person sees before giving a bundle, and of whoever wrote the one that is looked at."""

import pytest

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import read_bundle, write_bundle
from hrdesk.exchange.queries import seats_in, travelling
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS


@pytest.fixture
def desk(tmp_path, profile):
    opened = Desk.create(tmp_path / "giving.hrdesk", Profile(profile))
    for sensitivity in ("public", "confidential"):
        opened.run(COMMANDS["add"], kind="note", text="A note", sensitivity=sensitivity)
    yield opened
    opened.close()


def test_confidential_records_are_counted_as_staying(desk):
    with desk.reading() as reader:
        counts = travelling(reader)
    assert (counts.going["note"], counts.staying) == (1, {"note": 1})


def test_confidential_records_go_when_they_are_asked_for(desk):
    with desk.reading() as reader:
        counts = travelling(reader, confidential_too=True)
    assert (counts.going["note"], counts.staying) == (2, {})


def test_a_bundle_tells_the_seat_of_whoever_wrote_it(desk, tmp_path):
    desk.run(COMMANDS["take-seat"], name="Rapporteur desk 1", role="rapporteur")
    with desk.reading() as reader:
        write_bundle(reader, tmp_path / "one.hrdesk.json", desk.file.device, desk.file.now())
    bundle = read_bundle(tmp_path / "one.hrdesk.json")
    assert seats_in(bundle.changes)[bundle.header.sender.split(".")[0]] == "Rapporteur desk 1"
