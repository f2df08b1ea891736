"""A desk kept safe from the command line: passphrases from files, paper keys, backups, repair."""

import io
import os
from pathlib import Path

import pytest

from hrdesk.store import driver, encryption
from hrdesk.store.encryption import is_paper_key
from hrdesk.store.file_check import is_encrypted
from tests.cli.conftest import Line
from tests.store.keyrings import memory_keyring

PASSPHRASE = "four words of poetry"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch):
    """Spend a thousandth of the time on stretching passphrases: the price is tested elsewhere."""
    monkeypatch.setattr(encryption, "ARGON2ID_BYTES", 64 * 1024)


@pytest.fixture
def desk(hrdesk: Line, tmp_path: Path) -> Path:
    (tmp_path / "note.txt").write_text("CONCEPT NOTE\n\nWorkshop on early warning\n", "utf-8")
    (tmp_path / "pass.txt").write_text(f"{PASSPHRASE}\n", "utf-8")
    assert hrdesk("new", "a.hrdesk", "--from", "note.txt").status == 0
    return tmp_path / "a.hrdesk"


@pytest.fixture
def paper(hrdesk: Line, desk: Path) -> str:
    """Encrypt the desk and give its paper key."""
    answer = hrdesk("encrypt", desk, "--passphrase-file", "pass.txt", "--json")
    assert answer.status == 0
    return str(answer.told["paper_key"])


