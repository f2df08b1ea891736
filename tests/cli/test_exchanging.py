"""Bundles by command line: for whom they are encrypted, what is left out, what a desk has, what is verified."""

import subprocess
import sys
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import AGE_SUFFIX
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.cli.conftest import Line
from tests.store import passphrases


class Desks:
    """Staff and a rapporteur who joined with staff's starter bundle, each with a profile of their own."""

    def __init__(self, hrdesk: Line, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._hrdesk = hrdesk
        self._folder = folder
        self._patch = monkeypatch
        held = Desk.create(folder / "staff.hrdesk", self.profile("staff"))
        made = held.run(COMMANDS["new-consultation"], title="Workshop", language="en", sensitivity="public")
        self.session, self.consultation = made["session"], made["id"]
        held.run(COMMANDS["take-seat"], name="Staff", role="staff")
        held.run(COMMANDS["keep-note"], session=self.session, text="open", sensitivity="public")
        held.run(COMMANDS["keep-note"], session=self.session, text="XYZZY", sensitivity="confidential")
        held.close()
        assert self.run("staff", "bundle", "staff.hrdesk", "--output", "starter.json").status == 0
        assert self.run("left", "new", "left.hrdesk", "--from", "starter.json").status == 0

    def profile(self, who: str) -> Profile:
        return Profile(self._folder / f"profile-{who}")

    def run(self, who: str, *line: object):
        self._patch.setenv("HRDESK_PROFILE", str(self.profile(who).folder))
        return self._hrdesk(*line)


@pytest.fixture
def desks(hrdesk: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desks:
    return Desks(hrdesk, tmp_path, monkeypatch)


def test_a_bundle_is_encrypted_for_the_staff_whose_key_the_starter_brought(desks: Desks):
    told = desks.run("left", "bundle", "left.hrdesk", "--output", f"left{AGE_SUFFIX}", "--json").told
    assert (told["encrypted"], told["encrypted_for"]) == (True, ["Staff"])
    assert "It is encrypted for Staff." in desks.run("left", "bundle", "left.hrdesk", "--output", "again.age").out
    assert desks.run("staff", "merge", "staff.hrdesk", f"left{AGE_SUFFIX}").status == 0
    refused = desks.run("left", "merge", "left.hrdesk", f"left{AGE_SUFFIX}")
    assert (refused.status, refused.out) == (1, "")
    assert "encrypted for other desks" in refused.err


def test_plain_only_if_asked_for(desks: Desks):
    told = desks.run("left", "bundle", "left.hrdesk", "--output", "left.json", "--plain", "--json").told
    assert (told["encrypted"], told["encrypted_for"]) == (False, [])
    assert Path("left.json").read_bytes().startswith(b'{\n"header"')
    desks.run("left", "bundle", "left.hrdesk", "--output", "left.json.gz", "--plain")
    assert Path("left.json.gz").read_bytes().startswith(b"\x1f\x8b")
    assert desks.run("staff", "verify", "left.json.gz").status == 0


def test_a_bundle_for_an_address_a_seat_or_a_passphrase(desks: Desks, monkeypatch: pytest.MonkeyPatch):
    passphrases.spare(monkeypatch)
    address = desks.profile("left").recipient
    desks.run("left", "do", "left.hrdesk", "take-seat", {"name": "Left", "role": "rapporteur"})
    desks.run("left", "bundle", "left.hrdesk", "--output", "left.age")
    desks.run("staff", "merge", "staff.hrdesk", "left.age")
    for whom in (address, "Left"):
        told = desks.run("staff", "bundle", "staff.hrdesk", "--output", "for.age", "--for", whom, "--json").told
        assert told["encrypted_for"] == [whom]
        assert desks.run("left", "merge", "left.hrdesk", "for.age").status == 0
    Path("secret.txt").write_text("correct horse\n", "utf-8")
    line = ("bundle", "staff.hrdesk", "--output", "secret.age", "--bundle-passphrase-file", "secret.txt")
    assert "with the passphrase" in desks.run("staff", *line).out
    assert desks.run("left", "verify", "secret.age", "--bundle-passphrase-file", "secret.txt").status == 0
    assert "passphrase" in desks.run("left", "verify", "secret.age").err
    joining = ("new", "third.hrdesk", "--from", "secret.age")
    assert "passphrase" in desks.run("third", *joining).err
    assert desks.run("third", *joining, "--bundle-passphrase-file", "secret.txt").status == 0
    for bad in ("nobody", "age1nobody"):
        before = sorted(Path().iterdir())
        answer = desks.run("staff", "bundle", "staff.hrdesk", "--output", "bad.age", "--for", bad)
        assert (answer.status, answer.err.count("\n")) == (1, 1)
        assert not Path("bad.age").exists()
        assert sorted(Path().iterdir()) == before


def test_whoever_asks_for_two_wrappings_is_told_the_usage(desks: Desks):
    line = ("bundle", "staff.hrdesk", "--output", "x", "--plain", "--for", "Left")
    assert desks.run("staff", *line).status == 2
    line = ("bundle", "staff.hrdesk", "--output", "x", "--sensitivity", "public", "--include-confidential")
    assert desks.run("staff", *line).status == 2


def test_what_goes_is_as_wide_as_is_asked(desks: Desks):
    def told(*options: str):
        return desks.run("staff", "bundle", "staff.hrdesk", "--output", "x.json", "--json", *options)

    assert told().told["sensitivity"] == "restricted"
    assert b"XYZZY" not in Path("x.json").read_bytes()
    every = told("--sensitivity", "confidential")
    assert every.told["confidential"]
    assert "not encrypted" in every.err
    assert b"XYZZY" in Path("x.json").read_bytes()
    told("--session", desks.session, "--mode", "heads")
    head = Path("x.json").read_bytes().split(b"\n")[1].decode()
    assert f'"session":"{desks.session}"' in head
    assert '"mode":"heads"' in head
    told("--consultation", desks.consultation)
    assert f'"consultation":"{desks.consultation}"' in Path("x.json").read_text("utf-8")


def test_a_bundle_leaves_out_what_the_other_desk_has(desks: Desks):
    told = desks.run("left", "have", "left.hrdesk", "--output", "left-has.json", "--json").told
    assert told["devices"] >= 1
    assert "are held here" in desks.run("left", "have", "left.hrdesk", "--output", "left-has.json").out
    whole = desks.run("staff", "bundle", "staff.hrdesk", "--output", "whole.json", "--json").told
    small = desks.run("staff", "bundle", "staff.hrdesk", "--output", "s.json", "--have", "left-has.json", "--json").told
    assert small["delta"]
    assert small["changes"] < whole["changes"]
    assert told["changes"] >= whole["changes"] - small["changes"]
    bad = desks.run("staff", "bundle", "staff.hrdesk", "--output", "s.json", "--have", "whole.json")
    assert (bad.status, bad.err.count("\n")) == (1, 1)


def test_verifying_a_bundle_tells_its_authors(desks: Desks):
    told = desks.run("staff", "verify", "starter.json", "--json").told
    assert told["bundle_version"] == 2
    assert told["sender"].startswith(desks.profile("staff").device)
    assert [one["unsealed"] for one in told["authors"]] == [0]
    assert told["forked"] == []
    assert "seal" not in desks.run("staff", "verify", "starter.json").out
    old = Path(__file__).parent.parent / "reference" / "version-1" / "small.hrdesk.json"
    assert "without a seal" in desks.run("staff", "verify", old).out


@pytest.mark.skipif(sys.platform != "linux", reason="the program age comes with Debian")
def test_the_program_age_opens_what_the_command_line_encrypts(desks: Desks):
    desks.run("left", "bundle", "left.hrdesk", "--output", "left.age")
    key = desks.profile("staff").folder / "age.key"
    done = subprocess.run(["age", "-d", "-i", key, "left.age"], capture_output=True, check=True)
    assert done.stdout.startswith(b"\x1f\x8b")
