"""The story of sixty recommendations at the real window: from what was said to what was adopted, and back."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from hrdesk.desk import Desk
from hrdesk.recommendations.rules.strengths import weakest
from hrdesk.records import Decision, Link, Recommendation, Validation
from hrdesk.settings import PROFILE_VARIABLE, Settings
from hrdesk.store.identity import Profile
from hrdesk.store.reading import Reader
from tests.exchange.rooms import Room
from tests.journey.from_said_to_adopted import AGREED, AMENDED, IN_ARABIC, NEGOTIATED, STANDING
from tests.journey.sixty import CLUSTERS, SIXTY

ROOT = Path(__file__).parents[2]
LONGEST = 180


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """Play the whole story once, and give the folder with the desk, and what was seen."""
    folder = tmp_path_factory.mktemp("sixty")
    profile = folder / "profile"
    Settings(language="en", theme="light").save(profile)
    staff = Room(Desk.create(folder / "desk.hrdesk", Profile(profile)))
    session = staff.start(sensitivity="public")
    staff.do("take-seat", name="Rapporteur desk 1", role="rapporteur")
    staff.do("edit", id=session, sensitivity="public", title="Way forward")
    for body in sorted({said.addressee for said in SIXTY}):
        staff.add("mechanism", name=body)
    staff.desk.close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.journey.from_said_to_adopted", str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", PROFILE_VARIABLE: str(profile), "TZ": "UTC"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stdout + done.stderr
    seen: dict[str, Any] = {}
    for line in done.stdout.splitlines():
        seen |= json.loads(line)
    return folder, seen


def test_all_sixty_are_taken_down_with_their_marks_out_of_the_text(played: tuple[Path, dict[str, Any]]):
    assert played[1]["taken"] == [said.text for said in SIXTY]


def test_the_strengths_are_found_in_the_words(played: tuple[Path, dict[str, Any]]):
    meant = {said.text: said.strength for said in SIXTY}
    right = [text for text, strength in played[1]["found"].items() if strength == meant[text]]
    assert len(right) == len(SIXTY)


def test_eleven_clusters_stand_as_eleven_and_every_original_stays(played: tuple[Path, dict[str, Any]]):
    folder, seen = played
    assert len(seen["standing"]) == STANDING
    held = texts(folder, Recommendation)
    assert set(held) >= {said.text for said in SIXTY}
    assert len(held) == len(SIXTY) + len(CLUSTERS)


def test_a_joined_wording_is_raised_only_where_a_person_says_so(played: tuple[Path, dict[str, Any]]):
    folder, _seen = played
    with opened(folder) as reader:
        joined = {one.item for one in reader.every(Link, link_kind="joined_into")}
        raised = {one.item for one in reader.every(Decision, decision_kind="strength_raised")}
        strengths = {one.id: one.strength for one in reader.every(Recommendation)}
        sources = {
            one: [strengths[link.source or ""] for link in reader.every(Link, item=one)] for one in joined if one
        }
    assert len(joined) == len(CLUSTERS)
    assert len(raised) == 1
    for one, before in sources.items():
        assert (strengths[one] == weakest(before)) is (one not in raised)


def test_every_text_that_stood_is_kept_in_its_order(played: tuple[Path, dict[str, Any]]):
    weak = next(said.text for said in CLUSTERS[NEGOTIATED] if said.strength == "could")
    assert played[1]["versions"] == [weak, AMENDED, AGREED]


def test_all_that_stands_is_adopted_one_of_it_ad_referendum(played: tuple[Path, dict[str, Any]]):
    statuses = list(played[1]["adopted"].values())
    assert (statuses.count("adopted"), statuses.count("adopted_ad_referendum")) == (STANDING - 1, 1)
    with opened(played[0]) as reader:
        told = {one.text_hash for one in reader.every(Validation)}
    assert hashlib.sha256(AGREED.encode()).hexdigest() in told
    assert len(told) == STANDING


def test_the_trail_of_an_adopted_paragraph_leads_to_a_note_and_to_its_wording_in_arabic(
    played: tuple[Path, dict[str, Any]],
):
    walked = played[1]["walked"]
    back = [kind for key, kind, _text, _language in walked if key == "Left"]
    assert list(dict.fromkeys(back)) == ["wording", "paragraph", "adopted", "amended", "recommendation", "note"]
    assert walked[len(back) - 1][2] in {said.text for said in CLUSTERS[NEGOTIATED]}
    assert walked[-1][1:] == ["wording", IN_ARABIC, "ar"]


@contextmanager
def opened(folder: Path) -> Iterator[Reader]:
    desk = Desk.open(folder / "desk.hrdesk", Profile(folder / "profile"))
    try:
        with desk.reading() as reader:
            yield reader
    finally:
        desk.close()


def texts(folder: Path, noun: type[Recommendation]) -> list[str]:
    with opened(folder) as reader:
        return [one.text or "" for one in reader.every(noun)]