def standard_input(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_an_encrypted_desk_wants_its_passphrase_from_a_file_or_standard_input(
    hrdesk: Line, desk: Path, paper: str, monkeypatch: pytest.MonkeyPatch
):
    assert is_encrypted(desk)
    refused = hrdesk("show", desk)
    assert refused.status == 1
    assert refused.err.count("\n") == 1
    assert "is encrypted" in refused.err
    assert hrdesk("show", desk, "--passphrase-file", "pass.txt").status == 0
    standard_input(monkeypatch, f"{PASSPHRASE}\r\n")
    assert hrdesk("show", desk, "--passphrase-file", "-").status == 0
    Path("paper.txt").write_text(paper.replace("-", " ").lower(), "utf-8")
    assert hrdesk("do", desk, "add", {"kind": "mechanism", "name": "x"}, "--passphrase-file", "paper.txt").status == 0
    Path("wrong.txt").write_text("something else", "utf-8")
    assert "does not open" in hrdesk("show", desk, "--passphrase-file", "wrong.txt").err


def test_every_command_that_opens_a_desk_takes_the_passphrase(hrdesk: Line, desk: Path, paper: str):
    given = ("--passphrase-file", "pass.txt")
    assert hrdesk("bundle", desk, "--output", "a.hrdesk.json", "--include-confidential", "--plain", *given).status in (
        0,
        2,
    )
    for command in (
        ("conflicts", desk),
        ("verify", desk),
        ("backup", desk),
        ("outcome", desk, "--language", "en", "--output", "o.pdf"),
    ):
        assert hrdesk(*command).status == 1, command
        assert hrdesk(*command, *given).status == 0, command


def test_standard_input_brings_one_thing(hrdesk: Line, desk: Path, paper: str, monkeypatch: pytest.MonkeyPatch):
    standard_input(monkeypatch, PASSPHRASE)
    refused = hrdesk("do", desk, "add", "-", "--passphrase-file", "-")
    assert (refused.status, "both" in refused.err) == (1, True)
    refused = hrdesk("passphrase", desk, "--passphrase-file", "-", "--new-passphrase-file", "-")
    assert (refused.status, "both" in refused.err) == (1, True)


@pytest.mark.parametrize("data", [b"", b"\n", b"two\nlines here", b"\xff\xfe", b"x" * 5000])
def test_a_file_that_holds_no_passphrase_is_refused(hrdesk: Line, desk: Path, paper: str, data: bytes):
    Path("odd.txt").write_bytes(data)
    refused = hrdesk("show", desk, "--passphrase-file", "odd.txt")
    assert refused.status == 1
    assert "odd.txt" in refused.err


def test_a_new_desk_is_encrypted_from_its_first_byte(hrdesk: Line, desk: Path):
    assert hrdesk("new", "b.hrdesk", "--from", "note.txt", "--passphrase-file", "pass.txt").status == 0
    assert is_encrypted(Path("b.hrdesk"))
    assert hrdesk("show", "b.hrdesk", "--passphrase-file", "pass.txt").status == 0


def test_a_new_passphrase_is_a_new_paper_key_and_the_old_ones_open_nothing(hrdesk: Line, desk: Path, paper: str):
    assert hrdesk("backup", desk, "--passphrase-file", "pass.txt").status == 0
    Path("new.txt").write_text("another passphrase", "utf-8")
    Path("paper.txt").write_text(paper, "utf-8")
    changed = hrdesk("passphrase", desk, "--passphrase-file", "pass.txt", "--new-passphrase-file", "new.txt")
    assert changed.status == 0
    assert [word for word in changed.out.split() if is_paper_key(word)] != [paper]
    for old in ("pass.txt", "paper.txt"):
        assert hrdesk("show", desk, "--passphrase-file", old).status == 1
    (kept,) = hrdesk("backups", desk, "--json").told["backups"]
    assert hrdesk("verify", kept["file"], "--passphrase-file", "new.txt").status == 0


def test_encrypting_twice_and_decrypting_what_is_plain_are_refused(hrdesk: Line, desk: Path):
    assert hrdesk("encrypt", desk).status == 1
    assert hrdesk("decrypt", desk).status == 1
    Path("short.txt").write_text("short", "utf-8")
    assert hrdesk("encrypt", desk, "--passphrase-file", "short.txt").status == 1
    assert not is_encrypted(desk)
    assert hrdesk("encrypt", desk, "--passphrase-file", "pass.txt").status == 0
    assert hrdesk("encrypt", desk, "--passphrase-file", "pass.txt").status == 1
    assert hrdesk("decrypt", desk, "--passphrase-file", "pass.txt").status == 0
    assert hrdesk("show", desk).status == 0


def test_the_keyring_is_asked_where_no_passphrase_is_given(hrdesk: Line, desk: Path, paper: str, profile: Path):
    from hrdesk.store.encryption import key_from_text, salt_of
    from hrdesk.store.keyring_door import KeyringDoor

    with memory_keyring() as keyring:
        KeyringDoor(profile).remember(key_from_text(paper, salt_of(desk)))
        assert hrdesk("show", desk).status == 0
        keyring.fails = True
        assert "is encrypted" in hrdesk("show", desk).err
        keyring.fails = False
        Path("new.txt").write_text("another passphrase", "utf-8")
        assert hrdesk("passphrase", desk, "--new-passphrase-file", "new.txt").status == 0
        assert keyring.held == {}


def test_backups_are_made_listed_and_restored(hrdesk: Line, desk: Path):
    assert "no backups" in hrdesk("backups", desk).out
    made = hrdesk("backup", desk, "--json").told["file"]
    assert hrdesk("do", desk, "add", {"kind": "mechanism", "name": "later"}).status == 0
    assert hrdesk("show", desk, "mechanism", "--json").told["records"]
    restored = hrdesk("restore", desk, Path(made).name, "--json")
    assert restored.status == 0
    assert hrdesk("show", desk, "mechanism", "--json").told["records"] == []
    assert hrdesk("restore", desk, restored.told["kept"]).status == 0
    assert hrdesk("show", desk, "mechanism", "--json").told["records"]
    assert hrdesk("restore", desk, "20200101T000000000Z-asked.hrdesk").status == 1
    assert len(hrdesk("backups", desk).out.splitlines()) == 3


def test_an_encrypted_desk_that_is_gone_is_restored_with_its_passphrase(hrdesk: Line, desk: Path, paper: str):
    assert hrdesk("backup", desk, "--passphrase-file", "pass.txt").status == 0
    desk.unlink()
    assert hrdesk("restore", desk, "newest").status == 1
    assert hrdesk("restore", desk, "newest", "--passphrase-file", "pass.txt").status == 0
    assert hrdesk("verify", desk, "--passphrase-file", "pass.txt").status == 0


def test_repair_says_what_was_found_and_what_is_left(hrdesk: Line, desk: Path):
    connection = driver.connect(desk, writing=True)
    connection.execute("UPDATE consultation SET title = 'nobody wrote this'")
    connection.close()
    assert hrdesk("verify", desk).status == 1
    done = hrdesk("verify", desk, "--repair", "--json")
    assert done.status == 0
    assert done.told["faults_before"]
    assert done.told["faults"] == []
    assert os.path.exists(done.told["backup"])  # noqa: PTH110 - a name as it was told
    assert hrdesk("verify", desk).status == 0
